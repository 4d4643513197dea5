"""A link that did not answer when it was last asked, or is written so that it cannot.

What is wrong in writing is told by `text.addresses`: an address that was never filled in, that is
cut off or stuck to a word, that only answers at home. The asking is a job of its own; a link that
has not been asked yet is not remarked on.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.text.addresses import miswritten
from aboveboard.text.counting import urls


@dataclass(frozen=True)
class _Link:
    code: str = "link"
    title: str = "Links"
    about: str = "Links that do not answer, or cannot as they are written."
    usual: tuple[Severity, ...] = (Severity.NOTE, Severity.WARN)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        wrong = miswritten(case.text)
        for one in wrong:
            yield Remark(
                code=self.code,
                start=one.span.start,
                end=one.span.end,
                severity=Severity.NOTE if one.perhaps else Severity.WARN,
                message=one.why,
                rule="How web addresses are written (RFC 3986)",
            )
        for url in urls(case.text):
            if any(one.span.overlaps(url) for one in wrong):
                continue
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
