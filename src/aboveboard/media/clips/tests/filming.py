"""Films with scenes, flashes and a subject, and what can be measured in one, by bare ffmpeg."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
from PIL import Image

RATE = 10
_COLOURS = ("0x401010", "0x104010", "0x101040", "0x404010")
_CODED = ("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac")


def ffmpeg(*arguments: str) -> bytes:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-y", *arguments]
    return subprocess.run(command, check=True, capture_output=True).stdout


def flashing(path: Path, *scenes: float, size: str = "64x48", sound: bool = True) -> Path:
    """A film of dark scenes that flashes and beeps at the beginning of each second."""
    inputs: list[str] = []
    for number, seconds in enumerate(scenes):
        colour = _COLOURS[number % len(_COLOURS)]
        inputs += ["-f", "lavfi", "-i", f"color={colour}:s={size}:r={RATE}:d={seconds}"]
    whole, count = sum(scenes), len(scenes)
    beep = "0.3*sin(2*PI*800*t)*lt(mod(t,1),0.2)"
    inputs += ["-f", "lavfi", "-i", f"aevalsrc='{beep}':s=48000:d={whole}"]
    streams = "".join(f"[{number}:v]" for number in range(count))
    flash = "drawbox=w=8:color=white:t=fill:enable='lt(mod(t,1),0.2)'"
    graph = f"{streams}concat=n={count}:v=1:a=0,{flash}[v]"
    maps = ["-map", "[v]", *(["-map", f"{count}:a"] if sound else [])]
    ffmpeg(*inputs, "-filter_complex", graph, *maps, *_CODED, str(path))
    return path


def with_subject(path: Path, x: str, *, seconds: float = 2.0) -> Path:
    """A wide film in which a bright block stands or moves: `x` is ffmpeg's expression of t."""
    graph = f"[0:v][1:v]overlay=x='{x}':y=20:eval=frame"
    ffmpeg(
        *("-f", "lavfi", "-i", f"color=0x202020:s=160x90:r={RATE}:d={seconds}"),
        *("-f", "lavfi", "-i", f"testsrc=s=20x40:r={RATE}:d={seconds}"),
        *("-filter_complex", graph, *_CODED, str(path)),
    )
    return path


def frames(path: Path) -> list[int]:
    """How bright each picture is at its left, 0 to 255."""
    raw = ffmpeg(
        *("-i", str(path), "-vf", "crop=8:ih:0:0,scale=1:1:flags=area,format=gray"),
        *("-f", "rawvideo", "-"),
    )
    return list(raw)


def beeps(path: Path) -> list[float]:
    """The seconds at which sound sets in, to a hundredth."""
    raw = ffmpeg("-i", str(path), "-ac", "1", "-ar", "8000", "-f", "u8", "-")
    loud = [max(abs(one - 128) for one in raw[at : at + 80]) > 8 for at in range(0, len(raw), 80)]
    return [
        n / 100 for n, is_loud in enumerate(loud) if is_loud and not any(loud[max(n - 5, 0) : n])
    ]


def brightest(picture: Image.Image) -> int:
    """The brightest pixel of a grey picture, 0 to 255."""
    return max(number for number, count in enumerate(picture.histogram()) if count)


def still(path: Path, at: float, out: Path) -> Image.Image:
    """The picture at a moment, in grey."""
    ffmpeg("-ss", str(at), "-i", str(path), "-frames:v", "1", "-update", "1", str(out))
    with Image.open(out) as opened:
        return opened.convert("L")
