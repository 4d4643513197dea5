"""Pinterest passes the contract on a server that holds to its API description."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.servers.contract import pinterest as contract
from tests.servers.contract.engine import Reply, Server

from aboveboard.channels.base import Account, Media, Network
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.pinterest.network import pinterest
from aboveboard.channels.tests.contract import LimitContract, ServerContract, made, outgoing
from aboveboard.kernel.http import Client


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def account(server: Server[contract.State]) -> Account:
    secrets = {"token": contract.TOKEN, "board": contract.BOARD, "refresh": "r0"}
    return Account(server.url, "", "", secrets | {"client_id": "app", "client_secret": "hush"})


class TestPinterest(ServerContract, LimitContract):
    publishing_path = "/v5/pins"

    @pytest.fixture
    def network(self) -> Network:
        return pinterest

    async def test_a_picture_that_is_gone_from_here_is_no_silent_loss(
        self, network: Network, http: Client, ready: Account, picture: Media
    ) -> None:
        with pytest.raises(FileNotFoundError):
            await network.upload(
                http, ready, replace(picture, path=picture.path.with_name("no.png"))
            )


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await pinterest.sign_in(http, account)).account


@pytest.mark.anyio
async def test_a_pin_has_title_link_and_words_for_its_picture(
    http: Client, ready: Account, server: Server[contract.State], picture: Media
) -> None:
    part = outgoing("See https://example.org/salt now.", title="Salt")
    sent = await pinterest.publish(http, ready, await made(pinterest, http, ready, part, [picture]))
    new = server.state.pins[sent.remote_id]["new"]
    assert (new.title, new.link, new.alt_text) == ("Salt", "https://example.org/salt", picture.alt)


@pytest.mark.anyio
async def test_several_pictures_are_one_pin(
    http: Client, ready: Account, server: Server[contract.State], picture: Media
) -> None:
    part = await made(pinterest, http, ready, outgoing("Two."), [picture, picture])
    await pinterest.publish(http, ready, part)
    (pin,) = server.state.pins.values()
    assert len(pin["new"].media_source.items) == 2


@pytest.mark.anyio
async def test_a_video_reaches_the_store_whole(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    await made(pinterest, http, ready, outgoing("Raking."), [clip])
    (video,) = server.state.videos.values()
    assert video["content"] == clip.path.read_bytes()


@pytest.mark.anyio
async def test_a_board_that_is_not_there_is_said_so(http: Client, account: Account) -> None:
    other = replace(account, secrets={**account.secrets, "board": "1"})
    with pytest.raises(SignInAgain, match="no board 1"):
        await pinterest.sign_in(http, other)


@pytest.mark.anyio
async def test_a_token_is_renewed_and_the_refresh_token_kept(
    http: Client, ready: Account, server: Server[contract.State]
) -> None:
    fresh = await pinterest.refresh(http, ready)
    assert (fresh.secrets["token"], fresh.secrets["refresh"]) == (contract.FRESH, "r0")


ERRORS = [
    (401, SignInAgain),
    (403, SignInAgain),
    (404, Gone),
    (400, Refused),
    (429, TryLater),
    (500, OutcomeUnknown),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "kind"), ERRORS)
async def test_each_documented_error_has_its_kind(
    status: int,
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
    picture: Media,
) -> None:
    part = await made(pinterest, http, ready, outgoing("Words."), [picture])
    server.next("POST /v5/pins", Reply(status, {"code": 8, "message": "No."}))
    with pytest.raises(kind):
        await pinterest.publish(http, ready, part)
    assert server.state.pins == {}
