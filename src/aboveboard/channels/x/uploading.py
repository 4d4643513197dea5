"""Pictures and videos to X: in pieces, one a call, so that a piece is all that is ever lost.

Source: docs.x.com, media upload: initialize, append, finalize, status; metadata for the alt text.
What `Uploaded.ref` holds until it is done is the id and the next step: "id segment", "id poll".
"""

from dataclasses import replace

import anyio

from aboveboard.channels.base import Account, Media, Uploaded
from aboveboard.channels.errors import Refused, TryLater
from aboveboard.channels.x.calling import call, good
from aboveboard.channels.x.shapes import Data, Uploading
from aboveboard.kernel.http import Client

PIECE = 4_000_000


async def begin(http: Client, account: Account, media: Media) -> Uploaded:
    """Tell X what will come."""
    size = (await anyio.Path(media.path).stat()).st_size
    kind = "tweet_video" if media.is_video else "tweet_image"
    kind = "tweet_gif" if media.mime == "image/gif" else kind
    body = {"media_type": media.mime, "total_bytes": size, "media_category": kind}
    answer = await call(http, account, "POST", "/2/media/upload/initialize", json=body)
    begun = good(answer).read(Data[Uploading]).data
    return _half(media, f"{begun.id} 0")


async def go_on(http: Client, account: Account, media: Media, begun: Uploaded) -> Uploaded:
    """Send the next piece, close the upload, or ask whether X is ready."""
    ident, step = begun.ref.split()
    if step == "poll":
        query = {"media_id": ident, "command": "STATUS"}
        answer = await call(http, account, "GET", "/2/media/upload", params=query)
        return await _state(http, account, media, good(answer).read(Data[Uploading]).data)
    segment = int(step)
    async with await anyio.open_file(media.path, "rb") as file:
        await file.seek(segment * PIECE)
        piece = await file.read(PIECE)
    if piece:
        files = {"media": ("piece", piece, "application/octet-stream")}
        path = f"/2/media/upload/{ident}/append"
        data = {"segment_index": str(segment)}
        good(await call(http, account, "POST", path, data=data, files=files))
        return _half(media, f"{ident} {segment + 1}")
    answer = await call(http, account, "POST", f"/2/media/upload/{ident}/finalize")
    return await _state(http, account, media, good(answer).read(Data[Uploading]).data)


async def _state(http: Client, account: Account, media: Media, found: Uploading) -> Uploaded:
    now = found.processing_info
    if now and now.state in ("pending", "in_progress"):
        return replace(_half(media, f"{found.id} poll"), wait=max(now.check_after_secs, 1.0))
    if now and now.state == "failed":
        why = now.error.get("message") or now.error.get("name") or "without a reason"
        raise Refused(f"X could not use this file: {why}.")
    if media.alt and not media.is_video:
        words = {"id": found.id, "metadata": {"alt_text": {"text": media.alt}}}
        answer = await call(http, account, "POST", "/2/media/metadata", json=words)
        if not answer.ok:
            raise TryLater("X did not take the words for a picture.", status=answer.status)
    return Uploaded(found.id, media.alt, media.width, media.height, media.mime)


def _half(media: Media, ref: str) -> Uploaded:
    return Uploaded(ref, media.alt, media.width, media.height, media.mime, done=False)
