"""Connecting accounts: the network is asked first, and only secrets that work are kept."""

import asyncio
from collections.abc import Mapping
from dataclasses import asdict, replace
from uuid import UUID

from asgiref.sync import async_to_sync
from django.conf import settings
from django.db import transaction

from aboveboard.brand import actions as brands
from aboveboard.brand import queries as brand_queries
from aboveboard.brand.models import Channel
from aboveboard.channels.base import Account, Network, Profile
from aboveboard.channels.errors import ChannelError, SignInAgain
from aboveboard.channels.registry import network as network_named
from aboveboard.kernel import clock, http
from aboveboard.kernel.errors import Conflict
from aboveboard.kernel.secrets import Vault
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.publish.errors import NotConnected
from aboveboard.publish.models import Connection

_TIME_OUT = 30.0
# What the one secret of each way of signing in is called.
_SECRET = {"token": "token", "app_password": "password", "oauth": "token"}


def add_channel(
    actor: Actor,
    brand_id: UUID,
    *,
    network: str,
    name: str,
    server: str = "",
    handle: str = "",
    secret: str = "",
    secrets: Mapping[str, str] | None = None,
) -> Channel:
    """Connect an account as a new channel of a brand.

    Give `secret` where the network has one, or `secrets` by name. Raises NotConnected with the
    network's words when it does not let us in; then nothing is kept.
    """
    require(actor, Right.connect, actor.workspace_id)
    brand = brand_queries.brand(actor, brand_id)
    adapter = network_named(network)
    if "none" in adapter.capabilities.auth:
        server = server or f"{settings.PUBLIC_URL}/s/{brand.slug}"
        handle = handle or brand.slug
    else:
        server = http.http_url(server).rstrip("/")
    given = dict(secrets) if secrets is not None else _named(adapter, secret)
    profile = _signed_in(adapter, Account(server, handle.strip(), "", given))
    with transaction.atomic():
        channel = brands.add_channel(
            actor,
            brand_id,
            network=network,
            name=name,
            server=profile.account.server,
            handle=profile.account.handle,
            remote_id=profile.account.remote_id,
            display_name=profile.display_name,
            limits=asdict(profile.limits),
        )
        _keep(channel, profile.account.secrets)
    return channel


def connect(
    actor: Actor, channel_id: UUID, *, secret: str = "", secrets: Mapping[str, str] | None = None
) -> Channel:
    """Give a channel new secrets. What waits for it goes on; what is held waits for a person.

    Raises NotConnected, and Conflict when they belong to another account.
    """
    require(actor, Right.connect, actor.workspace_id)
    channel = brand_queries.channel(actor, channel_id)
    adapter = network_named(channel.network)
    given = dict(secrets) if secrets is not None else _named(adapter, secret)
    profile = _signed_in(adapter, Account(channel.server, channel.handle, "", given))
    found = profile.account
    if channel.remote_id and found.remote_id != channel.remote_id:
        raise Conflict(
            f"These belong to {found.handle}, not to {channel.handle}. Nothing was changed.",
            mend="Sign in as the same account, or add the other one as a channel.",
            code="other_account",
        )
    with transaction.atomic():
        brands.refresh_channel(
            channel.id,
            remote_id=found.remote_id,
            handle=found.handle,
            display_name=profile.display_name,
            limits=asdict(profile.limits),
        )
        _keep(channel, found.secrets)
        enter(actor, "channel.connected", subject_kind="channel", subject_id=channel.id)
    channel.refresh_from_db()
    return channel


def _keep(channel: Channel, secrets: Mapping[str, str]) -> None:
    sealed = Vault(settings.SECRET_KEYS).seal(secrets)
    values = {
        "sealed": sealed,
        "state": "ok",
        "why": "",
        "checked_at": clock.now(),
        "refreshed_at": None,
        "not_before": None,
    }
    Connection.objects.update_or_create(channel=channel, defaults=values)


def _named(adapter: Network, secret: str) -> dict[str, str]:
    names = [_SECRET[way] for way in adapter.capabilities.auth if way in _SECRET]
    return {names[0]: secret.strip()} if names else {}


def _signed_in(adapter: Network, account: Account) -> Profile:
    try:
        profile = async_to_sync(_sign_in)(adapter, account)
    except SignInAgain as error:
        raise NotConnected(
            f"{adapter.title} does not let us in: {error.why} Nothing was kept.",
            mend="Check the account and its token or app password.",
            code="sign_in",
        ) from error
    except (ChannelError, TimeoutError) as error:
        why = error.why if isinstance(error, ChannelError) else "It did not answer in time."
        raise NotConnected(
            f"{account.server} could not be asked: {why} Nothing was kept.",
            mend="Check the address, then try again.",
            code="server",
        ) from error
    if not profile.account.handle:
        return replace(profile, account=replace(profile.account, handle=account.handle))
    return profile


async def _sign_in(adapter: Network, account: Account) -> Profile:
    async with asyncio.timeout(_TIME_OUT), http.client(allow_hosts=settings.ALLOW_HOSTS) as client:
        return await adapter.sign_in(client, account)
