"""Time: aware UTC inside, wall-clock time with its IANA zone at the edge."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from aboveboard.kernel.errors import Invalid

_as_of: ContextVar[datetime | None] = ContextVar("as_of", default=None)


def now() -> datetime:
    """The present moment, aware, in UTC."""
    return _as_of.get() or datetime.now(UTC)


@contextmanager
def as_of(moment: datetime) -> Iterator[None]:
    """Let the actions of this context happen at another moment: for loading what has been."""
    token = _as_of.set(moment)
    try:
        yield
    finally:
        _as_of.reset(token)


@cache
def _zones() -> frozenset[str]:
    # Finding them reads a few hundred files: once is enough.
    return frozenset(available_timezones())


def zone(name: str) -> ZoneInfo:
    """The zone with this IANA name. Raises Invalid for a name that does not exist."""
    if name not in _zones():
        raise Invalid(
            f"There is no time zone named “{name[:60]}”.",
            mend="Use a name like Europe/Amsterdam.",
            code="zone",
        )
    return ZoneInfo(name)


def resolve(wall: datetime, zone_name: str) -> datetime:
    """The UTC moment of a wall-clock time in a zone.

    `wall` is naive. Raises Invalid when the clock skips that time (spring) or shows it
    twice (autumn) and `wall.fold` has not been set to 1 for the second showing, and for a
    time at the ends of the calendar that has no place in UTC.
    """
    tz = zone(zone_name)
    try:
        first = wall.replace(tzinfo=tz, fold=0).astimezone(UTC)
        second = wall.replace(tzinfo=tz, fold=1).astimezone(UTC)
    except OverflowError:
        raise _beyond() from None
    if first != second:
        if first.astimezone(tz).replace(tzinfo=None, fold=0) != wall.replace(fold=0):
            raise Invalid(
                f"The clock in {zone_name} skips {wall:%H:%M} on {wall:%d %B %Y}.",
                mend="Choose an hour earlier or later.",
                code="skipped_time",
            )
        if not wall.fold:
            raise Invalid(
                f"{wall:%H:%M} comes twice on {wall:%d %B %Y} in {zone_name}: the clock goes back.",
                mend="Choose the first or the second.",
                code="double_time",
            )
    return second if wall.fold else first


def wall(moment: datetime, zone_name: str) -> datetime:
    """The wall-clock time (naive) that a moment shows in a zone; `fold` is 1 for the second
    showing of a time that comes twice. Raises Invalid at the ends of the calendar."""
    try:
        return moment.astimezone(zone(zone_name)).replace(tzinfo=None)
    except OverflowError:
        raise _beyond() from None


def _beyond() -> Invalid:
    return Invalid("The calendar does not reach that far.", mend="Choose another day.", code="day")
