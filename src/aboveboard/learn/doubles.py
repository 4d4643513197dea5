"""No idea twice: what is on the board, put aside or out already, to hold a new one against."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from aboveboard.learn.worked import Sent
from aboveboard.plan.models import Idea
from aboveboard.plan.reasons import Part, quotes
from aboveboard.text.nearness import Shelf, whole_and_sentences


@dataclass(frozen=True)
class Twin:
    """What says the same: an idea in a state, or a post that is out."""

    title: str
    what: Literal["idea", "post"]
    state: str = ""
    ref: UUID | None = None
    at: datetime | None = None

    @property
    def told(self) -> str:
        """As an error says it."""
        if self.what == "post":
            return f"This is close to “{self.title}”, which is out already."
        if self.state == "aside":
            return f"This is close to “{self.title}”, which was put aside."
        return f"This is close to “{self.title}” on the board."


def said_of(title: str, parts: Sequence[Part], language: str) -> list[str]:
    """The texts by which an idea is compared: what it quotes, else its own words.

    Our templates and the names in them are left out; they make strangers look alike.
    """
    found = [part.text for part in quotes(parts)]
    if found:
        return found
    whole = "".join(part.text for part in parts)
    return [whole, title] if whole != title else [title]


class Known:
    """Everything that an idea must not repeat. What is taken in is known from then on."""

    def __init__(self, ideas: Sequence[Idea], sent: Sequence[Sent]) -> None:
        self._twins: list[Twin] = []
        self._shelf = Shelf()
        for idea in ideas:
            twin = Twin(idea.title, "idea", idea.state, idea.pk, idea.created_at)
            self.take(twin, said_of(idea.title, idea.pieces, idea.language))
        seen: set[tuple[UUID, str]] = set()
        for row in sent:
            if (row.post, row.text) not in seen:
                seen.add((row.post, row.text))
                said = [row.title, *whole_and_sentences(row.text, row.language)]
                self.take(Twin(row.title, "post", ref=row.post, at=row.at), said)

    def take(self, twin: Twin, said: Sequence[str]) -> None:
        self._shelf.add(len(self._twins), said)
        self._twins.append(twin)

    def twin(self, title: str, parts: Sequence[Part], language: str) -> Twin | None:
        """What says the same already; None for a new idea."""
        found = self._shelf.same(said_of(title, parts, language))
        return self._twins[found] if found is not None else None
