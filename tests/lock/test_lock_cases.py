"""The fact lock on cases that were made up without looking at it: see docs/fact-lock.md."""

from collections import Counter

import pytest

from aboveboard.text.languages import LANGUAGES
from lock_cases import Case, cases, judge

# `make check` holds docs/fact-lock.md to all of them at once.
pytestmark = pytest.mark.slow
CASES = list(cases())


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case.lang}-{place}" for place, case in enumerate(CASES)]
)
def test_each_case(case: Case) -> None:
    verdict = judge(case)
    if case.known:
        assert not verdict.is_right, "it gets this one right by now: take out `known`"
    else:
        assert (verdict.let_through, verdict.alarms) == ((), ())


def test_there_are_enough_of_each() -> None:
    assert len(CASES) >= 500
    for lang in LANGUAGES:
        mine = [case for case in CASES if case.lang == lang]
        assert min(Counter(bool(case.wrong) for case in mine).values()) >= 25
        assert any(case.is_translation for case in mine)


def test_most_are_judged_rightly() -> None:
    assert sum(case.known for case in CASES) <= len(CASES) // 20
