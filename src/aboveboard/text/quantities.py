"""All that a text states and that can be true or false: figures, dates, names, addresses."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

import regex

from aboveboard.text.counting import hashtags
from aboveboard.text.found.ages import ages
from aboveboard.text.found.amounts import amounts
from aboveboard.text.found.contacts import contacts
from aboveboard.text.found.dates import (
    bare_year,
    dates,
    literal_dates,
    weekdays,
    with_weekday,
)
from aboveboard.text.found.hedges import hedge
from aboveboard.text.found.marked import HIDDEN, Marked, mark
from aboveboard.text.found.names import fold, names
from aboveboard.text.found.negations import negations
from aboveboard.text.found.nth_days import nth_days
from aboveboard.text.found.numerals import numerals
from aboveboard.text.found.shares import decades, shares
from aboveboard.text.found.times import led_time, literal_times, times
from aboveboard.text.languages import COMMON, LANGUAGES
from aboveboard.text.quantity import Kind, Quantity, Reading, plain
from aboveboard.text.spans import Span

__all__ = ["Kind", "Quantity", "Reading", "quantities"]

_DIGIT = regex.compile(r"(?![0-9])\d")
_KEYCAP = regex.compile(r"[0-9#*]\uFE0F?\u20E3")
_LIST_NUMBER = regex.compile(
    r"(?m)^\s*\(?\d{1,2}(?:[.)](?=\s)|/\d{1,2}\)?(?=\s|$))|(?<=\s)\(?\d{1,2}/\d{1,2}\)?\s*$"
)
_AROUND_THE_CLOCK = regex.compile(r"(?<![\d/])24/7(?![\d/])")
_COUNTED = regex.compile(r"[ \u00a0\u202f-](\p{L}+)")
_TIMES = regex.compile(r"\s?[x×](?!\p{L}|\s?\d)")


def quantities(text: str, lang: str) -> list[Quantity]:
    """What the text states, in order, none overlapping; `lang` as in `LANGUAGES`, else English.

    Numbers of a list ("1.", "2/5", keycaps) and hashtags are left out.
    """
    return list(_quantities(text, lang if lang in LANGUAGES else "en"))


@lru_cache(maxsize=1024)
def _quantities(text: str, lang: str) -> tuple[Quantity, ...]:
    found = contacts(text)
    hidden = _DIGIT.sub(_ascii_digit, text)
    hidden = _hide(hidden, [quantity.span for quantity in found])
    tags = hashtags(text)
    hidden = _hide(hidden, tags)
    for match in _AROUND_THE_CLOCK.finditer(hidden):
        span = Span(match.start(), match.end(), match.group())
        found.append(Quantity("number", "24/7", "", span))
    told = shares(hidden, lang)
    found += told
    hidden = _hide(hidden, [quantity.span for quantity in told])
    blank = [_KEYCAP, _LIST_NUMBER, _AROUND_THE_CLOCK]
    spans = [Span(*m.span(), m.group()) for pattern in blank for m in pattern.finditer(hidden)]
    spans += decades(hidden, lang)
    hidden = _hide(hidden, spans)
    if any(character.isdecimal() for character in hidden):
        literal = literal_dates(hidden, lang)
        hidden = _hide(hidden, [quantity.span for quantity in literal])
        found += [_placed(text, quantity, lang) for quantity in literal]
        clock = literal_times(hidden, lang)
        hidden = _hide(hidden, [quantity.span for quantity in clock])
    else:
        clock = []
    marked = mark(text, hidden, lang, numerals(hidden, lang, []))
    marked.found.extend(clock)
    dates(marked)
    times(marked)
    amounts(marked)
    ages(marked)
    found += marked.found
    found += _bare(marked)
    hidden = _hide(text, [*(quantity.span for quantity in found), *spans, *tags])
    days = weekdays(hidden, text, lang)
    found = nth_days([*found, *days], text, lang)
    hidden = _hide(hidden, [quantity.span for quantity in days])
    found += names(hidden, text, lang)
    found += negations(hidden, lang)
    return tuple(_ordered(found, text, lang))


def _ascii_digit(match: regex.Match[str]) -> str:
    """The digit that a numeral of another script stands for; nothing for one Python knows not."""
    value = unicodedata.decimal(match.group(), -1)
    return str(value) if value >= 0 else HIDDEN


def _ordered(found: Iterable[Quantity], text: str, lang: str) -> list[Quantity]:
    ordered = sorted(found, key=lambda q: (q.span.start, -(q.span.end - q.span.start)))
    kept: list[Quantity] = []
    for quantity in ordered:
        if kept and quantity.span.start < kept[-1].span.end:
            continue
        if quantity.kind in ("number", "price", "percent", "measure", "duration"):
            said = hedge(text, quantity.span.start, quantity.span.end, lang)
            # "15 kg-ig": the ending of the unit says "up to".
            if lang == "hu" and quantity.kind == "measure" and quantity.span.text.endswith("ig"):
                said = "max"
            quantity = replace(quantity, hedge=said) if said else quantity
        kept.append(quantity)
    return kept


def _hide(text: str, spans: Iterable[Span]) -> str:
    characters = list(text)
    for span in spans:
        characters[span.start : span.end] = HIDDEN * (span.end - span.start)
    return "".join(characters)


def _placed(text: str, quantity: Quantity, lang: str) -> Quantity:
    """A date in digits with the weekday beside it."""
    span = quantity.span
    start, end, value = with_weekday(text, span.start, span.end, quantity.value, lang)
    day = value.removeprefix(quantity.value)
    also = tuple(replace(reading, value=reading.value + day) for reading in quantity.also)
    return replace(quantity, value=value, also=also, span=Span(start, end, text[start:end]))


def _bare(marked: Marked) -> list[Quantity]:
    """Numbers that nothing else has claimed; ordinals are left out."""
    found = []
    text = marked.original
    for index, numeral in enumerate(marked.numerals):
        if not marked.free(index) or numeral.ordinal:
            continue
        span = Span(numeral.start, numeral.end, text[numeral.start : numeral.end])
        value = plain(numeral.value)
        others = tuple(Reading("number", plain(other)) for other in numeral.others)
        if _TIMES.match(text, numeral.end):
            found.append(Quantity("number", value, "", span, also=others, step=numeral.step))
            continue
        if bare_year(marked, index):
            found.append(Quantity("date", value, "", span, also=(Reading("number", value),)))
            continue
        also = (*others, *led_time(marked, index))
        if numeral.year:
            also = (*also, Reading("date", value))
        after = _COUNTED.match(text, numeral.end)
        counted = fold(after.group(1)) if after else ""
        if counted in COMMON[marked.lang]:
            counted = ""
        found.append(
            Quantity("number", value, "", span, also=also, step=numeral.step, counted=counted)
        )
    return found
