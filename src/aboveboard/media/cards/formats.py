"""The formats of cards: the shapes that networks show pictures in, and their sizes in pixels."""

from dataclasses import dataclass
from typing import Literal

Shape = Literal["square", "tall", "wide"]
SHAPES: tuple[Shape, ...] = ("square", "tall", "wide")


@dataclass(frozen=True)
class Format:
    """A shape of a picture. Its drawing is as large as its shorter side being 1,000 units."""

    name: str
    width: int
    height: int

    @property
    def units(self) -> tuple[float, float]:
        short = min(self.width, self.height)
        return self.width / short * 1_000, self.height / short * 1_000

    @property
    def shape(self) -> Shape:
        if self.width == self.height:
            return "square"
        return "wide" if self.width > self.height else "tall"


# Feeds (1:1, 4:5, 3:4), stories and clips (9:16), links and wide feeds (16:9, 1.91:1), pins (2:3).
FORMATS = {
    one.name: one
    for one in (
        Format("1:1", 1080, 1080),
        Format("4:5", 1080, 1350),
        Format("3:4", 1080, 1440),
        Format("9:16", 1080, 1920),
        Format("16:9", 1920, 1080),
        Format("1.91:1", 1200, 628),
        Format("2:3", 1000, 1500),
    )
}


def nearest(ratio: float) -> Format:
    """The format whose width by height comes nearest to that ratio."""
    return min(FORMATS.values(), key=lambda one: abs(one.width / one.height - ratio))
