"""Days of the week: on which something is, on which it is not, and which are another's."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import regex

from aboveboard.text.bound import FREE_OF_PLACE, holding, spanned
from aboveboard.text.compare import agrees
from aboveboard.text.facts import Fact
from aboveboard.text.knowledge import Index, Passage
from aboveboard.text.meaning.terms import Said
from aboveboard.text.quantity import Quantity
from aboveboard.text.spans import Span

# From what share of a sentence's words on a fact speaks of the same.
_SAME = 0.3
# How words begin that say "open", which "not" may deny: of anything, not of a shop alone.
_CUT = regex.compile(r";(?=\s)(?![^(]*\))")
_OPENS = ("open", "offen", "geoffnet", "ouv", "nyit")


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
    """Whether it says "closed" of a day, and a source does so, or none speaks of that day."""
    closed = any("open" in term.names and term.denied for term in said.terms)
    if day.kind != "weekday" or not closed:
        return False
    if told := [fact.keys["~open"] for fact in _on(day, index) if "~open" not in fact.mixed]:
        return any(told)
    return any(
        fact.keys.get("~open") is False and any(q.kind == "weekday" for q in fact.stated)
        for fact in index.facts.all
    )


def another_day(
    day: Quantity, said: Said, stated: Sequence[Quantity], index: Index
) -> tuple[Passage, Quantity] | None:
    """What a source says that rules a weekday out; None where nothing does.

    That it is open on a day of which the sentence says nothing but that it is closed; or that all
    else which stands beside the day is on other days.
    """
    if day.kind != "weekday":
        return None
    opens = [term for term in said.terms if "open" in term.names]
    if hours := _other_hours(day, stated, index):
        return hours
    if opens and not any(term.denied for term in opens):
        told = list(_on(day, index))
        if told and all(_shuts(fact) for fact in told):
            fact = told[0]
            whole = Span(fact.said.start, fact.said.end, fact.said.text)
            return index.passages[fact.passage], replace(day, span=whole)
    if any(term.denied for term in opens):
        # What closes at an hour, or on another day, is open.
        timed = any(one.kind == "time" for q in stated for one in q.readings)
        closed = all(term.denied and not term.word.startswith(_OPENS) for term in opens)
        return None if timed or not closed else _opened(day, index)
    beside: Counter[int] = Counter()
    for other in _part(day, said, stated):
        beside.update(holding(index, other))
    held = holding(index, day)
    most = max((beside[place] for place in held), default=0)
    best = max(beside.values(), default=0)
    if best <= most:
        return None
    found = None
    for place in (place for place, count in beside.items() if count == best):
        fact = index.facts.all[place]
        days = [q for q in fact.stated if q.kind == "weekday"]
        if not days or spanned(day, fact, fact.stated):
            return None
        free = [q for q in days if not any(agrees(one, q) for one in stated)]
        found = found or ((index.passages[fact.passage], free[0]) if free else None)
    return found


def _other_hours(
    day: Quantity, stated: Sequence[Quantity], index: Index
) -> tuple[Passage, Quantity] | None:
    """The hours of a day where a fact has those of the sentence in a part of other days."""
    times = [q for q in stated if q.kind == "time"]
    for time in times:
        for place in holding(index, time):
            fact = index.facts.all[place]
            parts = list(_parts(fact))
            of_day = [part for part in parts if any(_is_on(day, q, fact) for q in part)]
            of_time = [part for part in parts if any(agrees(time, q) for q in part)]
            other = next((q for part in of_day for q in part if q.kind == "time"), None)
            days = any(q.kind == "weekday" for part in of_time for q in part)
            if other and days and not any(part in of_time for part in of_day):
                return index.passages[fact.passage], other
    return None


def _parts(fact: Fact) -> Iterator[list[Quantity]]:
    """The figures between the semicolons of a fact."""
    text = fact.said.text
    cuts = [0, *(match.start() for match in _CUT.finditer(text)), len(text)]
    for first, last in pairwise(cuts):
        yield [q for q in fact.stated if first <= q.span.start - fact.said.start < last]


def _is_on(day: Quantity, known: Quantity, fact: Fact) -> bool:
    return known.kind == "weekday" and (agrees(day, known) or spanned(day, fact, (known,)))


def _part(day: Quantity, said: Said, stated: Sequence[Quantity]) -> Iterator[Quantity]:
    """The other figures of a sentence that no semicolon parts from a day."""
    at, text = day.span.start - said.start, said.text
    left, right = text.rfind(";", 0, at) + 1, text.find(";", at)
    for one in stated:
        bound = one.kind not in (*FREE_OF_PLACE, "negation")
        inside = left <= one.span.start - said.start < (len(text) if right < 0 else right)
        if one is not day and bound and inside and not (one.kind == "number" and one.value in "01"):
            yield one


def _shuts(fact: Fact) -> bool:
    """Whether it says nothing but that something is closed: "Closed on Mondays"."""
    clear = fact.keys["~open"] and "~open" not in fact.mixed
    return clear and all(q.kind != "time" for q in fact.stated)


def _on(day: Quantity, index: Index) -> Iterator[Fact]:
    """The facts of a day that say whether something is open."""
    facts = (index.facts.all[place] for place in holding(index, day))
    return (fact for fact in facts if "~open" in fact.keys)


def _opened(day: Quantity, index: Index) -> tuple[Passage, Quantity] | None:
    """Where a source says that it is open on a day, and none that it is closed."""
    told = list(_on(day, index))
    if any(fact.keys["~open"] or "~open" in fact.mixed for fact in told):
        return None
    days = ((fact, q) for fact in told for q in fact.stated if q.kind == "weekday")
    return next(((index.passages[fact.passage], q) for fact, q in days), None)
