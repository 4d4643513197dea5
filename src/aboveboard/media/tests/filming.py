"""Real films for the tests, made by the same ffmpeg that looks at them."""

import subprocess
from pathlib import Path

import imageio_ffmpeg

PLAIN = ("-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "faststart")


def film(
    path: Path,
    *options: str,
    size: str = "64x48",
    seconds: float = 1.0,
    bytes_more: int = 0,
) -> Path:
    """A film with a tone; `bytes_more` of it say nothing (a box that players pass over)."""
    picture = f"testsrc=size={size}:rate=10:duration={seconds}"
    tone = f"sine=duration={seconds}"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-y"]
    command += ["-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", tone]
    subprocess.run([*command, *(options or PLAIN), str(path)], check=True)
    if bytes_more:
        with path.open("ab") as file:
            # ISO/IEC 14496-12, 8.1.2: a box of free space, its length before its name.
            file.write(bytes_more.to_bytes(4, "big") + b"free" + b"\0" * (bytes_more - 8))
    return path
