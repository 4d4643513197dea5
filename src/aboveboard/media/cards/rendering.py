"""Renders a drawn card to PNG with resvg, with our fonts and nothing else to reach."""

import io
from pathlib import Path
from pkgutil import resolve_name

from aboveboard.kernel.errors import Invalid
from aboveboard.media.cards.drawing import Drawn
from aboveboard.media.cards.fonts import files
from aboveboard.media.cards.photos import Picture

# A photograph is embedded no larger than a card may show it.
_PHOTO = 1920
_QUALITY = 90


def render(drawn: Drawn, *, width: int | None = None) -> bytes:
    """The card as PNG in its format's size, or narrower for a preview."""
    resvg = resolve_name("resvg_py")
    try:
        made: bytes = resvg.svg_to_bytes(
            svg_string=drawn.svg,
            width=width or drawn.format.width,
            skip_system_fonts=True,
            font_files=files(),
        )
    except ValueError as error:
        raise Invalid(
            f"This card could not be rendered: {str(error)[:200]}",
            mend="Mend its template, or choose another.",
            code="render",
        ) from error
    return made


def as_jpeg(png: bytes) -> bytes:
    """The same picture as JPEG, which weighs a fraction where a photograph is in it."""
    pillow = resolve_name("PIL.Image")
    with pillow.open(io.BytesIO(png)) as picture, io.BytesIO() as out:
        picture.convert("RGB").save(out, "JPEG", quality=_QUALITY, optimize=True)
        return out.getvalue()


def picture_of(path: Path, *, keeps_alpha: bool = False) -> Picture:
    """A picture of the library as a card embeds it: upright, and no larger than needed."""
    pillow, ops = resolve_name("PIL.Image"), resolve_name("PIL.ImageOps")
    with pillow.open(path) as opened, io.BytesIO() as out:
        opened.draft("RGB", (_PHOTO, _PHOTO))
        upright = ops.exif_transpose(opened)
        upright.thumbnail((_PHOTO, _PHOTO))
        if keeps_alpha:
            upright.convert("RGBA").save(out, "PNG")
            return Picture(out.getvalue(), "image/png")
        upright.convert("RGB").save(out, "JPEG", quality=_QUALITY)
        return Picture(out.getvalue(), "image/jpeg", upright.size)
