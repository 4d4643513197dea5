"""X passes the contract on a server that holds to its documentation; its counting has its rules."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.servers.contract import x as contract
from tests.servers.contract.engine import Reply, Server

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.tests.contract import TEXTS, LimitContract, ServerContract, made, outgoing
from aboveboard.channels.x import uploading
from aboveboard.channels.x.network import x
from aboveboard.channels.x.weighing import weight
from aboveboard.kernel.http import Client

SEND = "POST /2/tweets"


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def account(server: Server[contract.State]) -> Account:
    secrets = {"token": contract.TOKEN, "refresh": "r0", "client_id": "app"}
    return Account(server.url, "", "", secrets | {"client_secret": "hush"})


class TestX(ServerContract, LimitContract):
    publishing_path = "/2/tweets"
    upload_path = "/2/media/upload/initialize"

    @pytest.fixture
    def network(self) -> Network:
        return x

    async def test_a_text_at_the_limit_fits_and_one_over_does_not(
        self, network: Network, http: Client, account: Account, needed: tuple[Media, ...]
    ) -> None:
        """280, by weight."""
        me = (await network.sign_in(http, account)).account
        await network.publish(http, me, outgoing("Sałt é " * 40))
        with pytest.raises(Refused):
            await network.publish(http, me, outgoing("Sałt é " * 40 + "x"))


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await x.sign_in(http, account)).account


@pytest.mark.anyio
async def test_a_picture_carries_its_words_and_a_video_goes_in_pieces(
    http: Client,
    ready: Account,
    server: Server[contract.State],
    picture: Media,
    clip: Media,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(uploading, "PIECE", 400)
    await made(x, http, ready, outgoing("One."), [picture])
    await made(x, http, ready, outgoing("Two."), [clip])
    one, two = server.state.uploads.values()
    assert one["alt"] == picture.alt
    assert (one["category"], two["category"]) == ("tweet_image", "tweet_video")
    assert len(two["pieces"]) > 2
    assert b"".join(two["pieces"].values()) == clip.path.read_bytes()


@pytest.mark.anyio
async def test_an_upload_goes_on_where_another_worker_ended(
    http: Client,
    ready: Account,
    server: Server[contract.State],
    clip: Media,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(uploading, "PIECE", 400)
    begun = await x.upload(http, ready, clip)
    begun = await x.upload(http, ready, clip, begun)
    lost = await x.upload(http, ready, clip, begun)
    again = await x.upload(http, ready, clip, begun)
    assert lost == again
    while not again.done:
        again = await x.upload(http, ready, clip, again)
    assert len(server.state.uploads) == 1
    sent = await x.publish(http, ready, outgoing("Whole.", media=(again,)))
    assert sent.url == f"https://x.com/saltworks/status/{sent.remote_id}"


@pytest.mark.anyio
async def test_its_own_fields_say_ai_and_paid(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    native = {"made_with_ai": True, "paid_partnership": True}
    await x.publish(http, ready, outgoing("Both.", native=native))
    await x.publish(http, ready, outgoing("Neither.", native={"made_with_ai": False}))
    both, neither = server.state.posts.values()
    assert (both["ai"], both["paid"]) == (True, True)
    assert (neither["ai"], neither["paid"]) == (False, False)


@pytest.mark.anyio
async def test_words_that_are_out_already_are_read_back(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    part = outgoing("Once.")
    first = await x.publish(http, ready, part)
    with pytest.raises(OutcomeUnknown, match="out already"):
        await x.publish(http, ready, part)
    found = await x.find(http, ready, part, since=part.created_at - timedelta(seconds=1))
    assert [post.remote_id for post in found] == [first.remote_id]


@pytest.mark.anyio
async def test_others_under_a_post_are_its_comments(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    sent: Sent = await x.publish(http, ready, outgoing("Ask me."))
    await x.publish(http, ready, outgoing("I answer myself.", reply_to=sent, root=sent))
    other = await x.publish(http, ready, outgoing("When?", reply_to=sent, root=sent))
    server.state.posts[other.remote_id]["author_id"] = "99"
    since = (sent.at or outgoing("").created_at) - timedelta(minutes=1)
    (comment,) = await x.comments(http, ready, sent, since=since)
    assert (comment.text, comment.author, comment.reply_to) == ("When?", "99", sent.remote_id)


@pytest.mark.anyio
async def test_a_token_is_renewed(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    server.state.token = contract.FRESH
    with pytest.raises(SignInAgain) as caught:
        await x.publish(http, ready, outgoing("Too late."))
    assert caught.value.refreshable
    fresh = await x.refresh(http, ready)
    assert (fresh.secrets["token"], fresh.secrets["refresh"]) == (contract.FRESH, "r1")
    await x.publish(http, fresh, outgoing("In time."))


ERRORS = [
    (401, {"title": "Unauthorized"}, SignInAgain),
    (402, {"title": "Payment Required", "detail": "credits are used up"}, SignInAgain),
    (
        403,
        {"title": "Client Forbidden", "type": "https://api.x.com/2/problems/client-forbidden"},
        SignInAgain,
    ),
    (403, {"title": "Forbidden", "detail": "You cannot reply to this post."}, Refused),
    (400, {"title": "Invalid Request", "detail": "One or more parameters was invalid."}, Refused),
    (429, {"title": "Too Many Requests"}, TryLater),
    (500, {}, OutcomeUnknown),
    (503, {"title": "Service Unavailable"}, OutcomeUnknown),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "body", "kind"), ERRORS)
async def test_each_documented_error_has_its_kind(
    status: int,
    body: dict[str, str],
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
) -> None:
    server.next(SEND, Reply(status, body))
    with pytest.raises(kind):
        await x.publish(http, ready, outgoing("Words."))
    assert server.state.posts == {}


@pytest.mark.parametrize(
    ("text", "weighs"),
    [
        ("", 0),
        ("salt", 4),
        ("Sałt é", 6),
        ("e\u0301", 1),
        ("塩", 2),
        ("🧂", 2),
        ("👩‍👩‍👧‍👦", 2),
        ("🇳🇱", 2),
        ("see https://example.org/a/very/long/path?with=query", 27),
        ("see salt.com/tin now", 31),
        ("salt.com, a.co.uk and www.a.nl.", 23 + 2 + 23 + 5 + 23 + 1),
        ("salt.nl or note.it is, me@salt.com, v1.2", 40),
        ("1️⃣ ❤️ © ©️ 👍🏽", 2 + 2 + 1 + 2 + 2 + 4),
        ("“quoted” – and…", 16),
        ("5 €", 4),
    ],
)
def test_weights_are_those_of_twitter_text(text: str, weighs: int) -> None:
    assert weight(text) == weighs


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_text_weighs_at_least_as_much_as_it_has_letters(one: str, two: str) -> None:
    assert weight(f"{one} {two}") >= 1
    assert weight(one) <= 2 * len(one) + 23 * one.count(".") + 23 * one.count("://")


@pytest.mark.anyio
async def test_the_shortened_links_are_read_as_they_were_written(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    parts = [outgoing(text) for text in TEXTS]
    for part in parts:
        await x.publish(http, ready, part)
    for part in parts:
        found = await x.find(http, ready, part, since=part.created_at - timedelta(seconds=2))
        assert len(found) == 1


@pytest.mark.anyio
async def test_more_pages_are_read(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    first = outgoing("The first of many.")
    await x.publish(http, ready, first)
    for number in range(120):
        await x.publish(http, replace(ready), outgoing(f"Number {number}."))
    found = await x.find(http, ready, first, since=first.created_at - timedelta(seconds=1))
    assert len(found) == 1
