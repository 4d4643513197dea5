"""The label that is owed does not reach the reader whole.

The words of a label are put there by the studio. What can go wrong is that they are typed by
hand too (and then say something else), or that the text leaves no room for them.
Source: `disclose.rules`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Evidence, Remark

_CLAIM = re.compile(
    r"\b(?:made|written|created) (?:by|with) (?:humans?|people|AI)\b|\bno AI\b|\b100 ?% human\b"
    r"|\b(?:gemaakt|geschreven) (?:met|door) (?:AI|mensen)\b|\bzonder AI\b"
    r"|\b(?:mit KI erstellt|von Menschen geschrieben|ohne KI)\b"
    r"|\b(?:créé|écrit) (?:avec une IA|par des humains|sans IA)\b|\bsans IA\b"
    r"|\b(?:MI-vel készült|MI nélkül|emberek írták)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Label:
    code: str = "label"
    title: str = "Label"
    must: bool = True

    def look(self, case: Case) -> Iterator[Remark]:
        label = case.content.label
        shown = bool(case.content.native) or label.text in case.content.parts[0]
        if label.ai and not shown:
            yield self._remark(
                0, 0, "The label does not stand on the post.", Severity.BLOCK, label.text
            )
        for match in _CLAIM.finditer(case.text):
            yield self._remark(
                match.start(),
                match.end(),
                "These words say who made the text. The label says that, from the record; "
                "typed by hand they may be wrong tomorrow.",
                Severity.BLOCK if label.ai and "AI" not in match.group().upper() else Severity.WARN,
                label.text or "No label is owed: people wrote this.",
            )

    def _remark(self, start: int, end: int, message: str, severity: Severity, label: str) -> Remark:
        return Remark(
            code=self.code,
            start=start,
            end=end,
            severity=severity,
            message=message,
            evidence=(Evidence(source="the record", text=label),),
            rule="EU AI Act (2024/1689), Art. 50(4), and the brand's policy",
        )


label = _Label()
