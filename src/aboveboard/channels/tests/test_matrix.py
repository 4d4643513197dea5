"""Matrix passes the contract on a real Synapse."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import quote

import pytest
from tests.servers.contract.engine import Api, Call, Reply
from tests.servers.matrix_server import PASSWORD, Homeserver, homeserver

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.matrix.network import matrix
from aboveboard.channels.tests.contract import (
    OwnIdContract,
    ServerContract,
    outgoing,
)
from aboveboard.kernel.http import Client

pytestmark = pytest.mark.slow
SECOND = timedelta(seconds=1)


@pytest.fixture(scope="module")
def server() -> Iterator[Homeserver]:
    with homeserver() as running:
        yield running


@pytest.fixture
def account(server: Homeserver) -> Account:
    return Account(server.url, "", "", {"token": server.token, "room": server.room})


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await matrix.sign_in(http, account)).account


class TestMatrix(ServerContract, OwnIdContract):
    publishing_path = "/_matrix/client/v3/rooms/*/send/m.room.message/*"
    publishing_method = "PUT"
    upload_path = "/_matrix/media/v3/upload"

    @pytest.fixture
    def network(self) -> Network:
        return matrix

    async def check_picture(
        self,
        network: Network,
        http: Client,
        account: Account,
        sent: Sent,
        picture: Media,
    ) -> None:
        headers = {"Authorization": f"Bearer {account.secrets['token']}"}
        room, event = quote(account.remote_id, safe=""), quote(sent.remote_id, safe="")
        path = f"/_matrix/client/v3/rooms/{room}/event/{event}"
        content = (await http.get(account.server + path, headers=headers)).json()["content"]
        assert content["body"].endswith(f"({picture.alt})")
        assert content["info"]["w"] == picture.width
        media = content["url"].removeprefix("mxc://")
        path = f"/_matrix/client/v1/media/download/{media}"
        stored = await http.get(account.server + path, headers=headers)
        assert stored.content == picture.path.read_bytes()


@pytest.mark.anyio
async def test_a_password_opens_a_session_and_opens_it_anew(
    http: Client, server: Homeserver
) -> None:
    secrets = {"password": PASSWORD, "room": server.room}
    account = Account(server.url, "@saltworks:localhost", "", secrets)
    first = (await matrix.sign_in(http, account)).account
    assert first.handle == "@saltworks:localhost"
    server.ask("POST", "/logout", {}, token=first.secrets["token"])
    with pytest.raises(SignInAgain) as caught:
        await matrix.publish(http, first, outgoing("Nobody."))
    assert caught.value.refreshable
    fresh = await matrix.refresh(http, first)
    assert isinstance(await matrix.publish(http, fresh, outgoing("Back again.")), Sent)
    wrong = replace(account, secrets={**secrets, "password": "sugar"})
    with pytest.raises(SignInAgain, match="password"):
        await matrix.sign_in(http, wrong)
    with pytest.raises(SignInAgain, match="Give the account"):
        await matrix.sign_in(http, replace(account, secrets={"room": server.room}))


@pytest.mark.anyio
async def test_the_servers_own_limits_are_read(http: Client, account: Account) -> None:
    assert (await matrix.sign_in(http, account)).limits.image_bytes == 5 * 1024 * 1024


@pytest.mark.anyio
async def test_a_room_that_is_closed_or_encrypted_is_said_so(
    http: Client, account: Account, server: Homeserver
) -> None:
    for room in ("#nowhere:localhost", ""):
        other = replace(account, secrets={**account.secrets, "room": room})
        with pytest.raises(SignInAgain, match="cannot come into"):
            await matrix.sign_in(http, other)
    state = {"type": "m.room.encryption", "content": {"algorithm": "m.megolm.v1.aes-sha2"}}
    secret = server.ask("POST", "/createRoom", {"preset": "public_chat", "initial_state": [state]})[
        "room_id"
    ]
    other = replace(account, secrets={**account.secrets, "room": secret})
    with pytest.raises(Refused, match="encrypted"):
        await matrix.sign_in(http, other)


@pytest.mark.anyio
async def test_who_was_put_out_is_told(http: Client, account: Account, server: Homeserver) -> None:
    room = server.ask("POST", "/createRoom", {"preset": "public_chat"})["room_id"]
    inside = replace(account, secrets={**account.secrets, "room": room})
    ready = (await matrix.sign_in(http, inside)).account
    server.ask("POST", f"/rooms/{quote(room)}/kick", {"user_id": "@saltworks:localhost"})
    with pytest.raises(Gone, match="any more"):
        await matrix.publish(http, ready, outgoing("Hello?"))


@pytest.mark.anyio
async def test_answers_and_reactions_are_read(
    http: Client, ready: Account, server: Homeserver
) -> None:
    post = await matrix.publish(http, ready, outgoing("Open from ten."))
    path = f"/rooms/{quote(ready.remote_id)}/send"
    relation = {"rel_type": "m.thread", "event_id": post.remote_id}
    server.ask(
        "PUT",
        f"{path}/m.room.message/t1",
        {"msgtype": "m.text", "body": "Dogs too?", "m.relates_to": relation},
    )
    answer = {"m.in_reply_to": {"event_id": post.remote_id}}
    server.ask(
        "PUT",
        f"{path}/m.room.message/t2",
        {"msgtype": "m.text", "body": "And cats?", "m.relates_to": answer},
    )
    key = {"rel_type": "m.annotation", "event_id": post.remote_id, "key": "👍"}
    server.ask("PUT", f"{path}/m.reaction/t3", {"m.relates_to": key})
    since = outgoing("").created_at - timedelta(minutes=1)
    found = await matrix.comments(http, ready, post, since=since)
    assert [(one.author, one.text) for one in found] == [
        ("@guest:localhost", "Dogs too?"),
        ("@guest:localhost", "And cats?"),
    ]
    numbers = (await matrix.numbers(http, ready, [post]))[post.remote_id]
    assert (numbers.replies, numbers.likes) == (1, 1)
    await matrix.delete(http, ready, post)
    assert not await matrix.numbers(http, ready, [post])


@pytest.mark.anyio
async def test_a_message_that_is_too_large_is_refused(http: Client, ready: Account) -> None:
    assert await matrix.publish(http, ready, outgoing("ł" * 16_000))
    with pytest.raises(Refused, match="too large"):
        await matrix.publish(http, ready, outgoing("ł" * 40_000))


@pytest.mark.anyio
async def test_more_pages_are_read(http: Client, ready: Account) -> None:
    first = outgoing("The first of many.")
    await matrix.publish(http, ready, first)
    for number in range(110):
        await matrix.publish(http, ready, outgoing(f"Number {number}."))
    found = await matrix.find(http, ready, first, since=first.created_at - SECOND)
    assert len(found) == 1


SEND = "/_matrix/client/v3/rooms/{room}/send/m.room.message/{txn}"
ERRORS = [
    (429, {"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 7_000}, TryLater),
    (401, {"errcode": "M_UNKNOWN_TOKEN", "soft_logout": True}, SignInAgain),
    (403, {"errcode": "M_USER_DEACTIVATED"}, Gone),
    (413, {"errcode": "M_TOO_LARGE"}, Refused),
    (500, {"errcode": "M_UNKNOWN"}, OutcomeUnknown),
    (502, {}, OutcomeUnknown),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "body", "kind"), ERRORS)
async def test_each_documented_error_has_its_kind(
    status: int, body: dict[str, object], kind: type[ChannelError], http: Client, ready: Account
) -> None:
    """Those that a healthy server does not give by itself."""
    api: Api[None] = Api("matrix")

    @api.call("PUT", SEND, kind="bytes")
    def answer(_state: None, _call: Call) -> Reply:
        return Reply(status, body)

    with api.serve(None) as broken, pytest.raises(kind) as caught:
        await matrix.publish(http, replace(ready, server=broken.url), outgoing("Words."))
    assert type(caught.value) is kind
    if isinstance(caught.value, TryLater):
        assert caught.value.wait == 7
