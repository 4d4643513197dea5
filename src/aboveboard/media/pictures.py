"""Pictures: their kind and size by Pillow, looked at before they can cost memory.

A JPEG of 100 megapixels is decoded at the scale that is wanted, so that it takes no more memory
than one of a few: `opened` says what it may take at the most.
"""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from aboveboard.media.errors import NotMedia
from aboveboard.media.insides import gif_frames, jpeg_scans

MAX_BYTES = 60_000_000
MAX_PIXELS = 60_000_000
# JPEG alone can be decoded smaller than it is.
MAX_JPEG_PIXELS = 120_000_000
# What a decoded picture and its decoder may take.
MEMORY = 440_000_000
# Far beyond what networks take of a picture that moves.
MAX_FRAMES = 2_000
_MOVING_PIXELS = 4_000_000_000
_SCANS = 64
_OPENED = ("JPEG", "PNG", "WEBP", "GIF")
_MIME = {
    "JPEG": "image/jpeg",
    # Several JPEGs in one file, as telephones save them: shown as the first.
    "MPO": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
}
SUFFIXES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif"}
_ORIENTATION = 0x0112
# What Pillow's readers raise for broken files, by its changelog and by trying.
UNREADABLE = (
    OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, AttributeError,
    OverflowError, MemoryError, struct.error, zlib.error,
)  # fmt: skip


def looked_at(shown: str, data: bytes | Path) -> tuple[str, int, int]:
    """MIME type, width and height of a picture as it is shown. Raises NotMedia."""
    with opened(data, shown=shown) as picture:
        width, height = picture.whole
        if is_turned(picture):
            width, height = height, width
        return _MIME[picture.format], width, height


def is_turned(picture: Any) -> bool:
    """Whether it is shown lying on its side (Exif, tag 274)."""
    return picture.getexif().get(_ORIENTATION) in (5, 6, 7, 8)


@contextmanager
def opened(
    data: bytes | Path, *, edge: int = 1, part: float = 0.0, shown: str = "This picture"
) -> Iterator[Any]:
    """A picture, decoded; `picture.whole` is its size in the file.

    Where its kind allows it is decoded smaller, but not smaller than `edge` on its longer one and
    this `part` of it, unless memory demands it. Raises NotMedia for one that cannot be read or
    would take too much.
    """
    # Named, not imported: it takes 3 MB of every process that loads it.
    pillow = resolve_name("PIL.Image")
    file = io.BytesIO(data) if isinstance(data, bytes) else data
    try:
        with warnings.catch_warnings():
            # Pillow warns of large and of odd pictures; what counts is looked at here.
            warnings.simplefilter("ignore")
            with pillow.open(file, formats=_OPENED) as picture:
                picture.whole = picture.size
                _check_size(shown, picture)
                if picture.format in ("JPEG", "MPO"):
                    _choose_scale(shown, picture, data, max(edge, part * max(picture.size)))
                else:
                    _check_frames(shown, picture, data)
                picture.load()
    except pillow.DecompressionBombError:
        raise _too_many_pixels(shown, "far too many pixels", MAX_PIXELS) from None
    except UNREADABLE:
        raise NotMedia(
            f"{shown} is no picture or video that can be read.",
            mend="Use a JPEG, PNG, WebP or GIF picture, or an MP4, MOV or WebM video.",
            code="not_a_picture",
        ) from None
    yield picture


def _check_size(shown: str, picture: Any) -> None:
    pixels = picture.width * picture.height
    most = MAX_JPEG_PIXELS if picture.format in ("JPEG", "MPO") else MAX_PIXELS
    if pixels > most:
        raise _too_many_pixels(shown, f"{pixels / 1e6:.0f} megapixels", most)


def _choose_scale(shown: str, picture: Any, data: bytes | Path, edge: float) -> None:
    """Have it decoded at the largest of the four scales that is wanted and that memory allows."""
    width, height = picture.size
    scans = jpeg_scans(data, _SCANS)
    if scans > _SCANS:
        raise _too_heavy(shown)
    # With several scans all coefficients are kept, two bytes each, until the last has come.
    samples = [across * down for _id, across, down, _table in picture.layer]
    kept = 2 * width * height * sum(samples) // max(samples) if scans > 1 else 0
    channels = 1 if picture.mode == "L" else 4
    for scale in (8, 4, 2, 1):
        fits = kept + channels * width * height // scale**2 <= MEMORY
        if scale == 8 and not fits:
            raise _too_heavy(shown)
        if not fits:
            break
        chosen = scale
        if max(width, height) // scale >= edge:
            break
    picture.draft(picture.mode, (max(width // chosen, 1), max(height // chosen, 1)))


def _check_frames(shown: str, picture: Any, data: bytes | Path) -> None:
    frames = (
        getattr(picture, "n_frames", 1) if picture.format != "GIF" else gif_frames(data, MAX_FRAMES)
    )
    picture.frames = frames
    if frames > MAX_FRAMES or frames * picture.width * picture.height > _MOVING_PIXELS:
        raise NotMedia(
            f"{shown} moves through more frames than a picture should. It was not opened.",
            mend="Save it as an MP4 video.",
            code="picture_too_large",
        )


def _too_many_pixels(shown: str, how_many: str, most: int) -> NotMedia:
    return NotMedia(
        f"{shown} has {how_many}; {most // 1_000_000} megapixels is the most. It was not opened.",
        mend="Save it smaller and try again.",
        code="picture_too_large",
    )


def _too_heavy(shown: str) -> NotMedia:
    return NotMedia(
        f"{shown} is saved so that opening it takes too much memory. It was not opened.",
        mend="Save it as a plain JPEG, not a progressive one, and try again.",
        code="picture_too_large",
    )
