"""Where scenes change in a video, by ffmpeg's scdet.

https://ffmpeg.org/ffmpeg-filters.html#scdet: a score of 0 to 100; 10 is what it suggests.
"""

import re
from pathlib import Path

from aboveboard.media.clips import program
from aboveboard.media.clips.facts import Facts

_THRESHOLD = 10
_FOUND = re.compile(r"lavfi\.scd\.time: ([\d.]+)")
_MOST = 20_000


def changes(
    path: Path,
    facts: Facts,
    *,
    start: float,
    end: float,
    folder: Path,
    tell: program.Tell = program.nobody,
    halt: program.Halt = program.never,
) -> list[float]:
    """The seconds, between `start` and `end`, at which a new scene begins."""
    found: list[float] = []

    def heard(line: str) -> None:
        told = _FOUND.search(line)
        if told and len(found) < _MOST:
            found.append(start + float(told[1]))

    program.run(
        program.reading(path, facts.mime, start=start, seconds=end - start),
        ["-map", "0:v:0", "-vf", f"scale=320:-2:flags=fast_bilinear,scdet=threshold={_THRESHOLD}"],
        ["-f", "null", "-"],
        folder=folder,
        seconds=end - start,
        tell=tell,
        halt=halt,
        heard=heard,
    )
    return found
