"""What the sentences of a text claim in whatever words, beside the phrases that the guards have.

A small network knows the kinds from examples in five languages (`text/network/kinds.py`). Of a
kind is only what it is nearly sure of. Where the packaged model is not installed it knows none.
"""

from functools import lru_cache
from pkgutil import resolve_name

from aboveboard.text.sentences import sentences

# Shorter ones say too little, and of a longer text no more are read.
_LEAST, _MOST = 14, 60


@lru_cache(maxsize=256)
def meant(text: str, language: str) -> tuple[frozenset[str], ...]:
    """The kinds of each of the text's sentences, as `pressure.scarcity` or `unsafe.health`.

    Of some kinds it tells too that a sentence is surely none: `not persons.demeaning`.
    """
    parts = sentences(text, language)
    asked = [n for n, part in enumerate(parts) if len(part.text) >= _LEAST][:_MOST]
    found: list[frozenset[str]] = [frozenset()] * len(parts)
    # Named, not imported: numpy comes with it, which processes without checks never need.
    told = resolve_name("aboveboard.text.network.kinds:kinds")([parts[n].text for n in asked])
    for number, kinds in zip(asked, told, strict=True):
        found[number] = kinds
    return tuple(found)
