"""Ghost passes the contract on a server that holds to its documentation."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.servers.contract import ghost as contract
from tests.servers.contract.engine import Server

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.ghost.network import ghost
from aboveboard.channels.tests.contract import ServerContract, made, outgoing
from aboveboard.kernel.http import Client

CREATE = "POST /ghost/api/admin/posts/"


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def account(server: Server[contract.State]) -> Account:
    return Account(server.url, "", "", {"token": f"{contract.IDENT}:{contract.SECRET}"})


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await ghost.sign_in(http, account)).account


class TestGhost(ServerContract):
    publishing_path = "/ghost/api/admin/posts/"
    upload_path = "/ghost/api/admin/images/upload/"
    counts = False

    @pytest.fixture
    def network(self) -> Network:
        return ghost


@pytest.mark.anyio
async def test_the_first_picture_is_the_posts_own_and_the_others_stand_in_it(
    http: Client, ready: Account, server: Server[contract.State], picture: Media, clip: Media
) -> None:
    part = outgoing("Rakes.", title="All our rakes")
    part = await made(ghost, http, ready, part, [picture, picture, clip])
    sent = await ghost.publish(http, ready, part)
    post = server.state.posts[sent.remote_id]
    assert post["slug"].startswith("all-our-rakes-")
    assert post["feature_image_alt"] == picture.alt
    assert post["html"].count(f'alt="{picture.alt}"') == 1
    assert post["html"].count("<video") == 1
    assert server.state.files[post["feature_image"]] == picture.path.read_bytes()


@pytest.mark.anyio
async def test_a_change_of_words_leaves_the_pictures(
    http: Client, ready: Account, server: Server[contract.State], picture: Media
) -> None:
    part = await made(ghost, http, ready, outgoing("Rakes.", title="R"), [picture, picture])
    sent = await ghost.publish(http, ready, part)
    await ghost.edit(http, ready, sent, replace(part, text="Rakes, and salt."))
    html = server.state.posts[sent.remote_id]["html"]
    assert "Rakes, and salt." in html
    assert html.count("<figure>") == 1


@pytest.mark.anyio
async def test_a_change_at_the_same_moment_is_tried_later(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    sent = await ghost.publish(http, ready, outgoing("Words."))
    server.next(
        "PUT /ghost/api/admin/posts/{id}/",
        contract.error(409, "UpdateCollisionError", "Saving failed!").reply,
    )
    with pytest.raises(TryLater, match="same moment"):
        await ghost.edit(http, ready, sent, outgoing("Other words."))


@pytest.mark.anyio
@pytest.mark.parametrize("key", ["", "dead", "id:", "id:no hex", ":abcd"])
async def test_what_is_no_key_is_said_so(key: str, http: Client, account: Account) -> None:
    with pytest.raises(SignInAgain, match="id:secret"):
        await ghost.sign_in(http, replace(account, secrets={"token": key}))


ERRORS = [
    (401, "UnauthorizedError", SignInAgain),
    (403, "NoPermissionError", SignInAgain),
    (404, "NotFoundError", Gone),
    (413, "RequestEntityTooLargeError", Refused),
    (422, "ValidationError", Refused),
    (429, "TooManyRequestsError", TryLater),
    (500, "InternalServerError", OutcomeUnknown),
    (503, "MaintenanceError", OutcomeUnknown),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "code", "kind"), ERRORS)
async def test_each_documented_error_has_its_kind(
    status: int,
    code: str,
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
) -> None:
    server.next(CREATE, contract.error(status, code, "No.", "Because.").reply)
    with pytest.raises(kind) as caught:
        await ghost.publish(http, ready, outgoing("Words."))
    assert type(caught.value) is kind
    assert server.state.posts == {}
    assert isinstance(await ghost.publish(http, ready, outgoing("Words.")), Sent)
