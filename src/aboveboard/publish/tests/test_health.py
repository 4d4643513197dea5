"""A sign-in is renewed ahead of its end, a dead one noticed before a post needs it."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import House, make_channel
from tests.servers.contract import x as contract
from tests.servers.contract.engine import Server

from aboveboard.brand.models import Brand, Channel
from aboveboard.kernel import clock
from aboveboard.kernel.http import client
from aboveboard.kernel.secrets import Vault
from aboveboard.people import mailing
from aboveboard.publish import accounts, health
from aboveboard.publish.models import Connection

pytestmark = pytest.mark.django_db(transaction=True)
NOW = clock.now()


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def channel(house: House, brand: Brand, server: Server[contract.State]) -> Channel:
    secrets = {"token": contract.TOKEN, "refresh": "r0", "client_id": "app"}
    return make_channel(
        brand, network="x", server=server.url, secrets=secrets | {"client_secret": "hush"}
    )


def connection(channel: Channel, **changes: Any) -> None:
    Connection.objects.filter(channel=channel).update(**changes)


def looked(channel: Channel) -> Connection:
    async_to_sync(health.look_after)()
    return Connection.objects.get(channel=channel)


def token(row: Connection) -> str:
    return Vault(settings.SECRET_KEYS).open(bytes(row.sealed))["token"]


def unrenewable() -> bytes:
    """A token alone, with nothing to renew it by."""
    return Vault(settings.SECRET_KEYS).seal({"token": contract.TOKEN})


def test_a_token_that_was_turned_away_is_renewed_where_it_can_be(
    channel: Channel, server: Server[contract.State]
) -> None:
    server.state.token = "another"
    connection(channel, checked_at=clock.now() - timedelta(days=2))
    row = looked(channel)
    assert (row.state, token(row)) == ("ok", contract.FRESH)
    assert mail.outbox == []


def test_it_is_renewed_before_it_ends(channel: Channel) -> None:
    ends = clock.now() + timedelta(minutes=30)
    connection(channel, expires_at=ends, checked_at=clock.now() - timedelta(minutes=90))
    row = looked(channel)
    assert token(row) == contract.FRESH
    assert row.expires_at
    assert row.expires_at > clock.now() + timedelta(hours=1)
    assert mail.outbox == []


def test_one_that_has_time_is_left_alone(channel: Channel, server: Server[contract.State]) -> None:
    connection(channel, expires_at=clock.now() + timedelta(days=40), checked_at=clock.now())
    assert token(looked(channel)) == contract.TOKEN
    assert server.calls == []


def test_a_dead_token_is_noticed_within_a_day_and_told_once(
    channel: Channel, server: Server[contract.State], house: House
) -> None:
    server.state.token = "another"
    connection(channel, sealed=unrenewable(), checked_at=clock.now() - timedelta(days=2))
    row = looked(channel)
    assert row.state == "dead"
    assert row.why
    (letter,) = mail.outbox
    assert letter.to == [house.owner.email]
    assert "connected again" in letter.subject
    looked(channel)
    assert len(mail.outbox) == 1


def test_one_that_cannot_be_renewed_is_told_days_before(channel: Channel) -> None:
    """What peers' users report: they learn of it from a missing post."""
    connection(
        channel,
        sealed=unrenewable(),
        expires_at=clock.now() + timedelta(days=5, minutes=5),
        checked_at=clock.now() - timedelta(days=55),
    )
    row = looked(channel)
    assert row.state == "ok"
    (letter,) = mail.outbox
    assert "ends in 5 days" in letter.subject
    connection(channel, looked_at=None)
    looked(channel)
    assert len(mail.outbox) == 1


def test_a_revoked_token_is_noticed_whatever_its_end(
    channel: Channel, server: Server[contract.State]
) -> None:
    """And told, though its end was told before."""
    server.state.token = "another"
    connection(
        channel,
        sealed=unrenewable(),
        expires_at=clock.now() + timedelta(days=50),
        checked_at=clock.now() - timedelta(days=2),
        warned_at=clock.now() - timedelta(hours=1),
    )
    row = looked(channel)
    assert row.state == "dead"
    assert len(mail.outbox) == 1
    assert row.warned_at


def test_a_mail_that_did_not_go_is_sent_with_the_next_look(
    channel: Channel, server: Server[contract.State], monkeypatch: pytest.MonkeyPatch
) -> None:
    server.state.token = "another"
    connection(channel, sealed=unrenewable(), checked_at=clock.now() - timedelta(days=2))

    def fails(*_given: object) -> None:
        raise OSError("no line")

    with monkeypatch.context() as broken:
        broken.setattr(mailing, "send_mail", fails)
        assert looked(channel).warned_at is None
    looked(channel)
    assert len(mail.outbox) == 1


def test_two_processes_renew_once(channel: Channel, server: Server[contract.State]) -> None:
    """A refresh token that works once: who comes second takes what the first has brought."""
    used = async_to_sync(accounts.account_of)(channel.pk)

    async def both() -> list[str]:
        async with client(allow_hosts=settings.ALLOW_HOSTS) as http:
            found = await asyncio.gather(
                *(accounts.refreshed(http, channel.pk, used) for _ in range(3))
            )
        return [one.secrets["token"] for one in found]

    tokens = async_to_sync(both)()
    assert len(set(tokens)) == 1
    assert sum("token" in call for call in map(str, server.calls)) == 1
    assert Connection.objects.get(channel=channel).renewing_until is None


def test_a_network_that_is_away_is_asked_again_later(channel: Channel) -> None:
    connection(channel, checked_at=clock.now() - timedelta(days=2))
    Channel.objects.filter(pk=channel.pk).update(server="http://127.0.0.1:9")
    row = looked(channel)
    assert row.state == "ok"
    assert row.looked_at
    assert mail.outbox == []


@given(st.timedeltas(timedelta(minutes=1), timedelta(days=400)))
def test_it_is_renewed_while_it_lasts(life: timedelta) -> None:
    ends: datetime = NOW + life
    at = health.renews_at(ends, NOW)
    assert at <= ends
    assert at >= ends - timedelta(days=7)
    assert at <= max(ends - life / 3, ends - timedelta(days=7))
