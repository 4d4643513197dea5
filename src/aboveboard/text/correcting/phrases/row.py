"""One row of the tables: a pattern, what to put there, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import regex

from aboveboard.text.correcting.correction import Sure, cased

_RISES = regex.compile(r"\^(\p{L})")


@dataclass(frozen=True)
class Row:
    """`pattern` matches whole words in any case.

    In `instead` \\1 is a group, ^ makes the next letter a capital, and {x} is what `turned` gives
    for the group named x.
    """

    pattern: str
    instead: str
    why: str
    sure: Sure = "sure"
    turned: Mapping[str, str] = field(default_factory=dict)

    def put(self, match: "regex.Match[str]") -> str:
        """What stands there instead, its first letter as it was."""
        said = self.instead
        if self.turned:
            said = said.replace("{x}", self.turned[match["x"].casefold()])
        said = _RISES.sub(lambda rise: rise[1].upper(), match.expand(said))
        return cased(said, match[0])


def turn(
    before: str, table: Mapping[str, str], why: str, after: str = "", sure: Sure = "sure"
) -> Row:
    """A row for words that each become another: `before` is a pattern without groups."""
    lead = f"({before}) " if before else ""
    words = "|".join(table)
    return Row(rf"{lead}(?P<x>{words}){after}", r"\1 {x}" if before else "{x}", why, sure, table)


def listed(words: str) -> str:
    """The words as one pattern."""
    return "|".join(words.split())
