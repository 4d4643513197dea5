"""Ghost's Admin API by its documentation: posts, images, and the signed token."""

import base64
import hashlib
import hmac
import json
import re
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

IDENT, SECRET = "6489c1f0", "ab" * 32
ROOT = "/ghost/api/admin"


@dataclass
class State:
    """Posts by id, files by their name."""

    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)


def error(status: int, kind: str, message: str, context: str = "") -> Denied:
    body = {"message": message, "context": context, "type": kind}
    return Denied(Reply(status, {"errors": [body]}))


api: Api[State] = Api(
    "ghost",
    denied=lambda why: Reply(422, {"errors": [{"message": why, "type": "ValidationError"}]}),
)


def _in(call: Call) -> None:
    """The token is signed by the key, for this interface, and lasts five minutes at the most."""
    kind, _, token = call.headers.get("authorization", "").partition(" ")
    head, told, signature = [*token.split("."), "", "", ""][:3]
    wanted = hmac.digest(bytes.fromhex(SECRET), f"{head}.{told}".encode(), hashlib.sha256)
    if kind != "Ghost" or _bytes(signature) != wanted:
        raise error(401, "UnauthorizedError", "Invalid token")
    header, claims = json.loads(_bytes(head)), json.loads(_bytes(told))
    if header != {"alg": "HS256", "typ": "JWT", "kid": IDENT} or claims["aud"] != "/admin/":
        raise Broken(f"{header} {claims}")
    if not claims["iat"] <= time.time() + 1 < claims["exp"] <= claims["iat"] + 300:
        raise Broken(f"{claims} is not for five minutes")
    if not call.headers.get("accept-version", "").startswith("v"):
        raise Broken("no Accept-Version")


def _bytes(value: str) -> bytes:
    return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))


class List(Shape):
    limit: int
    fields: str = ""
    formats: str = ""
    order: Literal["", "published_at desc"] = ""
    filter: str = ""


class Formats(Shape):
    formats: str


class Source(Shape):
    source: str


class New(Shape):
    title: str
    html: str
    status: str
    slug: str
    feature_image: str = ""
    feature_image_alt: str = ""


class NewPosts(Shape):
    posts: list[New]


class Changed(Shape):
    html: str
    updated_at: str


class ChangedPosts(Shape):
    posts: list[Changed]


class Image(Shape):
    purpose: str
    ref: str


class Ref(Shape):
    ref: str


@api.call("GET", ROOT + "/site/")
def site(state: State, call: Call) -> Reply:
    return Reply(200, {"site": {"title": "Salt", "url": "https://salt.example/", "version": "5.9"}})


@api.call("GET", ROOT + "/posts/", query=List)
def posts(state: State, call: Call) -> Reply:
    _in(call)
    asked = List.model_validate(call.query)
    since = re.fullmatch(r"status:published\+published_at:>='(\S+ \S+)'|", asked.filter)
    if since is None:
        raise Broken(f"a filter that is none: {asked.filter}")
    after = (since[1] or "9").replace(" ", "T")
    found = [one for one in state.posts.values() if one["published_at"] >= after]
    return Reply(200, {"posts": found[::-1][: asked.limit], "meta": {}})


@api.call("POST", ROOT + "/posts/", query=Source, body=NewPosts)
def create(state: State, call: Call) -> Reply:
    _in(call)
    (new,) = call.body(NewPosts).posts
    if not new.title or len(new.title) > 255:
        raise error(422, "ValidationError", "Validation error", "Title cannot exceed 255")
    if len(new.feature_image_alt) > 191:
        raise error(422, "ValidationError", "Validation error", "Alt text is too long")
    taken = sum(one["slug"].startswith(new.slug) for one in state.posts.values())
    ident = f"{len(state.posts) + 1:024x}"
    state.posts[ident] = {
        "id": ident,
        "slug": f"{new.slug}-{taken + 1}" if taken else new.slug,
        "url": f"https://salt.example/{new.slug}/",
        "html": _inside(new.html),
        "status": new.status,
        "feature_image": new.feature_image,
        "feature_image_alt": new.feature_image_alt,
        **_stamped(),
    }
    return Reply(201, {"posts": [state.posts[ident]]})


def _inside(html: str) -> str:
    begin, end = "<!--kg-card-begin: html-->", "<!--kg-card-end: html-->"
    if not (html.startswith(begin) and html.endswith(end)):
        raise Broken("outside of a card HTML is rewritten")
    return html.removeprefix(begin).removesuffix(end)


def _stamped() -> dict[str, str]:
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"updated_at": now, "published_at": now}


@api.call("GET", ROOT + "/posts/slug/{slug}/", query=Formats)
def by_slug(state: State, call: Call) -> Reply:
    _in(call)
    found = [one for one in state.posts.values() if one["slug"] == call.path["slug"]]
    if not found:
        raise error(404, "NotFoundError", "Resource not found error")
    return Reply(200, {"posts": found})


@api.call("GET", ROOT + "/posts/{id}/", query=Formats)
def read(state: State, call: Call) -> Reply:
    _in(call)
    return Reply(200, {"posts": [_post(state, call)]})


@api.call("PUT", ROOT + "/posts/{id}/", query=Source, body=ChangedPosts)
def change(state: State, call: Call) -> Reply:
    _in(call)
    post = _post(state, call)
    (new,) = call.body(ChangedPosts).posts
    if new.updated_at != post["updated_at"]:
        raise error(409, "UpdateCollisionError", "Saving failed!")
    post |= {"html": _inside(new.html), "updated_at": _stamped()["updated_at"]}
    return Reply(200, {"posts": [post]})


@api.call("DELETE", ROOT + "/posts/{id}/")
def delete(state: State, call: Call) -> Reply:
    _in(call)
    del state.posts[_post(state, call)["id"]]
    return Reply(204)


def _post(state: State, call: Call) -> dict[str, Any]:
    if call.path["id"] not in state.posts:
        raise error(404, "NotFoundError", "Resource not found error")
    return state.posts[call.path["id"]]


@api.call("POST", ROOT + "/images/upload/", body=Image, kind="multipart")
def image(state: State, call: Call) -> Reply:
    _in(call)
    return _kept(state, call, "images")


@api.call("POST", ROOT + "/media/upload/", body=Ref, kind="multipart")
def media(state: State, call: Call) -> Reply:
    _in(call)
    return _kept(state, call, "media")


def _kept(state: State, call: Call, kind: str) -> Reply:
    file = call.files["file"]
    if not file.type.startswith("image/" if kind == "images" else "video/"):
        raise error(415, "UnsupportedMediaTypeError", "Please select a valid file.")
    name = f"https://salt.example/content/{kind}/{len(state.files) + 1}-{file.name}"
    state.files[name] = file.content
    return Reply(201, {kind: [{"url": name, "ref": "x"}]})
