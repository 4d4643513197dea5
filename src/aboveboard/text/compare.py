"""Whether what a text states agrees with what a source states, and what "nearly" allows."""

from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from aboveboard.text.quantity import Quantity, Reading

_FIGURES = ("number", "price", "percent", "measure", "duration")
# What a hedge allows, as shares of the claimed value.
_ABOUT = Decimal("0.07")
_NEARLY = Decimal("0.12")
_OVER = Decimal("0.25")
_IMPERIAL = Decimal("0.02")


def agrees(claim: Quantity, evidence: Quantity) -> bool:
    """Whether the evidence carries the claim: the same value in any reading of both.

    A claim may be vaguer than the evidence (a month for a day, "about 600" for 612), never more
    exact. A right conversion between units agrees.
    """
    if opposed(claim, evidence):
        return False
    # Eight people are no known twenty users, though eight and twenty may both be in the evening.
    counts = claim.kind == evidence.kind == "number" and bool(claim.counted or evidence.counted)
    # "Under ten", of children, is not held by ten lessons.
    aged = claim.kind == "duration" and bool(claim.hedge) and claim.hedge != evidence.hedge
    return any(
        _agree(a, b, claim, evidence)
        for a in claim.readings
        for b in evidence.readings
        if not (counts and a.kind == "time")
        and not (aged and a.kind == "number")
        # "The last Saturday of May" is no other Saturday that is known by its date.
        and not (a != claim.readings[0] and claim.kind == "date" and _vaguer(a, b))
    )


def _vaguer(claimed: Reading, known: Reading) -> bool:
    """Whether the one tells no day and the other does."""
    if claimed.kind not in ("date", "weekday") or known.kind != "date":
        return False
    return not parts(claimed).day and bool(parts(known).day)


def opposed(claim: Quantity, evidence: Quantity) -> bool:
    """Whether one is a least and the other a most: "at least 5" against "at most 5"."""
    return {claim.hedge, evidence.hedge} == {"min", "max"}


def comparable(claim: Quantity, evidence: Quantity) -> bool:
    """Whether the two are of one kind and unit, so that they can differ."""
    if claim.kind in ("number", "price", "measure", "duration", "percent"):
        counted = not claim.counted or not evidence.counted or claim.counted == evidence.counted
        return claim.kind == evidence.kind and claim.unit == evidence.unit and counted
    if claim.kind in ("date", "weekday"):
        if evidence.kind not in ("date", "weekday"):
            return False
        # A month or a year says nothing of a weekday.
        days = (parts(one.readings[0]) for one in (claim, evidence))
        return claim.kind == evidence.kind or all(one.day or one.weekday for one in days)
    if claim.kind == "name":
        # "Marit Smit" can stand for "Marit Veen", not for "Rotterdam".
        shared = set(claim.value.split()) & set(evidence.value.split())
        return evidence.kind == "name" and bool(shared)
    return claim.kind == evidence.kind


def _agree(a: Reading, b: Reading, claim: Quantity, evidence: Quantity) -> bool:
    if a.kind in ("date", "weekday") and b.kind in ("date", "weekday"):
        return _dates_agree(a, b)
    if a.kind == b.kind and a.kind not in _FIGURES:
        return a.value == b.value
    if a.kind in _FIGURES and b.kind in _FIGURES:
        if a.kind != b.kind and not _bare_price(a, b, claim, evidence):
            return False
        if a.kind == b.kind and a.unit != b.unit:
            return False
        if a.value != b.value and claim.hedge and not _near_enough(a, b, claim, evidence):
            return False
        return _values_agree(a.value, b.value, claim, evidence)
    return False


def _near_enough(a: Reading, b: Reading, claim: Quantity, evidence: Quantity) -> bool:
    """Whether "more than 2,000 people" may lean on another figure than its own at all.

    Only on one of its kind, as it is usually read; and a bare 2009 is a year, not a count.
    """
    if a.kind != b.kind or a != claim.readings[0] or b != evidence.readings[0]:
        return False
    return (
        a.kind != "number" or not claim.counted or bool(evidence.counted) or not _is_year(b.value)
    )


def _is_year(value: str) -> bool:
    return value.isdecimal() and 1800 <= int(value) <= 2100


def _bare_price(a: Reading, b: Reading, claim: Quantity, evidence: Quantity) -> bool:
    """A price against a number that counts nothing: a table's "6.40", a menu's "just 6.40"."""
    if {a.kind, b.kind} != {"number", "price"}:
        return False
    number = claim if a.kind == "number" else evidence
    return not number.counted


def _values_agree(a: str, b: str, claim: Quantity, evidence: Quantity) -> bool:
    if a == b:
        return claim.hedge != "over" or evidence.hedge in ("over", "min", "about")
    try:
        said, known = Decimal(a), Decimal(b)
    except InvalidOperation:
        return False
    size = abs(said)
    match claim.hedge:
        case "about":
            return abs(said - known) <= max(size * _ABOUT, claim.step / 2)
        case "under":
            return size * (1 - _NEARLY) <= abs(known) < size
        case "over":
            return size < abs(known) <= size * (1 + _OVER)
    if imperial(claim.step) != imperial(evidence.step):
        if claim.unit == "°C":
            return abs(said - known) <= Decimal("0.6")
        return abs(said - known) <= max(size * _IMPERIAL, min(claim.step, evidence.step) / 2)
    return False


def imperial(step: Decimal) -> bool:
    """Whether the written unit is no power of ten of the base unit (pounds, feet, °F)."""
    digits = step.normalize().as_tuple().digits
    return step != 0 and len(digits) > 3


def _dates_agree(a: Reading, b: Reading) -> bool:
    said, known = parts(a), parts(b)
    if a.kind == "weekday" and known.weekday is None:
        return False
    if None not in (said.weekday, known.weekday) and said.weekday != known.weekday:
        return False
    if said.year and known.year and said.year != known.year:
        return False
    # A claim that is more exact than the source adds something; only the year may be added.
    if said.month and said.month != known.month:
        return False
    if said.day and said.day != known.day:
        return False
    return bool(said.month or known.year == said.year or a.kind == "weekday")


class Parts:
    """A date in parts, None or 0 for what it does not tell; the weekday follows where it can."""

    def __init__(self, year: int, month: int, day: int, weekday: int | None) -> None:
        self.year, self.month, self.day = year, month, day
        self.weekday = weekday
        if year and month and day:
            actual = date(year, month, day).isoweekday()
            # A weekday that contradicts its own date agrees with nothing.
            self.weekday = actual if weekday in (None, actual) else -1


@lru_cache(maxsize=4096)
def parts(reading: Reading) -> Parts:
    """The parts of a date or weekday."""
    if reading.kind == "weekday":
        return Parts(0, 0, 0, int(reading.value))
    value, _, day = reading.value.partition("/")
    weekday = int(day) if day else None
    if value.startswith("--"):
        month, _, number = value[2:].partition("-")
        return Parts(0, int(month), int(number or 0), weekday)
    year, *rest = value.split("-")
    month, number = [*rest, "0", "0"][:2]
    return Parts(int(year), int(month), int(number), weekday)
