"""How often a guard is right on the set that was built with it."""

import json
from datetime import date
from importlib.resources import files

from aboveboard.check.batch import Text, read

DAY = date(2026, 12, 1)


def f1_of(guard: str, language: str) -> float:
    """F1 of a guard on its built set, 0 to 1."""
    table = files("aboveboard.check").joinpath("sets", "built", f"{guard}.{language}.jsonl")
    right = wrong = 0
    for line in table.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reading = read(Text.model_validate(row), today=DAY)
        fires = any(one.code == guard for one in reading.findings)
        right += fires and row["fires"]
        wrong += fires != row["fires"]
    return 2 * right / (2 * right + wrong)
