"""Names of people, places and things, told by their capitals and their place in the sentence."""

import unicodedata
from functools import cache

import regex

from aboveboard.text.found.marked import HIDDEN
from aboveboard.text.found.name_words import LINKS, NO_NAMES, PLATFORMS, TITLES
from aboveboard.text.languages import COMMON
from aboveboard.text.quantity import Quantity, Reading
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

_CAPITAL = r"(?:\p{Lu}[\p{L}\p{M}\p{N}]*|\p{Ll}\p{Lu}[\p{L}\p{M}]+)(?:['’-]\p{L}[\p{L}\p{M}]*)*"
_WORD = regex.compile(r"[\p{L}\p{M}][\p{L}\p{M}\p{N}'’-]*")
_START = regex.compile(r"[^\p{L}\p{N}]*")
_OPENS = regex.compile(
    r"(?:[:;•|→]|\s[-–—]|[\"“„«‘(\[]|[.!?…]|\p{Extended_Pictographic}\uFE0F?)\s*$"
)
# "Ein Pfundglas Honig", "je Quadratmeter Wohnfläche": the first word measures the second.
_MEASURED = regex.compile(
    r"(?:glas|gläser|paket|stück|kilo|gramm|meter|liter|pfund|tassen?|flaschen?|beutel|dosen?|"
    r"packung|karton|scheiben?|sack|kisten?|schalen?|becher|kännchen|eimer|rollen?|tüten?|paar|"
    r"dutzend|prozent|tonnen?|stunden?|minuten?)$"
)
_POSSESSIVE = regex.compile(r"(?:['’]s|['’])$")


@cache
def _sequence(lang: str) -> regex.Pattern[str]:
    link = LINKS[lang]
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}'’-]){_CAPITAL}(?:(?:[ \u00a0]|\.\s)(?:(?:{link})[ "
        rf"\u00a0]){{0,2}}{_CAPITAL})*"
    )


@cache
def _titled(lang: str) -> regex.Pattern[str] | None:
    titles = TITLES.get(lang)
    return (
        regex.compile(rf"(?:{titles})\s(?P<name>{_CAPITAL}(?:\s{_CAPITAL})*)") if titles else None
    )


def names(hidden: str, original: str, lang: str) -> list[Quantity]:
    """Capitalised words in the middle of a sentence, and runs of them.

    In `hidden` what is read as something else is replaced. The first word of a sentence, a quote
    or a heading is never taken; headlines in capitals neither. German counts runs of two and
    words after a title, since all its nouns are capitalised.
    """
    found: list[Quantity] = []
    for sentence in sentences(hidden, lang):
        if _headline(sentence.text, lang):
            continue
        found.extend(_in_sentence(sentence, original, lang))
    return found


def _headline(sentence: str, lang: str) -> bool:
    """Whether most of its longer words are capitalised, so that capitals tell nothing."""
    long = [word for word in _WORD.findall(sentence) if len(word) > 3]
    capital = sum(word[0].isupper() for word in long)
    shouted = sum(word.isupper() for word in long)
    if len(long) >= 3 and shouted > 0.6 * len(long):
        return True
    # A headline hardly ever ends in a full stop; "Founded by Anna Smit in Rotterdam." does.
    titled = lang != "de" and not sentence.endswith(".")
    return titled and len(long) >= 4 and capital >= 0.8 * len(long)


def _in_sentence(sentence: Span, original: str, lang: str) -> list[Quantity]:
    text = sentence.text
    start = _START.match(text)
    first = start.end() if start else 0
    found: list[Quantity] = []
    titled = _titled(lang)
    spans = [match.span("name") for match in titled.finditer(text)] if titled else []
    for match in _sequence(lang).finditer(text):
        at, end = match.span()
        if HIDDEN in match.group():
            continue
        initial = at == first or bool(_OPENS.search(text, max(0, at - 3), at))
        parts = [(at + m.start(), at + m.end()) for m in _WORD.finditer(match.group())]
        parts = [
            part
            for part in parts
            if text[part[0]].isupper() or not text[part[0] : part[1]].islower()
        ]
        whole = _first_as_well(text, parts, lang) if initial else None
        if initial:
            parts = parts[1:]
        parts = [part for part in parts if not _shouted(text, *part)]
        while parts and _ordinary(text[slice(*parts[0])], lang):
            parts = parts[1:]
        while parts and _ordinary(text[slice(*parts[-1])], lang):
            parts = parts[:-1]
        if lang == "de" and len(parts) < 2 and not any(a < end and at < b for a, b in spans):
            continue
        if lang == "de" and spans and any(a < end and at < b for a, b in spans):
            parts = [part for part in parts if any(a <= part[0] < b for a, b in spans)]
        if not parts:
            continue
        a, b = sentence.start + parts[0][0], sentence.start + parts[-1][1]
        word = original[a:b]
        trimmed = _POSSESSIVE.sub("", word)
        b -= len(word) - len(trimmed)
        if len(trimmed) > 1:
            also: tuple[Reading, ...] = ()
            if whole is not None:
                longer = same_name(original[sentence.start + whole : b])
                also = (Reading("name", longer),)
            value = same_name(trimmed)
            found.append(Quantity("name", value, "", Span(a, b, trimmed), also=also))
    return found


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether a word in capitals stands beside another one: "DONE DEAL", not "UNESCO"."""
    word = text[start:end]
    if len(word) < 3 or not word.isupper():
        return False
    before = regex.search(
        r"\p{Lu}{3,}[\s,]+(?:\p{L}{1,3}[\s,]+)?$", text[max(0, start - 80) : start]
    )
    after = regex.match(r"[\s,]+(?:\p{L}{1,3}[\s,]+)?\p{Lu}{3,}(?!\p{Ll})", text[end : end + 80])
    return bool(before or after)


def _first_as_well(text: str, parts: list[tuple[int, int]], lang: str) -> int | None:
    """Where the name begins if the sentence's first word belongs to it, as in "Anna Smit rows"."""
    if len(parts) < 2 or _ordinary(text[slice(*parts[0])], lang):
        return None
    return parts[0][0]


def _ordinary(word: str, lang: str) -> bool:
    folded = _POSSESSIVE.sub("", word.casefold())
    return (
        len(folded) < 2
        or folded in NO_NAMES[lang]
        or folded in COMMON[lang]
        or word.casefold() in NO_NAMES[lang]
        or folded in PLATFORMS
        or (lang == "de" and bool(_MEASURED.search(folded)))
        or (
            "-" in folded
            and len(folded.partition("-")[0]) > 3
            and folded.partition("-")[0] in PLATFORMS
        )
    )


def same_name(name: str) -> str:
    """The name in lower case, without accents or possessives, words parted by one space."""
    return " ".join(fold(_POSSESSIVE.sub("", word)) for word in _WORD.findall(name))


def fold(word: str) -> str:
    """Lower case without accents."""
    flat = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in flat if not unicodedata.combining(character))
