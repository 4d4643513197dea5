"""A link that did not answer when it was last asked, or is written so that it cannot.

The asking is a job of its own; a link that has not been asked yet is not remarked on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.text.counting import urls


@dataclass(frozen=True)
class _Link:
    code: str = "link"
    title: str = "Links"
    about: str = "Links that do not answer."
    usual: tuple[Severity, ...] = (Severity.WARN,)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        for url in urls(case.text):
            answer = case.answers.get(url.text)
            if answer and not answer.ok:
                yield Remark(
                    code=self.code,
                    start=url.start,
                    end=url.end,
                    severity=Severity.WARN,
                    message=f"This link did not answer as it should: {answer.why}",
                    evidence=(Evidence(source=url.text, text=answer.why),),
                    rule="Asked by the studio within the last hour",
                )


link = _Link()
