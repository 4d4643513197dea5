"""YouTube's Data API v3 by its documentation: resumable uploads, videos, comments."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from pydantic import ConfigDict
from pydantic.alias_generators import to_camel

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

TOKEN, FRESH, CHANNEL = "ya29.token", "ya29.fresh", "UCsaltworks"
KIB256 = 262_144


class Camel(Shape):
    model_config = ConfigDict(alias_generator=to_camel, extra="forbid")


@dataclass
class State:
    """Videos by id, sessions by id, comments by the id of their thread."""

    videos: dict[str, dict[str, Any]] = field(default_factory=dict)
    sessions: dict[str, dict[str, Any]] = field(default_factory=dict)
    comments: dict[str, dict[str, Any]] = field(default_factory=dict)
    token: str = TOKEN
    polls: int = 1
    audited: bool = True
    channel: bool = True


def error(status: int, reason: str, message: str) -> Denied:
    fault = {"code": status, "message": message}
    detail = {"message": message, "domain": "youtube", "reason": reason}
    return Denied(Reply(status, {"error": {**fault, "errors": [detail]}}))


api: Api[State] = Api("youtube", denied=lambda why: Reply(400, {"error": {"message": why}}))


def _in(state: State, call: Call) -> None:
    if call.headers.get("authorization") != f"Bearer {state.token}":
        raise error(401, "authError", "Invalid Credentials")


class Parts(Camel):
    part: str


class Mine(Parts):
    mine: str


class Ids(Parts):
    id: str


class Id(Camel):
    id: str


class Upload(Parts):
    upload_type: str


class Snippet(Camel):
    title: str
    category_id: str
    description: str = ""
    tags: list[str] = []
    default_language: str = ""


class Status(Camel):
    privacy_status: str
    self_declared_made_for_kids: bool = False
    contains_synthetic_media: bool = False


class Paid(Camel):
    has_paid_product_placement: bool


class NewVideo(Camel):
    snippet: Snippet
    status: Status


class Changed(Camel):
    id: str
    snippet: Snippet | None = None
    status: Status | None = None
    paid_product_placement_details: Paid | None = None


class Words(Camel):
    text_original: str


class Comment(Camel):
    snippet: Words


class NewThread(Camel):
    video_id: str
    top_level_comment: Comment


class Thread(Camel):
    snippet: NewThread


class ChangedComment(Camel):
    id: str
    snippet: Words


class Threads(Parts):
    video_id: str
    order: str
    max_results: int
    text_format: str
    page_token: str = ""


class Refresh(Shape):
    grant_type: str
    refresh_token: str
    client_id: str
    client_secret: str


@api.call("GET", "/youtube/v3/channels", query=Mine)
def channels(state: State, call: Call) -> Reply:
    _in(state, call)
    mine = [{"id": CHANNEL, "snippet": {"title": "Saltworks"}}] if state.channel else []
    return Reply(200, {"items": mine})


@api.call(
    "POST",
    "/upload/youtube/v3/videos",
    query=Upload,
    body=NewVideo,
    headers={"X-Upload-Content-Length": r"\d+", "X-Upload-Content-Type": r"video/.+"},
)
def begin(state: State, call: Call) -> Reply:
    _in(state, call)
    new = call.body(NewVideo)
    if new.status.privacy_status != "private":
        raise Broken("what is uploaded must not show yet")
    _check(new.snippet)
    ident = str(len(state.sessions) + 1)
    size = int(call.headers["x-upload-content-length"])
    state.sessions[ident] = {"size": size, "content": b"", "new": new, "video": ""}
    place = "https://www.googleapis.com/upload/youtube/v3/videos/session"
    return Reply(200, None, {"Location": f"{place}/{ident}"})


@api.call("PUT", "/upload/youtube/v3/videos/session/{id}", kind="bytes")
def piece(state: State, call: Call) -> Reply:
    _in(state, call)
    session = state.sessions.get(call.path["id"])
    if session is None:
        raise error(404, "notFound", "The session has ended")
    asked = re.fullmatch(r"bytes (\*|(\d+)-(\d+))/(\d+)", call.headers.get("content-range", ""))
    if not asked or int(asked[4]) != session["size"]:
        raise Broken(call.headers.get("content-range", ""))
    if asked[2] is not None:
        start, last = int(asked[2]), int(asked[3])
        if start != len(session["content"]) or last - start + 1 != len(call.raw):
            raise Broken(f"{start} is not where the next byte goes")
        if last + 1 < session["size"] and len(call.raw) % KIB256:
            raise Broken("pieces are multiples of 256 KiB")
        session["content"] += call.raw
    if len(session["content"]) < session["size"]:
        received = len(session["content"])
        return Reply(308, None, {"Range": f"bytes=0-{received - 1}"} if received else {})
    if not session["video"]:
        session["video"] = f"vid{len(state.videos) + 1:08}"
        state.videos[session["video"]] = {
            "snippet": session["new"].snippet,
            "status": session["new"].status,
            "paid": False,
            "polls": state.polls,
            "upload": "uploaded",
            "content": session["content"],
        }
    return Reply(201, _shown(state, session["video"]))


def _check(snippet: Snippet) -> None:
    if len(snippet.title) > 100 or not snippet.title or set("<>") & set(snippet.title):
        raise error(400, "invalidTitle", "The title is invalid")
    if len(snippet.description.encode()) > 5_000 or set("<>") & set(snippet.description):
        raise error(400, "invalidDescription", "The description is invalid")
    if len(",".join(snippet.tags)) > 500:
        raise error(400, "invalidTags", "The tags are invalid")


def _shown(state: State, ident: str) -> dict[str, Any]:
    video = state.videos[ident]
    return {
        "id": ident,
        "snippet": video["snippet"].model_dump(by_alias=True),
        "status": {
            **video["status"].model_dump(by_alias=True),
            "uploadStatus": video["upload"],
        },
        "statistics": {"viewCount": "0", "likeCount": "0", "commentCount": "0"},
    }


@api.call("GET", "/youtube/v3/videos", query=Ids)
def videos(state: State, call: Call) -> Reply:
    _in(state, call)
    found = [ident for ident in call.query["id"].split(",") if ident in state.videos]
    for video in (state.videos[ident] for ident in found):
        video["polls"] -= 1
        if video["polls"] < 0 and video["upload"] == "uploaded":
            video["upload"] = "processed"
    return Reply(200, {"items": [_shown(state, ident) for ident in found]})


@api.call("PUT", "/youtube/v3/videos", query=Parts, body=Changed)
def change(state: State, call: Call) -> Reply:
    _in(state, call)
    new = call.body(Changed)
    video = state.videos.get(new.id)
    if video is None:
        raise error(404, "videoNotFound", "The video cannot be found")
    named = {
        name
        for name, value in (
            ("snippet", new.snippet),
            ("status", new.status),
            ("paidProductPlacementDetails", new.paid_product_placement_details),
        )
        if value is not None
    }
    if named != set(call.query["part"].split(",")):
        raise Broken(f"{named} is not {call.query['part']}")
    if new.snippet:
        _check(new.snippet)
        video["snippet"] = new.snippet
    if new.status:
        shown = "private" if not state.audited else new.status.privacy_status
        video["status"] = new.status.model_copy(update={"privacy_status": shown})
    if new.paid_product_placement_details:
        video["paid"] = new.paid_product_placement_details.has_paid_product_placement
    return Reply(200, _shown(state, new.id))


@api.call("DELETE", "/youtube/v3/videos", query=Id)
def delete(state: State, call: Call) -> Reply:
    _in(state, call)
    if state.videos.pop(call.query["id"], None) is None:
        raise error(404, "videoNotFound", "The video cannot be found")
    return Reply(204)


@api.call("POST", "/youtube/v3/commentThreads", query=Parts, body=Thread)
def say(state: State, call: Call) -> Reply:
    _in(state, call)
    new = call.body(Thread).snippet
    if new.video_id not in state.videos:
        raise error(404, "videoNotFound", "The video cannot be found")
    return Reply(200, add_comment(state, new.video_id, new.top_level_comment.snippet.text_original))


def add_comment(state: State, video: str, text: str, *, author: str = CHANNEL) -> dict[str, Any]:
    """A comment under a video, by us or by somebody else."""
    ident = f"Ug{len(state.comments) + 1}"
    snippet = {
        "textOriginal": text,
        "textDisplay": text,
        "authorDisplayName": author,
        "authorChannelId": {"value": author},
        "publishedAt": datetime.now(UTC).isoformat().replace("+00:00", "Z"),
    }
    comment = {"id": ident, "snippet": snippet}
    thread = {"id": ident, "snippet": {"videoId": video, "topLevelComment": comment}}
    state.comments[ident] = thread
    return thread


@api.call("GET", "/youtube/v3/commentThreads", query=Threads)
def threads(state: State, call: Call) -> Reply:
    _in(state, call)
    if not 1 <= int(call.query["maxResults"]) <= 100:
        raise Broken("maxResults is from 1 to 100")
    under = [
        one
        for one in reversed(state.comments.values())
        if one["snippet"]["videoId"] == call.query["videoId"]
    ]
    start = int(call.query.get("pageToken") or 0)
    more = {"nextPageToken": str(start + 100)} if len(under) > start + 100 else {}
    return Reply(200, {"items": under[start : start + 100], **more})


@api.call("PUT", "/youtube/v3/comments", query=Parts, body=ChangedComment)
def change_comment(state: State, call: Call) -> Reply:
    _in(state, call)
    new = call.body(ChangedComment)
    comment = state.comments[new.id]["snippet"]["topLevelComment"]
    comment["snippet"]["textOriginal"] = new.snippet.text_original
    return Reply(200, comment)


@api.call("DELETE", "/youtube/v3/comments", query=Id)
def delete_comment(state: State, call: Call) -> Reply:
    _in(state, call)
    if state.comments.pop(call.query["id"], None) is None:
        raise error(404, "commentNotFound", "The comment cannot be found")
    return Reply(204)


@api.call("POST", "/token", body=Refresh, kind="form")
def renew(state: State, call: Call) -> Reply:
    if call.body(Refresh).refresh_token != "r0":
        return Reply(400, {"error": "invalid_grant", "error_description": "Token is revoked"})
    state.token = FRESH
    return Reply(200, {"access_token": FRESH, "expires_in": 3599, "token_type": "Bearer"})
