"""What a reader of one's text says: these characters, put that there, for this reason."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Sure = Literal["sure", "likely", "perhaps"]
_ORDER: dict[str, int] = {"sure": 0, "likely": 1, "perhaps": 2}


@dataclass(frozen=True, slots=True)
class Correction:
    """`text[start:end]` is `words`; any of `instead`, the best first, could stand there.

    `kind` is the same for the same sort of fault, `why` a sentence in English, `said` what else
    the source says of it in its own words. `instead` may be empty: then nobody knows a better word.
    """

    start: int
    end: int
    words: str
    instead: tuple[str, ...]
    kind: str
    why: str
    source: str
    sure: Sure
    said: str = ""

    def overlaps(self, other: "Correction") -> bool:
        return self.start < other.end and other.start < self.end


def cased(instead: str, said: str) -> str:
    """The words that are put in, with a capital where those that they replace have one."""
    return instead[:1].upper() + instead[1:] if said[:1].isupper() else instead


def apart_from_each_other(found: Iterable[Correction]) -> list[Correction]:
    """In the order of the text, none touching another: the surer ones, then those that came first.

    One that only inserts sits between two characters and gives way to what covers them.
    """
    kept: list[Correction] = []
    for one in sorted(found, key=lambda item: _ORDER[item.sure]):
        if not any(one.overlaps(other) or one.start == other.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda item: (item.start, item.end))


def taken(text: str, corrections: Iterable[Correction]) -> str:
    """The text with the best of each put in; they must not touch each other."""
    for one in sorted(corrections, key=lambda item: -item.start):
        if one.instead:
            text = text[: one.start] + one.instead[0] + text[one.end :]
    return text
