"""Pictures and videos to a server with Mastodon's API.

Source: docs.joinmastodon.org/methods/media. 202 means that the server still works on a file; it is
asked with GET /api/v1/media/:id, which answers 206 until the file is ready and 422 when it could
not be used. `Uploaded.ref` is the file's id from the first answer on: no byte is sent twice.
"""

import hashlib
import mimetypes
from dataclasses import replace
from pathlib import PurePosixPath
from urllib.parse import quote

import anyio

from aboveboard.channels.base import Account, Media, Uploaded
from aboveboard.channels.errors import Refused
from aboveboard.channels.mastodon.calling import good, is_gone
from aboveboard.channels.mastodon.shapes import MediaAttachment
from aboveboard.channels.wire import Answer, call
from aboveboard.kernel.http import Client

# Seconds until the server is asked again.
_PICTURE, _VIDEO = 1.0, 5.0


async def sent(http: Client, account: Account, media: Media) -> Uploaded:
    """The file with its alt text, in one request; it is read from the disk piece by piece."""
    answer = await _sent(http, account, media, "/api/v2/media")
    if answer.status in (404, 405):
        answer = await _sent(http, account, media, "/api/v1/media")
    stored = good(answer).read(MediaAttachment)
    return _at(media, stored.id, done=answer.status != 202)


async def looked_at(http: Client, account: Account, media: Media, begun: Uploaded) -> Uploaded:
    """Whether the server is done with a file; one that it has forgotten is sent again."""
    answer = await call(http, account, "GET", f"/api/v1/media/{quote(begun.ref, safe='')}")
    if is_gone(answer):
        return await sent(http, account, media)
    if answer.status == 422:
        why = answer.why() or "it gives no reason"
        raise Refused(f"The server could not use {media.path.name}: {why}.", status=422)
    return _at(media, begun.ref, done=good(answer).status not in (202, 206))


async def _sent(http: Client, account: Account, media: Media, path: str) -> Answer:
    # Some servers name the stored picture after the file name, so equal names overwrite.
    stem = hashlib.sha256(f"{media.digest}\0{media.alt}".encode()).hexdigest()[:32]
    suffix = mimetypes.guess_extension(media.mime) or PurePosixPath(media.path.name).suffix
    async with await anyio.open_file(media.path, "rb") as file:
        named = (f"{stem}{suffix or '.bin'}", file.wrapped, media.mime)
        alt = {"description": media.alt}
        return await call(http, account, "POST", path, files={"file": named}, data=alt)


def _at(media: Media, ref: str, *, done: bool) -> Uploaded:
    found = Uploaded(ref, media.alt, media.width, media.height, media.mime)
    wait = _VIDEO if media.is_video else _PICTURE
    return found if done else replace(found, done=False, wait=wait)
