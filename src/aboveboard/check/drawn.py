"""A line of words as a picture, read as pictures of a post are: for the set of `contrast`."""

import io
import tempfile
from pathlib import Path
from pkgutil import resolve_name
from typing import Any
from xml.sax.saxutils import escape

from aboveboard.check.rules import File
from aboveboard.media.cards.fonts import files
from aboveboard.media.lettering import PHONE, Line

_WIDTH, _HEIGHT, _LEFT, _LINE = 1080, 240, 60, 150
_FAMILIES = {True: "instrument-sans-latin-700", False: "instrument-sans-latin-500"}


def drawn(told: dict[str, Any]) -> File:
    """The file of a picture with `words` in `ink` on `ground`, of `size` CSS pixels on a phone.

    `quality` is a JPEG's, 0 for a PNG.
    """
    size = told["size"] * _WIDTH / PHONE
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}">'
        f'<rect width="100%" height="100%" fill="{told["ground"]}"/>'
        f'<text x="{_LEFT}" y="{_LINE}" font-family="{_FAMILIES[told["bold"]]}" '
        f'font-size="{size}" fill="{told["ink"]}">{escape(told["words"])}</text></svg>'
    )
    made = resolve_name("resvg_py").svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=files()
    )
    quality = told["quality"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("words.jpg" if quality else "words.png")
        with resolve_name("PIL.Image").open(io.BytesIO(made)) as picture:
            whole = picture.convert("RGB")
            whole.save(path, **({"quality": quality} if quality else {}))
        lines = resolve_name("aboveboard.media.reading:read")(str(path))
        mime = "image/jpeg" if quality else "image/png"
        return File(
            size=path.stat().st_size,
            mime=mime,
            width=_WIDTH,
            height=_HEIGHT,
            lettering=[Line.model_validate(one) for one in lines],
        )
