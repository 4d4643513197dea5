"""Who may do something about it is told before a right ends, once for each end."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from tests.builders import make_asset, make_member
from tests.desk import Desk

from aboveboard.create import actions
from aboveboard.create.assets.ending import ending, tell_of_ending
from aboveboard.create.assets.rights import Rights
from aboveboard.create.models import Asset
from aboveboard.kernel import clock

pytestmark = pytest.mark.django_db

END = date(2026, 5, 31)


@pytest.fixture
def asset(desk: Desk) -> Asset:
    made = make_asset(desk.brand)
    (dated,) = actions.set_rights(desk.actor, [made.pk], Rights(until=END))
    return dated


def on(day: date) -> time_machine.travel:
    return time_machine.travel(f"{day}T10:00:00+00:00", tick=False)


def test_two_weeks_before_and_no_sooner(desk: Desk, asset: Asset) -> None:
    make_member(desk.house, "viewer")
    with on(END - timedelta(days=15)):
        assert (tell_of_ending(), list(ending(desk.brand))) == (0, [])
    with on(END - timedelta(days=14)):
        assert (tell_of_ending(), list(ending(desk.brand))) == (1, [asset])
        (letter,) = mail.outbox
        assert letter.to == [desk.house.owner.email]
        assert "salt.png: until 31 May 2026, in no post" in letter.body
        assert f"/assets/{asset.pk}/" in letter.body
        assert tell_of_ending() == 0
    # Another end is news again; one that is far is none.
    later = END + timedelta(days=90)
    actions.set_rights(desk.actor, [asset.pk], Rights(until=later))
    with on(END):
        assert (tell_of_ending(), list(ending(desk.brand))) == (0, [])
    with on(later):
        assert tell_of_ending() == 1
    assert len(mail.outbox) == 2


def test_what_has_ended_is_told_while_a_post_is_planned_with_it(desk: Desk, asset: Asset) -> None:
    with on(END + timedelta(days=3)):
        assert list(ending(desk.brand)) == []
        variant = desk.variant(at=clock.now() + timedelta(days=2))
        actions.set_pictures(desk.actor, variant.id, [(asset.pk, "Salt")])
        assert list(ending(desk.brand)) == [asset]
    with on(END + timedelta(days=30)):
        assert list(ending(desk.brand)) == []
