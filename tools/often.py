"""Writes which German words are common, with how often each is read or heard.

In: the list of the package `wordfreq`: words by the hundredths of a power of ten of their share
of all words, in the format that it calls cB (a list of lists in MessagePack). Out: a line for each
word of four letters and more with the power of ten among a thousand million words, from 3 (one in
a million) on. Its data are under CC BY-SA 4.0: https://pypi.org/project/wordfreq/
"""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hunspell_files import put

_LEAST, _SHORTEST = 3.0, 4


def write(packed: Path, out: Path) -> None:
    """Make the list of words from the packed one."""
    _head, *bins = _values(gzip.decompress(packed.read_bytes()))
    often = ((9 - below / 100, words) for below, words in enumerate(bins))
    put(
        out,
        (
            f"{word} {size:.2f}"
            for size, words in often
            if size >= _LEAST
            for word in words
            if word.isalpha() and len(word) >= _SHORTEST
        ),
    )


def _values(packed: bytes) -> list[Any]:
    """As much of MessagePack as that list is made of: arrays, texts, and what its head holds."""
    at = 0

    def size(length: int) -> int:
        nonlocal at
        at += length
        return int.from_bytes(packed[at - length : at], "big")

    def text(length: int) -> str:
        nonlocal at
        at += length
        return packed[at - length : at].decode()

    def items(count: int) -> Iterator[object]:
        return (value() for _ in range(count))

    def value() -> object:
        kind = size(1)
        if kind < 0x80:
            return kind
        if kind < 0x90:
            return list(items(2 * (kind & 0x0F)))
        if kind < 0xA0:
            return list(items(kind & 0x0F))
        if kind < 0xC0:
            return text(kind & 0x1F)
        if kind in (0xD9, 0xDA):
            return text(size(kind - 0xD8))
        if kind in (0xDC, 0xDD):
            return list(items(size(2 if kind == 0xDC else 4)))
        raise ValueError(f"{kind:#x} at {at} is none of the kinds that the list is made of.")

    return list(items(size(2))) if size(1) == 0xDC else []
