"""Faults of grammar that are sure: words twice, phrases that writers in a second language confuse,
and in English what Harper's surest rules find.

By `text.correcting.surely`; of the other four languages doubled words and set phrases are seen, and
what `text.correcting.agreeing` has rules for. The editor proposes more.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.guards.spelling import remark
from aboveboard.check.rules import Case, Remark


@dataclass(frozen=True)
class _Grammar:
    code: str = "grammar"
    title: str = "Grammar"
    about: str = "Doubled words, commas, endings and mixed-up phrases."
    usual: tuple[Severity, ...] = (Severity.NOTE,)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        for one in case.faults():
            if one.kind not in ("spelling", "joined"):
                yield remark(self.code, one)


grammar = _Grammar()
