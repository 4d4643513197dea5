"""What matters in a picture: the faces in it, else the piece that draws the eye.

Faces by OpenCV's Haar cascades, the rest by smartcrop; run by `apart`, as both need numpy. Faces
are looked for where they are, never whose they are.
"""

from collections.abc import Mapping
from pathlib import Path
from pkgutil import resolve_name
from typing import Any, Literal, TypedDict

from aboveboard.media.apart import apart
from aboveboard.media.pictures import opened

# Of the longer edge: faces smaller than that do not carry a picture.
_SMALLEST = 0.05
_LOOKED_AT = 800
_MOST = 12
_CASCADES = ("haarcascade_frontalface_alt2.xml", "haarcascade_profileface.xml")


class Salient(TypedDict):
    """Boxes in parts of the picture (0 to 1; left, top, right, bottom), what matters most first."""

    by: Literal["faces", "eye", "person"]
    boxes: list[list[float]]


def salient(path: Path) -> Salient:
    """What is to be kept of a picture. Raises NotMedia for one that cannot be read."""
    found: Salient = apart(f"{__name__}:find", str(path), seconds=30)
    return found


def find(path: str) -> Mapping[str, Any]:
    """The same in this process; for `apart` alone."""
    with opened(Path(path), edge=_LOOKED_AT) as picture:
        small = resolve_name("PIL.ImageOps").exif_transpose(picture).convert("RGB")
    small.thumbnail((_LOOKED_AT, _LOOKED_AT))
    faces = _faces(small)
    boxes, by = (faces, "faces") if faces else ([_eye(small)], "eye")
    width, height = small.size
    parts = (width, height, width, height)
    return {
        "by": by,
        "boxes": [
            [round(edge / part, 4) for edge, part in zip(box, parts, strict=True)] for box in boxes
        ],
    }


def _faces(picture: Any) -> list[list[float]]:
    """The faces with their hair and chin, the largest first."""
    cv2, numpy = resolve_name("cv2"), resolve_name("numpy")
    grey = numpy.asarray(picture.convert("L"))
    least = max(24, round(max(grey.shape) * _SMALLEST))
    found: list[tuple[int, int, int, int]] = []
    for name in _CASCADES:
        cascade = cv2.CascadeClassifier(cv2.data.haarcascades + name)
        for flipped in (False, True) if "profile" in name else (False,):
            seen = cv2.flip(grey, 1) if flipped else grey
            for x, y, wide, high in cascade.detectMultiScale(seen, 1.06, 5, minSize=(least, least)):
                left = grey.shape[1] - x - wide if flipped else x
                found.append((int(left), int(y), int(wide), int(high)))
    found.sort(key=lambda one: -one[2] * one[3])
    kept: list[tuple[int, int, int, int]] = []
    for one in found:
        if not any(_overlap(one, other) for other in kept):
            kept.append(one)
    return [_head(one, grey.shape[1], grey.shape[0]) for one in kept[:_MOST]]


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    """Whether the middle of one lies in the other: two cascades have found the same face."""
    x, y = one[0] + one[2] / 2, one[1] + one[3] / 2
    return other[0] <= x <= other[0] + other[2] and other[1] <= y <= other[1] + other[3]


def _head(face: tuple[int, int, int, int], width: int, height: int) -> list[float]:
    """A cascade's square lies from brow to chin; the head is more."""
    x, y, wide, high = face
    return [
        max(x - wide * 0.15, 0),
        max(y - high * 0.35, 0),
        min(x + wide * 1.15, width),
        min(y + high * 1.25, height),
    ]


def _eye(picture: Any) -> list[float]:
    """A square that draws the eye: half to three quarters of the shorter edge."""
    # Smartcrop weighs each place anew: a few hundred pixels are as good and ten times as fast.
    small = picture.copy()
    small.thumbnail((320, 320))
    if min(small.size) < 48:
        return [0, 0, picture.width, picture.height]
    cropper = resolve_name("smartcrop:SmartCrop")()
    top = cropper.crop(
        small, 100, 100, prescale=False, min_scale=0.5, max_scale=0.75, num_scale_steps=2
    )["top_crop"]
    back = picture.width / small.width
    x, y, wide, high = (top[name] * back for name in ("x", "y", "width", "height"))
    return [x, y, min(x + wide, picture.width), min(y + high, picture.height)]
