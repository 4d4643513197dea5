"""Parts of units: half a kilo, three quarters of an hour, an hour and ten minutes."""

from dataclasses import replace
from decimal import Decimal
from functools import cache

import regex

from aboveboard.text.found.marked import NUM, Marked
from aboveboard.text.found.unit_words import (
    HALF_UNITS,
    ONE_LEADS,
    QUARTER_HOURS,
    THREE_QUARTERS,
    Unit,
    units,
)
from aboveboard.text.quantity import Kind, Quantity, Reading, plain


@cache
def _half(lang: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?i:{HALF_UNITS[lang]})(?:{units(lang)[0]})")


@cache
def _one(lang: str) -> regex.Pattern[str]:
    lead, ending = ONE_LEADS[lang]
    return regex.compile(rf"(?<!\p{{L}})(?i:{lead})(?P<unit>{units(lang)[0]})(?=(?i:{ending}))")


_QUARTER = regex.compile(
    rf"(?<!\p{{L}})(?:(?P<n>{NUM}) )?(?:{QUARTER_HOURS})(?!\p{{L}})", regex.IGNORECASE
)
_THREE_QUARTERS = regex.compile(rf"(?<!\p{{L}})(?:{THREE_QUARTERS})(?!\p{{L}})", regex.IGNORECASE)


def halves(marked: Marked) -> None:
    """Adds those that stand outside what was found: "half a kilo", "within an hour"."""
    lang = marked.lang
    table = units(lang)[1]
    spans = [quantity.span for quantity in marked.found]

    def add(match: regex.Match[str], start: int, value: Decimal, unit: Unit) -> None:
        span = marked.span(marked.place(start), marked.place(match.end()))
        if any(span.overlaps(other) for other in spans):
            return
        kind: Kind = "duration" if unit.base in ("s", "month", "workday") else "measure"
        amount = plain(value * Decimal(unit.factor))
        marked.found.append(Quantity(kind, amount, unit.base, span, step=Decimal(unit.factor) / 10))

    for match in _half(lang).finditer(marked.text):
        unit = table[(match["name"] or "").casefold() or match["symbol"]]
        if match["name"]:
            add(match, match.start(), Decimal("0.5"), unit)
    for match in _one(lang).finditer(marked.text):
        unit = table[(match["name"] or "").casefold() or match["symbol"]]
        if match["name"] and unit.base in ("s", "month", "workday"):
            add(match, match.start("unit"), Decimal(1), unit)
    for match in _QUARTER.finditer(marked.text):
        count = Decimal(1)
        if match["n"]:
            index, numeral = marked.number(match["n"])
            if not marked.free(index):
                continue
            marked.used.add(index)
            count = numeral.value
        add(match, match.start(), 15 * count, Unit("s", "60"))
    for match in _THREE_QUARTERS.finditer(marked.text):
        add(match, match.start(), Decimal(45), Unit("s", "60"))
    for match in _HOUR_AND_PART.finditer(marked.text):
        minutes = 90 if match["half"] else 75
        if _AT.search(marked.text, max(0, match.start() - 12), match.start()):
            at = f"1:{minutes - 60}"
            span = marked.span(marked.place(match.start()), marked.place(match.end()))
            also = (
                Reading("time", f"13:{minutes - 60}"),
                Reading("duration", str(minutes * 60), "s"),
            )
            marked.found.append(Quantity("time", f"0{at}", "", span, also=also))
        else:
            add(match, match.start(), Decimal(minutes), Unit("s", "60"))
    _hours_and(marked)


_HOUR_AND_PART = regex.compile(
    r"(?<!\p{L})(?:(?:an|one) hour and a (?:(?P<half>half)|quarter)|"
    r"une heure et (?:(?P<half>demie)|quart))(?!\p{L})",
    regex.IGNORECASE,
)
# "L'atelier rouvre à une heure et demie" tells when.
_AT = regex.compile(r"(?<!\p{L})(?:à|vers|dès|jusqu['’]à) $", regex.IGNORECASE)
_HOUR_AND = {
    lang: regex.compile(rf"(?<!\p{{L}})(?:{said})$", regex.IGNORECASE)
    for lang, said in {
        "en": r"(?:an|one) hour,? (?:and )?(?:an? )?",
        "nl": r"(?:een|één) uur (?:en )?",
        "fr": r"une heure (?:et )?(?:une? )?",
        "de": r"eine[rn]? Stunde (?:und )?(?:eine )?",
        "hu": r"egy óra (?:és )?",
    }.items()
}


def _hours_and(marked: Marked) -> None:
    """ "An hour and ten minutes" is one duration: the hour joins what follows it."""
    before = _HOUR_AND[marked.lang]
    for place, quantity in enumerate(marked.found):
        if quantity.unit != "s" or Decimal(quantity.value) >= _HOUR:
            continue
        if match := before.search(
            marked.original, max(0, quantity.span.start - 32), quantity.span.start
        ):
            marked.found[place] = replace(
                quantity,
                value=plain(Decimal(quantity.value) + _HOUR),
                span=marked.span(match.start(), quantity.span.end),
            )


_HOUR = 3600
