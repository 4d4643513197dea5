"""Words that deny, in five languages."""

from collections.abc import Iterator
from functools import cache

import regex

from aboveboard.text.quantity import Quantity
from aboveboard.text.spans import Span

_WORDS = {
    "en": r"not|no|never|none|nor|neither|without|nothing|nobody|cannot|forbidden|prohibited|"
    r"banned|\p{L}+n['’]t|(?<=\p{L}-)free|free of|free from",
    "nl": r"niet|geen|nooit|zonder|niets|noch|niemand|nergens|verboden|vrij van|"
    r"(?<=\p{L}{3})vrij(?:e)?|evenmin",
    "fr": r"ne|sans|aucune?|ni|jamais|rien|interdite?s?",
    "de": r"nicht|kein(?:e[nmrs]?)?|nie(?:mals)?|ohne|nichts|weder|niemand|verboten|untersagt|"
    r"frei von|(?<=\p{L}{3})frei(?:e[nmrs]?)?",
    "hu": r"nem|ne|sem|se|nincs(?:en(?:ek)?)?|soha|sosem|semmi|senki|nélkül|tilos|tiltott|"
    r"mentes(?:en|ek)?|(?<=\p{L}{3})(?:talan|telen)(?:ul|ül)?",
}
# Words that say the same as a denial without one: "closed" for "not open", "free" for "costs
# nothing". They deny nothing by themselves; they keep a right rewording from being taken for wrong.
_QUIET = {
    "en": r"closed?|shut|free|except|excluding|excluded|instead|only|lacks?|zero",
    "nl": r"gesloten|dicht|gratis|behalve|uitgezonderd|alleen|slechts|nul",
    "fr": r"fermée?s?|gratuite?s?|gratuitement|sauf|excepté|seule?s?|seulement|"
    r"uniquement|offerte?s?|zéro",
    "de": r"geschlossen|gratis|kostenlos|kostenfrei|umsonst|außer|ausgenommen|nur|null",
    "hu": r"zárva|ingyen\p{L}*|díjtalan\p{L}*|kivéve|kivételével|csak|kizárólag|nulla",
}
# Those that take away what is named beside them: "without additives", "adalék nélkül".
_PRIVATIVE = {
    "en": r"without|no|free of|free from",
    "nl": r"zonder|geen|vrij van",
    "fr": r"sans|aucune?|pas (?:besoin )?d(?:e\s|['’])",
    "de": r"ohne|kein(?:e[nmrs]?)?|frei von",
    "hu": r"nincs(?:en)?|nem kell|nélkül",
}
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{N}'’-]*")
_CLAUSE = regex.compile(
    r"[.,;:!?()–—\n]|\s(?:and|et|und|en|és|or|ou|oder|of|vagy|but|mais|aber|maar)\s"
)
_ELIDED = {"fr": r"n['’](?=\p{L})"}
# "pas de", "ne … que" (only), "not only": said with a negation but denying nothing.
_NOT_MEANT = {
    "en": r"no\.?\s?[\d\ue002]|not only|no doubt|no problem|why not|not to mention|no worries|no "
    r"wonder|can['’]t wait|"
    r"don['’]t (?:miss|forget|wait|hesitate|worry|delay|dawdle|panic|be (?:late|shy))|"
    r"no matter|nothing but|last but not least",
    "nl": r"niet alleen|waarom niet|geen probleem|niet te vergeten|mis (?:het|dit) niet|"
    r"vergeet niet|"
    r"niet te missen|(?:wacht|aarzel|twijfel|treuzel) niet|geen (?:zorgen|paniek)|zonder twijfel",
    "fr": r"n['’]hésitez pas|ne manquez pas|n['’]oubliez pas|pourquoi pas|non seulement|sans doute|"
    r"n['’]attendez pas|ne (?:traînez|tardez|ratez) pas|ne tardez plus|pas de (?:panique|souci)|"
    r"sans (?:hésiter|attendre|tarder)|\bni plus ni moins",
    "de": r"nicht nur|warum nicht|kein problem|nicht (?:verpassen|vergessen|verzagen|zögern)|"
    r"verpasst? nicht|vergesst? nicht|(?:warte|wartet|zögere|zögert|warten sie|zögern sie) nicht|"
    r"keine (?:sorge|panik)|ohne zweifel",
    "hu": r"nem csak|nemcsak|miért ne|nem gond|ne hagyd ki|ne felejtsd|ne feledd|ne maradj le|"
    r"ne (?:várj|késs|habozz|aggódj|mulaszd)\p{L}*|semmi gond",
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


def says_quietly(text: str, lang: str) -> bool:
    """Whether a word stands in it that says the same as a denial: "closed", "free", "except"."""
    return bool(_quiet(lang).search(text))


def taken_away(text: str, lang: str) -> Iterator[Span]:
    """The words beside each "without": what the text says there is none of."""
    idle = [match.span() for match in _patterns(lang)[1].finditer(text)]
    for match in _privative(lang).finditer(text):
        start, end = match.span()
        if any(a <= start < b for a, b in idle):
            continue
        if match.group().casefold() == "nélkül":
            words = _WORD.findall(_CLAUSE.split(text[:start])[-1])[-1:]
            start, end = (text.rfind(words[0], 0, start) if words else start), start
        else:
            words = _WORD.findall(_CLAUSE.split(text[end:], maxsplit=1)[0])[:4]
            start, end = end, (text.find(words[-1], end) + len(words[-1]) if words else end)
        if words:
            yield Span(start, end, text[start:end])


@cache
def _privative(lang: str) -> regex.Pattern[str]:
    said = _PRIVATIVE[lang]
    # An elided "d'" leans on the next word, all others end before it.
    return regex.compile(rf"(?<!\p{{L}})(?:{said})(?:(?<=['’\s])|(?!\p{{L}}))", regex.IGNORECASE)


@cache
def _quiet(lang: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{_QUIET[lang]})(?!\p{{L}})", regex.IGNORECASE)
