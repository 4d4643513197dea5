"""One line of what the doctor found."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["ok", "look", "mend"]
LEVELS: tuple[Level, ...] = ("ok", "look", "mend")


@dataclass(frozen=True)
class Line:
    """What was looked at, what was found, and what to do.

    ok: in order. look: it runs, but a person should know. mend: it cannot run like this.
    """

    level: Level
    what: str
    said: str
    mend: str = ""
