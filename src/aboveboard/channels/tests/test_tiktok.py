"""TikTok passes the contract on a server that holds to its documentation."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from tests.servers.contract import tiktok as contract
from tests.servers.contract.engine import Reply, Server
from tests.servers.lossy import Lose

from aboveboard.channels import oauth
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
from aboveboard.channels.tiktok.pieces import PIECE, Upload, pieces_of
from aboveboard.kernel.http import Client

INIT = "POST /v2/post/publish/video/init/"
LAST = "PUT /video/"


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LOOKS", (0.01,) * 4)


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


def test_words_for_pictures_are_not_refused_though_they_go_nowhere() -> None:
    """They are asked for everywhere; a limit of none would let no post pass."""
    assert not tiktok.capabilities.alt_text
    assert tiktok.limits.alt >= 1_000


@pytest.mark.anyio
async def test_a_long_video_goes_in_pieces_and_is_out_with_the_last(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    content = bytes(range(256)) * 65_000
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


def test_the_pieces_are_as_tiktok_wants_them() -> None:
    for size in (1, PIECE, 2 * PIECE - 1, 2 * PIECE, 3 * PIECE + 1, 4_000_000_000):
        upload = Upload("p", "", "", "", size)
        pieces = pieces_of(size)
        assert 1 <= pieces <= 1_000
        assert upload.last == (pieces - 1) * PIECE
        assert 0 < size - upload.last < 2 * PIECE


@pytest.mark.anyio
async def test_a_last_piece_that_is_there_is_not_sent_again(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(tiktok, http, ready, outgoing("Raking."), [clip])
    next(iter(server.state.posts.values()))["polls"] = 3
    server.lose(LAST, "answer")
    with pytest.raises(OutcomeUnknown):
        await tiktok.publish(http, ready, part)
    await tiktok.publish(http, ready, part)
    assert server.calls.count(LAST) == 1


@pytest.mark.anyio
async def test_a_post_that_takes_its_time_is_found_by_the_uploads_number(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(tiktok, http, ready, outgoing("Raking."), [clip])
    post = next(iter(server.state.posts.values()))
    post["polls"] = 99
    with pytest.raises(OutcomeUnknown, match="working"):
        await tiktok.publish(http, ready, part)
    post["polls"] = 0
    (found,) = await tiktok.find(http, ready, part, since=part.created_at)
    assert found.remote_id == post["ident"]


@pytest.mark.anyio
async def test_a_post_gets_its_number_once_tiktok_has_looked_at_it(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    server.state.looks_at_posts = False
    part = await made(tiktok, http, ready, outgoing("Raking."), [clip])
    sent = await tiktok.publish(http, ready, part)
    assert (sent.url, sent.remote_id) == ("", sent.handle)
    assert not await tiktok.numbers(http, ready, [sent])
    server.state.looks_at_posts = True
    told = await tiktok.numbers(http, ready, [sent])
    assert told[sent.remote_id].views == 0
    gone = replace(sent, remote_id="v_pub_file~old", handle="v_pub_file~old")
    assert list(await tiktok.numbers(http, ready, [gone, sent])) == [sent.remote_id]


@pytest.mark.anyio
async def test_a_video_that_is_too_long_for_the_account_is_told(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    server.state.longest = 60
    with pytest.raises(Refused, match="61 seconds; TikTok takes 60"):
        await made(tiktok, http, ready, outgoing("Long."), [replace(clip, seconds=61.0)])
    assert not server.state.posts


@pytest.mark.anyio
async def test_a_paid_partnership_cannot_be_private_and_ones_own_brand_is_said(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    kept = {**ready.secrets, "privacy": contract.PRIVATE, "own_brand": "Yes"}
    private = replace(ready, secrets=kept)
    paid = outgoing("Raking.", native={"brand_content_toggle": True})
    with pytest.raises(Refused, match="another privacy"):
        await made(tiktok, http, private, paid, [clip])
    await made(tiktok, http, private, outgoing("Raking."), [clip])
    await made(tiktok, http, ready, outgoing("Raking."), [clip])
    own, others = (post["info"].brand_organic_toggle for post in server.state.posts.values())
    assert (own, others) == (True, False)


FAILINGS = [
    ("internal", TryLater),
    ("photo_pull_failed", TryLater),
    ("spam_risk_too_many_posts", TryLater),
    ("auth_removed", SignInAgain),
    ("picture_size_check_failed", Refused),
    ("", Refused),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("reason", "kind"), FAILINGS)
async def test_each_reason_for_failing_has_its_kind(
    reason: str,
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
    picture: Media,
) -> None:
    failed = {"data": {"status": "FAILED", "fail_reason": reason}, "error": {"code": "ok"}}
    part = await made(tiktok, http, ready, outgoing("Rake."), [picture])
    server.next("POST /v2/post/publish/status/fetch/", Reply(200, failed))
    with pytest.raises(kind) as caught:
        await tiktok.publish(http, ready, part)
    assert type(caught.value) is kind
    if isinstance(caught.value, TryLater):
        assert caught.value.stale


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


def test_a_sign_in_sends_no_challenge() -> None:
    errand = oauth.begin(tiktok.oauth, client_id="app", redirect="https://studio.example/back")
    query = parse_qs(urlsplit(errand.url).query)
    assert query["client_key"] == ["app"]
    assert query["scope"] == ["user.info.basic,video.publish,video.list"]
    assert not {"client_id", "code_challenge"} & set(query)


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
    (403, "reached_active_user_cap", TryLater),
    (200, "internal_error", TryLater),
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
