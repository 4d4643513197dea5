"""Numbers of what is counted: so many sheep, users, rooms."""

from collections.abc import Sequence

from aboveboard.text.bound import is_year, may_stand_for
from aboveboard.text.compare import agrees
from aboveboard.text.knowledge import Passage
from aboveboard.text.quantity import Quantity


def miscounted(
    quantity: Quantity, lang: str, near: Sequence[Passage]
) -> tuple[Passage, Quantity] | None:
    """What a near passage counts of the same, where none of them has so many of it."""
    if quantity.kind != "number" or not quantity.counted or is_year(quantity):
        return None
    found = None
    for passage in near:
        for one in passage.stated:
            if one.kind == "number" and one.hedge and agrees(quantity, one):
                # "10 % for 2 pets, 15 % for 3 or more"
                return None
            if one.kind != "number" or not one.counted or one.hedge:
                continue
            if not may_stand_for(quantity, one, lang, passage.source.lang):
                continue
            if agrees(quantity, one):
                return None
            found = found or (passage, one)
    return found


def counts_alike(quantity: Quantity, known: tuple[Passage, Quantity], lang: str) -> bool:
    """Whether a source's number counts what a sentence's number counts."""
    passage, other = known
    if other.kind == "number" and bool(quantity.counted) != bool(other.counted):
        return False
    return may_stand_for(quantity, other, lang, passage.source.lang)
