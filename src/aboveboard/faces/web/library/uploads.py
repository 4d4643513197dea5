"""Files in pieces, by the resumable upload protocol tus 1.0.0 with creation and termination.

https://tus.io/protocols/resumable-upload. The answer to the last piece names the asset in
`Aboveboard-Asset`; a refusal is JSON: {"code", "said", "mend"}.
"""

import base64
import binascii
from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from aboveboard.create import actions
from aboveboard.create.models import Upload
from aboveboard.faces.web.studio import Desk, page

_CHUNK = 256_000


@page
@require_POST
def begin(request: HttpRequest, desk: Desk) -> HttpResponseBase:
    """A file is to come: its length and name stand in the headers."""
    told = _told(request.headers.get("Upload-Metadata", ""))
    one = actions.begin_upload(
        desk.actor,
        desk.brand.id,
        name=told.get("filename", ""),
        size=_number(request.headers.get("Upload-Length", "")),
        alt=told.get("alt", ""),
    )
    answer = HttpResponse(status=201)
    answer.headers["Location"] = reverse("upload", args=[one.pk])
    return _tus(answer, one)


@page
@require_http_methods(["HEAD", "PATCH", "DELETE"])
def upload(request: HttpRequest, desk: Desk, upload_id: UUID) -> HttpResponseBase:
    """How far a file is, its next piece, or the end of it."""
    if request.method == "DELETE":
        actions.stop_upload(desk.actor, upload_id)
        answer = HttpResponse(status=204)
        answer.headers["Tus-Resumable"] = "1.0.0"
        return answer
    if request.method == "HEAD":
        return _tus(HttpResponse(), actions.upload(desk.actor, upload_id))
    if request.content_type != "application/offset+octet-stream":
        return HttpResponse(status=415)
    offset = _number(request.headers.get("Upload-Offset", ""))
    one = actions.add_piece(desk.actor, upload_id, offset, _chunks(request))
    return _tus(HttpResponse(status=204), one)


def _chunks(request: HttpRequest) -> Iterator[bytes]:
    while chunk := request.read(_CHUNK):
        yield chunk


def _tus(answer: HttpResponse, one: Upload) -> HttpResponse:
    answer.headers["Tus-Resumable"] = "1.0.0"
    answer.headers["Upload-Offset"] = str(one.received)
    answer.headers["Upload-Length"] = str(one.size)
    answer.headers["Cache-Control"] = "no-store"
    if one.asset_id:
        answer.headers["Aboveboard-Asset"] = str(one.asset_id)
    return answer


def _number(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else -1


def _told(header: str) -> dict[str, str]:
    """`Upload-Metadata`: names, each with a value in Base64, between commas."""
    told = {}
    for pair in header.split(","):
        name, _space, value = pair.strip().partition(" ")
        try:
            told[name] = base64.b64decode(value, validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
    return told
