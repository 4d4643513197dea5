"""The Instagram API by its documentation: developers.facebook.com/docs/instagram-platform."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

TOKEN, PAGE_TOKEN, FRESH, USER = "ig-token", "page-token", "ig-token-anew", "17841405822304914"
ROOT = "/v26.0"


@dataclass
class State:
    """Containers, posts and comments by id. `facebook`: the sign-in is by Facebook."""

    containers: dict[str, dict[str, Any]] = field(default_factory=dict)
    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    comments: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    token: str = TOKEN
    polls: int = 1
    facebook: bool = False


def error(status: int, code: int, message: str, sub: int = 0) -> Denied:
    body = {"message": message, "type": "OAuthException", "code": code, "error_subcode": sub}
    return Denied(Reply(status, {"error": body}))


api: Api[State] = Api(
    "instagram", denied=lambda why: Reply(400, {"error": {"message": why, "code": 100}})
)


def _in(state: State, call: Call) -> None:
    good = {f"Bearer {state.token}"} | ({f"Bearer {PAGE_TOKEN}"} if state.facebook else set())
    if call.headers.get("authorization") not in good:
        raise error(400, 190, "Error validating access token: Session has expired", 463)


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S+0000")


class Fields(Shape):
    fields: str
    limit: int = 0
    after: str = ""


class Grant(Shape):
    grant_type: str
    client_id: str = ""
    client_secret: str = ""
    fb_exchange_token: str = ""


class New(Shape):
    media_type: str = ""
    image_url: str = ""
    video_url: str = ""
    caption: str = ""
    alt_text: str = ""
    is_carousel_item: str = ""
    children: str = ""
    share_to_feed: str = ""
    is_ai_generated: str = ""
    is_paid_partnership: str = ""


class Publish(Shape):
    creation_id: str


class Message(Shape):
    message: str


class Metrics(Shape):
    metric: str


@api.call("GET", f"{ROOT}/me", query=Fields)
def me(state: State, call: Call) -> Reply:
    _in(state, call)
    return Reply(200, {"user_id": USER, "username": "saltworks", "name": "Saltworks"})


@api.call("GET", f"{ROOT}/me/accounts", query=Fields)
def pages(state: State, call: Call) -> Reply:
    _in(state, call)
    linked = {"id": USER, "username": "saltworks"}
    page = {"id": "1", "name": "Page", "access_token": PAGE_TOKEN}
    bare = {"id": "2", "name": "Bare", "access_token": "other"}
    return Reply(200, {"data": [bare, page | {"instagram_business_account": linked}]})


@api.call("GET", f"{ROOT}/access_token", query=Grant)
def exchange(state: State, call: Call) -> Reply:
    _in(state, call)
    return Reply(200, {"access_token": TOKEN, "token_type": "bearer", "expires_in": 5_183_944})


@api.call("GET", f"{ROOT}/oauth/access_token", query=Grant)
def exchange_by_facebook(state: State, call: Call) -> Reply:
    if call.query.get("fb_exchange_token") != TOKEN or call.query.get("client_secret") != "hush":
        raise error(400, 101, "Error validating application")
    return Reply(200, {"access_token": TOKEN, "token_type": "bearer"})


@api.call("GET", f"{ROOT}/refresh_access_token", query=Grant)
def refresh(state: State, call: Call) -> Reply:
    _in(state, call)
    state.token = FRESH
    return Reply(200, {"access_token": FRESH, "expires_in": 5_183_944})


@api.call("POST", ROOT + "/{user}/media", body=New, kind="form")
def container(state: State, call: Call) -> Reply:
    _in(state, call)
    new = call.body(New)
    if call.path["user"] != USER:
        raise error(400, 100, "Unsupported post request")
    if new.is_paid_partnership and not state.facebook:
        raise error(400, 100, "is_paid_partnership needs Facebook Login")
    if len(new.caption) > 2_200:
        raise error(400, 36004, "The caption is too long", 2207010)
    if new.caption.count("#") > 5 and new.caption.count("#word") > 5:
        raise error(400, 100, "Too many hashtags", 2207040)
    children = [one for one in new.children.split(",") if one]
    if new.media_type == "CAROUSEL":
        if not 2 <= len(children) <= 10:
            raise error(400, 100, "A carousel has 2 to 10 items", 2207028)
        if any(not state.containers.get(one, {}).get("child") for one in children):
            raise error(400, 100, "An item is not there")
    elif new.media_type in ("REELS", "VIDEO"):
        if not new.video_url or new.alt_text:
            raise error(400, 100, "A video has a video_url and no alt_text")
    elif new.media_type or not new.image_url:
        raise error(400, 100, "The parameter image_url is required")
    for url in (new.image_url, new.video_url):
        if url and not url.startswith("https://"):
            raise error(400, 9004, "The media could not be fetched from this URI", 2207052)
    ident = str(17_889_000 + len(state.containers))
    busy = state.polls if not new.is_carousel_item else 0
    state.containers[ident] = {
        "new": new,
        "child": bool(new.is_carousel_item),
        "children": children,
        "polls": busy,
        "status": "",
    }
    return Reply(200, {"id": ident})


@api.call("POST", ROOT + "/{user}/media_publish", body=Publish, kind="form")
def publish(state: State, call: Call) -> Reply:
    _in(state, call)
    made = state.containers.get(call.body(Publish).creation_id)
    if made is None or made["child"] or made["status"]:
        raise error(400, 24, "The requested resource does not exist", 2207008)
    if made["polls"] > 0:
        raise error(400, 9007, "Media ID is not available", 2207027)
    made["status"] = "PUBLISHED"
    ident = str(18_038_000 + len(state.posts))
    new: New = made["new"]
    post: dict[str, Any] = {
        "id": ident,
        "caption": new.caption,
        "timestamp": _now(),
        "permalink": f"https://www.instagram.com/p/{ident}/",
        "new": new,
    }
    if made["children"]:
        post["children"] = {"data": [{"id": one} for one in made["children"]]}
    state.posts[ident] = post
    return Reply(200, {"id": ident})


@api.call("GET", ROOT + "/{id}/media", query=Fields)
def own(state: State, call: Call) -> Reply:
    _in(state, call)
    found = [
        {name: value for name, value in post.items() if name != "new"}
        for post in reversed(state.posts.values())
    ]
    start, size = int(call.query.get("after") or 0), int(call.query["limit"])
    body: dict[str, Any] = {"data": found[start : start + size]}
    if len(found) > start + size:
        body["paging"] = {"cursors": {"after": str(start + size)}, "next": "https://…"}
    return Reply(200, body)


@api.call("GET", ROOT + "/{id}/insights", query=Metrics)
def insights(state: State, call: Call) -> Reply:
    _in(state, call)
    if call.path["id"] not in state.posts:
        raise error(404, 100, "Object does not exist")
    known = {"views", "reach", "likes", "comments", "shares", "saved", "total_interactions"}
    names = call.query["metric"].split(",")
    if not set(names) <= known:
        raise error(400, 100, "metric[0] must be one of the following values")
    return Reply(200, {"data": [{"name": name, "values": [{"value": 0}]} for name in names]})


@api.call("POST", ROOT + "/{id}/comments", body=Message, kind="form")
def comment(state: State, call: Call) -> Reply:
    _in(state, call)
    if call.path["id"] not in state.posts:
        raise error(404, 100, "Object does not exist")
    known = state.comments.setdefault(call.path["id"], [])
    ident = str(17_870_000 + sum(map(len, state.comments.values())))
    text = call.body(Message).message
    known.append({"id": ident, "text": text, "timestamp": _now(), "username": "saltworks"})
    return Reply(200, {"id": ident})


@api.call("GET", ROOT + "/{id}/comments", query=Fields)
def comments(state: State, call: Call) -> Reply:
    _in(state, call)
    return Reply(200, {"data": state.comments.get(call.path["id"], [])})


@api.call("GET", ROOT + "/{id}", query=Fields)
def status(state: State, call: Call) -> Reply:
    _in(state, call)
    if call.path["id"] == USER and state.facebook:
        return Reply(200, {"id": USER, "username": "saltworks", "name": "Saltworks"})
    made = state.containers.get(call.path["id"])
    if made is None:
        raise error(404, 100, "Object does not exist")
    if set(call.query["fields"].split(",")) - {"status_code", "status"}:
        raise Broken(call.query["fields"])
    code = made["status"] or ("IN_PROGRESS" if made["polls"] > 0 else "FINISHED")
    made["polls"] -= 1
    return Reply(200, {"id": call.path["id"], "status_code": code, "status": f"{code}: …"})


@api.call("DELETE", ROOT + "/{id}")
def delete(state: State, call: Call) -> Reply:
    _in(state, call)
    if not state.facebook:
        raise error(400, 100, "Unsupported delete request")
    if not state.posts.pop(call.path["id"], None):
        raise error(404, 100, "Object does not exist")
    return Reply(200, {"success": True})
