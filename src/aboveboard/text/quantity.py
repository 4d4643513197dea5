"""What a text states, in a form that can be compared: a kind, a canonical value and a unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Literal

from aboveboard.text.spans import Span

Kind = Literal[
    "number", "price", "percent", "date", "weekday", "time", "duration", "measure",
    "url", "handle", "email", "phone", "version", "name", "negation",
]  # fmt: skip
Hedge = Literal["", "about", "under", "over", "min", "max"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand some words.

    `value` is a plain decimal ("6.4"), a date ("2026-12-05", "--12-05" without a year, "2026-12",
    "--12", "2026"; a weekday that stands with it follows as "/6"), a weekday ("6" is Saturday), a
    time ("10:00"), or a folded text. `unit` is a currency (EUR), "%", or the base unit of a
    measure: g, ml, mm, mm2, °C, km/h, kWh, B, s, month.
    """

    kind: Kind
    value: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something stated at `span`. `also` holds other readings that the words allow.

    `hedge` is how exact the words are: "about", "under" (nearly), "over", "min", "max".
    `step` is the size of the last digit written, in `unit`. `counted` is the folded word after a
    bare number ("tins").
    """

    kind: Kind
    value: str
    unit: str
    span: Span
    hedge: Hedge = ""
    also: tuple[Reading, ...] = ()
    step: Decimal = Decimal(0)
    counted: str = ""

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The likeliest reading, then the others."""
        return (Reading(self.kind, self.value, self.unit), *self.also)


def plain(value: Decimal) -> str:
    """The shortest decimal form: 6.40 is "6.4", 1E+3 is "1000"."""
    if value == 0:
        return "0"
    return format(value.normalize(), "f")


def number(quantity: Quantity) -> Decimal | None:
    """What a quantity is worth in its unit; None for a name or a day."""
    try:
        return Decimal(quantity.value)
    except InvalidOperation:
        return None


def numbers(found: Iterable[Quantity]) -> list[Decimal]:
    """What those of some quantities are worth that are worth something."""
    return [value for quantity in found if (value := number(quantity)) is not None]
