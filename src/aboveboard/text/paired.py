"""Figures that stand together in one part of a fact: "10 % for two pets, 15 % for three"."""

from collections.abc import Iterable, Iterator, Sequence

import regex

from aboveboard.text.bound import FREE_OF_PLACE, may_stand_for
from aboveboard.text.compare import agrees
from aboveboard.text.facts import Fact, Near
from aboveboard.text.knowledge import Index, Passage
from aboveboard.text.quantity import Quantity
from aboveboard.text.segments import between

# How much of a sentence's words a fact shares that is sure to be about the same.
_SAME = 0.4
_CUT = regex.compile(r"[,;](?=\s)(?![^(]*\))")


def mispaired(
    quantity: Quantity, lang: str, stated: Sequence[Quantity], near: Iterable[Near], index: Index
) -> tuple[Passage, Quantity] | None:
    """What a fact states beside another figure of the sentence, instead of this one.

    Both figures stand in the fact, each in a part of its own, and each part has one of either kind.
    """
    if quantity.kind in (*FREE_OF_PLACE, "negation"):
        return None
    for one in near:
        if one.score < _SAME:
            continue
        fact = one.fact
        parts = list(_parts(fact))
        ours = [part for part in parts if any(agrees(quantity, q) for q in part)]
        if len(parts) < 2 or len(ours) != 1 or _partnered(quantity, ours[0], stated):
            continue
        for other in stated:
            theirs = [part for part in parts if any(agrees(other, q) for q in part)]
            if _alike(quantity, other, lang, fact) or len(theirs) != 1 or theirs == ours:
                continue
            instead = [q for q in theirs[0] if _alike(quantity, q, lang, fact)]
            if len(instead) == 1 and any(_alike(other, q, lang, fact) for q in ours[0]):
                return index.passages[fact.passage], instead[0]
    return None


def _partnered(quantity: Quantity, part: Sequence[Quantity], stated: Sequence[Quantity]) -> bool:
    """Whether the sentence states what stands beside a figure as well: it tells of both parts."""
    beside = [q for q in part if not agrees(quantity, q)]
    return any(agrees(other, q) for other in stated if other is not quantity for q in beside)


def _parts(fact: Fact) -> Iterator[list[Quantity]]:
    """The figures between the commas of a fact that stand outside brackets."""
    held = [q for q in fact.stated if q.kind not in FREE_OF_PLACE]
    for first, last in between(fact.said, _CUT):
        yield [q for q in held if first <= q.span.start < last]


def _alike(one: Quantity, other: Quantity, lang: str, fact: Fact) -> bool:
    return one.kind == other.kind and may_stand_for(one, other, lang, fact.said.lang)
