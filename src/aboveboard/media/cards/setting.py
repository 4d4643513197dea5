"""Sets a text into a box: lines as wide as the box, as large as they fit, within bounds.

In: a text, a face and a box. Out: the lines with their size, or how much of the text is too long.
Lengths are the card's own units. Words are not hyphenated.
"""

import re
import unicodedata
from dataclasses import dataclass

from aboveboard.media.cards.fonts import Face, width

_STEPS = 24
# Few lines are made about equally long, so that none ends with a single word.
_BALANCED = 5
# What is drawn in place of another: a narrow space that no font has, Dutch ij as its two letters
# (as Unicode advises), and the mark that asks for a coloured picture.
_DRAWN = {"\u202f": "\u00a0", "ĳ": "ij", "Ĳ": "IJ", "\ufe0f": ""}


@dataclass(frozen=True)
class Room:
    """A box for text: letters of `size`, or smaller down to `least`; at most `lines`, 0 for any.

    `leading` is the distance of lines by size.
    """

    width: float
    height: float
    size: float
    least: float
    lines: int = 0
    leading: float = 1.2


@dataclass(frozen=True)
class Set:
    """A text as it stands in its box."""

    lines: tuple[str, ...]
    size: float


@dataclass(frozen=True)
class TooLong:
    """A text that does not fit: by so many characters, or for the sake of one long word."""

    over: int
    word: str = ""


def tidy(text: str) -> str:
    """Composed characters, nothing unseen, one space between words, no empty lines at the ends."""
    text = unicodedata.normalize("NFC", text).replace("\t", " ").replace("\r\n", "\n")
    for one, drawn in _DRAWN.items():
        text = text.replace(one, drawn)
    text = "".join(one for one in text if one == "\n" or unicodedata.category(one)[0] != "C")
    lines = [re.sub(r"[^\S\n\u00a0]+", " ", line).strip(" ") for line in text.split("\n")]
    return "\n".join(lines).strip()


def set_text(text: str, face: Face, room: Room) -> Set | TooLong:
    """The text at the largest size that fits, or what is too long of it."""
    for step in range(_STEPS + 1):
        size = room.size - (room.size - room.least) * step / _STEPS
        lines = _lines(text, face, room, size)
        if lines is not None:
            return Set(_balanced(text, face, room, size, lines), size)
    for word in re.split(r"[ \n]", text):
        if width(word, face) * room.least > room.width:
            return TooLong(0, word)
    return TooLong(len(text) - _fitting(text, face, room))


def _lines(text: str, face: Face, room: Room, size: float) -> tuple[str, ...] | None:
    lines = _wrapped(text, face, room.width / size)
    if lines is None or (room.lines and len(lines) > room.lines):
        return None
    return lines if len(lines) * size * room.leading <= room.height else None


def _wrapped(text: str, face: Face, most: float) -> tuple[str, ...] | None:
    """Lines of at most that width by size; None where a word is wider."""
    space = width(" ", face)
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line: list[str] = []
        used = 0.0
        for word in paragraph.split(" "):
            wide = width(word, face)
            if wide > most:
                return None
            if line and used + space + wide > most:
                lines.append(" ".join(line))
                line, used = [], 0.0
            used += wide + (space if line else 0)
            line.append(word)
        lines.append(" ".join(line))
    return tuple(lines)


def _balanced(
    text: str, face: Face, room: Room, size: float, lines: tuple[str, ...]
) -> tuple[str, ...]:
    """The same number of lines, within the smallest width that gives no more."""
    if not 1 < len(lines) <= _BALANCED:
        return lines
    low, high, best = 0.5, 1.0, lines
    for _try in range(7):
        middle = (low + high) / 2
        tried = _wrapped(text, face, room.width / size * middle)
        if tried is not None and len(tried) == len(lines):
            high, best = middle, tried
        else:
            low = middle
    return best


def _fitting(text: str, face: Face, room: Room) -> int:
    """How many of its first characters fit at the least size."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if _lines(text[:middle], face, room, room.least) is None:
            high = middle - 1
        else:
            low = middle
    return low
