"""The pieces of SVG that cards are filled with: lines of text, bars, stars."""

import math
from collections.abc import Sequence
from typing import Literal

from lxml import etree

from aboveboard.media.cards.fonts import Face, metrics, runs

Anchor = Literal["start", "middle", "end"]


def svg(name: str) -> str:
    return f"{{http://www.w3.org/2000/svg}}{name}"


def rect(x: float, y: float, width: float, height: float, fill: str) -> etree._Element:
    element = etree.Element(svg("rect"))
    for name, value in (("x", x), ("y", y), ("width", width), ("height", height)):
        element.set(name, f"{value:.2f}")
    element.set("fill", fill)
    return element


def line_of(
    text: str,
    face: Face,
    size: float,
    x: float,
    base: float,
    fill: str,
    *,
    anchor: Anchor = "start",
) -> etree._Element:
    """One line of text, escaped by lxml; each run names the file that has its letters."""
    element = etree.Element(svg("text"))
    element.set("x", f"{x:.2f}")
    element.set("y", f"{base:.2f}")
    element.set("font-size", f"{size:.2f}")
    element.set("fill", fill)
    element.set("text-anchor", anchor)
    for stem, words in runs(text, face):
        span = etree.SubElement(element, svg("tspan"))
        span.set("font-family", stem)
        span.text = words
    return element


def lines_of(
    lines: Sequence[str],
    face: Face,
    size: float,
    box: tuple[float, float, float, float],
    fill: str,
    *,
    anchor: Anchor,
    stand: str,
    leading: float,
) -> etree._Element:
    """Lines in a box (x, y, width, height); `stand` says whether at its top, middle or bottom."""
    x, y, width, height = box
    ascent, descent = metrics(face)
    step = size * leading
    free = height - step * len(lines)
    top = y + {"top": 0.0, "middle": free / 2}.get(stand, free)
    base = top + (step - (ascent + descent) * size) / 2 + ascent * size
    at = x + {"start": 0.0, "middle": width / 2}.get(anchor, width)
    group = etree.Element(svg("g"))
    for number, text in enumerate(lines):
        if text:
            element = line_of(text, face, size, at, base + number * step, fill, anchor=anchor)
            group.append(element)
    return group


def stars(
    count: int, box: tuple[float, float, float, float], fill: str, *, anchor: Anchor
) -> etree._Element:
    """Five stars in a row, `count` of them filled and the others outlined."""
    x, y, width, height = box
    size = min(height, width / 5.8)
    step = size * 1.18
    left = x + {"start": 0.0, "middle": (width - step * 5 + size * 0.18) / 2}.get(
        anchor, width - step * 5
    )
    group = etree.Element(svg("g"))
    for number in range(5):
        middle = left + step * number + size / 2
        corners = []
        for corner in range(10):
            far = size * (0.47 if corner % 2 == 0 else 0.19)
            turn = math.pi * (corner / 5 - 0.5)
            corners.append((middle + far * math.cos(turn), y + height / 2 + far * math.sin(turn)))
        star = etree.SubElement(group, svg("polygon"))
        star.set("points", " ".join(f"{one:.2f},{other:.2f}" for one, other in corners))
        star.set("fill", fill if number < count else "none")
        star.set("stroke", fill)
        star.set("stroke-width", f"{size * 0.035:.2f}")
        star.set("stroke-linejoin", "round")
    return group
