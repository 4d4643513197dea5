"""Whether figures of a claim and of an entry on file are the same, as exact as each says it is."""

from collections.abc import Iterable
from decimal import Decimal

import regex

from aboveboard.text.bare import bare
from aboveboard.text.quantity import Quantity

COUNTS = frozenset({"number", "percent", "measure", "duration", "price"})
_SHARE = regex.compile(r"(\d+(?:[.,]\d+)?)\s?(?:%|per ?cent|procent|prozent|pour cent|szazalek)")
_DIGITS = regex.compile(r"\d[\d.,]*")
# How far a figure that is said to be about so much may be from the one on file.
_NEAR = Decimal("0.06")


def shares(text: str) -> frozenset[str]:
    """The percentages that a text states, as plain figures without a sign."""
    return frozenset(found[1].replace(",", ".") for found in _SHARE.finditer(bare(text).lower()))


def stands(figure: Quantity, stated: Iterable[Quantity]) -> bool:
    return any(_same(figure, other) for other in stated)


def _same(figure: Quantity, other: Quantity) -> bool:
    for mine in figure.readings:
        for theirs in other.readings:
            if mine.kind == "number" and theirs.kind == "measure" and _digits(other) == mine.value:
                return True
            if mine.unit != theirs.unit or mine.kind not in COUNTS or theirs.kind not in COUNTS:
                continue
            # "-2.1 kg" on file is "2.1 kg less" in words.
            value = theirs.value.lstrip("-\u2212") if theirs.kind != "price" else theirs.value
            if mine.value in {value, theirs.value}:
                return True
            if figure.hedge in {"over", "min"} and _more(theirs.value, mine.value):
                return True
            if figure.hedge in {"about", "under"} and _near(value, mine.value):
                return True
    return False


def _digits(figure: Quantity) -> str:
    found = _DIGITS.search(figure.span.text)
    return found.group() if found else ""


def _more(one: str, other: str) -> bool:
    try:
        return Decimal(one) >= Decimal(other)
    except ArithmeticError:
        return False


def _near(one: str, other: str) -> bool:
    try:
        return abs(Decimal(one) - Decimal(other)) <= _NEAR * abs(Decimal(other))
    except ArithmeticError:
        return False
