"""The engine when its surroundings fail: the database away, workers beside each other, stops."""

from collections import Counter
from datetime import timedelta

import pytest
from django.db import connection
from tests.builders import House, delivery_of, make_approved, make_brand, make_many_approved
from tests.servers.fixtures import LoopbackMastodon

from aboveboard.brand.models import Brand, Channel
from aboveboard.kernel import clock
from aboveboard.kernel.ids import new_id
from aboveboard.publish.engine.liveness import LOCKS
from aboveboard.publish.intake import take_in
from aboveboard.publish.models import Attempt, Delivery, SentPart, Worker
from aboveboard.publish.tests.running import engine, mastodon_channel, wait_for

pytestmark = pytest.mark.django_db(transaction=True)


def sent() -> int:
    return Delivery.objects.filter(state="sent").count()


def test_losing_the_database_loses_and_doubles_nothing(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(idempotency=False, latency=0.03)
    make_many_approved(house, channel, [f"Post {n}." for n in range(150)])
    with engine():
        for _ in range(3):
            before = sent()
            wait_for(lambda before=before: sent() >= min(before + 10, 150))  # type: ignore[misc]
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    " WHERE application_name LIKE 'aboveboard %%' AND datname = current_database()"
                )
        wait_for(lambda: sent() == 150, seconds=30)
    assert len({status["content"] for status in mastodon_server.statuses()}) == 150
    assert len(mastodon_server.statuses()) == 150


def test_two_workers_beside_each_other_send_each_post_once(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(idempotency=False)
    make_many_approved(house, channel, [f"Post {n}." for n in range(120)])
    with engine(), engine():
        wait_for(lambda: sent() == 120)
    assert len(mastodon_server.statuses()) == 120
    assert not Worker.objects.exists()


def test_a_second_worker_takes_its_part_of_the_channels(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(idempotency=False, latency=0.1)
    for number in range(8):
        channel = mastodon_channel(brand, mastodon_server)
        make_many_approved(house, channel, [f"Post {number}, {n}." for n in range(40)])
    with engine(total_limit=8):
        wait_for(lambda: sent() > 20)
        with engine(total_limit=8):
            wait_for(lambda: sent() == 320, seconds=30)
    assert len(mastodon_server.statuses()) == 320
    by_worker = Counter(Attempt.objects.values_list("worker", flat=True))
    assert len(by_worker) == 2
    assert min(by_worker.values()) > 320 / 4


def test_a_worker_that_leaves_has_no_part_that_others_would_wait_for(
    house: House, channel: Channel, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(latency=0.05)
    now = clock.now()
    Worker.objects.create(
        id=new_id(),
        number=1,
        host="there",
        started_at=now,
        seen_at=now + timedelta(hours=1),
        is_leaving=True,
    )
    make_many_approved(house, channel, [f"Post {n}." for n in range(80)], at=now)
    [other] = make_many_approved(house, mastodon_channel(brand, mastodon_server), ["One."])
    take_in()
    with engine(channel_limit=2, ahead=4):
        wait_for(lambda: delivery_of(other).state == "sent")
        assert sent() < 40
        wait_for(lambda: sent() == 81)


def test_a_graceful_stop_leaves_nothing_open(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(idempotency=False, latency=0.05)
    make_many_approved(house, channel, [f"Post {n}." for n in range(100)])
    with engine():
        wait_for(lambda: sent() > 5)
    stopped_at = sent()
    assert 5 < stopped_at < 100
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent", "waiting"}
    assert not Attempt.objects.filter(outcome__in=("", "unknown")).exists()
    assert len(mastodon_server.statuses()) == stopped_at == mastodon_server.publishes()


def test_a_dead_worker_is_found_by_its_lock_long_before_its_lease_ends(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    make_many_approved(house, channel, ["Never asked.", "Asked, perhaps."])
    assert take_in() == 2
    now = clock.now()
    dead = Worker.objects.create(id=new_id(), number=7, host="gone", started_at=now, seen_at=now)
    Delivery.objects.update(state="sending", worker=dead.id)
    perhaps = Delivery.objects.get(payload__contains="perhaps")
    Attempt.objects.create(delivery=perhaps, step="publish", worker=dead.id, started_at=now)
    with engine(lease=600.0):
        wait_for(lambda: not Worker.objects.filter(pk=dead.pk).exists(), seconds=5)
        assert clock.now() - now < timedelta(seconds=3)
        wait_for(lambda: sent() == 2)
    assert len(mastodon_server.statuses()) == 2
    first = perhaps.attempts.order_by("started_at").first()
    assert first
    assert first.outcome == "absent"


def test_a_worker_that_holds_its_lock_but_is_silent_is_replaced_after_its_lease(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    make_many_approved(house, channel, ["Held up."])
    assert take_in() == 1
    now = clock.now()
    silent = Worker.objects.create(id=new_id(), number=9, host="slow", started_at=now, seen_at=now)
    Delivery.objects.update(state="sending", worker=silent.id)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s, 9)", [LOCKS])
    try:
        with engine(lease=1.5):
            wait_for(lambda: sent() == 1)
            assert clock.now() - now > timedelta(seconds=1.5)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s, 9)", [LOCKS])


def test_rate_limits_of_one_channel_leave_another_alone(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(script={"publish": ["rate_limit"]})
    limited = make_approved(house, channel, "Limited.")
    brand = make_brand(house)
    with engine():
        wait_for(lambda: Attempt.objects.filter(status=429).exists())
        from_other = make_approved(house, mastodon_channel(brand, mastodon_server), "Free.")
        asked = clock.now()
        wait_for(lambda: Delivery.objects.filter(variant=from_other, state="sent").exists())
        assert clock.now() - asked < timedelta(seconds=1.5)
        assert delivery_of(limited).state == "waiting"
        wait_for(lambda: delivery_of(limited).state == "sent")


def test_of_two_equal_posts_that_were_lost_each_gets_its_own(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    """One arrived, nobody knows which; a server that honours keys answers a repeat with it."""
    mastodon_server.reset(idempotency=True, script={"publish": ["drop_after", "drop_before"]})
    make_many_approved(house, channel, ["Low tide at noon.", "Low tide at noon."])
    with engine():
        wait_for(lambda: Delivery.objects.filter(state="sent").count() == 2, seconds=30)
    assert len(mastodon_server.statuses()) == 2
    ids = {status["id"] for status in mastodon_server.statuses()}
    assert set(SentPart.objects.values_list("remote_id", flat=True)) == ids
