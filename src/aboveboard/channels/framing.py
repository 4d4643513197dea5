"""How a network shows a picture: the shapes and sizes that it takes, and those that suit it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Frame:
    """Shapes as width by height, sizes in pixels as shown.

    It takes what is at least `narrowest` and at most `widest` times as wide as it is high and has
    `pixels` at the most, None when nobody says. More than `edge` pixels on the longer edge are
    made smaller there, so that they are not worth sending. `shapes` are the sizes that it shows
    whole, None named where it shows any shape.
    """

    narrowest: float = 0.0
    widest: float = 1_000.0
    edge: int = 4_096
    pixels: int | None = None
    shapes: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> "Frame":
        """As it was kept in JSON, by this version or another."""
        known = {name: kept[name] for name in cls.__dataclass_fields__ if name in kept}
        return cls(**{**known, "shapes": tuple((w, h) for w, h in kept.get("shapes", ()))})

    def takes(self, width: int, height: int) -> bool:
        """Whether the network takes a picture of this shape."""
        # A picture cut to 4:5 misses it by less than a pixel.
        least, most = (width - 1) / height, (width + 1) / height
        return self.narrowest <= most and least <= self.widest

    def suits(self, width: int, height: int) -> bool:
        """Whether it is taken and lies between the shapes that are shown whole."""
        if not self.shapes:
            return self.takes(width, height)
        known = [shape[0] / shape[1] for shape in self.shapes]
        within = Frame(narrowest=min(known), widest=max(known))
        return self.takes(width, height) and within.takes(width, height)


ANY_SHAPE = Frame()
