"""What is to be done with a picture so that a channel takes it: where it is cut, how large it is.

Pure: sizes and limits in, a `Plan` out. The same for a channel and for a shape that is asked for.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from aboveboard.channels.base import Frame, Limits
from aboveboard.kernel.errors import Invalid
from aboveboard.media.cropping import Box, crop, nearest, within

Shape = tuple[int, int]
# As a list to choose from where a network has no shapes of its own.
COMMON: tuple[Shape, ...] = ((1, 1), (4, 5), (2, 3), (9, 16), (16, 9))
_NAMED = re.compile(r"(\d{1,5}) ?[:x×] ?(\d{1,5})")
# What every network and program takes.
_ANYWHERE = ("image/jpeg", "image/png", "image/webp")
_LIGHT = 10_000_000


@dataclass(frozen=True)
class Wanted:
    """What takes the picture: `key` names it in addresses and recipes, `title` to people."""

    key: str
    title: str
    mimes: tuple[str, ...]
    most: int
    frame: Frame

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The shapes to choose from, besides the picture's own."""
        if self.frame.shapes:
            return self.frame.shapes
        return tuple(shape for shape in COMMON if self.frame.takes(*_thousand(shape)))


@dataclass(frozen=True)
class Plan:
    """Cut to `box`, then `width` by `height` pixels. `shape` is the one it was cut in."""

    wanted: Wanted
    box: Box
    width: int
    height: int
    shape: Shape

    def leaves(self, width: int, height: int, mime: str, size: int) -> bool:
        """Whether a file of this size, kind and weight can be used as it is."""
        return (
            self.box == (0, 0, width, height)
            and (self.width, self.height) == (width, height)
            and mime in self.wanted.mimes
            and size <= self.wanted.most
        )


def for_network(key: str, title: str, limits: Limits) -> Wanted | None:
    """What a network wants of a picture; None where it takes none."""
    if not limits.images:
        return None
    return Wanted(key, title, limits.image_types, limits.image_bytes, limits.frame)


def for_shape(named: str) -> Wanted:
    """A shape that is asked for, as “4:5”, or as “1200x630” with its size. Raises Invalid."""
    shape = shape_named(named)
    sized = min(shape) >= 100
    edge = max(shape) if sized else Frame().edge
    key = f"{shape[0]}x{shape[1]}" if sized else f"{shape[0]}:{shape[1]}"
    frame = Frame(edge=edge, shapes=(shape,))
    return Wanted(key, key.replace("x", " × "), _ANYWHERE, _LIGHT, frame)


def shape_named(named: str) -> Shape:
    """Raises Invalid for what is none."""
    found = _NAMED.fullmatch(named.strip())
    width, height = (int(part) for part in found.groups()) if found else (0, 0)
    if not width or not height or not 0.05 <= width / height <= 20:
        raise Invalid(
            f"“{named[:20]}” is no shape.",
            mend="Write it like 4:5, or like 1200x630 with its pixels.",
            code="shape",
        )
    return width, height


def plan(
    wanted: Wanted,
    width: int,
    height: int,
    *,
    keep: Sequence[Box] = (),
    shape: Shape | None = None,
    drawn: Sequence[int] | None = None,
) -> Plan:
    """Where a picture of this size is cut, and how large it becomes; never larger than it is.

    Without a `shape` that is taken it gets that of `drawn`, the box that somebody chose; else it
    stays in its own where that suits, or gets the one of which least is cut off. `keep` is what
    matters in it.
    """
    frame = wanted.frame
    if shape and not frame.takes(*_thousand(shape)):
        shape = None
    if drawn and not shape:
        shape = _shape_of(frame, drawn)
    shape = shape or _shape(frame, width, height)
    aspect = shape[0] / shape[1]
    box = within(drawn, width, height, aspect) if drawn else crop(width, height, aspect, keep)
    return Plan(wanted, box, *_size(frame, box, shape), shape)


def _shape_of(frame: Frame, drawn: Sequence[int]) -> Shape | None:
    """The shape that somebody drew: one of the frame's where it is that to the eye."""
    wide, high = drawn[2] - drawn[0], drawn[3] - drawn[1]
    if wide <= 0 or high <= 0:
        return None
    for shape in frame.shapes:
        if abs(wide * shape[1] / (high * shape[0]) - 1) < 0.01:
            return shape
    return (wide, high) if frame.suits(*_thousand((wide, high))) else None


def _shape(frame: Frame, width: int, height: int) -> Shape:
    """The shape that a picture gets unless somebody chooses one."""
    if frame.suits(width, height):
        return width, height
    if frame.shapes:
        return nearest(width, height, frame.shapes)
    bound = frame.narrowest if width / height < frame.narrowest else frame.widest
    return round(bound * 1_000), 1_000


def _size(frame: Frame, box: Box, shape: Shape) -> tuple[int, int]:
    if shape in frame.shapes and min(shape) >= 100:
        if shape[0] <= box.width and shape[1] <= box.height:
            return shape
        return box.width, box.height
    part = min(1.0, frame.edge / max(box.width, box.height))
    if frame.pixels:
        part = min(part, math.sqrt(frame.pixels / (box.width * box.height)))
    return _whole(box.width * part), _whole(box.height * part)


def _thousand(shape: Shape) -> Shape:
    """A shape in pixels enough to be measured."""
    return shape[0] * 1_000, shape[1] * 1_000


def _whole(length: float) -> int:
    """Whole pixels, not one fewer for the way in which fractions are kept."""
    return max(1, math.floor(length + 1e-6))
