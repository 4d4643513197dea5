"""For how much of something a figure holds: "£15 a month", "havi 3000 Ft", "3 €/kg"."""

from collections.abc import Iterable, Mapping, Sequence
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
    ("hour", "half-day", "day", "week", "month", "quarter", "half-year", "year", "season", "stay"),
    ("g", "kg", "deka", "pound"),
    ("l", "dl", "m", "km", "yd", "ft", "m2", "ft2", "yd2", "m3"),
    ("person", "pair", "piece", "family", "room", "team"),
    # A child is a person, too.
    ("child", "family", "room", "team"),
)
_RIVALS = {
    unit: frozenset(other for row in _ROWS if unit in row for other in row) - {unit}
    for row in _ROWS
    for unit in row
}
_LEADS = {
    "en": r"(?:an?|per|each|every|the)\s|/\s?",
    "nl": r"(?:per|elke?|iedere?|een|het|de|in de)\s|/\s?",
    "fr": r"(?:par|le|la|chaque|de l['’]|à la|au)\s|l['’]|/\s?",
    "de": r"(?:pro|je|im|in der|am|die|der|das|jeden?|jedes)\s|/\s?",
    "hu": r"(?:per|minden)\s|/\s?",
}
# In a room one may also have breakfast: what these are told for is led by stricter words.
_WHOM = ("family", "child", "room", "team")
# The longer name of two that begin alike stands first.
_UNITS = {
    "en": {
        "half-day": "half[ -]day", "quarter": "quarter", "half-year": "half[ -]year",
        "season": "season", "stay": "stay|visit|trip",
        "hour": "hours?|hr|h", "day": "days?|nights?", "week": "weeks?", "month": "months?",
        "year": "years?|annum", "kg": "kilos?|kg", "pound": "pound|lb", "l": "lit(?:re|er)|l",
        "m2": "m²|m2|square met(?:re|er)", "ft2": "square foot|ft²|sq ?ft",
        "yd2": "square yard|yd²|sq ?yd", "m3": "m³|m3|cubic met(?:re|er)",
        "km": "km|kilomet(?:re|er)", "m": "met(?:re|er)|m", "yd": "yards?|yd", "ft": "foot|ft",
        "person": "person|head", "pair": "pair", "piece": "piece|item",
        "family": "family|household", "child": "child", "room": "room", "team": "team|group|boat",
    },
    "nl": {
        "half-day": "dagdeel|halve dag", "quarter": "kwartaal", "half-year": "half ?jaar",
        "season": "seizoen", "stay": "verblijf|keer|bezoek",
        "hour": "uur|u", "day": "dag|nacht", "week": "week", "month": "maand", "year": "jaar",
        "kg": "kilo|kg", "pound": "pond", "l": "liter|l", "m2": "m²|m2|vierkante meter",
        "m3": "m³|m3|kubieke meter|kuub", "km": "km|kilometer", "m": "meter|m",
        "person": "persoon|hoofd", "pair": "paar", "piece": "stuk",
        "family": "gezin|huishouden", "child": "kind", "room": "kamer", "team": "team|groep|boot",
    },
    "fr": {
        "half-day": "demi-journée", "quarter": "trimestre", "half-year": "semestre",
        "season": "saison", "stay": "séjour|visite",
        "hour": "heure|h", "day": "jour|nuit|nuitée", "week": "semaine", "month": "mois",
        "year": "an|année", "kg": "kilo|kg", "pound": "livre", "l": "litre|l",
        "m2": "m²|m2|mètre carré", "m3": "m³|m3|mètre cube", "km": "km|kilomètre",
        "m": "mètre(?! (?:carré|cube))|m", "person": "personne|tête", "pair": "paire",
        "piece": "pièce", "family": "famille|foyer", "child": "enfant", "room": "chambre",
        "team": "équipe|groupe|bateau",
    },
    "de": {
        "half-day": "halben? Tag", "quarter": "Quartal|Vierteljahr", "half-year": "Halbjahr",
        "season": "Saison", "stay": "Aufenthalt|Besuch",
        "hour": "Stunde|Std|h", "day": "Tag|Nacht", "week": "Woche", "month": "Monat",
        "year": "Jahr", "kg": "Kilo|kg|Kilogramm", "pound": "Pfund", "l": "Liter|l",
        "m2": "m²|m2|Quadratmeter", "m3": "m³|m3|Kubikmeter", "km": "km|Kilometer", "m": "Meter|m",
        "person": "Person|Kopf", "pair": "Paar", "piece": "Stück", "family": "Familie|Haushalt",
        "child": "Kind", "room": "Zimmer", "team": "Team|Gruppe|Mannschaft|Boot",
    },
    "hu": {
        "half-day": "félnap", "quarter": "negyedév", "half-year": "félév", "season": "idény|szezon",
        "hour": "óra|ó", "day": "nap|éj|éjszaka", "week": "hét", "month": "hó|hónap",
        "year": "év", "kg": "kg|kiló", "deka": "dkg|deka", "l": "l|liter",
        "m2": "m²|m2|nm|négyzetméter", "m3": "m³|m3|köbméter", "km": "km", "m": "m|méter",
        "person": "fő", "pair": "pár", "piece": "db|darab", "family": "család", "child": "gyerek",
        "room": "szoba", "team": "csapat|csoport|csónak",
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
           "piece": "darabonként|darabja", "family": "családonként", "child": "gyerekenként",
           "room": "szobánként", "team": "csapatonként|csoportonként|csónakonként",
           "quarter": "negyedévente", "half-year": "félévente", "season": "idényenként"},
}  # fmt: skip
# What stands before a figure that it tells of.
_BEFORE = {
    "hu": {"hour": "óránkénti|óra", "day": "napi", "week": "heti", "month": "havi",
           "quarter": "negyedévi|negyedéves", "half-year": "félévi|féléves", "year": "évi|éves"},
}  # fmt: skip
# One of something whose price a sentence tells, wherever it stands; a time may be told of what is
# done ("three times a week"), so it counts only where that can't be.
_ONE = {
    "en": "an?|per|each|every|one", "nl": "per|elke?|iedere?|een|één|in de|het|de",
    "fr": "par|chaque|une?|le|la", "de": "pro|je|im|in der|jede[nrs]?|eine?|das|der",
    "hu": "minden|egy|egész",
}  # fmt: skip
_EACH = {
    "en": r"(?:per|each|every)\s|/\s?", "nl": r"(?:per|elke?|iedere?)\s|/\s?",
    "fr": r"(?:par|chaque)\s|/\s?", "de": r"(?:pro|je|jede[nrs]?)\s|/\s?",
    "hu": r"(?:per|minden)\s|/\s?",
}  # fmt: skip
_TIMES = regex.compile(
    r"(?:\b(?:once|twice|times|mal|keer|fois|x|alkalommal)|mal|szer|szor|ször)\s$", regex.IGNORECASE
)
_NET = r"(?:\s(?:HT|TTC|netto|brutto|net|gross|btw|inbegrepen|(?:in|ex)cl?\.? ?(?:btw|VAT)))?"
_AND = {"en": "and", "nl": "en", "fr": "et", "de": "und", "hu": "és"}
# So many units a figure may be for.
_UNITS_OF_ONE = 3


def _named(words: Mapping[str, str]) -> str:
    """Each unit's words as a group of its name."""
    return "|".join(f"(?P<{unit.replace('-', '_')}>{said})" for unit, said in words.items())


def _told(lang: str, leads: str) -> str:
    """One of a unit with what leads to it."""
    units = {unit: said for unit, said in _UNITS[lang].items() if unit not in _WHOM}
    whom = {unit: _UNITS[lang][unit] for unit in _WHOM}
    return rf"(?:(?:{leads})(?:{_named(units)})|(?:{_EACH[lang]})(?:{_named(whom)}))(?![\p{{L}}²³])"


@cache
def _after(lang: str) -> regex.Pattern[str]:
    leads = rf"{_LEADS[lang]}|{_AND[lang]}\s(?:par\s)?"
    return regex.compile(
        rf"(?:\s(?:keer|times?|mal|fois|x|alkalommal|tonnes?|ton))?{_NET}"
        rf"\s?(?:{_told(lang, leads)}|(?:{_named(_WORDS[lang])})(?!\p{{L}}))",
        regex.IGNORECASE,
    )


@cache
def _unknown(lang: str) -> regex.Pattern[str]:
    """For each of something that no row has: "per hond"."""
    return regex.compile(rf"\s?(?:{_LEADS[lang]})\p{{L}}+", regex.IGNORECASE)


@cache
def _ahead(lang: str) -> regex.Pattern[str] | None:
    if lang not in _BEFORE:
        return None
    words = f"{_named(_BEFORE[lang])}|{_named(_WORDS[lang])}"
    return regex.compile(rf"(?<!\p{{L}})(?:{words})\s(?:csak\s|mindössze\s)?$", regex.IGNORECASE)


@cache
def _one(lang: str) -> regex.Pattern[str]:
    """One of something, anywhere in a sentence: "a yard of our linen", "im Monat"."""
    leads = rf"(?:{_ONE[lang]})\s"
    return regex.compile(rf"(?<!\p{{L}}){_told(lang, leads)}", regex.IGNORECASE)


def _unit(match: regex.Match[str]) -> str:
    return (match.lastgroup or "").replace("_", "-")


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
    span = Span(start + a, start + b, text[a:b])
    return _unit(match), replace(quantity, span=span)


def _units(quantity: Quantity, text: str, start: int, lang: str) -> frozenset[str]:
    """All units that a figure is for: "€3 per dog per night"."""
    found = set()
    at = quantity.span.end - start
    for _ in range(_UNITS_OF_ONE):
        if match := _after(lang).match(text, at):
            found.add(_unit(match))
        elif not (match := _unknown(lang).match(text, at)):
            break
        at = match.end()
    if not found and (beside := rated(quantity, text, start, lang)):
        found.add(beside[0])
    return frozenset(found)


def _told_apart(said: Said, lang: str) -> regex.Match[str] | None:
    """The one thing whose price a sentence tells that has one figure."""
    found = [
        one for one in _one(lang).finditer(said.text) if not _TIMES.search(said.text[: one.start()])
    ]
    return found[0] if len(found) == 1 else None


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


def differ(ours: frozenset[str], known: frozenset[str]) -> bool:
    """Whether a figure for these units can't be meant for those."""
    return any(_RIVALS[unit] & known and not _RIVALS[unit] & known & ours for unit in ours - known)


def otherwise_rated(
    quantity: Quantity, said: Said, stated: Sequence[Quantity], lang: str, index: Index
) -> Ungrounded | None:
    """What is wrong with a figure that is known for another unit alone: a week, not a month."""
    if quantity.kind not in ("price", "number", "measure"):
        return None
    ours = _units(quantity, said.text, said.start, lang)
    told = quantity
    if beside := rated(quantity, said.text, said.start, lang):
        told = beside[1]
    elif not ours and quantity.kind == "price" and _alone(quantity, stated):
        match = _told_apart(said, lang)
        if match:
            ours = frozenset({_unit(match)})
    if not ours:
        return None
    wrong = None
    for place in holding(index, quantity):
        fact = index.facts.all[place]
        for one in fact.stated:
            if one.kind != quantity.kind or not agrees(quantity, one):
                continue
            known = _units(one, fact.said.text, fact.said.start, fact.said.lang)
            if not differ(ours, known):
                return None
            beside = rated(one, fact.said.text, fact.said.start, fact.said.lang)
            other = (index.passages[fact.passage], beside[1] if beside else one)
            wrong = finding(told, other, altered=False)
    return wrong


def _alone(quantity: Quantity, stated: Sequence[Quantity]) -> bool:
    """Whether it is the only figure of a sentence."""
    return all(q is quantity or q.kind in ("name", "negation") for q in stated)
