"""What a network says of how much may still be asked of it, read from the headers of its answers.

Three families are in use: a count that is left and when it starts anew (`X-RateLimit-…`,
`X-Rate-Limit-…`, `RateLimit-…`; draft-ietf-httpapi-ratelimit-headers), the same for a day and an
app (`X-App-Limit-24Hour-…`, `X-User-Limit-24Hour-…`), and percentages as JSON (`X-App-Usage`,
`X-Business-Use-Case-Usage`). Who watches learns of a budget that is used up from the answer that
used it up, and need not run into a 429.
"""

import json
import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from aboveboard.kernel import clock

_COUNTS = (
    "x-ratelimit",
    "x-rate-limit",
    "ratelimit",
    "x-app-limit-24hour",
    "x-user-limit-24hour",
)
_USAGE = ("x-app-usage", "x-business-use-case-usage")
# From this percentage on a budget counts as used up; where nobody says for how long, for so long.
_FULL, _NOBODY_SAYS = 98.0, 300.0
MOST = 86_400.0


@dataclass
class Watch:
    """What was learnt while it watched: seconds to wait until the budget starts anew."""

    wait: float = 0.0


_watch: ContextVar[Watch | None] = ContextVar("rates", default=None)


@contextmanager
def watched() -> Iterator[Watch]:
    """Watch the answers of the requests made within the block."""
    watch = Watch()
    token = _watch.set(watch)
    try:
        yield watch
    finally:
        _watch.reset(token)


def note(headers: Mapping[str, str]) -> None:
    """Tell whoever watches what these headers say."""
    watch = _watch.get()
    if watch is not None:
        watch.wait = max(watch.wait, spent(headers))


def spent(headers: Mapping[str, str]) -> float:
    """Seconds to wait where a budget is used up, 0 where none is or nobody says; at most a day."""
    waits = [0.0]
    for name in _COUNTS:
        left = _number(headers.get(f"{name}-remaining", ""))
        if left is not None and left < 1:
            after = headers.get(f"{name}-reset-after") or headers.get(f"{name}-reset", "")
            waits.append(seconds_of(after) or 0.0)
    for name in _USAGE:
        waits += _usage(headers.get(name, ""))
    return min(max(waits), MOST)


def seconds_of(value: str) -> float | None:
    """A wait in a header: seconds, a Unix time, an ISO time stamp or an HTTP date."""
    number = _number(value)
    if number is not None:
        return number - clock.now().timestamp() if number > 1e9 else number
    moment = moment_of(value)
    return (moment - clock.now()).total_seconds() if moment else None


def moment_of(value: str) -> datetime | None:
    """An ISO time stamp or HTTP date as aware UTC; None when it is neither."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
        except ValueError:
            return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _number(value: str) -> float | None:
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) else None


def _usage(value: str) -> Iterator[float]:
    """Waits from usage told as JSON: {"call_count": 28, …}, or lists of such by account."""
    try:
        told = json.loads(value) if value else None
    except ValueError:
        return
    for usage in _mappings(told):
        shares = [
            number
            for name in ("call_count", "total_time", "total_cputime")
            if isinstance(number := usage.get(name), int | float)
        ]
        if shares and max(shares) >= _FULL:
            minutes = usage.get("estimated_time_to_regain_access")
            yield minutes * 60.0 if isinstance(minutes, int | float) and minutes else _NOBODY_SAYS


def _mappings(told: Any, depth: int = 4) -> Iterator[Mapping[str, Any]]:
    if isinstance(told, dict) and "call_count" in told:
        yield told
    elif depth and isinstance(told, dict | list):
        for inner in told.values() if isinstance(told, dict) else told:
            yield from _mappings(inner, depth - 1)
