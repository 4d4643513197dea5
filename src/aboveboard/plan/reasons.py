"""An idea as a value: why it is on the board, who said each piece of it, and their JSON."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal
from uuid import UUID

from pydantic import TypeAdapter

SourceKind = Literal["passage", "post", "occasion", "question", "campaign", "model"]
# In the order in which a board filters them.
KINDS: tuple[SourceKind, ...] = ("passage", "post", "occasion", "question", "campaign", "model")
# A name is that of a day, a campaign or a post, put into a template.
SaidBy = Literal["quote", "name", "template", "model", "person"]


@dataclass(frozen=True)
class Reason:
    """One source of an idea.

    `text` is quoted from it, `where` names its place for a person, `ref` is the id of its row or
    the key of an observance, `day` is in ISO. `above` of `like` posts of the same matter did better
    than usual on their channel; `like` is 0 where that is not told.
    """

    kind: SourceKind
    text: str
    where: str = ""
    ref: str = ""
    day: str = ""
    above: int = 0
    like: int = 0


@dataclass(frozen=True)
class Part:
    """A piece of an idea's angle. A quote has the place that it stands at."""

    text: str
    said_by: SaidBy
    where: str = ""


@dataclass(frozen=True)
class Proposal:
    """An idea to be: see `models.Idea`. `kind` is the source that it grew from."""

    title: str
    parts: Sequence[Part]
    why: Sequence[Reason]
    kind: str
    language: str
    day: date | None = None
    channel: UUID | None = None
    campaign: UUID | None = None

    @property
    def angle(self) -> str:
        return "".join(part.text for part in self.parts)


_PARTS = TypeAdapter(tuple[Part, ...])
_REASONS = TypeAdapter(tuple[Reason, ...])


def as_json(values: Iterable[Part | Reason]) -> list[dict[str, Any]]:
    return [asdict(value) for value in values]


def parts_of(rows: object) -> tuple[Part, ...]:
    return _PARTS.validate_python(rows)


def reasons_of(rows: object) -> tuple[Reason, ...]:
    return _REASONS.validate_python(rows)


def quotes(parts: Iterable[Part]) -> list[Part]:
    """The pieces that stand somewhere word by word, each once."""
    return list(dict.fromkeys(part for part in parts if part.said_by == "quote"))


def rewritten(parts: Iterable[Part], text: str, said_by: SaidBy) -> list[Part]:
    """A changed angle: the quotes that are still in it stay quotes, the rest is `said_by`'s."""
    result: list[Part] = []
    at = 0
    for quote in quotes(parts):
        found = text.find(quote.text, at)
        if found < 0:
            continue
        if text[at:found]:
            result.append(Part(text[at:found], said_by))
        result.append(quote)
        at = found + len(quote.text)
    if text[at:]:
        result.append(Part(text[at:], said_by))
    return result
