"""What law demands of a post's label: dated rules as data, read from `law/*.toml` (pure).

In: what the record says of a post, the jurisdictions of a brand's policy, the day it goes out.
Out: the rules in force that it falls under, and what they demand. A folder of one's own may bring
newer files without a release (ABOVEBOARD_LAW): a file of the same name takes the place of ours.
Law only adds to a label. What the house says by itself is the least, whatever stands in a file.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, ValidationError

from aboveboard.brand.rules import Jurisdiction
from aboveboard.kernel.errors import Invalid

# What may be true of a post. `relationship`: somebody gave something for it; `reviewed`: a person
# approves it before it goes out, and somebody answers for it.
Fact = Literal["generated_media", "model_text", "relationship", "reviewed"]
# What a rule may want: said of pictures, said of words, said first that it is an advertisement,
# marked in the file itself.
Demand = Literal["say_media", "say_text", "open_with_ad", "mark_file"]
FACTS: tuple[Fact, ...] = get_args(Fact)


class Rule(BaseModel):
    """A duty: it applies `when` all these facts hold, `unless` one of those does.

    `applies_from` is the first day, `until` the last; `read_on` when it was last
    compared with a copy of `source` or with what others quote of it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str = Field(pattern=r"^[a-z][a-z0-9_.]{2,60}$")
    name: str = Field(min_length=3, max_length=200)
    applies_from: date
    until: date | None = None
    source: HttpUrl
    read_on: date
    when: tuple[Fact, ...] = Field(min_length=1)
    unless: tuple[Fact, ...] = ()
    demands: tuple[Demand, ...] = Field(min_length=1)
    says: str

    def holds_on(self, day: date) -> bool:
        return self.applies_from <= day and (self.until is None or day <= self.until)

    def covers(self, facts: frozenset[Fact]) -> bool:
        return facts.issuperset(self.when) and facts.isdisjoint(self.unless)


class Law(BaseModel):
    """The rules of one jurisdiction, as one file holds them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    jurisdiction: Jurisdiction
    title: str
    rule: tuple[Rule, ...]


@dataclass(frozen=True)
class Owed:
    """What law demands of a post, and by which rules."""

    demands: frozenset[Demand] = frozenset()
    rules: tuple[Rule, ...] = ()


@cache
def laws(folder: str = "") -> tuple[Law, ...]:
    """Ours, each in whose place a file of the same name in `folder` comes when there is one.

    Raises Invalid, naming the file, for one that cannot be read: a duty is never lost in silence.
    """
    found = {
        one.name: one.read_text(encoding="utf-8")
        for one in (files(__package__) / "law").iterdir()
        if one.name.endswith(".toml")
    }
    if folder:
        for path in sorted(Path(folder).glob("*.toml")):
            found[path.name] = path.read_text(encoding="utf-8")
    return tuple(_read(name, text) for name, text in sorted(found.items()))


def owed(
    facts: frozenset[Fact],
    jurisdictions: Iterable[str],
    day: date,
    *,
    of: Iterable[Law] | None = None,
) -> Owed:
    """The rules that hold for a post with these facts that goes out on this day."""
    chosen = frozenset(jurisdictions)
    rules = tuple(
        rule
        for law in (laws() if of is None else of)
        if law.jurisdiction in chosen
        for rule in law.rule
        if rule.holds_on(day) and rule.covers(facts)
    )
    return Owed(frozenset(demand for rule in rules for demand in rule.demands), rules)


def facts_of(*, model_share: int, generated_media: bool, relationship: str) -> frozenset[Fact]:
    """What is true of a post, for the rules. Whatever goes out has been approved by a person."""
    found: set[Fact] = {"reviewed"}
    if model_share:
        found.add("model_text")
    if generated_media:
        found.add("generated_media")
    if relationship != "none":
        found.add("relationship")
    return frozenset(found)


def _read(name: str, text: str) -> Law:
    try:
        return Law.model_validate(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise Invalid(
            f"The rules of law in {name} cannot be read: {str(error)[:300]}",
            mend="Mend the file, or take it away so that the built-in one holds.",
            code="law",
        ) from error
