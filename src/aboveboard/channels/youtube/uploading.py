"""Videos to YouTube, in pieces, as private ones: what is uploaded shows nowhere.

Source: developers.google.com/youtube/v3/guides/using_resumable_upload_protocol. The session's
address is asked how far it is before each piece, so that a lost answer costs nothing; a session
that has ended with the whole file answers with the video. Of one that is not there any more nobody
knows whether it ended so: the channel's uploads are looked through for the mark in the video's
title, twice, before another one begins.

What `Uploaded.ref` holds is the next step and what it needs: "send MOMENT MARK SESSION",
"look MOMENT MARK", "poll VIDEO TIMES", and once it is done the video's id.
"""

from dataclasses import replace
from datetime import UTC, datetime

import anyio

from aboveboard.channels.base import Account, Media, Uploaded
from aboveboard.channels.errors import Refused, TryLater
from aboveboard.channels.oauth import elsewhere
from aboveboard.channels.wire import Answer
from aboveboard.channels.youtube.calling import HOME, Items, call, good
from aboveboard.channels.youtube.playlist import uploads
from aboveboard.channels.youtube.shapes import Video
from aboveboard.kernel import clock
from aboveboard.kernel.http import Client
from aboveboard.kernel.ids import new_id

# A multiple of 256 KiB, as the protocol wants.
PIECE = 8 * 1024 * 1024
_POLL = 15.0
# A list may lag behind an upload: how long a look waits for the next, and how often one is taken.
_LAG, _ABSENT = 60.0, 4
_UNFINISHED = 308


async def begin(http: Client, account: Account, media: Media) -> Uploaded:
    """Open a session. Until the video is published, its title is a mark by which it is found."""
    size = (await anyio.Path(media.path).stat()).st_size
    mark, moment = new_id().hex, int(clock.now().timestamp())
    answer = await call(
        http,
        account,
        "POST",
        "/upload/youtube/v3/videos",
        params={"uploadType": "resumable", "part": "snippet,status"},
        headers={"X-Upload-Content-Length": str(size), "X-Upload-Content-Type": media.mime},
        json={
            "snippet": {"title": _title(mark), "categoryId": "22"},
            "status": {"privacyStatus": "private"},
        },
    )
    session = good(answer).headers.get("location", "")
    if not session:
        raise TryLater("YouTube opened no upload.", status=answer.status)
    return _half(media, f"send {moment} {mark} {session}")


async def go_on(http: Client, account: Account, media: Media, begun: Uploaded) -> Uploaded:
    """Send the next piece, look for a video whose session is gone, or ask whether it is ready."""
    step, *rest = begun.ref.split()
    if step == "poll":
        return await _polled(http, account, media, rest[0], int(rest[1]))
    moment, mark, *session = rest
    if session:
        return await _sent(http, account, media, begun, session[0])
    found = await _marked(http, account, moment, mark)
    return _arrived(media, found) if found else await begin(http, account, media)


async def _sent(
    http: Client, account: Account, media: Media, begun: Uploaded, session: str
) -> Uploaded:
    """The next piece, from where the session stands."""
    size = (await anyio.Path(media.path).stat()).st_size
    stands = await _put(http, account, session, b"", f"bytes */{size}")
    if stands.status in (404, 410):
        _, moment, mark, _ = begun.ref.split()
        found = await _marked(http, account, moment, mark)
        if found:
            return _arrived(media, found)
        return replace(_half(media, f"look {moment} {mark}"), wait=_LAG)
    if stands.status != _UNFINISHED:
        return _arrived(media, good(stands).read(Video).id)
    start = _received(stands)
    if start >= size:
        # All of it is there, and YouTube is putting it together.
        return replace(begun, wait=_POLL)
    async with await anyio.open_file(media.path, "rb") as file:
        await file.seek(start)
        piece = await file.read(PIECE)
    span = f"bytes {start}-{start + len(piece) - 1}/{size}"
    answer = await _put(http, account, session, piece, span)
    if answer.status == _UNFINISHED:
        return replace(begun, wait=0.0)
    return _arrived(media, good(answer).read(Video).id)


async def _put(http: Client, account: Account, session: str, piece: bytes, span: str) -> Answer:
    url = elsewhere(session, account.server, HOME)
    return await call(http, account, "PUT", url, headers={"Content-Range": span}, content=piece)


def _received(answer: Answer) -> int:
    """How many bytes are there, by “Range: bytes=0-N”; none where it is missing."""
    last = answer.headers.get("range", "").rpartition("-")[2]
    return int(last) + 1 if last.isdecimal() else 0


async def _marked(http: Client, account: Account, moment: str, mark: str) -> str:
    """The id of the video that bears the mark, "" when none does."""
    since = datetime.fromtimestamp(int(moment), UTC)
    shown = await uploads(http, account, since)
    idents = (one.content_details.video_id for one in shown if one.snippet.title == _title(mark))
    return next(idents, "")


async def _polled(
    http: Client, account: Account, media: Media, ident: str, absent: int
) -> Uploaded:
    """Whether YouTube is ready with the video. Raises Refused when it cannot use it."""
    query = {"part": "snippet,status", "id": ident}
    answer = await call(http, account, "GET", "/youtube/v3/videos", params=query)
    found = next(iter(good(answer).read(Items[Video]).items), None)
    if found is None and absent + 1 >= _ABSENT:
        raise TryLater("The uploaded video is not there any more.", stale=True)
    if found is None:
        return _arrived(media, ident, absent + 1)
    if found.snippet.channel_id not in ("", account.remote_id):
        raise Refused(
            f"Google put the video into another channel than {account.handle}. Connect the channel "
            "again and choose this one; delete the private video there."
        )
    status = found.status
    if status.upload_status == "rejected" and status.rejection_reason == "duplicate":
        raise Refused("YouTube has this very file already, perhaps as a private video.")
    if status.upload_status in ("failed", "rejected", "deleted"):
        why = status.failure_reason or status.rejection_reason or "it gives no reason"
        raise Refused(f"YouTube could not use the video: {why}.")
    if status.upload_status == "processed":
        return replace(_half(media, ident), done=True)
    return _arrived(media, ident)


def _title(mark: str) -> str:
    return f"Upload {mark}"


def _arrived(media: Media, ident: str, absent: int = 0) -> Uploaded:
    return replace(_half(media, f"poll {ident} {absent}"), wait=_POLL)


def _half(media: Media, ref: str) -> Uploaded:
    return Uploaded(ref, media.alt, media.width, media.height, media.mime, done=False)
