"""Words in a picture that are hard to read on what lies behind them.

Source: WCAG 2.2, success criterion 1.4.3: a contrast of 4.5, and of 3 for large letters, which are
those of 24 CSS pixels, or of 18.66 in bold. A picture is taken to be as wide as a phone's screen,
360 CSS pixels, as networks show it. Letters that are smaller than 8 of them there are not judged:
most are on things in a photograph. Of larger ones on things a picture is spoken of once, and a
person leaves it. Only what is more than a tenth short is told, which is what
measuring small letters in a JPEG may err by. A job reads pictures once a text shows them; until
then, and where words cannot be found or measured, this says nothing, and nothing of videos. It may
speak of a logotype, which WCAG leaves out.

Measured on 249 lines of words, drawn in six sizes, four faces and colours by chance, kept as they
were or as a JPEG of quality 90, 75 or 60, and all of them found: half of the contrasts are off by
less than 1.1 %, 95 of 100 by less than 17 %, one by 30 % (thin letters of 7 px at quality 60).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aboveboard.brand.rules import Severity
from aboveboard.check.rules import Case, Evidence, Remark, which_of
from aboveboard.media.cards.contrast import LARGE, TEXT
from aboveboard.media.lettering import Line

_RULE = "WCAG 2.2, 1.4.3 Contrast (Minimum)"
_SHORT, _SMALLEST = 0.9, 8.0
_LARGE, _LARGE_BOLD = 24.0, 18.66
_MOST_WORDS, _BESIDES = 80, 3


@dataclass(frozen=True)
class _Contrast:
    code: str = "contrast"
    title: str = "Contrast of words in pictures"
    about: str = "Words in pictures that are hard to read on what lies behind them."
    usual: tuple[Severity, ...] = (Severity.NOTE, Severity.WARN)
    must: bool = False

    def look(self, case: Case) -> Iterator[Remark]:
        for number, file in enumerate(case.files, start=1):
            which = which_of(number, video=False, alone=len(case.files) == 1)
            short = [
                (one.contrast / _wanted(one), one.contrast, one)
                for one in file.lettering
                if one.contrast and one.size >= _SMALLEST and one.contrast < _wanted(one) * _SHORT
            ]
            short.sort(key=lambda one: one[0])
            if short:
                yield _remark(which, [(line, contrast) for _part, contrast, line in short])


def _wanted(line: Line) -> float:
    return LARGE if line.size >= (_LARGE_BOLD if line.bold else _LARGE) else TEXT


def _remark(which: str, short: Sequence[tuple[Line, float]]) -> Remark:
    """Of a picture, the worst line first."""
    (worst, contrast), *others = short
    some = [f"“{_words(line)}” ({ratio:.1f})" for line, ratio in others[:_BESIDES]]
    besides = ", ".join([*some, "…"] if len(others) > _BESIDES else some)
    return Remark(
        code=contrast_guard.code,
        start=0,
        end=0,
        severity=Severity.WARN if contrast < LARGE else Severity.NOTE,
        message=f"{which}: “{_words(worst)}” has a contrast of {contrast:.1f} to what lies behind "
        f"it; letters of this size need {_wanted(worst):g}. "
        + (f"Hard to read besides: {besides}. " if besides else "")
        + "Make them darker or lighter, or put a plain surface behind them. "
        "Words on things in a photograph may stay.",
        evidence=tuple(
            Evidence(
                "measured in the picture",
                f"{line.ink} on {line.ground}, letters of about {line.size:.0f} px on a phone",
            )
            for line, _ratio in short[: 1 + _BESIDES]
        ),
        rule=_RULE,
    )


def _words(line: Line) -> str:
    return line.words[:_MOST_WORDS]


contrast_guard = _Contrast()
