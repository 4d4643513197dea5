"""Dates, months, years and weekdays, whole or in part, in five languages."""

from collections.abc import Iterable
from datetime import date
from functools import cache

import regex

from aboveboard.text.found.calendar_words import (
    DAYS,
    FULL_MONTHS,
    MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAY_ENDING,
    WEEKDAYS,
)
from aboveboard.text.found.marked import HIDDEN, NUM, Marked
from aboveboard.text.quantity import Quantity, Reading
from aboveboard.text.spans import Span

_ISO = regex.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")
_YMD = regex.compile(r"(?<![\d.])(\d{4})[./]\s?(\d{1,2})[./]\s?(\d{1,2})\b\.?(?:-\p{L}+)?")
_DMY = regex.compile(r"(?<![\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2}(?![\d:.]))(?!\d)")
_DAY_BEFORE = regex.compile(
    r"(?<![\d.,/])(\d{1,2})(?=\.?(?:\s?[-–+&]\s?|\s(?:en|et|und|és|t/m|tot|bis|au)\s)$)"
)
_DM_DOT = regex.compile(r"(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.(?!\d)")
_MD_HU = regex.compile(r"(?<![\d.,])(\d{1,2})\.\s?(\d{1,2})\.?-(?:[jáé]\p{L}*)")
_DM_SLASH = regex.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/%])")
_DM_DASH = regex.compile(r"(?<![\d-])(\d{1,2})-(\d{1,2})(?![\d-]|\s?\p{L})")
_DM_UNTIL = regex.compile(r"\s(?:tot en met|tot|t/m|bis|au|until)\s\d{1,2}/\d{1,2}(?!\d)")
_DM_LED = regex.compile(
    r"(?:\b(?:on|until|till|from|by|op|tot|vanaf|t/m|tot en met|le|du|au|dès|am|vom|bis|ab|den)|"
    r"\p{L}{2,}(?:day|dag|di|che|tag|abend)|\b(?:mon|tue|wed|thu|fri|sat|sun|ma|wo|do|vr|za|zo|"
    r"mo|mi|fr|sa|so)\.?),?\s$",
    regex.IGNORECASE,
)
_ORD = r"(?:\.|st|nd|rd|th|er|e|de|ste)?"
_TO = r"(?:[-–—/&+]|t/m|tot(?:\sen\smet)?|to|till|until|through|and|en|und|bis|et|au|à|és|ou|or|of)"
# "december 3-án és 4-én", "december 1-jétől 3-áig", "december 5–7."
_HU_DAYS = (
    rf"(?P<days>{NUM}(?:(?:\.|-\p{{L}}+)?\s?(?:[-–—,]|és|vagy)\s?{NUM}(?=[.-])"
    rf"|-\p{{L}}*t[óő]l\s{NUM}(?=[.-]))*)"
)
# What stands between two short weekdays: "Mon–Fri", "Sze + P".
_JOINED = r"(?:[-–+&/,]|t/m|to|bis|au|and|en|et|und|és)"
_YEAR_LED = regex.compile(
    r"(?:\b(?:in|since|from|until|till|by|of|est\.?|anno|sinds|vanaf|uit|tot|voor|depuis|en|dès|de|"
    r"seit|ab|aus|bis|jahr|year|jaar|année|l['’]an|©|summer|winter|spring|autumn|season|"
    r"zomer|lente|herfst|été|hiver|sommer|frühling|herbst|edition|editie|édition)\s?|['’(©]\s?)$",
    regex.IGNORECASE,
)
_YEAR_ENDED = regex.compile(r"\s?(?:-?(?:ban|ben|tól|től|ig|as|es|os|ös|ra|re|s)|óta)\b|\.?$")


# "In May", "April–May", "May to September", which is no verb.
_MONTH_LED = regex.compile(
    r"\b(?:in|since|until|by|early|mid|late|from|of|to|through|till|during|before|after|every|"
    r"next|last|this|all)[ -]$"
    rf"|\b(?:{'|'.join(FULL_MONTHS['en'])})(?: (?:and|or)|,|\s?[-–])\s?$",
    regex.IGNORECASE,
)
_AND_ON = regex.compile(
    rf"\s?(?:to|till|until|through|and|or|[-–])\s(?:early |mid-?|late |the end of )?"
    rf"(?:{'|'.join(FULL_MONTHS['en'])})(?!\p{{L}})",
    regex.IGNORECASE,
)


def literal_dates(text: str, lang: str) -> list[Quantity]:
    """Dates that are all digits: 2026-12-05, 5.12.2026, 12/5/2026 (both readings), 5/12."""
    found: list[Quantity] = []

    def add(match: regex.Match[str], *values: str | None) -> None:
        kept = list(dict.fromkeys(value for value in values if value))
        span = Span(match.start(), match.end(), match.group())
        if kept and not any(span.overlaps(other.span) for other in found):
            also = tuple(Reading("date", value) for value in kept[1:])
            found.append(Quantity("date", kept[0], "", span, also=also))

    for match in _ISO.finditer(text):
        add(match, _value(*map(int, match.groups())))
    for match in _YMD.finditer(text):
        add(match, _value(*map(int, match.groups())))
    for match in _DMY.finditer(text):
        first, mark, second, year = match.groups()
        if len(year) == 2 and (mark == "." and lang in ("en", "hu")):
            continue
        full = int(year) + (2000 if len(year) == 2 else 0)
        day_first = _value(full, int(second), int(first))
        month_first = _value(full, int(first), int(second)) if mark == "/" else None
        if lang in ("en", "hu") or not day_first:
            add(match, day_first, month_first)
        else:
            add(match, day_first)
    for dated in [one for one in found if _DMY.fullmatch(one.span.text)]:
        # "22 en 23/08/2026", "22.–23.08.2026": the first is in the same month.
        led = _DAY_BEFORE.search(text, max(0, dated.span.start - 12), dated.span.start)
        if led and lang != "en":
            add(led, _value(int(dated.value[:4]), int(dated.value[5:7]), int(led[1])))
    if lang == "hu":
        for match in _MD_HU.finditer(text):
            add(match, _value(0, int(match.group(1)), int(match.group(2))))
    if lang == "de":
        for match in _DM_DOT.finditer(text):
            add(match, _value(0, int(match.group(2)), int(match.group(1))))
    short = [*_DM_SLASH.finditer(text), *(_DM_DASH.finditer(text) if lang == "nl" else ())]
    for match in short:
        # "12/11" in four digits is a day wherever the day stands first.
        whole = lang != "en" and len(match.group()) == 5
        led = _DM_LED.search(text, max(0, match.start() - 14), match.start())
        if whole or led or _DM_UNTIL.match(text, match.end()):
            first, second = map(int, match.groups())
            day_first = _value(0, second, first)
            add(match, day_first, _value(0, first, second) if lang == "en" else None)
    return found


def _value(year: int, month: int, day: int) -> str | None:
    """The canonical date, None when there is no such day; year 0 stands for an unknown one."""
    try:
        date(year or 2024, month, day)
    except ValueError:
        return None
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


@cache
def _patterns(lang: str) -> tuple[list[regex.Pattern[str]], regex.Pattern[str]]:
    names = sorted(MONTHS[lang], key=len, reverse=True)
    month = rf"(?P<month>(?:{'|'.join(names)}))(?!\p{{Ll}})\.?"
    if lang == "hu":
        month = rf"(?P<month>(?:{'|'.join(names)}))(?:\.|\b)"
    # "du lundi 6 au vendredi 10 juillet"
    named = rf"(?:(?:{'|'.join(WEEKDAYS[lang])}){WEEKDAY_ENDING[lang]},?\s)?"
    led = r"(?:the\s|le\s|den\s|dem\s|de\s)?"
    days = rf"(?P<days>{NUM}{_ORD}(?:\s?(?:,\s?|{_TO}\s?){led}{named}{led}{NUM}{_ORD})*)"
    year = rf"(?:,?\s+(?:de\s+)?(?P<year>{NUM}))?"
    flags = regex.IGNORECASE
    whole = [regex.compile(rf"{days}\s?-?(?:of\s|de\s)?{month}{year}", flags)]
    if lang == "en":
        whole.append(
            regex.compile(rf"(?<!\p{{L}}){month}\s(?:the\s)?{days}(?!\s?[:%€$£]){year}", flags)
        )
    if lang == "hu":
        whole = [
            regex.compile(
                rf"(?:(?P<year>{NUM})\.?\s?)?(?<!\p{{L}}){month}\s?{_HU_DAYS}(?:\.|-\p{{L}}+)?",
                flags,
            )
        ]
    if lang == "hu":
        part = regex.compile(
            rf"(?:(?P<year>{NUM})\.?\s)?(?<!\p{{L}})(?P<month>{'|'.join(names)})(?P<end>\p{{Ll}}*)",
            flags,
        )
    else:
        part = regex.compile(
            rf"(?<!\p{{L}}){month}(?P<end>\p{{Ll}}*)(?:\s(?:of\s)?(?P<year>{NUM}))?", flags
        )
    return whole, part


@cache
def _said_days(lang: str) -> regex.Pattern[str]:
    """ "december elsején", "the fourteenth of May 2026", "am ersten März": the day in words."""
    month, day = rf"(?P<month>{_any(MONTHS[lang])})", rf"(?P<day>{_any(DAYS[lang])})"
    year = rf"(?:,?\s(?P<year>{NUM}))?"
    shape = {
        "hu": rf"(?:(?P<year>{NUM})\.?\s)?(?<!\p{{L}}){month}\.?\s{day}[aáeéi]\p{{Ll}}*",
        "en": rf"(?<!\p{{L}})(?:{day} (?:of )?{month}|{month} (?:the )?{day})(?!\p{{L}}){year}",
    }.get(lang, rf"(?<!\p{{L}}){day} (?:van )?{month}(?!\p{{L}}){year}")
    return regex.compile(shape, regex.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def dates(marked: Marked) -> None:
    """Adds every date with a month's name, then months with a year, then months alone."""
    lang = marked.lang if marked.lang in MONTHS else "en"
    whole, part = _patterns(lang)
    spans: list[tuple[int, int]] = []
    for pattern in whole:
        for match in pattern.finditer(marked.text):
            if _overlaps(spans, match.span()) or not _cased(match.group("month"), lang):
                continue
            if _days(marked, match, lang):
                spans.append(match.span())
    for match in _said_days(lang).finditer(marked.text):
        if not _overlaps(spans, match.span()) and _word_day(marked, match, lang):
            spans.append(match.span())
    for match in part.finditer(marked.text):
        if not _overlaps(spans, match.span()) and _month(marked, match, lang):
            spans.append(match.span())


def _days(marked: Marked, match: regex.Match[str], lang: str) -> bool:
    month = MONTHS[lang][match.group("month").casefold()]
    year, index = _year(marked, match.group("year"))
    named_first = match.start("month") < match.start("days")
    end = match.end()
    if match.group("year") and not year and match.start("year") > match.start("month"):
        end = match.end("days") if named_first else match.end("month")
    marks = list(regex.finditer(NUM, match.group("days")))
    indexes = [marked.number(each.group())[0] for each in marks]
    numbers = [marked.number(each.group())[1] for each in marks]
    if named_first and len(numbers) > 1 and numbers[-1].year and not year:
        # "December 5, 2026": the comma parts a year here, not another day.
        year = int(numbers.pop().value)
        marks.pop()
        index = indexes.pop() if marked.free(indexes[-1]) else None
    values = [_value(year, month, int(n.value)) if n.value % 1 == 0 else None for n in numbers]
    if not all(values) or not marked.free(*indexes):
        # "12 tins and 5 December": only the last one is a day.
        last = -1 if match.start("days") < match.start("month") else 0
        if not values[last] or not marked.free(indexes[last]):
            return False
        values, indexes, marks = [values[last]], [indexes[last]], [marks[last]]
        numbers = [numbers[last]]
    marked.used.update(indexes, [index] if index is not None else [])
    for at, (value, numeral) in enumerate(zip(values, numbers, strict=True)):
        start = numeral.start
        stop = numeral.end
        if named_first and at == 0:
            start = marked.place(match.start())
        if at == len(values) - 1:
            stop = marked.place(end)
        _add(marked, start, stop, str(value), lang)
    return True


def _word_day(marked: Marked, match: regex.Match[str], lang: str) -> bool:
    year, index = _year(marked, match.group("year"))
    month = MONTHS[lang][match.group("month").casefold()]
    value = _value(year, month, DAYS[lang][match.group("day").casefold()])
    if value is None or not _cased(match.group("month"), lang):
        return False
    marked.used.update([index] if index is not None else [])
    start = match.start() if year or lang != "hu" else match.start("month")
    end = match.end() if year or lang == "hu" else max(match.end("month"), match.end("day"))
    _add(marked, marked.place(start), marked.place(end), value, lang)
    return True


def _month(marked: Marked, match: regex.Match[str], lang: str) -> bool:
    name = match.group("month").casefold()
    ending = match.group("end")
    if ending and (lang != "hu" or name not in FULL_MONTHS["hu"]):
        return False
    year, index = _year(marked, match.group("year"))
    month = MONTHS[lang][name]
    if year and _cased(match.group("month"), lang):
        if index is not None:
            marked.used.add(index)
        value = f"{year:04}-{month:02}"
    elif name in FULL_MONTHS[lang] and _cased(match.group("month"), lang):
        value = f"--{month:02}"
    elif lang == "en" and name in ("may", "march") and match.group("month")[0].isupper():
        led = _MONTH_LED.search(marked.text[: match.start()])
        if not led and not _AND_ON.match(marked.text, match.end("month")):
            return False
        value = f"--{month:02}"
    else:
        return False
    start = match.start() if year and lang == "hu" else match.start("month")
    end = match.end() if year else max(match.end("month"), match.end("end"))
    _append(marked, marked.place(start), marked.place(end), value)
    return True


def _year(marked: Marked, mark: str | None) -> tuple[int, int | None]:
    if not mark:
        return 0, None
    index, numeral = marked.number(mark)
    if numeral.year and marked.free(index):
        return int(numeral.value), index
    return 0, None


def _cased(month: str, lang: str) -> bool:
    return lang not in ("en", "de") or month[0].isupper()


def _overlaps(spans: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    return any(a < span[1] and span[0] < b for a, b in spans)


def _add(marked: Marked, start: int, end: int, value: str, lang: str) -> None:
    """Adds a date, together with the weekday that stands before or after it."""
    start, end, value = with_weekday(marked.original, start, end, value, lang)
    _append(marked, start, end, value)


def with_weekday(text: str, start: int, end: int, value: str, lang: str) -> tuple[int, int, str]:
    """The place and value of a date with the weekday beside it, if there is one."""
    before, after = _beside(lang)
    if (match := before.search(text, max(0, start - 26), start)) and value.count("-") > 1:
        number = weekday_number(match.group("day"), lang)
        return match.start("day"), end, f"{value}/{number}"
    if (match := after.match(text, end)) and value.count("-") > 1:
        number = weekday_number(match.group("day"), lang)
        return start, match.end("day"), f"{value}/{number}"
    return start, end, value


@cache
def _beside(lang: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    full = "|".join(WEEKDAYS[lang])
    both = "|".join(sorted({*WEEKDAYS[lang], *SHORT_WEEKDAYS[lang]}, key=len, reverse=True))
    ending = WEEKDAY_ENDING[lang]
    article = r"(?:the\s|le\s|den\s|dem\s|de\s|d\.\s)?"
    before = regex.compile(
        rf"(?<!\p{{L}})(?P<day>(?:{both}){ending})\.?,?\s{article}$", regex.IGNORECASE
    )
    after = regex.compile(rf"[.,]?\s?\(?(?P<day>(?:{full}){ending})(?!\p{{L}})", regex.IGNORECASE)
    return before, after


def weekday_number(word: str, lang: str) -> int:
    """ISO number of the weekday that the word begins with."""
    folded = word.casefold()
    table = {**SHORT_WEEKDAYS[lang], **WEEKDAYS[lang]}
    if folded in table:
        return table[folded]
    return next(
        (table[name] for name in sorted(table, key=len, reverse=True) if folded.startswith(name)),
        0,
    )


def _append(marked: Marked, start: int, end: int, value: str) -> None:
    written = marked.original[start:end]
    if marked.lang != "hu":
        written = written.rstrip(".")
    span = Span(start, start + len(written), written)
    marked.found.append(Quantity("date", value, "", span))


@cache
def _weekday_patterns(lang: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    full = "|".join(sorted(WEEKDAYS[lang], key=len, reverse=True))
    short = "|".join(sorted(SHORT_WEEKDAYS[lang], key=len, reverse=True))
    alone = regex.compile(
        rf"(?<!\p{{L}})(?:{full}){WEEKDAY_ENDING[lang]}(?!\p{{L}})", regex.IGNORECASE
    )
    # A short form counts next to another one, a colon or a time.
    beside = regex.compile(
        rf"(?<!\p{{L}})(?P<a>{short})\.?(?=\s?{_JOINED}\s?(?:{short})\b|:?\s?\d{{1,2}}"
        rf"(?:[:.h]\d\d|\s?[-–]\s?\d|\s?(?:u|uur|h|uhr)\b)|:\s|\s(?:closed|gesloten|dicht|fermé|geschlossen|zu|zárva)\b)|(?<=(?<!\p{{L}})(?:{short})\.?\s?{_JOINED}\s?)"
        rf"(?P<b>{short})(?!\p{{L}})",
        regex.IGNORECASE,
    )
    return alone, beside


_BETWEEN = regex.compile(r"\s?(?:[-–—]|t/m|tot en met|to|through|bis|au|tot)\s?", regex.IGNORECASE)


def weekdays(hidden: str, original: str, lang: str) -> list[Quantity]:
    """Weekdays that stand alone. One that opens a range also reads as each day within it."""
    alone, beside = _weekday_patterns(lang)
    places = {match.span(): match.group() for match in alone.finditer(hidden)}
    for match in beside.finditer(original):
        word = match.group("a") or match.group("b")
        start = match.start("a") if match.group("a") else match.start("b")
        span = (start, start + len(word))
        if HIDDEN in hidden[span[0] : span[1]]:
            continue
        if (word[0].isupper() or lang in ("nl", "fr", "hu")) and not _overlaps(list(places), span):
            places[span] = word
    ordered = sorted(places.items())
    found = []
    for at, ((start, end), word) in enumerate(ordered):
        number = weekday_number(word, lang)
        also: tuple[Reading, ...] = ()
        if at + 1 < len(ordered):
            (after, _), closing = ordered[at + 1]
            if _BETWEEN.fullmatch(hidden[end:after]) or (lang == "hu" and _from_to(word, closing)):
                last = weekday_number(closing, lang)
                also = tuple(Reading("weekday", str(n)) for n in range(number + 1, last))
        place = Span(start, end, original[start:end])
        found.append(Quantity("weekday", str(number), "", place, also=also))
    return found


def _from_to(first: str, second: str) -> bool:
    return first.casefold().endswith(("től", "tól")) and second.casefold().endswith("ig")


def bare_year(marked: Marked, index: int) -> bool:
    """Whether an unclaimed number is a year by what stands around it."""
    numeral = marked.numerals[index]
    if not numeral.year:
        return False
    text = marked.original
    led = _YEAR_LED.search(text, max(0, numeral.start - 14), numeral.start)
    ended = marked.lang == "hu" and _YEAR_ENDED.match(text, numeral.end)
    return bool(led or ended)
