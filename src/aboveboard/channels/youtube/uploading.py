"""Videos to YouTube, in pieces, as private ones: what is uploaded shows nowhere.

Source: developers.google.com/youtube/v3/guides/using_resumable_upload_protocol. The session's
address is asked how far it is before each piece, so that a lost answer costs nothing; a session
that has ended with the whole file answers with the video. What `Uploaded.ref` holds: the session's
address, and from then on the video's id.
"""

from dataclasses import replace

import anyio

from aboveboard.channels.base import Account, Media, Uploaded
from aboveboard.channels.errors import Refused, TryLater
from aboveboard.channels.oauth import elsewhere
from aboveboard.channels.wire import Answer
from aboveboard.channels.youtube.calling import HOME, Items, call, good, meaning
from aboveboard.channels.youtube.shapes import Video
from aboveboard.kernel.http import Client

# A multiple of 256 KiB, as the protocol wants.
PIECE = 8 * 1024 * 1024
_POLL = 15.0


async def begin(http: Client, account: Account, media: Media) -> Uploaded:
    """Open a session. The title is given when the video is published; until then it is its name."""
    size = (await anyio.Path(media.path).stat()).st_size
    answer = await call(
        http,
        account,
        "POST",
        "/upload/youtube/v3/videos",
        params={"uploadType": "resumable", "part": "snippet,status"},
        headers={"X-Upload-Content-Length": str(size), "X-Upload-Content-Type": media.mime},
        json={
            "snippet": {"title": f"Upload {media.digest[:12]}", "categoryId": "22"},
            "status": {"privacyStatus": "private"},
        },
    )
    session = good(answer).headers.get("location", "")
    if not session:
        raise TryLater("YouTube opened no upload.", status=answer.status)
    return _half(media, elsewhere(session, account.server, HOME))


async def go_on(http: Client, account: Account, media: Media, begun: Uploaded) -> Uploaded:
    """Send the next piece, or ask whether YouTube is done with the video."""
    if "://" not in begun.ref:
        return await _looked_at(http, account, media, begun.ref)
    size = (await anyio.Path(media.path).stat()).st_size
    stands = await _put(http, account, begun.ref, b"", f"bytes */{size}")
    if stands.status in (404, 410):
        return await begin(http, account, media)
    if stands.status != 308:
        return _arrived(media, stands)
    start = _received(stands)
    async with await anyio.open_file(media.path, "rb") as file:
        await file.seek(start)
        piece = await file.read(PIECE)
    span = f"bytes {start}-{start + len(piece) - 1}/{size}"
    answer = await _put(http, account, begun.ref, piece, span)
    return _half(media, begun.ref) if answer.status == 308 else _arrived(media, answer)


async def _put(http: Client, account: Account, session: str, piece: bytes, span: str) -> Answer:
    return await call(http, account, "PUT", session, headers={"Content-Range": span}, content=piece)


def _received(answer: Answer) -> int:
    """How many bytes are there, by “Range: bytes=0-N”; none where it is missing."""
    last = answer.headers.get("range", "").rpartition("-")[2]
    return int(last) + 1 if last.isdecimal() else 0


def _arrived(media: Media, answer: Answer) -> Uploaded:
    return replace(_half(media, good(answer).read(Video).id), wait=_POLL)


async def _looked_at(http: Client, account: Account, media: Media, ident: str) -> Uploaded:
    query = {"part": "status", "id": ident}
    answer = await call(http, account, "GET", "/youtube/v3/videos", params=query)
    if not answer.ok:
        raise meaning(answer)
    (*found,) = answer.read(Items[Video]).items
    if not found:
        return await begin(http, account, media)
    status = found[0].status
    if status.upload_status in ("failed", "rejected", "deleted"):
        why = status.failure_reason or status.rejection_reason or "it gives no reason"
        raise Refused(f"YouTube could not use the video: {why}.")
    half = replace(_half(media, ident), wait=_POLL)
    return replace(half, done=status.upload_status == "processed")


def _half(media: Media, ref: str) -> Uploaded:
    return Uploaded(ref, media.alt, media.width, media.height, media.mime, done=False)
