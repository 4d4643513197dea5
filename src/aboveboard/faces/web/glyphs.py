"""The glyphs of icons.toml: which names a page may use, and where each drawing comes from."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIST = Path(__file__).parent / "icons.toml"


@dataclass(frozen=True)
class Glyphs:
    """`icons` are lucide names; `networks` maps a network's slug to (set, name)."""

    icons: tuple[str, ...]
    networks: dict[str, tuple[str, str]]
    fallback: tuple[str, str]


@cache
def glyphs() -> Glyphs:
    """The list as read from icons.toml, once."""
    read = tomllib.loads(LIST.read_text())
    return Glyphs(
        icons=tuple(read["icons"]),
        networks={slug: _source(place) for slug, place in read["networks"].items()},
        fallback=_source(read["fallback"]),
    )


def _source(place: str) -> tuple[str, str]:
    collection, _, name = place.partition(":")
    return collection, name
