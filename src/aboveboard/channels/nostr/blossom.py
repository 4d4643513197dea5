"""Files to a media server. Source: github.com/hzrd149/blossom, BUD-02 and BUD-11.

It names a file by its hash, so the same file again is the same file.
"""

import base64
from datetime import timedelta

from pydantic import BaseModel

from aboveboard.channels.base import Media
from aboveboard.channels.errors import Refused, TryLater
from aboveboard.channels.nostr.events import AUTHORIZATION, signed
from aboveboard.channels.nostr.keys import Key
from aboveboard.channels.wire import ask, pieces
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Invalid
from aboveboard.kernel.http import Client, http_url

_AUTHORIZED = timedelta(minutes=10)


class _Stored(BaseModel):
    url: str


async def stored(http: Client, key: Key, server: str, media: Media, size: int) -> str:
    """The address of a file at a Blossom server (BUD-02)."""
    now = clock.now()
    tags = [
        ["t", "upload"],
        ["x", media.digest],
        ["expiration", str(int((now + _AUTHORIZED).timestamp()))],
    ]
    event = signed(key, AUTHORIZATION, f"Upload {media.path.name}", tags, now)
    proof = base64.b64encode(event.model_dump_json().encode()).decode()
    headers = {
        "Authorization": f"Nostr {proof}",
        "Content-Type": media.mime,
        "Content-Length": str(size),
    }
    url, content = f"{server}/upload", pieces(media.path)
    answer = await ask(http, "PUT", url, headers=headers, content=content)
    status, why = answer.status, answer.headers.get("x-reason", "") or answer.why()
    if 400 <= status < 500 and status not in (408, 425, 429):
        why = why or f"it answered {status}"
        raise Refused(f"The media server did not take the file: {why}.", status=status)
    if not answer.ok:
        why = why or f"it answered {status}"
        wait = answer.wait()
        raise TryLater(f"The media server did not take the file: {why}.", wait=wait, status=status)
    try:
        return http_url(answer.read(_Stored).url)
    except Invalid as error:
        raise Refused(f"The media server gives no web address: {error}") from error
