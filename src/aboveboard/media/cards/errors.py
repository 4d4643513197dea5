"""Errors of cards."""

from collections.abc import Sequence
from dataclasses import dataclass

from aboveboard.kernel.errors import Invalid, NotFound


class NotATemplate(Invalid):
    """A file is no template of a card that may be drawn."""


class NoSuchTemplate(NotFound):
    """There is no template of that name."""


@dataclass(frozen=True)
class Problem:
    """Why a card is not drawn as asked. `field` is the one to change, "" for the colours."""

    field: str
    message: str
    mend: str
    code: str


class NotDrawn(Invalid):
    """A card cannot be drawn from what was given; `problems` says all that is wrong."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        first = problems[0]
        super().__init__(first.message, mend=first.mend, code=first.code)
        self.problems = tuple(problems)
