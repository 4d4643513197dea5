"""The colours and letters of a card, from a brand's look; held to what can be read.

A template names five colours: `ground` and the `ink` on it, `accent` for what is drawn or small
beside, and `panel` with `on_panel` on it for what stands against the ground.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from aboveboard.media.cards.contrast import LARGE, TEXT, nearest, ratio
from aboveboard.media.cards.fonts import Face

Scheme = Literal["brand", "light", "dark"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)
_PAPER, _INK = "#FDFCFA", "#191A1D"
_NIGHT, _CHALK = "#191A1D", "#F3F1EA"


@dataclass(frozen=True)
class Style:
    """How a brand looks, as far as cards need it. Colours as "#2F4A52"."""

    colour: str = "#2F4A52"
    on_colour: str = "#F3F1EA"
    accent: str = "#E0B25B"
    letter: Literal["serif", "sans"] = "serif"

    @property
    def heading(self) -> Face:
        return "serif" if self.letter == "serif" else "bold"


@dataclass(frozen=True)
class Pair:
    """Something on a ground, and how much contrast it needs."""

    one: str
    on: str
    wanted: float


def colours(style: Style, scheme: Scheme) -> dict[str, str]:
    """The five colours by name."""
    if scheme == "brand":
        ground, ink, accent = style.colour, style.on_colour, style.accent
        panel, on_panel = style.on_colour, style.colour
    elif scheme == "light":
        ground, ink, accent = _PAPER, _INK, style.colour
        panel, on_panel = style.colour, style.on_colour
    else:
        ground, ink, accent = _NIGHT, _CHALK, style.accent
        panel, on_panel = style.colour, style.on_colour
    named = {"ground": ground, "ink": ink, "accent": accent, "panel": panel, "on_panel": on_panel}
    return {name: colour.upper() for name, colour in named.items()}


def wanted(*, size: float, bold: bool, units: float) -> float:
    """The contrast that a text needs. Large is 24 px, or 19 px bold, where the card is as wide as
    a phone (WCAG 2.2, 1.4.3); a phone's screen is 360 px wide."""
    seen = size / units * 360
    return LARGE if seen >= (18.66 if bold else 24) else TEXT


def unread(pair: Pair, found: Mapping[str, str]) -> bool:
    """Whether it cannot be read well enough."""
    return ratio(found[pair.one], found[pair.on]) < pair.wanted


def mended(pairs: list[Pair], found: Mapping[str, str]) -> dict[str, str]:
    """The colours with each that cannot be read moved to the nearest that can.

    A colour that stands on two grounds is moved for the harder; grounds stay.
    """
    new = dict(found)
    for pair in sorted(pairs, key=lambda one: one.wanted):
        new[pair.one] = nearest(new[pair.one], new[pair.on], pair.wanted)
    return new
