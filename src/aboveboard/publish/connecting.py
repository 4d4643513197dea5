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
from aboveboard.channels.rates import moment_of
from aboveboard.channels.registry import network as network_named
from aboveboard.kernel import clock, http
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import Conflict, Invalid
from aboveboard.kernel.secrets import Vault
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.publish.errors import NotConnected
from aboveboard.publish.models import App, Connection

_TIME_OUT = 30.0
# Every channel has these, whether a network asks for them or not.
_ALWAYS = {"server", "handle"}


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

    `secrets` holds what `Network.fields` asks for by its name; `secret` is the first of them that
    is secret, for callers who have but one. Raises Invalid when something is missing, NotConnected
    with the network's words when it does not let us in; then nothing is kept.
    """
    require(actor, Right.connect, actor.workspace_id)
    brand = brand_queries.brand(actor, brand_id)
    adapter = network_named(network)
    if "none" in adapter.capabilities.auth:
        server = server or f"{settings.PUBLIC_URL}/s/{brand.slug}"
        account = Account(server, handle or brand.slug)
    else:
        given = {**(secrets or {}), **_first_secret(adapter, secret)}
        account = _account(adapter, {"server": server, "handle": handle, **given})
    profile = _signed_in(adapter, account)
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
        keep(adapter, channel, profile.account.secrets)
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
    given = {**(secrets or {}), **_first_secret(adapter, secret)}
    kept = {"server": channel.server, "handle": channel.handle, **_plain(adapter, channel)}
    profile = _signed_in(adapter, _account(adapter, {**kept, **given}))
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
        keep(adapter, channel, found.secrets)
        enter(actor, "channel.connected", subject_kind="channel", subject_id=channel.id)
    channel.refresh_from_db()
    return channel


@transaction.atomic
def turn_secrets() -> int:
    """Seal the secrets of channels and of apps anew under the newest key; how many there are.

    Raises Invalid, and changes nothing, when no listed key opens one.
    """
    vault = Vault(settings.SECRET_KEYS)
    kept: list[Connection | App] = []
    kept += Connection.objects.select_for_update().exclude(sealed=b"")
    kept += App.objects.select_for_update().exclude(sealed=b"")
    for row in kept:
        row.sealed = vault.turn(bytes(row.sealed))
        row.save(update_fields=["sealed"])
    return len(kept)


def keep(adapter: Network, channel: Channel, secrets: Mapping[str, str]) -> None:
    """Keep an account's secrets, sealed; the refresh token stays when the new ones bring none."""
    old = _opened(channel)
    if "refresh" in old and "refresh" not in secrets and "token" in secrets:
        secrets = {**secrets, "refresh": old["refresh"]}
    # What a person once chose for this channel (who sees a video, which board) stays.
    secrets = {**_plain(adapter, channel), **secrets}
    sealed = Vault(settings.SECRET_KEYS).seal(secrets)
    app = secrets.get("client_id", "") if adapter.capabilities.rates == "app" else ""
    values = {
        "sealed": sealed,
        "state": "ok",
        "why": "",
        "checked_at": clock.now(),
        "refreshed_at": None,
        "not_before": None,
        "expires_at": moment_of(secrets.get("expires_at", "")),
        "looked_at": None,
        "warned_at": None,
        "rate_key": sha256(f"{adapter.name}/{app}") if app else "",
    }
    Connection.objects.update_or_create(channel=channel, defaults=values)


def _first_secret(adapter: Network, secret: str) -> dict[str, str]:
    names = [field.name for field in adapter.fields if field.secret]
    return {names[0]: secret} if names and secret else {}


def _plain(adapter: Network, channel: Channel) -> dict[str, str]:
    """What is kept of a channel and is no secret, so that nobody has to give it twice."""
    names = {field.name for field in adapter.fields if not field.secret}
    return {name: value for name, value in _opened(channel).items() if name in names}


def _opened(channel: Channel) -> dict[str, str]:
    """The secrets that are kept of a channel; none where no present key opens them."""
    kept = Connection.objects.filter(channel=channel).first()
    if kept is None:
        return {}
    try:
        return Vault(settings.SECRET_KEYS).open(bytes(kept.sealed))
    except Invalid:
        return {}


def _account(adapter: Network, given: Mapping[str, str]) -> Account:
    """The account from what a person gave, in the order of `Network.fields`. Raises Invalid."""
    values: dict[str, str] = {}
    for field in adapter.fields:
        value = given.get(field.name, "").strip() or field.default
        if field.required and not value:
            raise Invalid(
                f"{adapter.title} needs “{field.label}”.",
                mend=field.help or "Give it and try again.",
                code="missing_field",
            )
        if value:
            values[field.name] = value
    if unknown := sorted({name for name, value in given.items() if value} - set(values) - _ALWAYS):
        known = ", ".join(field.name for field in adapter.fields)
        raise Invalid(
            f"{adapter.title} takes no “{unknown[0]}”.",
            mend=f"It takes: {known}.",
            code="unknown_field",
        )
    server = values.pop("server", "") or given.get("server", "").strip() or adapter.home
    handle = values.pop("handle", "") or given.get("handle", "").strip()
    if any(field.name == "server" for field in adapter.fields) or server:
        server = http.http_url(server).rstrip("/")
    return Account(server, handle, "", values)


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
