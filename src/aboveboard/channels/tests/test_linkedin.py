"""LinkedIn passes the contract as a member and as an organisation, on a server by its documents."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.servers.contract import linkedin as contract
from tests.servers.contract.engine import Reply, Server

from aboveboard.channels.base import Account, Card, Media, Network, Sent
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.linkedin.little import escaped, plain
from aboveboard.channels.linkedin.network import linkedin
from aboveboard.channels.tests.contract import LimitContract, ServerContract, made, outgoing
from aboveboard.kernel.http import Client


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def member(server: Server[contract.State]) -> Account:
    return Account(server.url, "", "", {"token": contract.TOKEN})


@pytest.fixture
def organisation(server: Server[contract.State]) -> Account:
    return Account(server.url, "", "", {"token": contract.TOKEN, "organisation": contract.NUMBER})


class TestOrganisation(ServerContract, LimitContract):
    publishing_path = "/rest/posts"
    upload_path = "/rest/images?action=initializeUpload"

    @pytest.fixture
    def network(self) -> Network:
        return linkedin

    @pytest.fixture
    def account(self, organisation: Account) -> Account:
        return organisation


class TestMember(ServerContract):
    publishing_path = "/rest/posts"
    upload_path = "/rest/images?action=initializeUpload"
    counts = False

    @pytest.fixture
    def network(self) -> Network:
        return linkedin

    @pytest.fixture
    def account(self, member: Account) -> Account:
        return member


@pytest.fixture
async def ready(http: Client, organisation: Account) -> Account:
    return (await linkedin.sign_in(http, organisation)).account


@pytest.mark.anyio
async def test_a_video_goes_in_pieces_and_on_where_it_ended(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    server.state.piece = 500
    begun = await linkedin.upload(http, ready, clip)
    for _ in range(2):
        begun = await linkedin.upload(http, ready, clip, begun)
    half = begun
    while not half.done:
        half = await linkedin.upload(http, ready, clip, half)
    (asset,) = server.state.assets.values()
    assert b"".join(asset["pieces"]) == clip.path.read_bytes()
    sent: Sent = await linkedin.publish(http, ready, outgoing("Raking.", media=(half,)))
    assert sent.url == f"https://www.linkedin.com/feed/update/{sent.remote_id}/"


@pytest.mark.anyio
async def test_several_pictures_carry_their_words(
    http: Client, ready: Account, server: Server[contract.State], picture: Media
) -> None:
    part = await made(linkedin, http, ready, outgoing("Two."), [picture, picture])
    sent = await linkedin.publish(http, ready, part)
    images = server.state.posts[sent.remote_id]["content"]["multiImage"]["images"]
    assert [image["altText"] for image in images] == [picture.alt, picture.alt]


@pytest.mark.anyio
async def test_a_link_has_the_card_that_was_approved(
    http: Client, ready: Account, server: Server[contract.State], picture: Media
) -> None:
    card = Card("https://salt.example/open", "Salt & sun", "Raked in June.")
    part = replace(outgoing("Salt: https://salt.example/open"), card=card)
    part = await made(linkedin, http, ready, part, [picture])
    sent = await linkedin.publish(http, ready, part)
    article = server.state.posts[sent.remote_id]["content"]["article"]
    assert article.pop("thumbnail") in server.state.assets
    title = {"title": "Salt & sun", "description": "Raked in June."}
    assert article == {"source": card.url, **title}
    (found,) = await linkedin.find(http, ready, part, since=part.created_at)
    assert found.remote_id == sent.remote_id


@pytest.mark.anyio
async def test_an_equal_post_counts_as_unknown(http: Client, ready: Account) -> None:
    await linkedin.publish(http, ready, outgoing("Once."))
    with pytest.raises(OutcomeUnknown, match="out already"):
        await linkedin.publish(http, ready, outgoing("Once."))


@pytest.mark.anyio
async def test_others_under_a_post_are_its_comments(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    part = outgoing("Ask me.")
    sent = await linkedin.publish(http, ready, part)
    await linkedin.publish(http, ready, outgoing("Myself.", reply_to=sent, root=sent))
    await linkedin.publish(http, ready, outgoing("When?", reply_to=sent, root=sent))
    server.state.comments[sent.remote_id][1]["actor"] = "urn:li:person:x"
    (comment,) = await linkedin.comments(http, ready, sent, since=part.created_at)
    assert (comment.author, comment.text) == ("urn:li:person:x", "When?")


ERRORS = [
    (401, {"code": "EXPIRED_ACCESS_TOKEN"}, SignInAgain),
    (403, {"code": "ACCESS_DENIED"}, SignInAgain),
    (400, {"code": "FIELD_LENGTH_TOO_LONG"}, Refused),
    (400, {"code": "MEDIA_ASSET_WAITING_UPLOAD"}, TryLater),
    (404, {}, Gone),
    (409, {}, OutcomeUnknown),
    (422, {"message": "Content is a duplicate of urn:li:share:1"}, OutcomeUnknown),
    (422, {"message": "Unprocessable"}, Refused),
    (426, {"code": "NONEXISTENT_VERSION"}, Refused),
    (429, {"code": "TOO_MANY_REQUESTS"}, TryLater),
    (500, {}, OutcomeUnknown),
    (504, {}, OutcomeUnknown),
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
    server.next("POST /rest/posts", Reply(status, body))
    with pytest.raises(kind):
        await linkedin.publish(http, ready, outgoing("Words."))
    assert server.state.posts == {}


@given(st.text())
def test_whatever_is_escaped_comes_back(text: str) -> None:
    assert plain(escaped(text)) == text


def test_tags_stay_tags_and_marks_become_words() -> None:
    assert escaped("#salt @somebody (C#) *bold*") == r"#salt \@somebody \(C\#\) \*bold\*"


@pytest.mark.anyio
async def test_a_post_without_a_name_is_not_called_sent(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    server.next("POST /rest/posts", Reply(201))
    with pytest.raises(OutcomeUnknown, match="what it is called"):
        await linkedin.publish(http, ready, outgoing("Words."))


@pytest.mark.anyio
async def test_a_comment_goes_with_its_post_and_is_not_changed(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    post = await linkedin.publish(http, ready, outgoing("Open."))
    said = outgoing("From ten.", reply_to=post, root=post)
    comment = await linkedin.publish(http, ready, said)
    with pytest.raises(Refused, match="no comments"):
        await linkedin.edit(http, ready, comment, said)
    await linkedin.delete(http, ready, comment)
