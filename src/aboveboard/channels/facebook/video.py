"""Videos to a Page: in pieces, then one request that publishes.

Source: developers.facebook.com/docs/graph-api/reference/page/videos (upload_phase start, transfer,
finish) and …/reference/video (status). The network names the bytes of each next piece, and the
video's number is known before anything shows: by it a lost answer is settled. A finished upload
shows once the network has made it ready, which takes seconds or some minutes.
What `Uploaded.ref` holds is JSON: the video's number, the upload's, and the next piece's bytes.
"""

import json
from datetime import datetime

import anyio
from pydantic import AwareDatetime, BaseModel, Field

from aboveboard.channels.base import Account, Media, Outgoing, Sent, Uploaded
from aboveboard.channels.errors import OutcomeUnknown, Refused, SignInAgain, TryLater
from aboveboard.channels.meta import call, good
from aboveboard.kernel.http import Client

_PIECE = 16_000_000


class _Next(BaseModel):
    start: int = Field(alias="start_offset")
    end: int = Field(alias="end_offset")


class _Begun(_Next):
    video: str = Field(alias="video_id")
    session: str = Field(alias="upload_session_id")


class _Phase(BaseModel):
    status: str = ""


class _Status(BaseModel):
    video: str = Field(default="", alias="video_status")
    publishing: _Phase = Field(default_factory=_Phase, alias="publishing_phase")


class _Video(BaseModel):
    status: _Status = Field(default_factory=_Status)
    created_time: AwareDatetime | None = None

    @property
    def is_out(self) -> bool:
        return self.status.video == "ready" or self.status.publishing.status == "complete"


async def upload(
    http: Client, account: Account, media: Media, begun: Uploaded | None, home: str
) -> Uploaded:
    """Begin, or send the next piece. Shows nowhere."""
    path = f"/{account.remote_id}/videos"
    if begun is None:
        size = (await anyio.Path(media.path).stat()).st_size
        form = {"upload_phase": "start", "file_size": str(size)}
        answer = await call(http, account, "POST", path, home=home, fields=form)
        first = good(answer).read(_Begun)
        state = {"video": first.video, "session": first.session}
        return _half(media, {**state, "start": first.start, "end": first.end})
    state = json.loads(begun.ref)
    async with await anyio.open_file(media.path, "rb") as file:
        await file.seek(state["start"])
        piece = await file.read(min(state["end"] - state["start"], _PIECE))
    form = {
        "upload_phase": "transfer",
        "upload_session_id": state["session"],
        "start_offset": str(state["start"]),
    }
    files = {"video_file_chunk": ("piece", piece, "application/octet-stream")}
    answer = await call(http, account, "POST", path, home=home, fields=form, files=files)
    after = good(answer).read(_Next)
    if not piece and after.end > after.start:
        raise Refused("Facebook asks for more than the file holds. Bring the video anew.")
    return _half(media, {**state, "start": after.start, "end": after.end})


async def publish(http: Client, account: Account, part: Outgoing, home: str) -> Sent:
    """Finish the upload: from then on Facebook makes the video ready, and shows it."""
    form = {
        "upload_phase": "finish",
        "upload_session_id": _state(part)["session"],
        "description": part.text,
    }
    path = f"/{account.remote_id}/videos"
    good(await call(http, account, "POST", path, home=home, publishing=True, fields=form))
    try:
        found = await _look(http, account, part, home)
    except (TryLater, SignInAgain) as error:
        raise OutcomeUnknown(error.why, status=error.status) from error
    if found and found.status.video == "error":
        raise Refused("Facebook could not use the video. Bring it in another form.")
    if found and found.is_out:
        return _sent(account, part, found.created_time)
    raise OutcomeUnknown("Facebook has it, and is making it ready.")


async def find(http: Client, account: Account, part: Outgoing, home: str) -> tuple[Sent, ...]:
    """By the video's number. Raises TryLater while Facebook is making it ready."""
    found = await _look(http, account, part, home)
    if found and found.status.video == "processing":
        raise TryLater("Facebook is making the video ready.", wait=30)
    return (_sent(account, part, found.created_time),) if found and found.is_out else ()


def is_one(sent: Sent) -> bool:
    """Whether what is out is a video: its words and its numbers have other names."""
    return "/videos/" in sent.url


async def _look(http: Client, account: Account, part: Outgoing, home: str) -> _Video | None:
    path, query = f"/{_state(part)['video']}", {"fields": "status,created_time"}
    answer = await call(http, account, "GET", path, home=home, fields=query)
    return None if answer.status == 404 else good(answer).read(_Video)


def _sent(account: Account, part: Outgoing, at: datetime | None) -> Sent:
    ident = _state(part)["video"]
    url = f"https://www.facebook.com/{account.remote_id}/videos/{ident}"
    return Sent(ident, url, at=at or part.created_at)


def _state(part: Outgoing) -> dict[str, str]:
    state: dict[str, str] = json.loads(part.media[0].ref)
    return state


def _half(media: Media, state: dict[str, str | int]) -> Uploaded:
    done = state["start"] == state["end"]
    return Uploaded(json.dumps(state), media.alt, media.width, media.height, media.mime, done=done)
