"""The calendar of observances as values: which days it holds, and on which date each falls (pure).

In: observances.toml and topics.toml beside this file. Out: `Observance`s, and `Day`s of a span.
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from aboveboard.text.found.names import fold
from aboveboard.text.languages import LANGUAGES

Country = Literal["AT", "BE", "CH", "DE", "FR", "GB", "HU", "NL", "US"]
Kind = Literal["world", "holiday", "trade", "season", "custom", "own"]
# Days from Easter Sunday to Pentecost.
_PENTECOST = 49
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FIXED = re.compile(r"(\d\d)-(\d\d)")
_FROM = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)>=(\d\d)-(\d\d)")
_EASTER = re.compile(r"easter([+-]\d+)")
# A shorter word is met whole only, so that “tea” is not found in “team”.
_SHORT = 4
_WORD = re.compile(r"[^\W\d_]+")
# The country whose days a brand has from the beginning, by its time zone (IANA).
_ZONES: dict[str, Country] = {
    "Europe/Vienna": "AT", "Europe/Brussels": "BE", "Europe/Zurich": "CH", "Europe/Berlin": "DE",
    "Europe/Paris": "FR", "Europe/London": "GB", "Europe/Budapest": "HU", "Europe/Amsterdam": "NL",
    "America/New_York": "US", "America/Chicago": "US", "America/Denver": "US",
    "America/Los_Angeles": "US", "America/Phoenix": "US", "America/Detroit": "US",
    "America/Anchorage": "US", "Pacific/Honolulu": "US", "Europe/Busingen": "DE",
}  # fmt: skip


class Observance(BaseModel):
    """One day of every year. See observances.toml for what the fields say."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    key: str
    when: str = Field(
        pattern=r"^(?:\d\d-\d\d|(?:mon|tue|wed|thu|fri|sat|sun)>=\d\d-\d\d|easter[+-]\d+)$"
    )
    kind: Kind
    names: Annotated[tuple[str, ...], Field(min_length=5, max_length=5)]
    countries: tuple[Country, ...] = ()
    quiet: bool = False
    unless: Literal["", "sunday-1", "pentecost"] = Field(default="", alias="except")
    topics: tuple[str, ...] = ()
    source: str = ""
    year: int | None = None

    def name(self, language: str) -> str:
        return self.names[LANGUAGES.index(language)]

    def on(self, year: int) -> date | None:
        """Its date in a year; None for one that comes but once, in another year."""
        if self.year is not None and self.year != year:
            return None
        day = _day(self.when, year)
        if day and self.unless == "sunday-1" and day.weekday() == 6:
            return day - timedelta(days=1)
        if day and self.unless == "pentecost" and day == easter(year) + timedelta(days=_PENTECOST):
            return day + timedelta(days=7)
        return day

    def concern(self, text: str, language: str) -> int:
        """How much a text is about its topics: 2 for the first word of one, 1 for another, 0."""
        spoken = {fold(word) for word in _WORD.findall(text)}
        begins = [(n, start) for t in self.topics for n, start in enumerate(topics()[t][language])]
        met = [n for n, start in begins if any(_meets(word, start) for word in spoken)]
        return 0 if not met else 1 + (min(met) == 0)


@dataclass(frozen=True)
class Day:
    """An observance with the date on which it falls."""

    date: date
    observance: Observance


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@cache
def observances() -> tuple[Observance, ...]:
    """Every observance, in the order of the file."""
    rows = tomllib.loads((files(__package__) / "observances.toml").read_text("utf-8"))
    return tuple(Observance.model_validate({"key": key, **row}) for key, row in rows.items())


@cache
def topics() -> dict[str, dict[str, tuple[str, ...]]]:
    """Topic -> language -> beginnings of words, without accents and capitals."""
    rows = tomllib.loads((files(__package__) / "topics.toml").read_text("utf-8"))
    return {
        topic: {language: tuple(map(fold, said.split())) for language, said in row.items()}
        for topic, row in rows.items()
    }


def usual(zone: str) -> frozenset[str]:
    """The keys that a brand of this time zone has switched on from the beginning."""
    country = _ZONES.get(zone)
    return frozenset(
        one.key for one in observances() if not one.countries or country in one.countries
    )


def between(found: Iterable[Observance], start: date, end: date) -> list[Day]:
    """The days of these observances from `start` to `end`, both included, in order."""
    days = [
        Day(day, one)
        for one in found
        for year in range(start.year, end.year + 1)
        if (day := one.on(year)) and start <= day <= end
    ]
    return sorted(days, key=lambda one: (one.date, one.observance.key))


def _day(when: str, year: int) -> date | None:
    if match := _EASTER.fullmatch(when):
        return easter(year) + timedelta(days=int(match[1]))
    if match := _FROM.fullmatch(when):
        first = date(year, int(match[2]), int(match[3]))
        return first + timedelta(days=(_WEEKDAYS.index(match[1]) - first.weekday()) % 7)
    match = _FIXED.fullmatch(when)
    try:
        return date(year, int(match[1]), int(match[2])) if match else None
    except ValueError:
        return None  # 29 February in a common year


def _meets(word: str, begins: str) -> bool:
    return word == begins or (len(begins) >= _SHORT and word.startswith(begins))
