"""Spans and times that follow from known days and hours."""

from collections.abc import Sequence
from itertools import combinations

from aboveboard.text.knowledge import Passage
from aboveboard.text.quantity import Quantity, number

_CLOSEST = 4


def years(claim: Quantity, ours: Sequence[Quantity], near: Sequence[Passage]) -> bool:
    """Whether so many years lie between a known year and one known or in the sentence."""
    months = number(claim)
    if claim.unit != "month" or not months or months % 12:
        return False
    said = {year for q in ours if (year := _year(q))}
    for passage in near[:_CLOSEST]:
        known = {year for q in passage.stated if (year := _year(q))}
        if any(abs(a - b) * 12 == months for a, b in combinations(sorted(known | said), 2)):
            return True
    return False


def _year(quantity: Quantity) -> int | None:
    year = quantity.value[:4] if quantity.kind == "date" else ""
    return int(year) if year.isdecimal() and len(year) == 4 else None


def between(claim: Quantity, near: Sequence[Passage]) -> bool:
    """Whether it lies between two times of a passage: from nine to twelve are three hours."""
    seconds = number(claim) if claim.unit == "s" else None
    for passage in near[:_CLOSEST]:
        times = {m for q in passage.stated if q.kind == "time" and (m := _minutes(q.value))}
        if any((b - a) * 60 == seconds for a, b in combinations(sorted(times), 2)):
            return True
    return False


def clock(claim: Quantity, near: Sequence[Passage]) -> bool:
    """Whether a time is so long before or after another: 45 minutes before closing at six."""
    said = _minutes(claim.value)
    known = [q for passage in near[:1] for q in passage.stated]
    hours = [q for passage in near for q in passage.stated]
    times = {m for q in hours if q.kind == "time" and (m := _minutes(q.value)) is not None}
    steps = {
        int(n / 60)
        for q in known
        if q.kind == "duration" and q.unit == "s" and (n := number(q)) and 0 < n < 14_400
    }
    return said is not None and any(said in (t - step, t + step) for t in times for step in steps)


def _minutes(value: str) -> int | None:
    hour, _, minute = value.partition(":")
    return int(hour) * 60 + int(minute) if hour.isdecimal() and minute.isdecimal() else None
