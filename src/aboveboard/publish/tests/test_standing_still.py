"""Sending that stands still: spent budgets, and a pause that takes effect within a second."""

from datetime import timedelta

import pytest
from tests.builders import House, make_approved, make_brand, make_channel, make_many_approved
from tests.servers.fixtures import LoopbackMastodon

from aboveboard.brand.models import Brand, Channel
from aboveboard.kernel import clock
from aboveboard.ledger.models import Entry
from aboveboard.publish import actions, queries
from aboveboard.publish.actions import Overdue
from aboveboard.publish.models import Connection, Delivery
from aboveboard.publish.pausing import SPREAD
from aboveboard.publish.tests.networks import Counting, known
from aboveboard.publish.tests.running import engine, wait_for

pytestmark = pytest.mark.django_db(transaction=True)


def sent() -> int:
    return Delivery.objects.filter(state="sent").count()


def counting(brand: Brand, server: LoopbackMastodon, key: str) -> Channel:
    channel = make_channel(
        brand,
        network="counting",
        server=server.url,
        remote_id=server.remote_id,
        secrets={"token": server.token},
    )
    Connection.objects.filter(channel=channel).update(rate_key=key)
    return channel


def test_a_spent_budget_closes_the_channels_of_its_app_and_no_other(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    ours = counting(brand, mastodon_server, "app 1")
    also_ours = counting(make_brand(house), mastodon_server, "app 1")
    foreign = counting(make_brand(house), mastodon_server, "app 2")
    make_approved(house, ours, "First of ours.")
    with known(Counting(600)), engine():
        wait_for(lambda: sent() == 1)
        wait_for(lambda: Connection.objects.filter(not_before__isnull=False).count() == 2)
        make_approved(house, also_ours, "It waits.")
        make_approved(house, foreign, "It goes.")
        wait_for(lambda: sent() == 2)
    assert Delivery.objects.get(state="waiting").channel == also_ours
    assert mastodon_server.publishes() == 2
    until = Connection.objects.get(channel=also_ours).not_before
    assert until
    assert until > clock.now() + timedelta(seconds=590)


def test_a_wait_that_is_over_lets_the_channel_go_on(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    channel = counting(brand, mastodon_server, "")
    make_many_approved(house, channel, ["One.", "Two.", "Three."])
    with known(Counting(0.2)), engine(channel_limit=1, ready=1):
        wait_for(lambda: sent() == 3)
    assert mastodon_server.publishes() == 3


@pytest.mark.parametrize("of_the_brand", [True, False])
def test_a_pause_stops_what_is_in_hand_within_a_second(
    of_the_brand: bool, house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(latency=0.05)
    make_many_approved(house, channel, [f"Post {number}." for number in range(300)])
    with engine(channel_limit=4, poll=0.25):
        wait_for(lambda: mastodon_server.publishes() > 8)
        actions.pause(house.actor, channel.brand_id if of_the_brand else None)
        paused = clock.now()
        wait_for(lambda: not Delivery.objects.filter(state="sending").exists())
        assert clock.now() - paused < timedelta(seconds=5)  # a bound for the wait, not for speed
        came = mastodon_server.publishes()
        wait_for(lambda: queries.due_count() == 300 - sent())
        assert mastodon_server.publishes() == came < 300
        actions.unpause(house.actor, channel.brand_id if of_the_brand else None)
        wait_for(lambda: sent() == 300, seconds=60)
    assert len(mastodon_server.statuses()) == 300


def test_a_pause_of_another_brand_changes_nothing(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    actions.pause(house.actor, make_brand(house).pk)
    make_approved(house, channel, "On we go.")
    with engine():
        wait_for(lambda: sent() == 1)


def overdue_three(house: House, channel: Channel) -> None:
    actions.pause(house.actor, channel.brand_id)
    make_many_approved(house, channel, ["One.", "Two.", "Three."])
    make_approved(house, channel, "Tomorrow.", at=clock.now() + timedelta(days=1))
    actions.take_in()
    assert queries.overdue(house.workspace.id, channel.brand_id).count() == 3


def test_what_is_overdue_can_be_held(house: House, channel: Channel) -> None:
    overdue_three(house, channel)
    actions.unpause(house.actor, channel.brand_id, overdue=Overdue.hold)
    assert Delivery.objects.filter(state="held", why__contains="stood still").count() == 3
    assert Delivery.objects.get(state="waiting").at > clock.now()
    ours = Entry.objects.filter(workspace_id=house.workspace.id)
    assert ours.filter(kind="delivery.held").count() == 3


def test_what_is_overdue_can_follow_one_by_one(house: House, channel: Channel) -> None:
    overdue_three(house, channel)
    actions.unpause(house.actor, channel.brand_id, overdue=Overdue.spread)
    first, second, third, _ = Delivery.objects.order_by("next_at")
    assert first.next_at
    assert second.next_at == first.next_at + SPREAD
    assert third.next_at == first.next_at + 2 * SPREAD
    assert first.next_at <= clock.now()


def test_what_is_overdue_goes_out_now(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    overdue_three(house, channel)
    actions.unpause(house.actor, channel.brand_id)
    with engine():
        wait_for(lambda: sent() == 3)
