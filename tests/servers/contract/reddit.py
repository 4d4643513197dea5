"""Reddit's API by its documentation and its open source: submissions, media, comments."""

import json
import time
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

TOKEN, FRESH, ME, PLACE = "r-token", "r-fresh", "saltworks", "salt"
SITE = "https://www.reddit.com"


@dataclass
class State:
    """Submissions and comments by full name; files by their key in the store."""

    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    comments: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    token: str = TOKEN
    banned: bool = False
    suspended: bool = False
    flair: bool = False


api: Api[State] = Api("reddit", denied=lambda why: Reply(400, {"message": why, "error": "400"}))


def fault(code: str, words: str, **more: Any) -> Denied:
    """A refusal as Reddit gives it: within a 200."""
    return Denied(Reply(200, {"json": {"errors": [[code, words, "sr"]], **more}}))


def _in(state: State, call: Call) -> None:
    if call.headers.get("authorization") != f"Bearer {state.token}":
        raise Denied(Reply(401, {"message": "Unauthorized", "error": 401}))


class Raw(Shape):
    raw_json: str


class Page(Raw):
    sort: str
    limit: int
    after: str = ""


class Info(Raw):
    id: str


class New(Shape):
    sr: str
    title: str
    kind: str
    api_type: str
    sendreplies: str
    resubmit: str
    text: str = ""
    url: str = ""
    flair_id: str = ""


class Item(Shape):
    media_id: str
    caption: str
    outbound_url: str


class Gallery(Shape):
    sr: str
    title: str
    text: str = ""
    items: list[Item]
    api_type: str
    sendreplies: bool
    flair_id: str = ""


class Lease(Shape):
    filepath: str
    mimetype: str


class Stored(Shape):
    key: str
    policy: str


class Words(Shape):
    thing_id: str
    text: str
    api_type: str


class Id(Shape):
    id: str


class Tokens(Shape):
    """Fresh tokens for a refresh token, or the first ones for a code."""

    grant_type: Literal["refresh_token", "authorization_code"]
    refresh_token: str = ""
    code: str = ""
    redirect_uri: str = ""
    client_id: str = ""


@api.call("GET", "/api/v1/me", query=Raw)
def me(state: State, call: Call) -> Reply:
    _in(state, call)
    return Reply(200, {"id": "1", "name": ME, "is_suspended": state.suspended})


@api.call("GET", "/r/{name}/about", query=Raw)
def about(state: State, call: Call) -> Reply:
    _in(state, call)
    if call.path["name"].lower() != PLACE:
        return Reply(302, None, {"Location": f"{SITE}/subreddits/search?q=x"})
    told = {"display_name": PLACE, "name": "t5_1", "user_is_banned": state.banned}
    return Reply(200, {"kind": "t5", "data": told})


def _allowed(state: State, place: str, title: str, text: str, flair: str) -> None:
    if place.lower() != PLACE:
        raise fault("SUBREDDIT_NOEXIST", "that subreddit doesn't exist")
    if state.flair and not flair:
        raise fault("SUBMIT_VALIDATION_FLAIR_REQUIRED", "Your post must contain post flair.")
    if not title:
        raise fault("NO_TEXT", "we need something here")
    if len(title) > 300 or len(text) > 40_000:
        raise fault("TOO_LONG", "this is too long (max: 300)")


def _add(state: State, title: str, text: str, url: str) -> dict[str, Any]:
    ident = f"{len(state.posts) + 100:x}"
    post = {
        "id": ident,
        "name": f"t3_{ident}",
        "subreddit": PLACE,
        "title": title,
        "selftext": text,
        "author": ME,
        "permalink": f"/r/{PLACE}/comments/{ident}/x/",
        "created_utc": time.time(),
        "score": 0,
        "num_comments": 0,
    }
    post["url"] = url or f"{SITE}{post['permalink']}"
    state.posts[f"t3_{ident}"] = post
    return post


@api.call("POST", "/api/submit", body=New, kind="form")
def submit(state: State, call: Call) -> Reply:
    _in(state, call)
    new = call.body(New)
    _allowed(state, new.sr, new.title, new.text, new.flair_id)
    if new.kind == "self":
        if new.url:
            raise Broken("a post of words has no address")
        post = _add(state, new.title, new.text, "")
    elif new.kind == "link":
        known = {one["url"] for one in state.posts.values()}
        if new.resubmit == "false" and new.url in known:
            raise fault("ALREADY_SUB", "that link has already been submitted")
        post = _add(state, new.title, "", new.url)
    elif new.kind in ("image", "video"):
        if new.url.rpartition("/")[2] not in {key.rpartition("/")[2] for key in state.files}:
            raise fault("BAD_URL", "you should check that url")
        _add(state, new.title, new.text, "https://i.redd.it/x.png")
        socket = "wss://ws-05ef.wss.redditmedia.com/rte_images/1"
        return Reply(200, {"json": {"errors": [], "data": {"websocket_url": socket}}})
    else:
        raise Broken(new.kind)
    data = {"url": post["url"], "id": post["id"], "name": post["name"], "drafts_count": 0}
    return Reply(200, {"json": {"errors": [], "data": data}})


@api.call("POST", "/api/submit_gallery_post.json", body=Gallery)
def gallery(state: State, call: Call) -> Reply:
    _in(state, call)
    new = call.body(Gallery)
    _allowed(state, new.sr, new.title, new.text, new.flair_id)
    if not 2 <= len(new.items) <= 20 or any(len(one.caption) > 180 for one in new.items):
        raise Broken("2 to 20 pictures, captions of 180 characters")
    post = _add(state, new.title, new.text, "")
    post["captions"] = [one.caption for one in new.items]
    data = {"url": post["url"], "id": post["name"]}
    return Reply(200, {"json": {"errors": [], "data": data}})


@api.call("POST", "/api/media/asset.json", body=Lease, kind="form")
def lease(state: State, call: Call) -> Reply:
    _in(state, call)
    if "/" not in call.body(Lease).mimetype:
        raise Broken(call.body(Lease).mimetype)
    key = f"rte_images/file{len(state.files) + 1}"
    state.files[key] = b""
    fields = [{"name": "key", "value": key}, {"name": "policy", "value": "signed"}]
    place = {"action": "//reddit-uploaded-media.s3-accelerate.amazonaws.com", "fields": fields}
    return Reply(200, {"args": place, "asset": {"asset_id": key.rpartition("/")[2]}})


@api.call("POST", "/", body=Stored, kind="multipart")
def store(state: State, call: Call) -> Reply:
    if "authorization" in call.headers:
        raise Broken("the token goes to the store")
    state.files[call.body(Stored).key] = call.files["file"].content
    return Reply(201, b"<PostResponse/>")


def _listing(things: list[dict[str, Any]], kind: str, after: str | None = None) -> dict[str, Any]:
    children = [{"kind": kind, "data": one} for one in things]
    return {"kind": "Listing", "data": {"children": children, "after": after}}


@api.call("GET", "/user/{name}/submitted", query=Page)
def own(state: State, call: Call) -> Reply:
    _in(state, call)
    if not 1 <= int(call.query["limit"]) <= 100:
        raise Broken("limit is from 1 to 100")
    found = list(reversed(state.posts.values()))
    names = [one["name"] for one in found]
    start = names.index(call.query["after"]) + 1 if call.query.get("after") else 0
    page = found[start : start + int(call.query["limit"])]
    more = page[-1]["name"] if page and page[-1] is not found[-1] else None
    return Reply(200, _listing(page, "t3", more))


@api.call("POST", "/api/comment", body=Words, kind="form")
def comment(state: State, call: Call) -> Reply:
    _in(state, call)
    said = call.body(Words)
    if said.thing_id not in state.posts | state.comments:
        raise fault("DELETED_LINK", "that link has been deleted")
    made = add_comment(state, said.thing_id, said.text)
    return Reply(200, {"json": {"errors": [], "data": {"things": [{"kind": "t1", "data": made}]}}})


def add_comment(state: State, under: str, text: str, *, author: str = ME) -> dict[str, Any]:
    """A comment under a post or another comment, by us or by somebody else."""
    if len(text) > 10_000:
        raise fault("TOO_LONG", "this is too long (max: 10000)")
    ident = f"c{len(state.comments) + 1}"
    made = {
        "name": f"t1_{ident}",
        "author": author,
        "body": text,
        "parent_id": under,
        "created_utc": time.time(),
        "permalink": f"/r/{PLACE}/comments/x/x/{ident}/",
        "replies": "",
    }
    state.comments[f"t1_{ident}"] = made
    return made


@api.call("GET", "/comments/{id}", query=Page)
def under(state: State, call: Call) -> Reply:
    _in(state, call)
    post = state.posts.get(f"t3_{call.path['id']}")
    if post is None:
        return Reply(404, {"message": "Not Found", "error": 404})

    def answers(name: str) -> list[dict[str, Any]]:
        found = [one for one in state.comments.values() if one["parent_id"] == name]
        return [
            {**one, "replies": _listing(inner, "t1") if (inner := answers(one["name"])) else ""}
            for one in reversed(found)
        ]

    return Reply(200, [_listing([post], "t3"), _listing(answers(post["name"]), "t1")])


@api.call("POST", "/api/editusertext", body=Words, kind="form")
def edit(state: State, call: Call) -> Reply:
    _in(state, call)
    said = call.body(Words)
    if post := state.posts.get(said.thing_id):
        post["selftext"] = said.text
    elif found := state.comments.get(said.thing_id):
        found["body"] = said.text
    else:
        raise fault("DELETED_LINK", "that link has been deleted")
    return Reply(200, {"json": {"errors": [], "data": {"things": []}}})


@api.call("POST", "/api/del", body=Id, kind="form")
def delete(state: State, call: Call) -> Reply:
    _in(state, call)
    state.posts.pop(call.body(Id).id, None)
    state.comments.pop(call.body(Id).id, None)
    return Reply(200, json.dumps({}).encode())


@api.call("GET", "/api/info", query=Info)
def info(state: State, call: Call) -> Reply:
    _in(state, call)
    wanted = call.query["id"].split(",")
    return Reply(200, _listing([state.posts[one] for one in wanted if one in state.posts], "t3"))


@api.call("POST", "/api/v1/access_token", body=Tokens, kind="form")
def renew(state: State, call: Call) -> Reply:
    if call.basic() != ("app", "hush"):
        return Reply(401, {"message": "Unauthorized", "error": 401})
    asked = call.body(Tokens)
    if not (asked.refresh_token or (asked.code and asked.redirect_uri)):
        raise Broken("neither a refresh token nor a code with its address")
    state.token = FRESH
    return Reply(200, {"access_token": FRESH, "expires_in": 86_400, "scope": "submit"})
