"""A text that is very hard to read, and letters that screen readers cannot say.

By the published formula of each language (`text.readability`), never on short texts, since it says
nothing of them. Letters from Unicode's mathematical and enclosed alphabets, used as a typeface, are
spelt out or skipped by screen readers (WCAG 2.2, 1.3.1: how it looks must not carry the words).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.text.readability import HARD, HARD_LIX, readability

CODE = "readability"
# Below so many words or sentences the formulas mean little (a house number).
_WORDS, _SENTENCES = 50, 2
_DRESSED = regex.compile(r"[\U0001D400-\U0001D7FF\u24B6-\u24E9\U0001F130-\U0001F189\uFF21-\uFF5A]"
                         r"(?:[ ]?[\U0001D400-\U0001D7FF\u24B6-\u24E9\U0001F130-\U0001F189"
                         r"\uFF21-\uFF5A]){2,}")  # fmt: skip


@dataclass(frozen=True)
class _Readability:
    code: str = CODE
    title: str = "Readability"
    about: str = "Very hard sentences, and letters that screen readers cannot say."
    usual: tuple[Severity, ...] = (Severity.NOTE, Severity.WARN)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        for match in _DRESSED.finditer(case.text):
            yield Remark(
                code=CODE,
                start=match.start(),
                end=match.end(),
                severity=Severity.WARN,
                message="Screen readers spell these letters out or skip them. Write plain ones.",
                rule="WCAG 2.2, 1.3.1 Info and Relationships",
            )
        if len(case.text) < _WORDS * 3:
            return
        found = readability(case.text, case.language)
        if not found or found.words < _WORDS or found.sentences < _SENTENCES or not found.hard:
            return
        limit = HARD if case.language != "hu" else HARD_LIX
        yield Remark(
            code=CODE,
            start=found.longest.start,
            end=found.longest.end,
            severity=Severity.NOTE,
            message="This text is very hard to read. Shorten its sentences, this one first, and "
            "take shorter words.",
            evidence=(
                Evidence(
                    found.formula,
                    f"{found.score:.0f}, hard from {limit:.0f} on; {found.words} words in "
                    f"{found.sentences} sentences, the longest of {found.longest_words}",
                ),
            ),
            rule=found.formula,
        )


readability_guard = _Readability()
