"""Which passages carry a claim: everything stated in them, filed so that a look-up is quick."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from aboveboard.text.compare import agrees, comparable, imperial, parts
from aboveboard.text.quantity import Quantity, Reading

_FIGURES = ("number", "price", "percent", "measure", "duration")
# The widest that any hedge or rounded conversion reaches, as shares of the claimed value.
_LOW, _HIGH = 0.85, 1.3

_Key = tuple[object, ...]
_Held = tuple[Quantity, set[int]]


class Holdings:
    """Each different quantity once, with the numbers of the passages that state it."""

    def __init__(self) -> None:
        self._known: dict[_Key, _Held] = {}
        self._filed: dict[_Key, list[_Held]] = defaultdict(list)
        self._sorted: dict[_Key, list[tuple[float, _Held]]] = {}
        self._answers: dict[_Key, frozenset[int]] = {}

    def add(self, quantity: Quantity, number: int) -> None:
        """Takes in that the passage of this number states the quantity."""
        key = _key(quantity)
        held = self._known.get(key)
        if held is None:
            held = self._known[key] = (quantity, set())
            for place in {place for r in quantity.readings for place in _places(r)}:
                self._filed[place].append(held)
        held[1].add(number)

    def holders(self, claim: Quantity) -> frozenset[int]:
        """The numbers of the passages that carry the claim."""
        key = _key(claim)
        if key not in self._answers:
            numbers: set[int] = set()
            for known, where in self._candidates(claim):
                if agrees(claim, known):
                    numbers |= where
            self._answers[key] = frozenset(numbers)
        return self._answers[key]

    def only(self, claim: Quantity) -> tuple[Quantity, int] | None:
        """The one quantity that could stand in the claim's place, when there is just one."""
        if claim.kind == "number" and not claim.counted:
            return None
        found = self._comparable(claim)
        if len({known.value for known, _ in found}) != 1:
            return None
        known, numbers = found[0]
        return known, min(numbers)

    def _comparable(self, claim: Quantity) -> list[_Held]:
        filed = self._filed.get(_all(claim.readings[0]), [])
        return [held for held in filed if comparable(claim, held[0])][:50]

    def _candidates(self, claim: Quantity) -> Iterable[_Held]:
        for reading in claim.readings:
            yield from self._filed.get(_exact(reading), ())
            if reading.kind in ("number", "price"):
                other = "price" if reading.kind == "number" else "number"
                yield from self._filed.get(("bare", other, reading.value), ())
            if reading.kind in _FIGURES and (claim.hedge or reading.kind == "measure"):
                yield from self._around(reading, hedged=bool(claim.hedge), step=claim.step)

    def _around(self, reading: Reading, *, hedged: bool, step: Decimal) -> Iterable[_Held]:
        """Known figures of the same unit within reach of a hedge or a rounded conversion."""
        value = _float(reading.value)
        if value is None:
            return
        place = _all(reading)
        if place not in self._sorted or len(self._sorted[place]) != len(self._filed[place]):
            found = [(_float(known[0].value) or 0.0, known) for known in self._filed[place]]
            self._sorted[place] = sorted(found, key=lambda pair: pair[0])
        ordered = self._sorted[place]
        slack = float(step) if hedged else 1.0
        low, high = sorted((value * _LOW, value * _HIGH))
        a = bisect_left(ordered, low - slack, key=lambda pair: pair[0])
        b = bisect_right(ordered, high + slack, key=lambda pair: pair[0])
        for _, held in ordered[a:b]:
            if hedged or imperial(held[0].step) != imperial(step):
                yield held


def _key(quantity: Quantity) -> _Key:
    """What makes two quantities the same for `agrees`."""
    return (quantity.readings, quantity.hedge, quantity.step, bool(quantity.counted))


def _all(reading: Reading) -> _Key:
    kind = "date" if reading.kind == "weekday" else reading.kind
    return ("all", kind, reading.unit)


def _exact(reading: Reading) -> _Key:
    """Where a claim is looked up: its value, or the part of a date that it tells."""
    if reading.kind in ("date", "weekday"):
        date = parts(reading)
        if date.month:
            return ("day", date.month, date.day) if date.day else ("month", date.month)
        return ("weekday", date.weekday) if reading.kind == "weekday" else ("year", date.year)
    return ("is", reading.kind, reading.value, reading.unit)


def _places(reading: Reading) -> list[_Key]:
    """Where what is known is filed: under all that a claim may ask for."""
    places = [_all(reading)]
    if reading.kind in ("date", "weekday"):
        date = parts(reading)
        places += [("month", date.month), ("day", date.month, date.day)]
        places += [("year", date.year), ("weekday", date.weekday)]
        return places
    if reading.kind in ("number", "price"):
        places.append(("bare", reading.kind, reading.value))
    return [*places, ("is", reading.kind, reading.value, reading.unit)]


def _float(value: str) -> float | None:
    try:
        return float(Decimal(value))
    except InvalidOperation:
        return None
