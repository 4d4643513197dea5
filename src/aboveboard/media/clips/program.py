"""Runs the carried ffmpeg on one file: within limits, telling how far it is, until it is stopped.

ffmpeg is told what kind the file is and that it may read files only, never an address; a playlist
that calls itself a video is refused by its first bytes. What it writes lies in the folder it runs
in. https://ffmpeg.org/ffmpeg-protocols.html, https://ffmpeg.org/ffmpeg.html#Advanced-options
"""

import os
import selectors
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import chain
from pathlib import Path
from pkgutil import resolve_name

from aboveboard.media.clips.errors import NotMade, Stopped

_FORMATS = {"video/mp4": "mov", "video/quicktime": "mov", "video/webm": "matroska"}
_LEASH = Path(__file__).with_name("leash.py")
# Address space. A clip of 4K takes 600 MB of memory; threads reserve far more than they use.
_MEGABYTES = 4_000
_LARGEST = "400000000"
# Two encode as fast as a machine of two cores can; more take memory by the picture.
_THREADS = "2"
# A second without a single picture is common in long files, minutes are not.
STALLED = 180.0
_LOOK_EVERY = 0.2
_TAIL = 8_000
_LINE = 4_000

Tell = Callable[[float], None]
Halt = Callable[[], bool]


def reading(
    path: Path, mime: str, *, start: float = 0.0, seconds: float | None = None
) -> list[str]:
    """The arguments that read a video, or the part of it from `start` on."""
    limits = ["-protocol_whitelist", "file", "-max_alloc", _LARGEST, "-threads", _THREADS]
    part = ["-ss", f"{start:.6f}"] if start else []
    part += ["-t", f"{seconds:.6f}"] if seconds is not None else []
    return [*limits, *part, "-f", _FORMATS[mime], "-i", f"file:{path}"]


def never() -> bool:
    return False


def nobody(_done: float) -> None:
    pass


def run(
    *arguments: Sequence[str],
    folder: Path,
    seconds: float = 0.0,
    tell: Tell = nobody,
    halt: Halt = never,
    heard: Callable[[str], None] | None = None,
    stalled: float = STALLED,
) -> str:
    """Run ffmpeg in `folder`, its arguments in groups, and give the end of what it said.

    `tell` hears which part of `seconds` is done (0 to 1), `heard` each line that ffmpeg says.
    Raises Stopped once `halt` says so, NotMade for what ffmpeg cannot do or stands still at.
    """
    program = resolve_name("imageio_ffmpeg").get_ffmpeg_exe()
    leash = [sys.executable, "-I", "-S", str(_LEASH), str(os.getpid()), str(_MEGABYTES), program]
    always = ["-hide_banner", "-nostdin", "-y", "-nostats", "-progress", "pipe:1"]
    process = subprocess.Popen(
        [*leash, *always, "-stats_period", "0.25", *chain(*arguments)],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        tail = _followed(process, seconds, tell, halt, heard, stalled)
        failed = process.wait()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        for pipe in (process.stdout, process.stderr):
            if pipe:
                pipe.close()
    if failed:
        raise _failure(tail)
    return tail


def _followed(
    process: "subprocess.Popen[bytes]",
    seconds: float,
    tell: Tell,
    halt: Halt,
    heard: Callable[[str], None] | None,
    stalled: float,
) -> str:
    """Reads both pipes until they end; gives the last of what was said."""
    assert process.stdout
    assert process.stderr
    rest = {process.stdout: b"", process.stderr: b""}
    tail, far, since = "", "", time.monotonic()
    with selectors.DefaultSelector() as waiting:
        for pipe in rest:
            waiting.register(pipe, selectors.EVENT_READ)
        while waiting.get_map():
            if halt():
                raise Stopped
            if time.monotonic() - since > stalled:
                raise NotMade(
                    f"This video came no further for {stalled:g} seconds.",
                    mend="Save it anew in a video program and try again.",
                    code="stalled",
                )
            for key, _events in waiting.select(_LOOK_EVERY):
                pipe = process.stdout if key.fileobj is process.stdout else process.stderr
                chunk = os.read(pipe.fileno(), 65_536)
                if not chunk:
                    waiting.unregister(pipe)
                    continue
                *lines, rest[pipe] = (rest[pipe] + chunk).split(b"\n")
                rest[pipe] = rest[pipe][-_LINE:]
                said = [line[-_LINE:].decode(errors="replace") for line in lines]
                if pipe is process.stdout:
                    now = next((line for line in said if line.startswith("out_time_us=")), far)
                    if now != far:
                        far, since = now, time.monotonic()
                        tell(_part(now, seconds))
                else:
                    tail = "\n".join([tail, *said])[-_TAIL:]
                    if heard:
                        for line in said:
                            heard(line)
    return tail


def _part(line: str, seconds: float) -> float:
    figure = line.partition("=")[2]
    if not seconds or not figure.lstrip("-").isdigit():
        return 0.0
    return min(max(int(figure) / 1e6 / seconds, 0.0), 1.0)


def _failure(tail: str) -> NotMade:
    if "Cannot allocate memory" in tail:
        return NotMade(
            "This video could not be worked through with the memory there is for one.",
            mend="Save it smaller and try again.",
            code="too_much",
        )
    if "No space left" in tail:
        return NotMade(
            "The disk of the studio is full. Nothing was kept.",
            mend="Make room on it and try again.",
            code="disk_full",
        )
    return NotMade(
        "This video cannot be read to its end, or not in the way that was asked for.",
        mend="Save it anew in a video program and try again.",
        code="not_made",
    )
