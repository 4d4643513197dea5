"""TikTok fetches pictures by itself, and tells little of them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.servers.contract import tiktok as contract
from tests.servers.contract.engine import Server

from aboveboard.channels.base import Account, Media
from aboveboard.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    Refused,
    TryLater,
)
from aboveboard.channels.tests.contract import made, outgoing
from aboveboard.channels.tests.test_tiktok import _quickly, account, ready, server
from aboveboard.channels.tiktok.network import tiktok
from aboveboard.kernel.http import Client

__all__ = ["_quickly", "account", "ready", "server"]


@pytest.mark.anyio
async def test_pictures_need_an_address_that_tiktok_reaches(
    http: Client, ready: Account, picture: Media
) -> None:
    with pytest.raises(Refused, match="ABOVEBOARD_PUBLIC_URL"):
        await tiktok.upload(http, ready, replace(picture, url=""))
    part = await made(
        tiktok, http, ready, outgoing("Rake."), [replace(picture, url="https://other.example/x")]
    )
    with pytest.raises(Refused, match="verified"):
        await tiktok.publish(http, ready, part)


@pytest.mark.anyio
async def test_pictures_whose_answer_is_lost_are_left_to_a_person(
    http: Client, ready: Account, server: Server[contract.State], picture: Media
) -> None:
    part = await made(tiktok, http, ready, outgoing("Rake."), [picture])
    server.lose("POST /v2/post/publish/content/init/", "answer")
    with pytest.raises(OutcomeUnknown):
        await tiktok.publish(http, ready, part)
    server.state.looks_at_posts = False
    with pytest.raises(TryLater, match="only once"):
        await tiktok.find(http, ready, part, since=part.created_at)


@pytest.mark.anyio
async def test_pictures_whose_answer_is_lost_are_found_once_the_public_sees_them(
    http: Client, ready: Account, server: Server[contract.State], picture: Media
) -> None:
    part = await made(tiktok, http, ready, outgoing("Rake.", title="Salt"), [picture])
    server.lose("POST /v2/post/publish/content/init/", "answer")
    with pytest.raises(OutcomeUnknown):
        await tiktok.publish(http, ready, part)
    for number in range(25):
        later = await made(tiktok, http, ready, outgoing(f"Rake {number}."), [picture])
        await tiktok.publish(http, ready, later)
    (found,) = await tiktok.find(http, ready, part, since=part.created_at)
    assert (found.remote_id, found.url) == (
        "7000000000",
        "https://www.tiktok.com/@saltworks/photo/7000000000",
    )
    with pytest.raises(TryLater):
        await tiktok.find(http, ready, part, since=part.created_at + timedelta(minutes=1))
    server.state.lists = False
    with pytest.raises(TryLater, match="only once"):
        await tiktok.find(http, ready, part, since=part.created_at)


@pytest.mark.anyio
async def test_pictures_have_a_title_of_their_own_or_none(
    http: Client, ready: Account, server: Server[contract.State], picture: Media
) -> None:
    for title in ("", "🧂" * 46):
        part = await made(tiktok, http, ready, outgoing("Rake.", title=title), [picture])
        await tiktok.publish(http, ready, part)
    bare, titled = (post["info"] for post in server.state.posts.values())
    assert (bare.title, bare.description) == ("", "Rake.")
    assert titled.title == "🧂" * 45


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (200, "internal_error", OutcomeUnknown),
        (500, "internal_error", OutcomeUnknown),
        (200, "rate_limit_exceeded", TryLater),
        (403, "url_ownership_unverified", Refused),
    ],
)
async def test_what_an_error_at_the_pictures_means(
    status: int,
    code: str,
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
    picture: Media,
) -> None:
    part = await made(tiktok, http, ready, outgoing("Rake."), [picture])
    server.next("POST /v2/post/publish/content/init/", contract.error(status, code).reply)
    with pytest.raises(kind) as caught:
        await tiktok.publish(http, ready, part)
    assert type(caught.value) is kind
    if isinstance(caught.value, TryLater):
        assert caught.value.status == 429
    assert not server.state.posts
