"""Times of day: "10:00", "10 am", "10h30", "half past ten", "halb elf", "négyig"."""

from functools import cache

import regex

from aboveboard.text.found.calendar_words import WEEKDAYS
from aboveboard.text.found.clock_words import (
    AFTERNOON,
    AHEAD,
    AT,
    DAY_FIRST,
    LASTING_ENDS,
    LASTING_LEADS,
    MORNING,
    NAMED,
    O_CLOCK,
    TIME_LEADS,
    shapes,
)
from aboveboard.text.found.marked import NUM, Marked
from aboveboard.text.found.numerals import Numeral
from aboveboard.text.quantity import Quantity, Reading
from aboveboard.text.spans import Span

_COLON = regex.compile(
    r"(?<![\d:.,])(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?",
    regex.IGNORECASE,
)
_H = regex.compile(
    r"(?<![\d:.,])(?P<h>[01]?\d|2[0-4])\s?[hu]\s?(?P<m>[0-5]\d)(?!\d|\s?min)", regex.IGNORECASE
)
_DOT = r"(?<![\d:.,€$£])(?P<h>[01]?\d|2[0-4])\.(?P<m>[0-5]\d)(?![\d])"
_DOT_ENDED = regex.compile(
    _DOT + r"(?:\s?(?P<half>[ap])\.?m\b\.?|(?=(?:\s?[-–]\s?|\s(?:tot|to|bis|à|until)\s)?"
    r"(?:\d{1,2}[.:]\d\d)?\s?(?:uur|uhr|h|u|óra\p{L}*|órá\p{L}*)\b))",
    regex.IGNORECASE,
)
_DAYS = "|".join(rf"{day}\p{{L}}{{0,5}}" for days in WEEKDAYS.values() for day in days)
_DOT_LED = regex.compile(
    r"(?:\b(?:at|om|um|gegen|rond|doors:?|aanvang:?|vertrek:?|inloop:?|beginn:?|einlass:?|abfahrt:?|"
    r"indulás:?|kezdés:?|nyitás:?|érkezés:?|kapunyitás:?|zárás:?|"
    + _DAYS
    + r")\s)(?P<all>"
    + _DOT
    + r")(?!\s?(?:€|eur|%|kg|g|l|km|\$|£|ft)\b)"
    r"(?!\s?[€%$£])",
    regex.IGNORECASE,
)
_DOT_RANGE = regex.compile(
    _DOT + r"(?:\s?[-–]\s?|\s(?:tot|to|bis|until)\s)(?P<h2>[01]?\d|2[0-4])\.(?P<m2>[0-5]\d)(?!\d)"
    r"(?!\s?[€%$£]|\s?(?!között|közt|óráig|tart|nyitva)\p{L})"
)
_AM_PM = regex.compile(rf"({NUM})\s?(?P<half>[ap])\.?m\b\.?", regex.IGNORECASE)
_SEP = r"\s?(?:[-–—]|to|till|until|tot|bis|à|and|en|und|et|és)\s?"
_BETWEEN = regex.compile(_SEP, regex.IGNORECASE)
_AFTERNOON = regex.compile(r"(?P<h>\d{1,2})(?:[:.]\d\d)?\s?p\.?m\.?", regex.IGNORECASE)
# "Mon–Fri 9–5", "open 9-5"
_HOURS = regex.compile(
    r"(?:(?<=[\p{L},]\.?:?\s)|^)(?:[01]?\d|2[0-4])\s?[-–—]\s?(?P<end>[01]?\d|2[0-4])"
    r"(?!\d|[.,]\d|\s?[\p{L}€%$£])"
)
_PAST_NOON = regex.compile(r"(?:1[3-9]|2[0-4])(?!\d)")
_HU_FROM = regex.compile(r"-?t[óő]l\s|\s?[-–]\s?", regex.IGNORECASE)
_HU_PARTS = f"{MORNING['hu']}|{AFTERNOON['hu']}"
# "tíztől reggel hétig"
_PART = regex.compile(rf"\s(?:{_HU_PARTS}|másnap(?: reggel)?)\s", regex.IGNORECASE)
# "Este hat után"
_HU_PART_FIRST = regex.compile(
    rf"(?<!\p{{L}})(?:{_HU_PARTS})\s({NUM})"
    r"(?=\s(?:után|előtt|körül|felé)|-?(?:ig|t[óő]l|kor)(?!\p{L}))",
    regex.IGNORECASE,
)
_PART_ENDS = regex.compile(rf"(?<!\p{{L}})(?:{_HU_PARTS})\s$", regex.IGNORECASE)
_HU_CLOCK = regex.compile(rf"({NUM})-?(?:kor|órakor)(?!\p{{L}})", regex.IGNORECASE)
_HU_RANGE = regex.compile(
    rf"({NUM})(?:-?t[óő]l)?\s?[-–]?\s?({NUM})-?ig(?!\p{{L}})", regex.IGNORECASE
)


def literal_times(text: str, lang: str) -> list[Quantity]:
    """Times in digits with their minutes: 10:00, 8.30 Uhr, 10h30, 4:15 pm."""
    found: list[Quantity] = []

    def add(
        start: int, end: int, hour: str, minute: str, half: str | None, *, lasting: bool = False
    ) -> None:
        span = Span(start, end, text[start:end])
        if any(span.overlaps(other.span) for other in found):
            return
        h = int(hour)
        if half:
            h = h % 12 + (12 if half.casefold() == "p" else 0)
        loose = not half and len(hour) == 1 and h < 12 and lang == "en"
        found.append(_quantity(span, h, int(minute), loose=loose, lasting=lasting))

    for pattern in (_COLON, _DOT_ENDED):
        for match in pattern.finditer(text):
            add(match.start(), match.end(), match["h"], match["m"], match["half"])
    if lang in ("fr", "nl"):
        for match in _H.finditer(text):
            lasting = not _led(TIME_LEADS[lang], text[max(0, match.start() - 20) : match.start()])
            add(match.start(), match.end(), match["h"], match["m"], None, lasting=lasting)
    for match in _DOT_LED.finditer(text):
        add(match.start("all"), match.end("all"), match["h"], match["m"], None)
    for match in _DOT_RANGE.finditer(text):
        add(match.start("h"), match.end("m"), match["h"], match["m"], None)
        add(match.start("h2"), match.end("m2"), match["h2"], match["m2"], None)
    return found


def _quantity(
    span: Span, hour: int, minute: int, *, loose: bool, lasting: bool = False
) -> Quantity:
    """A time; a loose one may as well be twelve hours later, or last that long."""
    value = f"{hour % 24:02}:{minute:02}"
    also: list[Reading] = []
    if loose and hour <= 12:
        also.append(Reading("time", f"{(hour + 12) % 24:02}:{minute:02}"))
    if lasting:
        also.append(Reading("duration", str(hour * 3600 + minute * 60), "s"))
    return Quantity("time", value, "", span, also=tuple(also))


def times(marked: Marked) -> None:
    """Adds the times that words tell, and numbers that a time beside them makes times."""
    lang = marked.lang
    for pattern, add, minute, minus in shapes(lang):
        for match in pattern.finditer(marked.text):
            _spoken(marked, match, add, minute, minus=minus)
    # "Vier am Nachmittag" is German.
    for match in _AM_PM.finditer(marked.text) if lang != "de" else ():
        index, numeral = marked.number(match.group(1))
        if _hour(marked, index) and numeral.value <= 12:
            hour = int(numeral.value) % 12 + (12 if match["half"].casefold() == "p" else 0)
            _claim(marked, [index], numeral.start, marked.place(match.end()), hour, 0, loose=False)
    _clocks(marked)
    for match in _parted(lang).finditer(marked.text) if lang != "hu" else ():
        index, numeral = marked.number(match.group(1))
        if _hour(marked, index) and numeral.value <= 12:
            _timed(marked, index, numeral.end)
    if lang == "hu":
        for match in _HU_CLOCK.finditer(marked.text):
            index, numeral = marked.number(match.group(1))
            if _hour(marked, index):
                _timed(marked, index, marked.place(match.end()))
        _hungarian_words(marked)
        for match in _HU_PART_FIRST.finditer(marked.text):
            index, numeral = marked.number(match.group(1))
            if _hour(marked, index):
                _timed(marked, index, numeral.end)
        for match in _HU_RANGE.finditer(marked.text):
            pair = [marked.number(match.group(at))[0] for at in (1, 2)]
            if all(_hour(marked, index) for index in pair):
                late = not marked.numerals[pair[1]].word and marked.numerals[pair[1]].value > 12
                _timed(marked, pair[0], marked.numerals[pair[0]].end, loose=not late)
                _timed(marked, pair[1], marked.place(match.end()))
    named = NAMED[lang]
    for match in _named(lang).finditer(marked.text):
        start, end = marked.place(match.start()), marked.place(match.end())
        span = Span(start, end, marked.original[start:end])
        marked.found.append(Quantity("time", named[match.group().casefold()], "", span))
    _neighbours(marked)


def _hungarian_words(marked: Marked) -> None:
    """ "tízkor", "tíztől négyig": number words whose ending makes them times."""
    written = [marked.original[n.start : n.end].casefold() for n in marked.numerals]
    for index, word in enumerate(written):
        if not marked.numerals[index].word or not _hour(marked, index):
            continue
        start = marked.numerals[index].start
        led = _PART_ENDS.search(marked.original, max(0, start - 12), start)
        if word.endswith("kor") or (led and word.endswith(("ig", "től", "tól"))):
            _timed(marked, index, marked.numerals[index].end)
        elif word.endswith(("től", "tól")) and index + 1 < len(written):
            after = marked.numerals[index + 1]
            gap = marked.original[marked.numerals[index].end : after.start]
            clear = gap.isspace() or _PART.fullmatch(gap)
            if written[index + 1].endswith("ig") and clear and _hour(marked, index + 1):
                _timed(marked, index, marked.numerals[index].end)
                _timed(marked, index + 1, after.end)


@cache
def _parted(lang: str) -> regex.Pattern[str]:
    """ "Seven in the morning"."""
    words = f"{MORNING[lang]}|{AFTERNOON[lang]}"
    return regex.compile(rf"({NUM})(?=\s(?:{words})(?!\p{{L}}))", regex.IGNORECASE)


@cache
def _named(lang: str) -> regex.Pattern[str]:
    words = "|".join(sorted(NAMED[lang], key=len, reverse=True))
    return regex.compile(rf"(?<![\p{{L}}-])(?:{words})(?![\p{{L}}-])", regex.IGNORECASE)


def _spoken(marked: Marked, match: regex.Match[str], add: int, minute: int, *, minus: bool) -> None:
    lang = marked.lang
    index, numeral = marked.number(match["hour"])
    indexes = [index]
    if "by" in match.re.groupindex and match["by"]:
        by, other = marked.number(match["by"])
        if not 1 <= other.value < 60 or other.value % 1:
            return
        minute += -int(other.value) if minus else int(other.value)
        indexes.append(by)
    if not _hour(marked, index) or not marked.free(*indexes) or numeral.value > 24:
        return
    total = (int(numeral.value) + add) * 60 + minute
    start, end = marked.place(match.start()), marked.place(match.end())
    if match.group().startswith("\ue000"):
        start = min(marked.numerals[at].start for at in indexes)
    if match.group().endswith("\ue001"):
        end = max(marked.numerals[at].end for at in indexes)
    # "Deux heures et demie" may be how long it lasts.
    lasting = lang == "fr" and not _led(TIME_LEADS[lang], marked.text[: match.start()][-20:])
    hour = total // 60 % 24
    _claim(marked, indexes, start, end, hour, total % 60, loose=True, lasting=lasting)


@cache
def _clock(lang: str) -> regex.Pattern[str]:
    said = O_CLOCK[lang]
    return regex.compile(
        rf"(?P<hour>{NUM})(?:\s|-)?(?P<clock>{said})(?:\s?(?P<by>{NUM})(?!\s?[\p{{L}}%€$£]))?"
        rf"(?P<perc>\sperc\p{{L}}*)?",
        regex.IGNORECASE,
    )


def _clocks(marked: Marked) -> None:
    """ "10 uur", "10 h", "10 Uhr 30", "10 órakor": a time, or a duration by what is around."""
    lang = marked.lang
    for match in _clock(lang).finditer(marked.text):
        index, numeral = marked.number(match["hour"])
        if not marked.free(index) or numeral.value % 1 or not 0 <= numeral.value <= 24:
            continue
        before = marked.text[max(0, match.start() - 40) : match.start()]
        after = marked.text[match.end() : match.end() + 24]
        kind = _which(lang, before, match["clock"].casefold(), after)
        if kind == "duration":
            _lasting(marked, match, index)
            continue
        indexes, minute, end = [index], 0, match.end("clock")
        if match["by"]:
            by, other = marked.number(match["by"])
            if marked.free(by) and other.value < 60 and other.value % 1 == 0:
                indexes.append(by)
                minute, end = int(other.value), match.end()
        _claim(
            marked, indexes, numeral.start, marked.place(end), int(numeral.value), minute,
            loose=True, lasting=kind == "either",
        )  # fmt: skip


def _lasting(marked: Marked, match: regex.Match[str], index: int) -> None:
    """ "Dure une heure trente": hours with minutes that last; hours alone are a measure."""
    if not match["by"]:
        return
    by, minutes = marked.number(match["by"])
    if marked.free(by) and minutes.value < 60 and minutes.value % 1 == 0:
        numeral = marked.numerals[index]
        end = marked.place(match.end())
        span = Span(numeral.start, end, marked.original[numeral.start : end])
        seconds = int(numeral.value) * 3600 + int(minutes.value) * 60
        marked.used.update((index, by))
        marked.found.append(Quantity("duration", str(seconds), "s", span))


def _which(lang: str, before: str, clock: str, after: str) -> str:
    if lang in ("en", "de") and not clock.startswith("h"):
        return "time"
    if lang == "hu":
        if regex.match(rf"\s?(?:{LASTING_ENDS[lang]})\b", after) or clock.startswith(
            ("órás", "órány")
        ):
            return "duration"
        if clock.endswith(("kor", "tól", "től", "ig", "ra", "kor,")):
            return "time"
    if not _led(AT[lang], before) and regex.match(rf"\s(?:{AHEAD[lang]})(?!\p{{L}})", after):
        return "duration"
    if _led(TIME_LEADS[lang], before):
        return "time"
    if _led(LASTING_LEADS[lang], before):
        return "duration"
    if regex.match(rf"\s(?:{LASTING_ENDS[lang]})(?!\p{{L}})", after, regex.IGNORECASE):
        return "duration"
    if regex.search(rf"(?:\ue003|{NUM}\s?(?:h|uur|u|heures?)?)\s?(?:[-–]|tot|à|en|et)\s?$", before):
        return "time"
    return "either"


def _led(words: str, before: str) -> bool:
    return bool(regex.search(rf"(?<!\p{{L}})(?:{words})\s?$", before, regex.IGNORECASE))


def _hour(marked: Marked, index: int) -> bool:
    value = marked.numerals[index].value
    return marked.free(index) and value % 1 == 0 and 0 <= value <= 24


def _timed(marked: Marked, index: int, end: int, *, loose: bool = True) -> None:
    numeral = marked.numerals[index]
    _claim(marked, [index], numeral.start, end, int(numeral.value), 0, loose=loose)


def _claim(
    marked: Marked, indexes: list[int], start: int, end: int, hour: int, minute: int, *,
    loose: bool, lasting: bool = False,
) -> None:  # fmt: skip
    """Adds a time, with the part of the day that stands beside it."""
    if not marked.free(*indexes):
        return
    lang, text = marked.lang, marked.original
    near = r"\s?,?\s?"
    for parts, shift in ((MORNING, 0), (AFTERNOON, 12)):
        said = rf"{near}(?:{parts[lang]})(?!\p{{L}})"
        # Hungarian tells it before: in "tíztől reggel hétig" it belongs to the seven.
        after = None if lang == "hu" else regex.compile(said, regex.IGNORECASE).match(text, end)
        before = None
        if lang in DAY_FIRST:
            said = rf"(?<!\p{{L}})(?:{parts[lang]})\s(?:{DAY_FIRST[lang]})?$"
            before = regex.compile(said, regex.IGNORECASE).search(text, max(0, start - 24), start)
        if after or before:
            start = before.start() if before and lang == "hu" else start
            end = after.end() if after else end
            hour = hour % 12 + shift if hour <= 12 and not (hour == 12 and shift == 0) else hour
            loose = False
            break
    marked.used.update(indexes)
    span = Span(start, end, text[start:end])
    marked.found.append(_quantity(span, hour, minute, loose=loose, lasting=lasting))


def _neighbours(marked: Marked) -> None:
    """Numbers in a range with a time: the 10 of "10–16 Uhr" and the 4 of "10 am to 4"."""
    text = marked.original
    known = [quantity.span for quantity in marked.found if quantity.kind == "time"]
    for index, numeral in enumerate(marked.numerals):
        if not _hour(marked, index) or numeral.ordinal:
            continue
        after = [span for span in known if 0 < span.start - numeral.end < 12
                 and _spans(text[numeral.end : span.start], marked.lang)]  # fmt: skip
        if after and (hour := _same_half(numeral, after[0], marked.lang)):
            _claim(marked, [index], numeral.start, numeral.end, hour, 0, loose=False)
        elif after and _PAST_NOON.match(after[0].text):
            # Whoever says 21 for nine in the evening means the morning by nine.
            _timed(marked, index, numeral.end, loose=False)
        elif after or any(
            _spans(text[span.end : numeral.start], marked.lang) and _nothing_counted(text, numeral)
            for span in known if 0 < numeral.start - span.end < 12
        ):  # fmt: skip
            _timed(marked, index, numeral.end)


def _same_half(numeral: Numeral, later: Span, lang: str) -> int | None:
    """The hour of the 2 in "2–5 pm"; None where the later one does not tell it."""
    match = _AFTERNOON.fullmatch(later.text) if lang == "en" else None
    return int(numeral.value) + 12 if match and numeral.value < int(match["h"]) < 12 else None


def _spans(between: str, lang: str) -> bool:
    if _BETWEEN.fullmatch(between):
        return True
    return lang == "hu" and bool(_HU_FROM.fullmatch(between))


def _nothing_counted(text: str, numeral: Numeral) -> bool:
    return not regex.compile(r"\s?(?:%|€|\$|£|[-\s]\p{Ll}{3,})").match(text, numeral.end)


def led_time(marked: Marked, index: int) -> tuple[Reading, ...]:
    """The times that a bare number may be, when a word such as "at" or "from" leads to it."""
    if not _hour(marked, index) or marked.numerals[index].value == 0:
        return ()
    numeral = marked.numerals[index]
    before = marked.original[max(0, numeral.start - 20) : numeral.start]
    around = _HOURS.finditer(marked.original, max(0, numeral.start - 16), numeral.end + 8)
    ranged = next(
        (m for m in around if m.start() <= numeral.start and numeral.end <= m.end()), None
    )
    if not _led(TIME_LEADS[marked.lang], before) and not ranged:
        return ()
    hour = int(numeral.value)
    readings = [Reading("time", f"{hour % 24:02}:00")]
    if hour <= 12 and not (ranged and _PAST_NOON.match(ranged["end"])):
        readings.append(Reading("time", f"{(hour + 12) % 24:02}:00"))
    return tuple(readings)
