"""When numbers are read, what is worth keeping, how curves are made, who is no reader (pure)."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from statistics import median

from aboveboard.channels.base import Numbers

METRICS = tuple(field.name for field in fields(Numbers))

# How old a post is, and how often its numbers are read until then.
SCHEDULE = (
    (timedelta(hours=1), timedelta(minutes=10)),
    (timedelta(days=14), timedelta(hours=1)),
    (timedelta(days=90), timedelta(days=1)),
)
# A number that stays the same is written down once in this time, to show that it was read.
AT_LEAST = timedelta(days=1)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=10), timedelta(hours=12)
# Of how many posts a middle is taken at least: one of fewer says more of chance than of posts.
FEWEST = 5
AGES = tuple(
    timedelta(hours=hours)
    for hours in (0, 1, 3, 6, 12, 24, 48, 72, 120, 168, 240, 336, 504, 720, 1080, 1440, 2160)
)


def next_reading(sent_at: datetime, now: datetime) -> datetime | None:
    """When to read next, counted from when it was sent, so that posts sent together are read
    together; None when it is over."""
    age = max(now - sent_at, timedelta())
    for until, every in SCHEDULE:
        if age < until:
            return sent_at + (age // every + 1) * every
    return None


def pause_after(failures: int) -> timedelta:
    """How long to leave a network alone after so many failures in a row, doubling."""
    doubled = FIRST_PAUSE * 2.0 ** min(max(failures - 1, 0), 20)
    return min(doubled, LONGEST_PAUSE)


def worth_keeping(
    told: Numbers, now: datetime, *, before: Numbers | None, before_at: datetime | None
) -> bool:
    """Whether what was told is news: something changed, or a day has passed."""
    if all(getattr(told, metric) is None for metric in METRICS):
        return False
    return before != told or before_at is None or now - before_at >= AT_LEAST


def with_clicks(told: Numbers, counted: int | None) -> Numbers:
    """What a network told, with the clicks that we counted where it tells none."""
    return told if told.clicks is not None else replace(told, clicks=counted)


def total(told: Iterable[Numbers]) -> Numbers:
    """The sums; None where nobody told."""
    rows = list(told)

    def added(metric: str) -> int | None:
        values = [value for row in rows if (value := getattr(row, metric)) is not None]
        return sum(values) if values else None

    return Numbers(**{metric: added(metric) for metric in METRICS})


@dataclass(frozen=True, slots=True)
class Point:
    """A number as it stood at a moment."""

    at: datetime
    value: int


@dataclass(frozen=True, slots=True)
class Middle:
    """The median of posts at an age."""

    age: timedelta
    value: float


def summed(series: Iterable[Sequence[Point]]) -> tuple[Point, ...]:
    """One curve of several: at each moment the sum of what each last showed."""
    curves = [list(curve) for curve in series]
    moments = sorted({point.at for curve in curves for point in curve})
    return tuple(
        Point(moment, sum(value_at(curve, moment) for curve in curves)) for moment in moments
    )


def value_at(curve: Sequence[Point], moment: datetime) -> int:
    """What a curve (sorted by time) last showed at a moment; 0 before its first point."""
    place = bisect_right(curve, moment, key=lambda point: point.at)
    return curve[place - 1].value if place else 0


@dataclass(frozen=True, slots=True)
class Grown:
    """A post's curve with when it was sent and until when it has been read."""

    sent_at: datetime
    read_until: datetime
    curve: Sequence[Point]


def middle(posts: Sequence[Grown], *, ages: Sequence[timedelta] = AGES) -> tuple[Middle, ...]:
    """The median at each age that at least `FEWEST` posts have reached."""
    result = []
    for age in ages:
        values = [
            value_at(post.curve, post.sent_at + age)
            for post in posts
            if post.read_until - post.sent_at >= age
        ]
        if len(values) >= FEWEST:
            result.append(Middle(age, float(median(values))))
    return tuple(result)


# Programs that say they are one, and those that fetch a page to show a preview of it: what
# Mastodon, Bluesky (Cardyb), Slack, WhatsApp, Telegram and the like send as their user agent.
_ROBOT = re.compile(
    r"bot\b|bots\b|crawl|spider|slurp|preview|fetch|scan|monitor|headless|externalhit|facebookcatalog"
    r"|cardyb|whatsapp|embedly|mastodon|pleroma|akkoma|misskey|lemmy|friendica|gotosocial|snac"
    r"|feed|curl|wget|httpx|python|http\.rb|go-http|okhttp|java/|ruby|axios|node|libwww|aboveboard",
    re.IGNORECASE,
)


def is_reader(method: str, agent: str, *, prefetched: bool = False) -> bool:
    """Whether a request for a link looks like a person's following it.

    A robot that names itself a browser is counted; nothing is stored to find out.
    """
    return method == "GET" and not prefetched and bool(agent) and not _ROBOT.search(agent)
