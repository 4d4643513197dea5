"""Telling a WebSub hub that a brand's feeds have something new (https://www.w3.org/TR/websub/).

No state is kept: each minute looks at its own minute, a little later, so that every post falls
into exactly one, and a job that died is run again with the same minute.
"""

import logging
from datetime import datetime, timedelta

import httpx
from django.conf import settings
from django.urls import reverse

from aboveboard.brand.models import Brand
from aboveboard.faces.web.public.feeds import hub
from aboveboard.faces.web.public.shown import NETWORK, absolute
from aboveboard.kernel.http import client
from aboveboard.publish.models import State

log = logging.getLogger(__name__)

# A row is seen a moment after the time that stands in it.
LAG = timedelta(seconds=15)
TIMEOUT = httpx.Timeout(10.0, connect=5.0)


class HubSilent(Exception):
    """The hub did not take what it was told; it is tried again."""


def sent_within(since: datetime, until: datetime) -> list[Brand]:
    """The brands on whose sites something appeared after `since`, `until` included."""
    found = Brand.objects.filter(
        channels__network=NETWORK,
        channels__deliveries__state=State.SENT,
        channels__deliveries__sent_at__gt=since,
        channels__deliveries__sent_at__lte=until,
    )
    return list(found.distinct().order_by("slug"))


def minute_of(tick: datetime) -> tuple[datetime, datetime]:
    """The minute that a tick of the clock looks at."""
    return tick - LAG - timedelta(minutes=1), tick - LAG


def topics(slug: str) -> list[str]:
    """The addresses of a brand's feeds, as their own `self` links give them."""
    return [absolute(reverse(name, args=[slug])) for name in ("public_atom", "public_json")]


async def ping(slug: str) -> None:
    """Tell the hub of both feeds. Raises HubSilent when it does not take it."""
    address = hub()
    if not address:
        return
    async with client(allow_hosts=settings.ALLOW_HOSTS, timeout=TIMEOUT) as http:
        for topic in topics(slug):
            told = {"hub.mode": "publish", "hub.topic": topic, "hub.url": topic}
            try:
                answer = await http.post(address, data=told)
            except httpx.HTTPError as error:
                raise HubSilent(f"The hub {address} did not answer: {error}") from error
            if not answer.is_success:
                raise HubSilent(f"The hub {address} answered {answer.status_code}.")
