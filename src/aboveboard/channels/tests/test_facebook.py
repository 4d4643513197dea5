"""Facebook Pages pass the contract on a server that holds to the documentation."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.servers.contract import facebook as contract
from tests.servers.contract.engine import Reply, Server

from aboveboard.channels.base import Account, Media, Network
from aboveboard.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.facebook.network import facebook
from aboveboard.channels.tests.contract import ServerContract, made, outgoing
from aboveboard.kernel.http import Client


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def account(server: Server[contract.State]) -> Account:
    return Account(f"{server.url}/v26.0", "", "", {"token": contract.TOKEN})


class TestFacebook(ServerContract):
    publishing_path = f"/v26.0/{contract.PAGE}/feed"
    upload_path = f"/v26.0/{contract.PAGE}/photos"
    root = "/v26.0"

    @pytest.fixture
    def network(self) -> Network:
        return facebook


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await facebook.sign_in(http, account)).account


@pytest.mark.anyio
async def test_pictures_show_with_the_post_and_carry_their_words(
    http: Client, ready: Account, server: Server[contract.State], picture: Media
) -> None:
    part = await made(facebook, http, ready, outgoing("Two."), [picture, picture])
    await facebook.publish(http, ready, part)
    (post,) = server.state.posts.values()
    assert len(post["photos"]) == 2
    assert {photo["alt"] for photo in server.state.photos.values()} == {picture.alt}


@pytest.mark.anyio
async def test_the_first_link_is_what_is_previewed(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    await facebook.publish(http, ready, outgoing("See https://example.org/a, it is new."))
    (post,) = server.state.posts.values()
    assert post["link"] == "https://example.org/a"


@pytest.mark.anyio
async def test_each_page_comes_with_a_token_of_its_own(http: Client, account: Account) -> None:
    secrets = {"token": "short", "client_id": "app", "client_secret": "hush"}
    user = await facebook.exchanged(http, replace(account, secrets=secrets))
    one, two = await facebook.accounts(http, user)
    assert (one.account.remote_id, one.account.secrets["token"]) == (contract.PAGE, contract.TOKEN)
    assert two.account.secrets["token"] == "t2"


@pytest.mark.anyio
async def test_others_under_a_post_are_its_comments(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    part = outgoing("Ask me.")
    sent = await facebook.publish(http, ready, part)
    await facebook.publish(http, ready, outgoing("Myself.", reply_to=sent, root=sent))
    other = await facebook.publish(http, ready, outgoing("When?", reply_to=sent, root=sent))
    server.state.comments[other.remote_id]["from"] = {"id": "9", "name": "A reader"}
    since = part.created_at.replace(microsecond=0)
    (comment,) = await facebook.comments(http, ready, sent, since=since)
    assert (comment.author, comment.text) == ("A reader", "When?")


@pytest.mark.anyio
async def test_a_video_goes_in_the_pieces_that_are_asked_for(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(facebook, http, ready, outgoing("Raking."), [clip])
    (one,) = server.state.videos.values()
    assert (one["content"], one["out"]) == (clip.path.read_bytes(), None)
    assert server.calls.count("POST /v26.0/{page}/videos") > 2
    assert not await facebook.find(http, ready, part, since=part.created_at)
    sent = await facebook.publish(http, ready, part)
    assert one["description"] == "Raking."
    await facebook.edit(http, ready, sent, outgoing("Raking salt."))
    assert one["description"] == "Raking salt."
    numbers = await facebook.numbers(http, ready, [sent])
    assert (numbers[sent.remote_id].views, numbers[sent.remote_id].reposts) == (4, None)


@pytest.mark.anyio
async def test_a_video_that_is_being_made_ready_is_waited_for(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    server.state.video_status = "processing"
    part = await made(facebook, http, ready, outgoing("Raking."), [clip])
    with pytest.raises(OutcomeUnknown, match="making it ready"):
        await facebook.publish(http, ready, part)
    with pytest.raises(TryLater):
        await facebook.find(http, ready, part, since=part.created_at)
    server.state.video_status = "ready"
    (sent,) = await facebook.find(http, ready, part, since=part.created_at)
    assert sent.remote_id in server.state.videos


@pytest.mark.anyio
async def test_a_video_that_could_not_be_used_is_refused(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    server.state.video_status = "error"
    part = await made(facebook, http, ready, outgoing("Raking."), [clip])
    with pytest.raises(Refused, match="could not use"):
        await facebook.publish(http, ready, part)


ERRORS = [
    (400, 190, SignInAgain),
    (403, 200, SignInAgain),
    (400, 32, TryLater),
    (400, 506, OutcomeUnknown),
    (400, 1609005, Refused),
    (400, 368, Refused),
    (500, 1, OutcomeUnknown),
    (503, 0, OutcomeUnknown),
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
    body = {"error": {"code": code, "message": "No."}} if code else {}
    server.next("POST /v26.0/{page}/feed", Reply(status, body))
    with pytest.raises(kind):
        await facebook.publish(http, ready, outgoing("Words."))
    assert server.state.posts == {}
