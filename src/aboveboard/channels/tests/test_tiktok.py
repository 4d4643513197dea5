"""TikTok passes the contract on a server that holds to its documentation."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.servers.contract import tiktok as contract
from tests.servers.contract.engine import Reply, Server
from tests.servers.lossy import Lose

from aboveboard.channels.base import Account, Media, Network, Sent
from aboveboard.channels.errors import (
    ChannelError,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.tests.contract import LimitContract, ServerContract, made, outgoing
from aboveboard.channels.tiktok import network as module
from aboveboard.channels.tiktok.network import tiktok
from aboveboard.kernel.http import Client

INIT = "POST /v2/post/publish/video/init/"
LAST = "PUT /video/"


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LOOK_EVERY", 0.01)


@pytest.fixture
def server() -> Iterator[Server[contract.State]]:
    with contract.api.serve(contract.State()) as running:
        yield running


@pytest.fixture
def account(server: Server[contract.State]) -> Account:
    secrets = {"token": contract.TOKEN, "refresh": "r0", "client_id": "app"}
    return Account(server.url, "", "", secrets | {"client_secret": "hush"})


@pytest.fixture
async def ready(http: Client, account: Account) -> Account:
    return (await tiktok.sign_in(http, account)).account


class TestTikTok(ServerContract, LimitContract):
    publishing_path = "/video/"
    publishing_method = "PUT"

    @pytest.fixture
    def network(self) -> Network:
        return tiktok

    @pytest.fixture
    def needed(self, clip: Media) -> tuple[Media, ...]:
        return (clip,)

    async def test_pictures_go_out_with_their_alt_text(
        self, network: Network, http: Client, ready: Account, picture: Media
    ) -> None:
        """TikTok has no field for an alt text, and cannot be asked for pictures."""
        part = await made(network, http, ready, outgoing("Rakes."), [picture, picture])
        assert (await network.publish(http, ready, part)).remote_id.isdecimal()

    @pytest.fixture(autouse=True)
    def _server(self, server: Server[contract.State]) -> None:
        self.server = server

    @pytest.mark.parametrize("lose", ["request", "answer"])
    async def test_a_lost_answer_is_unknown_and_reading_back_settles_it(
        self,
        network: Network,
        http: Client,
        ready: Account,
        needed: tuple[Media, ...],
        lose: Lose,
    ) -> None:
        """While TikTok is working on it, nobody can tell yet."""
        assert lose != "nothing"
        part = await made(network, http, ready, outgoing(f"Lost: the {lose}."), needed)
        self.server.lose(LAST, lose)
        with pytest.raises(OutcomeUnknown):
            await network.publish(http, ready, part)
        if lose == "request":
            assert not await network.find(http, ready, part, since=part.created_at)
            return
        with pytest.raises(TryLater, match="working"):
            await network.find(http, ready, part, since=part.created_at)
        (found,) = await network.find(http, ready, part, since=part.created_at)
        assert await network.publish(http, ready, part) == found


@pytest.mark.anyio
async def test_a_long_video_goes_in_pieces_and_is_out_with_the_last(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    content = bytes(range(256)) * 130_000
    path = clip.path.with_name("long.mp4")
    path.write_bytes(content)
    long = replace(clip, path=path, size=len(content))
    part = await made(tiktok, http, ready, outgoing("Long."), [long])
    assert server.calls.count(LAST) == 2
    assert not await tiktok.find(http, ready, part, since=part.created_at)
    await tiktok.publish(http, ready, part)
    (post,) = server.state.posts.values()
    assert post["content"] == content


@pytest.mark.anyio
async def test_its_own_fields_say_what_is_made_by_ai_and_paid(
    http: Client, ready: Account, server: Server[contract.State], clip: Media, picture: Media
) -> None:
    native = {"is_aigc": True, "brand_content_toggle": True}
    for media in (clip, picture):
        part = await made(tiktok, http, ready, outgoing("Raking.", native=native), [media])
        await tiktok.publish(http, ready, part)
    video, photo = (post["info"] for post in server.state.posts.values())
    assert video.is_aigc
    assert video.brand_content_toggle
    assert photo.brand_content_toggle


@pytest.mark.anyio
async def test_a_private_post_keeps_the_number_of_its_upload(
    http: Client, ready: Account, clip: Media
) -> None:
    private = replace(ready, secrets={**ready.secrets, "privacy": contract.PRIVATE})
    part = await made(tiktok, http, private, outgoing("For us."), [clip])
    sent = await tiktok.publish(http, private, part)
    assert sent.remote_id.startswith("v_pub_file")
    assert not await tiktok.numbers(http, private, [sent])


@pytest.mark.anyio
async def test_a_privacy_that_the_creator_does_not_have_is_told(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    server.state.options = [contract.PRIVATE]
    with pytest.raises(Refused, match="it allows SELF_ONLY"):
        await made(tiktok, http, ready, outgoing("Raking."), [clip])


@pytest.mark.anyio
async def test_an_app_that_is_not_audited_is_told(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    server.state.audited = False
    with pytest.raises(Refused, match="audited"):
        await made(tiktok, http, ready, outgoing("Raking."), [clip])


@pytest.mark.anyio
async def test_a_video_that_tiktok_cannot_use_is_refused(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    server.state.fails = "frame_rate_check_failed"
    part = await made(tiktok, http, ready, outgoing("Raking."), [clip])
    with pytest.raises(Refused, match="frame_rate_check_failed"):
        await tiktok.publish(http, ready, part)
    assert not await tiktok.find(http, ready, part, since=part.created_at)


@pytest.mark.anyio
async def test_an_upload_that_has_ended_is_made_anew(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(tiktok, http, ready, outgoing("Raking."), [clip])
    server.next(LAST, Reply(403))
    with pytest.raises(TryLater) as caught:
        await tiktok.publish(http, ready, part)
    assert caught.value.stale


@pytest.mark.anyio
async def test_pictures_need_an_address_that_tiktok_reaches(
    http: Client, ready: Account, picture: Media
) -> None:
    with pytest.raises(Refused, match="ABOVEBOARD_PUBLIC_URL"):
        await tiktok.upload(http, ready, replace(picture, url=""))
    part = await made(
        tiktok, http, ready, outgoing("Rake."), [replace(picture, url="https://other.example/x")]
    )
    with pytest.raises(Refused, match="verified"):
        await tiktok.publish(http, ready, part)


@pytest.mark.anyio
async def test_pictures_whose_answer_is_lost_are_left_to_a_person(
    http: Client, ready: Account, server: Server[contract.State], picture: Media
) -> None:
    part = await made(tiktok, http, ready, outgoing("Rake."), [picture])
    server.lose("POST /v2/post/publish/content/init/", "answer")
    with pytest.raises(OutcomeUnknown):
        await tiktok.publish(http, ready, part)
    with pytest.raises(TryLater, match="nothing"):
        await tiktok.find(http, ready, part, since=part.created_at)


@pytest.mark.anyio
async def test_a_token_is_renewed_and_the_newest_refresh_token_kept(
    http: Client, ready: Account
) -> None:
    fresh = await tiktok.refresh(http, ready)
    assert (fresh.secrets["token"], fresh.secrets["refresh"]) == (contract.FRESH, "r1")


ERRORS = [
    (401, "access_token_invalid", SignInAgain),
    (401, "scope_not_authorized", SignInAgain),
    (403, "spam_risk_user_banned_from_posting", SignInAgain),
    (403, "spam_risk_too_many_posts", TryLater),
    (200, "rate_limit_exceeded", TryLater),
    (429, "rate_limit_exceeded", TryLater),
    (400, "invalid_params", Refused),
    (403, "privacy_level_option_mismatch", Refused),
    (500, "internal_error", TryLater),
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
    clip: Media,
) -> None:
    server.next(INIT, contract.error(status, code, "No.").reply)
    with pytest.raises(kind) as caught:
        await made(tiktok, http, ready, outgoing("Words."), [clip])
    assert type(caught.value) is kind
    assert not server.state.posts


@pytest.mark.anyio
async def test_an_error_at_the_last_piece_is_unknown(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(tiktok, http, ready, outgoing("Words."), [clip])
    server.next(LAST, Reply(503))
    with pytest.raises(OutcomeUnknown):
        await tiktok.publish(http, ready, part)
    assert isinstance(await tiktok.publish(http, ready, part), Sent)
