"""Ranges that share one end with a known one: "Monday to Saturday", known "Monday to Friday"."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import regex

from aboveboard.text.bound import FREE_OF_PLACE, holding, joined
from aboveboard.text.compare import agrees, comparable
from aboveboard.text.facts import Near
from aboveboard.text.knowledge import Index, Passage
from aboveboard.text.meaning.terms import Said
from aboveboard.text.quantity import Quantity

# How much of a sentence's words a fact shares that may be about the same.
_ABOUT = 0.3
# So many letters before a figure hold what leads to a range.
_LED = 24
_BETWEEN = regex.compile(
    r"(?<!\p{L})(?:between|tussen|entre|zwischen)(?: the| de| le| la| dem| den)? $",
    regex.IGNORECASE,
)
_AND = regex.compile(r"[^\p{L}\d]*(?:and|en|et|und)[^\p{L}\d]*", regex.IGNORECASE)


def other_end(
    quantity: Quantity, said: Said, stated: Sequence[Quantity], near: Iterable[Near], index: Index
) -> tuple[Passage, Quantity] | None:
    """What a near fact has at this end of a range of a sentence that no fact has as a whole."""
    if quantity.kind in (*FREE_OF_PLACE, "negation"):
        return None
    beside = next((pair for pair in _ranges(said, stated) if quantity in pair), None)
    if not beside:
        return None
    first = quantity is beside[0]
    other = beside[1] if first else beside[0]
    if holding(index, quantity) & holding(index, other):
        return None
    for one in near:
        if one.score < _ABOUT:
            continue
        for low, high in _ranges(one.fact.said, one.fact.stated):
            mine, shared = (low, high) if first else (high, low)
            if comparable(quantity, mine) and agrees(other, shared):
                return index.passages[one.fact.passage], mine
    return None


def _ranges(said: Said, stated: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """The figures of one kind that a sentence joins."""
    for first, last in pairwise(q for q in stated if q.kind not in FREE_OF_PLACE):
        start, end = first.span.start - said.start, first.span.end - said.start
        between = said.text[end : last.span.start - said.start]
        led = _BETWEEN.search(said.text, max(start - _LED, 0), max(start, 0)) and _AND.fullmatch(
            between
        )
        if comparable(first, last) and (led or joined(between, said.text[:end])):
            yield first, last
