"""Draws a chart from a few numbers: bars or a line, both from zero up, each number written out.

In: numbers and a box. Out: SVG elements. Everything is said in words too: no colour has a meaning.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from aboveboard.media.cards.fonts import width
from aboveboard.media.cards.marks import line_of, rect, svg
from aboveboard.media.cards.numbers import Number

# Letters by units of the card, whose shorter side has 1,000; half of that is the least.
_SIZE, _LEAST = 40.0, 24.0
_LABELS = 0.42


@dataclass(frozen=True)
class Area:
    """A box, in units."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Inks:
    """The colours of a chart: of what is drawn, of what is written, and of what they stand on."""

    drawn: str
    written: str
    ground: str


def bars(numbers: Sequence[Number], area: Area, inks: Inks) -> etree._Element | None:
    """Lying bars with their labels before and numbers behind; None where they do not fit."""
    row = area.height / len(numbers)
    for step in range(17):
        size = min(_SIZE - step * (_SIZE - _LEAST) / 16, row * 0.62)
        before = max(width(one.label, "sans") for one in numbers) * size
        after = max(width(one.shown, "bold") for one in numbers) * size
        gap = size * 0.6
        room = area.width - before - after - 2 * gap
        if size >= _LEAST and before <= area.width * _LABELS and room >= area.width * 0.2:
            break
    else:
        return None
    group = etree.Element(svg("g"))
    low, high = min(0.0, *(one.value for one in numbers)), max(0.0, *(one.value for one in numbers))
    scale = (room - (after + gap if low < 0 else 0)) / ((high - low) or 1)
    zero = area.x + before + gap + (-low * scale + after + gap if low < 0 else 0)
    thick = min(row * 0.6, 72)
    for place, one in enumerate(numbers):
        middle = area.y + row * (place + 0.5)
        base = middle + size * 0.34
        group.append(line_of(one.label, "sans", size, area.x, base, inks.written))
        long = abs(one.value) * scale
        left = zero - long if one.value < 0 else zero
        group.append(rect(left, middle - thick / 2, long, thick, inks.drawn))
        if one.value < 0:
            end = left - gap * 0.6
            group.append(line_of(one.shown, "bold", size, end, base, inks.written, anchor="end"))
        else:
            place_x = zero + long + gap * 0.6
            group.append(line_of(one.shown, "bold", size, place_x, base, inks.written))
    group.append(rect(zero - 1.5, area.y, 3, area.height, inks.written))
    return group


def line(numbers: Sequence[Number], area: Area, inks: Inks) -> etree._Element | None:
    """A line from left to right, each number at its point; None where the words do not fit."""
    step = area.width / len(numbers)
    widest = max(max(width(one.label, "sans"), width(one.shown, "bold")) for one in numbers)
    size = min(_SIZE, step * 0.94 / widest if widest else _SIZE)
    if size < _LEAST:
        return None
    low, high = min(0.0, *(one.value for one in numbers)), max(0.0, *(one.value for one in numbers))
    top, foot = area.y + size * 1.6, area.y + area.height - size * 3.2
    scale = (foot - top) / ((high - low) or 1)
    points = [
        (area.x + step * (place + 0.5), foot - (one.value - low) * scale)
        for place, one in enumerate(numbers)
    ]
    group = etree.Element(svg("g"))
    group.append(rect(area.x, foot + low * scale - 1.5, area.width, 3, inks.written))
    drawn = etree.SubElement(group, svg("polyline"))
    drawn.set("points", " ".join(f"{x:.2f},{y:.2f}" for x, y in points))
    for name, value in (
        ("fill", "none"),
        ("stroke", inks.drawn),
        ("stroke-width", "9"),
        ("stroke-linejoin", "round"),
        ("stroke-linecap", "round"),
    ):
        drawn.set(name, value)
    for place, ((x, y), one) in enumerate(zip(points, numbers, strict=True)):
        dot = etree.SubElement(group, svg("circle"))
        for name, number in (("cx", x), ("cy", y), ("r", 13.0)):
            dot.set(name, f"{number:.2f}")
        dot.set("fill", inks.drawn)
        # Where the line comes from above, there is room below.
        beside = [numbers[at].value for at in (place - 1, place + 1) if 0 <= at < len(numbers)]
        is_low = bool(beside) and sum(beside) / len(beside) > one.value
        base = y + size * 1.35 if is_low else y - size * 0.75
        said = line_of(one.shown, "bold", size, x, base, inks.written, anchor="middle")
        # A rim in the ground's colour keeps the line out of the words.
        said.set("stroke", inks.ground)
        said.set("stroke-width", f"{size * 0.4:.2f}")
        said.set("stroke-linejoin", "round")
        said.set("paint-order", "stroke")
        group.append(said)
        label = area.y + area.height - size * 0.4
        group.append(line_of(one.label, "sans", size, x, label, inks.written, anchor="middle"))
    return group
