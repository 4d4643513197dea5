"""The calendar as values: weeks of days with the posts of each, folded where there are many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from aboveboard.faces.web.today.needs import day_span
from aboveboard.publish import standing
from aboveboard.publish.standing import Standpoint

# Up to this many posts a day shows each; beyond, its hours fold.
MOST_IN_A_DAY = 16
# A day with at most this many in a tall week gets two lines for each.
ROOMY = 5


@dataclass(frozen=True)
class Hour:
    """A folded hour of a full day."""

    hour: int
    count: int


@dataclass(frozen=True)
class Day:
    """One day: its posts, or its hours when there are too many; `kept` names its observances."""

    date: date
    posts: tuple[Standpoint, ...]
    hours: tuple[Hour, ...]
    count: int
    past: bool
    other: bool
    today: bool
    roomy: bool = False
    kept: tuple[str, ...] = ()

    @property
    def iso(self) -> str:
        """The day for scripts and addresses: 2026-11-24."""
        return self.date.isoformat()


@dataclass(frozen=True)
class Week:
    """Seven days, Monday first, with the ISO week number."""

    number: int
    days: tuple[Day, ...]


def month_weeks(first: date) -> list[date]:
    """The Mondays of the weeks that a month touches."""
    monday = first - timedelta(days=first.weekday())
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return [
        monday + timedelta(weeks=n)
        for n in range((after - monday).days // 7 + 1)
        if monday + timedelta(weeks=n) < after
    ]


def weeks(
    brand_id: UUID,
    mondays: Sequence[date],
    tz: ZoneInfo,
    *,
    today: date,
    month: int | None = None,
    network: str = "",
    campaign: str = "",
    kept: Mapping[date, Sequence[str]] | None = None,
) -> list[Week]:
    """The weeks that begin on these Mondays. Two reads, however many posts there are."""
    start, _end = day_span(mondays[0], tz)
    _start, end = day_span(mondays[-1] + timedelta(days=6), tz)
    counts = standing.per_hour(brand_id, start, end, tz.key)
    full = {day for day, hours in counts.items() if sum(hours.values()) > MOST_IN_A_DAY}
    folded = [day_span(day, tz) for day in sorted(full)]
    posts = _by_day(standing.between(brand_id, start, end, without=folded), tz)
    return [
        _week(
            monday,
            posts,
            counts,
            full,
            today=today,
            month=month,
            chosen=(network, campaign),
            kept=kept or {},
        )
        for monday in mondays
    ]


def _by_day(posts: Sequence[Standpoint], tz: ZoneInfo) -> dict[date, list[Standpoint]]:
    found: dict[date, list[Standpoint]] = {}
    for post in posts:
        if post.at:
            found.setdefault(post.at.astimezone(tz).date(), []).append(post)
    return found


def _week(
    monday: date,
    posts: Mapping[date, list[Standpoint]],
    counts: Mapping[date, Mapping[int, int]],
    full: set[date],
    *,
    today: date,
    month: int | None,
    chosen: tuple[str, str],
    kept: Mapping[date, Sequence[str]],
) -> Week:
    dates = [monday + timedelta(days=n) for n in range(7)]
    shown = {day: tuple(p for p in posts.get(day, ()) if _wanted(p, *chosen)) for day in dates}
    # A tall week is one in which some day has more than a few.
    tall = any(len(shown[day]) > ROOMY or day in full for day in dates) or today in dates
    days = []
    for day in dates:
        hours = counts.get(day, {}) if day in full else {}
        days.append(
            Day(
                date=day,
                posts=shown[day],
                hours=tuple(Hour(hour, count) for hour, count in sorted(hours.items())),
                count=sum(hours.values()) if hours else len(posts.get(day, ())),
                past=day < today,
                other=month is not None and day.month != month,
                today=day == today,
                roomy=tall and len(shown[day]) <= ROOMY,
                kept=tuple(kept.get(day, ())),
            )
        )
    return Week(number=monday.isocalendar().week, days=tuple(days))


def _wanted(post: Standpoint, network: str, campaign: str) -> bool:
    return (not network or network in post.networks) and (not campaign or post.campaign == campaign)


@dataclass(frozen=True)
class Slot:
    """One hour of one day in the week view."""

    date: date
    hour: int
    posts: tuple[Standpoint, ...]
    count: int
    past: bool = False

    @property
    def iso(self) -> str:
        """The day for scripts and addresses: 2026-11-24."""
        return self.date.isoformat()


def hours_of(week: Week, tz: ZoneInfo) -> list[tuple[int, list[Slot]]]:
    """The week by hours, from the first to the last that holds a post, at least 8 to 20."""
    used = [p.at.astimezone(tz).hour for d in week.days for p in d.posts if p.at]
    used += [hour.hour for d in week.days for hour in d.hours]
    first, last = min([8, *used]), max([20, *used])
    return [
        (
            hour,
            [
                Slot(
                    day.date,
                    hour,
                    tuple(p for p in day.posts if p.at and p.at.astimezone(tz).hour == hour),
                    next((h.count for h in day.hours if h.hour == hour), 0),
                    past=day.past,
                )
                for day in week.days
            ],
        )
        for hour in range(first, last + 1)
    ]


def month_of(raw: str, today: date) -> date:
    """The first day of a month given as 2026-11; this month for anything else."""
    try:
        return datetime.strptime(raw, "%Y-%m").date()  # noqa: DTZ007
    except ValueError:
        return today.replace(day=1)


def day_of(raw: str, today: date) -> date:
    """A day given as 2026-11-24; today for anything else."""
    try:
        return date.fromisoformat(raw)
    except ValueError:
        return today
