"""A fact of the knowledge as people read it: what kind it is, its value in the page's language.

In: a `brand.models.Fact`, whose value is canonical (`text.quantity.Reading`). Out: words. A value
that has no better form stands as it is.
"""

import re
from datetime import date
from decimal import Decimal, InvalidOperation

from babel.dates import format_date, format_skeleton, get_day_names
from babel.numbers import format_currency, format_decimal, format_percent, is_currency
from babel.units import format_unit
from django.utils.translation import get_language, gettext_lazy

from aboveboard.brand.models import Fact
from aboveboard.faces.web.public.dates import locale_of

KINDS = {
    "number": gettext_lazy("number"),
    "price": gettext_lazy("price"),
    "percent": gettext_lazy("share"),
    "date": gettext_lazy("date"),
    "weekday": gettext_lazy("weekday"),
    "time": gettext_lazy("time of day"),
    "duration": gettext_lazy("duration"),
    "measure": gettext_lazy("measure"),
    "url": gettext_lazy("link"),
    "phone": gettext_lazy("phone"),
    "version": gettext_lazy("version"),
    "name": gettext_lazy("name"),
    "negation": gettext_lazy("denied"),
}
# For each base unit those it is told in, the largest first: how many of the base, CLDR's name.
_UNITS = {
    "g": ((1_000, "mass-kilogram"), (1, "mass-gram")),
    "ml": ((1_000, "volume-liter"), (1, "volume-milliliter")),
    "mm": (
        (1_000_000, "length-kilometer"),
        (1_000, "length-meter"),
        (10, "length-centimeter"),
        (1, "length-millimeter"),
    ),
    "s": (
        (86_400, "duration-day"),
        (3_600, "duration-hour"),
        (60, "duration-minute"),
        (1, "duration-second"),
    ),
    "month": ((12, "duration-year"), (1, "duration-month")),
}
_DATE = re.compile(r"(?P<year>\d{4}|-)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?:/[1-7])?")
_SKELETONS = {"ymd": "yMMMMd", "md": "MMMMd", "ym": "yMMMM", "m": "LLLL", "y": "y"}


def fact_kind(fact: Fact) -> str:
    """What kind of fact it is, in a word."""
    return str(KINDS.get(fact.kind, fact.kind))


def fact_value(fact: Fact) -> str:
    """What it states, as the page's language writes it."""
    there = locale_of((get_language() or "en")[:2])
    if fact.kind in ("price", "percent", "number", "measure", "duration"):
        return _amount(fact, there)
    if fact.kind == "date" and (parts := _DATE.fullmatch(fact.value)):
        return _day(parts, there)
    if fact.kind == "weekday" and fact.value in tuple("1234567"):
        return str(get_day_names("wide", locale=there)[int(fact.value) - 1])
    # Names and links are kept folded; the text has them as they are written.
    at = fact.text.casefold().find(fact.value.casefold())
    return fact.text[at : at + len(fact.value)] if at >= 0 else fact.value


def _amount(fact: Fact, there: str) -> str:
    try:
        value = Decimal(fact.value)
    except InvalidOperation:
        return f"{fact.value} {fact.unit}".strip()
    if fact.kind == "percent":
        return str(format_percent(value / 100, locale=there, decimal_quantization=False))
    if fact.kind == "price" and is_currency(fact.unit):
        return str(format_currency(value, fact.unit, locale=there))
    for many, name in _UNITS.get(fact.unit, ()):
        # 1,250 g are not told as a kilogram and a quarter.
        if value >= many and (value % many == 0 or many == 1):
            return str(format_unit(value / many, name, locale=there))
    # What a number counts is kept as one folded word, which may be any: the passage says it.
    unit = "" if fact.kind == "number" else fact.unit
    return f"{format_decimal(value, locale=there)} {unit}".strip()


def _day(parts: "re.Match[str]", there: str) -> str:
    year, month, day = (parts[name] or "" for name in ("year", "month", "day"))
    known = ("y" if year != "-" else "") + ("m" if month else "") + ("d" if day else "")
    try:
        # A leap year, so that 29 February is a day of it.
        moment = date(int(year) if year != "-" else 2024, int(month or 1), int(day or 1))
    except ValueError:
        return parts[0]
    if known == "m":
        return str(format_date(moment, "LLLL", locale=there))
    return str(format_skeleton(_SKELETONS.get(known, "yMMMMd"), moment, locale=there))
