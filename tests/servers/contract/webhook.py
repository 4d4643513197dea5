"""A receiver that checks each request as Standard Webhooks say, on its own."""

import base64
import hashlib
import hmac
import time
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

SECRET = "whsec_c2FsdCBpcyBoYXJ2ZXN0ZWQgYnkgaGFuZA=="


@dataclass
class State:
    """The posts that came, by our id of them; `repeats` of one that is there already."""

    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    repeats: int = 0
    says_where: bool = True


class Media(Shape):
    type: str
    alt: str
    width: int
    height: int
    sha256: str
    content: str


class Published(Shape):
    key: str
    title: str
    text: str
    language: str
    created_at: str
    in_reply_to: str | None
    media: list[Media]


class Edited(Shape):
    id: str
    key: str
    text: str
    language: str


class Deleted(Shape):
    id: str
    key: str


class Event(Shape):
    type: Literal["channel.connected", "post.published", "post.edited", "post.deleted"]
    timestamp: str
    data: dict[str, Any]


api: Api[State] = Api("webhook")


@api.call("POST", "/", body=Event)
def receive(state: State, call: Call) -> Reply:
    _signed(call)
    event = call.body(Event)
    if event.type == "post.published":
        return _published(state, Published.model_validate(event.data), call)
    if event.type == "post.edited":
        edited = Edited.model_validate(event.data)
        if edited.key not in state.posts:
            return Reply(404)
        state.posts[edited.key]["text"] = edited.text
    if event.type == "post.deleted" and not state.posts.pop(event.data["key"], None):
        return Reply(404)
    return Reply(204)


def _published(state: State, post: Published, call: Call) -> Reply:
    if call.headers["webhook-id"] != post.key:
        raise Broken("the id of the request is not that of the post")
    for one in post.media:
        if hashlib.sha256(base64.b64decode(one.content)).hexdigest() != one.sha256:
            raise Broken("a picture is not what its hash says")
    state.repeats += post.key in state.posts
    state.posts[post.key] = post.model_dump()
    number = list(state.posts).index(post.key) + 1
    if not state.says_where:
        return Reply(202)
    return Reply(201, {"id": number, "url": f"https://own.example/posts/{number}"})


def _signed(call: Call) -> None:
    """By hand, as the specification says: nothing of ours is used."""
    ident, stamp = call.headers["webhook-id"], call.headers["webhook-timestamp"]
    if abs(time.time() - int(stamp)) > 300:
        raise Denied(Reply(401, {"message": "too old"}))
    key = base64.b64decode(SECRET.removeprefix("whsec_"))
    wanted = base64.b64encode(
        hmac.new(key, b".".join([ident.encode(), stamp.encode(), call.raw]), "sha256").digest()
    ).decode()
    given = [one.split(",") for one in call.headers["webhook-signature"].split()]
    if ["v1", wanted] not in given:
        raise Denied(Reply(401, {"message": "The signature does not fit."}))
