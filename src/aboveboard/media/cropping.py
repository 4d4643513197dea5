"""Where a picture is cut: the largest piece of a shape that keeps what matters in it.

Pure. Pixels as shown, a box as left, top, right, bottom.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A piece of a picture; the right and bottom edges do not belong to it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )

    def around(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


def crop(width: int, height: int, aspect: float, keep: Sequence[Box] = ()) -> Box:
    """The largest box of a shape (width by height), placed for what is to be kept.

    `keep` begins with what matters most: as many of them as go in together are kept whole, and
    stand in the middle where the picture's edges let them. Without any it is the middle.
    """
    wide = min(width, max(1, round(height * aspect)))
    high = min(height, max(1, round(width / aspect)))
    wanted = _wanted(keep, wide, high) if keep else Box(0, 0, width, height)
    left = _placed(wanted.left, wanted.right, wide, width)
    top = _placed(wanted.top, wanted.bottom, high, height)
    return Box(left, top, left + wide, top + high)


def within(box: Sequence[int], width: int, height: int, aspect: float | None) -> Box:
    """A box that somebody drew, moved into the picture and given exactly its shape.

    It becomes no larger. `aspect` None leaves its shape.
    """
    left, top, right, bottom = box
    wide, high = min(max(right - left, 1), width), min(max(bottom - top, 1), height)
    if aspect is not None:
        wide = min(wide, max(1, round(high * aspect)))
        high = min(high, max(1, round(wide / aspect)))
    left = min(max(left, 0), width - wide)
    top = min(max(top, 0), height - high)
    return Box(left, top, left + wide, top + high)


def scaled(box: Sequence[float], width: int, height: int) -> Box:
    """A box that was told in parts of the picture, 0 to 1, in its pixels."""
    left, top, right, bottom = (min(max(part, 0.0), 1.0) for part in box)
    return Box(
        math.floor(left * width),
        math.floor(top * height),
        math.ceil(right * width),
        math.ceil(bottom * height),
    )


def nearest(width: int, height: int, shapes: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The shape of which least is cut off."""
    own = math.log(width / height)
    return min(shapes, key=lambda shape: abs(math.log(shape[0] / shape[1]) - own))


def _wanted(keep: Sequence[Box], wide: int, high: int) -> Box:
    """What is kept whole; where even the first does not go in, its middle counts."""
    whole = keep[0]
    for one in keep[1:]:
        more = whole.around(one)
        if more.width > wide or more.height > high:
            break
        whole = more
    return whole


def _placed(start: int, end: int, length: int, most: int) -> int:
    """Where a piece of this length begins, so that `start` to `end` stand in its middle."""
    return min(max((start + end - length) // 2, 0), most - length)
