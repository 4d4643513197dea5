"""How long a clip takes, beside ffmpeg told by hand to make the same one."""

import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name

from aboveboard.kernel.figures import Figure
from aboveboard.media.clips.making import Wanted, make

WANTED = 0.9
RUNS = 3
SECONDS, START, END = 40, 5.0, 35.0
# Half a minute out of a longer video, upright, with a point to keep: what is made most.
_PART = Wanted(start=START, end=END, shape="9:16", focus=(0.5, 0.5))
# Everything at once: this has no equal by one command, and is told beside the figure.
_WHOLE = Wanted(start=START, end=END, length=15, shape="9:16", loudness=True)


def bench_clip() -> Figure:
    """Clips a minute, as a part of what bare ffmpeg makes of the same video and settings."""
    with tempfile.TemporaryDirectory() as folder:
        source, out, bare = (Path(folder, name) for name in ("a.mp4", "b.mp4", "c.mp4"))
        _film(source)
        times: dict[str, list[float]] = {"ours": [], "bare": []}
        # One after the other in turns, so that a busy moment is both's.
        for _number in range(RUNS):
            times["ours"].append(_timed(lambda: make(source, out, _PART)))
            times["bare"].append(_timed(lambda: _bare(source, bare)))
        made = make(source, out, _PART)
        whole = _timed(lambda: make(source, Path(folder, "d.mp4"), _WHOLE))
        middle = {name: statistics.median(took) for name, took in times.items()}
        return Figure.at_least(
            "clip",
            middle["bare"] / middle["ours"],
            "of bare ffmpeg",
            limit=WANTED,
            extra={
                "ours_s": round(middle["ours"], 2),
                "bare_s": round(middle["bare"], 2),
                "clip": f"{made.seconds:.1f} s, {made.width}x{made.height}, {made.bytes} bytes",
                "bare_bytes": bare.stat().st_size,
                "scenes_subject_and_loudness_s": round(whole, 2),
                "runs": RUNS,
            },
        )


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _film(path: Path) -> None:
    picture = f"testsrc2=s=1280x720:r=30:d={SECONDS}"
    _ffmpeg(
        *("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", f"sine=d={SECONDS}"),
        *("-c:v", "libx264", "-preset", "ultrafast", "-crf", "23", "-pix_fmt", "yuv420p"),
        *("-c:a", "aac", "-shortest", str(path)),
    )


def _bare(source: Path, out: Path) -> None:
    _ffmpeg(
        *("-ss", str(START), "-t", str(END - START), "-i", str(source)),
        *("-vf", "crop=404:720:438:0,scale=396:704:flags=bicubic,setsar=1,format=yuv420p"),
        *("-c:v", "libx264", "-profile:v", "high", "-preset", "veryfast", "-crf", "20"),
        *("-threads", "2", "-c:a", "aac", "-b:a", "128k", "-ar", "48000", "-ac", "2"),
        *("-movflags", "+faststart", str(out)),
    )


def _ffmpeg(*arguments: str) -> None:
    program = resolve_name("imageio_ffmpeg").get_ffmpeg_exe()
    subprocess.run([program, "-nostdin", "-loglevel", "error", "-y", *arguments], check=True)
