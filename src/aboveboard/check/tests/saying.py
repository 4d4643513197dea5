"""What a guard says of texts alone, and how often it is right on a set."""

from datetime import date
from typing import Any

from aboveboard.check.batch import Text, read
from aboveboard.check.measuring import judged, score
from aboveboard.check.rules import Remark

DAY = date(2026, 11, 25)


def says(code: str, text: str, language: str = "en", **context: Any) -> list[Remark]:
    """What the guard of this code says."""
    found = read(Text(text=text, lang=language, context=context), today=DAY).findings
    return [one for one in found if one.code == code]


def f1(code: str, language: str) -> float:
    """The F1 on the set that was there while the guard was built, 0 to 1."""
    reached = score(judged(code, language, "built"))
    assert reached.cases >= 40
    assert reached.f1
    return reached.f1.value
