"""A text laid out for the guard of pressure: sentences, phrases, numbers and what is on file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

import regex

from aboveboard.check.context import Context
from aboveboard.check.phrases import Phrases, phrases
from aboveboard.check.rules import Case, Evidence
from aboveboard.check.wording import QUOTED
from aboveboard.text.quantities import quantities
from aboveboard.text.quantity import numbers
from aboveboard.text.sentences import sentences
from aboveboard.text.spans import Span

GUARD = "manipulation"
# A denial reaches over one short word.
_BETWEEN = 5
# A year that stands alone.
YEAR = regex.compile(r"(?<![\d.,-])(?:19|20)\d\d(?![.,-]?\d)")
_MARK = regex.compile(r"[,;:.!?–—\n-]")


@dataclass(frozen=True)
class Said:
    """Pressure at `start` to `end`, the rule it breaks and what is on file about it."""

    start: int
    end: int
    message: str
    rule: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Reading:
    """One text with its language's phrases."""

    text: str
    language: str
    context: Context
    today: date | None
    own: Phrases

    @cached_property
    def parts(self) -> list[Span]:
        """Its sentences."""
        return sentences(self.text, self.language)

    @cached_property
    def civic(self) -> bool:
        """Whether it is of a charity, an authority or neighbours and sells nothing."""
        return self.has("civic") and not self.has("shop")

    def has(self, section: str, start: int = 0, end: int | None = None) -> bool:
        """Whether one of the section's phrases stands between two characters."""
        return self.own.has(section, self.text, start, end)

    def find(self, section: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
        """Where they stand and are not denied by the words just before."""
        for span in self.own.find(section, self.text, start, end):
            if not self._denied(span.start) and not self.told(span):
                yield span

    def told(self, span: Span) -> bool:
        """Whether the words are quoted from elsewhere and talked about ("that button")."""
        return any(
            one.start() <= span.start < one.end()
            and (self.has("told", 0, one.start()) or self.has("told", one.end()))
            for one in self._quotes
        )

    @cached_property
    def _quotes(self) -> list["regex.Match[str]"]:
        return list(QUOTED.finditer(self.text))

    def soothed(self, number: int) -> bool:
        """Whether a sentence or the one after it says that a no is all right."""
        return self.has("fine", self.parts[number].start, self.around(number)[1])

    def around(self, number: int) -> tuple[int, int]:
        """Where the sentence before begins and the one after ends."""
        last = len(self.parts) - 1
        return self.parts[max(0, number - 1)].start, self.parts[min(last, number + 1)].end

    def offers(self, number: int, *, on_file: bool) -> bool:
        """Whether something is on offer around a sentence; what is `on_file` surely is."""
        return on_file or self.has("offer", *self.around(number))

    def filed(self, section: str) -> Iterator[str]:
        """The entries on file that hold one of the section's words, here or in English."""
        return (one for one in self.context.evidence if self.has_filed(section, one))

    def has_filed(self, section: str, entry: str) -> bool:
        """Whether an entry holds one of the section's words, here or in English."""
        return self.own.has(section, entry) or phrases(GUARD, "en").has(section, entry)

    def numbers(self, text: str) -> list[Decimal]:
        """The numbers of some words, dates and times left out."""
        return _numbers(text, self.language)

    def counted(self, entry: str) -> list[Decimal]:
        """The numbers of an entry on file, written as here or as in English; years are none."""
        ways = dict.fromkeys((self.language, "en"))
        return [number for way in ways for number in _numbers(YEAR.sub(" ", entry), way)]

    def _denied(self, at: int) -> bool:
        """Whether a "no" or "never" stands before, at most one short word between."""
        return any(
            at - span.end <= _BETWEEN and not _MARK.search(self.text, span.end, at)
            for span in self.own.find("denied", self.text, max(0, at - 20), at)
        )


def reading_of(case: Case) -> Reading:
    """A case laid out for reading."""
    return Reading(
        text=case.text,
        language=case.language,
        context=case.context,
        today=case.today,
        own=phrases(GUARD, case.language),
    )


def _numbers(text: str, language: str) -> list[Decimal]:
    found = quantities(text, language)
    return numbers(one for one in found if one.kind in ("number", "percent", "measure", "price"))
