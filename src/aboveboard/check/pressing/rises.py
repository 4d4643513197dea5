"""A price rise told as two prices, held against the prices on file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from aboveboard.check.pressing.reading import YEAR, Reading
from aboveboard.text.quantities import quantities
from aboveboard.text.quantity import number as number_of
from aboveboard.text.spans import Span

# How far apart two prices of one rise may stand, and how much the higher may be of the lower.
_APART, _TIMES = 90, 2


@dataclass(frozen=True)
class Rise:
    """That a price goes from `low` to `high`, and where the text says so."""

    span: Span
    low: Decimal
    high: Decimal


def rises(reading: Reading, number: int) -> Iterator[Rise]:
    """The rises that begin in a sentence and may end in the one after it."""
    part, end = reading.parts[number], reading.around(number)[1]
    halves = all(reading.has(half, part.start, end) for half in ("early", "late"))
    if not halves and not reading.has("change", part.start, end):
        return
    first = _amounts(part, reading.language)
    both = [
        one
        for each in reading.parts[number : number + 2]
        for one in _amounts(each, reading.language)
    ]
    for start, _end, kind, value in first:
        for _start, stop, other, price in both:
            low, high = sorted((value, price))
            near = start < _start <= start + _APART and "price" in (kind, other)
            if near and low < high <= low * _TIMES:
                yield Rise(Span(start, stop, reading.text[start:stop]), low, high)


def on_file(reading: Reading, rise: Rise) -> bool:
    """Whether an entry holds the higher price."""
    return any(rise.high in _values(reading, entry) for entry in reading.context.evidence)


def against(reading: Reading, rise: Rise, day: date | None) -> str | None:
    """The entry by which the lower price stays, or is all that is charged on the day."""
    # A day that has no date, as Easter, is next year's.
    year = day.year if day else reading.today.year + 1 if reading.today else 0
    for entry in reading.context.evidence:
        values = _values(reading, entry)
        steady = reading.has_filed("steady", entry)
        until = max((int(year) for year in YEAR.findall(entry)), default=0)
        if rise.low in values and (steady or (year and year <= until)):
            return entry
        if steady and not values and reading.has_filed("cost", entry):
            return entry
    return None


def _values(reading: Reading, entry: str) -> list[Decimal]:
    ways = dict.fromkeys((reading.language, "en"))
    whole = Span(0, len(entry), entry)
    return [value for way in ways for _start, _end, _kind, value in _amounts(whole, way)]


def _amounts(part: Span, language: str) -> list[tuple[int, int, str, Decimal]]:
    """Prices, and numbers that may be some ("from 29 to 34 euros"); years are none."""
    return [
        (part.start + one.span.start, part.start + one.span.end, one.kind, value)
        for one in quantities(part.text, language)
        if (value := number_of(one)) is not None
        and (one.kind == "price" or (one.kind == "number" and not YEAR.fullmatch(one.span.text)))
    ]
