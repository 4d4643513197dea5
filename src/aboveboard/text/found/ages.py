"""Ages that are told without their years: "children under 12", "Wer höchstens 25 ist".

French and Hungarian do not leave the years out.
"""

from functools import cache

import regex

from aboveboard.text.found.marked import NUM, Marked
from aboveboard.text.quantity import Quantity, plain
from aboveboard.text.spans import Span

_PEOPLE = {
    "en": r"child(?:ren)?|kids?|teen(?:ager)?s?|youngsters?|pupils?|juniors?|boys?|girls?|"
    r"(?:young |older |old )?people|any(?:one|body)|every(?:one|body)|those|guests?|visitors?|"
    r"students?|members?|sons?|daughters?",
    "nl": r"kinderen|kind(?:eren)?s?|jongeren|jeugd|pubers?|tieners?|leerlingen|mensen|iedereen|"
    r"wie|jongens?|meisjes?|zoon|dochter",
    "de": r"Kind(?:er|ern|es|s)?|Jugendlichen?|Schüler(?:innen|n)?|Mädchen|Jungen?|Leute|Menschen|"
    r"Personen|wer|alle|Söhne?|Töchter|Sohn|Tochter|Teenager",
}
_LIMITS = {
    "en": r"(?:aged |who are )?(?:up to(?: and including)?|under|over|below|above|between|"
    r"(?:young|old)er than|aged|at least|at most)",
    "nl": r"(?:tot(?: en met)?|t/m|onder(?: de)?|boven(?: de)?|vanaf|tussen(?: de)?|"
    r"(?:jong|oud)er dan|(?:jong|oud)er is dan|minstens|hooguit|hoogstens)",
    "de": r"(?:bis(?: einschließlich| zu)?|unter|über|ab|zwischen|mindestens|höchstens|"
    r"(?:jüng|ält)er (?:ist )?als)",
}
# These lead to other numbers too ("people from 14 countries"), unless nothing is counted.
_LOOSE = {"en": "from|of", "nl": "van", "de": "von"}
_NOT_COUNTED = (
    r"(?=\s?[,.;:!?)–-]|\s?$|\s(?-i:to|tot|bis|can|may|pays?|go|get|are|is|will|and|or|who|in|"
    r"en|mag|mogen|kan|kunnen|zijn|met|op|bij|ist|sind|darf|dürfen|kann|können|zahl\p{L}+|und)"
    r"(?!\p{L}))"
)
_JOINTS = {"en": "to|and", "nl": "tot|tot en met|en", "de": "bis|und"}
_AGED = {"en": "ages?|aged", "nl": "leeftijd(?:en)?", "de": "Alter(?: von)?"}
# "Wie zestien is", "if you are 28,".
_BEING = {
    "en": rf"(?:if|when|are) you(?:['’]re| are)? (?:\p{{L}}+ )?({NUM})(?=\s?[,.?!]|\s(?:and|or)\s)",
    "nl": rf"(?:wie|je|ben je) ({NUM})(?= (?:is|bent)|\s?,)",
    "de": rf"(?:wer|du|bist du) ({NUM})(?= (?:ist|bist)|\s?,)",
}
_OLDEST = 100


def ages(marked: Marked) -> None:
    """Adds those of the numbers that nothing has claimed, as durations of years."""
    if marked.lang in _PEOPLE:
        for match in _told(marked.lang).finditer(marked.text):
            for sign in filter(None, match.groups()):
                _aged(marked, sign)


@cache
def _told(lang: str) -> regex.Pattern[str]:
    people, joint = _PEOPLE[lang], rf"(?:\s(?:{_JOINTS[lang]})\s|\s?[-–]\s?)"
    return regex.compile(
        rf"(?<!\p{{L}})(?:(?:{people}) (?:{_LIMITS[lang]} ({NUM})|"
        rf"(?:{_LOOSE[lang]}) ({NUM}){_NOT_COUNTED})(?:{joint}({NUM}))?|"
        rf"(?:{people}) ({NUM}){joint}({NUM})|"
        rf"(?:{_AGED[lang]}):? ({NUM})(?:{joint}({NUM}))?|{_BEING[lang]})",
        regex.IGNORECASE,
    )


def _aged(marked: Marked, sign: str) -> None:
    index, numeral = marked.number(sign)
    if marked.free(index) and not numeral.ordinal and 0 < numeral.value < _OLDEST:
        marked.used.add(index)
        span = Span(numeral.start, numeral.end, marked.original[numeral.start : numeral.end])
        marked.found.append(Quantity("duration", plain(numeral.value * 12), "month", span))
