"""Scarcity that the stock on file does not confirm."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from aboveboard.check.pressing.reading import Reading, Said
from aboveboard.check.rules import Evidence
from aboveboard.text.spans import Span

# A rule of the house: "nearly sold out" needs ten or fewer.
NEARLY_NONE = 10
# The greatest number that can be what is left, in a sentence that has others too.
_FEW = 100
# How far the stock may lie above the figure before that figure is plainly too small.
_CLEARLY_MORE = Decimal("1.2")
# A rule of the house: after so long a figure says nothing of what is left on the day.
_FRESH = timedelta(days=14)

MESSAGE = (
    "The stock on file does not say that so little is left. Leave it out, or enter what is left."
)
RULE = "Directive 2005/29/EC, Art. 6 and Annex I no. 7; “nearly sold out” needs ten or fewer"


def scarcity(reading: Reading) -> Iterator[Said]:
    """The places that tell of few left, unless the stock or a count on file says so too."""
    for span in (*reading.find("few"), *_ceasing(reading), *_rest(reading)):
        if reading.own.has("nogoods", span.text):
            continue
        numbers = reading.numbers(span.text)
        few = numbers[0] if numbers else Decimal(1)
        if not _confirmed(reading, few, most=max(few * _CLEARLY_MORE, few + 1)):
            yield _said(reading, span)
    for span in reading.find("almost"):
        if not _confirmed(reading, Decimal(NEARLY_NONE), most=Decimal(NEARLY_NONE)):
            yield _said(reading, span)


def _ceasing(reading: Reading) -> Iterator[Span]:
    """A count of what is left, where no more is made, or of a counted stock on a shelf."""
    sections = ("nomore",) if reading.context.stock is None else ("nomore", "shelf")
    for number, part in enumerate(reading.parts):
        span = next(reading.find("left", part.start, part.end), None)
        after = (span.end, reading.around(number)[1]) if span else (0, 0)
        told = any(reading.has(section, *after) for section in sections)
        if span and told and reading.numbers(span.text) and not reading.has("stocks", *after):
            yield span


def _rest(reading: Reading) -> Iterator[Span]:
    """A count of goods with a sign that they are the rest: no more of them, or where they lie.

    Where they lie says little while the stock is unknown.
    """
    stock = reading.context.stock
    for number, part in enumerate(reading.parts):
        for span in reading.find("counted", part.start, part.end):
            if reading.own.has("persons", span.text):
                continue
            numbers = reading.numbers(span.text)
            if not numbers or not 1 < numbers[0] <= _FEW or stock in reading.numbers(reading.text):
                continue
            after = span.end, reading.around(number)[1]
            told = reading.has("nomore", *after) or (
                stock is not None and reading.has("rest", part.start, part.end)
            )
            if told and not reading.has("stocks", *after):
                yield span


def hinted(reading: Reading, number: int) -> Said | None:
    """The same for a sentence that tells of few left of an offer, in words that no phrase holds."""
    part = reading.parts[number]
    if not reading.offers(number, on_file=reading.context.stock is not None):
        return None
    small = [one for one in reading.numbers(part.text) if 0 < one <= _FEW]
    few = min(small) if small else Decimal(NEARLY_NONE)
    most = max(few * _CLEARLY_MORE, few + 1) if small else few
    return None if _confirmed(reading, few, most=most) else _said(reading, part)


def _confirmed(reading: Reading, few: Decimal, *, most: Decimal) -> bool:
    stock = reading.context.stock
    if stock is not None:
        return stock <= most and not _stale(reading)
    return any(few in reading.counted(entry) for entry in reading.filed("stockword"))


def _stale(reading: Reading) -> bool:
    counted = reading.context.stock_on
    return bool(counted and reading.today and reading.today - counted > _FRESH)


def _said(reading: Reading, span: Span) -> Said:
    stock, counted = reading.context.stock, reading.context.stock_on
    known = "unknown" if stock is None else str(stock)
    if stock is not None and counted:
        known = f"{stock}, entered on {counted:%d %B %Y}"
    return Said(span.start, span.end, MESSAGE, RULE, (Evidence("stock", known),))
