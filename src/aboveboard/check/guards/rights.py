"""A picture that may not be used on the day it would go out, or whose people did not agree.

Source: what people told of its rights in the library; the day is that of the brand's own clock.
Consent of those shown: Regulation (EU) 2016/679 (GDPR), Art. 6(1)(a), and the right to one's image.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, File, Remark, which_of

_RULE = "What the library says of its rights"


@dataclass(frozen=True)
class _Rights:
    code: str = "rights"
    title: str = "Rights of pictures"
    about: str = "Pictures whose use has ended, or whose people did not agree."
    usual: tuple[Severity, ...] = (Severity.BLOCK,)
    must: bool = True

    def look(self, case: Case) -> Iterator[Remark]:
        for number, file in enumerate(case.files, start=1):
            which = which_of(number, video=file.is_video, alone=len(case.files) == 1)
            for message in _said(case, file, which):
                yield Remark(
                    code=self.code,
                    start=0,
                    end=0,
                    severity=Severity.BLOCK,
                    message=message,
                    rule=_RULE,
                )


def _said(case: Case, file: File, which: str) -> Iterator[str]:
    if file.may_use_until and case.day and case.day > file.may_use_until:
        yield (
            f"{which} may be used until {file.may_use_until:%d %B %Y}; "
            f"this would go out on {case.day:%d %B %Y}."
        )
    if file.consent == "missing":
        yield f"{which} shows people who have not agreed to it."
    if file.removed:
        yield f"{which} was removed from the library."


rights = _Rights()
