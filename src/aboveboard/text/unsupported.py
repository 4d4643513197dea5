"""What is found about a sentence that no source bears out: where, what stands nearest, why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from aboveboard.text.claims import Weighed
from aboveboard.text.compare import comparable
from aboveboard.text.knowledge import Index, Passage, Source
from aboveboard.text.limited import Limit
from aboveboard.text.meaning.terms import Said
from aboveboard.text.quantity import Kind, Quantity
from aboveboard.text.spans import Span

# What `finding` says of a figure that a source holds of something else.
ELSEWHERE = " stands elsewhere; "


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage that comes closest, and the words in it that say something else."""

    source: Source
    span: Span


@dataclass(frozen=True, slots=True)
class Ungrounded:
    """Words of the draft that no source carries; `why` says it in a plain sentence."""

    kind: Kind | Literal["claim"]
    span: Span
    nearest: Nearest | None
    why: str
    doubted: bool = True
    """Whether the sentence is doubted as a whole, not only this figure of it."""
    limit: Limit = Limit.NONE
    """Whether what is known has a limit for the figure, and admits it: "from 13" a girl of 14."""


def unsaid(said: Said, weighed: Weighed, index: Index) -> Ungrounded:
    """The finding about words that nothing says, or that a passage denies."""
    span = Span(said.start, said.end, said.text)
    if weighed.against is not None:
        fact = weighed.against
        source = index.passages[fact.passage].source
        place = Span(fact.said.start, fact.said.end, fact.said.text)
        why = f"{source.where} says the opposite: “{_short(fact.said.text)}”"
        return Ungrounded("negation", span, Nearest(source, place), why)
    nearest = None
    if weighed.near:
        fact = weighed.near[0].fact
        source = index.passages[fact.passage].source
        nearest = Nearest(source, Span(fact.said.start, fact.said.end, fact.said.text))
    telling = weighed.new or weighed.away
    if telling:
        words = "”, “".join(said.text[t.start - said.start : t.end - said.start] for t in telling)
        why = f"Neither the brief nor the knowledge says this: “{words}”."
    else:
        why = "Neither the brief nor the knowledge says this."
    return Ungrounded("claim", span, nearest, why)


def moved(finding: Ungrounded) -> bool:
    """Whether a finding says no more than that a day or time stands elsewhere."""
    return finding.kind in ("weekday", "date", "time") and ELSEWHERE in finding.why


def _short(text: str) -> str:
    return text if len(text) <= 120 else text[:117] + "…"


def compared(
    quantity: Quantity, near: Sequence[Passage], index: Index
) -> tuple[Passage, Quantity] | None:
    """The nearest passage's figure that can be compared with one; else the only such figure."""
    for passage in near:
        for known in passage.stated:
            if comparable(quantity, known):
                return passage, known
    return index.alike(quantity)


_KINDS: dict[Kind, str] = {
    "number": "number", "price": "price", "percent": "percentage", "date": "date",
    "weekday": "day", "time": "time", "duration": "duration", "measure": "measure",
    "url": "link", "handle": "handle", "email": "address", "phone": "telephone number",
    "version": "version", "name": "name", "negation": "denial",
}  # fmt: skip


def finding(
    quantity: Quantity, rival: tuple[Passage, Quantity] | None, *, altered: bool
) -> Ungrounded:
    """The finding about a figure; `rival` is what a source says, `altered` that it says it here."""
    words = quantity.span.text
    near = Nearest(rival[0].source, rival[1].span) if rival else None
    if altered and near:
        why = f"{words} stands elsewhere; {near.source.where} says {near.span.text} here."
    elif near:
        why = (
            f"{words} is neither in the brief nor in the knowledge; "
            f"{near.source.where} says {near.span.text}."
        )
    else:
        why = f"The {_KINDS[quantity.kind]} {words} is neither in the brief nor in the knowledge."
    return Ungrounded(quantity.kind, quantity.span, near, why)
