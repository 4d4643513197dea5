"""What a video is, as far as making a clip of it goes: size as shown, rate, codecs, sound."""

import re
from dataclasses import dataclass
from pathlib import Path

from aboveboard.media import videos
from aboveboard.media.clips import program
from aboveboard.media.clips.errors import NotMade
from aboveboard.media.looking import look

_DURATION = re.compile(r"Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)")
_VIDEO = re.compile(r"Stream #0:\d+.*?: Video: (\w+)(?: \(([\w :]+)\))?.*?, (\w+)")
_SOUND = re.compile(r"Stream #0:\d+.*?: Audio: (\w+).*?, (\d+) Hz")
_RATE = re.compile(r", ([\d.]+)(k?) fps")
# Its size, and how much wider than high its pixels are.
_SHOWN = re.compile(
    r"Output #0.*?Video: .*? (\d{1,6})x(\d{1,6})(?: \[SAR (\d+):(\d+))?[ ,]", re.DOTALL
)
# What is said of a video whose rate nobody knows, and the most that one can be believed to have.
_USUAL_RATE, _MOST_RATE = 30.0, 240.0


@dataclass(frozen=True)
class Facts:
    """Sizes in pixels as shown, `seconds` of play, `rate` in pictures a second.

    `video` and `sound` are ffmpeg's names of the codecs, `sound` "" where there is none.
    """

    mime: str
    bytes: int
    seconds: float
    width: int
    height: int
    rate: float
    video: str
    profile: str
    pixels: str
    sound: str
    hertz: int
    hdr: bool = False
    is_stretched: bool = False


def facts_of(path: Path, *, name: str = "") -> Facts:
    """What this file is. Raises NotMedia for one that is no video that can be played."""
    seen = look(name or path.name, path)
    if seen.mime not in videos.SUFFIXES:
        raise NotMade(
            f"{(name or path.name)[:60]} is a picture; a clip is made of a video.",
            mend="Choose a video.",
            code="not_a_video",
        )
    said: list[str] = []
    program.run(
        program.reading(path, seen.mime),
        ["-map", "0:v:0", "-map", "0:a:0?", "-frames:v", "1", "-t", "0.5", "-f", "null", "-"],
        folder=path.parent,
        heard=lambda line: said.append(line) if len(said) < 500 else None,
    )
    before, _mark, after = "\n".join(said).partition("Output #0")
    video, sound, rate = _VIDEO.search(before), _SOUND.search(before), _RATE.search(after)
    shown = _SHOWN.search("Output #0" + after)
    width, height, stretch = seen.width, seen.height, 1.0
    if shown:
        width, height = int(shown[1]), int(shown[2])
        stretch = int(shown[3] or 1) / (int(shown[4] or 1) or 1)
        if not 0.2 < stretch < 5:
            stretch = 1.0
    pictures = float(rate[1]) * (1_000 if rate[2] else 1) if rate else _USUAL_RATE
    return Facts(
        mime=seen.mime,
        bytes=path.stat().st_size,
        seconds=seen.seconds,
        width=round(width * stretch / 2) * 2 if stretch != 1 else width,
        height=height,
        rate=pictures if 1 <= pictures <= _MOST_RATE else _USUAL_RATE,
        video=video[1] if video else "",
        profile=(video[2] or "") if video else "",
        pixels=video[3] if video else "",
        sound=sound[1] if sound else "",
        hertz=int(sound[2]) if sound else 0,
        hdr="smpte2084" in before or "arib-std-b67" in before,
        is_stretched=stretch != 1,
    )
