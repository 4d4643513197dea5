"""Videos: a file's kind by its bytes, its size and length by ffmpeg, in a process of its own.

ffmpeg is told which kind it is and that it may read this one file: a playlist or a list of parts
that calls itself a video would make it read other files and addresses.
https://ffmpeg.org/ffmpeg-protocols.html, https://ffmpeg.org/ffmpeg-formats.html
"""

import re
import subprocess
from pathlib import Path
from pkgutil import resolve_name

from aboveboard.media.errors import NotMedia

MAX_BYTES = 4_000_000_000
MAX_EDGE = 8_192
SUFFIXES = {"video/mp4": "mp4", "video/quicktime": "mov", "video/webm": "webm"}
_FORMATS = {"video/mp4": "mov", "video/quicktime": "mov", "video/webm": "matroska"}

# ISO/IEC 14496-12, 4.3: the brands that name a video; those of pictures (heic, avif) are none.
_BRANDS = re.compile(rb"isom|iso\d|mp4\d|avc1|M4V |MSNV|dash|3g[p2]\w|f4v |mmp4|XAVC")
_WEBM = b"\x1a\x45\xdf\xa3"

# What is enough for a moment of any video that is honest about itself.
_SECONDS = 30
_MEMORY = "400000000"

_DURATION = re.compile(r"Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)")
# The stream as it is put out: turned the way it is to be shown.
_SIZE = re.compile(r"\nOutput #0.*?Video: .*? (\d{1,6})x(\d{1,6})[ ,]", re.DOTALL)


def kind_of(head: bytes) -> str:
    """The MIME type of a video that begins with these bytes; "" when it is none that we take."""
    if head[4:8] == b"ftyp":
        if head[8:12] == b"qt  ":
            return "video/quicktime"
        return "video/mp4" if _BRANDS.match(head[8:12]) else ""
    return "video/webm" if head[:4] == _WEBM and b"webm" in head[:64] else ""


def looked_at(shown: str, path: Path, kind: str) -> tuple[int, int, float]:
    """Width, height and seconds of such a video. Raises NotMedia for one that cannot be played."""
    if kind != "video/webm" and not _whole(path):
        raise _unreadable(shown)
    said = _said(shown, path, kind)
    duration, size = _DURATION.search(said), _SIZE.search(said)
    if not duration or not size:
        raise _unreadable(shown)
    hours, minutes, seconds = (float(part) for part in duration.groups())
    width, height = int(size[1]), int(size[2])
    if max(width, height) > MAX_EDGE:
        raise NotMedia(
            f"{shown} is {width} × {height}; {MAX_EDGE:,} pixels a side is the most.",
            mend="Save it smaller and try again.",
            code="picture_too_large",
        )
    return width, height, hours * 3600 + minutes * 60 + seconds


def _whole(path: Path) -> bool:
    """Whether no box reaches past the end of the file, as in one that broke off on its way.

    ISO/IEC 14496-12, 4.2: a length of 1 is followed by one of 64 bits; 0 is up to the end.
    """
    size, at = path.stat().st_size, 0
    with path.open("rb") as file:
        while at < size:
            file.seek(at)
            head = file.read(16)
            length = int.from_bytes(head[:4], "big")
            if length == 1:
                length = int.from_bytes(head[8:16], "big")
            if length == 0:
                return True
            if length < 8:
                return False
            at += length
    return at == size


def reading(path: Path, kind: str, *, at: float = 0.0) -> list[str]:
    """ffmpeg's words to read this one file and no other, from a second of its play on."""
    # Named, not imported: it is found when it is needed.
    program = resolve_name("imageio_ffmpeg").get_ffmpeg_exe()
    return [
        program, "-hide_banner", "-nostdin", "-max_alloc", _MEMORY, "-threads", "1",
        "-protocol_whitelist", "file", *(("-ss", f"{at:.3f}") if at else ()),
        "-f", _FORMATS[kind], "-i", f"file:{path}",
    ]  # fmt: skip


def _said(shown: str, path: Path, kind: str) -> str:
    """What ffmpeg says of a file, its first picture decoded."""
    command = [*reading(path, kind), "-map", "0:v:0", "-frames:v", "1", "-f", "null", "-"]
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        raise NotMedia(
            f"{shown} could not be opened within {_SECONDS} seconds. It was not kept.",
            mend="Save it anew in a video program and try again.",
            code="not_a_picture",
        ) from None
    if done.returncode:
        raise _unreadable(shown)
    return done.stderr.decode(errors="replace")


def _unreadable(shown: str) -> NotMedia:
    return NotMedia(
        f"{shown} is no video that can be played.",
        mend="Use an MP4, MOV or WebM file.",
        code="not_a_picture",
    )
