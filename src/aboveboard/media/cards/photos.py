"""A picture in a card, and what of it is shown where it fills a place of another shape."""

from dataclasses import dataclass

from lxml import etree

from aboveboard.media.cards.marks import svg
from aboveboard.media.cropping import Box, crop

# What is told in the drawing's own units, and would mean something else in a window of its own.
_PLACED = {"clip-path", "mask", "transform", "filter"}
_PLACE = ("x", "y", "width", "height")


@dataclass(frozen=True)
class Picture:
    """A picture for a card, as it goes into the drawing. `size` in pixels, None: not known.

    `keep` is what matters in it, most first: where it is cut to fill a place, that stays.
    """

    data: bytes
    mime: str
    size: tuple[int, int] | None = None
    keep: tuple[Box, ...] = ()


def show_what_matters(
    element: etree._Element, picture: Picture, place: tuple[float, float, float, float]
) -> None:
    """Show of a picture that fills its place the piece with what matters, not the middle."""
    fills = (element.get("preserveAspectRatio") or "").endswith("slice")
    parent = element.getparent()
    if not (fills and picture.size and picture.keep) or parent is None:
        return
    if _PLACED & {str(name) for name in element.attrib}:
        return
    piece = crop(*picture.size, place[2] / place[3], picture.keep)
    window = etree.Element(svg("svg"))
    for name, value in zip(_PLACE, place, strict=True):
        window.set(name, f"{value:.2f}")
    window.set("viewBox", f"{piece.left} {piece.top} {piece.width} {piece.height}")
    window.set("preserveAspectRatio", "xMidYMid slice")
    parent.replace(element, window)
    window.append(element)
    for name, length in zip(_PLACE, (0, 0, *picture.size), strict=True):
        element.set(name, str(length))
