"""Days of the week: on which something is, on which it is not, and which are another's."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from aboveboard.text.bound import holding, spanned
from aboveboard.text.compare import agrees
from aboveboard.text.facts import Fact
from aboveboard.text.knowledge import Index, Passage
from aboveboard.text.meaning.terms import Said
from aboveboard.text.quantity import Quantity

# From what share of a sentence's words on a fact speaks of the same.
_SAME = 0.3
_UNBOUND = ("negation", "name", "url", "email", "phone", "handle", "version")


def named(day: Quantity, scores: Mapping[int, float], index: Index) -> bool:
    """Whether a source names the weekday, or a date on it where it speaks of the same."""
    return any(
        scores.get(place, 0.0) >= _SAME
        or spanned(day, fact, fact.stated)
        or any(q.kind == "weekday" and agrees(day, q) for q in fact.stated)
        or any("/" in q.value and agrees(day, q) for q in fact.stated)
        for place in holding(index, day)
        if (fact := index.facts.all[place])
    )


def shut(day: Quantity, said: Said, index: Index) -> bool:
    """Whether it says "closed" of a day on which a source says so, or none that it is open."""
    if day.kind != "weekday" or not _says_shut(said):
        return False
    told = [fact.keys.get("~open") for fact in _on(day, index) if "~open" not in fact.mixed]
    if any(told) or any(one is not True for one in told):
        return any(told)
    return any(
        fact.keys.get("~open") is False and any(q.kind == "weekday" for q in fact.stated)
        for fact in index.facts.all
    )


def another_day(
    day: Quantity, said: Said, stated: Sequence[Quantity], index: Index
) -> tuple[Passage, Quantity] | None:
    """What a source says of this day, or of the rest of the sentence, that rules the day out.

    That it is open on a day which the sentence says it is closed; or that all else which the
    sentence states is on other days.
    """
    if day.kind != "weekday":
        return None
    if _says_shut(said):
        if any(one.kind == "time" for one in stated):
            # It closes at an hour.
            return None
        told = [fact for fact in _on(day, index) if "~open" in fact.keys]
        if any(fact.keys["~open"] or "~open" in fact.mixed for fact in told):
            return None
        return next((_passage(fact, index) for fact in told), None)
    beside: Counter[int] = Counter()
    for other in stated:
        if other is not day and other.kind not in _UNBOUND and other.value not in ("0", "1"):
            beside.update(holding(index, other))
    held = holding(index, day)
    most = max((beside[place] for place in held), default=0)
    for place, count in beside.most_common():
        fact = index.facts.all[place]
        if count <= most:
            return None
        days = [q for q in fact.stated if q.kind == "weekday"]
        free = [q for q in days if not any(agrees(one, q) for one in stated)]
        if place not in held and free and not spanned(day, fact, fact.stated):
            return index.passages[fact.passage], free[0]
    return None


def _says_shut(said: Said) -> bool:
    return any("open" in term.names and term.denied for term in said.terms)


def _on(day: Quantity, index: Index) -> Iterator[Fact]:
    return (index.facts.all[place] for place in holding(index, day))


def _passage(fact: Fact, index: Index) -> tuple[Passage, Quantity] | None:
    known = next((q for q in fact.stated if q.kind == "weekday"), None)
    return (index.passages[fact.passage], known) if known else None
