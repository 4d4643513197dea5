"""Keeping sign-ins alive: renewed ahead of time, looked after once a day, and people told in time.

A sign-in that ends is renewed when a third of its life is left, a week before its end at the
earliest, so that a bad day at the network costs nothing. What cannot be renewed is told to those
who may connect channels, by mail and in Today, once for each end. A token that says nothing of its
end is tried once a day, so that a dead one is noticed before a post needs it.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db.models import F, Q

from aboveboard.channels.base import Account, Network
from aboveboard.channels.errors import ChannelError, SignInAgain
from aboveboard.channels.registry import network
from aboveboard.kernel import clock
from aboveboard.kernel.errors import AboveboardError
from aboveboard.kernel.http import Client, client
from aboveboard.people.mailing import reached
from aboveboard.people.queries import members_who_may
from aboveboard.people.rules import Right
from aboveboard.publish import accounts
from aboveboard.publish.models import Connection

log = logging.getLogger(__name__)

WEEK, DAY = timedelta(days=7), timedelta(days=1)
# A short token is renewed by the engine when it is refused; here it is enough to be early.
LEAST = timedelta(minutes=10)
# How long a network that could not be asked is left alone.
AGAIN = timedelta(minutes=30)


def renews_at(expires_at: datetime, since: datetime) -> datetime:
    """When to renew a sign-in: at two thirds of its life, or a week before its end."""
    life = max(expires_at - since, timedelta(0))
    return max(expires_at - WEEK, expires_at - max(life / 3, LEAST))


async def look_after(limit: int = 200) -> None:
    """Renew, check and tell, for the connections whose turn it is."""
    async with client(allow_hosts=settings.ALLOW_HOSTS) as http:
        for row in await sync_to_async(_due)(limit):
            try:
                await _look_at(http, row)
            except AboveboardError as error:
                log.warning("The sign-in of channel %s: %s", row.channel_id, error)
    await sync_to_async(_tell)()


def _due(limit: int) -> Sequence[Connection]:
    now = clock.now()
    rows = Connection.objects.filter(state="ok", channel__removed_at=None).filter(
        Q(expires_at__lte=now + WEEK) | Q(checked_at__lte=now - DAY)
    )
    return list(rows.filter(Q(looked_at=None) | Q(looked_at__lte=now - AGAIN))[:limit])


async def _look_at(http: Client, row: Connection) -> None:
    now = clock.now()
    await Connection.objects.filter(pk=row.pk).aupdate(looked_at=now)
    was_asked = False
    try:
        account = await accounts.account_of(row.channel_id)
        adapter = network(await sync_to_async(accounts.network_of)(row.channel_id))
        account = await _renewed(http, row, account, now)
        if row.checked_at <= now - DAY and adapter.looked_after:
            was_asked = True
            await _signed_in(http, row, adapter, account)
            await Connection.objects.filter(pk=row.pk).aupdate(checked_at=now)
    except SignInAgain as error:
        if was_asked or not row.expires_at or row.expires_at <= now:
            dead = Connection.objects.filter(pk=row.pk, sealed=bytes(row.sealed))
            await dead.aupdate(state="dead", why=error.why, checked_at=now, warned_at=None)
    except ChannelError as error:
        log.info("The sign-in of channel %s could not be looked at: %s", row.channel_id, error.why)


async def _signed_in(http: Client, row: Connection, adapter: Network, account: Account) -> None:
    """Try the sign-in. What it brings of new secrets is kept: it has used the old ones up."""
    sign_in = partial(adapter.sign_in, http)
    seen, account = await accounts.asked(http, row.channel_id, account, sign_in)
    await sync_to_async(accounts.kept)(row.channel_id, account, seen.account)


async def _renewed(http: Client, row: Connection, account: Account, now: datetime) -> Account:
    """The account, renewed where it is time; one that cannot be renewed works until its end."""
    ends = row.expires_at
    if not ends or now < renews_at(ends, row.refreshed_at or row.checked_at):
        return account
    try:
        return await accounts.refreshed(http, row.channel_id, account)
    except SignInAgain:
        if ends <= now:
            raise
        return account


def ending(brand_id: UUID) -> list[Connection]:
    """The sign-ins of a brand that end within a week, though they work still."""
    rows = Connection.objects.filter(
        state="ok",
        channel__removed_at=None,
        channel__brand_id=brand_id,
        expires_at__lte=clock.now() + WEEK,
    )
    # What has been renewed lately ends soon by its nature, and is renewed again.
    return [
        row
        for row in rows.select_related("channel")
        if row.expires_at and row.expires_at - (row.refreshed_at or row.checked_at) > DAY
    ]


def _tell() -> None:
    """One mail for each end, to those who can do something about it."""
    now = clock.now()
    rows = (
        Connection.objects.filter(channel__removed_at=None)
        .filter(Q(state="dead") | Q(expires_at__lte=now + WEEK, expires_at__gt=now))
        .filter(Q(warned_at=None) | Q(state="ok", warned_at__lt=F("expires_at") - WEEK))
        .select_related("channel__brand")
    )
    for row in rows[:100]:
        lives_long = row.expires_at and row.expires_at - (row.refreshed_at or row.checked_at) > DAY
        if row.state != "dead" and not lives_long:
            continue
        brand = row.channel.brand
        to = [one.user.email for one in members_who_may(Right.connect, brand.workspace_id)]
        if _mail(row, brand.name, to):
            Connection.objects.filter(pk=row.pk).update(warned_at=now)


def _mail(row: Connection, brand: str, to: Sequence[str]) -> bool:
    """Whether people are told; else it is tried again with the next look."""
    name = row.channel.name
    if row.state == "dead":
        subject = f"{brand}: {name} has to be connected again"
        body = f"Nothing goes out on {name} any more: {row.why}"
    else:
        days = max((row.expires_at - clock.now()).days, 0) if row.expires_at else 0
        subject = f"{brand}: the sign-in of {name} ends in {days} days"
        body = f"It cannot be renewed without you. After that nothing goes out on {name}."
    page = f"{settings.PUBLIC_URL.rstrip('/')}/brand/channels"
    return reached(to, subject, f"{body}\n\nConnect it again: {page}\n")
