"""Prices, percentages, measures and durations: numbers with what they are numbers of."""

from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import chain

import regex

from aboveboard.text.found.halves import halves
from aboveboard.text.found.marked import NUM, Marked
from aboveboard.text.found.numerals import Numeral
from aboveboard.text.found.unit_words import (
    CENTS,
    CURRENCIES,
    CURRENCY_AFTER,
    CURRENCY_BEFORE,
    DOLLARS,
    PERCENT,
    SYMBOLS,
    Unit,
    units,
)
from aboveboard.text.quantity import Kind, Quantity, Reading, plain

_SPACE = r"[ \u00a0\u202f\u2009]?"
_DASH = r"(?:,[-–—]+|\.[-–—]+|,—)?"
# After a number a sign is that number's, unless it stands right before another: "5 to 15 £18".
_PRICE_BEFORE = regex.compile(
    r"(?<!\ue001)(?:(?<!\ue001[ \u00a0\u202f])|(?=[$£]\ue000))"
    rf"(?P<currency>{CURRENCY_BEFORE}){_SPACE}(?P<n>{NUM}){_DASH}"
)
_FORINT = r"|Ft(?:-?\p{L}+)?\b"
# "quatre euros cinquante la miche": what may follow the cents is what the price is for.
_FOR_ONE = "la|le|les|l['’]|par|pour|chez|a|an|each|per|for|at|in|on|with|from|het|een|voor|das|die"
_FOR_ONE += "|der|pro|für|je|et|en|and|und|és"
_MINOR = regex.compile(
    rf"(?:{_SPACE}(?P<minor>{NUM}))(?!\p{{L}})(?!{_SPACE}(?!(?:{_FOR_ONE})(?!\p{{L}}))[\p{{L}}%€])"
)
# "sieben Euro neunzig plus Pfand": in words nothing else can be meant.
_MINOR_SAID = regex.compile(rf"{_SPACE}(?P<minor>{NUM})(?!\p{{L}})")
_PERCENT = regex.compile(rf"(?P<n>{NUM}){_SPACE}-?(?:{PERCENT})(?:-?\p{{Ll}}+)?", regex.IGNORECASE)
# "two pounds of salt" are no money: the measures take them.
_OF = regex.compile(r"\s(?:of|zout|salz|mehl)\b", regex.IGNORECASE)
_WEIGHS = regex.compile(
    r"(?<!\p{L})(?:weigh\p{L}*|heavy|we(?:egt|gen)|zwaar|wieg\p{L}*|schwer)(?!\p{L})"
    r"(?:(?!cost|kost|pri[cj]|for |voor |für )[^.!?\d]){0,30}$",
    regex.IGNORECASE,
)
# "Two full days" are two days.
_WHOLE = (
    r" (?:full|whole|entire|solid|straight|hele|volle|volledige|ganzen?|vollen?|teljes|egész|"
    r"bonnes?|longues?|lange[nr]?|long)(?= )"
)
_CENT = regex.compile(rf"(?P<n>{NUM})[ \u00a0-]?(?P<cents>{CENTS}|¢)(?!\p{{L}})", regex.IGNORECASE)
_RANGE = regex.compile(
    r"\s?(?:[-–—]|t/m|to|tot|bis|à|(?:and|en|und|et|és)(?: (?:at most|no more than|hooguit|"
    r"hoogstens|maximaal|au plus|au maximum|höchstens|maximal|legfeljebb))?|or|of|ou|oder|vagy|"
    r"[x×])\s?",
    regex.IGNORECASE,
)
_GOES_ON = regex.compile(r"[ \u00a0-]?[\p{L}%]")
# "950 forinttól 3200-ig"
_FROM, _UP_TO = regex.compile(r"t[óő]l$"), regex.compile(r"-?ig(?!\p{L})")
_HU_RANGE = regex.compile(r"-?t[óő]l\s", regex.IGNORECASE)


# "Au moins 60 °C" is a least, as is "min 28 °C".
_BELOW = regex.compile(r"(?<!\p{L})(?:minus|(?<!au )(?<!pas )moins|mínusz)\s$", regex.IGNORECASE)
_BELOW_SAID = regex.compile(r"(?<![\p{L}\d])(?<!\d )min\s$", regex.IGNORECASE)
# "200 g and a half lemon" are no 200.5 g.
_AND_A_HALF = regex.compile(
    r"\s(?:et demie?(?!\p{L})|and a half(?=\s?(?:[.,;:!?)]|$)|\s(?:of|in|on|at|for|to|from|is|are|"
    r"away|later|long|ago|per|a|before|after)\s))",
    regex.IGNORECASE,
)


def _below(text: str, numeral: Numeral) -> int | None:
    """Where a word stands that says "below nought" of a number."""
    start = max(0, numeral.start - 10)
    found = _BELOW.search(text, start, numeral.start)
    if not found and numeral.word:
        found = _BELOW_SAID.search(text, start, numeral.start)
    return found.start() if found else None


def amounts(marked: Marked) -> None:
    """Adds what the unclaimed numbers are numbers of; ranges share what stands at one end."""
    _prices(marked)
    for match in _PERCENT.finditer(marked.text):
        index, numeral = marked.number(match["n"])
        if marked.free(index):
            # "-30 %" is a discount of 30 %.
            marked.numerals[index] = replace(numeral, value=abs(numeral.value))
            _claim(marked, index, numeral.start, marked.place(match.end()), "percent", "%")
    _measures(marked)
    _ranges(marked)
    _listed(marked)
    halves(marked)


def _prices(marked: Marked) -> None:
    for match in _PRICE_BEFORE.finditer(marked.text):
        index, numeral = marked.number(match["n"])
        if marked.free(index):
            start = marked.place(match.start())
            end = max(numeral.end, marked.place(match.end()))
            unit = CURRENCIES[match["currency"].casefold()]
            dollars = _dollars(numeral.value) if match["currency"] == "$" else ()
            _claim(marked, index, start, end, "price", unit, also=dollars)
    for match in _after(marked.lang).finditer(marked.text):
        index, numeral = marked.number(match["n"])
        if not marked.free(index):
            continue
        unit = _currency(match["currency"])
        end = match.end()
        extra = Decimal(0)
        if minor := _MINOR.match(marked.text, end) or _MINOR_SAID.match(marked.text, end):
            other, cents = marked.number(minor["minor"])
            whole = numeral.value % 1 == 0 and cents.value % 1 == 0
            said = minor.re is _MINOR or (cents.word and numeral.word)
            if whole and said and 10 <= cents.value < 100 and marked.free(other):
                extra, end = cents.value / 100, minor.end()
                marked.used.add(other)
        also: tuple[Reading, ...] = ()
        if unit == "GBP" and match["currency"].casefold() in ("pounds", "pound", "pond", "pfund"):
            grams = SYMBOLS["lb"].factor if marked.lang == "en" else "500"
            also = (Reading("measure", plain(numeral.value * Decimal(grams)), "g"),)
            if _OF.match(marked.text, end) or _WEIGHS.search(
                marked.original, max(0, numeral.start - 45), numeral.start
            ):
                continue
        if regex.fullmatch(r"\$|dollars?|dollár\p{L}*", match["currency"], regex.IGNORECASE):
            also = _dollars(numeral.value + extra)
        if match["currency"].casefold() == "livres":
            # Pounds, or books.
            also = (Reading("number", plain(numeral.value), ""),)
        stop = marked.place(end) if not marked.text.endswith("\ue001", 0, end) else cents.end
        _claim(marked, index, numeral.start, stop, "price", unit, extra=extra, also=also)
    for match in _CENT.finditer(marked.text):
        index, numeral = marked.number(match["n"])
        if marked.free(index):
            value = plain(numeral.value / 100)
            others = ("USD", "GBP") if marked.lang == "en" else ()
            also = tuple(Reading("price", value, unit) for unit in others)
            span = marked.span(numeral.start, marked.place(match.end()))
            marked.used.add(index)
            first = "GBP" if match["cents"].casefold().startswith("p") else "EUR"
            marked.found.append(
                Quantity("price", value, first, span, also=also, step=Decimal("0.01"))
            )


@cache
def _after(lang: str) -> regex.Pattern[str]:
    words = CURRENCY_AFTER[lang]
    # "6 ft" are feet in English, "3,000 Ft" are forints anywhere.
    forint = _FORINT if lang == "hu" else r"|Ft(?!\p{L})"
    return regex.compile(
        rf"(?P<n>{NUM}){_DASH}[ \u00a0\u202f\u2009-]?"
        rf"(?P<currency>€|[$£](?![\d\ue000])|¥|(?:EUR|USD|GBP|CHF|HUF|CAD|AUD|NZD)(?!\p{{L}}){forint}|(?i:{words})(?!\p{{L}}))"
        + (r"(?:-?(?:os|ért|ba|tól|ig|s))?" if lang == "hu" else "")
    )


def _dollars(value: Decimal) -> tuple[Reading, ...]:
    """What bare dollars may be too: a brand says once whose they are."""
    return tuple(Reading("price", plain(value), code) for code in ("CAD", "AUD", "NZD"))


def _currency(word: str) -> str:
    folded = word.casefold()
    if folded in CURRENCIES:
        return CURRENCIES[folded]
    if "doll" in folded:
        return next((code for whose, code in DOLLARS.items() if whose in folded), "USD")
    stems = ("euró", "euro", "dollár", "forint", "font", "ft", "frank", "franc", "dollar")
    stem = next((stem for stem in stems if folded.startswith(stem)), "€")
    return {"frank": "CHF", "franc": "CHF"}.get(stem) or CURRENCIES[stem]


@cache
def _measure(lang: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?P<n>{NUM})(?:{_WHOLE})?[ \u00a0\u202f\u2009-]?(?:{units(lang)[0]})")


def _measures(marked: Marked) -> None:
    lang = marked.lang
    table = units(lang)[1]
    last: tuple[int, Quantity, Unit] | None = None
    for match in _measure(lang).finditer(marked.text):
        index, numeral = marked.number(match["n"])
        if not marked.free(index):
            continue
        unit = table[(match["name"] or "").casefold() or match["symbol"]]
        end = marked.place(match.end("name") if match["name"] else match.end("symbol"))
        end = max(end, marked.place(match.end()))
        start, extra = numeral.start, Decimal(0)
        below = _below(marked.original, numeral) if unit.base == "°C" else None
        if below is not None:
            # "Minus four degrees"
            marked.numerals[index] = replace(numeral, value=-abs(numeral.value))
            start = below
        if half := _AND_A_HALF.match(marked.original, end):
            extra = Decimal("0.5") if below is None else Decimal("-0.5")
            end = half.end()
        if last and _follows(marked.original, last, numeral, unit):
            # "1 h 30 min" is one duration.
            first = last[1]
            total = plain(Decimal(first.value) + numeral.value * Decimal(unit.factor))
            span = marked.span(first.span.start, end)
            marked.used.add(index)
            marked.found.remove(first)
            joined = Quantity(first.kind, total, first.unit, span, step=Decimal(unit.factor))
            marked.found.append(joined)
            last = (end, joined, unit)
            continue
        quantity = _measured(marked, index, start, end, unit, extra)
        last = (end, quantity, unit)


def _follows(text: str, last: tuple[int, Quantity, Unit], numeral: Numeral, unit: Unit) -> bool:
    end, _, first = last
    between = text[end : numeral.start]
    smaller = first.base == unit.base and Decimal(unit.factor) < Decimal(first.factor)
    return smaller and bool(regex.fullmatch(r"\s|,?\s(?:and|en|et|und|és)\s", between))


def _measured(
    marked: Marked, index: int, start: int, end: int, unit: Unit, extra: Decimal
) -> Quantity:
    kind: Kind = "duration" if unit.base in ("s", "month", "workday", "night") else "measure"
    return _claim(marked, index, start, end, kind, unit.base, unit=unit, extra=extra)


def _claim(
    marked: Marked, index: int, start: int, end: int, kind: Kind, base: str, *,
    unit: Unit | None = None, extra: Decimal = Decimal(0), also: tuple[Reading, ...] = (),
) -> Quantity:  # fmt: skip
    """Adds a quantity made from a number; a price never has three decimals."""
    numeral = marked.numerals[index]
    values = [numeral.value, *numeral.others]
    if kind == "price" and numeral.others:
        values = [max(values)]
    factor = Decimal(unit.factor) if unit else Decimal(1)
    shift = unit.shift if unit else 0
    converted = [_rounded((value + extra + shift) * factor) for value in values]
    readings = tuple(Reading(kind, value, base) for value in converted[1:])
    span = marked.span(start, end)
    step = numeral.step * factor
    quantity = Quantity(kind, converted[0], base, span, also=(*also, *readings), step=step)
    marked.used.add(index)
    marked.found.append(quantity)
    return quantity


def _rounded(value: Decimal) -> str:
    return plain(round(value, 6))


# So far ahead stands the figure whose unit a number shares: "twelve and at most sixteen weeks".
_FURTHEST = 20


def _ranges(marked: Marked) -> None:
    """The 5 of "5–7 kg", the 8 of "€5–8", the 20 of "20 x 30 cm"."""
    text = marked.original
    scaled = ("price", "percent", "measure", "duration")
    known: list[Quantity] = []
    begun: dict[int, list[int]] = {}
    ended: dict[int, list[int]] = {}

    def keep(quantity: Quantity) -> None:
        begun.setdefault(quantity.span.start, []).append(len(known))
        ended.setdefault(quantity.span.end, []).append(len(known))
        known.append(quantity)

    def beside(numeral: Numeral) -> list[Quantity]:
        """What begins close behind it or ends close before it, in the order of finding."""
        after = (begun.get(numeral.end + away, ()) for away in range(1, _FURTHEST))
        before = (ended.get(numeral.start - away, ()) for away in range(1, 8))
        return [known[at] for at in sorted({*chain(*after), *chain(*before)})]

    for quantity in marked.found:
        if quantity.kind in scaled:
            keep(quantity)
    for index in reversed(range(len(marked.numerals))):
        numeral = marked.numerals[index]
        if not marked.free(index) or numeral.ordinal:
            continue
        for other in beside(numeral):
            gap_after = text[numeral.end : other.span.start]
            gap_before = text[other.span.end : numeral.start]
            after = 0 < other.span.start - numeral.end < _FURTHEST and (
                _parted(gap_after, marked.lang)
                # "3, 10 and 21 days": the 10 has its unit from there already.
                or (gap_after == ", " and other.span.text.isdigit() and not numeral.year)
            )
            before = 0 < numeral.start - other.span.end < 8 and (
                other.kind == "price"
                and (
                    (_parted(gap_before, marked.lang) and _ends(text, numeral))
                    or (
                        gap_before == " "
                        and _FROM.search(other.span.text)
                        and _UP_TO.match(text, numeral.end)
                    )
                )
            )
            if after and _gap(text[other.span.start : other.span.end]):
                keep(_like(marked, index, other))
                break
            if before:
                keep(_like(marked, index, other))
                break


def _listed(marked: Marked) -> None:
    """The 12 and 6 of "adults 12, children 6 and seniors 8 euros", which may be bare numbers."""
    text = marked.original
    prices = {q.span.start: q for q in marked.found if q.kind == "price" and _gap(q.span.text)}
    for index in reversed(range(len(marked.numerals))):
        numeral = marked.numerals[index]
        goes_on = _NEXT.match(text, numeral.end)
        other = prices.get(goes_on.end()) if goes_on else None
        if other and marked.free(index) and not (numeral.ordinal or numeral.word):
            also = (Reading("number", plain(numeral.value)),)
            prices[numeral.start] = _claim(
                marked, index, numeral.start, numeral.end, "price", other.unit, also=also
            )


# What may stand between a number and the price that gives it its currency: words for the next.
_NEXT = regex.compile(
    r"(?:\s?[,;/]|\s(?:and|or|en|of|et|ou|und|oder|és|vagy))\s(?:\d{1,3}\s)?(?:[^\W\d]+[\s-]){1,4}(?=\d)"
)


def _gap(written: str) -> bool:
    """Whether the unit follows the number, so that it may serve one before as well."""
    return not written.startswith(("€", "$", "£"))


def _parted(between: str, lang: str) -> bool:
    return bool(_RANGE.fullmatch(between)) or (lang == "hu" and bool(_HU_RANGE.fullmatch(between)))


def _ends(text: str, numeral: Numeral) -> bool:
    return not _GOES_ON.match(text, numeral.end)


def _like(marked: Marked, index: int, other: Quantity) -> Quantity:
    """A quantity of the same unit as written at the other end."""
    numeral = marked.numerals[index]
    if other.unit == "°C" and _below(marked.original, numeral) is not None:
        numeral = marked.numerals[index] = replace(numeral, value=-abs(numeral.value))
    unit = None
    if other.kind in ("measure", "duration"):
        pattern, table = units(marked.lang)
        written = regex.compile(rf"(?:{pattern})$").search(other.span.text)
        if written:
            unit = table[(written["name"] or "").casefold() or written["symbol"]]
        elif other.step:
            unit = Unit(other.unit, plain(other.step))
    return _claim(marked, index, numeral.start, numeral.end, other.kind, other.unit, unit=unit)
