"""The Threads API by its documentation: developers.facebook.com/docs/threads."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

TOKEN, FRESH, USER = "long-lived-token", "longer-lived-token", "17841400000000000"
ROOT = "/v1.0"


@dataclass
class State:
    """Containers and posts by id; `polls` is how often a container with media is busy."""

    containers: dict[str, dict[str, Any]] = field(default_factory=dict)
    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    token: str = TOKEN
    polls: int = 1


def error(status: int, code: int, message: str) -> Denied:
    body = {"error": {"message": message, "type": "OAuthException", "code": code}}
    return Denied(Reply(status, body))


def _denied(why: str) -> Reply:
    return Reply(400, {"error": {"message": why, "type": "OAuthException", "code": 100}})


api: Api[State] = Api("threads", denied=_denied)


def _in(state: State, call: Call) -> None:
    if call.headers.get("authorization") != f"Bearer {state.token}":
        raise error(401, 190, "Error validating access token")


class Fields(Shape):
    fields: str


class New(Shape):
    media_type: str
    text: str = ""
    image_url: str = ""
    video_url: str = ""
    alt_text: str = ""
    is_carousel_item: str = ""
    children: str = ""
    reply_to_id: str = ""


class Publish(Shape):
    creation_id: str


class Page(Shape):
    fields: str
    since: int
    limit: int
    after: str = ""


class Metrics(Shape):
    metric: str


class Replies(Shape):
    fields: str
    reverse: str = "true"


class Grant(Shape):
    grant_type: str
    client_secret: str = ""


@api.call("GET", f"{ROOT}/me", query=Fields)
def me(state: State, call: Call) -> Reply:
    _in(state, call)
    return Reply(200, {"id": USER, "username": "saltworks", "name": "Saltworks"})


@api.call("GET", f"{ROOT}/refresh_access_token", query=Grant)
def refresh(state: State, call: Call) -> Reply:
    _in(state, call)
    if call.query["grant_type"] != "th_refresh_token":
        raise Broken(call.query["grant_type"])
    state.token = FRESH
    return Reply(200, {"access_token": FRESH, "token_type": "bearer", "expires_in": 5_184_000})


@api.call("GET", f"{ROOT}/access_token", query=Grant)
def exchange(state: State, call: Call) -> Reply:
    _in(state, call)
    if call.query.get("client_secret") != "hush":
        raise error(400, 101, "Error validating client secret")
    return Reply(200, {"access_token": TOKEN, "expires_in": 5_184_000})


@api.call("POST", ROOT + "/{user}/threads", body=New, kind="form")
def container(state: State, call: Call) -> Reply:
    _in(state, call)
    new = call.body(New)
    if call.path["user"] != USER:
        raise error(400, 100, "Unsupported post request")
    wanted = {"TEXT": "text", "IMAGE": "image_url", "VIDEO": "video_url", "CAROUSEL": "children"}
    if not getattr(new, wanted[new.media_type]):
        raise error(400, 100, f"{wanted[new.media_type]} is required")
    if len(new.text) > 500:
        raise error(400, 100, "Param text must be at most 500 characters long.")
    children = [one for one in new.children.split(",") if one]
    if new.media_type == "CAROUSEL" and not 2 <= len(children) <= 20:
        raise error(400, 100, "A carousel has 2 to 20 items")
    if any(not state.containers.get(one, {}).get("child") for one in children):
        raise error(400, 100, "An item of the carousel is not there")
    if new.reply_to_id and new.reply_to_id not in state.posts:
        raise error(400, 100, "The post to reply to is not there")
    ident = str(9_000 + len(state.containers))
    state.containers[ident] = {
        "new": new,
        "child": bool(new.is_carousel_item),
        "children": children,
        "polls": state.polls if new.media_type != "TEXT" else 0,
        "status": "",
    }
    return Reply(200, {"id": ident})


@api.call("POST", ROOT + "/{user}/threads_publish", body=Publish, kind="form")
def publish(state: State, call: Call) -> Reply:
    _in(state, call)
    made = state.containers.get(call.body(Publish).creation_id)
    if made is None or made["child"]:
        raise error(400, 100, "The container is not there")
    if made["status"] == "PUBLISHED":
        raise error(400, 100, "The container has been published already")
    if made["polls"] > 0:
        raise error(400, 9007, "The media is not ready")
    made["status"] = "PUBLISHED"
    new: New = made["new"]
    ident = str(18_000 + len(state.posts))
    state.posts[ident] = {
        "id": ident,
        "text": new.text,
        "permalink": f"https://www.threads.net/@saltworks/post/{ident}",
        "timestamp": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S+0000"),
        "media_type": {"TEXT": "TEXT_POST", "CAROUSEL": "CAROUSEL_ALBUM"}.get(
            new.media_type, new.media_type
        ),
        "username": "saltworks",
        "alt": new.alt_text,
        "reply": new.reply_to_id,
        "children": made["children"],
    }
    return Reply(200, {"id": ident})


@api.call("GET", ROOT + "/{user}/threads", query=Page)
def own(state: State, call: Call) -> Reply:
    return _page(state, call, replies=False)


@api.call("GET", ROOT + "/{id}/replies", query=Page)
def own_replies(state: State, call: Call) -> Reply:
    if call.path["id"] == USER:
        return _page(state, call, replies=True)
    raise Broken("the replies to a post have no since")


def _page(state: State, call: Call, *, replies: bool) -> Reply:
    _in(state, call)
    found = [
        _shown(post)
        for post in reversed(state.posts.values())
        if bool(post["reply"]) == replies
        and datetime.fromisoformat(post["timestamp"]).timestamp() >= int(call.query["since"])
    ]
    start, size = int(call.query.get("after", "0")), int(call.query["limit"])
    body: dict[str, Any] = {"data": found[start : start + size]}
    if len(found) > start + size:
        body["paging"] = {"cursors": {"after": str(start + size)}, "next": "https://…"}
    return Reply(200, body)


def _shown(post: dict[str, Any]) -> dict[str, Any]:
    names = ("id", "text", "permalink", "timestamp", "media_type", "username")
    told = {name: post[name] for name in names}
    if post["children"]:
        told["children"] = {"data": [{"id": one} for one in post["children"]]}
    if post["reply"]:
        told["replied_to"] = {"id": post["reply"]}
    return told


@api.call("GET", ROOT + "/{id}/insights", query=Metrics)
def insights(state: State, call: Call) -> Reply:
    _in(state, call)
    if call.path["id"] not in state.posts:
        raise error(404, 100, "Object does not exist")
    known = {"views", "likes", "replies", "reposts", "quotes", "shares"}
    names = call.query["metric"].split(",")
    if not set(names) <= known:
        raise error(400, 100, "metric must be one of …")
    return Reply(200, {"data": [{"name": name, "values": [{"value": 0}]} for name in names]})


@api.call("GET", ROOT + "/{id}", query=Fields)
def status(state: State, call: Call) -> Reply:
    _in(state, call)
    made = state.containers.get(call.path["id"])
    if made is None:
        raise error(404, 100, "Object does not exist")
    if made["status"]:
        return Reply(200, {"id": call.path["id"], "status": made["status"]})
    if made["polls"] > 0:
        made["polls"] -= 1
        return Reply(200, {"id": call.path["id"], "status": "IN_PROGRESS"})
    return Reply(200, {"id": call.path["id"], "status": "FINISHED"})


@api.call("DELETE", ROOT + "/{id}")
def delete(state: State, call: Call) -> Reply:
    _in(state, call)
    if not state.posts.pop(call.path["id"], None):
        raise error(404, 100, "Object does not exist")
    return Reply(200, {"success": True, "deleted_id": call.path["id"]})
