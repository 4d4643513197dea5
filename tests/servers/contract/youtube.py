"""YouTube's Data API v3 by its documentation: resumable uploads, videos, comments."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from pydantic import ConfigDict
from pydantic.alias_generators import to_camel

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

TOKEN, FRESH = "ya29.token", "ya29.fresh"
CHANNEL, SECOND, PLAYLIST = "UCsaltworks", "UCmill", "UUsaltworks"
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
    # The channels of the sign-in by id, and into which of them the token puts videos.
    channels: dict[str, str] = field(default_factory=lambda: {CHANNEL: "Saltworks"})
    acts_for: str = CHANNEL
    # How many questions pass before a video is seen in lists.
    lag: int = 0


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
    max_results: int


class Listed(Parts):
    playlist_id: str
    max_results: int
    page_token: str = ""


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
    default_audio_language: str = ""


class Status(Camel):
    privacy_status: str
    self_declared_made_for_kids: bool = False
    contains_synthetic_media: bool = False
    embeddable: bool = False
    license: str = ""
    public_stats_viewable: bool = False


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
    if "contentDetails" in call.query["part"]:
        details = {"contentDetails": {"relatedPlaylists": {"uploads": PLAYLIST}}}
    else:
        details = {}
    mine = [
        {"id": ident, "snippet": {"title": title}, **details}
        for ident, title in state.channels.items()
    ]
    return Reply(200, {"items": mine} if mine else {"pageInfo": {"totalResults": 0}})


@api.call("GET", "/youtube/v3/playlistItems", query=Listed)
def uploads(state: State, call: Call) -> Reply:
    _in(state, call)
    size = int(call.query["maxResults"])
    if call.query["playlistId"] != PLAYLIST or not 1 <= size <= 50:
        raise Broken("another playlist, or a page of the wrong size")
    state.lag -= 1
    shown = [] if state.lag >= 0 else list(reversed(state.videos.items()))
    found = [
        {
            "snippet": {
                "title": video["snippet"].title,
                "description": video["snippet"].description,
                "publishedAt": video["at"],
            },
            "contentDetails": {"videoId": ident},
            "status": {"privacyStatus": video["status"].privacy_status},
        }
        for ident, video in shown
    ]
    start = int(call.query.get("pageToken") or 0)
    more = {"nextPageToken": str(start + size)} if len(found) > start + size else {}
    return Reply(200, {"items": found[start : start + size], **more})


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
            "at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
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
        "snippet": {
            **video["snippet"].model_dump(by_alias=True),
            "channelId": state.acts_for,
            "publishedAt": video["at"],
        },
        "status": {
            **video["status"].model_dump(by_alias=True),
            "uploadStatus": video["upload"],
        },
        "statistics": {"viewCount": "0", "likeCount": "0", "commentCount": "0"},
    }


@api.call("GET", "/youtube/v3/videos", query=Ids)
def videos(state: State, call: Call) -> Reply:
    _in(state, call)
    state.lag -= 1
    asked = call.query["id"].split(",") if state.lag < 0 else []
    found = [ident for ident in asked if ident in state.videos]
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
    if not (video := state.videos.get(new.video_id)):
        raise error(404, "videoNotFound", "The video cannot be found")
    if video["status"].self_declared_made_for_kids:
        raise error(403, "commentsDisabled", "The video has disabled comments")
    return Reply(200, add_comment(state, new.video_id, new.top_level_comment.snippet.text_original))


def add_comment(state: State, video: str, text: str, *, author: str = CHANNEL) -> dict[str, Any]:
    """A comment under a video, by us or by somebody else."""
    ident = f"Ug{len(state.comments) + 1}"
    shown = {"videoId": video, "topLevelComment": _comment(ident, text, author)}
    return state.comments.setdefault(ident, {"id": ident, "snippet": shown})


def add_reply(state: State, thread: dict[str, Any], text: str, *, author: str = CHANNEL) -> None:
    """An answer to a comment, which goes out with its thread."""
    answers = thread.setdefault("replies", {"comments": []})["comments"]
    answers.append(_comment(f"{thread['id']}.{len(answers)}", text, author))
    answers[-1]["snippet"]["parentId"] = thread["id"]


def _comment(ident: str, text: str, author: str) -> dict[str, Any]:
    snippet = {
        "textOriginal": text,
        "textDisplay": text,
        "authorDisplayName": author,
        "authorChannelId": {"value": author},
        "publishedAt": datetime.now(UTC).isoformat().replace("+00:00", "Z"),
    }
    return {"id": ident, "snippet": snippet}


@api.call("GET", "/youtube/v3/commentThreads", query=Threads)
def threads(state: State, call: Call) -> Reply:
    _in(state, call)
    if not 1 <= int(call.query["maxResults"]) <= 100:
        raise Broken("maxResults is from 1 to 100")
    video = state.videos.get(call.query["videoId"])
    if video is None:
        raise error(404, "videoNotFound", "The video cannot be found")
    if video["status"].self_declared_made_for_kids:
        raise error(403, "commentsDisabled", "The video has disabled comments")
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
    if state.comments.pop(call.query["id"], None):
        return Reply(204)
    raise error(404, "commentNotFound", "The comment cannot be found")


@api.call("POST", "/token", body=Refresh, kind="form")
def renew(state: State, call: Call) -> Reply:
    if call.body(Refresh).refresh_token != "r0":
        return Reply(400, {"error": "invalid_grant", "error_description": "Token is revoked"})
    state.token = FRESH
    return Reply(200, {"access_token": FRESH, "expires_in": 3599, "token_type": "Bearer"})
