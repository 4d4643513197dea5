"""Shares told without a percent sign: "two thirds of", "four out of five", and decades."""

from functools import cache

import regex

from aboveboard.text.quantity import Quantity, Reading
from aboveboard.text.spans import Span

_SAID: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (r"half of|half the", "50"),
        (r"(?:two|2)[- ]thirds", "66.7"),
        (r"(?:a|one) third of", "33.3"),
        (r"(?:three|3)[- ]quarters of(?! an hour)", "75"),
        (r"(?:a|one) quarter of(?! an hour)", "25"),
    ),
    "nl": (
        (r"de helft", "50"),
        (r"twee derde", "66.7"),
        (r"een derde(?: van)?", "33.3"),
        (r"driekwart", "75"),
        (r"een kwart van", "25"),
    ),
    "fr": (
        (r"la moitié", "50"),
        (r"(?:deux|les deux) tiers", "66.7"),
        (r"un tiers", "33.3"),
        (r"(?:les )?trois quarts (?:de|des|du)(?! heure)", "75"),
        (r"un quart (?:de|des|du)", "25"),
    ),
    "de": (
        (r"die hälfte", "50"),
        (r"zwei drittel", "66.7"),
        (r"ein drittel", "33.3"),
        (r"drei ?viertel (?:der|des|aller|unserer)", "75"),
        (r"ein viertel (?:der|des|aller|unserer)", "25"),
    ),
    "hu": (
        (r"\p{L}+(?:nek|nak) a fele|a fele", "50"),
        (r"kétharmad\p{L}*", "66.7"),
        (r"(?:egyharmad\p{L}*|a harmada)", "33.3"),
        (r"háromnegyede", "75"),
        (r"(?:egynegyed\p{L}*|a negyede)", "25"),
    ),
}
_OUT_OF = {
    "en": r"(N) (?:out of|in) (?:every )?(N)(?= \p{L})",
    "nl": r"(N) (?:van de|op de|op) (N)(?= \p{L})",
    "fr": r"(N) (?:\p{L}+ )?sur (N)(?!\d)",
    "de": r"(N) (?:von|aus) (N)(?= \p{L})",
    "hu": r"(?!)",
}
# Written-out numbers that such a share is told with; "one in five" needs no first of its own.
_SMALL = {
    "en": "one two three four five six seven eight nine ten",
    "nl": "één twee drie vier vijf zes zeven acht negen tien",
    "fr": "un deux trois quatre cinq six sept huit neuf dix",
    "de": "eine[rs]? zwei drei vier fünf sechs sieben acht neun zehn",
    "hu": "",
}
_FIFTHS = {
    "en": r"(N) (?:(?P<five>fifths?)|(?P<ten>tenths?)) of",
    "nl": r"(N) (?:(?P<five>vijfde)|(?P<ten>tiende))(?= van)",
    "fr": r"(N) (?:(?P<five>cinquièmes?)|(?P<ten>dixièmes?))",
    "de": r"(N) (?:(?P<five>fünftel)|(?P<ten>zehntel))",
    "hu": r"(?!)(N)(?P<five>)(?P<ten>)",
}
_DECADES = {
    "en": r"(?:19|20)?\d0['’]?s(?!\p{L})|(?:sixties|seventies|eighties|nineties)",
    "nl": r"jaren[ -](?:\d0|vijftig|zestig|zeventig|tachtig|negentig)",
    "fr": r"années (?:19)?(?:\d0|vingt|trente|quarante|cinquante|soixante)",
    "de": r"(?:19|20)?\d0er(?:[- ]?\p{L}+)?|(?:sech|sieb|acht|neun)ziger(?:n)?",
    "hu": r"(?:\p{L}+(?:vanas|venes|mincas|húszas)|(?:19|20)?\d0-[ae]s) éve\p{L}*",
}


def shares(text: str, lang: str) -> list[Quantity]:
    """Percentages in words; "about", since 38 % of something is also "over a third" of it."""
    found = []
    for match in _pattern(lang).finditer(text):
        value = next(share for key, share in _keys(lang) if match.group(key))
        span = Span(match.start(), match.end(), match.group())
        found.append(Quantity("percent", value, "%", span, hedge="about"))
    for match in _ratio(lang).finditer(text):
        part, whole = _worth(match.group(1), lang), _worth(match.group(2), lang)
        if 0 < part < whole:
            span = Span(match.start(), match.end(), match.group())
            also = (Reading("number", f"{part}/{whole}"),)
            found.append(Quantity("percent", f"{part * 100 / whole:.4g}", "%", span, also=also))
    for match in _fifths(lang).finditer(text):
        share = _worth(match.group(1), lang) * (20 if match["five"] else 10)
        span = Span(match.start(), match.end(), match.group())
        found.append(Quantity("percent", str(share), "%", span, hedge="about"))
    return found


def _worth(written: str, lang: str) -> int:
    if written.isdecimal():
        return int(written)
    words = _SMALL[lang].split()
    return next(n for n, word in enumerate(words, 1) if regex.fullmatch(word, written.casefold()))


def decades(text: str, lang: str) -> list[Span]:
    """ "The 1990s", "jaren negentig": when, but no figure that could be checked."""
    return [Span(m.start(), m.end(), m.group()) for m in _decade(lang).finditer(text)]


def _keys(lang: str) -> list[tuple[str, str]]:
    return [(f"s{at}", share) for at, (_, share) in enumerate(_SAID[lang])]


@cache
def _pattern(lang: str) -> regex.Pattern[str]:
    said = "|".join(rf"(?P<s{at}>{words})" for at, (words, _) in enumerate(_SAID[lang]))
    return regex.compile(rf"(?<!\p{{L}})(?:{said})(?!\p{{L}})", regex.IGNORECASE)


@cache
def _ratio(lang: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\p{{L}}\d.,]){_numbered(_OUT_OF[lang], lang)}", regex.IGNORECASE)


@cache
def _fifths(lang: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\p{{L}}\d.,]){_numbered(_FIFTHS[lang], lang)}", regex.IGNORECASE)


def _numbered(shape: str, lang: str) -> str:
    words = "".join(f"|{word}" for word in _SMALL[lang].split())
    return shape.replace("N", rf"\d{{1,4}}{words}")


@cache
def _decade(lang: str) -> regex.Pattern[str]:
    # "The under 10s" are children.
    return regex.compile(
        rf"(?<![\p{{L}}\d])(?<!(?:under|over)[ -])(?:{_DECADES[lang]})", regex.IGNORECASE
    )
