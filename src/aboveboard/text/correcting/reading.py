"""All that is to be said of a text's spelling and grammar, from every source there is."""

from collections.abc import Collection
from dataclasses import dataclass

from aboveboard.text.correcting.agreeing.rules import agreement
from aboveboard.text.correcting.correction import Correction, apart_from_each_other
from aboveboard.text.correcting.dictionaries import LIST, misspelt, place, whole
from aboveboard.text.correcting.english import english_corrections
from aboveboard.text.correcting.phrases import phrase_corrections
from aboveboard.text.correcting.rules import rule_corrections
from aboveboard.text.correcting.surely import slipped_words
from aboveboard.text.correcting.veiled import VEIL, veiled
from aboveboard.text.found.names import fold
from aboveboard.text.languages import guess
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span


@dataclass(frozen=True, slots=True)
class Read:
    """The corrections of a text, in its order.

    `missing`: its language has no whole dictionary here, so that some faults are not found.
    """

    corrections: tuple[Correction, ...]
    missing: bool = False


def read(text: str, lang: str, *, known: Collection[str] = (), folder: str = "") -> Read:
    """Read a text in one of the five languages.

    `known` are words that are right although no dictionary has them, `folder` where further
    dictionaries are. Loads large libraries: `reader.Reader` does this in a process apart.
    """
    plain = veiled(text)
    names = frozenset(fold(word) for word in known)
    found = [*rule_corrections(plain, lang), *phrase_corrections(plain, lang)]
    found += agreement(plain, lang)
    if lang == "en":
        found += english_corrections(plain, known=names)
    elif place(lang, folder) == LIST:
        slips = slipped_words(plain, lang, folder)
        found += (one for one in slips if fold(one.words) not in names)
    else:
        found += misspelt(plain, lang, known=names, folder=folder)
    foreign = _foreign(text, lang, found)
    kept = apart_from_each_other(
        one
        for one in found
        if VEIL not in one.words and not any(f.start <= one.start < f.end for f in foreign)
    )
    return Read(tuple(kept), missing=lang != "en" and not whole(lang, folder))


def _foreign(text: str, lang: str, found: Collection[Correction]) -> list[Span]:
    """Sentences of another language, in which each word would be said to be misspelt."""
    return [
        part
        for part in sentences(text, lang)
        if sum(one.kind == "spelling" and part.start <= one.start < part.end for one in found) > 2
        and guess(part.text) not in (None, lang)
    ]
