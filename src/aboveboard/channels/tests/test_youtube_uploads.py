"""YouTube's uploads go on where they were cut, and make no second video."""

from dataclasses import replace

import pytest
from tests.servers.contract import youtube as contract
from tests.servers.contract.engine import Reply, Server

from aboveboard.channels.base import Account, Media
from aboveboard.channels.errors import (
    Refused,
    TryLater,
)
from aboveboard.channels.tests.contract import made, outgoing
from aboveboard.channels.tests.test_youtube import PIECE, account, ready, server
from aboveboard.channels.youtube import uploading
from aboveboard.channels.youtube.network import youtube
from aboveboard.kernel.http import Client

__all__ = ["account", "ready", "server"]


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
    server.lose(PIECE, "request")
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
    server.state.sessions["1"]["content"] = clip.path.read_bytes()
    server.lose(PIECE, "answer")
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
    looked = await youtube.upload(http, ready, clip, begun)
    assert (looked.done, looked.wait, len(server.state.sessions)) == (False, 60.0, 0)
    again = await youtube.upload(http, ready, clip, looked)
    assert len(server.state.sessions) == 1
    while not again.done:
        again = await youtube.upload(http, ready, clip, again)
    assert list(server.state.videos) == [again.ref]


@pytest.mark.anyio
@pytest.mark.parametrize("lag", [0, 1])
async def test_a_video_whose_session_is_gone_is_found_by_its_mark(
    http: Client, ready: Account, server: Server[contract.State], clip: Media, lag: int
) -> None:
    """The last piece arrived, nobody heard of it, and the session has ended since."""
    await made(youtube, http, ready, outgoing("The same file."), [clip])
    begun = await youtube.upload(http, ready, clip)
    server.state.sessions["2"]["content"] = clip.path.read_bytes()
    server.lose(PIECE, "answer")
    with pytest.raises(TryLater):
        await youtube.upload(http, ready, clip, begun)
    server.state.sessions.clear()
    server.state.lag = lag
    while not begun.done:
        begun = await youtube.upload(http, ready, clip, begun)
    assert begun.ref == list(server.state.videos)[1]
    assert len(server.state.videos) == 2


@pytest.mark.anyio
async def test_a_list_that_lags_behind_does_not_send_the_file_again(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    begun = await youtube.upload(http, ready, clip)
    begun = await youtube.upload(http, ready, clip, begun)
    server.state.lag = 3
    while not begun.done:
        begun = await youtube.upload(http, ready, clip, begun)
    assert list(server.state.videos) == [begun.ref]


@pytest.mark.anyio
async def test_an_upload_that_somebody_deleted_is_made_anew(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    begun = await youtube.upload(http, ready, clip)
    begun = await youtube.upload(http, ready, clip, begun)
    server.state.videos.clear()
    for _ in range(3):
        begun = await youtube.upload(http, ready, clip, begun)
    with pytest.raises(TryLater) as caught:
        await youtube.upload(http, ready, clip, begun)
    assert caught.value.stale


@pytest.mark.anyio
async def test_a_file_that_is_all_there_is_waited_for(
    http: Client, ready: Account, server: Server[contract.State], clip: Media
) -> None:
    begun = await youtube.upload(http, ready, clip)
    size = clip.path.stat().st_size
    server.next(PIECE, Reply(308, None, {"Range": f"bytes=0-{size - 1}"}))
    waits = await youtube.upload(http, ready, clip, begun)
    assert (waits.done, waits.ref, waits.wait) == (False, begun.ref, 15.0)
    assert server.calls.count(PIECE) == 1


@pytest.mark.anyio
@pytest.mark.parametrize("state", ["failed", "rejected"])
async def test_a_video_that_youtube_cannot_use_is_refused(
    http: Client, ready: Account, server: Server[contract.State], clip: Media, state: str
) -> None:
    begun = await youtube.upload(http, ready, clip)
    begun = await youtube.upload(http, ready, clip, begun)
    next(iter(server.state.videos.values()))["upload"] = state
    with pytest.raises(Refused, match="could not use"):
        await youtube.upload(http, ready, clip, begun)
