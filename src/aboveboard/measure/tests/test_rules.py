"""The rules of measuring hold for any times and numbers."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.channels.base import Numbers
from aboveboard.measure import rules
from aboveboard.measure.rules import Grown, Point

SENT = datetime(2026, 11, 1, 9, tzinfo=UTC)
ages = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=120))
counts = st.none() | st.integers(0, 10_000)
numbers = st.builds(
    Numbers,
    replies=counts,
    likes=counts,
    reposts=counts,
    quotes=counts,
    views=counts,
    clicks=counts,
)


@given(ages)
def test_the_next_reading_lies_ahead_and_not_too_far(age: timedelta) -> None:
    now = SENT + age
    following = rules.next_reading(SENT, now)
    if age >= timedelta(days=90):
        assert following is None
        return
    assert following is not None
    every = next(every for until, every in rules.SCHEDULE if age < until)
    assert timedelta() < following - now <= every
    assert following <= SENT + timedelta(days=90)


def test_all_readings_of_a_post() -> None:
    moment: datetime | None = SENT
    gaps = []
    while moment and (following := rules.next_reading(SENT, moment)):
        gaps.append(following - moment)
        moment = following
    assert (
        gaps
        == [timedelta(minutes=10)] * 6
        + [timedelta(hours=1)] * (14 * 24 - 1)
        + [timedelta(days=1)] * 76
    )


def test_a_clock_that_runs_behind_reads_ten_minutes_after_sending() -> None:
    assert rules.next_reading(SENT, SENT - timedelta(hours=3)) == SENT + timedelta(minutes=10)


@given(st.integers(-3, 10_000))
def test_pauses_grow_and_end(failures: int) -> None:
    pause = rules.pause_after(failures)
    assert rules.FIRST_PAUSE <= pause <= rules.LONGEST_PAUSE
    assert rules.pause_after(failures + 1) >= pause


@given(numbers, numbers, st.timedeltas(timedelta(), timedelta(days=3)))
def test_only_news_is_kept(told: Numbers, before: Numbers, passed: timedelta) -> None:
    kept = rules.worth_keeping(told, SENT + passed, before=before, before_at=SENT)
    silent = told == Numbers()
    assert kept == (not silent and (told != before or passed >= timedelta(days=1)))
    assert rules.worth_keeping(told, SENT, before=None, before_at=None) == (not silent)


@given(st.lists(numbers))
def test_sums_never_take_silence_for_nothing(rows: list[Numbers]) -> None:
    added = rules.total(rows)
    for metric in rules.METRICS:
        told = [value for row in rows if (value := getattr(row, metric)) is not None]
        assert getattr(added, metric) == (sum(told) if told else None)


@given(numbers, counts)
def test_our_clicks_stand_in_only_where_the_network_is_silent(told: Numbers, ours: int) -> None:
    both = rules.with_clicks(told, ours)
    assert both.clicks == (told.clicks if told.clicks is not None else ours)
    assert both.likes == told.likes


curves = st.lists(
    st.tuples(ages, st.integers(0, 1000)), max_size=8, unique_by=lambda point: point[0]
).map(lambda points: [Point(SENT + age, value) for age, value in sorted(points)])


@given(st.lists(curves, max_size=4))
def test_a_sum_of_curves_shows_each_ones_last_value(series: list[list[Point]]) -> None:
    whole = rules.summed(series)
    assert [point.at for point in whole] == sorted({p.at for curve in series for p in curve})
    for point in whole:
        last = [[p.value for p in curve if p.at <= point.at][-1:] for curve in series]
        assert point.value == sum(values[0] for values in last if values)


@given(st.lists(curves, max_size=9), ages)
def test_a_middle_needs_five_posts_of_that_age(series: list[list[Point]], until: timedelta) -> None:
    posts = [Grown(SENT, SENT + until, curve) for curve in series]
    points = rules.middle(posts)
    if len(posts) < 5:
        assert points == ()
        return
    assert [point.age for point in points] == [age for age in rules.AGES if age <= until]
    for point in points:
        values = [rules.value_at(post.curve, SENT + point.age) for post in posts]
        assert min(values) <= point.value <= max(values)
        assert sum(value <= point.value for value in values) * 2 >= len(values)


def test_a_middle_leaves_out_posts_that_are_too_young() -> None:
    def post(value: int, days: int) -> Grown:
        return Grown(SENT, SENT + timedelta(days=days), [Point(SENT, value)])

    old = [post(value, 3) for value in (1, 2, 3, 4, 100)]
    points = rules.middle([*old, post(1_000, 1)])
    by_age = {point.age: point.value for point in points}
    assert by_age[timedelta(days=1)] == 3.5
    assert by_age[timedelta(days=2)] == 3
    assert timedelta(days=5) not in by_age


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, "
        "like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Chrome/142.0.0.0 Mobile Safari/537.36",
    ],
)
def test_browsers_are_readers(agent: str) -> None:
    assert rules.is_reader("GET", agent)
    assert not rules.is_reader("HEAD", agent)
    assert not rules.is_reader("GET", agent, prefetched=True)


@pytest.mark.parametrize(
    "agent",
    [
        "",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
        "Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)",
        "Mastodon/4.5.0 (http.rb/5.3.1; +https://mastodon.example/) Bot",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "TelegramBot (like TwitterBot)",
        "WhatsApp/2.23.20.0",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "curl/8.14.1",
        "python-requests/2.32",
    ],
)
def test_robots_are_not(agent: str) -> None:
    assert not rules.is_reader("GET", agent)
