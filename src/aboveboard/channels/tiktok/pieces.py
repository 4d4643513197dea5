"""A video on its way to TikTok: where it goes, how far it is, and sending the next piece.

Source: developers.tiktok.com/doc/content-posting-api-media-transfer-guide. Pieces have 5 to 64 MB
and go one after another; the last one takes up what is left over, and a file of less than two
pieces goes whole. They are as small as may be: the last one publishes, within one short request.
"""

import json
from dataclasses import asdict, dataclass

import anyio

from aboveboard.channels.base import Account
from aboveboard.channels.errors import TryLater
from aboveboard.channels.oauth import elsewhere
from aboveboard.channels.tiktok.calling import HOME
from aboveboard.channels.wire import ask
from aboveboard.kernel.http import Client

PIECE = 5 * 1024 * 1024
# What was sent is there already; nobody had heard of it.
_THERE = 416
_ENDED = (403, 404, 410)


@dataclass(frozen=True)
class Upload:
    """A video's upload as it is kept in `Prepared.ref`; `sent` and `size` in bytes."""

    publish_id: str
    url: str
    path: str
    mime: str
    size: int
    sent: int = 0

    @property
    def last(self) -> int:
        """Where the last piece begins."""
        return (pieces_of(self.size) - 1) * PIECE

    @classmethod
    def read(cls, ref: str) -> "Upload":
        return cls(**json.loads(ref))

    def told(self) -> str:
        return json.dumps(asdict(self))


def pieces_of(size: int) -> int:
    """In how many pieces so many bytes go."""
    return max(size // PIECE, 1)


async def send(
    http: Client, account: Account, upload: Upload, end: int, *, publishing: bool = False
) -> None:
    """One piece, up to `end`. The address is its own permission: no token goes there."""
    async with await anyio.open_file(upload.path, "rb") as file:
        await file.seek(upload.sent)
        piece = await file.read(end - upload.sent)
    headers = {
        "Content-Type": upload.mime,
        "Content-Range": f"bytes {upload.sent}-{end - 1}/{upload.size}",
    }
    url = elsewhere(upload.url, account.server, HOME)
    answer = await ask(http, "PUT", url, publishing=publishing, headers=headers, content=piece)
    if answer.ok or answer.status == _THERE:
        return
    if answer.status in _ENDED:
        raise TryLater("The upload has ended at TikTok.", stale=True, status=answer.status)
    raise answer.error()
