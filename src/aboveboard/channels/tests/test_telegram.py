"""Telegram passes the contract on a server that holds to the Bot API's documentation."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.servers.contract import telegram as contract
from tests.servers.contract.engine import Reply, Server

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.counting import utf16
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.telegram.network import telegram
from aboveboard.channels.tests.contract import LimitContract, ServerContract, made, outgoing
from aboveboard.kernel.http import Client

SEND = "POST /bot{token}/sendMessage"


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def account(server: Server[contract.State]) -> Account:
    return Account(server.url, "", "", {"token": contract.TOKEN, "chat": "@saltworks"})


class TestTelegram(ServerContract, LimitContract):
    publishing_path = f"/bot{contract.TOKEN}/sendMessage"
    counts = False

    @pytest.fixture
    def network(self) -> Network:
        return telegram

    async def check_picture(
        self, network: Network, http: Client, account: Account, sent: Sent, picture: Media
    ) -> None:
        assert sent.url.startswith("https://t.me/saltworks/")


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await telegram.sign_in(http, account)).account


@pytest.mark.anyio
async def test_the_chat_is_who_it_is(ready: Account) -> None:
    assert (ready.remote_id, ready.handle) == (str(contract.CHAT), "@saltworks")


@pytest.mark.anyio
async def test_an_album_is_one_post_and_goes_as_one(
    http: Client, ready: Account, server: Server[contract.State], picture: Media, clip: Media
) -> None:
    part = await made(telegram, http, ready, outgoing("Three at once."), [picture, clip, picture])
    sent = await telegram.publish(http, ready, part)
    assert len(sent.remote_id.split(",")) == len(server.state.messages) == 3
    await telegram.edit(http, ready, sent, replace(part, text="Three."))
    assert [m["text"] for m in server.state.messages.values()] == ["Three.", "", ""]
    await telegram.delete(http, ready, sent)
    assert server.state.messages == {}


@pytest.mark.anyio
async def test_a_caption_is_shorter_than_a_text(
    http: Client, ready: Account, picture: Media
) -> None:
    long = await made(telegram, http, ready, outgoing("x" * 1_025), [picture])
    with pytest.raises(Refused, match="second part"):
        await telegram.publish(http, ready, long)


ERRORS = [
    (429, "Too Many Requests: retry after 7", {"retry_after": 7}, TryLater),
    (401, "Unauthorized", {}, SignInAgain),
    (403, "Forbidden: bot was kicked from the channel chat", {}, SignInAgain),
    (400, "Bad Request: chat not found", {}, Gone),
    (400, "Bad Request: group upgraded", {"migrate_to_chat_id": -100}, Gone),
    (400, "Bad Request: message is too long", {}, Refused),
    (413, "Request Entity Too Large", {}, Refused),
    (500, "Internal Server Error", {}, OutcomeUnknown),
    (502, "Bad Gateway", {}, OutcomeUnknown),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("code", "description", "parameters", "kind"), ERRORS)
async def test_each_documented_error_has_its_kind(
    code: int,
    description: str,
    parameters: dict[str, int],
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
) -> None:
    body = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
    server.next(SEND, Reply(code, body))
    with pytest.raises(kind) as caught:
        await telegram.publish(http, ready, outgoing("Words."))
    assert server.state.messages == {}
    if isinstance(caught.value, TryLater):
        assert caught.value.wait == 7


@pytest.mark.anyio
async def test_the_token_is_in_no_error(http: Client, ready: Account) -> None:
    for server in ("http://127.0.0.1:9", "https://nowhere.invalid"):
        with pytest.raises(ChannelError) as caught:
            await telegram.publish(http, replace(ready, server=server), outgoing("Words."))
        assert contract.TOKEN not in f"{caught.value} {caught.value.why} {caught.value!r}"


def test_characters_are_counted_in_utf_16() -> None:
    assert utf16("é") == 1
    assert utf16("🧂") == 2
    assert telegram.count("a🧂") == 3
