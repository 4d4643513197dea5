"""Opening a channel's account for whoever reads from its network, and renewing its secrets."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar
from uuid import UUID

from asgiref.sync import sync_to_async
from django.conf import settings
from django.db.models import Q

from aboveboard.brand.models import Channel
from aboveboard.channels.base import Account
from aboveboard.channels.errors import SignInAgain, TryLater
from aboveboard.channels.rates import moment_of
from aboveboard.channels.registry import network
from aboveboard.kernel import clock
from aboveboard.kernel.http import Client
from aboveboard.kernel.secrets import Vault
from aboveboard.publish.models import Connection

T = TypeVar("T")
# Who finds secrets younger than this does not renew them: they were refused for another reason.
RENEWED_LATELY = timedelta(minutes=1)
TIME_OUT = 15.0
# Longer than a renewal may take.
HELD = timedelta(seconds=30)
_LOOK = 0.25


async def account_of(channel_id: UUID) -> Account:
    """The account with its secrets opened.

    Raises SignInAgain when it is disconnected or its token is dead, Invalid when no present key
    opens the secrets.
    """
    return (await sync_to_async(_opened)(channel_id))[0]


async def asked(
    http: Client, channel_id: UUID, account: Account, ask: Callable[[Account], Awaitable[T]]
) -> tuple[T, Account]:
    """What a network answers, and the account that it was asked with.

    Where it does not take the secrets any more, they are renewed and it is asked once more.
    """
    try:
        return await ask(account), account
    except SignInAgain as error:
        if not error.refreshable:
            raise
        account = await refreshed(http, channel_id, account)
        return await ask(account), account


async def refreshed(http: Client, channel_id: UUID, used: Account) -> Account:
    """The account with fresh secrets, which are stored first; `used` is the one that was refused.

    Who comes second finds that the secrets have changed and takes those. Raises SignInAgain when
    only a person can help, TryLater when the server could not be asked.
    """
    for _ in range(int(TIME_OUT / _LOOK) + 4):
        account, sealed, is_young = await sync_to_async(_opened)(channel_id)
        if account.secrets != used.secrets:
            return account
        if is_young:
            raise SignInAgain("The server does not accept the new sign-in either.")
        if await sync_to_async(_begins)(channel_id):
            break
        await asyncio.sleep(_LOOK)
    else:
        raise TryLater("Somebody else is renewing the sign-in.")
    try:
        return await _renewed(http, channel_id, account, sealed)
    finally:
        await sync_to_async(_ends)(channel_id)


async def _renewed(http: Client, channel_id: UUID, account: Account, sealed: bytes) -> Account:
    name = await sync_to_async(network_of)(channel_id)
    try:
        async with asyncio.timeout(TIME_OUT):
            fresh = await network(name).refresh(http, account)
    except TimeoutError:
        raise TryLater("The server did not answer while signing in anew.") from None
    if fresh.secrets == account.secrets:
        raise SignInAgain("The server does not accept the sign-in, and it cannot be renewed.")
    if await sync_to_async(_stored)(channel_id, sealed, fresh):
        return fresh
    return await account_of(channel_id)


def kept(channel_id: UUID, before: Account, after: Account) -> None:
    """Keep the secrets with which an account came back from signing in, where they are others."""
    if after.secrets == before.secrets:
        return
    account, sealed, _is_young = _opened(channel_id)
    if account.secrets == before.secrets:
        _stored(channel_id, sealed, after)


def _begins(channel_id: UUID) -> bool:
    """Whether it is ours to renew; whoever dies over it holds it for half a minute."""
    now = clock.now()
    free = Connection.objects.filter(channel_id=channel_id).filter(
        Q(renewing_until=None) | Q(renewing_until__lte=now)
    )
    return bool(free.update(renewing_until=now + HELD))


def _ends(channel_id: UUID) -> None:
    Connection.objects.filter(channel_id=channel_id).update(renewing_until=None)


def _opened(channel_id: UUID) -> tuple[Account, bytes, bool]:
    channel = (
        Channel.objects.filter(pk=channel_id, removed_at=None).select_related("connection").first()
    )
    if channel is None:
        raise SignInAgain("The channel is not connected any more.")
    kept: Connection | None = getattr(channel, "connection", None)
    secrets: dict[str, str] = {}
    if kept and kept.state == "dead":
        raise SignInAgain(kept.why or "The channel's sign-in has ended.")
    if kept:
        secrets = Vault(settings.SECRET_KEYS).open(bytes(kept.sealed))
    elif "none" not in network(channel.network).capabilities.auth:
        raise SignInAgain("The channel is not connected any more.")
    account = Account(channel.server, channel.handle, channel.remote_id, secrets)
    young = bool(kept and kept.refreshed_at and clock.now() - kept.refreshed_at < RENEWED_LATELY)
    return account, bytes(kept.sealed) if kept else b"", young


def network_of(channel_id: UUID) -> str:
    return Channel.objects.values_list("network", flat=True).get(pk=channel_id)


def _stored(channel_id: UUID, used: bytes, fresh: Account) -> bool:
    now = clock.now()
    sealed = Vault(settings.SECRET_KEYS).seal(fresh.secrets)
    unchanged = Connection.objects.filter(channel_id=channel_id, sealed=used)
    ends = moment_of(fresh.secrets.get("expires_at", ""))
    return bool(
        unchanged.update(
            sealed=sealed, refreshed_at=now, checked_at=now, expires_at=ends, state="ok", why=""
        )
    )
