"""Connecting an account by OAuth: sending a person to the network, and taking them in again.

What is kept between going and coming back belongs to that person's session: the state that comes
back with them, the verifier that never leaves us, and for how long. Tokens that wait there for a
choice are sealed as all secrets are.
"""

import base64
import binascii
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import timedelta
from uuid import UUID

from asgiref.sync import async_to_sync
from django.conf import settings as django_settings
from django.db import transaction
from pydantic import AwareDatetime, BaseModel, TypeAdapter

from aboveboard.brand import actions as brands
from aboveboard.brand import queries as brand_queries
from aboveboard.brand.models import Channel
from aboveboard.channels import oauth
from aboveboard.channels.base import Account, Network, Profile, settings_of
from aboveboard.channels.base import App as AppOf
from aboveboard.channels.errors import ChannelError
from aboveboard.channels.registry import network as network_named
from aboveboard.kernel import clock, http
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid
from aboveboard.kernel.secrets import Vault
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.publish.connecting import keep
from aboveboard.publish.errors import NotConnected
from aboveboard.publish.models import App

LASTS = timedelta(minutes=10)
_PROFILES = TypeAdapter(list[Profile])


class Away(BaseModel):
    """A person who is away to sign in at a network."""

    network: str
    server: str
    brand: UUID
    state: str
    verifier: str
    redirect: str
    at: AwareDatetime
    settings: dict[str, str] = {}


def keep_app(
    actor: Actor, network: str, *, client_id: str, client_secret: str, server: str = ""
) -> App:
    """Keep the app with which this workspace signs in to a network; another one takes its place."""
    _require(actor)
    if not client_id.strip():
        raise Invalid("The app has an id.", mend="Copy it from the network's page of the app.")
    sealed = Vault(django_settings.SECRET_KEYS).seal({"client_secret": client_secret.strip()})
    with transaction.atomic():
        app, _ = App.objects.update_or_create(
            workspace_id=actor.workspace_id,
            network=network_named(network).name,
            server=server,
            defaults={"client_id": client_id.strip(), "sealed": sealed, "added_at": clock.now()},
        )
        enter(actor, "app.kept", subject_kind="workspace", subject_id=actor.workspace_id)
    return app


def app_of(workspace_id: UUID, network: str, server: str = "") -> App | None:
    """The app with which this workspace signs in to a network, where there is one."""
    return App.objects.filter(workspace_id=workspace_id, network=network, server=server).first()


def begin(
    actor: Actor,
    brand_id: UUID,
    *,
    network: str,
    redirect: str,
    server: str = "",
    given: Mapping[str, str] | None = None,
) -> tuple[str, Away]:
    """Where to send the person, and what to keep in their session until they come back.

    `given` are settings of the channel to be, as `settings_of` asks for them.
    """
    _require(actor)
    brand = brand_queries.brand(actor, brand_id)
    adapter = network_named(network)
    if adapter.oauth is None:
        raise Invalid(f"{adapter.title} is not signed in to that way.", code="no_oauth")
    server = http.http_url(server).rstrip("/") if server else adapter.home
    settings = _settings(adapter, given or {})
    app = _app(actor, adapter, server, redirect)
    errand = oauth.begin(
        adapter.oauth.asking(settings), client_id=app.client_id, redirect=redirect, server=server
    )
    away = Away(
        network=adapter.name,
        server=server,
        brand=brand.pk,
        state=errand.state,
        verifier=errand.verifier,
        redirect=redirect,
        at=clock.now(),
        settings=settings,
    )
    return errand.url, away


def back(actor: Actor, away: Away, *, state: str, code: str) -> list[Profile]:
    """The accounts that the sign-in gives access to, each with the secrets to use it with.

    Raises Forbidden for a state that is not this session's, Invalid for one that is too old,
    NotConnected with the network's words.
    """
    _require(actor)
    if not secrets.compare_digest(away.state, state):
        raise Forbidden(
            "This sign-in was not begun here. Nothing was connected.",
            code="foreign_state",
        )
    if clock.now() - away.at > LASTS:
        raise Invalid("The sign-in took too long.", mend="Begin it again.", code="too_late")
    adapter = network_named(away.network)
    app = app_of(actor.workspace_id, away.network, _place(adapter, away.server))
    if app is None or adapter.oauth is None:
        raise Invalid("The app is not known any more.", mend="Give its id again.", code="no_app")
    known = Vault(django_settings.SECRET_KEYS).open(bytes(app.sealed))
    given = {**away.settings, "client_id": app.client_id, **known}
    account = Account(away.server, "", "", given)
    try:
        found = async_to_sync(_taken_in)(adapter, account, away, code)
    except ChannelError as error:
        raise NotConnected(
            f"{adapter.title} does not let us in: {error.why} Nothing was kept.",
            mend="Begin the sign-in again.",
            code="sign_in",
        ) from error
    if not found:
        raise NotConnected(
            f"This sign-in gives access to no account at {adapter.title}.",
            mend="Sign in as somebody who may post there.",
            code="no_account",
        )
    return list(found)


def add_signed_in(actor: Actor, brand_id: UUID, network: str, profile: Profile) -> Channel:
    """Connect an account that was signed in to; one that is connected already gets the new secrets.

    A refresh token that is there stays when the new sign-in brings none.
    """
    _require(actor)
    adapter, account = network_named(network), profile.account
    known = Channel.objects.filter(
        brand_id=brand_id, network=network, remote_id=account.remote_id, removed_at=None
    ).first()
    with transaction.atomic():
        if known is None:
            brand_queries.brand(actor, brand_id)
            known = brands.add_channel(
                actor,
                brand_id,
                network=network,
                name=_free_name(brand_id, profile.display_name or adapter.title),
                server=account.server,
                handle=account.handle,
                remote_id=account.remote_id,
                display_name=profile.display_name,
                limits=asdict(profile.limits),
            )
        keep(adapter, known, account.secrets)
        enter(actor, "channel.connected", subject_kind="channel", subject_id=known.id)
    return known


def sealed(profiles: Sequence[Profile]) -> str:
    """Profiles as a text that a session may hold until the person has chosen."""
    told = _PROFILES.dump_json(list(profiles)).decode()
    return base64.b64encode(Vault(django_settings.SECRET_KEYS).seal({"profiles": told})).decode()


def opened(text: str) -> list[Profile]:
    """The profiles of `sealed`. Raises Conflict when there are none."""
    try:
        kept = Vault(django_settings.SECRET_KEYS).open(base64.b64decode(text))
    except (binascii.Error, ValueError):
        kept = {}
    if "profiles" not in kept:
        raise Conflict("There is nothing to choose from.", mend="Begin the sign-in again.")
    return _PROFILES.validate_json(kept["profiles"])


def _require(actor: Actor) -> None:
    require(actor, Right.connect, actor.workspace_id)
    if actor.kind != "person":
        raise Forbidden("Only a person connects accounts.", code="not_a_person")


def _settings(adapter: Network, given: Mapping[str, str]) -> dict[str, str]:
    """The settings that were given, and the usual ones. Raises Invalid when one is missing."""
    found: dict[str, str] = {}
    for field in settings_of(adapter):
        value = given.get(field.name, "").strip() or field.default
        if field.required and not value:
            raise Invalid(
                f"{adapter.title} needs “{field.label}”.",
                mend=field.help or "Give it and try again.",
                code="missing_field",
            )
        if value:
            found[field.name] = value
    return found


def _place(adapter: Network, server: str) -> str:
    """Where an app belongs: a server of its own, or "" for the network itself."""
    return server if server != adapter.home else ""


def _app(actor: Actor, adapter: Network, server: str, redirect: str) -> AppOf:
    place = _place(adapter, server)
    known = app_of(actor.workspace_id, adapter.name, place)
    if known:
        return AppOf(known.client_id)
    if not (adapter.oauth and adapter.oauth.registers):
        raise Invalid(
            f"Signing in to {adapter.title} takes an app of yours there.",
            mend="Give its id and secret first.",
            code="no_app",
        )
    try:
        made = async_to_sync(_registered)(adapter, server, redirect)
    except ChannelError as error:
        raise NotConnected(
            f"{server} gave us no app: {error.why}", mend="Check the address.", code="server"
        ) from error
    keep_app(
        actor,
        adapter.name,
        client_id=made.client_id,
        client_secret=made.client_secret,
        server=place,
    )
    return made


async def _registered(adapter: Network, server: str, redirect: str) -> AppOf:
    async with http.client(allow_hosts=django_settings.ALLOW_HOSTS) as door:
        return await adapter.register(door, server, redirect)


async def _taken_in(adapter: Network, account: Account, away: Away, code: str) -> Sequence[Profile]:
    assert adapter.oauth
    async with http.client(allow_hosts=django_settings.ALLOW_HOSTS) as door:
        given = await oauth.exchange(
            door,
            adapter.oauth,
            account,
            code=code,
            verifier=away.verifier,
            redirect=away.redirect,
            home=adapter.home,
        )
        return await adapter.accounts(door, await adapter.exchanged(door, given))


def _free_name(brand_id: UUID, name: str) -> str:
    taken = set(
        Channel.objects.filter(brand_id=brand_id, removed_at=None).values_list("name", flat=True)
    )
    names = [name[:110], *(f"{name[:110]} {number}" for number in range(2, 100))]
    return next(one for one in names if one not in taken)
