"""Threads passes the contract on a server that holds to its documentation."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.servers.contract import threads as contract
from tests.servers.contract.engine import Reply, Server

from aboveboard.channels.base import Account, Media, Network
from aboveboard.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.tests.contract import ServerContract, made, outgoing
from aboveboard.channels.threads.network import threads
from aboveboard.kernel.http import Client

PUBLISH = "POST /v1.0/{user}/threads_publish"


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def account(server: Server[contract.State]) -> Account:
    return Account(f"{server.url}/v1.0", "", "", {"token": contract.TOKEN})


class TestThreads(ServerContract):
    publishing_path = f"/v1.0/{contract.USER}/threads_publish"
    root = "/v1.0"

    @pytest.fixture
    def network(self) -> Network:
        return threads


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await threads.sign_in(http, account)).account


@pytest.mark.anyio
async def test_a_carousel_is_made_of_containers(
    http: Client, ready: Account, server: Server[contract.State], picture: Media, clip: Media
) -> None:
    part = await made(threads, http, ready, outgoing("Both."), [picture, clip])
    assert len(json.loads(part.prepared)) == 3
    await threads.publish(http, ready, part)
    first, second, _whole = (one["new"] for one in server.state.containers.values())
    assert (first.media_type, first.alt_text) == ("IMAGE", picture.alt)
    assert (second.media_type, second.alt_text) == ("VIDEO", clip.alt)


@pytest.mark.anyio
async def test_without_a_public_address_media_cannot_go(
    http: Client, ready: Account, picture: Media
) -> None:
    with pytest.raises(Refused, match="ABOVEBOARD_PUBLIC_URL"):
        await threads.upload(http, ready, replace(picture, url=""))


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "kind"), [("EXPIRED", TryLater), ("ERROR", Refused)])
async def test_a_container_that_fails_says_so(
    status: str,
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
    picture: Media,
) -> None:
    upload = await threads.upload(http, ready, picture)
    part = outgoing("Words.", media=(upload,))
    begun = await threads.prepare(http, ready, part)
    server.next("GET /v1.0/{id}", Reply(200, {"status": status, "error_message": "too wide"}))
    with pytest.raises(kind) as caught:
        await threads.prepare(http, ready, part, begun.ref)
    assert getattr(caught.value, "stale", False) == (status == "EXPIRED")


@pytest.mark.anyio
async def test_a_token_is_made_longer_and_renewed(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    short = replace(ready, secrets={**ready.secrets, "client_secret": "hush"})
    long = await threads.exchanged(http, short)
    assert long.secrets["expires_at"] > "2026"
    fresh = await threads.refresh(http, long)
    assert fresh.secrets["token"] == contract.FRESH
    with pytest.raises(SignInAgain):
        await threads.refresh(http, long)


ERRORS = [
    (400, 190, SignInAgain),
    (400, 102, SignInAgain),
    (403, 10, SignInAgain),
    (403, 200, SignInAgain),
    (403, 299, SignInAgain),
    (400, 4, TryLater),
    (400, 17, TryLater),
    (400, 613, TryLater),
    (500, 1, OutcomeUnknown),
    (500, 2, OutcomeUnknown),
    (400, 506, OutcomeUnknown),
    (400, 368, Refused),
    (400, 100, Refused),
    (500, 0, OutcomeUnknown),
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
) -> None:
    part = await made(threads, http, ready, outgoing("Words."))
    server.next(PUBLISH, Reply(status, {"error": {"code": code, "message": "No."}} if code else {}))
    with pytest.raises(kind):
        await threads.publish(http, ready, part)
    assert server.state.posts == {}


@pytest.mark.parametrize(
    ("text", "counts"), [("salt", 4), ("é", 1), ("🧂", 4), ("a🧂b", 6), ("👩‍👩‍👧‍👦", 25), ("塩", 1)]
)
def test_an_emoji_counts_its_bytes(text: str, counts: int) -> None:
    assert threads.count(text) == counts


@pytest.mark.anyio
async def test_a_container_that_was_used_up_is_out(http: Client, ready: Account) -> None:
    """A list that is late is no proof of absence: the container tells."""
    part = await made(threads, http, ready, outgoing("Once."), [])
    await threads.publish(http, ready, part)
    with pytest.raises(OutcomeUnknown, match="out already"):
        await threads.publish(http, ready, part)
    late = replace(part, text="Not in the list yet.")
    with pytest.raises(TryLater, match="does not list it yet"):
        await threads.find(http, ready, late, since=part.created_at)
