"""Months and weekdays in five languages, for `dates`."""

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "hu": "január február március április május június július augusztus szeptember október "
    "november "
    "december",
}
_SHORT = {
    "en": "jan feb mar apr may jun jul aug sep oct nov dec",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "fr": "janv févr mars avr mai juin juil août sept oct nov déc",
    "de": "jan feb mär apr mai jun jul aug sep okt nov dez",
    "hu": "jan febr márc ápr máj jún júl aug szept okt nov dec",
}
_MORE = {
    "en": {"sept": 9},
    "nl": {"sept": 9},
    "fr": {"fév": 2, "fevrier": 2, "aout": 8, "decembre": 12, "dec": 12},
    "de": {"jänner": 1, "feber": 2, "sept": 9, "jän": 1, "maerz": 3},
    "hu": {"feb": 2},
}
MONTHS: dict[str, dict[str, int]] = {
    lang: {
        **{word: n for n, word in enumerate(_SHORT[lang].split(), 1)},
        **{word: n for n, word in enumerate(_MONTHS[lang].split(), 1)},
        **_MORE[lang],
    }
    for lang in _MONTHS
}
_TENTHS = {"tizen": 10, "huszon": 20, "harminc": 30}
_THIRD_ON = ("harmadik", "negyedik", "ötödik", "hatodik", "hetedik", "nyolcadik", "kilencedik")
_HU_DAYS: dict[str, int] = {
    "elsej": 1,
    **{word: n for n, word in enumerate(("második", *_THIRD_ON), 2)},
    "tizedik": 10,
    "huszadik": 20,
    "harmincadik": 30,
    **{
        f"{lead}{word}": tens + n
        for lead, tens in _TENTHS.items()
        for n, word in enumerate(("egyedik", "kettedik", *_THIRD_ON), 1)
        if tens + n < 32
    },
}


def _numbered(words: str) -> dict[str, int]:
    return {word: n for n, word in enumerate(words.split(), 1)}


_FIRST_ON = "first second third fourth fifth sixth seventh eighth ninth"
_EN = {
    **_numbered(
        f"{_FIRST_ON} tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth "
        "eighteenth nineteenth twentieth"
    ),
    **{f"twenty-{word}": 20 + n for word, n in _numbered(_FIRST_ON).items()},
    "thirtieth": 30,
    "thirty-first": 31,
}
_NL = _numbered(
    "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde "
    "dertiende veertiende vijftiende zestiende zeventiende achttiende negentiende twintigste"
)
_DE = {
    **_numbered(
        "ers zwei drit vier fünf sechs sieb ach neun zehn elf zwölf dreizehn vierzehn fünfzehn "
        "sechzehn siebzehn achtzehn neunzehn zwanzigs"
    ),
    **{
        f"{word}undzwanzigs": 20 + n
        for word, n in _numbered("ein zwei drei vier fünf sechs sieben acht neun").items()
    },
    "dreißigs": 30,
    "einunddreißigs": 31,
}
DAYS: dict[str, dict[str, int]] = {
    "en": {**_EN, **{word.replace("-", " "): n for word, n in _EN.items()}},
    "nl": {**_NL, "dertigste": 30},
    "fr": {"premier": 1},
    "de": {f"{stem}t{end}": n for stem, n in _DE.items() for end in ("en", "er", "e", "em")},
    "hu": _HU_DAYS,
}
"""Days of a month in words where they are no plain numbers; Hungarian ones without their ending:
elsej(e), harmadik(án)."""
FULL_MONTHS: dict[str, frozenset[str]] = {
    lang: frozenset(months.split()) - {"march", "may"} for lang, months in _MONTHS.items()
}
"""Month names that mean the month wherever they stand; "may" and "march" need a date around."""

_DAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "hu": "hétfő kedd szerda csütörtök péntek szombat vasárnap",
}
_DAYS_SHORT = {
    "en": "mon tue wed thu fri sat sun",
    "nl": "ma di wo do vr za zo",
    "fr": "lun mar mer jeu ven sam dim",
    "de": "mo di mi do fr sa so",
    "hu": "h k sze cs p szo v",
}
_DAYS_MORE = {
    "en": {"tues": 2, "weds": 3, "thur": 4, "thurs": 4},
    "nl": {"din": 2, "woe": 3, "don": 4, "vrij": 5, "zat": 6, "zon": 7, "maa": 1},
    "fr": {},
    "de": {"sonnabend": 6},
    "hu": {"csüt": 4, "hé": 1, "szer": 3, "szomb": 6, "vas": 7, "pén": 5},
}
WEEKDAYS: dict[str, dict[str, int]] = {
    lang: {word: n for n, word in enumerate(days.split(), 1)} for lang, days in _DAYS.items()
}
WEEKDAYS["de"]["sonnabend"] = 6
# "szerdán", "szerdánként": the vowel grows before an ending.
WEEKDAYS["hu"]["szerdá"] = 3
SHORT_WEEKDAYS: dict[str, dict[str, int]] = {
    lang: {**{word: n for n, word in enumerate(days.split(), 1)}, **_DAYS_MORE[lang]}
    for lang, days in _DAYS_SHORT.items()
}
WEEKDAY_ENDING = {
    "en": "s?",
    "nl": "(?:s|en|avond|middag|ochtend|morgen)?",
    "fr": "s?",
    "de": "(?:s|e|en|abend|vormittag|nachmittag|morgen|mittag)?s?",
    "hu": r"(?:n|ön|on|en|án|in|nként|jaink\w*|onként|enként|önként|i|jén|ján|ig|től|tól|ra|re|jét|"
    r"ját|ja|je|ot|öt|et|t|ok|ök|ek|okon|ökön|eken|okat|öket|eket|hoz|höz|hez|je?i|kor|onkent)?",
}
