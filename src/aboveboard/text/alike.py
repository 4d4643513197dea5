"""Whether what is known holds a figure in another form: ten of an hour, a year as twelve months."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

import regex

from aboveboard.text.compare import agrees, opposed
from aboveboard.text.facts import Fact
from aboveboard.text.knowledge import Index, Passage
from aboveboard.text.meaning.terms import Said
from aboveboard.text.ones import ones
from aboveboard.text.quantity import Hedge, Quantity, plain

_BEFORE = regex.compile(
    r"\s?(?:before|ahead|prior|voor|van tevoren|vooraf|avant|à l['’]avance|vor|vorher|"
    r"az? \p{L}+ előtt|előtt)",
    regex.IGNORECASE,
)
_UP_TO = regex.compile(
    r"(?:up to|until|tot en met|t/m|jusqu['’]à|bis|bis zu|bis einschließlich)\s*"
    r"(?:and including )?$",
    regex.IGNORECASE,
)
_UNDER = regex.compile(r"(?:under|below|onder|moins de|unter)(?: the| de)?\s*$", regex.IGNORECASE)
# "Seven days a week" and "24 hours a day" are a manner of speech.
_ALWAYS = regex.compile(
    r"\s(?:(?:a|per|in every|of the|every|in de|in der|die|pro|am|de la|par|sur)\s)"
    r"(?:week|day|dag|semaine|jour|Woche|Tag|24|7|sept|vingt-quatre)(?!\p{L})"
    r"|/7|\sa hét(?:en|ből)?(?!\p{L})",
    regex.IGNORECASE,
)
_WEEK, _DAY, _HOUR = 604_800, 86_400, 3_600


def alike(
    quantity: Quantity,
    said: Said,
    stated: Sequence[Quantity],
    close: Sequence[Passage],
    facts: Iterable[Fact],
    index: Index,
) -> bool:
    """Whether the sources hold a figure of a sentence in another form than the one it has there.

    `close` are the passages and `facts` the facts that are nearest to the sentence.
    """
    if quantity.kind == "number" and any(one.kind == "time" for one in stated):
        return any(index.holders(time) for time in _hours(quantity))
    if _otherwise_limited(quantity, stated, close) or _sized(quantity, said, close):
        return True
    if quantity.kind != "duration":
        return False
    after = said.text[quantity.span.end - said.start :]
    if plain(Decimal(quantity.value)) in (str(_WEEK), str(_DAY)) and _ALWAYS.match(after):
        return True
    if any(agrees(quantity, one) for fact in facts for one in ones(fact.said)):
        return True
    if any(index.holders(time) for time in (*_o_clock(quantity), *_months(quantity))):
        return True
    if quantity.hedge in ("min", "max") and _BEFORE.match(after):
        # "At least two days ahead", known "up to 48 hours before".
        other: Hedge = "min" if quantity.hedge == "max" else "max"
        return bool(index.holders(replace(quantity, hedge=other)))
    if quantity.hedge != "max":
        return False
    if quantity.unit == "month" and _UP_TO.search(said.text[: quantity.span.start - said.start]):
        # Up to 17 years is under 18.
        year = replace(quantity, value=str(int(Decimal(quantity.value)) + 12))
        return any(
            one.hedge == "max"
            and agrees(year, one)
            and _UNDER.search(passage.source.text[: one.span.start])
            for passage in close
            for one in passage.stated
        )
    return False


def _otherwise_limited(
    quantity: Quantity, stated: Sequence[Quantity], close: Sequence[Passage]
) -> bool:
    """Whether one is a least and the other a most, and one of both is denied.

    "From 18 on" is "not under 18".
    """
    if quantity.hedge not in ("min", "max", "over"):
        return False
    denied = any(one.kind == "negation" for one in stated)
    return any(
        (opposed(quantity, one) or {quantity.hedge, one.hedge} == {"over", "max"})
        and agrees(replace(quantity, hedge=""), replace(one, hedge=""))
        and denied != any(other.kind == "negation" for other in passage.stated)
        for passage in close
        for one in passage.stated
    )


def _sized(quantity: Quantity, said: Said, close: Sequence[Passage]) -> bool:
    """Whether it is part of a size without its unit: "the 90 × 200", known as "90 × 200 cm"."""
    if quantity.kind != "number":
        return False
    size = next(
        (
            match
            for match in _SIZE.finditer(said.text)
            if match.start() <= quantity.span.start - said.start < match.end()
        ),
        None,
    )
    return size is not None and any(
        match.groups() == size.groups()
        for passage in close
        for match in _SIZE.finditer(passage.source.text)
    )


_SIZE = regex.compile(r"(?<!\d)(\d{1,4})\s?[x×]\s?(\d{1,4})(?!\d)")


def _hours(number: Quantity) -> list[Quantity]:
    """The times that a bare number may stand for."""
    if not number.value.isdecimal() or int(number.value) > 24:
        return []
    hour = int(number.value)
    return [
        replace(number, kind="time", value=f"{h:02d}:00", also=(), counted="", hedge="")
        for h in (hour, hour + 12)
        if h <= 24
    ]


def _o_clock(duration: Quantity) -> list[Quantity]:
    """What "24 uur" is read as where nothing tells a span from a time."""
    seconds = Decimal(duration.value)
    if duration.unit != "s" or seconds % _HOUR or not 0 < seconds <= _DAY:
        return []
    value = f"{int(seconds // _HOUR) % 24:02d}:00"
    return [replace(duration, kind="time", value=value, unit="", also=(), hedge="")]


def _months(duration: Quantity) -> list[Quantity]:
    """A duration in months told in days, or the other way round."""
    value = Decimal(duration.value)
    if duration.unit == "month":
        days = [value * n * _DAY for n in (28, 30, 31)]
        return [replace(duration, value=plain(one), unit="s", also=()) for one in days]
    if duration.unit == "s":
        found = [value / (n * _DAY) for n in (30, 31)]
        return [
            replace(duration, value=plain(one), unit="month", also=())
            for one in found
            if one == int(one) and one > 0
        ]
    return []
