"""Where the subject is: faces where there are some, else what moves and stands out.

`seen_in` takes small pictures of the video by ffmpeg; `found` looks at them in a process of its own
(`media.apart`), since OpenCV neither belongs into the studio nor near files of anybody's.
Haar cascades: https://docs.opencv.org/4.x/db/d28/tutorial_cascade_classifier.html
"""

from collections.abc import Sequence
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from aboveboard.media.apart import apart
from aboveboard.media.clips import program
from aboveboard.media.clips.errors import Stopped
from aboveboard.media.clips.facts import Facts
from aboveboard.media.clips.framing import Seen

_EDGE = 320
# Pictures a second that are looked at, and the most of them in all.
_RATE, _MOST = 4.0, 1_200
_AT_ONCE, _SECONDS = 120, 55
# How sure a face is of being the subject, and for how many pictures it counts when it is not seen.
_OF_A_FACE, _MOMENT = 4.0, 4


def seen_in(
    path: Path,
    facts: Facts,
    *,
    start: float,
    end: float,
    folder: Path,
    tell: program.Tell = program.nobody,
    halt: program.Halt = program.never,
) -> list[Seen]:
    """Where the subject is between `start` and `end`, several times a second."""
    rate = min(_RATE, _MOST / max(end - start, 0.1))
    small = folder / "small"
    small.mkdir()
    side = f"{_EDGE}:-2" if facts.width >= facts.height else f"-2:{_EDGE}"
    program.run(
        program.reading(path, facts.mime, start=start, seconds=end - start),
        ["-map", "0:v:0", "-vf", f"fps={rate:.6f},scale={side}:flags=area", "-q:v", "4"],
        ["-f", "image2", "small/%06d.jpg"],
        folder=folder,
        seconds=end - start,
        tell=lambda part: tell(part / 2),
        halt=halt,
    )
    names = sorted(str(one) for one in small.iterdir())
    points: list[list[float]] = []
    for at in range(0, len(names), _AT_ONCE):
        # In parts, so that it can be stopped, and is seen to be at work.
        if halt():
            raise Stopped
        part = names[at : at + _AT_ONCE]
        points += apart("aboveboard.media.clips.subject:found", part, seconds=_SECONDS)
        tell(0.5 + 0.5 * len(points) / len(names))
    return [
        Seen(start + (number + 0.5) / rate, x, y, weight)
        for number, (x, y, weight) in enumerate(points)
        if weight > 0 and (weight == _OF_A_FACE or not near_a_face(points, number))
    ]


def near_a_face(points: Sequence[Sequence[float]], number: int) -> bool:
    """Whether a face was seen a moment before or after: then what moves is not the subject."""
    near = points[max(number - _MOMENT, 0) : number + _MOMENT + 1]
    return any(one[2] == _OF_A_FACE for one in near)


def found(names: Sequence[str]) -> list[tuple[float, float, float]]:
    """For each picture the subject's middle and how sure that is. Runs apart: needs OpenCV."""
    cv2 = resolve_name("cv2")
    faces = [
        cv2.CascadeClassifier(f"{cv2.data.haarcascades}{name}.xml")
        for name in ("haarcascade_frontalface_default", "haarcascade_profileface")
    ]
    out: list[tuple[float, float, float]] = []
    before: Any = None
    for name in names:
        grey = cv2.imread(name, cv2.IMREAD_GRAYSCALE)
        if grey is None:
            out.append((0.5, 0.5, 0.0))
            continue
        out.append(_face(cv2, grey, faces) or _standing_out(cv2, grey, before))
        before = grey
    return out


def _face(cv2: Any, grey: Any, faces: Sequence[Any]) -> tuple[float, float, float] | None:
    """The largest face and those near its size, in the middle of them."""
    height, width = grey.shape
    least = max(height // 10, 20)
    for kind in faces:
        boxes = kind.detectMultiScale(
            cv2.equalizeHist(grey), scaleFactor=1.1, minNeighbors=6, minSize=(least, least)
        )
        if len(boxes):
            most = max(w * h for _x, _y, w, h in boxes)
            near = [box for box in boxes if box[2] * box[3] >= most / 2]
            weights = [float(w * h) for _x, _y, w, h in near]
            x = sum((x + w / 2) * m for (x, _y, w, _h), m in zip(near, weights, strict=True))
            y = sum((y + h / 2) * m for (_x, y, _w, h), m in zip(near, weights, strict=True))
            return float(x / sum(weights) / width), float(y / sum(weights) / height), _OF_A_FACE
    return None


def _standing_out(cv2: Any, grey: Any, before: Any) -> tuple[float, float, float]:
    """The middle of what moved since the picture before, or else of what stands out in it."""
    height, width = grey.shape
    if before is not None and before.shape == grey.shape:
        moved = cv2.GaussianBlur(cv2.absdiff(grey, before), (9, 9), 0)
        share = float((moved > 18).mean())
        # More than half is a new scene or a moving camera, less than this is noise.
        if 0.002 < share < 0.5:
            return _centre(cv2, (moved > 18).astype("float32") * moved, width, height, 2.0)
    # Spectral residual (Hou and Zhang, CVPR 2007) at the size that the paper uses.
    small = cv2.resize(grey, (64, 64), interpolation=cv2.INTER_AREA).astype("float32")
    numpy = resolve_name("numpy")
    spectrum = numpy.fft.fft2(small)
    log = numpy.log(numpy.abs(spectrum) + 1e-6).astype("float32")
    residual = log - cv2.blur(log, (3, 3))
    salient = numpy.abs(numpy.fft.ifft2(numpy.exp(residual + 1j * numpy.angle(spectrum)))) ** 2
    salient = cv2.GaussianBlur(salient.astype("float32"), (9, 9), 2.5)
    # The frame's own edge stands out in every picture.
    salient[:3], salient[-3:], salient[:, :3], salient[:, -3:] = 0, 0, 0, 0
    salient[salient < numpy.percentile(salient, 90)] = 0
    return _centre(cv2, salient, 64, 64, 1.0)


def _centre(
    cv2: Any, mass: Any, width: int, height: int, weight: float
) -> tuple[float, float, float]:
    moments = cv2.moments(mass)
    if not moments["m00"]:
        return 0.5, 0.5, 0.0
    return (
        float((moments["m10"] / moments["m00"] + 0.5) / width),
        float((moments["m01"] / moments["m00"] + 0.5) / height),
        weight,
    )
