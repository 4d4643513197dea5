"""A picture made ready for a model that changes a part of it, and what came put back in its place.

Run by `media.apart`. A picture goes to the middle of a canvas of the size that the model knows;
of what comes back only the part that was asked for is taken: every other pixel stays as it was.
`area` is in shares of width and height: for fill [left, top, width, height], for expand what is
added at [left, top, right, bottom].
"""

from pkgutil import resolve_name
from typing import Any

from aboveboard.media.errors import NotMedia

# The longest side of what comes out, in pixels, and of what is sent to be described.
LONGEST, TOLD_FROM = 4096, 768


def small(path: str, out: str) -> None:
    """A small JPEG of a picture, for a model to look at."""
    with _opened(path) as picture:
        picture.thumbnail((TOLD_FROM, TOLD_FROM))
        _flat(picture).save(out, "JPEG", quality=80)


def prepare(path: str, what: str, area: list[float], size: str, out: str, mask: str) -> None:
    """The picture on its canvas as PNG, and its mask: transparent where a model may paint."""
    image, draw = resolve_name("PIL.Image"), resolve_name("PIL.ImageDraw")
    canvas = _size(size)
    with _opened(path) as picture:
        whole, at = _grown(picture.size, what, area)
        scale, origin = _fitted(whole, canvas)
        sheet = image.new("RGBA", canvas, (0, 0, 0, 0))
        part = picture.resize(_scaled(picture.size, scale))
        place = (origin[0] + round(at[0] * scale), origin[1] + round(at[1] * scale))
        sheet.paste(part, place)
        sheet.save(out, "PNG")
        if what == "cutout":
            return
        keep = image.new("RGBA", canvas, (0, 0, 0, 255 if what == "fill" else 0))
        if what == "fill":
            left, top, right, bottom = _box(part.size, area)
            box = (place[0] + left, place[1] + top, place[0] + right - 1, place[1] + bottom - 1)
            draw.Draw(keep).rectangle(box, fill=(0, 0, 0, 0))
        else:
            keep.paste((0, 0, 0, 255), (*place, place[0] + part.width, place[1] + part.height))
        keep.save(mask, "PNG")


def blend(path: str, what: str, area: list[float], answer: str, out: str) -> None:
    """The picture with what a model made in the part that was asked for, as PNG.

    Raises NotMedia where a background was to go and all of it came back opaque.
    """
    image = resolve_name("PIL.Image")
    with _opened(path) as picture, _opened(answer) as made:
        whole, at = _grown(picture.size, what, area)
        scale, origin = _fitted(whole, made.size)
        box = (*origin, *(o + s for o, s in zip(origin, _scaled(whole, scale), strict=True)))
        fresh = made.crop(box).resize(whole)
        if what == "cutout":
            alpha = fresh.getchannel("A")
            if alpha.getextrema()[0] == 255:
                raise NotMedia(
                    "The model gave the background back with the picture.",
                    mend="Choose a model that makes transparent pictures, or say what to keep.",
                    code="opaque",
                )
            picture.putalpha(alpha)
            picture.save(out, "PNG")
        elif what == "fill":
            part = _box(picture.size, area)
            picture.paste(fresh.crop(part), part[:2])
            picture.save(out, "PNG")
        else:
            sheet = image.new("RGBA", whole)
            sheet.paste(fresh)
            sheet.paste(picture, at)
            sheet.convert("RGB").save(out, "PNG")


def _opened(path: str) -> Any:
    """A picture upright, in RGBA, no longer than LONGEST."""
    picture = resolve_name("PIL.Image").open(path)
    picture = resolve_name("PIL.ImageOps").exif_transpose(picture).convert("RGBA")
    picture.thumbnail((LONGEST, LONGEST))
    return picture


def _flat(picture: Any) -> Any:
    sheet = resolve_name("PIL.Image").new("RGB", picture.size, "white")
    sheet.paste(picture, mask=picture.getchannel("A"))
    return sheet


def _size(size: str) -> tuple[int, int]:
    width, _, height = size.partition("x")
    return int(width), int(height)


def _grown(
    size: tuple[int, int], what: str, area: list[float]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """How large the result is, and where the picture stands in it."""
    if what != "expand":
        return size, (0, 0)
    left, top, right, bottom = area
    width, height = size
    at = (round(left * width), round(top * height))
    return (width + at[0] + round(right * width), height + at[1] + round(bottom * height)), at


def _fitted(whole: tuple[int, int], canvas: tuple[int, int]) -> tuple[float, tuple[int, int]]:
    """How much smaller it is on its canvas, and where it begins there."""
    scale = min(canvas[0] / whole[0], canvas[1] / whole[1])
    width, height = _scaled(whole, scale)
    return scale, ((canvas[0] - width) // 2, (canvas[1] - height) // 2)


def _scaled(size: tuple[int, int], scale: float) -> tuple[int, int]:
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _box(size: tuple[int, int], area: list[float]) -> tuple[int, int, int, int]:
    left, top, width, height = area
    return (
        round(left * size[0]),
        round(top * size[1]),
        round((left + width) * size[0]),
        round((top + height) * size[1]),
    )
