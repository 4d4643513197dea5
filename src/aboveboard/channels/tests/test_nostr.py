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
from tests.servers.nostr_server import answering, nostr_relay, saying
from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    Refused,
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


def test_hashtags_and_people_are_named_in_tags_too() -> None:
    guest = encoded("npub", bytes.fromhex(GUEST.public))
    slip = guest[:-1] + ("q" if guest[-1] != "q" else "p")
    text = f"#Zout, #zout #Fleur_de_Sel! C# #1 x#y &#38; nostr:{guest} nostr:{slip} nostr:{guest}."
    event = note(Key.read(NSEC), outgoing(text))
    assert [tag for tag in event.tags if tag[0] == "t"] == [["t", "zout"], ["t", "fleur_de_sel"]]
    assert [tag for tag in event.tags if tag[0] == "p"] == [["p", GUEST.public]]


async def uploaded(http: Client, picture: Media, *replies: Reply) -> list[str]:
    """Where a media server that answers so says that the picture is."""
    api: Api[list[Reply]] = Api("blossom")

    @api.call("PUT", "/upload", kind="bytes", headers={"Authorization": "Nostr .+"})
    def take(state: list[Reply], call: Call) -> Reply:
        proof = call.headers["authorization"].removeprefix("Nostr ")
        event = Event.model_validate_json(base64.b64decode(proof))
        tags = {tag[0]: tag[1] for tag in event.tags}
        if not event.is_genuine or event.kind != 24242:
            raise Broken("not a proof")
        if (tags["t"], tags["x"]) != ("upload", sha256(call.raw)):
            raise Broken(str(tags))
        if not 0 < int(tags["expiration"]) - clock.now().timestamp() <= 600:
            raise Broken("lasts too long")
        return state.pop(0)

    with api.serve(list(replies)) as server:
        account = Account("", "", "", {"token": NSEC, "relays": "ws://x", "media": server.url})
        made = [await nostr.upload(http, account, replace(picture, url="")) for _ in replies]
        return [json.loads(one.ref)["url"] for one in made]


@pytest.mark.anyio
async def test_a_media_server_takes_what_we_prove_to_be_ours(http: Client, picture: Media) -> None:
    there = {"url": "https://media.example/x.png", "sha256": picture.digest}
    urls = await uploaded(http, picture, Reply(201, there), Reply(200, there))
    assert urls == ["https://media.example/x.png"] * 2


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("reply", "kind", "match"),
    [
        (Reply(413, None, {"X-Reason": "too large"}), Refused, "too large"),
        (Reply(401, None), Refused, "401"),
        (Reply(402, None), Refused, "402"),
        (Reply(429, None, {"Retry-After": "9"}), TryLater, "429"),
        (Reply(503, None), TryLater, "503"),
        (Reply(200, {"url": "javascript:alert(1)"}), Refused, "no web address"),
        (Reply(200, {}), TryLater, "understood"),
    ],
)
async def test_what_a_media_server_says_has_its_kind(
    reply: Reply, kind: type[ChannelError], match: str, http: Client, picture: Media
) -> None:
    with pytest.raises(kind, match=match) as caught:
        await uploaded(http, picture, reply)
    if isinstance(caught.value, TryLater) and reply.status == 429:
        assert caught.value.wait == 9


@pytest.mark.slow
@pytest.mark.anyio
async def test_answers_likes_and_reposts_are_read(http: Client, ready: Account, relay: str) -> None:
    part = outgoing("Open from ten.")
    post = await nostr.publish(http, ready, part)
    await nostr.publish(http, ready, outgoing("And on Sunday.", reply_to=post, root=post))
    now = clock.now()
    third = Key.read("22" * 32)
    tags = [["e", post.remote_id, "", "root"], ["p", ready.remote_id]]
    answer = signed(GUEST, 1, "Dogs too?", tags, now)
    await said(relay, answer)
    deeper = [*tags, ["e", answer.id, "", "reply"]]
    await said(relay, signed(third, 1, "Cats!", deeper, now + SECOND))
    # Who names the note without answering it says nothing under it.
    await said(relay, signed(GUEST, 1, "See this.", [["e", post.remote_id, "", "mention"]], now))
    for content in ("+", "🧂"):
        await said(relay, signed(GUEST, 7, content, tags, now))
    await said(relay, signed(third, 7, "-", tags, now))
    # A reaction to the answer, which names the note before it.
    await said(relay, signed(third, 7, "+", [*tags, ["e", answer.id]], now))
    await said(relay, signed(GUEST, 6, "", tags, now))
    first, second = await nostr.comments(http, ready, post, since=part.created_at - 5 * SECOND)
    assert (first.text, first.reply_to) == ("Dogs too?", post.remote_id)
    assert first.author == encoded("npub", bytes.fromhex(GUEST.public))
    assert (second.text, second.reply_to) == ("Cats!", answer.id)
    numbers = (await nostr.numbers(http, ready, [post]))[post.remote_id]
    assert (numbers.replies, numbers.likes, numbers.reposts) == (1, 1, 1)


@pytest.mark.slow
@pytest.mark.anyio
async def test_each_of_many_notes_has_its_own_numbers(
    http: Client, ready: Account, relay: str
) -> None:
    posts = [await nostr.publish(http, ready, outgoing(f"Number {place}.")) for place in range(12)]
    for post in posts[::2]:
        await said(relay, signed(GUEST, 7, "+", [["e", post.remote_id]], clock.now()))
    gone = replace(posts[0], remote_id="00" * 32)
    numbers = await nostr.numbers(http, ready, [*posts, gone])
    assert [numbers[post.remote_id].likes for post in posts] == [1, 0] * 6
    assert gone.remote_id not in numbers


@pytest.mark.slow
@pytest.mark.anyio
async def test_what_is_too_long_is_refused(http: Client, ready: Account) -> None:
    """This relay names no event where it refuses one."""
    with pytest.raises(Refused, match="invalid"):
        await nostr.publish(http, ready, outgoing("x" * 5_000))


@pytest.mark.slow
@pytest.mark.anyio
async def test_a_note_is_not_called_taken_down_while_a_relay_shows_it(
    http: Client, ready: Account
) -> None:
    sent = await nostr.publish(http, ready, outgoing("Not this."))
    kept: list[Any] = [
        event.model_dump()
        for event in (await relays.asked(http, [ready.server], {"ids": [sent.remote_id]})).values()
    ]

    async def keep(line: ServerConnection) -> None:
        """It says yes to all, and does nothing."""
        async for message in line:
            match json.loads(message):
                case ["EVENT", event]:
                    await line.send(json.dumps(["OK", event["id"], True, ""]))
                case ["REQ", name, *_]:
                    for event in kept:
                        await line.send(json.dumps(["EVENT", name, event]))
                    await line.send(json.dumps(["EOSE", name]))

    async with answering(keep) as other:
        both = replace(ready, secrets={**ready.secrets, "relays": f"{ready.server} {other}"})
        with pytest.raises(TryLater, match=f"{other} still shows it"):
            await nostr.delete(http, both, sent)
        kept.clear()
        await nostr.delete(http, both, sent)
    with pytest.raises(TryLater, match=other):
        await nostr.delete(http, both, sent)


@pytest.mark.slow
@pytest.mark.anyio
async def test_one_relay_that_takes_it_is_enough(http: Client, ready: Account) -> None:
    async with saying(False, "blocked: no") as other:
        several = {**ready.secrets, "relays": f"ws://127.0.0.1:9, {other} {ready.server}"}
        assert isinstance(
            await nostr.publish(http, replace(ready, secrets=several), outgoing("Words.")), Sent
        )
