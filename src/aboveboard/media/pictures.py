"""Pictures: their kind and size by Pillow, looked at before they can cost memory."""

import io
import struct
import warnings
import zlib
from pathlib import Path
from pkgutil import resolve_name

from aboveboard.media.errors import NotMedia

MAX_BYTES = 40_000_000
MAX_PIXELS = 60_000_000
_MIME = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}
SUFFIXES = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif"}
# What Pillow's readers raise for broken files, by its changelog and by trying.
UNREADABLE = (
    OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, AttributeError,
    OverflowError, MemoryError, struct.error, zlib.error,
)  # fmt: skip


def looked_at(shown: str, data: bytes | Path) -> tuple[str, int, int]:
    """MIME type, width and height of a picture of at most MAX_BYTES. Raises NotMedia."""
    if isinstance(data, Path):
        data = data.read_bytes()
    # Named, not imported: it takes 3 MB of every process that loads it.
    pillow = resolve_name("PIL.Image")
    try:
        with warnings.catch_warnings():
            # Pillow warns of large and of odd pictures; what counts is looked at here.
            warnings.simplefilter("ignore")
            with pillow.open(io.BytesIO(data), formats=tuple(_MIME)) as picture:
                width, height, kind = picture.width, picture.height, picture.format or ""
                if width * height > MAX_PIXELS:
                    raise _too_many_pixels(shown, f"{width * height / 1e6:.0f} megapixels")
                picture.load()
    except pillow.DecompressionBombError:
        raise _too_many_pixels(shown, "far too many pixels") from None
    except UNREADABLE:
        raise NotMedia(
            f"{shown} is no picture or video that can be read.",
            mend="Use a JPEG, PNG, WebP or GIF picture, or an MP4, MOV or WebM video.",
            code="not_a_picture",
        ) from None
    return _MIME[kind], width, height


def _too_many_pixels(shown: str, how_many: str) -> NotMedia:
    return NotMedia(
        f"{shown} has {how_many}; {MAX_PIXELS // 1_000_000} megapixels is the most. "
        "It was not opened.",
        mend="Save it smaller and try again.",
        code="picture_too_large",
    )
