"""Days told by their place in a month: "the last Saturday of May 2026", "the first day of June"."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from functools import cache

import regex

from aboveboard.text.quantity import Quantity, Reading
from aboveboard.text.spans import Span

_LAST = -1
_PLACES: dict[str, dict[str, int]] = {
    "en": {"first|1st": 1, "second|2nd": 2, "third|3rd": 3, "fourth|4th": 4, "last": _LAST},
    "nl": {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": _LAST},
    "fr": {"premi(?:er|ère)|1er": 1, "deuxième|seconde?|2e": 2, "troisième|3e": 3,
           "quatrième|4e": 4, "derni(?:er|ère)": _LAST},
    "de": {"erste[nrms]?|1\\.": 1, "zweite[nrms]?|2\\.": 2, "dritte[nrms]?|3\\.": 3,
           "vierte[nrms]?|4\\.": 4, "letzte[nrms]?": _LAST},
    "hu": {"első": 1, "második": 2, "harmadik": 3, "negyedik": 4, "utolsó": _LAST},
}  # fmt: skip
_DAY = {
    "en": "day", "nl": "dag", "fr": "jour", "de": "Tage?",
    "hu": "nap(?:ja|ján|jáig|jától|ig|tól|on)?",
}  # fmt: skip
_OF = r"(?:(?:of|in|van|de|du|d['’]|im|des|vom)\s?(?:the month of |de maand |mois de )?)"
_SUNDAY = 7


def nth_days(found: Iterable[Quantity], text: str, lang: str) -> list[Quantity]:
    """What was found in a text, with each month and weekday that together are a date as that date.

    Of a weekday that is only so where the year is told.
    """
    ordered = sorted(found, key=lambda q: q.span.start)
    months = (one for one in ordered if one.kind == "date")
    made = [day for month in months if (day := _day(month, ordered, text, lang))]
    return [q for q in ordered if not any(q.span.overlaps(one.span) for one in made)] + made


def _day(month: Quantity, found: list[Quantity], text: str, lang: str) -> Quantity | None:
    year, number = _month(month.value)
    if not number:
        return None
    start, end, weekday = month.span.start, month.span.end, 0
    for one in found:
        near = one.kind == "weekday" and not one.also
        between = text[one.span.end : start] if lang != "hu" else text[end : one.span.start]
        if near and 0 < len(between) < _AWAY and _between(lang).fullmatch(between):
            weekday = int(one.value)
            start, end = min(start, one.span.start), max(end, one.span.end)
            break
    place = _place(month, start, bool(weekday), text, lang)
    if not place:
        return None
    nth, first, last = place
    value = _of_weekday(year, number, weekday, nth) if weekday else _of_month(year, number, nth)
    if not value:
        return None
    start, end = min(first, start), max(last, end)
    # The same may be known of each such day, or of the month.
    each = (Reading("weekday", str(weekday)),) if weekday else ()
    also = (*each, Reading("date", month.value))
    return Quantity("date", value, "", Span(start, end, text[start:end]), also=also)


_AWAY = 24


def _place(
    month: Quantity, start: int, weekday: bool, text: str, lang: str
) -> tuple[int, int, int] | None:
    """Which place is told, and where that stands."""
    if lang == "hu":
        said = _after(weekday).match(text, month.span.end)
    else:
        said = _before(lang, weekday).search(text, max(0, start - 40), start)
    if not said:
        return None
    nth = next(n for words, n in _PLACES[lang].items() if regex.fullmatch(words, said[1], regex.I))
    return nth, said.start(), said.end()


@cache
def _between(lang: str) -> regex.Pattern[str]:
    if lang == "hu":
        return regex.compile(rf"\s(?:{_words(lang)})\s", regex.IGNORECASE)
    return regex.compile(rf"\s{_OF}", regex.IGNORECASE)


@cache
def _before(lang: str, weekday: bool) -> regex.Pattern[str]:
    ends = r"\s" if weekday else rf"\s{_DAY[lang]}\s{_OF}"
    return regex.compile(rf"(?<![\p{{L}}\d])({_words(lang)}){ends}$", regex.IGNORECASE)


@cache
def _after(weekday: bool) -> regex.Pattern[str]:
    ends = "" if weekday else rf"\s{_DAY['hu']}(?!\p{{L}})"
    return regex.compile(rf"\s({_words('hu')})(?!\p{{L}}){ends}", regex.IGNORECASE)


def _words(lang: str) -> str:
    return "|".join(_PLACES[lang])


def _month(value: str) -> tuple[int, int]:
    """The year, 0 for none, and the month, 0 where a day is told already."""
    if match := regex.fullmatch(r"(\d{4}|-)-(\d{2})", value):
        return int(match[1]) if match[1] != "-" else 0, int(match[2])
    return 0, 0


def _of_month(year: int, month: int, nth: int) -> str:
    if nth not in (1, _LAST) or (nth == _LAST and month == 2 and not year):
        return ""
    day = 1 if nth == 1 else monthrange(year or 2026, month)[1]
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


def _of_weekday(year: int, month: int, weekday: int, nth: int) -> str:
    if not year or not 1 <= weekday <= _SUNDAY:
        return ""
    days = [
        day
        for day in range(1, monthrange(year, month)[1] + 1)
        if date(year, month, day).isoweekday() == weekday
    ]
    return f"{year:04}-{month:02}-{days[nth if nth == _LAST else nth - 1]:02}"
