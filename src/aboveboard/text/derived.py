"""Figures that follow from the closest passages by simple arithmetic, or by a stated rule."""

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import combinations

import regex

from aboveboard.text.knowledge import Passage
from aboveboard.text.quantity import Quantity

_SCALED = ("price", "measure", "duration", "number")


def derived(
    claim: Quantity, beside: Sequence[Quantity], near: Sequence[Passage], *, summed: bool = True
) -> bool:
    """Whether the claim is a sum, difference, product, share or instance of what is known.

    Products need their factor in the sentence or the passage ("10 for 126,000" gives 12,600
    each); a sum or difference needs both parts in one passage, and is tried when `summed`.
    """
    if claim.kind == "time":
        return _clock(claim, near)
    if claim.kind not in _SCALED or (value := _number(claim)) is None:
        return False
    ours = [q for q in beside if q is not claim]
    for passage in near:
        same = _values(q for q in passage.stated if q.kind == claim.kind and q.unit == claim.unit)
        if claim.kind == "number":
            same = [n for n in same if n >= 2]
        pool = [*passage.stated, *ours]
        factors = [n for n in _values(q for q in pool if q.kind == "number") if n > 1]
        factors += [n for n in _values(q for q in ours if q.kind in _TIMES) if 1 < n <= 60]
        factors += [Decimal(n) for n in _joined_numbers(passage.source.text)]
        shares = [n / 100 for n in _values(q for q in pool if q.kind == "percent") if 0 < n < 100]
        if claim.kind != "number" and any(
            _close(value, result)
            for known in same
            for factor in factors
            for result in (known * factor, known / factor)
        ):
            return True
        if any(
            _close(value, result)
            for known in same
            for share in shares
            for result in (known * (1 - share), known * share)
        ):
            return True
        if (
            claim.kind in ("price", "duration", "measure")
            and summed
            and any(
                _close(value, result)
                for a, b in combinations(same, 2)
                for result in (a + b, abs(a - b))
            )
        ):
            return True
        if _instance(claim, value, passage):
            return True
    return False


# "Two nights" multiply a price; "tienrittenkaart" is a card of ten.
_TIMES = ("duration", "measure")
_TENS = {
    10: r"tien|zehn|ten|dix|tíz",
    5: r"vijf|fünf|five|cinq|öt",
    6: r"zes|sechs|six|hat",
    12: r"twaalf|zwölf|twelve|douze|tizenkét",
    20: r"twintig|zwanzig|twenty|vingt|húsz",
}
_JOINED = {
    n: regex.compile(rf"(?<!\p{{L}})(?:{words})(?:er|-)?(?=\p{{L}}{{4}})", regex.IGNORECASE)
    for n, words in _TENS.items()
}


@lru_cache(maxsize=4_000)
def _joined_numbers(text: str) -> tuple[int, ...]:
    """The numbers with which longer words begin: "tienrittenkaart"."""
    return tuple(n for n, pattern in _JOINED.items() if pattern.search(text))


def _instance(claim: Quantity, value: Decimal, passage: Passage) -> bool:
    """ "Free from €40" covers a €45 order; "up to 5 kg" covers a parcel of 3 kg."""
    if claim.hedge:
        return False
    for known in passage.stated:
        if known.kind != claim.kind or known.unit != claim.unit or known.kind == "number":
            continue
        bound = _number(known)
        if bound is None:
            continue
        if known.hedge in ("min", "over") and value > bound and known.kind == "price":
            return True
    return False


def _clock(claim: Quantity, near: Sequence[Passage]) -> bool:
    """Whether a time is so long before or after another: 45 minutes before closing at six."""
    said = _minutes(claim.value)
    known = [q for passage in near[:1] for q in passage.stated]
    hours = [q for passage in near for q in passage.stated]
    times = {m for q in hours if q.kind == "time" and (m := _minutes(q.value)) is not None}
    steps = {
        int(n / 60)
        for q in known
        if q.kind == "duration" and q.unit == "s" and (n := _number(q)) and 0 < n < 14_400
    }
    return said is not None and any(said in (t - step, t + step) for t in times for step in steps)


def _minutes(value: str) -> int | None:
    hour, _, minute = value.partition(":")
    return int(hour) * 60 + int(minute) if hour.isdecimal() and minute.isdecimal() else None


def _values(found: Iterable[Quantity]) -> list[Decimal]:
    return [value for quantity in found if (value := _number(quantity)) is not None]


def _number(quantity: Quantity) -> Decimal | None:
    try:
        return Decimal(quantity.value)
    except InvalidOperation:
        return None


def _close(a: Decimal, b: Decimal) -> bool:
    return abs(a - b) <= Decimal("0.005") * max(Decimal(1), min(abs(a), Decimal(1)))
