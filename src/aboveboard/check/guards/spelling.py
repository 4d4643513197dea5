"""Words with a common slip in them, by hunspell's dictionaries and Harper's.

Only what nobody would argue about (`text.correcting.surely`): names, compounds, words of the
brand's knowledge, handles, tags and links are no faults. The editor proposes more. Setup brings
the dictionaries; of German only a list of forms, with which half as much is found (F1 0.51 held
out) as with the system's package hunspell-de-de.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.text.correcting.correction import Correction

CODE = "spelling"


@dataclass(frozen=True)
class _Spelling:
    code: str = CODE
    title: str = "Spelling"
    about: str = "Words with a common slip in them."
    usual: tuple[Severity, ...] = (Severity.NOTE,)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        found = [one for one in case.faults() if one.kind == "spelling"]
        known = _known(case) if found else ""
        for one in found:
            if one.words.casefold() not in known:
                yield remark(self.code, one)


def remark(code: str, one: Correction) -> Remark:
    """A fault as a remark, with what could stand there."""
    instead = next(iter(one.instead), "").strip() or "…"
    return Remark(
        code=code,
        start=one.start,
        end=one.end,
        severity=Severity.NOTE,
        message=one.why,
        evidence=(Evidence(one.source, f"{one.words.strip()} → {instead}"),),
        rule="Spelling" if code == CODE else "Grammar",
    )


def _known(case: Case) -> str:
    """The brand's knowledge and its earlier texts, in which no word is a fault."""
    texts = (passage.source.text for passage in case.knowledge.passages)
    return "\n".join((*texts, *case.history)).casefold()


spelling = _Spelling()
