"""How often a guard's findings are right, as measured: `measured.json`, written by `make docs`."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True)
class Often:
    """Of `of` findings on cases that were not seen while building, `right` were right.

    About half of the cases were such that the guard should speak; where hardly any post is, a
    smaller share is right.
    """

    right: int
    of: int


def how_often(guard: str, language: str) -> Often | None:
    """How often findings of a guard are right in a language; None where nobody counted."""
    known = figures().get("held", {}).get(guard, {}).get(language)
    if not known or not known["precision"]:
        return None
    value, _low, _high, of = known["precision"]
    return Often(round(value * of), of)


@cache
def figures() -> dict[str, Any]:
    """All figures, as `measuring.measured` gives them."""
    file = files("aboveboard.check").joinpath("measured.json")
    told: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return told
