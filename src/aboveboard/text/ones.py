"""The spans of "a day" and "one week", which are too common to be read as figures elsewhere."""

from functools import lru_cache

import regex

from aboveboard.text.meaning.terms import Said
from aboveboard.text.quantity import Quantity
from aboveboard.text.spans import Span

_UNITS = {
    "en": (r"(?<!\p{L})(?:an?|one) (?:full |whole )?", "hour", "day", "week", "month", "year"),
    "nl": (r"(?<!\p{L})(?:een|één) (?:heel |vol )?", "uur", "dag", "week", "maand", "jaar"),
    "fr": (r"(?<!\p{L})une? ", "heure", "jour", "semaine", "mois", "an"),
    "de": (
        r"(?<!\p{L})ein(?:e[mnrs]?)? (?:ganze[nrs]? |volle[nrs]? )?",
        "Stunde",
        "Tag",
        "Woche",
        "Monat",
        "Jahr",
    ),
    "hu": (r"(?<!\p{L})egy ", "óra", "nap", "hét|héten|hetet|hetes", "hónap", "év"),
}
_SPANS = (("3600", "s"), ("86400", "s"), ("604800", "s"), ("1", "month"), ("12", "month"))
# After these "a day" tells how often.
_OFTEN = regex.compile(
    r"(?:once|twice|times|\d|[€£$]|eens|keer|fois|par|mal|pro|szer|szor|ször|euros?|ft|pounds?)\s*$",
    regex.IGNORECASE,
)
_AND_MORE = regex.compile(r"\s(?:and a half|or|of|ou|oder|vagy|en een half|et demi|und eine?)\s")


def ones(said: Said) -> list[Quantity]:
    """The spans of "a day", "one week", which are too common to be read as figures elsewhere."""
    lead, *units = _UNITS.get(said.lang, _UNITS["en"])
    found = []
    for unit, (value, base) in zip(units, _SPANS, strict=True):
        ending = r"\p{L}{0,5}" if said.lang == "hu" else r"n?(?!\p{L})"
        for match in _one(lead, unit, ending).finditer(said.text):
            rest = said.text[match.end() :]
            if not _OFTEN.search(said.text[: match.start()]) and not _AND_MORE.match(rest):
                span = Span(said.start + match.start(), said.start + match.end(), match.group())
                found.append(Quantity("duration", value, base, span))
    return found


@lru_cache(maxsize=64)
def _one(lead: str, unit: str, ending: str) -> regex.Pattern[str]:
    return regex.compile(rf"{lead}(?:{unit}){ending}", regex.IGNORECASE)
