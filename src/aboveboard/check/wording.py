"""Words as guards compare them: accents put aside, so that "cafe" and "café" are one.

Nothing here changes how many characters there are: offsets hold for the text as it was written.
"""

import unicodedata
from functools import cache
from importlib.resources import files

import regex

from aboveboard.check.phrases import Phrases, read

_TAG = regex.compile(r"#[\p{L}\p{N}_]+")
_ODD = {"’": "'", "‘": "'", "´": "'", "\u2011": "-", "\u00ad": "-"}


def _without(letter: str) -> str:
    first = unicodedata.normalize("NFD", letter)[0]
    return first if first.isascii() and first.isalpha() else letter


_BARE = str.maketrans({**{chr(n): _without(chr(n)) for n in range(0xC0, 0x250)}, **_ODD})


def bare(text: str) -> str:
    """The text without the accents on its Latin letters, as long as before."""
    return text.translate(_BARE)


@cache
def bare_phrases(guard: str, language: str) -> Phrases:
    """A guard's phrases for texts that are `bare`; their file is written with accents."""
    file = files("aboveboard.check.phrases").joinpath(f"{guard}.{language}.txt")
    return read(bare(file.read_text(encoding="utf-8")))


def ends_with(known: Phrases, section: str, text: str) -> bool:
    """Whether one of the section's phrases ends where the text does."""
    end = len(text.rstrip())
    return any(found.end >= end for found in known.find(section, text)) if end else False


def tags_before(text: str, at: int) -> int:
    """How many hashtags begin before a character."""
    return sum(1 for _ in _TAG.finditer(text, 0, at))
