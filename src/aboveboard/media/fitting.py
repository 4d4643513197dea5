"""A picture made to fit: cut, made smaller, in a kind and of a weight that somebody takes.

In: a picture's file, and for each way a box, a size and what is taken. Out: files beside each
other. Places and other words about the picture stay behind; its colours and its turn are kept.
Run by `apart`, since one picture may need much memory.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from aboveboard.media.apart import apart
from aboveboard.media.cropping import Box
from aboveboard.media.errors import NotMedia
from aboveboard.media.pictures import is_turned, opened
from aboveboard.media.sources import SourceType
from aboveboard.media.xmp import source_in, with_source

# A picture of fewer pixels a side is no picture of anything.
_LEAST = 200
_QUALITIES = (88, 82, 76, 70, 62)
_STEP = 0.8
_SAVED = {
    "image/jpeg": ("JPEG", {}),
    "image/webp": ("WEBP", {"method": 4}),
    "image/png": ("PNG", {"compress_level": 6}),
}


@dataclass(frozen=True)
class Way:
    """One of the files to be made: cut to `box`, then `width` by `height` pixels.

    `mimes` are the kinds that are taken, the ones liked best first, and `most` the bytes.
    What is clear lies on `ground` where its kind holds no transparency.
    """

    out: str
    box: tuple[int, int, int, int]
    width: int
    height: int
    mimes: tuple[str, ...]
    most: int
    ground: str = "#ffffff"


@dataclass(frozen=True)
class Made:
    """What has become of one. `refused` says why there is no file, with what to do in `mend`."""

    mime: str = ""
    width: int = 0
    height: int = 0
    size: int = 0
    flattened: bool = False
    refused: str = ""
    mend: str = ""


def fit(source: Path, ways: Sequence[Way]) -> list[Made]:
    """Make all these files from one picture. Raises NotMedia for one that cannot be read."""
    told = apart(f"{__name__}:make", str(source), [asdict(way) for way in ways])
    return [Made(**one) for one in told]


def make(source: str, ways: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same in this process; for `apart` alone."""
    wanted = [Way(**way) for way in ways]
    with opened(Path(source), part=max(map(_part, wanted))) as picture:
        if getattr(picture, "frames", 1) > 1:
            raise NotMedia(
                "This picture moves, and would stand still afterwards. Nothing was made.",
                mend="Use it as it is, make a clip of it, or choose a still picture.",
                code="moves",
            )
        says = source_in(Path(source).read_bytes())
        return [asdict(_made(picture, way, says)) for way in wanted]


def _part(way: Way) -> float:
    """How large the whole picture has to be for this one to be sharp, as a part of its size."""
    box = Box(*way.box)
    return max(way.width / box.width, way.height / box.height)


def _made(picture: Any, way: Way, says: SourceType | None) -> Made:
    cut = _cut(picture, way)
    clear = "A" in cut.mode and cut.getextrema()[-1][0] < 255
    size = (way.width, way.height)
    while min(size) >= min(_LEAST, way.width, way.height):
        drawn = cut if size == cut.size else cut.resize(size, _lanczos())
        for mime in _order(way.mimes, clear=clear):
            for data in _tries(drawn, mime, way.ground):
                if len(data) <= way.most:
                    Path(way.out).write_bytes(with_source(data, says) if says else data)
                    flattened = clear and mime == "image/jpeg"
                    return Made(mime, *size, size=len(data), flattened=flattened)
        size = (max(round(size[0] * _STEP), 1), max(round(size[1] * _STEP), 1))
    return Made(
        refused=f"It cannot be made lighter than {way.most / 1e6:.1f} MB and still be seen.",
        mend="Choose another picture.",
    )


def _order(mimes: Sequence[str], *, clear: bool) -> list[str]:
    """The kinds to try: one that keeps what is clear before one that does not."""
    known = [mime for mime in mimes if mime in _SAVED]
    return sorted(known, key=lambda mime: clear and mime == "image/jpeg")


def _tries(drawn: Any, mime: str, ground: str) -> Iterator[bytes]:
    """The picture in a kind, each try lighter than the one before."""
    kind, how = _SAVED[mime]
    if mime == "image/jpeg":
        drawn = _on(drawn, ground)
    for quality in _QUALITIES:
        file = io.BytesIO()
        drawn.save(file, kind, **how, **({} if kind == "PNG" else {"quality": quality}))
        yield file.getvalue()
        if kind == "PNG":
            return


def _cut(picture: Any, way: Way) -> Any:
    """The piece in its size, upright, in sRGB and without a word about itself."""
    image, ops = resolve_name("PIL.Image"), resolve_name("PIL.ImageOps")
    across = picture.width / picture.whole[0]
    down = picture.height / picture.whole[1]
    box = _in_file(Box(*way.box), picture)
    place = (box.left * across, box.top * down, box.right * across, box.bottom * down)
    size = (way.height, way.width) if is_turned(picture) else (way.width, way.height)
    turned = picture.getexif().get(0x0112, 1)
    plain = _plain(picture, place)
    if plain is not picture:
        place = (0, 0, plain.width, plain.height)
    cut = plain.resize(size, _lanczos(), box=place, reducing_gap=3.0)
    profile = picture.info.get("icc_profile")
    cut.info = {}
    if turned != 1:
        cut.getexif()[0x0112] = turned
        cut = ops.exif_transpose(cut)
    cut = _in_srgb(cut, profile)
    assert isinstance(cut, image.Image)
    cut.info = {}
    return cut


def _in_file(box: Box, picture: Any) -> Box:
    """A box of the picture as shown, where its pixels stand in the file (Exif, tag 274)."""
    width, height = picture.whole
    left, top, right, bottom = box
    turned = picture.getexif().get(0x0112, 1)
    if turned in (5, 6, 7, 8):
        left, top, right, bottom = top, left, bottom, right
    if turned in (2, 3, 7, 8):
        left, right = width - right, width - left
    if turned in (3, 4, 6, 7):
        top, bottom = height - bottom, height - top
    return Box(left, top, right, bottom)


def _plain(picture: Any, place: tuple[float, float, float, float]) -> Any:
    """The picture in a mode that can be made smaller; of rare modes only the piece itself."""
    clear = "transparency" in picture.info
    if picture.mode in ("RGB", "L", "RGBA", "LA", "CMYK") and not clear:
        return picture
    left, top, right, bottom = (round(edge) for edge in place)
    piece = picture.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    if piece.mode.startswith("I") or piece.mode == "F":
        # 16 bits of grey; eight are enough for a screen.
        return piece.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    clear = clear or piece.mode in ("PA", "RGBa", "La")
    return piece.convert("RGBA" if clear else "RGB")


def _in_srgb(cut: Any, profile: bytes | None) -> Any:
    """The colours as a screen without colour management shows them."""
    if profile and cut.mode in ("RGB", "CMYK", "L", "RGBA"):
        cms = resolve_name("PIL.ImageCms")
        clear = cut.getchannel("A") if cut.mode == "RGBA" else None
        seen = cut.convert("RGB") if clear else cut
        try:
            source = cms.ImageCmsProfile(io.BytesIO(profile))
            seen = cms.profileToProfile(seen, source, cms.createProfile("sRGB"), outputMode="RGB")
        except (cms.PyCMSError, OSError):
            # A profile that does not fit its picture says nothing about its colours.
            seen = seen.convert("RGB")
        if clear:
            seen.putalpha(clear)
        return seen
    return cut if cut.mode in ("RGB", "RGBA") else cut.convert("RGBA" if "A" in cut.mode else "RGB")


def _on(drawn: Any, ground: str) -> Any:
    if "A" not in drawn.mode:
        return drawn
    laid = resolve_name("PIL.Image").new("RGB", drawn.size, ground)
    laid.paste(drawn, mask=drawn.getchannel("A"))
    return laid


def _lanczos() -> Any:
    return resolve_name("PIL.Image:Resampling.LANCZOS")
