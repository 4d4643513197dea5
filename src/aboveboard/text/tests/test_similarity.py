"""Likeness by character trigrams."""

from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.similarity import closest, similarity


def test_likeness() -> None:
    assert similarity("Salt from the tide", "salt, from the TIDE!") == 1.0
    assert similarity("Salt from the tide", "xyz qqq") == 0.0
    near = similarity("We open at ten on Saturday", "We open at eleven on Saturday")
    far = similarity("We open at ten on Saturday", "Our tins are made of steel")
    assert near > 0.7 > 0.3 > far


def test_closest() -> None:
    others = ["our tins are steel", "we open on Saturday", "salt"]
    found = closest("open Saturday", others)
    assert found is not None
    assert found[0] == 1
    assert closest("x", []) is None


@given(st.text(), st.text())
def test_likeness_is_symmetric_and_bounded(a: str, b: str) -> None:
    assert 0.0 <= similarity(a, b) <= 1.0
    assert abs(similarity(a, b) - similarity(b, a)) < 1e-9
    assert similarity(a, a) > 0.999999
