"""What a guard says of texts alone, and how often it is right on a set."""

import json
from datetime import date
from importlib.resources import files
from typing import Any

from aboveboard.check.batch import Text, read
from aboveboard.check.rules import Remark

DAY = date(2026, 11, 25)


def says(code: str, text: str, language: str = "en", **context: Any) -> list[Remark]:
    """What the guard of this code says."""
    found = read(Text(text=text, lang=language, context=context), today=DAY).findings  # type: ignore[arg-type]
    return [one for one in found if one.code == code]


def f1(code: str, language: str) -> float:
    """The F1 on the set that was there while the guard was built."""
    file = files("aboveboard.check").joinpath("sets", "built", f"{code}.{language}.jsonl")
    cases = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(cases) >= 40
    hit = wrong = 0
    for case in cases:
        said = bool(says(code, case["text"], language, **case.get("context") or {}))
        hit += said and case["fires"]
        wrong += said != case["fires"]
    return 2 * hit / (2 * hit + wrong)
