"""What users of other tools report, a test each, named after it.

Further ones stand where their rule is held: edits that published anew in `test_amending`, refresh
tokens that were wiped in `test_actions`, tokens that died unnoticed in `test_health`, several
workers on one post in `test_resilience`, a key that made two posts in create's `test_importing`.
"""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from tests.builders import (
    House,
    delivery_of,
    make_approved,
    make_asset,
    make_many_approved,
)
from tests.servers.fixtures import LoopbackMastodon

from aboveboard.brand.models import Brand, Channel
from aboveboard.channels import registry
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Conflict
from aboveboard.kernel.ids import new_id
from aboveboard.plan import actions as plans
from aboveboard.publish import actions, queries
from aboveboard.publish.engine import deliver
from aboveboard.publish.intake import take_in
from aboveboard.publish.models import Attempt, Delivery, SentPart, Worker
from aboveboard.publish.tests.networks import SideError
from aboveboard.publish.tests.running import engine, wait_for

pytestmark = pytest.mark.django_db(transaction=True)


def states() -> list[str]:
    return list(Delivery.objects.order_by("at", "id").values_list("state", flat=True))


def known_there(server: LoopbackMastodon) -> bool:
    """Whether what we call sent is what is on the server, each once."""
    ours = sorted(SentPart.objects.values_list("remote_id", flat=True))
    return ours == sorted(status["id"] for status in server.statuses())


# -- duplicates -----------------------------------------------------------------------------------


def test_an_endless_posting_loop_after_a_side_error(
    house: House,
    channel: Channel,
    mastodon_server: LoopbackMastodon,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(registry._NETWORKS, "mastodon", SideError())
    monkeypatch.setattr(deliver.log, "exception", lambda *_: None)
    mastodon_server.reset(idempotency=False)
    make_approved(house, channel, "Once, whatever fails beside it.")
    with engine():
        wait_for(lambda: states() == ["sent"])
        time.sleep(0.5)
    assert mastodon_server.publishes() == 1
    assert known_there(mastodon_server)


@pytest.mark.parametrize("fault", ["drop_after", "error_after", "hang_after"])
def test_upload_and_wait_sharing_one_retried_step_posted_twice(
    fault: str, house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(
        idempotency=False, media_polls=2, script={"upload": [fault], "publish": [fault]}
    )
    make_approved(house, channel, "With a picture.", assets=[make_asset(channel.brand)])
    with engine():
        wait_for(lambda: states() == ["sent"], seconds=30)
    assert mastodon_server.publishes() == 1
    assert known_there(mastodon_server)
    [status] = mastodon_server.statuses()
    assert len(status["media_attachments"]) == 1


def test_a_failure_was_reported_but_the_post_was_live_and_the_retry_doubled_it(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(
        idempotency=False, script={"publish": ["error_after"], "read": ["error_before"] * 4}
    )
    variant = make_approved(house, channel, "It is there, whatever was answered.")
    with engine():
        wait_for(lambda: states() == ["unknown"])
        with pytest.raises(Conflict):
            actions.retry(house.actor, delivery_of(variant).pk)
        wait_for(lambda: states() == ["sent"], seconds=30)
    assert mastodon_server.publishes() == 1
    assert known_there(mastodon_server)


# -- missed, or falsely called sent ---------------------------------------------------------------


def test_due_posts_vanish_after_an_upgrade(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    """They become due while nothing runs, one is in the hands of a worker that is no more."""
    mastodon_server.reset()
    now = clock.now()
    make_many_approved(house, channel, [f"While we were away, {n}." for n in range(4)], at=now)
    take_in()
    gone = Worker.objects.create(id=new_id(), number=7, host="old", started_at=now, seen_at=now)
    first = Delivery.objects.earliest("id")
    Delivery.objects.filter(pk=first.pk).update(state="sending", worker=gone.pk)
    with engine():
        wait_for(lambda: states() == ["sent"] * 4)
    assert known_there(mastodon_server)
    assert mastodon_server.publishes() == 4


@pytest.mark.parametrize("fault", ["redirect", "garbage_after", "half_after", "drop_before"])
def test_a_job_ends_complete_with_nothing_posted(
    fault: str, house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(idempotency=False, script={"publish": [fault]})
    make_approved(house, channel, "Sent means that it is there.")
    with engine():
        wait_for(lambda: states() in (["sent"], ["held"], ["refused"]))
    if states() == ["sent"]:
        assert len(mastodon_server.statuses()) == 1
        assert known_there(mastodon_server)
    else:
        assert mastodon_server.statuses() == []
        assert queries.needing_person(channel.brand_id) == 1


def test_posts_stuck_in_the_queue_with_no_safe_way_to_start_them_again(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(idempotency=False, script={"publish": ["refuse"]})
    variant = make_approved(house, channel, "Refused at first.")
    with engine():
        wait_for(lambda: states() == ["refused"])
        assert queries.needing_person(channel.brand_id) == 1
        actions.retry(house.actor, delivery_of(variant).pk)
        with pytest.raises(Conflict):
            actions.retry(house.actor, delivery_of(variant).pk)
        wait_for(lambda: states() == ["sent"])
        with pytest.raises(Conflict):
            actions.retry(house.actor, delivery_of(variant).pk)
    assert known_there(mastodon_server)
    assert len(mastodon_server.statuses()) == 1


def test_two_posts_in_the_same_minute_and_one_is_lost(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset()
    at = clock.now() + timedelta(seconds=0.5)
    make_many_approved(house, channel, ["The first.", "The second.", "The third."], at=at)
    with engine():
        wait_for(lambda: states() == ["sent"] * 3)
    assert len(mastodon_server.statuses()) == 3


# -- time -----------------------------------------------------------------------------------------


@pytest.fixture(params=["America/New_York", "Asia/Kathmandu"])
def elsewhere(request: pytest.FixtureRequest) -> Iterator[None]:
    """The machine's own zone is another than the brand's."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = request.param
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.parametrize(
    ("day", "hour_utc"),
    [
        ("2026-03-28", 8), ("2026-03-29", 7), ("2026-03-30", 7),
        ("2026-10-24", 7), ("2026-10-25", 8), ("2026-10-26", 8),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("elsewhere")
def test_posts_drift_an_hour_at_the_clock_change_or_shift_by_the_servers_zone(
    day: str, hour_utc: int, house: House, brand: Brand
) -> None:
    nine = datetime.fromisoformat(f"{day}T09:00")
    with time_machine.travel(datetime(2026, 3, 1, 12, tzinfo=UTC), tick=False):
        post = plans.create_post(
            house.actor, brand.id, title="Nine", at=nine, zone="Europe/Amsterdam"
        )
        moved = plans.move_post(house.actor, post.id, nine, zone="Europe/Amsterdam")
    for one in (post, moved):
        one.refresh_from_db()
        assert one.at == datetime.fromisoformat(f"{day}T{hour_utc:02}:00+00:00")
        assert one.wall == (nine.date(), nine.time())


# -- silence --------------------------------------------------------------------------------------


def test_nothing_published_and_nothing_logged(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(idempotency=False, script={"publish": ["rate_limit", "refuse"]})
    variant = make_approved(house, channel, "Each try leaves a line.")
    with engine():
        wait_for(lambda: states() == ["refused"])
    lines = queries.story(delivery_of(variant).pk)
    assert [line.outcome for line in lines] == ["not now", "refused"]
    assert all(line.what and line.answer and line.status for line in lines)
    assert lines[0].next
    told = " ".join(f"{line.what} {line.answer} {line.next}" for line in lines)
    assert mastodon_server.token not in told


def test_stuck_at_publishing(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    """A worker died after its request had left: nobody knows, so the channel is read back."""
    mastodon_server.reset(idempotency=False)
    variant = make_approved(house, channel, "Left behind.")
    take_in()
    then = clock.now() - timedelta(minutes=5)
    gone = Worker.objects.create(id=new_id(), number=7, host="old", started_at=then, seen_at=then)
    delivery = delivery_of(variant)
    Delivery.objects.filter(pk=delivery.pk).update(state="sending", worker=gone.pk)
    Attempt.objects.create(
        id=new_id(), delivery=delivery, step="publish", part=0, worker=gone.pk, started_at=then
    )
    with engine():
        wait_for(lambda: states() == ["sent"])
    assert known_there(mastodon_server)
    assert len(mastodon_server.statuses()) == 1
