"""Time limits, countdowns and price rises that the real end on file does not confirm."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import regex

from aboveboard.check.pressing.reading import Reading, Said
from aboveboard.check.pressing.rises import against, on_file, rises
from aboveboard.check.rules import Evidence
from aboveboard.text.quantities import quantities
from aboveboard.text.spans import Span

MESSAGE = "No such end is on file. Leave the time limit out, or enter the real end."
RISE = "Nothing on file says that the price rises then. Leave it out, or put the new price on file."
RULE = "Directive 2005/29/EC, Annex I no. 7"
RISE_RULE = "Directive 2005/29/EC, Art. 6(1)(d)"

# How many characters a lead ("until") and its day may stand apart.
_NEAR = 45
_NEAR_ONLY = 9
# "From 4 to 17 August", "10 until 5": what stands right before the lead.
_TOUCHING = 2
_HOUR = regex.compile(r"\d\.?\s?(?:uhr|uur|h|óra|am|pm)?\s?$", regex.IGNORECASE)
BARGAIN = regex.compile(
    r"%|\b(?:offer|sale|deal|discount|reduced|free|save|korting|aanbieding|actie|gratis|promo\p{L}*|"
    r"gratuit|remise|soldes?|offerte?|rabatt?|angebot|aktion|kedvezmény|akció|leárazás|ingyen)|rabatt|angebot",
    regex.IGNORECASE,
)
# In how many days a limit without a day must come: "last hours", "last chance", "ends soon".
_CLOSING, _SOON = 1, 7


def limits(reading: Reading) -> Iterator[Said]:
    """The places that set the reader a limit of time, at most one a sentence."""
    for number, part in enumerate(reading.parts):
        start, end = reading.around(number)
        if any(on_file(reading, rise) for rise in rises(reading, number)):
            continue
        if rise := next(reading.find("rise", part.start, part.end), None):
            yield from _rise(reading, rise, part, (start, end))
        elif _offered(reading, number) and (said := _limit(reading, part, (start, end))):
            yield said


def hinted(reading: Reading, number: int) -> Said | None:
    """The same for a sentence that sets a limit in words that no phrase holds."""
    part = reading.parts[number]
    if reading.has("place", part.start, part.end) or not _offered(reading, number):
        return None
    days = _days(reading, part.start, part.end) or _days(reading, *reading.around(number))
    last = max(day for _span, day in days) if days else None
    if any(_priced(reading, entry) for entry in reading.filed("cost")):
        return None
    return _unless(reading, part, last)


def _offered(reading: Reading, number: int) -> bool:
    return reading.offers(number, on_file=bool(reading.context.deadline))


def _limit(reading: Reading, part: Span, near: tuple[int, int]) -> Said | None:
    if reading.has("place", part.start, part.end):
        return None
    if span := next(reading.find("lasting", part.start, part.end), None):
        return _unless(reading, span, _after(reading, span))
    days = _days(reading, part.start, part.end)
    if led := _led(reading, part, days):
        return _unless(reading, led, max(day for _span, day in days))
    for section, within in (("closing", _CLOSING), ("brief", None), ("vague", _SOON)):
        if span := next(reading.find(section, part.start, part.end), None):
            said = [day for _span, day in days or _days(reading, *near)]
            return _unless(reading, span, max(said) if said else _within(reading, within))
    return None


def _led(reading: Reading, part: Span, days: list[tuple[Span, date]]) -> Span | None:
    """A day with "until", "ends" or "only" beside it, as one place."""
    for section, far in (("until", _NEAR), ("only", _NEAR_ONLY)):
        for lead in reading.find(section, part.start, part.end):
            for day, _date in days:
                if _names_no_end(reading, lead, day) or _from_to(reading, lead, day, days):
                    continue
                if max(day.start - lead.end, lead.start - day.end) <= far:
                    start, end = min(lead.start, day.start), max(lead.end, day.end)
                    return Span(start, end, reading.text[start:end])
    return None


def _names_no_end(reading: Reading, lead: Span, day: Span) -> bool:
    """Whether it is a Dutch "for" ("beginners", "October"), another's "only", or no time."""
    own, text = reading.own, reading.text
    if own.names("sole", lead.text) and day.end <= lead.start:
        return bool(text[day.end : lead.start].strip())
    if own.names("for", lead.text):
        return bool(text[lead.end : day.start].strip()) or not own.has("numbered", day.text)
    things = own.find("fromthing", text, 0, lead.start)
    from_thing = any(not text[thing.end : lead.start].strip(" ,") for thing in things)
    return from_thing and own.has("midnight", day.text)


def _from_to(reading: Reading, lead: Span, day: Span, days: list[tuple[Span, date]]) -> bool:
    """Whether it ends the hours or days of something ("Thursday to Sunday") that is no bargain."""
    if lead.text.casefold() == "by" and day.end <= lead.start:
        return True
    start = min(lead.start, day.start)
    joined = any(0 <= lead.start - other.end <= _TOUCHING for other, _date in days)
    begun = any(o.end <= day.start and o.text.endswith(("től", "tól")) for o, _date in days)
    ranged = joined or begun or _HOUR.search(reading.text, max(0, start - 9), start)
    return bool(ranged) and not BARGAIN.search(reading.text)


def _unless(reading: Reading, span: Span, stated: date | None) -> Said | None:
    deadline = reading.context.deadline
    if deadline and (stated is None or deadline <= stated):
        return None
    known = Evidence("deadline", deadline.isoformat() if deadline else "none")
    return Said(span.start, span.end, MESSAGE, RULE, (known,))


def untrue(reading: Reading) -> Iterator[Said]:
    """The price rises that the file denies, whoever tells of them."""
    for number in range(len(reading.parts)):
        if said := _untrue(reading, number):
            yield said


def _untrue(reading: Reading, number: int) -> Said | None:
    """A rise by two prices, or with an "old price" still to be had, that the file denies."""
    part, (_start, end) = reading.parts[number], reading.around(number)
    for rise in rises(reading, number):
        if on_file(reading, rise):
            continue
        days = [day for _span, day in _days(reading, part.start, end)]
        if entry := against(reading, rise, max(days, default=None)):
            span = rise.span
            return Said(span.start, span.end, RISE, RISE_RULE, (Evidence("on file", entry),))
    for entry in reading.filed("cost"):
        if reading.has_filed("steady", entry) and not reading.has("steady", part.start, part.end):
            for span in reading.find("oldprice", part.start, part.end):
                return Said(span.start, span.end, RISE, RISE_RULE, (Evidence("on file", entry),))
    return None


def _rise(reading: Reading, span: Span, part: Span, near: tuple[int, int]) -> Iterator[Said]:
    """A price rise: against what is on file, or as a limit of which nothing is on file."""
    for entry in reading.filed("cost"):
        shown = (Evidence("on file", entry),)
        if reading.has_filed("steady", entry):
            yield Said(span.start, span.end, RISE, RISE_RULE, shown)
            return
        if reading.has_filed("rise", entry) or _priced(reading, entry):
            return
    if reading.has("press", *near):
        days = [day for _span, day in _days(reading, *near)]
        if said := _unless(reading, span, max(days) if days else _within(reading, _SOON)):
            yield Said(span.start, span.end, RISE, RISE_RULE, said.evidence)


def _priced(reading: Reading, entry: str) -> bool:
    return any(one.kind == "price" for one in quantities(entry, reading.language))


def _after(reading: Reading, span: Span) -> date | None:
    """The end of "24 hours" or "three days" from today."""
    if not reading.today:
        return None
    numbers = reading.numbers(span.text) or [
        Decimal(word) for word in span.text.replace(":", " ").split() if word.isdecimal()
    ]
    lasts = [one for one in quantities(span.text, reading.language) if one.kind == "duration"]
    if lasts and lasts[0].unit == "s":
        hours = int(float(lasts[0].value)) // 3600
    elif reading.own.has("hour", span.text) or ":" in span.text:
        hours = int(numbers[0]) if numbers else 1
    else:
        hours = 24 * (int(numbers[0]) if numbers else 1)
    return reading.today + timedelta(days=0 if hours < 12 else -(-hours // 24))


def _within(reading: Reading, days: int | None) -> date | None:
    return reading.today + timedelta(days=days) if reading.today and days is not None else None


def _days(reading: Reading, start: int, end: int) -> list[tuple[Span, date]]:
    """The days named there, none where today is not known."""
    today = reading.today
    if not today:
        return []
    sunday = today + timedelta(days=6 - today.weekday())
    last = today.replace(day=calendar.monthrange(today.year, today.month)[1])
    named = {
        "day0": today,
        "day1": today + timedelta(days=1),
        "weekend": sunday,
        "week": sunday,
        "month": last,
    }
    found = [
        (span, day)
        for section, day in named.items()
        for span in reading.own.find(section, reading.text, start, end)
    ]
    for one in quantities(reading.text[start:end], reading.language):
        span = Span(start + one.span.start, start + one.span.end, one.span.text)
        if one.kind == "weekday" and one.value.isdecimal():
            ahead = (int(one.value) - 1 - today.weekday()) % 7
            found.append((span, today + timedelta(days=ahead)))
        elif one.kind == "date" and (day := _date(one.value, today)):
            found.append((span, day))
    return found


def _date(value: str, today: date) -> date | None:
    """A canonical date as a day; one without a year is the nearest to come, a month its end."""
    value = value.split("/")[0]
    year, _mark, rest = value.partition("-") if not value.startswith("--") else ("", "", value[2:])
    month, _mark, day = rest.partition("-")
    if not month:
        return None
    full = int(year) if year else today.year
    if not year and int(month) < today.month - 6:
        full += 1
    last = calendar.monthrange(full, int(month))[1]
    return date(full, int(month), min(int(day), last) if day else last)
