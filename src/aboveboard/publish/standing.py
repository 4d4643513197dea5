"""Where posts stand, from first draft to sent: one read over the rows of every stage before.

A post's state is that of its variants that most needs a person; `ORDER` gives them in
that order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db import connection

from aboveboard.create.words.origins import Shares
from aboveboard.kernel import clock as clocks

# The states of a variant, the one that most needs a person first.
ORDER = (
    "unknown",
    "refused",
    "held",
    "sent_back",
    "in_review",
    "draft",
    "approved",
    "sending",
    "waiting",
    "sent",
    "taken_down",
)
_PLACE = {state: place for place, state in enumerate(ORDER)}
# A row as the driver gives it; what stands where is said in `_SQL`.
Row = tuple[Any, ...]
NEEDS_PERSON = frozenset({"unknown", "refused", "held", "sent_back", "in_review"})


@dataclass(frozen=True)
class Standing:
    """A variant: its channel's network and name, its state and when it was sent."""

    variant: UUID
    channel: UUID
    network: str
    channel_name: str
    state: str
    sent_at: datetime | None


def edge_of(shares: Shares) -> dict[str, int]:
    """The shares by kind of origin, for the mark at a card's edge."""
    return {
        "person": shares.people,
        "model": shares.model,
        "pasted": shares.pasted,
        "template": shares.template,
    }


@dataclass(frozen=True)
class Standpoint:
    """A post in a calendar or list. `day` and `clock` are wall-clock time in `zone`."""

    id: UUID
    title: str
    language: str
    campaign: str
    day: date | None
    clock: time | None
    zone: str
    at: datetime | None
    state: str
    shares: Shares
    variants: tuple[Standing, ...]

    @property
    def networks(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(variant.network for variant in self.variants))

    @property
    def edge(self) -> dict[str, int]:
        return edge_of(self.shares)

    @property
    def needs_person(self) -> bool:
        return self.state in NEEDS_PERSON

    def count_in(self, state: str) -> int:
        return sum(variant.state == state for variant in self.variants)


# $posts$ is one of the constants below, never a text from outside. The variants are looked up post
# by post (OFFSET 0 keeps that): the planner does not know how few posts there are, and would read
# every variant, revision, delivery and approval there is.
_SQL = """
SELECT p.id, p.title, p.language, coalesce(c.name, ''), p.day, p.clock, p.zone, p.at,
    v.id, v.channel, v.network, v.name,
    CASE
        WHEN v.delivery IN ('waiting', 'held') AND v.approval IS NULL THEN
            CASE r.state WHEN 'open' THEN 'in_review' WHEN 'sent_back' THEN 'sent_back'
                ELSE 'held' END
        WHEN v.delivery = 'sent' AND EXISTS (SELECT 1 FROM publish_amendment m
            WHERE m.delivery_id = v.delivery_id AND m.kind = 'delete' AND m.state = 'done')
            THEN 'taken_down'
        WHEN v.delivery IS NOT NULL THEN v.delivery
        WHEN v.approval IS NOT NULL THEN 'approved'
        WHEN r.state = 'open' THEN 'in_review'
        WHEN r.state = 'sent_back' THEN 'sent_back'
        ELSE 'draft'
    END,
    v.sent_at, CASE WHEN p.at IS NULL THEN v.at END,
    v.people_share, v.model_share, v.pasted_share, v.template_share
FROM ($posts$) p
LEFT JOIN plan_campaign c ON c.id = p.campaign_id
LEFT JOIN LATERAL (
    SELECT v.id, ch.id AS channel, ch.network, ch.name, ch.added_at, d.id AS delivery_id,
        d.state AS delivery, d.sent_at, d.at, a.id AS approval,
        h.people_share, h.model_share, h.pasted_share, h.template_share
    FROM create_variant v
    JOIN brand_channel ch ON ch.id = v.channel_id
    LEFT JOIN create_revision h ON h.id = v.head_id
    LEFT JOIN publish_delivery d ON d.variant_id = v.id
    LEFT JOIN review_approval a ON a.variant_id = v.id AND a.voided_at IS NULL
    WHERE v.post_id = p.id OFFSET 0
) v ON TRUE
LEFT JOIN LATERAL (
    SELECT state FROM review_round WHERE post_id = p.id ORDER BY number DESC LIMIT 1
) r ON TRUE
ORDER BY p.at NULLS FIRST, p.id, v.added_at
"""
# Posts without a time of their own stand where their approval sent them.
_BETWEEN = """
(SELECT p.* FROM unnest(%(starts)s::timestamptz[], %(ends)s::timestamptz[]) AS span(start, upto)
    JOIN plan_post p ON p.brand_id = %(brand)s AND p.removed_at IS NULL
        AND p.at >= span.start AND p.at < span.upto
    ORDER BY p.at LIMIT %(most)s)
UNION ALL
(SELECT DISTINCT p.* FROM publish_delivery d
    JOIN create_variant v ON v.id = d.variant_id
    JOIN plan_post p ON p.id = v.post_id
    JOIN brand_channel c ON c.id = d.channel_id
    WHERE c.brand_id = %(brand)s AND p.removed_at IS NULL AND p.at IS NULL
        AND d.at >= %(start)s AND d.at < %(end)s LIMIT %(most)s)
"""
_CHOSEN = "SELECT * FROM plan_post WHERE id = ANY(%s) AND removed_at IS NULL"
_UNDATED = (
    "SELECT * FROM plan_post p WHERE brand_id = %s AND removed_at IS NULL AND at IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM create_variant v JOIN publish_delivery d"
    " ON d.variant_id = v.id WHERE v.post_id = p.id) ORDER BY created_at DESC LIMIT %s"
)
_LISTED = (
    "SELECT * FROM plan_post WHERE brand_id = %s AND removed_at IS NULL"
    " AND (title ILIKE %s) ORDER BY at DESC NULLS FIRST, id DESC LIMIT %s OFFSET %s"
)


def between(
    brand_id: UUID,
    start: datetime,
    end: datetime,
    *,
    without: Sequence[tuple[datetime, datetime]] = (),
    most: int = 5_000,
) -> list[Standpoint]:
    """The posts of a brand with a time in [start, end), in the order of time.

    Those in the spans `without`, each [from, to) and in their order, are left out.
    """
    spans = _gaps(start, end, without)
    posts = _read(
        _BETWEEN,
        {
            "brand": brand_id,
            "start": start,
            "end": end,
            "starts": [begin for begin, _upto in spans],
            "ends": [upto for _begin, upto in spans],
            "most": most,
        },
    )
    return sorted(posts, key=lambda post: (post.at is not None, post.at))


def _gaps(
    start: datetime, end: datetime, without: Sequence[tuple[datetime, datetime]]
) -> list[tuple[datetime, datetime]]:
    """What is left of [start, end) without these spans; an index finds posts by such ranges."""
    edges = [start, *(edge for span in without for edge in span), end]
    return [
        (begin, upto) for begin, upto in zip(edges[::2], edges[1::2], strict=True) if begin < upto
    ]


def chosen(post_ids: Iterable[UUID]) -> list[Standpoint]:
    """These posts, in the order of time."""
    return _read(_CHOSEN, [list(post_ids)])


def undated(brand_id: UUID, *, most: int = 100) -> list[Standpoint]:
    """Posts without a time, the newest first."""
    return _read(_UNDATED, [brand_id, most])


def listed(brand_id: UUID, *, search: str = "", page: int = 0, size: int = 50) -> list[Standpoint]:
    """A page of the posts of a brand whose title holds `search`, the latest time first."""
    pattern = "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    posts = _read(_LISTED, [brand_id, pattern, size, page * size])
    return sorted(posts, key=lambda p: (p.at is not None, p.at and -p.at.timestamp()))


def per_hour(
    brand_id: UUID, start: datetime, end: datetime, zone: str
) -> dict[date, dict[int, int]]:
    """How many posts each wall-clock hour of each day holds, in `zone`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT date_trunc('hour', at AT TIME ZONE %s), count(*) FROM plan_post"
            " WHERE brand_id = %s AND removed_at IS NULL AND at >= %s AND at < %s GROUP BY 1",
            [zone, brand_id, start, end],
        )
        counts: dict[date, dict[int, int]] = {}
        for hour, count in cursor.fetchall():
            counts.setdefault(hour.date(), {})[hour.hour] = count
    return counts


def _read(posts: str, params: Sequence[Any] | Mapping[str, Any]) -> list[Standpoint]:
    with connection.cursor() as cursor:
        cursor.execute(_SQL.replace("$posts$", posts), params)
        rows = cursor.fetchall()
    grouped: dict[UUID, list[Row]] = {}
    for row in rows:
        grouped.setdefault(row[0], []).append(row)
    return [_standpoint(group) for group in grouped.values()]


def _standpoint(rows: Sequence[Row]) -> Standpoint:
    ident, title, language, campaign, day, clock, zone, at = rows[0][:8]
    variants = tuple(Standing(*row[8:14]) for row in rows if row[8])
    if at is None and (gone := [row[14] for row in rows if row[14]]):
        # Without a time of its own it stands where its approval sent it.
        at = min(gone)
        wall = clocks.wall(at, str(zone))
        day, clock = wall.date(), wall.time()
    return Standpoint(
        id=ident,
        title=str(title),
        language=str(language),
        campaign=str(campaign),
        day=day,
        clock=clock,
        zone=str(zone),
        at=at,
        state=min((v.state for v in variants), key=_PLACE.__getitem__, default="draft"),
        shares=_shares([row[15:19] for row in rows if row[15] is not None]),
        variants=variants,
    )


def _shares(rows: Sequence[Row]) -> Shares:
    """The shares of the variant with the most of a model in it: the strictest tells."""
    if not rows:
        return Shares()
    people, model, pasted, template = max(rows, key=lambda row: (row[1], -row[0]))
    return Shares(people=people, model=model, pasted=pasted, template=template)


@dataclass(frozen=True)
class Went:
    """How many posts went out in a span of time, on how many channels."""

    posts: int
    channels: int


def sent_between(brand_id: UUID, start: datetime, end: datetime) -> Went:
    """What went out in [start, end)."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(DISTINCT v.post_id), count(DISTINCT d.channel_id)"
            " FROM publish_delivery d JOIN create_variant v ON v.id = d.variant_id"
            " JOIN brand_channel c ON c.id = d.channel_id"
            " WHERE c.brand_id = %s AND d.state = 'sent' AND d.sent_at >= %s AND d.sent_at < %s",
            [brand_id, start, end],
        )
        posts, channels = cursor.fetchone() or (0, 0)
    return Went(posts, channels)
