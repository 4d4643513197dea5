"""The rules of publishing, and that the database knows the same table of moves."""

from itertools import product
from uuid import UUID

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.publish import rules
from aboveboard.publish.models import State


@pytest.mark.django_db
def test_the_database_knows_the_same_moves() -> None:
    with connection.cursor() as cursor:
        for before, after in product(State.values, repeat=2):
            cursor.execute("SELECT publish_moves(%s, %s)", [before, after])
            row = cursor.fetchone()
            assert row
            assert row[0] == (before == after or (before, after) in rules.MOVES), (before, after)


def test_sent_is_the_end() -> None:
    assert not [move for move in rules.MOVES if move[0] == "sent"]


def test_what_is_refused_unsettled_or_held_goes_out_only_through_waiting() -> None:
    assert [before for before, after in rules.MOVES if after == "sending"] == ["waiting"]


@given(
    tries=st.integers(0, 10_000),
    first=st.floats(0.01, 60),
    most=st.floats(60, 3600),
    spread=st.floats(0, 1),
)
def test_waits_grow_and_are_bounded(tries: int, first: float, most: float, spread: float) -> None:
    wait = rules.backoff(tries, first=first, most=most, spread=spread)
    assert first <= wait <= most * 1.25
    longer = rules.backoff(tries + 1, first=first, most=most, spread=spread)
    assert longer >= wait


@given(delivery=st.uuids(), part=st.integers(0, 100), other=st.integers(0, 100))
def test_a_part_keeps_its_key_and_shares_it_with_none(
    delivery: UUID, part: int, other: int
) -> None:
    assert rules.part_key(delivery, part) == rules.part_key(delivery, part)
    assert (rules.part_key(delivery, part) == rules.part_key(delivery, other)) == (part == other)


def test_absence_is_believed_after_two_looks_or_one_where_a_repeat_is_harmless() -> None:
    assert not rules.is_absent(absent=1, own_id=False)
    assert rules.is_absent(absent=2, own_id=False)
    assert rules.is_absent(absent=1, own_id=True)
    assert not rules.is_absent(absent=0, own_id=True)
