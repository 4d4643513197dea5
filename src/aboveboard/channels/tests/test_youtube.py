"""YouTube passes the contract on a server that holds to its documentation."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from tests.servers.contract import youtube as contract
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
from aboveboard.channels.youtube import uploading
from aboveboard.channels.youtube.network import youtube
from aboveboard.kernel.http import Client

CHANGE = "PUT /youtube/v3/videos"


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
    return (await youtube.sign_in(http, account)).account


class TestYouTube(ServerContract, LimitContract):
    publishing_path = "/youtube/v3/videos"
    publishing_method = "PUT"
    upload_path = "/upload/youtube/v3/videos"
    # YouTube takes no < and >.
    texts = tuple(text.translate(str.maketrans("<>", "‹›")) for text in TEXTS)

    @pytest.fixture
    def network(self) -> Network:
        return youtube

    async def test_a_text_at_the_limit_fits_and_one_over_does_not(
        self, network: Network, http: Client, account: Account, needed: tuple[Media, ...]
    ) -> None:
        """5,000 bytes, whatever the letters."""
        me = (await network.sign_in(http, account)).account
        for text, fits in (("ł" * 2_500, True), ("ł" * 2_500 + "x", False)):
            part = await made(network, http, me, outgoing(text, title="Salt"), needed)
            assert (network.count(text) <= 5_000) is fits
            if fits:
                await network.publish(http, me, part)
            else:
                with pytest.raises(Refused, match="invalidDescription"):
                    await network.publish(http, me, part)

    async def test_a_thread_hangs_together(
        self, network: Network, http: Client, ready: Account, needed: tuple[Media, ...]
    ) -> None:
        assert not network.capabilities.threads


@pytest.mark.anyio
async def test_nothing_shows_before_it_is_published(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("Raking. #salt", title="Salt"), [clip])
    (video,) = server.state.videos.values()
    assert video["status"].privacy_status == "private"
    assert video["content"] == clip.path.read_bytes()
    assert not await youtube.find(http, ready, part, since=part.created_at)
    await youtube.publish(http, ready, part)
    assert video["status"].privacy_status == "public"
    assert (video["snippet"].title, video["snippet"].tags) == ("Salt", ["salt"])


@pytest.mark.anyio
async def test_its_own_fields_say_what_is_synthetic_and_paid(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    native = {"containsSyntheticMedia": True, "hasPaidProductPlacement": True}
    part = await made(youtube, http, ready, outgoing("Raking.", native=native), [clip])
    await youtube.publish(http, ready, part)
    (video,) = server.state.videos.values()
    assert video["status"].contains_synthetic_media
    assert video["paid"]
    assert not video["status"].self_declared_made_for_kids
    children = replace(ready, secrets={**ready.secrets, "audience": "Yes"})
    await youtube.publish(http, children, part)
    assert video["status"].self_declared_made_for_kids


@pytest.mark.anyio
async def test_an_upload_goes_on_where_it_was_cut(
    http: Client,
    ready: Account,
    server: Server[contract.State],
    clip: Media,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(uploading, "PIECE", contract.KIB256)
    content = bytes(range(256)) * 2_500
    clip.path.with_name("long.mp4").write_bytes(content)
    long = replace(clip, path=clip.path.with_name("long.mp4"), size=len(content))
    begun = await youtube.upload(http, ready, long)
    begun = await youtube.upload(http, ready, long, begun)
    server.lose("PUT /upload/youtube/v3/videos/session/{id}", "request")
    with pytest.raises(TryLater):
        await youtube.upload(http, ready, long, begun)
    while not begun.done:
        begun = await youtube.upload(http, ready, long, begun)
    (video,) = server.state.videos.values()
    assert video["content"] == content


@pytest.mark.anyio
async def test_a_last_piece_whose_answer_is_lost_makes_no_second_video(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    begun = await youtube.upload(http, ready, clip)
    piece = "PUT /upload/youtube/v3/videos/session/{id}"
    server.state.sessions["1"]["content"] = clip.path.read_bytes()[:-1]
    server.lose(piece, "answer")
    with pytest.raises(TryLater):
        await youtube.upload(http, ready, clip, begun)
    while not begun.done:
        begun = await youtube.upload(http, ready, clip, begun)
    assert len(server.state.videos) == 1


@pytest.mark.anyio
async def test_a_session_that_has_ended_begins_anew(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    begun = await youtube.upload(http, ready, clip)
    server.state.sessions.clear()
    again = await youtube.upload(http, ready, clip, begun)
    assert not again.done
    assert len(server.state.sessions) == 1


@pytest.mark.anyio
@pytest.mark.parametrize("state", ["failed", "rejected"])
async def test_a_video_that_youtube_cannot_use_is_refused(
    http: Client, ready: Account, server: Server[contract.State], clip: Media, state: str
) -> None:
    begun = await youtube.upload(http, ready, clip)
    begun = await youtube.upload(http, ready, clip, begun)
    server.state.videos[begun.ref]["upload"] = state
    with pytest.raises(Refused, match="could not use"):
        await youtube.upload(http, ready, clip, begun)


@pytest.mark.anyio
async def test_an_app_that_is_not_audited_is_told(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    server.state.audited = False
    part = await made(youtube, http, ready, outgoing("Raking."), [clip])
    with pytest.raises(Refused, match="audit"):
        await youtube.publish(http, ready, part)
    assert not await youtube.find(http, ready, part, since=part.created_at)


@pytest.mark.anyio
async def test_words_with_angle_brackets_are_refused_with_the_mend(
    http: Client, ready: Account, clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("1 < 2"), [clip])
    with pytest.raises(Refused, match="in words"):
        await youtube.publish(http, ready, part)


@pytest.mark.anyio
async def test_others_comments_are_read_and_ours_can_be_changed(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("Raking."), [clip])
    post = await youtube.publish(http, ready, part)
    under = outgoing("Opn at ten.", reply_to=post, root=post)
    ours = await youtube.publish(http, ready, under)
    for number in range(120):
        contract.add_comment(server.state, post.remote_id, f"Number {number}?", author="UCguest")
    since = part.created_at - timedelta(seconds=1)
    assert [one.text for one in await youtube.comments(http, ready, post, since=since)][:2] == [
        "Number 0?",
        "Number 1?",
    ]
    await youtube.edit(http, ready, ours, replace(under, text="Open at ten."))
    (found,) = await youtube.find(http, ready, replace(under, text="Open at ten."), since=since)
    assert found == ours
    for _ in range(2):
        await youtube.delete(http, ready, ours)
    assert ours.remote_id not in server.state.comments


@pytest.mark.anyio
async def test_an_account_without_a_channel_is_told(
    http: Client, account: Account, server: Server[contract.State]
) -> None:
    server.state.channel = False
    with pytest.raises(SignInAgain, match="no YouTube channel"):
        await youtube.sign_in(http, account)


@pytest.mark.anyio
async def test_a_token_is_renewed_and_the_refresh_token_kept(http: Client, ready: Account) -> None:
    fresh = await youtube.refresh(http, ready)
    assert (fresh.secrets["token"], fresh.secrets["refresh"]) == (contract.FRESH, "r0")
    spent = replace(ready, secrets={**ready.secrets, "refresh": "old"})
    with pytest.raises(SignInAgain, match="revoked"):
        await youtube.refresh(http, spent)


@pytest.mark.anyio
async def test_a_spent_quota_is_waited_for_until_the_pacifics_midnight(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("Raking."), [clip])
    server.next(CHANGE, contract.error(403, "quotaExceeded", "Quota exceeded.").reply)
    with (
        time_machine.travel(datetime(2026, 11, 25, 20, 0, tzinfo=UTC), tick=False),
        pytest.raises(TryLater) as caught,
    ):
        await youtube.publish(http, ready, part)
    assert caught.value.wait == 12 * 3600


ERRORS = [
    (401, "authError", SignInAgain),
    (403, "insufficientPermissions", SignInAgain),
    (403, "forbidden", Refused),
    (400, "invalidTitle", Refused),
    (404, "videoNotFound", TryLater),
    (403, "rateLimitExceeded", TryLater),
    (429, "uploadRateLimitExceeded", TryLater),
    (500, "backendError", OutcomeUnknown),
    (503, "backendError", OutcomeUnknown),
]


@pytest.mark.anyio
@pytest.mark.parametrize(("status", "reason", "kind"), ERRORS)
async def test_each_documented_error_has_its_kind(
    status: int,
    reason: str,
    kind: type[ChannelError],
    http: Client,
    ready: Account,
    server: Server[contract.State],
    clip: Media,
) -> None:
    part = await made(youtube, http, ready, outgoing("Words."), [clip])
    server.next(CHANGE, contract.error(status, reason, "No.").reply)
    with pytest.raises(kind) as caught:
        await youtube.publish(http, ready, part)
    assert type(caught.value) is kind
    if isinstance(caught.value, SignInAgain):
        assert caught.value.refreshable is (status == 401)
    if isinstance(caught.value, TryLater):
        assert caught.value.stale is (status == 404)


@pytest.mark.anyio
async def test_an_answer_that_says_nothing_is_unknown(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    part = await made(youtube, http, ready, outgoing("Words."), [clip])
    server.next(CHANGE, Reply(200, b"<html>"))
    with pytest.raises(OutcomeUnknown):
        await youtube.publish(http, ready, part)
    assert isinstance(await youtube.publish(http, ready, part), Sent)
