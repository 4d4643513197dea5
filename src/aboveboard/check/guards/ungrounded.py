"""A number, date, price, time, name or link that neither the brief nor the knowledge holds.

What a model wrote blocks; what a person wrote is remarked on, since people may know more
than the files do. Rule of the house (invariant: AI adds no facts).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.text.grounding import ungrounded as find


@dataclass(frozen=True)
class _Ungrounded:
    code: str = "ungrounded"
    title: str = "Facts nobody gave"
    must: bool = True

    def look(self, case: Case) -> Iterator[Remark]:
        for found in find(case.text, case.knowledge, case.language):
            start, end = found.span.start, found.span.end
            near = found.nearest
            yield Remark(
                code=self.code,
                start=start,
                end=end,
                severity=Severity.BLOCK if case.by_model(start, end) else Severity.WARN,
                message=found.why,
                evidence=(Evidence(near.source.where, near.source.text),) if near else (),
                rule="Facts come from the brief or the brand's knowledge",
            )


ungrounded = _Ungrounded()
