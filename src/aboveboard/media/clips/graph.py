"""The filters of a clip (pure): parts cut and joined, the window, size, words, sound.

https://ffmpeg.org/ffmpeg-filters.html. Whatever stands in here are numbers and names of our own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from aboveboard.media.clips.cutting import Piece
from aboveboard.media.clips.encoding import HERTZ, Encoding
from aboveboard.media.clips.facts import Facts
from aboveboard.media.clips.framing import Window

WORDS, WINDOWS = "words.ass", "windows.txt"
_LINEAR = "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0"
_TO_SDR = f"{_LINEAR},zscale=t=bt709:m=bt709:r=tv,format=yuv420p"


@dataclass(frozen=True)
class Picture:
    """What is done to the picture besides cutting: the window's size and ways, and words."""

    window: tuple[int, int] | None = None
    ways: Sequence[Window] = ()
    words: bool = False


def video(facts: Facts, pieces: Sequence[Piece], how: Encoding, picture: Picture) -> str:
    """From [0:v:0] to [video]; the file is read from the first piece on."""
    head = [f"fps={how.rate:g}"]
    if facts.is_stretched:
        head.append(f"scale={facts.width}:{facts.height}")
    chain = []
    if picture.window and picture.ways:
        wide, high = picture.window
        first = picture.ways[0]
        if len(picture.ways) > 1:
            chain.append(f"sendcmd=f={WINDOWS}")
        chain.append(f"crop=w={wide}:h={high}:x={first.x}:y={first.y}")
    chain += [f"scale={how.width}:{how.height}:flags=bicubic", "setsar=1"]
    if facts.hdr:
        chain.append(_TO_SDR)
    if picture.words:
        chain.append(f"ass={WORDS}")
    chain.append("format=yuv420p")
    # Half a picture early: an edge falls between two pictures, whatever is lost in rounding.
    half = 0.5 / how.rate
    parts = [
        f"trim=start={max(one.start - half, 0):.6f}:end={one.end - half:.6f}"
        for one in _from_first(pieces)
    ]
    return _joined("[0:v:0]", head, parts, "setpts=PTS-STARTPTS", chain, "video", is_sound=False)


def sound(pieces: Sequence[Piece], *, name: str = "sound", then: str = "") -> str:
    """From [0:a:0] to [sound]; `then` is what is done to the whole."""
    parts = [f"atrim=start={one.start:.6f}:end={one.end:.6f}" for one in _from_first(pieces)]
    head = [f"aresample={HERTZ}:async=1000:first_pts=0"]
    chain = [then, f"aresample={HERTZ}"] if then else ["anull"]
    return _joined("[0:a:0]", head, parts, "asetpts=PTS-STARTPTS", chain, name, is_sound=True)


def commands(ways: Sequence[Window]) -> str:
    """The file that moves the window: from which moment on it stands where."""
    return "".join(f"{one.at:.3f} crop x {one.x}, crop y {one.y};\n" for one in ways if one.at > 0)


def _from_first(pieces: Sequence[Piece]) -> list[Piece]:
    begin = pieces[0].start
    return [Piece(one.start - begin, one.end - begin) for one in pieces]


def _joined(
    source: str,
    head: Sequence[str],
    parts: Sequence[str],
    restart: str,
    chain: Sequence[str],
    name: str,
    *,
    is_sound: bool,
) -> str:
    """One chain for one part; else the source split, cut, and joined in order."""
    if len(parts) == 1:
        return f"{source}{','.join([*head, parts[0], restart, *chain])}[{name}]"
    letter = "a" if is_sound else "v"
    outs = "".join(f"[{letter}{number}]" for number in range(len(parts)))
    split = "asplit" if is_sound else "split"
    cuts = ";".join(
        f"[{letter}{number}]{part},{restart}[{letter}c{number}]"
        for number, part in enumerate(parts)
    )
    ins = "".join(f"[{letter}c{number}]" for number in range(len(parts)))
    streams = "v=0:a=1" if is_sound else "v=1:a=0"
    return (
        f"{source}{','.join(head)},{split}={len(parts)}{outs};{cuts};"
        f"{ins}concat=n={len(parts)}:{streams},{','.join(chain)}[{name}]"
    )
