"""All that is to be said of a text's spelling and grammar, from every source there is."""

from collections.abc import Collection
from dataclasses import dataclass

from aboveboard.text.correcting.correction import Correction, apart_from_each_other
from aboveboard.text.correcting.dictionaries import misspelt, place
from aboveboard.text.correcting.english import english_corrections
from aboveboard.text.correcting.phrases import phrase_corrections
from aboveboard.text.correcting.rules import rule_corrections
from aboveboard.text.correcting.veiled import VEIL, veiled
from aboveboard.text.found.names import fold


@dataclass(frozen=True, slots=True)
class Read:
    """The corrections of a text, in its order; `missing`: its language has no dictionary here."""

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
    if lang == "en":
        found += english_corrections(plain, known=names)
    else:
        found += misspelt(plain, lang, known=names, folder=folder)
    kept = apart_from_each_other(one for one in found if VEIL not in one.words)
    return Read(tuple(kept), missing=lang != "en" and place(lang, folder) is None)
