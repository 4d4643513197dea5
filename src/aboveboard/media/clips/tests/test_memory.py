"""A large video takes no more memory than a small one, and a killed parent leaves no program."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from aboveboard.media.clips.tests.filming import ffmpeg, flashing

# `make check` has no time for it.
pytestmark = pytest.mark.slow

_MAKE = """
import sys
from pathlib import Path
from aboveboard.media.clips.making import Wanted, make
wanted = Wanted(start=0.2, end=float(sys.argv[3]), shape="9:16", loudness=True)
make(Path(sys.argv[1]), Path(sys.argv[2]), wanted)
"""
MOST = 600_000_000


def test_two_gigabytes_stay_below_600_mb(tmp_path: Path) -> None:
    # Two seconds of noise, nearly lossless, again and again: every byte of it is video.
    short, source = tmp_path / "short.mp4", tmp_path / "source.mp4"
    noise = "nullsrc=s=1920x1080:r=10:d=2,geq=random(1)*255:128:128"
    ffmpeg(
        *("-f", "lavfi", "-i", noise, "-f", "lavfi", "-i", "sine=d=2"),
        *("-c:v", "libx264", "-preset", "ultrafast", "-qp", "4", "-c:a", "aac", str(short)),
    )
    times = 2_000_000_000 // short.stat().st_size
    ffmpeg("-stream_loop", str(times), "-i", str(short), "-c", "copy", str(source))
    short.unlink()
    assert source.stat().st_size > 1_990_000_000
    process = subprocess.Popen([sys.executable, "-c", _MAKE, source, tmp_path / "clip.mp4", "1.4"])
    most = 0
    while process.poll() is None:
        most = max(most, sum(_memory(one) for one in _with_children(process.pid)))
        time.sleep(0.02)
    assert process.returncode == 0
    assert (tmp_path / "clip.mp4").exists()
    assert 20_000_000 < most < MOST


def test_a_killed_studio_takes_ffmpeg_along(tmp_path: Path) -> None:
    source = flashing(tmp_path / "source.mp4", 60, size="640x480")
    process = subprocess.Popen([sys.executable, "-c", _MAKE, source, tmp_path / "clip.mp4", "60"])
    children: list[int] = []
    while process.poll() is None and not children:
        children = [one for one in _with_children(process.pid) if one != process.pid]
    time.sleep(0.3)
    children = [one for one in _with_children(process.pid) if one != process.pid] or children
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    end = time.monotonic() + 10
    while time.monotonic() < end and any(_is_there(one) for one in children):
        time.sleep(0.05)
    assert not [one for one in children if _is_there(one)]
    assert not (tmp_path / "clip.mp4").exists()


def _with_children(pid: int) -> list[int]:
    try:
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return [pid]
    return [pid, *(one for child in told.split() for one in _with_children(int(child)))]


def _memory(pid: int) -> int:
    """Resident memory of a process in bytes; 0 for one that has ended meanwhile."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def _is_there(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
