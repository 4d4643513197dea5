"""Whom to ask and whom after them (pure): the order of providers, when one stands in, the month.

In: the order the workspace wants, an error, an address. Out: an order, yes or no.
"""

import ipaddress
from collections.abc import Mapping, Sequence, Set
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID
from zoneinfo import ZoneInfo

from aboveboard.ai.errors import AIError, NotConfigured, RefusedByProvider, Unreachable
from aboveboard.kernel.http import is_public

# What another provider can mend. Who would not write this for its content is not gone around,
# and what could not be read is not sent elsewhere in the hope that it can be read there.
_ELSEWHERE = frozenset({"key", "quota", "model", "server"})


def in_order(
    known: Sequence[UUID], wanted: Mapping[str, Sequence[str]], task: str, first: UUID | None
) -> list[UUID]:
    """The providers to ask for a task, in turn: `first`, then those that the team named for it.

    `known` are all that there are, in their places; they serve for a task that nobody ordered.
    """
    named = [one for text in wanted.get(task, ()) for one in known if str(one) == text]
    chosen = named or list(known)
    return [first, *(one for one in chosen if one != first)] if first else chosen


def stands_in(error: AIError) -> bool:
    """Whether the next provider may be asked after this failure.

    Not after a time-out or a line that broke while the text was there already: that one may still
    be at work and charge for it.
    """
    if isinstance(error, RefusedByProvider):
        return error.reason in _ELSEWHERE
    if isinstance(error, Unreachable):
        return not error.sent
    return isinstance(error, NotConfigured)


def host_of(base_url: str) -> str:
    """The host that an address leads to, with its port where it has one."""
    return urlsplit(base_url).netloc


def is_near(base_url: str, allowed: Set[str]) -> bool:
    """Whether an address leads to this machine or the own network: nothing leaves the house.

    `allowed` are the private hosts that whoever runs the studio has named.
    """
    parts = urlsplit(base_url)
    host = parts.hostname or ""
    try:
        return not is_public(str(ipaddress.ip_address(host)))
    except ValueError:
        return host == "localhost" or host in allowed or parts.netloc in allowed


def month_of(zone: str, at: datetime) -> datetime:
    """When the calendar month began in which `at` lies, in a zone."""
    here = at.astimezone(ZoneInfo(zone))
    return here.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
