"""Wall-clock times and their moments, over clock changes of several zones."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from aboveboard.kernel import clock
from aboveboard.kernel.errors import Invalid

_t = datetime.fromisoformat

ZONES = (
    "Europe/Amsterdam",
    "Europe/Budapest",
    "America/New_York",
    "America/Sao_Paulo",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Pacific/Apia",
    "UTC",
)


@pytest.mark.parametrize(
    ("zone", "skipped"),
    [
        ("Europe/Amsterdam", _t("2026-03-29T02:30")),
        ("America/New_York", _t("2026-03-08T02:00")),
        # Half an hour only.
        ("Australia/Lord_Howe", _t("2026-10-04T02:15")),
        # The whole day.
        ("Pacific/Apia", _t("2011-12-30T12:00")),
        # At midnight.
        ("America/Sao_Paulo", _t("2018-11-04T00:30")),
    ],
)
@pytest.mark.parametrize("fold", [0, 1])
def test_a_skipped_time_is_refused(zone: str, skipped: datetime, fold: int) -> None:
    with pytest.raises(Invalid, match="skips") as raised:
        clock.resolve(skipped.replace(fold=fold), zone)
    assert raised.value.code == "skipped_time"


@pytest.mark.parametrize(
    ("zone", "double", "first", "second"),
    [
        (
            "Europe/Amsterdam",
            _t("2026-10-25T02:30"),
            datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
            datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        ),
        (
            "Australia/Lord_Howe",
            _t("2026-04-05T01:45"),
            datetime(2026, 4, 4, 14, 45, tzinfo=UTC),
            datetime(2026, 4, 4, 15, 15, tzinfo=UTC),
        ),
    ],
)
def test_a_double_time_needs_a_choice(
    zone: str, double: datetime, first: datetime, second: datetime
) -> None:
    with pytest.raises(Invalid, match="twice") as raised:
        clock.resolve(double, zone)
    assert raised.value.code == "double_time"
    assert clock.resolve(double.replace(fold=1), zone) == second
    # The first showing is what the moment before it says.
    assert clock.wall(first, zone) == double
    assert clock.wall(first, zone).fold == 0
    assert clock.wall(second, zone).fold == 1


def test_the_hours_beside_a_change_are_plain() -> None:
    zone = "Europe/Amsterdam"
    assert clock.resolve(_t("2026-03-29T01:59"), zone).hour == 0
    assert clock.resolve(_t("2026-03-29T03:00"), zone).hour == 1
    assert clock.resolve(_t("2026-10-25T01:59"), zone).hour == 23
    assert clock.resolve(_t("2026-10-25T03:00"), zone).hour == 2


@given(
    st.sampled_from(ZONES),
    st.datetimes(_t("1975-01-01T00:00"), _t("2060-01-01T00:00")),
)
def test_a_moment_comes_back_from_its_wall_clock(zone: str, naive: datetime) -> None:
    moment = naive.replace(tzinfo=UTC)
    shown = clock.wall(moment, zone)
    assert shown.tzinfo is None
    try:
        found = clock.resolve(shown, zone)
    except Invalid as error:
        found, code = moment, error.code
        event(code)
        assert (code, shown.fold) == ("double_time", 0)
    assert found == moment


@given(st.sampled_from(ZONES), st.datetimes(_t("1975-01-01T00:00"), _t("2060-01-01T00:00")))
def test_a_resolved_time_shows_as_it_was_written(zone: str, wall: datetime) -> None:
    try:
        moment = clock.resolve(wall, zone)
    except Invalid:
        assume(False)
        raise
    assert moment.utcoffset() == timedelta(0)
    assert clock.wall(moment, zone) == wall


@pytest.mark.parametrize(
    "name", ["Europe/Amsterdm", "", "utc ", "../etc/passwd", "Europe/\0", "x" * 100_000, "Europe"]
)
def test_a_zone_that_does_not_exist(name: str) -> None:
    with pytest.raises(Invalid, match="no time zone") as raised:
        clock.zone(name)
    assert len(raised.value.message) < 120
    assert clock.zone("Europe/Amsterdam") == ZoneInfo("Europe/Amsterdam")


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Los_Angeles"])
@pytest.mark.parametrize("end", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_beyond_the_calendar(zone: str, end: str) -> None:
    east_in_the_morning = (zone == "Asia/Tokyo") == (end < "5")
    wall = _t(end)
    moment = wall.replace(tzinfo=UTC)
    if east_in_the_morning:
        with pytest.raises(Invalid, match="does not reach"):
            clock.resolve(wall, zone)
        assert clock.wall(moment, zone).year in (1, 9999)
    else:
        with pytest.raises(Invalid, match="does not reach"):
            clock.wall(moment, zone)
        assert clock.resolve(wall, zone).year in (1, 9999)


def test_another_moment_for_a_while() -> None:
    then = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
    with clock.as_of(then):
        assert clock.now() == then
        with clock.as_of(then + timedelta(days=1)):
            assert clock.now() == then + timedelta(days=1)
        assert clock.now() == then
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
    assert clock.now().tzinfo is UTC
