"""Loudness by EBU R 128: measured, brought to -14 LUFS, and measured again.

https://tech.ebu.ch/docs/r/r128.pdf; -14 LUFS is what the networks' players bring sound to.
https://ffmpeg.org/ffmpeg-filters.html#loudnorm, in two passes.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aboveboard.media.clips import program

TARGET = -14.0
PEAK = -1.0
# What AAC may add to a peak when it is played.
_SPARE = 0.5
# Below the gate of BS.1770 there is nothing to measure.
_SILENCE = -70.0
_JSON = re.compile(r"\{[^{}]*\"input_i\"[^{}]*\}")


@dataclass(frozen=True)
class Loudness:
    """`integrated` in LUFS, `peak` in dBTP, `span` in LU, `threshold` in LUFS."""

    integrated: float
    peak: float
    span: float
    threshold: float
    offset: float = 0.0


def measured(
    arguments: Sequence[str],
    *,
    folder: Path,
    graph: str = "",
    seconds: float = 0.0,
    tell: program.Tell = program.nobody,
    halt: program.Halt = program.never,
) -> Loudness | None:
    """The loudness of what `arguments` read, through `graph` (from [0:a:0]); None for silence."""
    wanted = f"loudnorm=I={TARGET}:TP={PEAK - _SPARE}:LRA=20:print_format=json"
    # Named [heard] by the graph that cuts, so that what is measured is what will be heard.
    through = f"{graph};[heard]{wanted}[out]" if graph else f"[0:a:0]{wanted}[out]"
    said = program.run(
        arguments,
        ["-filter_complex", through, "-map", "[out]", "-vn", "-f", "null", "-"],
        folder=folder,
        seconds=seconds,
        tell=tell,
        halt=halt,
    )
    told = _JSON.search(said)
    if not told:
        return None
    figures = {name: float(value) for name, value in _figures(told[0])}
    if not figures["input_i"] > _SILENCE:
        return None
    return Loudness(
        figures["input_i"],
        figures["input_tp"],
        figures["input_lra"],
        figures["input_thresh"],
        figures["target_offset"],
    )


def levelling(found: Loudness) -> str:
    """The filter that brings what was measured to the target."""
    return (
        f"loudnorm=I={TARGET}:TP={PEAK - _SPARE}:LRA=20:linear=true"
        f":measured_I={found.integrated}:measured_TP={found.peak}:measured_LRA={found.span}"
        f":measured_thresh={found.threshold}:offset={found.offset}"
    )


def _figures(told: str) -> list[tuple[str, str]]:
    names = ("input_i", "input_tp", "input_lra", "input_thresh", "target_offset")
    read = json.loads(told)
    return [(name, str(read[name])) for name in names]
