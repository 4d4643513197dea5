"""What a guard is given and what it says, as pure values; no verdicts, only evidence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from aboveboard.brand.rules import Policy, Severity
from aboveboard.brand.sound import Voice
from aboveboard.channels.base import Limits
from aboveboard.check.context import UNTOLD, Context
from aboveboard.create.words.origins import Passage
from aboveboard.disclose.content import Content
from aboveboard.media.lettering import Line
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.grounding import Index
from aboveboard.text.voice.likeness import Profile


@dataclass(frozen=True)
class Answer:
    """What a link answered when it was last asked: an HTTP status, or why there was none."""

    ok: bool
    why: str


@dataclass(frozen=True)
class File:
    """A picture's or video's file: bytes, MIME type, seconds of play, pixels (0 for unknown).

    `consent` is one of `create.rights.CONSENTS`, `may_use_until` the last day of its use;
    `lettering` holds the lines of words in a picture, none before it was read; `signed` is whether
    what goes out carries a content credential.
    """

    size: int
    mime: str
    seconds: float = 0.0
    width: int = 0
    height: int = 0
    may_use_until: date | None = None
    consent: str = ""
    removed: bool = False
    lettering: Sequence[Line] = ()
    signed: bool = True

    @property
    def is_video(self) -> bool:
        return self.mime.startswith("video/")


def which_of(number: int, *, video: bool, alone: bool) -> str:
    """How a picture or video is spoken of: by its number, from one on, where it is not alone."""
    if video:
        return "The video" if alone else f"Video {number}"
    return "The picture" if alone else f"Picture {number}"


@dataclass(frozen=True)
class Case:
    """A text as it would go out, with all that guards may compare it with.

    Offsets in remarks are characters of `text`, the words people wrote, label not included.
    `room` counts a text as the network does; `answers` holds the links that were asked; `files`
    are those of the content's pictures, in their order. `day` is the one on which it would go out,
    `voice` the brand's in this language, `profile` that of its samples; `context` what is known
    besides the words, `history` the brand's own recent texts, the newest first. `faults` tells
    what is surely wrong in spelling and grammar; it may take milliseconds.
    """

    text: str
    language: str
    passages: Sequence[Passage]
    content: Content
    limits: Limits
    room: Callable[[str], int]
    knowledge: Index
    network_title: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    files: Sequence[File] = ()
    day: date | None = None
    voice: Voice | None = None
    profile: Profile | None = None
    context: Context = UNTOLD
    history: Sequence[str] = ()
    faults: Callable[[], Sequence[Correction]] = tuple

    @property
    def today(self) -> date | None:
        """The day to judge by, where one is known."""
        return self.context.today or self.day

    def by_model(self, start: int, end: int) -> bool:
        """Whether any letter or digit of these characters is a model's."""
        at = 0
        for passage in self.passages:
            theirs = passage.text[max(start - at, 0) : max(end - at, 0)]
            if passage.origin.kind == "model" and any(char.isalnum() for char in theirs):
                return True
            at += len(passage.text)
        return False


@dataclass(frozen=True)
class Evidence:
    """A source and its words."""

    source: str
    text: str


@dataclass(frozen=True)
class Remark:
    """What a guard says about the characters `start` to `end`."""

    code: str
    start: int
    end: int
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""


class Guard(Protocol):
    """One small module each in `guards/`; `must` ones cannot be switched off.

    `about` says in a line what it looks for, `usual` what its remarks do where no policy says
    otherwise, the mildest first.
    """

    @property
    def code(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def about(self) -> str: ...

    @property
    def usual(self) -> tuple[Severity, ...]: ...

    @property
    def must(self) -> bool: ...

    def look(self, case: Case) -> Iterable[Remark]: ...


def remarks(case: Case, policy: Policy, guards: Iterable[Guard]) -> list[Remark]:
    """What the guards say under a policy, in the order of the text, then of the guards.

    A policy may make a guard stricter or milder or switch it off; what `must` be there stays.
    """
    said: list[Remark] = []
    for guard in guards:
        wanted = policy.guards.get(guard.code)
        if wanted is Severity.OFF and not guard.must:
            continue
        for remark in guard.look(case):
            severity = remark.severity
            if wanted and not guard.must:
                severity = wanted
            said.append(Remark(**{**remark.__dict__, "severity": severity}))
    return sorted(said, key=lambda remark: (remark.start, remark.end))
