"""The numbers of deliveries and posts, as they stand and over time; None means "not told"."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Literal
from uuid import UUID

from django.db.models import Sum

from aboveboard.brand.models import Channel
from aboveboard.channels.base import Numbers
from aboveboard.channels.registry import network
from aboveboard.create.queries import short_url
from aboveboard.kernel import clock
from aboveboard.measure import rules
from aboveboard.measure.models import Clicks, Reading, Snapshot
from aboveboard.measure.rules import Grown, Middle, Point
from aboveboard.publish.models import Delivery, State

Metric = Literal["replies", "likes", "reposts", "quotes", "views", "clicks", "saves", "reach"]
# Of how many posts, the newest first, a middle is taken at most.
MOST = 40


@dataclass(frozen=True)
class Told:
    """The numbers of one delivery: when they were last read, and how its reading goes.

    `read_at` is None when nobody answered yet; `next_at` None when no more is read;
    `why` is what went wrong last, in words for a person; `dead` when only a person can help.
    """

    delivery: UUID
    channel: Channel
    numbers: Numbers
    read_at: datetime | None
    next_at: datetime | None
    why: str
    dead: bool


@dataclass(frozen=True)
class PostNumbers:
    """The numbers of a post, channel by channel and in all."""

    channels: tuple[Told, ...]
    total: Numbers


@dataclass(frozen=True)
class MiddleCurve:
    """What the other posts of a brand did at the same age; `posts` is how many there are."""

    posts: int
    points: tuple[Middle, ...]


def snapshots(delivery_ids: Iterable[UUID]) -> dict[UUID, Snapshot]:
    """The newest snapshot of each of these deliveries that has one."""
    rows = Snapshot.objects.filter(delivery_id__in=list(delivery_ids))
    newest = rows.order_by("delivery_id", "-at", "-id").distinct("delivery_id")
    return {row.delivery_id: row for row in newest}


def counted_clicks(delivery_ids: Iterable[UUID]) -> dict[UUID, int]:
    """The clicks that we counted ourselves, of the deliveries whose links lead through us."""
    counting = _counting(delivery_ids)
    sums = dict(
        Clicks.objects.filter(link__variant_id__in=counting.values())
        .values_list("link__variant_id")
        .annotate(Sum("count"))
    )
    return {delivery: sums.get(variant, 0) for delivery, variant in counting.items()}


def latest(brand_id: UUID, delivery_ids: Iterable[UUID]) -> dict[UUID, Numbers]:
    """The numbers of some deliveries of a brand as they stand, for lists: three queries."""
    ids = list(
        Delivery.objects.filter(
            pk__in=list(delivery_ids), variant__post__brand_id=brand_id
        ).values_list("pk", flat=True)
    )
    return _now(ids)


def numbers(delivery: Delivery) -> Numbers:
    """The numbers of one delivery as they stand."""
    return _now([delivery.pk])[delivery.pk]


def numbers_of_post(post_id: UUID) -> PostNumbers:
    """The numbers of everything that a post sent."""
    deliveries = list(
        Delivery.objects.filter(variant__post_id=post_id, state=State.SENT)
        .select_related("channel")
        .order_by("channel__added_at")
    )
    stand = _now([delivery.pk for delivery in deliveries])
    readings = Reading.objects.in_bulk([delivery.pk for delivery in deliveries])
    told = tuple(_told(one, stand[one.pk], readings.get(one.pk)) for one in deliveries)
    return PostNumbers(told, rules.total(one.numbers for one in told))


def curve(post_id: UUID, metric: Metric, *, channel_id: UUID | None = None) -> tuple[Point, ...]:
    """How a number of a post grew: the sum over its channels, or of one of them.

    Empty when nobody told. Points stand where something changed, and at the last reading.
    """
    found = Delivery.objects.filter(variant__post_id=post_id, state=State.SENT)
    if channel_id:
        found = found.filter(channel_id=channel_id)
    series = _series(list(found.values_list("pk", flat=True)), metric)
    return _thinned(rules.summed(series.values()))


def middle_curve(
    brand_id: UUID, metric: Metric, *, without: UUID | None = None
) -> MiddleCurve | None:
    """The median of a brand's newest posts by age, `without` the post it is held against.

    None when fewer than five posts have that number.
    """
    sent = Delivery.objects.filter(
        variant__post__brand_id=brand_id, state=State.SENT, sent_at__isnull=False
    )
    if without:
        sent = sent.exclude(variant__post_id=without)
    newest: dict[UUID, dict[UUID, tuple[datetime, datetime | None]]] = defaultdict(dict)
    rows = sent.order_by("-sent_at").values_list(
        "variant__post_id", "pk", "sent_at", "reading__read_at"
    )
    for post, delivery, sent_at, read_at in rows[: MOST * 8]:
        if sent_at and (post in newest or len(newest) < MOST):
            newest[post][delivery] = (sent_at, read_at)
    series = _series([pk for deliveries in newest.values() for pk in deliveries], metric)
    posts = []
    for deliveries in newest.values():
        told = {pk: times for pk, times in deliveries.items() if pk in series}
        if told:
            points = rules.summed(series[pk] for pk in told)
            began = min(sent_at for sent_at, _ in told.values())
            until = [read_at for _, read_at in told.values() if read_at]
            posts.append(Grown(began, min(until, default=points[-1].at), points))
    found = rules.middle(posts)
    return MiddleCurve(len(posts), found) if len(posts) >= rules.FEWEST and found else None


def _now(delivery_ids: list[UUID]) -> dict[UUID, Numbers]:
    kept = snapshots(delivery_ids)
    clicks = counted_clicks(delivery_ids)
    result = {}
    for pk in delivery_ids:
        told = kept[pk].numbers if pk in kept else Numbers()
        # Our own count is newer than the snapshot that was made of it.
        result[pk] = replace(told, clicks=clicks[pk]) if pk in clicks else told
    return result


def _told(delivery: Delivery, numbers: Numbers, reading: Reading | None) -> Told:
    return Told(
        delivery=delivery.pk,
        channel=delivery.channel,
        numbers=numbers,
        read_at=reading.read_at if reading else None,
        next_at=reading.next_at if reading else None,
        why=reading.why if reading else "",
        dead=bool(reading and reading.stopped == "dead"),
    )


def _counting(delivery_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Delivery -> variant, of those whose readers come through our short addresses.

    That is so where a network's posts are shown by us (it says that it tells clicks and tells
    none itself), or where the words that went out hold the short address.
    """
    rows = Delivery.objects.filter(
        pk__in=list(delivery_ids), variant__links__isnull=False
    ).values_list("pk", "variant_id", "channel__network", "payload", "variant__links__code")
    return {
        pk: variant
        for pk, variant, name, payload, code in rows
        if "clicks" in network(name).capabilities.metrics or short_url(code) in payload
    }


def _series(delivery_ids: list[UUID], metric: Metric) -> dict[UUID, list[Point]]:
    """The curve of each delivery that told this number at least once."""
    if metric not in rules.METRICS:
        raise ValueError(f"There is no number named {metric}.")
    series: dict[UUID, list[Point]] = defaultdict(list)
    rows = Snapshot.objects.filter(
        delivery_id__in=delivery_ids, **{f"{metric}__isnull": False}
    ).order_by("at", "id")
    for delivery, at, value in rows.values_list("delivery_id", "at", metric):
        series[delivery].append(Point(at, value))
    if metric == "clicks":
        now = clock.now()
        for delivery, count in counted_clicks(delivery_ids).items():
            if not series[delivery] or series[delivery][-1].value != count:
                series[delivery].append(Point(now, count))
    return dict(series)


def _thinned(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Without points in the middle of a level stretch, which draw nothing."""
    kept = [
        point
        for before, (point, after) in zip(points, pairwise(points[1:]), strict=False)
        if not before.value == point.value == after.value
    ]
    return (*points[:1], *kept, *points[1:][-1:])
