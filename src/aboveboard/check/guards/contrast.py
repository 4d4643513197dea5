"""Words in a picture that are hard to read on what lies behind them.

Source: WCAG 2.2, success criterion 1.4.3: a contrast of 4.5, and of 3 for large letters, which are
those of 24 CSS pixels, or of 18.66 in bold. A picture is taken to be as wide as a phone's screen,
360 CSS pixels, as networks show it. Letters that are smaller than 8 of them there are not judged:
most are on things in a photograph. Only what is more than a tenth short is told, which is what
measuring small letters in a JPEG may err by. A job reads pictures once a text shows them; until
then, and where words cannot be found or measured, this says nothing, and nothing of videos. It may
speak of a logotype, which WCAG leaves out.

Measured on 249 lines of words, drawn in six sizes, four faces and colours by chance, kept as they
were or as a JPEG of quality 90, 75 or 60, and all of them found: half of the contrasts are off by
less than 1.1 %, 95 of 100 by less than 17 %, one by 30 % (thin letters of 7 px at quality 60).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Evidence, Remark
from aboveboard.media.cards.contrast import LARGE, TEXT
from aboveboard.media.lettering import Line

_RULE = "WCAG 2.2, 1.4.3 Contrast (Minimum)"
_SHORT, _SMALLEST = 0.9, 8.0
_LARGE, _LARGE_BOLD = 24.0, 18.66
_MOST_WORDS = 80


@dataclass(frozen=True)
class _Contrast:
    code: str = "contrast"
    title: str = "Contrast of words in pictures"
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        for number, file in enumerate(case.files, start=1):
            which = "The picture" if len(case.files) == 1 else f"Picture {number}"
            for line in file.lettering:
                wanted = _wanted(line)
                if line.contrast is None or line.size < _SMALLEST:
                    continue
                if line.contrast < wanted * _SHORT:
                    yield _remark(self.code, which, line, line.contrast, wanted)


def _wanted(line: Line) -> float:
    return LARGE if line.size >= (_LARGE_BOLD if line.bold else _LARGE) else TEXT


def _remark(code: str, which: str, line: Line, contrast: float, wanted: float) -> Remark:
    words = line.words[:_MOST_WORDS]
    return Remark(
        code=code,
        start=0,
        end=0,
        severity=Severity.WARN if contrast < LARGE else Severity.NOTE,
        message=f"{which}: “{words}” has a contrast of {contrast:.1f} to what lies behind it; "
        f"letters of this size need {wanted:g}. "
        "Make the letters darker or lighter, or put a plain surface behind them.",
        evidence=(
            Evidence(
                "measured in the picture",
                f"{line.ink} on {line.ground}, letters of about {line.size:.0f} px on a phone",
            ),
        ),
        rule=_RULE,
    )


contrast = _Contrast()
