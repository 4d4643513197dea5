"""The words that stand in a picture, read by RapidOCR.

Its model (PP-OCRv6, small) comes inside the package and knows the letters of all our languages;
nothing is downloaded. Run by `apart`: it needs onnxruntime, OpenCV and half a gigabyte.
"""

from functools import cache
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from aboveboard.media.apart import apart
from aboveboard.media.pictures import opened

# Lines of which it is less sure than that are more often wrong than right in a photograph.
SURE = 0.8
_EDGE = 1600
_MEGABYTES = 3_000
_HOW = {
    "Global.use_cls": False,
    "Global.log_level": "error",
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}


def lines_in(path: Path) -> list[str]:
    """The lines of words in a picture, from the top; none where none are. Raises NotMedia."""
    found: list[str] = apart(f"{__name__}:read", str(path), seconds=60, megabytes=_MEGABYTES)
    return found


def read(path: str) -> list[str]:
    """The same in this process; for `apart` alone."""
    with opened(Path(path), edge=_EDGE) as picture:
        seen = resolve_name("PIL.ImageOps").exif_transpose(picture).convert("RGB")
    seen.thumbnail((_EDGE, _EDGE))
    told = _reader()(resolve_name("numpy").asarray(seen)[:, :, ::-1])
    lines = zip(told.txts or (), told.scores or (), strict=True)
    return [" ".join(text.split()) for text, score in lines if score >= SURE and text.strip()]


@cache
def _reader() -> Any:
    return resolve_name("rapidocr:RapidOCR")(params=_HOW)
