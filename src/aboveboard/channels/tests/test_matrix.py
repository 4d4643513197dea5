"""Matrix passes the contract on a real Synapse."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from tests.servers.contract.engine import Api, Call, Reply
from tests.servers.matrix_server import PASSWORD, Homeserver, homeserver

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.errors import (
    Gone,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.matrix import calling
from aboveboard.channels.matrix import network as module
from aboveboard.channels.matrix.content import mentions
from aboveboard.channels.matrix.network import matrix
from aboveboard.channels.tests.contract import (
    OwnIdContract,
    ServerContract,
    made,
    outgoing,
)
from aboveboard.channels.wire import Answer
from aboveboard.kernel import clock
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
async def test_each_channel_has_a_session_of_its_own_and_keeps_its_number(
    http: Client, server: Homeserver
) -> None:
    """A server may end a session when another one begins under its number."""

    def device(account: Account) -> str:
        told = server.ask("GET", "/account/whoami", token=account.secrets["token"])
        return str(told["device_id"])

    other = server.ask("POST", "/createRoom", {"preset": "public_chat"})["room_id"]
    one, two = [
        (
            await matrix.sign_in(http, Account(server.url, "@saltworks:localhost", "", secrets))
        ).account
        for secrets in (
            {"password": PASSWORD, "room": server.room},
            {"password": PASSWORD, "room": other},
        )
    ]
    assert device(one) != device(two)
    part = outgoing("The same, after a renewal.")
    sent = await matrix.publish(http, one, part)
    fresh = await matrix.refresh(http, one)
    assert fresh.secrets["token"] != one.secrets["token"]
    assert device(fresh) == device(one)
    assert await matrix.publish(http, fresh, part) == sent


@pytest.mark.anyio
async def test_the_homeserver_is_found_where_its_name_says(
    http: Client, server: Homeserver, account: Account
) -> None:
    told: dict[str, Any] = {}
    api: Api[None] = Api("name")

    @api.call("GET", "/.well-known/matrix/client")
    def known(_state: None, _call: Call) -> Reply:
        return Reply(200, told)

    @api.call("GET", "/_matrix/client/v3/account/whoami")
    def who(_state: None, _call: Call) -> Reply:
        return Reply(404, {"errcode": "M_UNRECOGNIZED"})

    with api.serve(None) as named:
        at_name = replace(account, server=named.url)
        told["m.homeserver"] = {"base_url": f"{server.url}/"}
        profile = await matrix.sign_in(http, at_name)
        assert profile.account.server == server.url
        told["m.homeserver"] = {"base_url": "file:///etc/passwd"}
        with pytest.raises(Gone):
            await matrix.sign_in(http, at_name)


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("server", "named", "used"),
    [
        ("https://salt.example", "https://matrix.salt.example/", "https://matrix.salt.example"),
        ("https://salt.example", "http://matrix.salt.example", "https://salt.example"),
        ("http://localhost", "http://127.0.0.1:8008", "http://127.0.0.1:8008"),
        ("https://salt.example", None, "https://salt.example"),
    ],
)
async def test_nobody_is_sent_away_from_a_server_behind_tls(
    server: str, named: str | None, used: str, http: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = json.dumps({"m.homeserver": {"base_url": named}}).encode()

    async def ask(_http: Client, method: str, url: str) -> Answer:
        assert (method, url) == ("GET", f"{server}/.well-known/matrix/client")
        return Answer(200, httpx.Headers(), body, publishing=False)

    monkeypatch.setattr(calling, "ask", ask)
    assert (await calling.at_home(http, Account(server, ""))).server == used


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
async def test_answers_to_answers_belong_to_it_without_what_they_quote(
    http: Client, ready: Account, server: Homeserver
) -> None:
    post = await matrix.publish(http, ready, outgoing("Open from ten."))
    more = outgoing("And on Sunday.", reply_to=post, root=post)
    second = await matrix.publish(http, ready, more)

    def answer(number: int, body: str, to: str, **more: Any) -> str:
        related = {"m.in_reply_to": {"event_id": to}, **more}
        content = {"msgtype": "m.text", "body": body, "m.relates_to": related}
        path = f"/rooms/{quote(ready.remote_id)}/send/m.room.message/a{number}"
        return str(server.ask("PUT", path, content)["event_id"])

    quoting = answer(1, "> <@saltworks:localhost> Open\n> from ten.\n\nDogs?", post.remote_id)
    deeper = answer(2, "> 5 of them\nor 6?", quoting)
    in_thread = {"rel_type": "m.thread", "event_id": post.remote_id}
    answer(3, "All day?", second.remote_id, **in_thread)
    answer(4, "Thanks.", second.remote_id, **in_thread, is_falling_back=True)
    answer(5, "Not about this.", deeper.replace(deeper[1:5], "none"))
    since = clock.now() - timedelta(minutes=1)
    found = await matrix.comments(http, ready, post, since=since)
    assert [(one.text, one.reply_to) for one in found] == [
        ("Dogs?", post.remote_id),
        ("> 5 of them\nor 6?", quoting),
        ("All day?", second.remote_id),
        ("Thanks.", post.remote_id),
    ]
    assert [one.text for one in await matrix.comments(http, ready, second, since=since)] == [
        "All day?",
        "Thanks.",
    ]
    assert not await matrix.comments(http, ready, post, since=clock.now() + timedelta(minutes=1))
    # Our own second part is no answer.
    assert (await matrix.numbers(http, ready, [post]))[post.remote_id].replies == 2


@pytest.mark.anyio
async def test_words_that_stood_there_before_can_come_back(http: Client, ready: Account) -> None:
    part = outgoing("Ten o'clock.")
    sent = await matrix.publish(http, ready, part)
    for text in ("Eleven o'clock.", "Noon.", "Eleven o'clock.", "Ten o'clock."):
        new = replace(part, text=text)
        await matrix.edit(http, ready, sent, new)
        (found,) = await matrix.find(http, ready, new, since=part.created_at)
        assert found.remote_id == sent.remote_id


@pytest.mark.anyio
async def test_what_is_taken_down_leaves_no_words_behind(
    http: Client, ready: Account, server: Homeserver
) -> None:
    part = outgoing("A slip of the pen.")
    sent = await matrix.publish(http, ready, part)
    await matrix.edit(http, ready, sent, replace(part, text="Another slip."))
    path = f"/rooms/{quote(ready.remote_id)}/messages?dir=b&limit=20"
    assert "slip" in json.dumps(server.ask("GET", path))
    await matrix.delete(http, ready, sent)
    assert "slip" not in json.dumps(server.ask("GET", path))


@pytest.mark.anyio
async def test_an_edit_keeps_the_picture_and_its_alt_text(
    http: Client, ready: Account, server: Homeserver, picture: Media
) -> None:
    part = await made(matrix, http, ready, outgoing("A rake."), [picture])
    sent = await matrix.publish(http, ready, part)
    await matrix.edit(http, ready, sent, replace(part, text="Two rakes."))
    path = f"/rooms/{quote(ready.remote_id)}/event/{quote(sent.remote_id)}"
    event = server.ask("GET", path)
    new = event["unsigned"]["m.relations"]["m.replace"]["content"]["m.new_content"]
    assert new["body"] == f"Two rakes.\n\n({picture.alt})"
    assert (new["url"], new["msgtype"]) == (event["content"]["url"], "m.image")
    assert "m.relates_to" not in new


@pytest.mark.anyio
async def test_whom_a_message_names_is_called_once(
    http: Client, ready: Account, server: Homeserver
) -> None:
    part = outgoing("Thanks, @guest:localhost!")
    sent = await matrix.publish(http, ready, part)
    await matrix.edit(http, ready, sent, replace(part, text="Many thanks, @guest:localhost!"))
    path = f"/rooms/{quote(ready.remote_id)}/event/{quote(sent.remote_id)}"
    event = server.ask("GET", path)
    edit = event["unsigned"]["m.relations"]["m.replace"]["content"]
    called = {"user_ids": ["@guest:localhost"]}
    assert event["content"]["m.mentions"] == edit["m.new_content"]["m.mentions"] == called
    assert edit["m.mentions"] == {}


@pytest.mark.parametrize(
    ("text", "users"),
    [
        ("Thanks @a:b.example, @C.d/e=f_g+h-i:[no] (@a:b.example).", ["@a:b.example"]),
        ("@x:host.example:8448. And @y:1.2.3.4: yes", ["@x:host.example:8448", "@y:1.2.3.4"]),
        ("mail@example.org:25, @somebody@elsewhere.example, https://t.example/@a:b.example", []),
        (f"@{'a' * 250}:b.example", []),
    ],
)
def test_users_are_known_by_their_full_names(text: str, users: list[str]) -> None:
    assert mentions(text).get("user_ids", []) == users


@pytest.mark.anyio
async def test_a_message_that_is_too_large_is_refused(http: Client, ready: Account) -> None:
    assert await matrix.publish(http, ready, outgoing("ł" * 16_000))
    with pytest.raises(Refused, match="too large"):
        await matrix.publish(http, ready, outgoing("ł" * 40_000))


@pytest.mark.anyio
async def test_the_longest_text_can_be_edited(http: Client, ready: Account, picture: Media) -> None:
    long = replace(picture, alt="ł" * matrix.limits.alt)
    part = await made(matrix, http, ready, outgoing("x" * matrix.limits.text), [long])
    sent = await matrix.publish(http, ready, part)
    new = replace(part, text='"y\n' * (matrix.limits.text // 3))
    await matrix.edit(http, ready, sent, new)
    assert len(await matrix.find(http, ready, new, since=part.created_at)) == 1


@pytest.mark.anyio
async def test_more_pages_are_read(
    http: Client, ready: Account, server: Homeserver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PAGE", "3")
    first = outgoing("The first of many.")
    post = await matrix.publish(http, ready, first)
    in_thread = {"rel_type": "m.thread", "event_id": post.remote_id}
    for number in range(7):
        await matrix.publish(http, ready, outgoing(f"Number {number}."))
        content = {"msgtype": "m.text", "body": f"Said {number}.", "m.relates_to": in_thread}
        path = f"/rooms/{quote(ready.remote_id)}/send/m.room.message/p{number}"
        server.ask("PUT", path, content)
    found = await matrix.find(http, ready, first, since=first.created_at - SECOND)
    assert [one.remote_id for one in found] == [post.remote_id]
    assert (await matrix.numbers(http, ready, [post]))[post.remote_id].replies == 7
    since = first.created_at
    assert len(await matrix.comments(http, ready, post, since=since)) == 7
    monkeypatch.setattr(module, "_PAGES", 2)
    for asked in (
        matrix.find(http, ready, first, since=since),
        matrix.numbers(http, ready, [post]),
    ):
        with pytest.raises(TryLater, match="too m"):
            await asked
