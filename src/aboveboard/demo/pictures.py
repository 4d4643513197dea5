"""The demo brand's pictures: flat drawings, made when they are needed, so that none is shipped."""

import io
from collections.abc import Callable

from PIL import Image, ImageDraw

SIZE = (1200, 675)
NIGHT, SEA, PALE, SALT, CLAY = "#2F4A52", "#5E7F84", "#C9D3CE", "#F3F1EA", "#8C6F55"
_Draw = ImageDraw.ImageDraw


def picture(name: str) -> bytes:
    """The picture of this name as PNG. Raises KeyError."""
    background, draw = _PICTURES[name]
    image = Image.new("RGB", SIZE, background)
    draw(ImageDraw.Draw(image))
    file = io.BytesIO()
    image.convert("P", palette=Image.Palette.ADAPTIVE, colors=16).save(file, "PNG", optimize=True)
    return file.getvalue()


def _pans(draw: _Draw) -> None:
    """Rows of pans that grow narrower towards the dike."""
    rows = ((290, 340, 0.42), (352, 440, 0.62), (454, 660, 0.95))
    for top, bottom, width in rows:
        left, right = 620 - 560 * width, 620 + 560 * width
        step = (right - left) / 4
        for number in range(4):
            near = left + number * step
            lean = (620 - near - step / 2) * 0.14
            draw.polygon(
                [
                    (near + 10 + lean, top),
                    (near + step - 10 + lean, top),
                    (near + step - 10, bottom),
                    (near + 10, bottom),
                ],
                fill=PALE if number != 2 else SALT,
            )
    draw.rectangle((0, 200, 1200, 250), fill=SEA)


def _rake(draw: _Draw) -> None:
    """A wooden rake on clay, with the lines that it drew."""
    for number in range(9):
        draw.line((80, 250 + number * 40, 760, 130 + number * 40), fill=SALT, width=6)
    draw.line((700, 330, 1180, 90), fill=NIGHT, width=26)
    draw.line((590, 120, 790, 520), fill=NIGHT, width=34)
    for number in range(8):
        near, top = 585 + number * 26, 130 + number * 52
        draw.line((near, top, near - 56, top + 24), fill=NIGHT, width=12)


def _flake(draw: _Draw) -> None:
    """One flake: a hollow pyramid of squares, seen from above."""
    for number, fill in enumerate((PALE, SALT, PALE, SALT, PALE, SEA)):
        inset = number * 44
        draw.rectangle((330 + inset, 68 + inset, 870 - inset, 608 - inset), fill=fill)
    draw.line((330, 68, 550, 288), fill=NIGHT, width=3)
    draw.line((870, 68, 650, 288), fill=NIGHT, width=3)
    draw.line((330, 608, 550, 388), fill=NIGHT, width=3)
    draw.line((870, 608, 650, 388), fill=NIGHT, width=3)


def _sluice(draw: _Draw) -> None:
    """The sluice at dusk, with its two posts in the water."""
    draw.rectangle((0, 400, 1200, 675), fill=NIGHT)
    draw.ellipse((820, 210, 980, 370), fill=SALT)
    draw.polygon([(0, 400), (0, 300), (420, 330), (520, 400)], fill=CLAY)
    for near in (560, 720):
        draw.rectangle((near, 180, near + 26, 520), fill=CLAY)
    draw.rectangle((540, 200, 770, 232), fill=CLAY)
    draw.rectangle((586, 260, 720, 470), fill=SEA)
    for top in (450, 510, 570, 630):
        draw.line((780, top, 1040 - (top - 450), top), fill=SEA, width=5)


_PICTURES: dict[str, tuple[str, Callable[[_Draw], None]]] = {
    "pans": (NIGHT, _pans),
    "rake": (CLAY, _rake),
    "flake": (NIGHT, _flake),
    "sluice": (PALE, _sluice),
}
ALT = {
    "pans": "Drawing: rows of pale salt pans in front of a dike, one of them white with salt.",
    "rake": "Drawing: a dark wooden rake on clay, and the parallel lines it has drawn.",
    "flake": "Drawing: a salt flake from above, a hollow pyramid of squares.",
    "sluice": "Drawing: a small sluice at dusk, a pale sun behind it, the water dark.",
}
