"""Clicks are counted by the hour and by nothing else; curves and middles come from rows."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from aboveboard.channels.base import Numbers
from aboveboard.kernel import clock
from aboveboard.measure import actions, queries
from aboveboard.measure.models import Clicks, Reading, Snapshot
from aboveboard.measure.tests.making import (
    Place,
    make_channel,
    make_delivery,
    make_place,
    make_sent,
    make_variant,
)
from aboveboard.publish.models import Delivery

pytestmark = pytest.mark.django_db
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0"
URL = "https://brackwater.example/shop"


def told(delivery: Delivery, after: timedelta, **numbers: int) -> None:
    assert delivery.sent_at
    Snapshot.objects.create(delivery=delivery, at=delivery.sent_at + after, **numbers)


def test_clicks_are_kept_by_the_hour_without_who() -> None:
    place = make_place()
    delivery = make_sent(place, links=[URL])
    link = delivery.variant.links.get()
    with time_machine.travel(datetime(2026, 11, 20, 9, 59, tzinfo=UTC), tick=False) as traveller:
        for _ in range(3):
            assert actions.count_click(link, agent=AGENT)
        traveller.shift(timedelta(minutes=2))
        assert actions.count_click(link, agent=AGENT)
        assert not actions.count_click(link, method="HEAD", agent=AGENT)
        assert not actions.count_click(link, agent="Slackbot 1.0")
        assert not actions.count_click(link, agent=AGENT, prefetched=True)
    rows = Clicks.objects.order_by("hour").values_list("hour__hour", "count")
    assert list(rows) == [(9, 3), (10, 1)]
    assert {field.name for field in Clicks._meta.fields} == {"id", "link", "hour", "count"}
    assert queries.numbers(delivery).clicks == 4


@pytest.mark.parametrize("state", ["waiting", "sending", "held", "refused"])
def test_clicks_on_what_is_not_out_are_not_counted(state: str) -> None:
    place = make_place()
    variant = make_variant(place, links=[URL])
    assert not actions.count_click(variant.links.get(), agent=AGENT)
    make_delivery(place, variant, state=state)
    assert not actions.count_click(variant.links.get(), agent=AGENT)
    assert Clicks.objects.count() == 0


def test_no_link_is_no_zero_and_a_link_elsewhere_is_not_told() -> None:
    place = make_place()
    assert queries.numbers(make_sent(place)).clicks is None
    assert queries.numbers(make_sent(place, links=[URL])).clicks == 0
    elsewhere = make_channel(place.brand, "mastodon")
    assert queries.numbers(make_sent(place, links=[URL], channel=elsewhere)).clicks is None


def test_a_snapshot_keeps_the_clicks_of_its_moment() -> None:
    place = make_place()
    delivery = make_sent(place, links=[URL])
    actions.take_in()
    assert actions.count_click(delivery.variant.links.get(), agent=AGENT)
    due = actions._claim(clock.now() + timedelta(minutes=10), 5)[delivery.channel_id]
    actions._note(due, {}, clock.now())
    assert Snapshot.objects.get().clicks == 1
    actions.count_click(delivery.variant.links.get(), agent=AGENT)
    assert [point.value for point in queries.curve(delivery.variant.post_id, "clicks")] == [1, 2]


def test_a_curve_adds_channels_and_drops_level_points() -> None:
    place = make_place()
    start = clock.now() - timedelta(days=2)
    first = make_sent(place, channel=make_channel(place.brand, "mastodon"), sent_at=start)
    post = first.variant.post
    second = make_delivery(
        place,
        make_variant(place, post=post, channel=make_channel(place.brand, "bluesky")),
        sent_at=start,
    )
    for hours, likes in ((1, 1), (2, 4), (3, 4), (4, 4), (9, 4)):
        told(first, timedelta(hours=hours), likes=likes)
    told(second, timedelta(hours=3), likes=10, replies=0)
    points = [
        ((point.at - start) // timedelta(hours=1), point.value)
        for point in queries.curve(post.pk, "likes")
    ]
    assert points == [(1, 1), (2, 4), (3, 14), (9, 14)]
    assert [p.value for p in queries.curve(post.pk, "likes", channel_id=second.channel_id)] == [10]
    assert [p.value for p in queries.curve(post.pk, "replies")] == [0]
    assert queries.curve(post.pk, "views") == ()
    with pytest.raises(ValueError, match="no number named"):
        queries.curve(post.pk, "sighs")  # type: ignore[arg-type]


def grown(place: Place, likes: int, *, days: int = 3) -> Delivery:
    delivery = make_sent(place, sent_at=clock.now() - timedelta(days=days))
    told(delivery, timedelta(minutes=30), likes=likes)
    Reading.objects.create(delivery=delivery, next_at=None, read_at=clock.now())
    return delivery


def test_the_middle_of_the_others_needs_five() -> None:
    place = make_place()
    mine = grown(place, 1_000)
    for likes in (1, 2, 3, 4):
        grown(place, likes)
    grown(make_place("Another"), 500)
    make_sent(place)  # tells nothing, so it counts for nothing
    post = mine.variant.post_id
    assert queries.middle_curve(place.brand.pk, "likes", without=post) is None
    grown(place, 90)
    found = queries.middle_curve(place.brand.pk, "likes", without=post)
    assert found is not None
    assert found.posts == 5
    values = {point.age: point.value for point in found.points}
    assert values[timedelta()] == 0
    assert values[timedelta(days=1)] == 3
    assert timedelta(days=5) not in values
    assert queries.middle_curve(place.brand.pk, "views") is None


def test_the_newest_snapshot_counts() -> None:
    place = make_place()
    delivery = make_sent(place, sent_at=clock.now() - timedelta(days=1))
    told(delivery, timedelta(hours=2), likes=7)
    told(delivery, timedelta(hours=1), likes=5)
    assert queries.numbers(delivery) == Numbers(likes=7)
