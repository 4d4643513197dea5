"""Where a clip's window stands in the video (pure): the subject in it, never beyond the frame.

In: where the subject is now and then (`Seen`, parts of the frame). Out: a window for each scene
that stands still, or follows smoothly where the subject moves farther than half of the window.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from aboveboard.media.clips.cutting import Piece
from aboveboard.media.clips.encoding import even

Shape = Literal["9:16", "1:1", "4:5", "16:9"]
SHAPES: tuple[Shape, ...] = get_args(Shape)

MOVES = 0.5
# A person's camera takes about this long to follow.
_SMOOTH = 1.5
STEP = 0.1


@dataclass(frozen=True)
class Seen:
    """The subject at a moment: its middle as parts of width and height (0 to 1)."""

    at: float
    x: float
    y: float
    weight: float = 1.0


@dataclass(frozen=True)
class Window:
    """From a moment of the clip on, the window's left upper corner in pixels of the video."""

    at: float
    x: int
    y: int


def window_size(width: int, height: int, shape: Shape) -> tuple[int, int]:
    """The largest window of this shape that stands in the frame, in even pixels."""
    across, down = _ratio(shape)
    wide, high = min(width, height * across / down), min(height, width * down / across)
    return min(even(wide), width // 2 * 2), min(even(high), height // 2 * 2)


def size_of(window: tuple[int, int], shape: Shape) -> tuple[int, int]:
    """Width and height of a clip that is of this shape exactly, as near to the window as can be."""
    across, down = _ratio(shape)
    unit = even(window[1] / down)
    return unit * across, unit * down


def _ratio(shape: Shape) -> tuple[int, int]:
    across, _colon, down = shape.partition(":")
    return int(across), int(down)


def windows(
    seen: Sequence[Seen],
    scenes: Sequence[Piece],
    *,
    frame: tuple[int, int],
    window: tuple[int, int],
    focus: tuple[float, float] | None = None,
) -> list[Window]:
    """The windows of a clip whose scenes these are, in the order of its time.

    `seen` is in the time of the video, as `scenes` are; `focus` is a point that a person chose.
    """
    out: list[Window] = []
    begun = 0.0
    for scene in scenes:
        if focus:
            points = [Seen(scene.start, *focus)]
        else:
            points = [one for one in seen if scene.start <= one.at < scene.end]
        out += _in_scene(points, scene, begun, frame, window)
        begun += scene.seconds
    kept: list[Window] = []
    for one in out:
        if not kept or (one.x, one.y) != (kept[-1].x, kept[-1].y):
            kept.append(one)
    return kept


def _in_scene(
    points: Sequence[Seen],
    scene: Piece,
    begun: float,
    frame: tuple[int, int],
    window: tuple[int, int],
) -> list[Window]:
    if not points:
        return [Window(begun, *_corner(0.5, 0.5, frame, window))]
    wide, high = window[0] / frame[0], window[1] / frame[1]
    far_x = _reach([one.x for one in points]) > MOVES * wide and wide < 1
    far_y = _reach([one.y for one in points]) > MOVES * high and high < 1
    still_x, still_y = _middle(points, "x"), _middle(points, "y")
    if not far_x and not far_y:
        return [Window(begun, *_corner(still_x, still_y, frame, window))]
    out = []
    for number in range(max(1, int(scene.seconds / STEP))):
        at = scene.start + number * STEP
        x = _smooth(points, at, "x") if far_x else still_x
        y = _smooth(points, at, "y") if far_y else still_y
        out.append(Window(begun + number * STEP, *_corner(x, y, frame, window)))
    return out


def _corner(x: float, y: float, frame: tuple[int, int], window: tuple[int, int]) -> tuple[int, int]:
    return _along(x, frame[0], window[0]), _along(y, frame[1], window[1])


def _along(middle: float, whole: int, part: int) -> int:
    """Even, since colours are kept for two pixels at once."""
    most = (whole - part) // 2 * 2
    return min(max(round((middle * whole - part / 2) / 2) * 2, 0), max(most, 0))


def _reach(values: Sequence[float]) -> float:
    """How far values go from each other, a tenth at both ends left out."""
    ordered = sorted(values)
    cut = len(ordered) // 10
    return ordered[-1 - cut] - ordered[cut]


def _middle(points: Sequence[Seen], axis: Literal["x", "y"]) -> float:
    """The weighted median."""
    ordered = sorted((getattr(one, axis), one.weight) for one in points)
    half, gone = sum(weight for _value, weight in ordered) / 2, 0.0
    for value, weight in ordered:
        gone += weight
        if gone >= half:
            return float(value)
    return float(ordered[-1][0])


def _smooth(points: Sequence[Seen], at: float, axis: Literal["x", "y"]) -> float:
    """The mean of what was seen around a moment, the nearer the heavier."""
    total = weight = 0.0
    for one in points:
        near = max(0.0, 1 - abs(one.at - at) / _SMOOTH) ** 2 * one.weight
        total += near * float(getattr(one, axis))
        weight += near
    if weight:
        return total / weight
    nearest = min(points, key=lambda one: abs(one.at - at))
    return float(getattr(nearest, axis))
