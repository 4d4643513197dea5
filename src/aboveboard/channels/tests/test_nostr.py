"""Nostr passes the contract on a real relay; its keys and events are as the NIPs have them."""

import base64
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.servers.contract.engine import Api, Broken, Call, Reply
from tests.servers.lossy import Lose
from tests.servers.nostr_server import nostr_relay
from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.nostr import relays
from aboveboard.channels.nostr.events import Event, note, signed
from aboveboard.channels.nostr.keys import Key, NotAKey, decoded, encoded
from aboveboard.channels.nostr.network import nostr
from aboveboard.channels.tests.contract import OwnIdContract, ServerContract, made, outgoing
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.http import Client

# The example of NIP-19.
NSEC = "nsec1vl029mgpspedva04g90vltkh6fvh240zqtv9k0t9af8935ke9laqsnlfe5"
SECRET = "67dea2ed018072d675f5415ecfaed7d2597555e202d85b3d65ea4e58d2d92ffa"
NPUB = "npub10elfcs4fr0l0r8af98jlmgdh9c8tcxjvz9qkw038js35mp4dma8qzvjptg"
GUEST = Key.read("11" * 32)
SECOND = timedelta(seconds=1)


@pytest.fixture(scope="module")
def relay() -> Iterator[str]:
    with nostr_relay() as running:
        yield running


@pytest.fixture
def account(relay: str) -> Account:
    return Account(relay, "", "", {"token": NSEC})


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await nostr.sign_in(http, account)).account


@pytest.mark.slow
class TestNostr(ServerContract, OwnIdContract):
    @pytest.fixture
    def network(self) -> Network:
        return nostr

    @pytest.mark.parametrize("lose", ["request", "answer"])
    async def test_a_lost_answer_is_unknown_and_reading_back_settles_it(
        self,
        network: Network,
        http: Client,
        ready: Account,
        needed: tuple[Media, ...],
        lose: Lose,
    ) -> None:
        part = outgoing(f"Lost: the {lose}.")
        async with cutting(ready.server, lose) as address:
            with pytest.raises(OutcomeUnknown):
                await network.publish(http, replace(ready, server=address), part)
        found = await self._find(network, http, ready, part)
        assert len(found) == (lose == "answer")
        # Sending it again is harmless.
        sent = await network.publish(http, ready, part)
        assert [one.remote_id for one in await self._find(network, http, ready, part)] == [
            sent.remote_id
        ]


@asynccontextmanager
async def cutting(relay: str, lose: Lose) -> AsyncIterator[str]:
    """A relay that closes the line at an event: before it is kept, or before it says so."""

    async def take(line: ServerConnection) -> None:
        message = await line.recv()
        if lose == "answer":
            async with connect(relay) as inner:
                await inner.send(message)
                await inner.recv()
        line.transport.abort()

    async with answering(take) as address:
        yield address


@asynccontextmanager
async def answering(take: Any) -> AsyncIterator[str]:
    async with serve(take, "127.0.0.1", 0) as server:
        yield f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"


@asynccontextmanager
async def saying(taken: bool, why: str) -> AsyncIterator[str]:
    """A relay that says the same to every event."""

    async def take(line: ServerConnection) -> None:
        _kind, event = json.loads(await line.recv())
        await line.send(json.dumps(["NOTICE", "hello"]))
        await line.send(json.dumps(["OK", event["id"], taken, why]))

    async with answering(take) as address:
        yield address


async def said(relay: str, event: Event) -> None:
    """Somebody else's event."""
    async with connect(relay) as line:
        await line.send(json.dumps(["EVENT", event.model_dump()]))
        assert json.loads(await line.recv())[2] is True


def test_keys_are_spelt_as_nip_19_has_it() -> None:
    key = Key.read(NSEC)
    assert key == Key.read(f" {SECRET} ")
    assert key.secret.hex() == SECRET
    assert encoded("npub", bytes.fromhex(key.public)) == NPUB
    assert SECRET not in repr(key)


@pytest.mark.parametrize(
    "given", ["", "salt", NSEC[:-1] + "q", NPUB, "67de", "ff" * 32, "00" * 32, "nsec1é"]
)
def test_what_is_no_secret_key_is_said_so(given: str) -> None:
    with pytest.raises(NotAKey):
        Key.read(given)


@given(st.binary(min_size=32, max_size=32))
def test_every_spelling_is_read_back(value: bytes) -> None:
    assert decoded(encoded("note", value), "note") == value


def test_an_event_says_who_signed_it() -> None:
    event = signed(Key.read(NSEC), 1, "Sałt “é” 👩‍👩‍👧\n\t\\", [["t", "salt"]], clock.now())
    assert event.is_genuine
    assert not event.model_copy(update={"content": "Sugar"}).is_genuine
    assert not event.model_copy(update={"sig": GUEST.sign(bytes(32))}).is_genuine


def test_a_part_is_the_same_event_over_every_try() -> None:
    key, part = Key.read(NSEC), outgoing("Once.")
    assert note(key, part).id == note(key, part).id
    assert note(key, part).id != note(key, outgoing("Once.", created_at=part.created_at)).id


@pytest.mark.slow
@pytest.mark.anyio
async def test_pictures_go_along_with_their_words(
    http: Client, ready: Account, picture: Media
) -> None:
    part = await made(nostr, http, ready, outgoing("A rake."), [picture])
    sent = await nostr.publish(http, ready, part)
    (event,) = (await relays.asked(http, [ready.server], {"ids": [sent.remote_id]})).values()
    assert event.content == f"A rake.\n\n{picture.url}"
    (imeta,) = [tag for tag in event.tags if tag[0] == "imeta"]
    assert {f"alt {picture.alt}", f"x {picture.digest}", "dim 64x48"} <= set(imeta)
    with pytest.raises(Refused, match="public address"):
        await nostr.upload(http, ready, replace(picture, url=""))


@pytest.mark.anyio
async def test_a_media_server_takes_what_we_prove_to_be_ours(http: Client, picture: Media) -> None:
    api: Api[dict[str, bytes]] = Api("blossom")

    @api.call("PUT", "/upload", kind="bytes", headers={"Authorization": "Nostr .+"})
    def take(state: dict[str, bytes], call: Call) -> Reply:
        proof = call.headers["authorization"].removeprefix("Nostr ")
        event = Event.model_validate_json(base64.b64decode(proof))
        tags = {tag[0]: tag[1] for tag in event.tags}
        digest = sha256(call.raw)
        if not event.is_genuine or event.kind != 24242:
            raise Broken("not a proof")
        if (tags["t"], tags["x"]) != ("upload", digest) or int(tags["expiration"]) < 1:
            raise Broken(str(tags))
        if "large" in state:
            return Reply(413, None, {"X-Reason": "too large"})
        state[digest] = call.raw
        return Reply(200, {"url": f"https://media.example/{digest}.png", "sha256": digest})

    with api.serve({}) as server:
        account = Account("", "", "", {"token": NSEC, "relays": "ws://x", "media": server.url})
        found = await nostr.upload(http, account, replace(picture, url=""))
        assert json.loads(found.ref)["url"].startswith("https://media.example/")
        assert list(server.state.values()) == [picture.path.read_bytes()]
        server.state["large"] = b""
        with pytest.raises(Refused, match="too large"):
            await nostr.upload(http, account, picture)


@pytest.mark.slow
@pytest.mark.anyio
async def test_answers_likes_and_reposts_are_read(http: Client, ready: Account, relay: str) -> None:
    part = outgoing("Open from ten.")
    post = await nostr.publish(http, ready, part)
    await nostr.publish(http, ready, outgoing("And on Sunday.", reply_to=post, root=post))
    now = clock.now()
    tags = [["e", post.remote_id, "", "root"], ["p", ready.remote_id]]
    await said(relay, signed(GUEST, 1, "Dogs too?", tags, now))
    await said(relay, signed(GUEST, 7, "+", tags, now))
    await said(relay, signed(Key.read("22" * 32), 7, "-", tags, now))
    await said(relay, signed(GUEST, 6, "", tags, now))
    (comment,) = await nostr.comments(http, ready, post, since=part.created_at - 5 * SECOND)
    assert (comment.text, comment.reply_to) == ("Dogs too?", post.remote_id)
    assert comment.author == encoded("npub", bytes.fromhex(GUEST.public))
    numbers = (await nostr.numbers(http, ready, [post]))[post.remote_id]
    assert (numbers.replies, numbers.likes, numbers.reposts) == (1, 1, 1)


@pytest.mark.slow
@pytest.mark.anyio
async def test_one_relay_that_takes_it_is_enough(http: Client, ready: Account) -> None:
    async with saying(False, "blocked: no") as other:
        several = {**ready.secrets, "relays": f"ws://127.0.0.1:9, {other} {ready.server}"}
        assert isinstance(
            await nostr.publish(http, replace(ready, secrets=several), outgoing("Words.")), Sent
        )


VERDICTS = [
    (True, "", None),
    (True, "duplicate: have it", None),
    (False, "duplicate: have it", None),
    (False, "blocked: you are banned", Refused),
    (False, "invalid: too long", Refused),
    (False, "restricted: members only", Refused),
    (False, "rate-limited: slow down", TryLater),
    (False, "error: try again", TryLater),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("taken", "why", "kind"), VERDICTS)
async def test_what_a_relay_says_has_its_kind(
    taken: bool, why: str, kind: type[ChannelError] | None, http: Client
) -> None:
    async with saying(taken, why) as address:
        account = Account(address, "", "", {"token": NSEC})
        if kind is None:
            assert await nostr.publish(http, account, outgoing("Words."))
            return
        with pytest.raises(kind) as caught:
            await nostr.publish(http, account, outgoing("Words."))
        assert type(caught.value) is kind


@pytest.mark.anyio
async def test_what_a_relay_invents_is_passed_over(http: Client) -> None:
    async def take(line: ServerConnection) -> None:
        _kind, name, *_filters = json.loads(await line.recv())
        event = signed(GUEST, 1, "Mine.", [], clock.now()).model_dump() | {"content": "Yours."}
        for told in (event, {"id": "x"}, "text", None):
            await line.send(json.dumps(["EVENT", name, told]))
        await line.send("no JSON")
        await line.send(json.dumps(["EOSE", name]))

    async with answering(take) as address:
        assert await relays.asked(http, [address], {"kinds": [1]}) == {}


@pytest.mark.anyio
@pytest.mark.parametrize("limit", ["payment_required", "auth_required"])
async def test_a_relay_for_members_alone_is_told(limit: str, http: Client) -> None:
    api: Api[None] = Api("relay")

    @api.call("GET", "/", headers={"Accept": r"application/nostr\+json"})
    def about(_state: None, _call: Call) -> Reply:
        return Reply(200, {"limitation": {limit: True}})

    with api.serve(None) as server:
        account = Account("", "", "", {"token": NSEC, "relays": server.url})
        with pytest.raises(Refused, match="members alone"):
            await nostr.sign_in(http, account)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("secrets", "kind"),
    [
        ({"token": "", "relays": "wss://x.example"}, SignInAgain),
        ({"token": NSEC, "relays": ""}, Refused),
        ({"token": NSEC, "relays": "ftp://x"}, Refused),
        ({"token": NSEC, "relays": "ws://127.0.0.1:9"}, TryLater),
    ],
)
async def test_what_is_missing_to_sign_in_is_said(
    secrets: dict[str, str], kind: type[ChannelError], http: Client
) -> None:
    with pytest.raises(kind):
        await nostr.sign_in(http, Account("", "", "", secrets))
