"""Who is asked, who stands in, and what may go where (pure rules)."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.ai.errors import (
    AIError,
    BadAnswer,
    Cancelled,
    NotConfigured,
    RefusedByProvider,
    TooSlow,
    Unreachable,
)
from aboveboard.create.calls.choosing import in_order, is_near, stands_in


def refused(reason: str) -> RefusedByProvider:
    return RefusedByProvider("No.", mend="", reason=reason)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("error", "does"),
    [
        (refused("key"), True),
        (refused("quota"), True),
        (refused("server"), True),
        (refused("model"), True),
        (NotConfigured("No."), True),
        (Unreachable("No.", sent=False), True),
        (Unreachable("No.", sent=True), False),
        (refused("content"), False),
        (refused("request"), False),
        (TooSlow("No."), False),
        (BadAnswer("No."), False),
        (Cancelled("No."), False),
    ],
)
def test_who_stands_in(error: AIError, does: bool) -> None:
    assert stands_in(error) is does


ids = st.lists(st.uuids(), min_size=1, max_size=5, unique=True)


@given(ids, st.data())
def test_the_order_asks_each_once_and_nobody_else(known: list[UUID], data: st.DataObject) -> None:
    wanted = data.draw(st.lists(st.sampled_from(known) | st.uuids(), unique=True, max_size=5))
    first = data.draw(st.sampled_from(known) | st.none())
    order = in_order(known, {"draft": [str(one) for one in wanted]}, "draft", first)
    assert len(order) == len(set(order)) > 0
    assert set(order) <= set(known)
    if first:
        assert order[0] == first
    there = [one for one in wanted if one in known]
    assert [one for one in order if one != first] == [one for one in there or known if one != first]


def test_a_task_without_an_order_is_for_all() -> None:
    known = [uuid4(), uuid4()]
    assert in_order(known, {"reply": [str(known[1])]}, "draft", None) == known
    assert in_order(known, {"reply": [str(known[1])]}, "reply", None) == known[1:]


@pytest.mark.parametrize(
    ("url", "near"),
    [
        ("http://127.0.0.1:11434/v1", True),
        ("http://localhost:1234/v1", True),
        ("http://[::1]:8080/v1", True),
        ("http://192.168.1.4/v1", True),
        ("https://models.house:8000/v1", True),
        ("https://models.house:9000/v1", False),
        ("https://api.openai.com/v1", False),
        ("http://8.8.8.8/v1", False),
        ("https://localhost.example.org/v1", False),
        ("https://127.0.0.1.example.org/v1", False),
    ],
)
def test_what_is_near(url: str, near: bool) -> None:
    assert is_near(url, frozenset({"models.house:8000"})) is near
