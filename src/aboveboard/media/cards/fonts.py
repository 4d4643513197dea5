"""The letters of cards: which font file has a character, and how wide it is.

The files stand in `fonts/` and are made once from the packages of web/ (`faces.web.assets`), each
under its own stem as its family's name. Widths are in parts of the letter's size, without kerning,
which makes a line rather narrower than measured.
https://learn.microsoft.com/typography/opentype/spec/cmap (format 4), …/hmtx, …/hhea
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Literal, get_args

FOLDER = Path(__file__).parent / "fonts"
Face = Literal["serif", "sans", "bold"]
FACES: tuple[Face, ...] = get_args(Face)
# Each face's files: its own scripts first, then what another has in its place.
_SERIF = ("newsreader-latin-500", "newsreader-latin-ext-500")
_SANS = ("instrument-sans-latin-500", "instrument-sans-latin-ext-500")
_BOLD = ("instrument-sans-latin-700", "instrument-sans-latin-ext-700")
_FILES = {"serif": (*_SERIF, *_SANS), "sans": (*_SANS, *_SERIF), "bold": (*_BOLD, *_SERIF)}
STEMS = (*_SERIF, *_SANS, *_BOLD)


@dataclass(frozen=True)
class Font:
    """One file: the width of each character it has, its ascent and descent, all by size."""

    widths: dict[str, float]
    ascent: float
    descent: float


def files() -> list[str]:
    """The paths of all font files, for resvg."""
    return [str(FOLDER / f"{stem}.ttf") for stem in STEMS]


def runs(text: str, face: Face) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the file that has its characters."""
    for stem, letters in groupby(text, lambda letter: _has(face, letter) or _FILES[face][0]):
        yield stem, "".join(letters)


def missing(text: str, face: Face) -> list[str]:
    """The characters for which there is no letter, each once."""
    return [one for one in dict.fromkeys(text) if not one.isspace() and not _has(face, one)]


def width(text: str, face: Face) -> float:
    """How wide a line of text is, by size."""
    return sum(_width(face, letter) for letter in text)


def metrics(face: Face) -> tuple[float, float]:
    """How far letters reach above and below their line, by size."""
    one = font(_FILES[face][0])
    return one.ascent, one.descent


@cache
def _has(face: Face, letter: str) -> str:
    return next((stem for stem in _FILES[face] if letter in font(stem).widths), "")


@cache
def _width(face: Face, letter: str) -> float:
    stem = _has(face, letter)
    return font(stem).widths[letter] if stem else 0.0


@cache
def font(stem: str) -> Font:
    """A font file, read. Raises FileNotFoundError where the files were not made yet."""
    data = (FOLDER / f"{stem}.ttf").read_bytes()
    tables = {}
    for number in range(struct.unpack(">H", data[4:6])[0]):
        tag, _sum, at, length = struct.unpack(">4sIII", data[12 + 16 * number : 28 + 16 * number])
        tables[tag] = data[at : at + length]
    (unit,) = struct.unpack(">H", tables[b"head"][18:20])
    ascent, descent = struct.unpack(">hh", tables[b"hhea"][4:8])
    (count,) = struct.unpack(">H", tables[b"hhea"][34:36])
    advances = struct.unpack(f">{count * 2}H", tables[b"hmtx"][: count * 4])[::2]
    widths = {
        chr(code): advances[min(glyph, count - 1)] / unit
        for code, glyph in _characters(tables[b"cmap"])
    }
    return Font(widths, ascent / unit, -descent / unit)


def _characters(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Code points of the basic plane and their glyphs."""
    for number in range(struct.unpack(">H", cmap[2:4])[0]):
        _platform, _kind, at = struct.unpack(">HHI", cmap[4 + 8 * number : 12 + 8 * number])
        if struct.unpack(">H", cmap[at : at + 2])[0] == 4:
            yield from _segments(cmap[at:])
            return


def _segments(table: bytes) -> Iterator[tuple[int, int]]:
    (twice,) = struct.unpack(">H", table[6:8])
    count = twice // 2
    words = struct.unpack(f">{len(table) // 2}H", table[: len(table) // 2 * 2])
    ends, begins = words[7 : 7 + count], words[8 + count : 8 + 2 * count]
    deltas = words[8 + 2 * count : 8 + 3 * count]
    place = 8 + 3 * count
    for number in range(count):
        offset = words[place + number]
        for code in range(begins[number], min(ends[number], 0xFFFE) + 1):
            if offset:
                glyph = words[place + number + offset // 2 + code - begins[number]]
                glyph = (glyph + deltas[number]) & 0xFFFF if glyph else 0
            else:
                glyph = (code + deltas[number]) & 0xFFFF
            if glyph:
                yield code, glyph
