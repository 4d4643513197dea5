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

# Words of a label of one's own. Those that say that no AI was at it are worse than wrong where a
# label is owed.
_BY_AI = re.compile(
    r"\b(?:made|written|created) (?:by|with) AI\b"
    r"|\b(?:gemaakt|geschreven) (?:met|door) AI\b"
    r"|\b(?:mit|von) (?:einer )?KI (?:erstellt|geschrieben|gemacht)\b"
    r"|\b(?:créé|écrit|fait)e?s? (?:avec|par) (?:une |l[’'])?IA\b"
    r"|\bMI-vel (?:készült|írták)\b",
    re.IGNORECASE,
)
_BY_PEOPLE = re.compile(
    r"\b(?:made|written|created) (?:by (?:humans?|people|hand, not AI)|without AI)\b"
    r"|\bno AI\b|\b100 ?% human\b"
    r"|\b(?:gemaakt|geschreven) (?:door mensen|zonder AI)\b|\bdoor mensen (?:gemaakt|geschreven)\b"
    r"|\bzonder AI\b"
    r"|\bvon Menschen (?:geschrieben|gemacht|erstellt)\b|\bohne KI\b"
    r"|\b(?:créé|écrit|fait)e?s? (?:par des (?:humains|personnes)|sans IA)\b|\bsans IA\b"
    r"|\bMI nélkül\b|\bemberek írták\b|\bemberi kéz írta\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Label:
    code: str = "label"
    title: str = "Label"
    about: str = "A label that is owed and does not reach the reader whole."
    usual: tuple[Severity, ...] = (Severity.WARN, Severity.BLOCK)
    must: bool = True

    def look(self, case: Case) -> Iterator[Remark]:
        label = case.content.label
        shown = any(case.content.native.values()) or label.text in case.content.parts[0]
        if label.ai and not shown:
            yield self._remark(
                0, 0, "The label does not stand on the post.", Severity.BLOCK, label.text
            )
        found = [(match, False) for match in _BY_AI.finditer(case.text)]
        found += [(match, True) for match in _BY_PEOPLE.finditer(case.text)]
        for match, denies in sorted(found, key=lambda pair: pair[0].start()):
            yield self._remark(
                match.start(),
                match.end(),
                "These words say who made the text. The label says that, from the record; "
                "typed by hand they may be wrong tomorrow.",
                Severity.BLOCK if label.ai and denies else Severity.WARN,
                label.text or "No label is owed.",
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
