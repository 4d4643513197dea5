"""Rules of grammar that a language has of its own, beside phrases: words that do not fit."""

from collections.abc import Callable, Iterator, Mapping

from aboveboard.text.correcting.correction import Correction
from aboveboard.text.correcting.grammar_fr import french
from aboveboard.text.correcting.grammar_hu import hungarian

RULES: Mapping[str, Callable[[str], Iterator[Correction]]] = {"fr": french, "hu": hungarian}


def agreement(text: str, lang: str) -> Iterator[Correction]:
    """What a language's rules find in a veiled text; some may touch each other."""
    if lang in RULES:
        yield from RULES[lang](text)
