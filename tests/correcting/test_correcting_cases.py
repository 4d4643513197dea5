"""Corrections on the sentences of docs/correcting.md."""

from pathlib import Path

import pytest

from aboveboard.text.correcting.tests.machine import if_there
from correcting_cases import Case, cases, judge
from correcting_page import correcting_page

CASES = list(cases())
PAGE = Path(__file__).resolve().parents[2] / "docs" / "correcting.md"


@pytest.mark.parametrize("case", [one for one in CASES if not one.words], ids=lambda one: one.text)
def test_nothing_is_said_of_what_is_right(case: Case) -> None:
    assert judge(case).alarms == ()


@pytest.mark.slow
@pytest.mark.hunspell
@if_there
def test_the_page_tells_what_is_so() -> None:
    assert PAGE.read_text(encoding="utf-8") == correcting_page()


def test_most_is_found_even_by_rules_alone() -> None:
    faults = [judge(case) for case in CASES if case.words]
    assert len(faults) >= 5 * 20
    assert sum(one.found for one in faults) >= 0.75 * len(faults)
