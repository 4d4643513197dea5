"""A picture without words for those who cannot see it, or with words that are none.

Source: WCAG 2.2, success criterion 1.1.1 and its failures F30 (a file's name, a placeholder: told
by `text.alternatives`) and F65 (no words); limits of alt text per network. Whether words tell what
can be seen only people can say.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Remark, which_of
from aboveboard.text.alternatives import no_alternative

_RULE = "WCAG 2.2, 1.1.1 Non-text content"
_SHOWN = 60


@dataclass(frozen=True)
class _AltText:
    code: str = "alt_text"
    title: str = "Words for pictures"
    about: str = "Pictures without words for those who cannot see them."
    usual: tuple[Severity, ...] = (Severity.BLOCK,)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        for number, picture in enumerate(case.content.pictures, start=1):
            alone = len(case.content.pictures) == 1
            which = which_of(number, video=picture.video, alone=alone)
            if not picture.alt.strip():
                yield _remark(f"{which} has no words for people who cannot see it.", _RULE)
            elif instead := no_alternative(picture.alt):
                shown = picture.alt.strip()[:_SHOWN]
                yield _remark(f"{which}: “{shown}” is {instead}. Say what can be seen.", _RULE)
            elif len(picture.alt) > case.limits.alt:
                yield _remark(
                    f"{which}: its words have {len(picture.alt):,} characters; "
                    f"{case.network_title} takes {case.limits.alt:,}.",
                    f"Limits of {case.network_title}",
                )


def _remark(message: str, rule: str) -> Remark:
    return Remark(
        code="alt_text", start=0, end=0, severity=Severity.BLOCK, message=message, rule=rule
    )


alt_text = _AltText()
