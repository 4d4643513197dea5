"""Whether the boxes of a template stand on the colour that they say; contrast rests on that.

In: a template. It is rendered small without its words, in every shape, with all that may be given
and with nothing, and looked at behind each box. Raises NotATemplate.
"""

import io
from pkgutil import resolve_name

from aboveboard.media.cards.drawing import Wanted, backdrop
from aboveboard.media.cards.formats import FORMATS
from aboveboard.media.cards.palette import Style
from aboveboard.media.cards.photos import Picture
from aboveboard.media.cards.rendering import render
from aboveboard.media.cards.templates import Template, refusal

_STYLE = Style("#204060", "#F0E0D0", "#E0B25B")
_FORMATS = tuple(FORMATS[name] for name in ("1:1", "4:5", "9:16", "16:9"))
_WIDE, _NEAR = 160, 12
_PLACES = (0.1, 0.5, 0.9)


def must_stand(template: Template) -> None:
    """Raises NotATemplate for a box that stands on something else than it says."""
    fields = dict.fromkeys(template.told.fields, "1")
    pictures = {name: _odd() for name in ("photo", "logo")}
    for form in _FORMATS:
        for slide in ("first", "middle", "last") if template.has_slides else ("",):
            _look(template, Wanted(fields={}, format=form, style=_STYLE), slide)
            full = Wanted(fields=fields, format=form, style=_STYLE, pictures=pictures)
            _look(template, full, slide)


def _odd() -> Picture:
    """A picture of a colour that is none of the card's."""
    with io.BytesIO() as out:
        resolve_name("PIL.Image").new("RGB", (8, 8), (255, 0, 255)).save(out, "PNG")
        return Picture(out.getvalue(), "image/png")


def _look(template: Template, want: Wanted, slide: str) -> None:
    drawn, places = backdrop(template, want, slide=slide)
    with resolve_name("PIL.Image").open(io.BytesIO(render(drawn, width=_WIDE))) as opened:
        seen = opened.convert("RGBA")
    scale = _WIDE / want.format.units[0]
    for (x, y, width, height), colour in places:
        told = (*(int(colour[at : at + 2], 16) for at in (1, 3, 5)), 255)
        for across in _PLACES:
            for down in _PLACES:
                at = int((x + width * across) * scale), int((y + height * down) * scale)
                if not (0 <= at[0] < seen.width and 0 <= at[1] < seen.height):
                    raise refusal("A box reaches beyond the card.")
                found = seen.getpixel(at)
                if max(abs(one - other) for one, other in zip(found, told, strict=True)) > _NEAR:
                    raise refusal("Behind a box is something else than “data-on” says.")
