"""Mastodon's adapter passes the contract on snac, which honours no key and shows no pages."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest
from tests.servers.snac_server import Snac

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.errors import Refused
from aboveboard.channels.mastodon.network import mastodon
from aboveboard.channels.tests.contract import ServerContract, outgoing
from aboveboard.kernel.http import Client

pytestmark = pytest.mark.snac


async def got(http: Client, account: Account, url: str) -> httpx.Response:
    """What a URL answers on a connection of its own."""
    token = account.secrets["token"]
    return await http.get(url, headers={"Authorization": f"Bearer {token}", "Connection": "close"})


class TestSnac(ServerContract):
    publishing_path = "/api/v1/statuses"
    upload_path = "/api/v2/media"
    lasting = slice(10, None)

    @pytest.fixture
    def network(self) -> Network:
        return mastodon

    @pytest.fixture
    def account(self, snac: Snac) -> Account:
        return snac.account

    async def check_picture(
        self,
        network: Network,
        http: Client,
        account: Account,
        sent: Sent,
        picture: Media,
    ) -> None:
        answer = await got(http, account, f"{account.server}/api/v1/statuses/{sent.remote_id}")
        (shown,) = answer.json()["media_attachments"]
        assert shown["description"] == picture.alt
        assert (await got(http, account, shown["url"])).content == picture.path.read_bytes()

    async def test_what_is_out_is_taken_down_where_the_network_can(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        """snac answers 404 and leaves it there; that is never called taken down."""
        sent = await network.publish(http, ready, outgoing("Not this."))
        with pytest.raises(Refused, match="no program"):
            await network.delete(http, ready, sent)


@pytest.fixture
async def ready(http: Client, snac: Snac) -> Account:
    return (await mastodon.sign_in(http, snac.account)).account


@pytest.mark.anyio
async def test_its_limits_are_read(http: Client, snac: Snac) -> None:
    profile = await mastodon.sign_in(http, snac.account)
    assert profile.limits.text == 100_000
    assert profile.limits.url_length == 32
    assert profile.account.handle == f"saltworks@{snac.url.removeprefix('http://')}"


@pytest.mark.anyio
async def test_it_ignores_the_key_so_reading_back_must_settle_it(
    http: Client, ready: Account
) -> None:
    part = outgoing("Sent twice with one key.")
    first = await mastodon.publish(http, ready, part)
    second = await mastodon.publish(http, ready, part)
    assert first.remote_id != second.remote_id
    since = part.created_at - timedelta(seconds=1)
    found = await mastodon.find(http, ready, part, since=since)
    assert {post.remote_id[10:] for post in found} == {first.remote_id[10:], second.remote_id[10:]}


@pytest.mark.anyio
async def test_an_answer_is_found_though_the_id_of_what_it_answers_has_changed(
    http: Client, ready: Account
) -> None:
    first = outgoing("Salt from Jnue.")
    sent = await mastodon.publish(http, ready, first)
    await asyncio.sleep(1.1)
    assert await mastodon.edit(http, ready, sent, replace(first, text="Salt from June.")) == sent
    second = outgoing("And from July.", reply_to=sent)
    answer = await mastodon.publish(http, ready, second)
    since = second.created_at - timedelta(seconds=5)
    (found,) = await mastodon.find(http, ready, second, since=since)
    assert found.remote_id[10:] == answer.remote_id[10:]
    now = (await got(http, ready, f"{ready.server}/api/v1/statuses/{sent.remote_id}")).json()
    assert now["id"] != sent.remote_id


@pytest.mark.anyio
async def test_two_pictures_of_one_name_stay_apart(
    http: Client, ready: Account, picture: Media
) -> None:
    """snac names a stored picture after the file name sent with it."""
    one = await mastodon.upload(http, ready, picture)
    two = await mastodon.upload(http, ready, replace(picture, alt="The same rake, again."))
    assert one.ref != two.ref


@pytest.mark.anyio
async def test_what_others_do_comes_back_as_numbers(
    http: Client, snac: Snac, ready: Account
) -> None:
    sent = await mastodon.publish(http, ready, outgoing("Answer me."))
    other = (await mastodon.sign_in(http, snac.other)).account
    await mastodon.publish(http, other, outgoing("Here you are.", reply_to=sent))
    told = (await mastodon.numbers(http, ready, [sent]))[sent.remote_id]
    assert (told.replies, told.likes, told.reposts) == (1, 0, 0)
