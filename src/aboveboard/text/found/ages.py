"""Ages that are told without their years: "children under 12", "Wer höchstens 25 ist".

In English, Dutch and German; of French, which says the years as a rule, ranges of children's alone,
of Hungarian none.
"""

from functools import cache

import regex

from aboveboard.text.found.marked import NUM, Marked
from aboveboard.text.found.times import led_time
from aboveboard.text.quantity import Quantity, Reading, plain
from aboveboard.text.spans import Span

# Of whom a number is an age, and of whom it may be anything else.
_YOUNG = {
    "en": r"child(?:ren)?|kids?|teen(?:ager)?s?|youngsters?|pupils?|juniors?|boys?|girls?",
    "nl": r"kind(?:eren)?|jongeren|jeugd|pubers?|tieners?|leerlingen|jongens?|meisjes?",
    "de": r"Kind(?:er|ern|es|s)?|Jugendlichen?|Schüler(?:innen|n)?|Mädchen|Jungen?|Teenager",
}
_ANYBODY = {
    "en": r"people|any(?:one|body)|every(?:one|body)|those|guests?|visitors?|students?|members?",
    "nl": r"mensen|iedereen|wie",
    "de": r"Leute|Menschen|Personen|wer|alle",
}
_LIMITS = {
    "en": r"(?:aged |who are )?(?:up to(?: and including)?|under|below|between|younger than)",
    "nl": r"(?:tot(?: en met)?|t/m|onder(?: de)?|tussen(?: de)?|jonger dan)",
    "de": r"(?:bis(?: einschließlich| zu)?|unter|zwischen|jünger als)",
}
# These lead to other numbers as well ("at least 12 books"), unless nothing is counted.
_LOOSE = {
    "en": r"(?:aged |who are )?(?:over|above|older than|aged|at least|at most|from|of)",
    "nl": r"(?:boven(?: de)?|vanaf|ouder (?:is )?dan|minstens|hooguit|hoogstens|van)",
    "de": r"(?:über|ab|mindestens|höchstens|älter (?:ist )?als|von)",
}
_NOT_COUNTED = (
    r"(?=\s?[,.;:!?)€$£]|\s?[–-](?!\d)|\s?$|\s(?-i:can|may|pays?|go|get|are|is|will|who|"
    r"mag|mogen|kan|kunnen|zijn|met|op|bij|ist|sind|darf|dürfen|kann|können|zahl\p{L}+)"
    r"(?!\p{L}))"
)
_JOINTS = {"en": "to|and", "nl": "tot|tot en met|en", "de": "bis|und"}
_AGED = {"en": "ages?|aged", "nl": "leeftijd(?:en)?", "de": "Alter(?: von)?"}
# "Wie zestien is", "if you are 28,".
_BEING = {
    "en": rf"(?:if|when) you(?:['’]re| are| turn)(?: over| under| at least)? ({NUM})"
    r"(?=\s?[,.?!])",
    "nl": rf"(?:wie|je|ben je) ({NUM})(?= (?:is|bent)(?!\p{{L}}))|ben je ({NUM})(?=\s?,)",
    "de": rf"(?:wer|du) ({NUM})(?= (?:ist|bist)(?!\p{{L}}))|bist du ({NUM})(?=\s?,)",
}
_OLDEST = 100
# "Children from six to fifteen", whatever comes then, but no hours.
_RANGES = {
    "en": (_YOUNG["en"], "from|between|of|aged", "to|and"),
    "nl": (_YOUNG["nl"], "van|tussen(?: de)?", "tot(?: en met)?|en|t/m"),
    "fr": (r"enfants?|ados?|jeunes|élèves|petits", "de|entre|âgés? de", "à|et"),
    "de": (_YOUNG["de"], "von|zwischen", "bis|und"),
}
_CLOCK = (
    r"(?!\s?(?:Uhr|uur|u|h|heures?|o['’]clock|[ap]\.?m|[:€$£%\ue000-\ue003])(?!\p{L}))(?!\s?[€$£%])"
)


def ages(marked: Marked) -> None:
    """Adds those of the numbers that nothing has claimed, as durations of years."""
    if marked.lang in _RANGES:
        for match in _ranged(marked.lang).finditer(marked.text):
            first, last = (marked.number(sign)[1].value for sign in match.groups())
            if first < last < _GROWN:
                for sign in match.groups():
                    _aged(marked, sign)
    if marked.lang in _YOUNG:
        for match in _told(marked.lang).finditer(marked.text):
            for sign in filter(None, match.groups()):
                _aged(marked, sign)


# Nobody is a child longer.
_GROWN = 22


@cache
def _ranged(lang: str) -> regex.Pattern[str]:
    young, lead, joint = _RANGES[lang]
    bare = r"(?!\s(?-i:\p{Lu}))" if lang == "de" else ""
    return regex.compile(
        rf"(?<!\p{{L}})(?:{young}) (?:{lead}) ({NUM})\s(?:{joint})\s({NUM}){_CLOCK}{bare}",
        regex.IGNORECASE,
    )


@cache
def _told(lang: str) -> regex.Pattern[str]:
    young, people = _YOUNG[lang], f"{_YOUNG[lang]}|{_ANYBODY[lang]}"
    joint = rf"(?:\s(?:{_JOINTS[lang]})\s|\s?[-–]\s?)"
    one, two = rf"({NUM})(?:{joint}({NUM}))?", rf"({NUM}){joint}({NUM})"
    # A German noun begins with a capital.
    bare = r"(?!\s(?-i:\p{Lu}))" if lang == "de" else ""
    return regex.compile(
        rf"(?<!\p{{L}})(?:(?:{young}) {_LIMITS[lang]} {one}{bare}|"
        rf"(?:{people}) (?:{_LIMITS[lang]}|{_LOOSE[lang]}) {one}{_NOT_COUNTED}|"
        rf"(?:{young}) {two}{_NOT_COUNTED}|(?:{_AGED[lang]}):? (?:{two}|{one}{_NOT_COUNTED})|"
        rf"(?:{young}) \({two}\)|{_BEING[lang]})",
        regex.IGNORECASE,
    )


def _aged(marked: Marked, sign: str) -> None:
    index, numeral = marked.number(sign)
    if not marked.free(index) or numeral.ordinal or not 0 < numeral.value < _OLDEST:
        return
    # Elsewhere the years may be left out too, and "for all from 10" may be an hour.
    also = (Reading("number", plain(numeral.value)), *led_time(marked, index))
    marked.used.add(index)
    span = Span(numeral.start, numeral.end, marked.original[numeral.start : numeral.end])
    years = plain(numeral.value * 12)
    marked.found.append(Quantity("duration", years, "month", span, also=also))
