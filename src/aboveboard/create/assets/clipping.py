"""What a person asks of a clip, and what networks take of one (pure)."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self

from aboveboard.channels.base import Limits
from aboveboard.channels.registry import network
from aboveboard.kernel.errors import Invalid
from aboveboard.media.clips.encoding import Room
from aboveboard.media.clips.framing import SHAPES, Shape
from aboveboard.media.clips.making import Wanted
from aboveboard.media.clips.subtitles import parse
from aboveboard.text.languages import LANGUAGES

MAX_SUBTITLES = 200_000


@dataclass(frozen=True)
class ClipFields:
    """What was asked for, as it is kept: seconds of the video, parts of the frame, SRT or WebVTT.

    `channels` are the ids of those it must suit. An empty `end`, `length`, `shape` or `focus` is
    None.
    """

    start: float = 0.0
    end: float | None = None
    length: float | None = None
    spread: bool = True
    shape: Shape | None = None
    focus: tuple[float, float] | None = None
    subtitles: str = ""
    burn: bool = False
    attach: bool = False
    language: str = "en"
    loudness: bool = False
    channels: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        focus = kept.get("focus")
        return cls(
            **{
                **kept,
                "focus": (focus[0], focus[1]) if focus else None,
                "channels": tuple(kept.get("channels", ())),
            }
        )

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def wanted(self, room: Room) -> Wanted:
        """The same for who makes it. Raises Invalid for figures and words that cannot be."""
        self._check()
        cues = parse(self.subtitles) if self.subtitles.strip() else []
        return Wanted(
            start=self.start,
            end=self.end,
            length=self.length,
            spread=self.spread,
            shape=self.shape,
            focus=self.focus,
            cues=tuple(cues),
            burn=self.burn,
            attach=self.attach,
            language=self.language,
            loudness=self.loudness,
            room=room,
        )

    def _check(self) -> None:
        seconds = [self.start, self.end or 0.0, self.length or 0.0]
        if not all(math.isfinite(one) and 0 <= one < 1e6 for one in seconds):
            raise Invalid("This is no time.", mend="Write seconds, or 1:15.5.", code="time")
        if self.shape is not None and self.shape not in SHAPES:
            raise Invalid(
                "There is no such shape.", mend=f"Use one of {', '.join(SHAPES)}.", code="shape"
            )
        if self.focus and not all(0 <= one <= 1 for one in self.focus):
            raise Invalid(
                "The point to keep is not in the frame.", mend="Choose one in it.", code="focus"
            )
        if self.language not in LANGUAGES:
            raise Invalid(
                f"“{self.language[:10]}” is not one of {', '.join(LANGUAGES)}.",
                mend="Use one of them.",
            )
        if len(self.subtitles) > MAX_SUBTITLES:
            raise Invalid(
                f"{MAX_SUBTITLES:,} characters are the most for subtitles.",
                mend="Shorten them to the part that you cut.",
                code="subtitles",
            )
        if (self.burn or self.attach) and not self.subtitles.strip():
            raise Invalid(
                "There are no subtitles to burn in or attach.",
                mend="Write or load some first.",
                code="subtitles",
            )


def room_in(title: str, limits: Limits) -> Room:
    """The most of a video that a network takes. Raises Invalid for one that takes none."""
    if not limits.videos:
        raise Invalid(
            f"{title} takes no videos.", mend="Choose another channel.", code="takes_no_video"
        )
    return Room(
        bytes=limits.video_bytes or None,
        seconds=limits.video_seconds,
        edge=limits.video_edge,
        rate=limits.video_rate,
    )


def room_on(names: Iterable[str]) -> Room:
    """What all of these networks take. Raises NotFound for one that is not known."""
    found = [network(name) for name in names]
    return Room.strictest(room_in(one.title, one.limits) for one in found)
