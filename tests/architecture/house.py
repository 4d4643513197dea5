"""Reads the house's order and its files, for the tests of this folder."""

import configparser
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "aboveboard"

_parser = configparser.ConfigParser()
_parser.read(ROOT / ".importlinter")
CONTRACTS = {name: dict(_parser[name]) for name in _parser.sections()}


def layers() -> list[list[str]]:
    """The packages by layer, the highest first, as the import contract lists them."""
    lines = CONTRACTS["importlinter:contract:house"]["layers"].split("\n")
    return [re.findall(r"\w+", line) for line in lines if line.strip()]


def rank(package: str) -> int:
    """The height of a package: a greater number stands higher and may import the lower ones."""
    order = layers()
    (place,) = [number for number, layer in enumerate(order) if package in layer]
    return len(order) - place


def package_of(path: Path) -> str:
    """The package of the first level that a source file belongs to."""
    return path.relative_to(SRC).parts[0]


def sources(*suffixes: str, tests: bool = False) -> Iterator[Path]:
    """Our own source files, without what is built, migrations and (unless asked) tests."""
    for path in sorted(SRC.rglob("*")):
        parts = path.relative_to(SRC).parts
        built = parts[0] == "static" or "vendor" in parts or "migrations" in parts
        if path.suffix in suffixes and not built and (tests or "tests" not in parts):
            yield path
