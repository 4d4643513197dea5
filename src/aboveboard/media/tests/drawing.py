"""Pictures for tests, drawn: a face, and files of every kind and turn."""

import io
from typing import Any

from PIL import Image, ImageDraw, ImageFilter


def face(
    size: tuple[int, int] = (900, 600), *places: tuple[int, int], radius: int = 90
) -> Image.Image:
    """A wall with a drawn head at each place (the middle of it)."""
    picture = Image.new("RGB", size, (196, 205, 210))
    draw = ImageDraw.Draw(picture)
    for x, y in places or ((650, 260),):
        _head(draw, x, y, radius)
    return picture.filter(ImageFilter.GaussianBlur(radius * 0.03))


def _head(draw: ImageDraw.ImageDraw, x: int, y: int, radius: int) -> None:
    def spot(at: tuple[float, float], wide: float, high: float, colour: tuple[int, ...]) -> None:
        middle = x + at[0] * radius, y + at[1] * radius
        draw.ellipse(
            (
                middle[0] - wide * radius,
                middle[1] - high * radius,
                middle[0] + wide * radius,
                middle[1] + high * radius,
            ),
            fill=colour,
        )

    spot((0, -0.15), 1.0, 1.25, (70, 50, 40))
    spot((0, 0.1), 0.82, 1.12, (224, 184, 158))
    for side in (-1, 1):
        spot((side * 0.36, -0.08), 0.24, 0.16, (150, 105, 85))
        spot((side * 0.36, -0.06), 0.17, 0.085, (245, 245, 245))
        spot((side * 0.36, -0.06), 0.085, 0.085, (40, 30, 25))
        brow = x + (side * 0.36 - 0.24) * radius, x + (side * 0.36 + 0.24) * radius
        draw.line(
            (brow[0], y - 0.3 * radius, brow[1], y - 0.3 * radius),
            fill=(70, 45, 35),
            width=int(0.09 * radius),
        )
        spot((side * 0.42, 0.4), 0.2, 0.14, (230, 170, 150))
    spot((0, 0.22), 0.12, 0.22, (205, 160, 135))
    spot((0, 0.42), 0.17, 0.07, (160, 110, 90))
    spot((0, 0.7), 0.3, 0.1, (165, 75, 75))


def corners(size: tuple[int, int] = (600, 400), mode: str = "RGB") -> Image.Image:
    """A picture whose corners can be told apart: red, green, blue and yellow."""
    picture = Image.new("RGB", size, (120, 120, 120))
    draw = ImageDraw.Draw(picture)
    w, h = size
    for at, colour in (
        ((0, 0), (220, 30, 30)),
        ((w // 2, 0), (30, 200, 30)),
        ((0, h // 2), (30, 30, 220)),
        ((w // 2, h // 2), (230, 220, 30)),
    ):
        draw.rectangle((*at, at[0] + w // 2, at[1] + h // 2), fill=colour)
    return picture if mode == "RGB" else picture.convert(mode)


def bars(shade: int = 0) -> Image.Image:
    """A picture of twelve bars; another `shade` places and colours them otherwise."""
    picture = Image.new("RGB", (640, 480), (220, 214, 200))
    draw = ImageDraw.Draw(picture)
    for n in range(12):
        box = (n * 50, (n * 83 + shade * 37) % 380, n * 50 + 120, (n * 83 + shade * 37) % 380 + 90)
        draw.rectangle(box, fill=((n * 20 + shade) % 255, 90, (200 - n * 12) % 255))
    return picture


def saved(picture: Image.Image, kind: str = "JPEG", **how: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **how)
    return file.getvalue()
