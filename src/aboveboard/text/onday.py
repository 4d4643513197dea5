"""Days of the week: on which something is, on which it is not, and which are another's."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import regex

from aboveboard.text.bound import FREE_OF_PLACE, holding, joined, spanned
from aboveboard.text.compare import agrees
from aboveboard.text.facts import Fact, Near
from aboveboard.text.knowledge import Index, Passage
from aboveboard.text.limited import ranges
from aboveboard.text.meaning.terms import Said
from aboveboard.text.quantity import Quantity
from aboveboard.text.segments import between
from aboveboard.text.spans import Span

# From what share of a sentence's words on a fact speaks of the same.
_SAME = 0.3
# From what share on it is surely the very same, and how many days make a list.
_VERY_SAME, _MANY = 0.5, 2
# What is said of a day on which it does not open.
_RESTS = regex.compile(
    r"(?<!\p{L})(?:rest|off|except|but|never|rust\p{L}*|vrij|behalve|nooit|repos\p{L}*|sauf|jamais|"
    r"ruh\p{L}*|frei\p{L}*|außer|bis auf|nie|pihen\p{L}*|kivé\p{L}*|soha)(?!\p{L})",
    regex.IGNORECASE,
)
_CUT = regex.compile(r";(?=\s)(?![^(]*\))")
# How words begin that say "open", which "not" may deny: of anything, not of a shop alone.
_OPENS = ("open", "offen", "geoffnet", "ouv", "nyit")


def named(day: Quantity, scores: Mapping[int, float], index: Index) -> bool:
    """Whether a source names the weekday, or a date on it where it speaks of the same."""
    return any(
        scores.get(place, 0.0) >= _SAME
        or spanned(day, fact, fact.stated)
        or any(_of_week(q) and agrees(day, q) for q in fact.stated)
        or any("/" in q.value and agrees(day, q) for q in fact.stated)
        for place in holding(index, day)
        if (fact := index.facts.all[place])
    )


def _of_week(known: Quantity) -> bool:
    """Whether it tells a day of the week, as "the last Saturday of May 2026" does too."""
    return any(reading.kind == "weekday" for reading in known.readings)


def shut(day: Quantity, said: Said, near: Sequence[Near], index: Index) -> bool:
    """Whether it says "closed" of a day, and a source does so, or none speaks of that day.

    Not where what is said of the very same names other days on which it is closed.
    """
    if day.kind == "weekday" and _RESTS.search(said.text) and any(map(_shuts, _on(day, index))):
        # "Monday we rest"
        return True
    closed = any("open" in term.names and term.denied for term in said.terms)
    if day.kind != "weekday" or not closed or _closed_else(day, near):
        return False
    if told := [fact.keys["~open"] for fact in _on(day, index) if "~open" not in fact.mixed]:
        return any(told)
    return any(
        fact.keys.get("~open") is False and any(q.kind == "weekday" for q in fact.stated)
        for fact in index.facts.all
    )


def _closed_else(day: Quantity, near: Sequence[Near]) -> Fact | None:
    """The nearest fact, when it says of the same that it is closed on other days alone."""
    if not near or near[0].score < _VERY_SAME:
        return None
    fact = near[0].fact
    days = [q for q in fact.stated if q.kind == "weekday"]
    on = any(agrees(day, q) for q in days) or spanned(day, fact, days)
    return fact if days and not on and _shuts(fact) else None


def _listed_else(
    day: Quantity, stated: Sequence[Quantity], near: Sequence[Near], index: Index
) -> tuple[Fact, Quantity] | None:
    """The nearest fact, when it lists the sentence's other days and another instead of this."""
    ours = [q for q in stated if q.kind == "weekday"]
    if len(ours) < _MANY or not near or near[0].score < _VERY_SAME:
        return None
    fact = near[0].fact
    days = [q for q in fact.stated if q.kind == "weekday"]
    shared = sum(any(agrees(one, q) for q in days) for one in ours)
    if any(ranges(days, index.passages[fact.passage])):
        # A range is no list.
        return None
    if shared < len(ours) - 1 or len(days) != len(ours) or spanned(day, fact, days):
        return None
    free = [q for q in days if not any(agrees(one, q) for one in ours)]
    return (fact, free[0]) if free and not any(agrees(day, q) for q in days) else None


def another_day(
    day: Quantity, said: Said, stated: Sequence[Quantity], near: Sequence[Near], index: Index
) -> tuple[Passage, Quantity] | None:
    """What a source says that rules a weekday out; None where nothing does.

    That it is open on a day of which the sentence says nothing but that it is closed; or that all
    else which stands beside the day is on other days.
    """
    if day.kind != "weekday":
        return None
    opens = [term for term in said.terms if "open" in term.names]
    if listed := _listed_else(day, stated, near, index):
        return index.passages[listed[0].passage], listed[1]
    if hours := _other_hours(day, stated, index):
        return hours
    if opens and not any(term.denied for term in opens) and _opens_on(day, said, stated):
        told = list(_on(day, index))
        if told and all(_shuts(fact) for fact in told):
            fact = told[0]
            return index.passages[fact.passage], _whole(day, fact)
    if any(term.denied for term in opens):
        if elsewhere := _closed_else(day, near):
            return index.passages[elsewhere.passage], _whole(day, elsewhere)
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
            hours = [q for part in of_day for q in part if q.kind == "time"]
            days = any(q.kind == "weekday" for part in of_time for q in part)
            told = any(agrees(one, q) for one in times for q in hours)
            if hours and days and not told and not any(part in of_time for part in of_day):
                return index.passages[fact.passage], hours[0]
    return None


def _parts(fact: Fact) -> Iterator[list[Quantity]]:
    """The figures between the semicolons of a fact."""
    for first, last in between(fact.said, _CUT):
        yield [q for q in fact.stated if first <= q.span.start < last]


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


def _opens_on(day: Quantity, said: Said, stated: Sequence[Quantity]) -> bool:
    """Whether it is this day, alone or as the end of a range, on which a sentence says it opens."""
    days = [q for q in stated if q.kind == "weekday"]
    if _RESTS.search(said.text) or len(days) > _MANY:
        return False
    amid = said.text[days[0].span.end - said.start : days[-1].span.start - said.start]
    return len(days) == 1 or joined(amid)


def _whole(day: Quantity, fact: Fact) -> Quantity:
    """A day told by all of a fact."""
    return replace(day, span=Span(fact.said.start, fact.said.end, fact.said.text))


def _shuts(fact: Fact) -> bool:
    """Whether it says nothing but that something is closed: "Closed on Mondays"."""
    clear = fact.keys.get("~open", False) and "~open" not in fact.mixed
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
