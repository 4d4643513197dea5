"""Facebook's Pages API by its documentation: developers.facebook.com/docs/pages-api."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal
from urllib.parse import parse_qsl

from pydantic import ConfigDict, RootModel

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

TOKEN, USER_TOKEN, PAGE = "page-token", "user-token", "1067"
ROOT = "/v26.0"
CHUNK = 1_000


@dataclass
class State:
    """The Page's posts, comments, unpublished photos and videos.

    `video_status` is what a finished video's status says: "ready", "processing" or "error".
    """

    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    comments: dict[str, dict[str, Any]] = field(default_factory=dict)
    photos: dict[str, dict[str, Any]] = field(default_factory=dict)
    videos: dict[str, dict[str, Any]] = field(default_factory=dict)
    video_status: str = "ready"


def error(status: int, code: int, message: str) -> Denied:
    return Denied(Reply(status, {"error": {"message": message, "code": code}}))


api: Api[State] = Api(
    "facebook", denied=lambda why: Reply(400, {"error": {"message": why, "code": 100}})
)


def _in(call: Call, token: str = TOKEN) -> None:
    if call.headers.get("authorization") != f"Bearer {token}":
        raise error(400, 190, "Invalid OAuth access token")


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")


class Fields(Shape):
    fields: str = ""
    limit: int = 0
    since: int = 0
    after: str = ""
    metric: str = ""


class Feed(Shape):
    model_config = ConfigDict(extra="allow")

    message: str = ""
    link: str = ""


class Message(Shape):
    message: str


class Words(Shape):
    """A post's words are its message, a video's its description."""

    message: str = ""
    description: str = ""


class Begin(Shape):
    upload_phase: Literal["start"]
    file_size: int


class Piece(Shape):
    upload_phase: Literal["transfer"]
    upload_session_id: str
    start_offset: int


class Finish(Shape):
    upload_phase: Literal["finish"]
    upload_session_id: str
    description: str


class Phase(RootModel[Begin | Finish]):
    """A request without a file begins an upload or finishes one."""


class Photo(Shape):
    published: str
    temporary: str
    alt_text_custom: str = ""


class Grant(Shape):
    grant_type: str
    client_id: str
    client_secret: str
    fb_exchange_token: str


@api.call("GET", f"{ROOT}/me", query=Fields)
def me(state: State, call: Call) -> Reply:
    _in(call)
    return Reply(200, {"id": PAGE, "name": "Saltworks"})


@api.call("GET", f"{ROOT}/me/accounts", query=Fields)
def pages(state: State, call: Call) -> Reply:
    _in(call, USER_TOKEN)
    one = {"id": PAGE, "name": "Saltworks", "access_token": TOKEN}
    return Reply(200, {"data": [one, {"id": "2", "name": "Another", "access_token": "t2"}]})


@api.call("GET", f"{ROOT}/oauth/access_token", query=Grant)
def exchange(state: State, call: Call) -> Reply:
    if call.query["client_secret"] != "hush":
        raise error(400, 101, "Error validating client secret")
    return Reply(200, {"access_token": USER_TOKEN, "token_type": "bearer"})


@api.call("POST", ROOT + "/{page}/photos", body=Photo, kind="multipart")
def photo(state: State, call: Call) -> Reply:
    _in(call)
    if call.body(Photo).published != "false":
        raise Broken("the picture would show at once")
    ident = str(5_000 + len(state.photos))
    alt = call.body(Photo).alt_text_custom
    state.photos[ident] = {"content": call.files["source"].content, "alt": alt}
    return Reply(200, {"id": ident})


@api.call("POST", ROOT + "/{page}/videos", kind="bytes")
def videos(state: State, call: Call) -> Reply:
    """One address for the three phases; only a piece is multipart."""
    _in(call)
    if call.headers["content-type"].startswith("multipart/"):
        told, files = call.multipart()
        return _piece(state, Piece.model_validate(told), files["video_file_chunk"].content)
    phase = Phase.model_validate(dict(parse_qsl(call.raw.decode()))).root
    if isinstance(phase, Begin):
        ident = str(7_000 + len(state.videos))
        begun = {"session": f"u{ident}", "size": phase.file_size}
        one: dict[str, Any] = {**begun, "content": b"", "out": None}
        state.videos[ident] = one
        return Reply(200, {"upload_session_id": f"u{ident}", "video_id": ident, **_next(one)})
    one = _of_session(state, phase.upload_session_id)
    if len(one["content"]) != one["size"] or one["out"]:
        raise error(400, 6000, "There was a problem uploading your video file")
    one |= {"description": phase.description, "out": _now()}
    return Reply(200, {"success": True})


def _piece(state: State, told: Piece, content: bytes) -> Reply:
    one = _of_session(state, told.upload_session_id)
    if told.start_offset != len(one["content"]):
        raise error(400, 1363037, "The offset is not the one asked for")
    one["content"] += content
    return Reply(200, _next(one))


def _of_session(state: State, session: str) -> dict[str, Any]:
    found = [one for one in state.videos.values() if one["session"] == session]
    if not found:
        raise error(400, 100, "The session is not there")
    return found[0]


def _next(one: dict[str, Any]) -> dict[str, str]:
    """The bytes asked for next, as text; the same number twice when all are there."""
    start = len(one["content"])
    return {"start_offset": str(start), "end_offset": str(min(start + CHUNK, one["size"]))}


@api.call("POST", ROOT + "/{page}/feed", body=Feed, kind="form")
def feed(state: State, call: Call) -> Reply:
    _in(call)
    form = call.body(Feed)
    attached = dict(form.model_extra or {})
    if any(not name.startswith("attached_media[") for name in attached):
        raise Broken(f"no such fields: {sorted(attached)}")
    photos = [json.loads(value)["media_fbid"] for value in attached.values()]
    if any(one not in state.photos for one in photos):
        raise error(400, 100, "The photo is not there")
    if any((p["message"], p["photos"]) == (form.message, photos) for p in state.posts.values()):
        raise error(400, 506, "Duplicate status message")
    ident = f"{PAGE}_{10_000 + len(state.posts)}"
    state.posts[ident] = {
        "id": ident,
        "message": form.message,
        "created_time": _now(),
        "permalink_url": f"https://www.facebook.com/{ident}",
        "photos": photos,
        "link": form.link,
    }
    return Reply(200, {"id": ident})


@api.call("GET", ROOT + "/{page}/published_posts", query=Fields)
def own(state: State, call: Call) -> Reply:
    _in(call)
    names = ("id", "message", "created_time", "permalink_url")
    found = [
        {name: post[name] for name in names}
        for post in reversed(state.posts.values())
        if datetime.fromisoformat(post["created_time"]).timestamp() >= int(call.query["since"])
    ]
    return Reply(200, {"data": found})


@api.call("POST", ROOT + "/{id}/comments", body=Message, kind="form")
def comment(state: State, call: Call) -> Reply:
    _in(call)
    if call.path["id"] not in state.posts | state.videos:
        raise error(404, 100, "Object does not exist")
    ident = f"{call.path['id']}_{len(state.comments)}"
    state.comments[ident] = {
        "id": ident,
        "message": call.body(Message).message,
        "created_time": _now(),
        "from": {"id": PAGE, "name": "Saltworks"},
        "post": call.path["id"],
    }
    return Reply(200, {"id": ident})


@api.call("GET", ROOT + "/{id}/comments", query=Fields)
def comments(state: State, call: Call) -> Reply:
    _in(call)
    found = [
        {name: value for name, value in one.items() if name != "post"}
        for one in state.comments.values()
        if one["post"] == call.path["id"]
    ]
    return Reply(200, {"data": found})


@api.call("GET", ROOT + "/{id}/insights", query=Fields)
def insights(state: State, call: Call) -> Reply:
    _in(call)
    known = {"post_media_view", "post_total_media_view_unique"}
    if call.query["metric"] not in known:
        raise error(400, 100, "The value must be a valid insights metric")
    return Reply(200, {"data": [{"name": call.query["metric"], "values": [{"value": 0}]}]})


@api.call("GET", ROOT + "/{id}", query=Fields)
def counts(state: State, call: Call) -> Reply:
    _in(call)
    one = state.videos.get(call.path["id"])
    if one and call.query["fields"] == "status,created_time":
        ready = state.video_status if one["out"] else "uploading"
        status = {"video_status": ready, "uploading_phase": {"status": "complete"}}
        return Reply(200, {"id": call.path["id"], "created_time": one["out"], "status": status})
    if one is None and call.path["id"] not in state.posts:
        raise error(404, 100, "Object does not exist")
    if one and "shares" in call.query["fields"]:
        raise error(400, 100, "Tried accessing nonexisting field (shares)")
    zero = {"data": [], "summary": {"total_count": 0}}
    return Reply(200, {"id": call.path["id"], "reactions": zero, "comments": zero, "views": 4})


@api.call("POST", ROOT + "/{id}", body=Words, kind="form")
def edit(state: State, call: Call) -> Reply:
    _in(call)
    if one := state.videos.get(call.path["id"]):
        one["description"] = call.body(Words).description
        return Reply(200, {"success": True})
    if call.path["id"] not in state.posts:
        raise error(404, 100, "Object does not exist")
    state.posts[call.path["id"]]["message"] = call.body(Words).message
    return Reply(200, {"success": True})


@api.call("DELETE", ROOT + "/{id}")
def delete(state: State, call: Call) -> Reply:
    _in(call)
    ident = call.path["id"]
    if not (state.posts.pop(ident, None) or state.videos.pop(ident, None)):
        raise error(404, 100, "Object does not exist")
    return Reply(200, {"success": True})
