"""What the makers of dictionaries share: words of a table, and a file's lines."""

from collections.abc import Iterable
from pathlib import Path


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def put(path: Path, lines: Iterable[str]) -> None:
    path.write_text("\n".join(lines) + "\n", "utf-8")
