"""Looks for marks in a file of any size, a piece at a time: what is mapped counts as memory."""

from collections.abc import Sequence
from pathlib import Path

_PIECE = 1_000_000


def holds(path: Path, marks: Sequence[bytes], *, within: int | None = None) -> bool:
    """Whether one of the marks stands in the file, in its first `within` bytes where given."""
    overlap = max(map(len, marks)) - 1
    seen, before = 0, b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            text = before + piece
            if any(mark in text for mark in marks):
                return True
            seen += len(piece)
            if within is not None and seen >= within:
                return False
            before = text[-overlap:] if overlap else b""
    return False
