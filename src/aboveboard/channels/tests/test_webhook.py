"""The webhook passes the contract on a receiver that checks signatures by itself."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.servers.contract import webhook as contract
from tests.servers.contract.engine import Reply, Server

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.tests.contract import ServerContract, made, outgoing
from aboveboard.channels.webhook.network import signature, webhook
from aboveboard.kernel.http import Client


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def account(server: Server[contract.State]) -> Account:
    return Account(server.url, "", "", {"secret": contract.SECRET})


class TestWebhook(ServerContract):
    publishing_path = "/"
    counts = False

    @pytest.fixture
    def network(self) -> Network:
        return webhook

    async def check_text(self, http: Client, account: Account, sent: Sent, text: str) -> None:
        assert sent.url.startswith("https://own.example/posts/")


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await webhook.sign_in(http, account)).account


@pytest.mark.anyio
async def test_a_repeat_carries_the_same_id(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    part = outgoing("Once.")
    await webhook.publish(http, ready, part)
    await webhook.publish(http, ready, part)
    assert server.state.repeats == 1


@pytest.mark.anyio
async def test_the_whole_post_arrives(
    http: Client, ready: Account, server: Server[contract.State], picture: Media
) -> None:
    first = await webhook.publish(http, ready, outgoing("One.", title="Tides"))
    part = await made(webhook, http, ready, outgoing("Two.", reply_to=first, root=first), [picture])
    await webhook.publish(http, ready, part)
    one, two = server.state.posts.values()
    assert (one["title"], one["language"], one["in_reply_to"]) == ("Tides", "en", None)
    assert two["in_reply_to"] == first.remote_id
    assert [media["alt"] for media in two["media"]] == [picture.alt]


@pytest.mark.anyio
async def test_a_video_is_in_the_post(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    await webhook.publish(http, ready, await made(webhook, http, ready, outgoing("One."), [clip]))
    ((sent,),) = (post["media"] for post in server.state.posts.values())
    assert (sent["type"], sent["sha256"]) == ("video/mp4", clip.digest)


@pytest.mark.anyio
async def test_a_receiver_need_not_say_where_the_post_is(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    server.state.says_where = False
    part = outgoing("Somewhere.")
    sent = await webhook.publish(http, ready, part)
    assert (sent.remote_id, sent.url) == (part.key, "")
    await webhook.delete(http, ready, sent)
    assert server.state.posts == {}


KINDS = [
    (400, Refused),
    (401, SignInAgain),
    (404, Gone),
    (410, Gone),
    (422, Refused),
    (429, TryLater),
    (500, OutcomeUnknown),
    (302, OutcomeUnknown),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "kind"), KINDS)
async def test_each_answer_has_its_kind(
    status: int,
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
) -> None:
    server.next("POST /", Reply(status, {"message": "No."}))
    with pytest.raises(kind):
        await webhook.publish(http, ready, outgoing("Words."))


def test_the_signature_is_that_of_the_specification() -> None:
    """The example of github.com/standard-webhooks/standard-webhooks, spec."""
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    body = b'{"test": 2432232314}'
    given = signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", body)
    assert given == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_secret_may_be_any_text() -> None:
    assert signature("a", "1", "2", b"") != signature("b", "1", "2", b"")
    assert signature("whsec_not base64!", "1", "2", b"").startswith("v1,")


def test_the_secret_is_not_shown(account: Account) -> None:
    assert contract.SECRET not in repr(replace(account, handle="x"))
