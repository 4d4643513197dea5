"""Numbers are read when due, kept when they are news, and a silent network is waited for."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from asgiref.sync import async_to_sync

from aboveboard.channels.base import Account, Capabilities, Limits, Numbers, Sent
from aboveboard.channels.errors import Gone, SignInAgain, TryLater
from aboveboard.channels.registry import _NETWORKS
from aboveboard.channels.site.network import Site
from aboveboard.kernel import clock
from aboveboard.kernel.http import Client
from aboveboard.kernel.secrets import Vault
from aboveboard.measure import actions, queries
from aboveboard.measure.models import Reading, Snapshot
from aboveboard.measure.tests.making import (
    make_channel,
    make_delivery,
    make_place,
    make_sent,
    make_variant,
)
from aboveboard.publish.models import Connection, Delivery, SentPart

pytestmark = pytest.mark.django_db

Answer = Callable[[Account, Sequence[Sent]], Mapping[str, Numbers]]


class Telling(Site):
    """A network that tells what a test says, and remembers what it was asked."""

    name = "telling"
    title = "Telling"
    limits = Limits(text=500)
    capabilities = Capabilities(auth=("token",), metrics=("likes", "replies"))

    def __init__(self) -> None:
        self.asked: list[list[str]] = []
        self.renewed = 0
        self.answer: Answer = lambda account, sent: {
            post.remote_id: Numbers(likes=len(self.asked), replies=0) for post in sent
        }

    async def refresh(self, http: Client, account: Account) -> Account:
        self.renewed += 1
        return Account(account.server, account.handle, account.remote_id, {"token": "fresh"})

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        self.asked.append([post.remote_id for post in sent])
        return self.answer(account, sent)


@pytest.fixture
def telling(monkeypatch: pytest.MonkeyPatch) -> Telling:
    network = Telling()
    monkeypatch.setitem(_NETWORKS, "telling", network)
    return network


def read(now: Any = None, **given: Any) -> actions.Read:
    return async_to_sync(actions.read_due)(now or clock.now(), **given)


def begin(delivery: Delivery) -> Reading:
    actions.take_in()
    Reading.objects.filter(pk=delivery.pk).update(next_at=clock.now() - timedelta(minutes=1))
    return Reading.objects.get(pk=delivery.pk)


def test_only_what_is_sent_is_taken_in_and_only_once(telling: Telling) -> None:
    place = make_place()
    channel = make_channel(place.brand, "telling")
    for state in ("waiting", "sending", "unknown", "refused", "held"):
        make_delivery(place, make_variant(place, channel=channel), state=state)
    sent = make_sent(place, channel=channel)
    assert actions.take_in() == 1
    assert actions.take_in() == 0
    reading = Reading.objects.get()
    assert reading.pk == sent.pk
    assert reading.next_at == sent.sent_at + timedelta(minutes=10)  # type: ignore[operator]


def test_what_was_sent_long_ago_is_over_at_once() -> None:
    place = make_place()
    make_sent(place, sent_at=clock.now() - timedelta(days=91))
    actions.take_in()
    reading = Reading.objects.get()
    assert (reading.next_at, reading.stopped) == (None, "over")


def test_a_channel_is_asked_once_for_all_its_posts(telling: Telling) -> None:
    place = make_place()
    channel = make_channel(place.brand, "telling")
    sent = [make_sent(place, channel=channel) for _ in range(4)]
    for delivery in sent:
        begin(delivery)
    done = read()
    assert (done.read, done.written, len(telling.asked)) == (4, 4, 1)
    assert set(telling.asked[0]) == set(
        SentPart.objects.filter(part=0).values_list("remote_id", flat=True)
    )
    assert read() == actions.Read(), "what was read a moment ago is not due"


def test_the_same_number_is_written_once_a_day(telling: Telling) -> None:
    place = make_place()
    delivery = make_sent(
        place,
        channel=make_channel(place.brand, "telling"),
        sent_at=clock.now() - timedelta(days=20),
    )
    telling.answer = lambda account, sent: {sent[0].remote_id: Numbers(likes=3)}
    now = clock.now()
    for hours, written in ((0, 1), (1, 0), (23, 0), (24, 1), (25, 0)):
        begin(delivery)
        assert read(now + timedelta(hours=hours)).written == written
    telling.answer = lambda account, sent: {sent[0].remote_id: Numbers(likes=4)}
    begin(delivery)
    assert read(now + timedelta(hours=26)).written == 1
    assert Snapshot.objects.filter(delivery=delivery).count() == 3


def test_a_post_that_the_network_does_not_name_has_no_numbers(telling: Telling) -> None:
    place = make_place()
    delivery = make_sent(place, channel=make_channel(place.brand, "telling"))
    telling.answer = lambda account, sent: {}
    begin(delivery)
    assert read().written == 0
    assert queries.numbers(delivery) == Numbers()
    reading = Reading.objects.get()
    assert reading.next_at is not None
    assert reading.stopped == ""


def test_failures_back_off_and_are_forgotten_after_an_answer(telling: Telling) -> None:
    place = make_place()
    delivery = make_sent(place, channel=make_channel(place.brand, "telling"))
    good = telling.answer

    def busy(account: Account, sent: Sequence[Sent]) -> Mapping[str, Numbers]:
        raise TryLater("Too many requests.", wait=7_200)

    telling.answer = busy
    now = clock.now()
    begin(delivery)
    assert read(now).failed == {delivery.channel_id: "Too many requests."}
    reading = Reading.objects.get()
    assert reading.next_at == now + timedelta(hours=2)
    assert (reading.failures, reading.why) == (1, "Too many requests.")
    telling.answer = good
    begin(delivery)
    read()
    reading.refresh_from_db()
    assert (reading.failures, reading.why) == (0, "")


def test_a_channel_that_breaks_keeps_no_other_from_its_numbers(telling: Telling) -> None:
    place = make_place()
    broken = make_sent(place, channel=make_channel(place.brand, "telling", name="a", handle="a"))
    whole = make_sent(place, channel=make_channel(place.brand, "telling", name="b", handle="b"))
    good = telling.answer

    def partly(account: Account, sent: Sequence[Sent]) -> Mapping[str, Numbers]:
        if account.handle == "a":
            raise KeyError("likes")
        return good(account, sent)

    telling.answer = partly
    begin(broken)
    begin(whole)
    done = read()
    assert done.failed == {broken.channel_id: "The answer could not be read."}
    assert queries.numbers(whole).likes is not None
    assert Reading.objects.get(pk=broken.pk).stopped == ""


def test_a_dead_sign_in_stops_and_goes_on_when_connected_anew(telling: Telling) -> None:
    place = make_place()
    channel = make_channel(place.brand, "telling")
    delivery = make_sent(place, channel=channel)
    good = telling.answer

    def dead(account: Account, sent: Sequence[Sent]) -> Mapping[str, Numbers]:
        raise SignInAgain("The token was taken back.")

    telling.answer = dead
    begin(delivery)
    read()
    told = queries.numbers_of_post(delivery.variant.post_id).channels[0]
    assert (told.dead, told.next_at, told.why) == (True, None, "The token was taken back.")
    Connection.objects.filter(channel=channel).update(state="dead")
    assert actions.take_in() == 0
    telling.answer = good
    Connection.objects.filter(channel=channel).update(state="ok", checked_at=clock.now())
    assert actions.take_in() == 1
    assert read(clock.now()).written == 1


def test_a_connection_that_is_dead_is_not_asked_at_all(telling: Telling) -> None:
    place = make_place()
    channel = make_channel(place.brand, "telling")
    delivery = make_sent(place, channel=channel)
    Connection.objects.filter(channel=channel).update(state="dead", why="Signed out.")
    begin(delivery)
    assert read().failed == {channel.pk: "Signed out."}
    assert telling.asked == []


def test_secrets_that_no_key_opens_stop_with_words(telling: Telling) -> None:
    place = make_place()
    channel = make_channel(place.brand, "telling")
    delivery = make_sent(place, channel=channel)
    Connection.objects.filter(channel=channel).update(sealed=b"nonsense")
    begin(delivery)
    read()
    assert "cannot be opened" in Reading.objects.get().why


def test_gone_is_believed_when_it_is_said_three_times(telling: Telling) -> None:
    place = make_place()
    delivery = make_sent(place, channel=make_channel(place.brand, "telling"))

    def gone(account: Account, sent: Sequence[Sent]) -> Mapping[str, Numbers]:
        raise Gone("There is nothing at this address.")

    telling.answer = gone
    stops = []
    for _ in range(3):
        begin(delivery)
        read()
        stops.append(Reading.objects.get().stopped)
    assert stops == ["", "", "dead"]


def test_an_old_session_is_renewed_once_and_kept(telling: Telling, settings: Any) -> None:
    place = make_place()
    channel = make_channel(place.brand, "telling", secrets={"token": "old"})
    delivery = make_sent(place, channel=channel)
    good = telling.answer

    def expired(account: Account, sent: Sequence[Sent]) -> Mapping[str, Numbers]:
        if account.secrets["token"] == "old":
            raise SignInAgain("Expired.", refreshable=True)
        return good(account, sent)

    telling.answer = expired
    begin(delivery)
    assert read().written == 1
    sealed = bytes(Connection.objects.get(channel=channel).sealed)
    assert Vault(settings.SECRET_KEYS).open(sealed) == {"token": "fresh"}
    begin(delivery)
    read()
    assert telling.renewed == 1


def test_a_channel_without_an_answer_is_left_in_time(
    telling: Telling, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(actions, "PER_CHANNEL", 0.05)
    place = make_place()
    delivery = make_sent(place, channel=make_channel(place.brand, "telling"))

    async def never(*given: Any) -> Mapping[str, Numbers]:
        await asyncio.sleep(30)
        return {}

    monkeypatch.setattr(telling, "numbers", never)
    begin(delivery)
    assert "No answer" in read().failed[delivery.channel_id]


def test_two_workers_do_not_read_the_same(telling: Telling) -> None:
    place = make_place()
    delivery = make_sent(place, channel=make_channel(place.brand, "telling"))
    begin(delivery)
    now = clock.now()
    assert sum(len(due) for due in actions._claim(now, 10).values()) == 1
    assert actions._claim(now, 10) == {}
    assert actions._claim(now + actions.IN_HAND, 10) != {}, "a worker that died gives it back"


def test_numbers_of_a_post_by_channel_and_in_all(telling: Telling) -> None:
    place = make_place()
    first = make_sent(place, channel=make_channel(place.brand, "telling"))
    post = first.variant.post
    second = make_delivery(place, make_variant(place, post=post))
    by: dict[UUID, Numbers] = {first.channel_id: Numbers(likes=2, replies=0)}
    telling.answer = lambda account, sent: {sent[0].remote_id: by[first.channel_id]}
    begin(first)
    begin(second)
    read()
    told = queries.numbers_of_post(post.pk)
    assert [one.delivery for one in told.channels] == [second.pk, first.pk]
    assert told.total == Numbers(likes=2, replies=0)
    assert queries.latest(place.brand.pk, [first.pk, second.pk]) == {
        first.pk: Numbers(likes=2, replies=0),
        second.pk: Numbers(),
    }
    assert queries.latest(make_place("Another").brand.pk, [first.pk]) == {}


def test_the_minute_task_takes_in_and_reads(telling: Telling) -> None:
    place = make_place()
    make_sent(
        place,
        channel=make_channel(place.brand, "telling"),
        sent_at=clock.now() - timedelta(minutes=11),
    )
    async_to_sync(actions.begin_and_read)(10)
    assert Reading.objects.count() == 1
