"""The words that stand in a picture, read by RapidOCR, and how well they can be read.

Its model (PP-OCRv6, small) comes inside the package and knows the letters of all our languages;
nothing is downloaded. Run by `apart`: it needs onnxruntime, OpenCV and half a gigabyte.
"""

from functools import cache
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from aboveboard.media.apart import apart
from aboveboard.media.lettering import Line, measure
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


def lines_in(path: Path) -> list[Line]:
    """The lines of words in a picture, from the top; none where none are. Raises NotMedia."""
    found = apart(f"{__name__}:read", str(path), seconds=60, megabytes=_MEGABYTES)
    return [Line.model_validate(one) for one in found]


def read(path: str) -> list[dict[str, Any]]:
    """The same in this process; for `apart` alone.

    What shines through a picture is not known, so that its words are read and not measured.
    """
    with opened(Path(path), edge=_EDGE) as picture:
        clear = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
        seen = resolve_name("PIL.ImageOps").exif_transpose(picture).convert("RGB")
    seen.thumbnail((_EDGE, _EDGE))
    pixels = resolve_name("numpy").asarray(seen)
    told = _reader()(pixels[:, :, ::-1])
    if told.boxes is None:
        return []
    found = []
    for box, text, score in zip(told.boxes, told.txts, told.scores, strict=True):
        words = " ".join(text.split())
        if score >= SURE and words:
            line = Line(words=words) if clear else measure(pixels, box, words)
            found.append(line.model_dump())
    return found


@cache
def _reader() -> Any:
    return resolve_name("rapidocr:RapidOCR")(params=_HOW)
