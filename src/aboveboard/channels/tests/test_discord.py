"""Discord passes the contract on a server that holds to the documentation of webhooks."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.servers.contract import discord as contract
from tests.servers.contract.engine import Reply, Server

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.discord.network import discord
from aboveboard.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.rates import watched
from aboveboard.channels.tests.contract import LimitContract, ServerContract, made, outgoing
from aboveboard.kernel.http import Client

SEND = "POST /api/v10/webhooks/{hook}/{token}"
URL = f"https://discord.com/api/webhooks/{contract.HOOK}/{contract.TOKEN}"


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def account(server: Server[contract.State]) -> Account:
    return Account(server.url, "", "", {"url": URL})


class TestDiscord(ServerContract, LimitContract):
    publishing_path = f"{contract.PATH}?wait=true"
    counts = False

    @pytest.fixture
    def network(self) -> Network:
        return discord


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await discord.sign_in(http, account)).account


@pytest.mark.anyio
async def test_pictures_and_clips_carry_their_words(
    http: Client, ready: Account, server: Server[contract.State], picture: Media, clip: Media
) -> None:
    part = await made(discord, http, ready, outgoing("Both."), [picture, clip])
    sent: Sent = await discord.publish(http, ready, part)
    shown = server.state.messages[sent.remote_id]["attachments"]
    assert [one["description"] for one in shown] == [picture.alt, clip.alt]


@pytest.mark.anyio
async def test_nobody_is_pinged(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    await discord.publish(http, ready, outgoing("@everyone <@1> look"))
    (message,) = server.state.messages.values()
    assert message["allowed_mentions"] == {"parse": []}


ERRORS = [
    (429, {"message": "You are being rate limited.", "retry_after": 0.64}, TryLater),
    (404, {"code": 10015, "message": "Unknown Webhook"}, SignInAgain),
    (401, {"code": 50027, "message": "Invalid Webhook Token"}, SignInAgain),
    (400, {"code": 50035, "message": "Invalid Form Body"}, Refused),
    (400, {"code": 220001, "message": "Webhooks posted to forum channels need a thread"}, Refused),
    (413, {"code": 40005, "message": "Request entity too large"}, Refused),
    (403, {"code": 20028, "message": "The write action has hit the rate limit"}, TryLater),
    (500, {}, OutcomeUnknown),
    (502, {}, OutcomeUnknown),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "body", "kind"), ERRORS)
async def test_each_documented_error_has_its_kind(
    status: int,
    body: dict[str, object],
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
) -> None:
    server.next(SEND, Reply(status, body))
    with pytest.raises(kind):
        await discord.publish(http, ready, outgoing("Words."))
    assert server.state.messages == {}


@pytest.mark.anyio
async def test_a_spent_bucket_is_heeded(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    left = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset-After": "1.5"}
    server.next("GET /api/v10/webhooks/{hook}/{token}", Reply(200, {"id": "1"}, left))
    with watched() as watch:
        await discord.sign_in(http, ready)
    assert watch.wait == 1.5


@pytest.mark.anyio
@pytest.mark.parametrize("url", ["", "https://discord.com/channels/1/2", "no address", "https://["])
async def test_what_is_no_webhook_is_said_so(url: str, http: Client, ready: Account) -> None:
    with pytest.raises(SignInAgain, match="no webhook address"):
        await discord.sign_in(http, replace(ready, secrets={"url": url}))


@pytest.mark.anyio
async def test_the_secret_is_in_no_error(http: Client, ready: Account) -> None:
    for server in ("http://127.0.0.1:9", "https://nowhere.invalid"):
        with pytest.raises(ChannelError) as caught:
            await discord.publish(http, replace(ready, server=server), outgoing("Words."))
        assert contract.TOKEN not in f"{caught.value} {caught.value!r}"
