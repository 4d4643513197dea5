"""Which posts did better than usual, against the others of their channel, and how sure that is.

A post's figure on a channel is what people did there: replies, likes, reposts, quotes, saves and
clicks, as far as they are told. "Better" is above the median of that channel's other posts.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from uuid import UUID

from aboveboard.channels.base import Numbers
from aboveboard.kernel import clock
from aboveboard.kernel.shares import wilson
from aboveboard.learn.material import Worked
from aboveboard.learn.recombining import common
from aboveboard.measure import queries as measured
from aboveboard.measure.rules import FEWEST
from aboveboard.publish import queries as published
from aboveboard.publish.models import State
from aboveboard.text.knowledge import stems

# How far back one looks, and how old a post is before its figure counts.
BACK, SETTLED = timedelta(days=365), timedelta(days=2)
MOST = 400
# Posts that share so many topic words are of one matter.
SHARED = 2
_DONE = ("replies", "likes", "reposts", "quotes", "saves", "clicks")


@dataclass(frozen=True)
class Sent:
    """A post on one channel that is out, with its figure; None when nothing was told."""

    post: UUID
    title: str
    text: str
    language: str
    channel: UUID
    at: datetime | None
    done: int | None


def figure(numbers: Numbers) -> int | None:
    """What people did with it; None when the network tells nothing."""
    told = [value for name in _DONE if (value := getattr(numbers, name)) is not None]
    return sum(told) if told else None


def sent(brand_id: UUID) -> list[Sent]:
    """What a brand has sent within a year, the newest first."""
    now = clock.now()
    rows = list(
        published.deliveries(brand_id, states=[State.SENT])
        .filter(sent_at__gte=now - BACK)
        .select_related("variant__head")
        .order_by("-sent_at")[:MOST]
    )
    numbers = measured.latest(brand_id, [row.pk for row in rows])
    return [
        Sent(
            post=row.variant.post_id,
            title=row.variant.post.title,
            text=row.variant.head.text if row.variant.head else "",
            language=row.variant.language,
            channel=row.channel_id,
            at=row.sent_at,
            done=figure(numbers[row.pk]) if row.sent_at and row.sent_at <= now - SETTLED else None,
        )
        for row in rows
    ]


def worked(rows: Sequence[Sent], language: str) -> list[Worked]:
    """The posts in this language that did better than usual, the best first; one row a post."""
    ratios = _against_usual(rows)
    by_post: dict[UUID, list[Sent]] = defaultdict(list)
    for row in rows:
        if row.language == language and (row.post, row.channel) in ratios:
            by_post[row.post].append(row)
    best = {
        post: max(its, key=lambda row: ratios[row.post, row.channel])
        for post, its in by_post.items()
    }
    everywhere = common(row.text for row in best.values())
    about = {post: stems(row.text) - everywhere for post, row in best.items()}
    found = []
    for post, row in best.items():
        if ratios[post, row.channel] <= 1:
            continue
        alike = [p for p in best if len(about[p] & about[post]) >= SHARED or p == post]
        above = sum(ratios[p, best[p].channel] > 1 for p in alike)
        found.append(
            (
                ratios[post, row.channel],
                Worked(row.title, row.text, str(post), above, len(alike), row.channel),
            )
        )
    return [one for _ratio, one in sorted(found, key=lambda pair: -pair[0])]


def may_be_chance(above: int, of: int) -> bool:
    """Whether so many of so many say no more than a coin: the lower bound of 95 % under half."""
    return wilson(above, of)[0] < 0.5


def _against_usual(rows: Sequence[Sent]) -> Mapping[tuple[UUID, UUID], float]:
    """(Post, channel) -> its figure by the median of the channel's others, where there are five."""
    told: dict[UUID, list[Sent]] = defaultdict(list)
    for row in rows:
        if row.done is not None:
            told[row.channel].append(row)
    ratios = {}
    for channel, its in told.items():
        for row in its:
            others = [one.done for one in its if one.post != row.post and one.done is not None]
            if len(others) >= FEWEST and (usual := median(others)) > 0:
                ratios[row.post, channel] = (row.done or 0) / usual
    return ratios
