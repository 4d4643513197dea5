"""Pinterest's API v5 by its description: pinterest/api-description 5.23."""

import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

TOKEN, FRESH, BOARD = "pina_token", "pina_fresh", "549755885175"


@dataclass
class State:
    """The board's pins by id, and the videos."""

    pins: dict[str, dict[str, Any]] = field(default_factory=dict)
    videos: dict[str, dict[str, Any]] = field(default_factory=dict)
    token: str = TOKEN
    polls: int = 1


def error(status: int, code: int, message: str) -> Denied:
    return Denied(Reply(status, {"code": code, "message": message}))


api: Api[State] = Api("pinterest", denied=lambda why: Reply(400, {"code": 1, "message": why}))


def _in(state: State, call: Call) -> None:
    if call.headers.get("authorization") != f"Bearer {state.token}":
        raise error(401, 2, "Authentication failed.")


class Item(Shape):
    content_type: str
    data: str


class Source(Shape):
    source_type: str
    content_type: str = ""
    data: str = ""
    items: list[Item] = []
    media_id: str = ""
    cover_image_key_frame_time: int | None = None


class New(Shape):
    board_id: str
    title: str = ""
    description: str = ""
    alt_text: str = ""
    link: str = ""
    media_source: Source


class Changed(Shape):
    description: str


class Page(Shape):
    page_size: int
    bookmark: str = ""


class Analytics(Shape):
    start_date: str
    end_date: str
    metric_types: str


class Registered(Shape):
    media_type: str


class Stored(Shape):
    key: str
    policy: str


class Tokens(Shape):
    """Fresh tokens for a refresh token, or the first ones for a code."""

    grant_type: Literal["refresh_token", "authorization_code"]
    refresh_token: str = ""
    code: str = ""
    redirect_uri: str = ""
    client_id: str = ""


@api.call("GET", "/v5/user_account")
def me(state: State, call: Call) -> Reply:
    _in(state, call)
    return Reply(200, {"username": "saltworks", "account_type": "BUSINESS"})


@api.call("GET", "/v5/boards/{id}")
def board(state: State, call: Call) -> Reply:
    _in(state, call)
    if call.path["id"] != BOARD:
        raise error(404, 40, "Board not found.")
    return Reply(200, {"id": BOARD, "name": "Salt"})


@api.call("POST", "/v5/pins", body=New)
def create(state: State, call: Call) -> Reply:
    _in(state, call)
    new = call.body(New)
    if new.board_id != BOARD:
        raise error(404, 40, "Board not found.")
    if len(new.description) > 800 or len(new.title) > 100 or len(new.alt_text) > 500:
        raise error(400, 1, "Invalid request: too long")
    source = new.media_source
    if source.source_type == "image_base64":
        base64.b64decode(source.data, validate=True)
    elif source.source_type == "multiple_image_base64":
        if not 2 <= len(source.items) <= 5:
            raise error(400, 1, "A carousel has 2 to 5 pictures")
    elif source.source_type == "video_id":
        if state.videos.get(source.media_id, {}).get("status") != "succeeded":
            raise error(400, 235, "The video is not ready")
        if source.cover_image_key_frame_time is None:
            raise error(400, 1, "Invalid request: a video needs a cover")
    else:
        raise Broken(source.source_type)
    ident = str(813_744_226_420_795_800 + len(state.pins))
    state.pins[ident] = {
        "id": ident,
        "title": new.title,
        "description": new.description,
        "created_at": datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="seconds"),
        "board_id": BOARD,
        "new": new,
    }
    return Reply(201, _shown(state.pins[ident]))


def _shown(pin: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in pin.items() if name != "new"}


@api.call("GET", "/v5/boards/{id}/pins", query=Page)
def own(state: State, call: Call) -> Reply:
    _in(state, call)
    found = [_shown(pin) for pin in reversed(state.pins.values())]
    start, size = int(call.query.get("bookmark", "0")), int(call.query["page_size"])
    more = str(start + size) if len(found) > start + size else None
    return Reply(200, {"items": found[start : start + size], "bookmark": more})


@api.call("PATCH", "/v5/pins/{id}", body=Changed)
def edit(state: State, call: Call) -> Reply:
    _in(state, call)
    pin = _pin(state, call)
    pin["description"] = call.body(Changed).description
    return Reply(200, _shown(pin))


@api.call("DELETE", "/v5/pins/{id}")
def delete(state: State, call: Call) -> Reply:
    _in(state, call)
    del state.pins[_pin(state, call)["id"]]
    return Reply(204)


@api.call("GET", "/v5/pins/{id}/analytics", query=Analytics)
def analytics(state: State, call: Call) -> Reply:
    _in(state, call)
    _pin(state, call)
    names = call.query["metric_types"].split(",")
    return Reply(200, {"all": {"summary_metrics": dict.fromkeys(names, 0), "daily_metrics": []}})


def _pin(state: State, call: Call) -> dict[str, Any]:
    if call.path["id"] not in state.pins:
        raise error(404, 50, "Pin not found.")
    return state.pins[call.path["id"]]


@api.call("POST", "/v5/media", body=Registered)
def register(state: State, call: Call) -> Reply:
    _in(state, call)
    ident = str(120_000 + len(state.videos))
    state.videos[ident] = {"status": "registered", "polls": state.polls, "content": b""}
    body = {
        "media_id": ident,
        "media_type": "video",
        "upload_url": "https://pinterest-media-upload.s3-accelerate.amazonaws.com/",
        "upload_parameters": {"key": ident, "policy": "signed"},
    }
    return Reply(201, body)


@api.call("POST", "/", body=Stored, kind="multipart")
def store(state: State, call: Call) -> Reply:
    if "authorization" in call.headers:
        raise Broken("the token goes to the store")
    video = state.videos[call.body(Stored).key]
    video |= {"content": call.files["file"].content, "status": "processing"}
    return Reply(204)


@api.call("GET", "/v5/media/{id}")
def video(state: State, call: Call) -> Reply:
    _in(state, call)
    found = state.videos[call.path["id"]]
    if found["status"] == "processing":
        found["polls"] -= 1
        found["status"] = "succeeded" if found["polls"] < 0 else "processing"
    return Reply(200, {"media_id": call.path["id"], "status": found["status"]})


@api.call("POST", "/v5/oauth/token", body=Tokens, kind="form")
def renew(state: State, call: Call) -> Reply:
    if call.basic() != ("app", "hush"):
        return Reply(401, {"code": 2, "message": "Authentication failed."})
    asked = call.body(Tokens)
    if not (asked.refresh_token or (asked.code and asked.redirect_uri)):
        raise Broken("neither a refresh token nor a code with its address")
    state.token = FRESH
    return Reply(200, {"access_token": FRESH, "expires_in": 2_592_000, "scope": "pins:read"})
