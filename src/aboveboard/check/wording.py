"""Words as guards compare them: accents put aside, so that "cafe" and "café" are one.

Nothing here changes how many characters there are: offsets hold for the text as it was written.
"""

from functools import cache
from importlib.resources import files

import regex

from aboveboard.check.phrases import Phrases, read
from aboveboard.text.bare import bare

# Words in quotation marks, of whatever language.
QUOTED = regex.compile(r"[\"“„«»‘'][^\"“”„«»\n]{3,200}?[\"”“»«’'](?!\p{L})")
_TAG = regex.compile(r"#[\p{L}\p{N}_]+")


@cache
def bare_phrases(guard: str, language: str) -> Phrases:
    """A guard's phrases for texts that are `bare`; their file is written with accents."""
    return bare_file(f"{guard}.{language}")


@cache
def bare_file(name: str) -> Phrases:
    """The phrases of a file of that name, for texts that are `bare`."""
    file = files("aboveboard.check.phrases").joinpath(f"{name}.txt")
    return read(bare(file.read_text(encoding="utf-8")))


def ends_with(known: Phrases, section: str, text: str) -> bool:
    """Whether one of the section's phrases ends where the text does."""
    end = len(text.rstrip())
    return any(found.end >= end for found in known.find(section, text)) if end else False


def tags_before(text: str, at: int) -> int:
    """How many hashtags begin before a character."""
    return sum(1 for _ in _TAG.finditer(text, 0, at))
