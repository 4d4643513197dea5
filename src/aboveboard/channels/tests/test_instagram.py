"""Instagram passes the contract by both sign-ins, on a server by its documentation."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.servers.contract import instagram as contract
from tests.servers.contract.engine import Reply, Server

from aboveboard.channels.base import Account, Media, Network
from aboveboard.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.instagram.network import instagram, instagram_facebook
from aboveboard.channels.tests.contract import SECOND, ServerContract, made, outgoing
from aboveboard.kernel.http import Client

PUBLISH = "POST /v26.0/{user}/media_publish"


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def account(server: Server[contract.State]) -> Account:
    return Account(f"{server.url}/v26.0", "", "", {"token": contract.TOKEN})


@pytest.fixture
def photo(picture: Media) -> Media:
    """Instagram takes JPEG; what kind it is the guard looks at."""
    return replace(picture, mime="image/jpeg")


class TestInstagram(ServerContract):
    publishing_path = f"/v26.0/{contract.USER}/media_publish"
    root = "/v26.0"

    @pytest.fixture
    def network(self) -> Network:
        return instagram


class TestInstagramByFacebook(ServerContract):
    publishing_path = f"/v26.0/{contract.USER}/media_publish"
    root = "/v26.0"

    @pytest.fixture
    def network(self) -> Network:
        return instagram_facebook

    @pytest.fixture
    def account(self, server: Server[contract.State]) -> Account:
        server.state.facebook = True
        return Account(f"{server.url}/v26.0", "", "", {"token": contract.TOKEN})


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await instagram.sign_in(http, account)).account


@pytest.mark.anyio
async def test_the_page_token_is_what_is_kept(
    http: Client, account: Account, server: Server[contract.State]
) -> None:
    server.state.facebook = True
    (profile,) = await instagram_facebook.accounts(http, account)
    assert profile.account.secrets["token"] == contract.PAGE_TOKEN
    assert profile.account.remote_id == contract.USER


@pytest.mark.anyio
async def test_its_own_fields_say_ai_and_paid(
    http: Client, ready: Account, server: Server[contract.State], photo: Media
) -> None:
    server.state.facebook = True
    native = {"is_ai_generated": True, "is_paid_partnership": True}
    part = await made(instagram_facebook, http, ready, outgoing("Both.", native=native), [photo])
    await instagram_facebook.publish(http, ready, part)
    (post,) = server.state.posts.values()
    assert (post["new"].is_ai_generated, post["new"].is_paid_partnership) == ("true", "true")
    assert post["new"].alt_text == photo.alt


@pytest.mark.anyio
async def test_a_carousel_is_made_of_containers(
    http: Client, ready: Account, server: Server[contract.State], photo: Media, clip: Media
) -> None:
    part = await made(instagram, http, ready, outgoing("Three."), [photo, clip, photo])
    assert len(json.loads(part.prepared)) == 4
    sent = await instagram.publish(http, ready, part)
    assert len(server.state.posts[sent.remote_id]["children"]["data"]) == 3


@pytest.mark.anyio
async def test_a_video_is_a_reel(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    await made(instagram, http, ready, outgoing("Raking."), [clip])
    (container,) = server.state.containers.values()
    assert container["new"].media_type == "REELS"


@pytest.mark.anyio
async def test_without_a_public_address_media_cannot_go(
    http: Client, ready: Account, photo: Media
) -> None:
    with pytest.raises(Refused, match="ABOVEBOARD_PUBLIC_URL"):
        await instagram.upload(http, ready, replace(photo, url=""))


@pytest.mark.anyio
async def test_a_container_is_published_once(http: Client, ready: Account, photo: Media) -> None:
    part = await made(instagram, http, ready, outgoing("Once."), [photo])
    sent = await instagram.publish(http, ready, part)
    # A second container would be a second post.
    with pytest.raises(OutcomeUnknown, match="out already"):
        await instagram.publish(http, ready, part)
    other = replace(part, text="Not in the list yet.")
    with pytest.raises(TryLater, match="does not list it yet"):
        await instagram.find(http, ready, other, since=part.created_at)
    (found,) = await instagram.find(http, ready, part, since=part.created_at - SECOND)
    assert found.remote_id == sent.remote_id


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "kind"), [("EXPIRED", TryLater), ("ERROR", Refused)])
async def test_a_container_that_fails_says_so(
    status: str,
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
    photo: Media,
) -> None:
    upload = await instagram.upload(http, ready, photo)
    part = outgoing("Words.", media=(upload,))
    begun = await instagram.prepare(http, ready, part)
    server.next("GET /v26.0/{id}", Reply(200, {"status_code": status, "status": "2207026"}))
    with pytest.raises(kind):
        await instagram.prepare(http, ready, part, begun.ref)


@pytest.mark.anyio
async def test_a_token_is_made_longer_and_renewed(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    short = replace(ready, secrets={**ready.secrets, "client_secret": "hush"})
    long = await instagram.exchanged(http, short)
    assert long.secrets["expires_at"] > "2026"
    assert (await instagram.refresh(http, long)).secrets["token"] == contract.FRESH


ERRORS = [
    (400, 190, SignInAgain),
    (400, 10, SignInAgain),
    (400, 9, Refused),
    (400, 4, TryLater),
    (400, 9007, TryLater),
    (400, 24, TryLater),
    (400, 36003, Refused),
    (500, 2, OutcomeUnknown),
    (500, -1, OutcomeUnknown),
    (502, 0, OutcomeUnknown),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "code", "kind"), ERRORS)
async def test_each_code_has_its_kind(
    status: int,
    code: int,
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
    photo: Media,
) -> None:
    part = await made(instagram, http, ready, outgoing("Words."), [photo])
    server.next(PUBLISH, Reply(status, {"error": {"code": code, "message": "No."}} if code else {}))
    with pytest.raises(kind):
        await instagram.publish(http, ready, part)
    assert server.state.posts == {}
