"""Subtitles (pure): SRT and WebVTT in, the same and what is burnt in out; wrong ones are told.

Only times and plain words are taken: tags, positions and styles are left out, so that nothing of a
file reaches the program that draws them. https://www.w3.org/TR/webvtt1/
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from aboveboard.kernel.errors import Invalid
from aboveboard.media.clips.cutting import Piece

MAX_BYTES = 2_000_000
MAX_CUES = 10_000
MAX_TEXT = 1_000
# Netflix, Timed Text Style Guide, general: 17 characters a second for adults' programmes in most
# languages, 20 in English; above that many cannot read along.
FAST = 20.0

_TIME = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})")
_LINE = re.compile(rf"\s*({_TIME.pattern})\s*-->\s*({_TIME.pattern})(?:\s+.*)?")
_TAG = re.compile(r"</?[a-zA-Z0-9.]*(?:\s[^<>]*)?>|<\d[\d:.]*>|\{\\[^}]*\}")
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0", "&lrm;": "", "&rlm;": ""}


class NotSubtitles(Invalid):
    """A text is no SRT and no WebVTT, or a line of it is wrong."""


@dataclass(frozen=True)
class Cue:
    """Words shown from `start` up to `end`, in seconds; `text` is plain, in lines."""

    start: float
    end: float
    text: str

    @property
    def speed(self) -> float:
        """Characters a second."""
        return len(self.text.replace("\n", " ")) / max(self.end - self.start, 0.001)


@dataclass(frozen=True)
class Remark:
    """What is odd about a cue, by its number from 1: “overlap” or “fast”."""

    number: int
    kind: str
    figure: float


def parse(source: str | bytes) -> list[Cue]:
    """The cues of an SRT or WebVTT text, in their order. Raises NotSubtitles with the line.

    Byte order marks, any line ends, missing or wrong numbers and a missing blank line at the end
    are taken as they come.
    """
    lines = _decoded(source).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cues: list[Cue] = []
    at = 0
    while at < len(lines):
        line = lines[at].strip()
        if line.startswith(("NOTE", "STYLE", "REGION")) and not cues_line(lines, at):
            at = _blank_after(lines, at)
            continue
        if "-->" in line:
            words_end = _words_end(lines, at + 1)
            cue = _cue(lines[at], at + 1, lines[at + 1 : words_end])
            if cue.text:
                cues.append(cue)
            at = words_end
        elif line and line.isdigit() is False and not _leads(lines, at) and at > 0:
            raise _wrong(at + 1, "Here a time like 00:00:01,000 --> 00:00:03,000 is missing.")
        elif line and at == 0 and not line.isdigit() and not line.startswith("WEBVTT"):
            if not _leads(lines, at):
                raise _wrong(1, "Here a number or a time is missing.")
            at += 1
        elif line.startswith("WEBVTT") and at == 0:
            at = _blank_after(lines, at)
        else:
            at += 1
        if len(cues) > MAX_CUES:
            raise NotSubtitles(
                f"{MAX_CUES:,} subtitles are the most.", mend="Split them.", code="subtitles"
            )
    if not cues:
        raise NotSubtitles(
            "There are no subtitles in this.",
            mend="Use SRT or WebVTT: a time, then the words, then an empty line.",
            code="subtitles",
        )
    _in_order(cues)
    return cues


def cues_line(lines: Sequence[str], at: int) -> bool:
    """Whether a line that looks like a comment is the name of a cue."""
    return at + 1 < len(lines) and "-->" in lines[at + 1]


def remarks(cues: Sequence[Cue]) -> list[Remark]:
    """What a person should look at: cues that overlap the next, or are too fast to read."""
    found = []
    for number, cue in enumerate(cues, 1):
        if number < len(cues) and cue.end > cues[number].start + 0.0005:
            found.append(Remark(number, "overlap", round(cue.end - cues[number].start, 2)))
        if cue.speed > FAST:
            found.append(Remark(number, "fast", round(cue.speed)))
    return found


def retimed(cues: Iterable[Cue], pieces: Sequence[Piece]) -> list[Cue]:
    """The cues in the time of a clip that is made of these parts of the video."""
    out, begun = [], 0.0
    told = list(cues)
    for piece in pieces:
        for cue in told:
            start, end = max(cue.start, piece.start), min(cue.end, piece.end)
            if end - start > 0.04:
                shift = begun - piece.start
                out.append(replace(cue, start=start + shift, end=end + shift))
        begun += piece.seconds
    # One that goes on over a cut within it is one still.
    merged: list[Cue] = []
    for cue in out:
        if merged and merged[-1].text == cue.text and abs(merged[-1].end - cue.start) < 0.001:
            merged[-1] = replace(merged[-1], end=cue.end)
        else:
            merged.append(cue)
    return merged


def srt(cues: Iterable[Cue]) -> str:
    return "\n".join(
        f"{number}\n{_time(cue.start, ',')} --> {_time(cue.end, ',')}\n{cue.text}\n"
        for number, cue in enumerate(cues, 1)
    )


def vtt(cues: Iterable[Cue]) -> str:
    parts = ["WEBVTT\n"]
    for cue in cues:
        text = cue.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        parts.append(f"{_time(cue.start, '.')} --> {_time(cue.end, '.')}\n{text}\n")
    return "\n".join(parts)


def ass(cues: Iterable[Cue], width: int, height: int) -> str:
    """What libass draws: our own style, and words in which nothing is a command any more.

    https://aegisub.org/docs/latest/ass_tags/: commands stand in braces and after backslashes.
    """
    size = max(round(min(height * 0.05, width * 0.065)), 10)
    side, low = round(width * 0.06), round(height * (0.14 if height > width else 0.06))
    head = _ASS.format(width=width, height=height, size=size, box=size // 4, side=side, low=low)
    return head + "".join(
        f"Dialogue: 0,{_short(cue.start)},{_short(cue.end)},Words,,0,0,0,,{_harmless(cue.text)}\n"
        for cue in cues
    )


_ASS = """[Script Info]
ScriptType: v4.00+
PlayResX: {width}
PlayResY: {height}
WrapStyle: 0
ScaledBorderAndShadow: yes

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, \
Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, \
Alignment, MarginL, MarginR, MarginV, Encoding
Style: Words,Sans,{size},&H00FFFFFF,&H00FFFFFF,&H301D1A19,&H301D1A19,0,0,0,0,100,100,0,0,4,{box},0,\
2,{side},{side},{low},1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def _harmless(text: str) -> str:
    # A word joiner after a backslash takes its power; a brace loses its own after a backslash.
    told = text.replace("\\", "\\\u2060").replace("{", "\\{").replace("}", "\\}")
    return "\\N".join(line.strip() for line in told.split("\n"))


def _decoded(source: str | bytes) -> str:
    if len(source) > MAX_BYTES:
        raise NotSubtitles(
            f"{MAX_BYTES // 1_000_000} MB is the most for subtitles.",
            mend="Split them.",
            code="subtitles",
        )
    if isinstance(source, str):
        return source.removeprefix("\ufeff")
    for encoding in ("utf-16",) if source[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return source.decode(encoding)
        except UnicodeDecodeError:
            break
    raise NotSubtitles(
        "These subtitles are not UTF-8.", mend="Save them as UTF-8 and try again.", code="encoding"
    )


def _cue(line: str, number: int, words: Sequence[str]) -> Cue:
    told = _LINE.fullmatch(line)
    if not told:
        raise _wrong(number, "A time is written like 00:00:01,000 --> 00:00:03,000.")
    start, end = _seconds(*told.group(2, 3, 4, 5)), _seconds(*told.group(7, 8, 9, 10))
    if end <= start:
        raise _wrong(number, "These words would end before they begin.")
    text = "\n".join(filter(None, (_plain(word) for word in words)))
    if len(text) > MAX_TEXT:
        raise _wrong(number, f"{MAX_TEXT:,} characters are the most for one subtitle.")
    return Cue(start, end, text)


def _plain(line: str) -> str:
    line = _CONTROL.sub("", _TAG.sub("", line))
    for name, sign in _ENTITIES.items():
        line = line.replace(name, sign)
    return line.strip()


def _words_end(lines: Sequence[str], at: int) -> int:
    """Where the words of a cue end: at an empty line, or where the next cue begins."""
    while at < len(lines) and lines[at].strip():
        if "-->" in lines[at]:
            return at - 1 if lines[at - 1].strip().isdigit() else at
        at += 1
    return at


def _leads(lines: Sequence[str], at: int) -> bool:
    return at + 1 < len(lines) and "-->" in lines[at + 1]


def _blank_after(lines: Sequence[str], at: int) -> int:
    while at < len(lines) and lines[at].strip():
        at += 1
    return at


def _in_order(cues: Sequence[Cue]) -> None:
    for number, (one, other) in enumerate(pairwise(cues), 2):
        if other.start < one.start:
            raise NotSubtitles(
                f"Subtitle {number} begins before the one above it.",
                mend="Put them in the order of their times.",
                code="subtitles",
            )


def _seconds(hours: str | None, minutes: str, seconds: str, parts: str) -> float:
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return (whole * 1_000 + int(parts.ljust(3, "0"))) / 1_000


def _time(seconds: float, point: str) -> str:
    whole = round(seconds * 1_000)
    hours, rest = divmod(whole, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02}:{minutes:02}:{rest // 1_000:02}{point}{rest % 1_000:03}"


def _short(seconds: float) -> str:
    whole = round(seconds * 100)
    return f"{whole // 360_000}:{whole // 6_000 % 60:02}:{whole // 100 % 60:02}.{whole % 100:02}"


def _wrong(line: int, what: str) -> NotSubtitles:
    return NotSubtitles(
        f"Line {line} of the subtitles is wrong. {what}",
        mend="Mend that line; the others are kept as they are.",
        code="subtitles",
    )
