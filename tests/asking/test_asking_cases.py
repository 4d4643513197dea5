"""Questions to the knowledge, as docs/asking.md tells them."""

from pathlib import Path

from asking_cases import cases, judge, library
from correcting_page import asking_page

PAGE = Path(__file__).resolve().parents[2] / "docs" / "asking.md"


def test_the_page_tells_what_is_so() -> None:
    assert PAGE.read_text(encoding="utf-8") == asking_page()


def test_most_are_answered_and_few_are_invented() -> None:
    asked = library()
    verdicts = [judge(case, asked) for case in cases()]
    assert sum(one in ("missed", "wrong") for one in verdicts) <= 0.05 * len(verdicts)
