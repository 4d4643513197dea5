"""For how much of something a figure holds: "£15 a month", "havi 3000 Ft", "3 €/kg"."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import chain

import regex

from aboveboard.text.bound import holding
from aboveboard.text.compare import agrees
from aboveboard.text.found.names import fold
from aboveboard.text.knowledge import Index
from aboveboard.text.meaning.terms import Said
from aboveboard.text.quantity import Quantity
from aboveboard.text.spans import Span
from aboveboard.text.unsupported import Ungrounded, finding

# A figure for one of these is none for another of the same row; nights are days here.
_ROWS = (
    ("hour", "day", "week", "month", "year"),
    ("g", "kg", "deka", "pound"),
    ("l", "dl", "m3"),
    ("m", "km"),
    ("m2", "ft2"),
    ("person", "pair", "piece"),
)
_ROW = {unit: row for row in _ROWS for unit in row}
_LEADS = {
    "en": r"(?:an?|per|each|every|the)\s|/\s?",
    "nl": r"(?:per|elke?|iedere?|een|het|de|in de)\s|/\s?",
    "fr": r"(?:par|le|la|chaque|de l['’]|à la|au)\s|l['’]|/\s?",
    "de": r"(?:pro|je|im|in der|am|die|der|das|jeden?|jedes)\s|/\s?",
    "hu": r"(?:per|minden)\s|/\s?",
}
_UNITS = {
    "en": {
        "hour": "hours?|hr|h", "day": "days?|nights?", "week": "weeks?", "month": "months?",
        "year": "years?|annum", "kg": "kilos?|kg", "pound": "pound|lb", "l": "lit(?:re|er)|l",
        "m": "met(?:re|er)|m",
        "m2": "m²|m2|square met(?:re|er)", "ft2": "square foot|ft²|sq ?ft",
        "m3": "m³|m3|cubic met(?:re|er)", "km": "km|kilomet(?:re|er)", "person": "person|head",
        "pair": "pair", "piece": "piece|item",
    },
    "nl": {
        "hour": "uur|u", "day": "dag|nacht", "week": "week", "month": "maand", "year": "jaar",
        "kg": "kilo|kg", "pound": "pond", "l": "liter|l", "m": "meter|m", "km": "km|kilometer",
        "person": "persoon|hoofd", "pair": "paar", "piece": "stuk",
    },
    "fr": {
        "hour": "heure|h", "day": "jour|nuit|nuitée", "week": "semaine", "month": "mois",
        "year": "an|année", "kg": "kilo|kg", "pound": "livre", "l": "litre|l", "m": "mètre|m",
        "m2": "m²|m2|mètre carré", "m3": "m³|m3|mètre cube",
        "km": "km|kilomètre", "person": "personne|tête", "pair": "paire", "piece": "pièce",
    },
    "de": {
        "hour": "Stunde|Std|h", "day": "Tag|Nacht", "week": "Woche", "month": "Monat",
        "year": "Jahr", "kg": "Kilo|kg|Kilogramm", "pound": "Pfund", "l": "Liter|l",
        "m": "Meter|m", "m2": "m²|m2|Quadratmeter", "m3": "m³|m3|Kubikmeter",
        "km": "km|Kilometer", "person": "Person|Kopf", "pair": "Paar",
        "piece": "Stück",
    },
    "hu": {
        "hour": "óra|ó", "day": "nap|éj|éjszaka", "week": "hét", "month": "hó|hónap",
        "year": "év", "kg": "kg|kiló", "deka": "dkg|deka", "l": "l|liter", "m": "m|méter",
        "m2": "m²|m2|nm|négyzetméter", "m3": "m³|m3|köbméter",
        "km": "km", "person": "fő", "pair": "pár", "piece": "db|darab",
    },
}  # fmt: skip
# What says it in one word.
_WORDS = {
    "en": {"hour": "hourly", "day": "daily|nightly", "week": "weekly", "month": "monthly",
           "year": "yearly|annually"},
    "nl": {"day": "dagelijks", "week": "wekelijks", "month": "maandelijks", "year": "jaarlijks"},
    "fr": {"day": "par jour", "week": "hebdomadaires?", "month": r"mensuel\p{L}*",
           "year": r"annuel\p{L}*"},
    "de": {"hour": "stündlich", "day": "täglich", "week": "wöchentlich", "month": "monatlich",
           "year": "jährlich"},
    "hu": {"hour": "óránként|órája", "day": "naponta|éjszakánként|naponként", "week": "hetente",
           "month": "havonta|havonként|hónaponként", "year": "évente|évenként",
           "kg": "kilónként|kilója|kilogrammonként", "deka": "dekája|dekánként",
           "l": "literenként|literje", "m": "méterenként|métere", "km": "kilométerenként",
           "person": "fejenként|személyenként|főnként", "pair": "páronként|párja",
           "piece": "darabonként|darabja"},
}  # fmt: skip
_BEFORE = {
    "hu": {"hour": "óránkénti|óra", "day": "napi", "week": "heti", "month": "havi",
           "year": "évi|éves", **_WORDS["hu"]},
}  # fmt: skip


@cache
def _after(lang: str) -> regex.Pattern[str]:
    units = "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS[lang].items())
    words = "|".join(f"(?P<{unit}>{said})" for unit, said in _WORDS[lang].items())
    return regex.compile(
        rf"(?:\s(?:keer|times?|mal|fois|x|alkalommal|tonnes?|ton))?"
        rf"\s?(?:(?:{_LEADS[lang]})(?:{units})(?![\p{{L}}²³])|(?:{words})(?!\p{{L}}))",
        regex.IGNORECASE,
    )


@cache
def _ahead(lang: str) -> regex.Pattern[str] | None:
    if lang not in _BEFORE:
        return None
    words = "|".join(f"(?P<{unit}>{said})" for unit, said in _BEFORE[lang].items())
    return regex.compile(rf"(?<!\p{{L}})(?:{words})\s(?:csak\s|mindössze\s)?$", regex.IGNORECASE)


def rated(quantity: Quantity, text: str, start: int, lang: str) -> tuple[str, Quantity] | None:
    """Of how much of what the figure holds, with the words for it; `text` begins at `start`.

    None where nothing beside the figure tells.
    """
    a, b = quantity.span.start - start, quantity.span.end - start
    if match := _after(lang).match(text, b):
        b = match.end()
    elif (ahead := _ahead(lang)) and (match := ahead.search(text, max(0, a - 24), a)):
        a = match.start()
    else:
        return None
    unit = match.lastgroup or ""
    span = Span(start + a, start + b, text[a:b])
    return unit, replace(quantity, span=span)


def apiece(text: str, lang: str, counted: Iterable[str]) -> bool:
    """Whether a sentence says for each of something that is counted: "per performance"."""
    stems = {word[:_STEM] for word in counted if len(word) >= _STEM}
    said = chain(_each(lang).findall(text), _DISTRIBUTIVE.findall(text) if lang == "hu" else ())
    return any(fold(word)[:_STEM] in stems for word in said)


@cache
def _each(lang: str) -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?:{_LEADS[lang]})(\p{{L}}+)", regex.IGNORECASE)


_DISTRIBUTIVE = regex.compile(r"(\p{L}+)[oöe]nként")
_STEM = 5


def differ(one: str, other: str) -> bool:
    """Whether a figure for one of these units can't be meant for the other."""
    return one != other and other in _ROW[one]


def otherwise_rated(quantity: Quantity, said: Said, lang: str, index: Index) -> Ungrounded | None:
    """What is wrong with a figure that is known for another unit alone: a week, not a month."""
    if quantity.kind not in ("price", "number", "measure"):
        return None
    ours = rated(quantity, said.text, said.start, lang)
    if not ours:
        return None
    wrong = None
    for place in holding(index, quantity):
        fact = index.facts.all[place]
        for one in fact.stated:
            if one.kind != quantity.kind or not agrees(quantity, one):
                continue
            known = rated(one, fact.said.text, fact.said.start, fact.said.lang)
            if not known or not differ(ours[0], known[0]):
                return None
            other = (index.passages[fact.passage], known[1])
            wrong = finding(ours[1], other, altered=False)
    return wrong
