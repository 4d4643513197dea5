"""Stamps: a step whose inputs have the same content as last time is not done again."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def files(*patterns: str) -> list[Path]:
    """The project's files that fit any of these globs, in a fixed order."""
    found = {path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}
    return sorted(found)


def content_hash(paths: Iterable[Path], *more: str) -> str:
    """The SHA-256 over the names and contents of files, and over further words."""
    total = hashlib.sha256()
    for path in paths:
        total.update(f"\0{path.relative_to(ROOT)}\0".encode())
        total.update(path.read_bytes())
    for word in more:
        total.update(f"\0{word}".encode())
    return total.hexdigest()


class Stamp:
    """The hash that a step left beside what it made, so that deleting that deletes the stamp."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def is_fresh(self, state: str) -> bool:
        return self._path.exists() and self._path.read_text() == state

    def press(self, state: str) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(state)

    def lift(self) -> None:
        self._path.unlink(missing_ok=True)
