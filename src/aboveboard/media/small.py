"""Small renditions of pictures, and a still of a video, for lists: WebP, never the original."""

import subprocess
import warnings
from pathlib import Path
from pkgutil import resolve_name

from aboveboard.media import videos
from aboveboard.media.errors import NotMedia
from aboveboard.media.pictures import UNREADABLE

MIME = "image/webp"
_SECONDS = 30


def make_small(source: Path, out: Path, mime: str, *, edge: int, seconds: float = 0.0) -> None:
    """Write a rendition of at most `edge` pixels a side. Raises NotMedia.

    A JPEG is decoded at the size that is wanted, so that a large one takes little memory. A
    video's still is from a tenth of its play.
    """
    try:
        if mime.startswith("video/"):
            _still(source, out, mime, edge=edge, at=seconds / 10)
        else:
            _picture(source, out, edge)
    except (*UNREADABLE, subprocess.SubprocessError) as error:
        raise NotMedia(
            "No small picture could be made of this file.",
            mend="Open the original.",
            code="not_a_picture",
        ) from error


def _picture(source: Path, out: Path, edge: int) -> None:
    # Named, not imported: it takes 3 MB of every process that loads it.
    pillow = resolve_name("PIL.Image")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with pillow.open(source) as opened:
            # Twice the size, so that the last step has something to choose from.
            opened.draft("RGB", (edge * 2, edge * 2))
            seen = opened.convert("RGBA" if _see_through(opened) else "RGB")
            turned = opened.getexif().get(0x0112, 1)
        seen.thumbnail((edge, edge), pillow.Resampling.LANCZOS)
        for way in _TURNS.get(turned, ()):
            seen = seen.transpose(getattr(pillow.Transpose, way))
        seen.save(out, "WEBP", quality=80, method=2)


# Exif 2.32, 4.6.4 A, Orientation: how the rows and columns as stored are turned to be shown.
_TURNS = {
    2: ("FLIP_LEFT_RIGHT",), 3: ("ROTATE_180",), 4: ("FLIP_TOP_BOTTOM",), 5: ("TRANSPOSE",),
    6: ("ROTATE_270",), 7: ("TRANSVERSE",), 8: ("ROTATE_90",),
}  # fmt: skip


def _see_through(opened: object) -> bool:
    mode, info = getattr(opened, "mode", ""), getattr(opened, "info", {})
    return mode in ("RGBA", "LA", "PA") or "transparency" in info


def _still(source: Path, out: Path, mime: str, *, edge: int, at: float) -> None:
    box = f"scale='min({edge},iw)':'min({edge},ih)':force_original_aspect_ratio=decrease"
    done = subprocess.run(
        [
            *videos.reading(source, mime, at=at),
            "-map", "0:v:0", "-frames:v", "1", "-vf", box, "-f", "image2", "-c:v", "png", "-y",
            f"file:{out}.png",
        ],
        capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    png = out.with_name(f"{out.name}.png")
    try:
        if done.returncode:
            raise OSError("ffmpeg gave no picture")
        _picture(png, out, edge)
    finally:
        png.unlink(missing_ok=True)
