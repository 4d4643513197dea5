"""Words that deny, in five languages."""

from functools import cache

import regex

from aboveboard.text.quantity import Quantity
from aboveboard.text.spans import Span

_WORDS = {
    "en": r"not|no|never|none|nor|neither|without|nothing|nobody|cannot|\p{L}+n['’]t|"
    r"(?<=\p{L}-)free|free of|free from",
    "nl": r"niet|geen|nooit|zonder|niets|noch|niemand|nergens|(?<=\p{L}{3})vrij(?:e)?|evenmin",
    "fr": r"ne|sans|aucune?|ni|jamais|rien|personne",
    "de": r"nicht|kein(?:e[nmrs]?)?|nie(?:mals)?|ohne|nichts|weder|niemand|"
    r"(?<=\p{L}{3})frei(?:e[nmrs]?)?",
    "hu": r"nem|ne|sem|se|nincs(?:en(?:ek)?)?|soha|sosem|semmi|senki|nélkül|"
    r"(?<=\p{L})mentes(?:en|ek)?|(?<=\p{L}{3})(?:talan|telen)(?:ul|ül)?",
}
_ELIDED = {"fr": r"n['’](?=\p{L})"}
# "pas de", "ne … que" (only), "not only": said with a negation but denying nothing.
_NOT_MEANT = {
    "en": r"no\.?\s?[\d\ue002]|not only|no doubt|no problem|why not|not to mention|no worries|no "
    r"wonder|can['’]t wait|"
    r"don['’]t (?:miss|forget|wait|hesitate|worry)|no matter|nothing but|last but not least",
    "nl": r"niet alleen|waarom niet|geen probleem|niet te vergeten|mis (?:het|dit) niet|"
    r"vergeet niet|"
    r"niet te missen",
    "fr": r"n['’]hésitez pas|ne manquez pas|n['’]oubliez pas|pourquoi pas|non seulement|sans doute|"
    r"n['’]attendez pas|\bni plus ni moins",
    "de": r"nicht nur|warum nicht|kein problem|nicht verpassen|nicht vergessen|verpasst? "
    r"nicht|vergesst? nicht",
    "hu": r"nem csak|nemcsak|miért ne|nem gond|ne hagyd ki|ne felejtsd|ne feledd|ne maradj le",
}


@cache
def _patterns(lang: str) -> tuple[regex.Pattern[str], regex.Pattern[str]]:
    # "zuckerfrei" and "cukormentes" end in their denial.
    lead = r"(?:(?<!\p{L})|(?<=\p{L}{3})(?=vrij|frei|mentes|talan|telen))"
    said = rf"(?:{_WORDS[lang]})(?!\p{{L}})"
    return (
        regex.compile(rf"{lead}(?:{said}|{_ELIDED.get(lang, '(?!)')})", regex.IGNORECASE),
        regex.compile(rf"(?<!\p{{L}})(?:{_NOT_MEANT[lang]})", regex.IGNORECASE),
    )


def negations(text: str, lang: str) -> list[Quantity]:
    """The denying words, in order; set phrases that deny nothing ("not only") are left out."""
    pattern, phrases = _patterns(lang)
    idle = [match.span() for match in phrases.finditer(text)]
    return [
        Quantity("negation", "not", "", Span(match.start(), match.end(), match.group()))
        for match in pattern.finditer(text)
        if not any(a <= match.start() < b for a, b in idle)
    ]
