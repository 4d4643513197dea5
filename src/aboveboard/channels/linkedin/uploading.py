"""Pictures and videos to LinkedIn. Source: learn.microsoft.com/linkedin, Images and Videos API.

What `Uploaded.ref` holds is JSON: the asset's URN, and while it is not done the addresses of the
pieces that are still to go, the ETags of those that went, and the upload's token.
"""

import json
from dataclasses import replace
from typing import Any

import anyio
from pydantic import BaseModel, Field

from aboveboard.channels.base import Account, Media, Uploaded
from aboveboard.channels.errors import Refused, TryLater
from aboveboard.channels.linkedin.calling import HOME, call, good
from aboveboard.channels.oauth import elsewhere
from aboveboard.channels.wire import ask
from aboveboard.kernel.http import Client

_POLL = 5.0


class _Piece(BaseModel):
    upload_url: str = Field(alias="uploadUrl")
    first: int = Field(alias="firstByte")
    last: int = Field(alias="lastByte")


class _Video(BaseModel):
    video: str
    token: str = Field(default="", alias="uploadToken")
    pieces: list[_Piece] = Field(alias="uploadInstructions")


class _Image(BaseModel):
    image: str
    upload_url: str = Field(alias="uploadUrl")


class _Begun(BaseModel):
    value: dict[str, Any]


class _Status(BaseModel):
    status: str = ""
    reason: str = Field(default="", alias="processingFailureReason")


async def picture(http: Client, account: Account, media: Media) -> Uploaded:
    """A picture, in two requests: where it goes, and there it goes."""
    content = await anyio.Path(media.path).read_bytes()
    body = {"initializeUploadRequest": {"owner": account.remote_id}}
    path = "/rest/images?action=initializeUpload"
    begun = good(await call(http, account, "POST", path, json=body)).read(_Begun)
    image = _Image.model_validate(begun.value)
    headers = {"Authorization": f"Bearer {account.secrets.get('token', '')}"}
    url = _there(account, image.upload_url)
    good(await ask(http, "PUT", url, headers=headers, content=content))
    return _made(media, {"urn": image.image})


async def video(http: Client, account: Account, media: Media, begun: Uploaded | None) -> Uploaded:
    """The next step of a video: begin, a piece, close, or ask whether it is ready."""
    if begun is None:
        size = (await anyio.Path(media.path).stat()).st_size
        request = {
            "owner": account.remote_id,
            "fileSizeBytes": size,
            "uploadCaptions": False,
            "uploadThumbnail": False,
        }
        path = "/rest/videos?action=initializeUpload"
        body = {"initializeUploadRequest": request}
        answer = good(await call(http, account, "POST", path, json=body)).read(_Begun)
        found = _Video.model_validate(answer.value)
        left = [[one.upload_url, one.first, one.last] for one in found.pieces]
        return _half(media, {"urn": found.video, "token": found.token, "left": left, "tags": []})
    state = json.loads(begun.ref)
    if state["left"]:
        url, first, last = state["left"].pop(0)
        async with await anyio.open_file(media.path, "rb") as file:
            await file.seek(first)
            piece = await file.read(last - first + 1)
        # These addresses are signed: the token does not go with them.
        sent = good(await ask(http, "PUT", _there(account, url), content=piece))
        state["tags"].append(sent.headers.get("etag", "").strip('"'))
        return _half(media, state)
    if not state.get("closed"):
        request = {
            "video": state["urn"],
            "uploadToken": state["token"],
            "uploadedPartIds": state["tags"],
        }
        body = {"finalizeUploadRequest": request}
        good(await call(http, account, "POST", "/rest/videos?action=finalizeUpload", json=body))
        return replace(_half(media, {**state, "closed": True}), wait=_POLL)
    path = f"/rest/videos/{state['urn'].replace(':', '%3A')}"
    status = good(await call(http, account, "GET", path)).read(_Status)
    if status.status == "AVAILABLE":
        return _made(media, {"urn": state["urn"]})
    if status.status == "PROCESSING_FAILED":
        raise Refused(f"LinkedIn could not use the video: {status.reason or 'no reason given'}.")
    if status.status not in ("PROCESSING", "WAITING_UPLOAD"):
        raise TryLater(f"LinkedIn says {status.status or 'nothing'} of the video.", wait=30)
    return replace(begun, wait=_POLL)


def _there(account: Account, url: str) -> str:
    return elsewhere(url, account.server, HOME)


def _made(media: Media, state: dict[str, Any]) -> Uploaded:
    return Uploaded(json.dumps(state), media.alt, media.width, media.height, media.mime)


def _half(media: Media, state: dict[str, Any]) -> Uploaded:
    return replace(_made(media, state), done=False)
