"""A media file as an answer: in pieces, and any part of it alone, as players of videos ask.

RFC 9110, section 14. One range at a time; whoever asks for several gets the whole file.
"""

import re
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, cast

from anyio import to_thread
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from aboveboard.create.assets.files import opened
from aboveboard.create.models import Asset

_PIECE = 256_000
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def media_file(
    request: HttpRequest, asset: Asset, *, cache: str, sent: bool = False
) -> HttpResponseBase:
    """The file of an asset, whole or the part that is asked for; 304 when the asker has it.

    With `sent` it is what goes out: the one with a credential, where there is one. Raises
    FileNotFoundError when the file is not there.
    """
    goes_out = sent and bool(asset.sent_digest)
    file = asset.sent_file if goes_out else asset.file
    size = file.size
    etag = f'"{(asset.sent_digest if goes_out else asset.digest)[:32]}"'
    first, last = _range(request, etag, size)
    answer: HttpResponse | StreamingHttpResponse
    if first > last and size:
        answer = HttpResponse(status=416)
        answer.headers["Content-Range"] = f"bytes */{size}"
    else:
        pieces = _pieces if isinstance(request, ASGIRequest) else _pieces_now
        answer = StreamingHttpResponse(
            pieces(partial(opened, file, first, last + 1 - first), last + 1 - first)
        )
        answer.headers["Content-Length"] = str(last + 1 - first)
        if (first, last) != (0, size - 1):
            answer.status_code = 206
            answer.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    answer.headers["Content-Type"] = asset.mime
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["ETag"] = etag
    answer.headers["Cache-Control"] = cache
    answer.headers["X-Content-Type-Options"] = "nosniff"
    # Of an answer in pieces it only asks for the headers, which both have.
    asked = get_conditional_response(request, etag=etag, response=cast("HttpResponse", answer))
    return asked or answer


def whole_file(request: HttpRequest, path: Path) -> HttpResponseBase:
    """A file of ours in pieces; its time and size are its ETag. Raises FileNotFoundError."""
    about = path.stat()
    etag = f'"{about.st_mtime_ns:x}-{about.st_size:x}"'
    pieces = _pieces if isinstance(request, ASGIRequest) else _pieces_now
    answer = StreamingHttpResponse(pieces(lambda: path.open("rb"), about.st_size))
    answer.headers["Content-Length"] = str(about.st_size)
    answer.headers["ETag"] = etag
    asked = get_conditional_response(request, etag=etag, response=cast("HttpResponse", answer))
    return asked or answer


def _range(request: HttpRequest, etag: str, size: int) -> tuple[int, int]:
    """First and last byte that are wanted; the first after the last where there are none."""
    whole = (0, size - 1)
    asked = _RANGE.fullmatch(request.headers.get("Range", "").strip())
    if not asked or asked[0] == "bytes=-" or request.headers.get("If-Range", etag) != etag:
        return whole
    if not asked[1]:
        return (max(size - int(asked[2]), 0), size - 1) if int(asked[2]) else (size, size - 1)
    first, last = int(asked[1]), int(asked[2] or size - 1)
    if asked[2] and last < first:
        return whole
    return first, min(last, size - 1)


def _pieces_now(open_it: Callable[[], IO[bytes]], count: int) -> Iterator[bytes]:
    """The same for a server without an event loop."""
    with open_it() as file:
        while count > 0 and (piece := file.read(min(_PIECE, count))):
            count -= len(piece)
            yield piece


async def _pieces(open_it: Callable[[], IO[bytes]], count: int) -> AsyncIterator[bytes]:
    file = await to_thread.run_sync(open_it)
    try:
        while count > 0 and (piece := await to_thread.run_sync(file.read, min(_PIECE, count))):
            count -= len(piece)
            yield piece
    finally:
        file.close()
