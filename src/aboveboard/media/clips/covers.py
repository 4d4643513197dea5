"""A picture out of a video: the one at a moment, or the sharpest near it.

https://ffmpeg.org/ffmpeg-filters.html#blurdetect-1: the lower its figure, the sharper the picture.
"""

import re
import tempfile
from pathlib import Path

from aboveboard.media.clips import program
from aboveboard.media.clips.errors import NotMade
from aboveboard.media.clips.facts import facts_of

# How far from the moment a sharper picture may lie, in seconds.
NEAR = 0.5
_TIME = re.compile(r"pts_time:([\d.]+)")
_BLUR = re.compile(r"lavfi\.blur=([\d.]+|nan|inf)")


def cover(
    source: Path,
    out: Path,
    at: float,
    *,
    sharpest: bool = True,
    name: str = "",
    halt: program.Halt = program.never,
) -> float:
    """Write the picture at `at` seconds to `out` as a JPEG; gives the second that it is from.

    Raises NotMade for a moment outside of the video.
    """
    source, out = source.resolve(), out.resolve()
    facts = facts_of(source, name=name)
    last = max(facts.seconds - 1 / facts.rate, 0.0)
    if not 0 <= at <= facts.seconds:
        raise NotMade(
            f"There is no picture at {at:.2f} seconds; the video plays {facts.seconds:.2f}.",
            mend="Choose a moment within it.",
            code="no_part",
        )
    at = min(at, last)
    with tempfile.TemporaryDirectory(prefix=".cover-", dir=out.parent) as folder:
        begin = max(at - NEAR, 0.0)
        seconds = min(at + NEAR, facts.seconds) - begin
        if sharpest:
            read = program.reading(source, facts.mime, start=begin, seconds=seconds)
            at = begin + _sharpest(read, at - begin, folder=Path(folder), halt=halt)
        program.run(
            program.reading(source, facts.mime, start=min(at, last)),
            ["-map", "0:v:0", "-frames:v", "1", "-q:v", "2", "-pix_fmt", "yuvj420p"],
            ["-map_metadata", "-1", "-update", "1", "-f", "image2", "cover.jpg"],
            folder=Path(folder),
            halt=halt,
        )
        made = Path(folder) / "cover.jpg"
        if not made.exists():
            raise NotMade(
                f"There is no picture at {at:.2f} seconds.",
                mend="Choose an earlier moment.",
                code="no_part",
            )
        made.replace(out)
    return at


def _sharpest(read: list[str], usual: float, *, folder: Path, halt: program.Halt) -> float:
    """The moment of the sharpest picture in what is read; `usual` where nothing can be told."""
    found: list[tuple[float, float]] = []
    moment = 0.0

    def heard(line: str) -> None:
        nonlocal moment
        if told := _TIME.search(line):
            moment = float(told[1])
        elif (told := _BLUR.search(line)) and told[1] not in ("nan", "inf"):
            found.append((float(told[1]), moment))

    program.run(
        read,
        ["-map", "0:v:0", "-vf", "scale=640:-2,blurdetect,metadata=print:key=lavfi.blur"],
        ["-f", "null", "-"],
        folder=folder,
        halt=halt,
        heard=heard,
    )
    sharp = [one for one in found if one[0] > 0]
    if not sharp:
        return usual
    least = min(blur for blur, _moment in sharp)
    # Of those that are as sharp, the nearest to what was asked for.
    near = [moment for blur, moment in sharp if blur <= least * 1.02]
    return min(near, key=lambda moment: abs(moment - usual))
