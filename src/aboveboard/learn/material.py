"""What ideas are put together from, as values: the sources, read in one go (pure)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from aboveboard.plan.observances import Day


@dataclass(frozen=True)
class Quote:
    """A passage of the knowledge. `group` is its source's id, `line` where it stands in it.

    `text` is as it stands; of a table's row, its values. `head` names it in few words.
    """

    text: str
    head: str
    where: str
    group: str
    line: int
    row: bool = False


@dataclass(frozen=True)
class Asked:
    """A question of the audience."""

    text: str
    place: str
    ref: str


@dataclass(frozen=True)
class Worked:
    """A post that did better than usual: `above` of `like` posts of its matter did."""

    title: str
    text: str
    ref: str
    above: int
    like: int
    channel: UUID | None


@dataclass(frozen=True)
class Aim:
    """A campaign. `goal` may be empty."""

    name: str
    goal: str
    ref: UUID
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True)
class Material:
    """All sources of one brand in one language, on one day."""

    language: str
    today: date
    quotes: Sequence[Quote] = ()
    days: Sequence[Day] = ()
    questions: Sequence[Asked] = ()
    worked: Sequence[Worked] = ()
    aims: Sequence[Aim] = ()
    # Only for this campaign; None for any.
    only: Aim | None = None
