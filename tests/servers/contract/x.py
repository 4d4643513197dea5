"""X's API v2 by its documentation: docs.x.com and openapi.json 2.167."""

import base64
import hashlib
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

TOKEN, FRESH, USER = "user-access-token", "fresh-access-token", "2244994945"
_URL = re.compile(r"https?://[^\s]+[^\s.,;:!?)]|https?://[^\s]*\([^\s]*\)")


@dataclass
class State:
    """The account's posts by id, its uploads, and which token is good."""

    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    uploads: dict[str, dict[str, Any]] = field(default_factory=dict)
    token: str = TOKEN
    polls: int = 1
    # Codes that are good once: the challenge they were asked with, and the address to come back to.
    codes: dict[str, tuple[str, str]] = field(default_factory=dict)


def problem(status: int, title: str, detail: str, kind: str = "about:blank") -> Denied:
    body = {"title": title, "detail": detail, "type": kind, "status": status}
    return Denied(Reply(status, body))


api: Api[State] = Api(
    "x",
    denied=lambda why: Reply(
        400,
        {"title": "Invalid Request", "detail": why, "type": "https://api.x.com/2/problems/invalid"},
    ),
)


def _in(state: State, call: Call) -> None:
    if call.headers.get("authorization") != f"Bearer {state.token}":
        raise problem(401, "Unauthorized", "Unauthorized")


class Media(Shape):
    media_ids: list[str]
    tagged_user_ids: list[str] = []


class Answered(Shape):
    in_reply_to_tweet_id: str


class New(Shape):
    text: str = ""
    media: Media | None = None
    reply: Answered | None = None
    made_with_ai: bool = False
    paid_partnership: bool = False


@api.call("GET", "/2/users/me")
def me(state: State, call: Call) -> Reply:
    _in(state, call)
    return Reply(200, {"data": {"id": USER, "name": "Saltworks", "username": "saltworks"}})


@api.call("POST", "/2/tweets", body=New)
def create(state: State, call: Call) -> Reply:
    _in(state, call)
    new = call.body(New)
    if any(post["text"] == new.text for post in state.posts.values()):
        raise problem(
            403, "Forbidden", "You are not allowed to create a Tweet with duplicate content."
        )
    if _weight(new.text) > 280:
        raise problem(403, "Forbidden", "Your Tweet text is too long.")
    keys = []
    for ident in new.media.media_ids if new.media else []:
        if not state.uploads.get(ident, {}).get("ready"):
            raise problem(400, "Invalid Request", f"media {ident} is not there")
        keys.append(f"3_{ident}")
    if new.reply and new.reply.in_reply_to_tweet_id not in state.posts:
        raise problem(403, "Forbidden", "You attempted to reply to a Tweet that is deleted.")
    ident = str(1_460_000_000_000_000_000 + len(state.posts))
    state.posts[ident] = {
        "id": ident,
        "text": new.text,
        "author_id": USER,
        "created_at": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "keys": keys,
        "reply": new.reply.in_reply_to_tweet_id if new.reply else None,
        "ai": new.made_with_ai,
        "paid": new.paid_partnership,
    }
    left = {"x-rate-limit-limit": "100", "x-rate-limit-remaining": "99", "x-rate-limit-reset": "1"}
    return Reply(201, {"data": {"id": ident, "text": new.text}}, left)


def _weight(text: str) -> int:
    """Roughly, and by hand: exact counting is what the adapter's own tests look at."""
    bare = _URL.sub("x" * 23, text)
    return sum(1 if ord(char) <= 4351 or 8192 <= ord(char) <= 8223 else 2 for char in bare)


class Listing(Shape):
    max_results: int
    start_time: datetime
    exclude: str
    pagination_token: str = ""

    model_config = {"extra": "allow"}


@api.call("GET", "/2/users/{id}/tweets", query=Listing)
def timeline(state: State, call: Call) -> Reply:
    _in(state, call)
    if call.path["id"] != USER or not 5 <= int(call.query["max_results"]) <= 100:
        raise Broken("another user, or a page of the wrong size")
    since = datetime.fromisoformat(call.query["start_time"])
    found = [
        shown(post, call.query["tweet.fields"])
        for post in reversed(state.posts.values())
        if datetime.fromisoformat(post["created_at"]) >= since
    ]
    size, page = int(call.query["max_results"]), int(call.query.get("pagination_token", "0"))
    meta: dict[str, Any] = {"result_count": len(found)}
    if len(found) > (page + 1) * size:
        meta["next_token"] = str(page + 1)
    part = found[page * size : (page + 1) * size]
    return Reply(200, {"data": part, "meta": meta} if part else {"meta": meta})


def shown(post: dict[str, Any], fields: str) -> dict[str, Any]:
    """A post as X shows it: links shortened, pictures as one more link, & < > escaped."""
    known = {"created_at", "entities", "referenced_tweets", "attachments", "author_id"}
    if unknown := set(fields.split(",")) - known - {"public_metrics"}:
        raise Broken(f"no such fields: {unknown}")
    text, urls = post["text"], []
    for place, match in enumerate(_URL.findall(text)):
        short = f"https://t.co/{place}{post['id'][-6:]}"
        text = text.replace(match, short, 1)
        urls.append({"url": short, "expanded_url": match})
    if post["keys"]:
        urls.append(
            {
                "url": "https://t.co/pic",
                "expanded_url": f"https://x.com/s/status/{post['id']}/photo/1",
            }
        )
        text = f"{text} https://t.co/pic"
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    told: dict[str, Any] = {"id": post["id"], "text": text}
    if urls:
        told["entities"] = {"urls": urls}
    if post["keys"]:
        told["attachments"] = {"media_keys": post["keys"]}
    if post["reply"]:
        told["referenced_tweets"] = [{"type": "replied_to", "id": post["reply"]}]
    told["created_at"], told["author_id"] = post["created_at"], post["author_id"]
    return told


@api.call("DELETE", "/2/tweets/{id}")
def delete(state: State, call: Call) -> Reply:
    _in(state, call)
    if not state.posts.pop(call.path["id"], None):
        raise problem(404, "Not Found Error", "Could not find tweet")
    return Reply(200, {"data": {"deleted": True}})


class Asked(Shape):
    ids: str

    model_config = {"extra": "allow"}


@api.call("GET", "/2/tweets", query=Asked)
def numbers(state: State, call: Call) -> Reply:
    _in(state, call)
    counts = ("retweet_count", "reply_count", "like_count", "quote_count", "impression_count")
    found = [
        {"id": ident, "text": "…", "public_metrics": dict.fromkeys((*counts, "bookmark_count"), 0)}
        for ident in call.query["ids"].split(",")
        if ident in state.posts
    ]
    return Reply(200, {"data": found} if found else {"errors": [{"title": "Not Found Error"}]})


class Search(Shape):
    query: str
    start_time: datetime
    max_results: int

    model_config = {"extra": "allow"}


@api.call("GET", "/2/tweets/search/recent", query=Search)
def search(state: State, call: Call) -> Reply:
    _in(state, call)
    root = call.query["query"].removeprefix("conversation_id:")
    found = [
        shown(post, call.query["tweet.fields"])
        for post in state.posts.values()
        if post["reply"] == root
    ]
    return Reply(200, {"data": found, "meta": {}} if found else {"meta": {}})


class Initialize(Shape):
    media_type: str
    total_bytes: int
    media_category: str


@api.call("POST", "/2/media/upload/initialize", body=Initialize)
def initialize(state: State, call: Call) -> Reply:
    _in(state, call)
    new = call.body(Initialize)
    if new.media_category not in ("tweet_image", "tweet_video", "tweet_gif"):
        raise Broken(new.media_category)
    ident = str(7_000_000 + len(state.uploads))
    state.uploads[ident] = {
        "size": new.total_bytes,
        "category": new.media_category,
        "pieces": {},
        "polls": state.polls if new.media_category == "tweet_video" else 0,
        "ready": False,
        "alt": None,
    }
    return Reply(200, {"data": {"id": ident, "media_key": f"3_{ident}"}})


class Piece(Shape):
    segment_index: int


@api.call("POST", "/2/media/upload/{id}/append", body=Piece, kind="multipart")
def append(state: State, call: Call) -> Reply:
    _in(state, call)
    upload = _upload(state, call.path["id"])
    upload["pieces"][call.body(Piece).segment_index] = call.files["media"].content
    return Reply(200, {"data": {"expires_at": 1}})


@api.call("POST", "/2/media/upload/{id}/finalize")
def finalize(state: State, call: Call) -> Reply:
    _in(state, call)
    upload = _upload(state, call.path["id"])
    pieces = upload["pieces"]
    if sorted(pieces) != list(range(len(pieces))):
        raise Broken(f"pieces {sorted(pieces)}")
    if sum(map(len, pieces.values())) != upload["size"]:
        raise problem(400, "Invalid Request", "The size is not what was said.")
    return _progress(call.path["id"], upload)


class Status(Shape):
    media_id: str
    command: str


@api.call("GET", "/2/media/upload", query=Status)
def status(state: State, call: Call) -> Reply:
    _in(state, call)
    return _progress(call.query["media_id"], _upload(state, call.query["media_id"]))


def _upload(state: State, ident: str) -> dict[str, Any]:
    if ident not in state.uploads:
        raise problem(400, "Invalid Request", "media id is invalid")
    return state.uploads[ident]


def _progress(ident: str, upload: dict[str, Any]) -> Reply:
    told: dict[str, Any] = {"id": ident, "media_key": f"3_{ident}"}
    if upload["polls"] > 0:
        upload["polls"] -= 1
        told["processing_info"] = {"state": "in_progress", "check_after_secs": 1}
    else:
        upload["ready"] = True
        if upload["category"] == "tweet_video":
            told["processing_info"] = {"state": "succeeded"}
    return Reply(200, {"data": told})


class AltText(Shape):
    text: str


class Metadata(Shape):
    alt_text: AltText


class Described(Shape):
    id: str
    metadata: Metadata


@api.call("POST", "/2/media/metadata", body=Described)
def describe(state: State, call: Call) -> Reply:
    _in(state, call)
    body = call.body(Described)
    if len(body.metadata.alt_text.text) > 1_000:
        raise problem(400, "Invalid Request", "alt text is too long")
    _upload(state, body.id)["alt"] = body.metadata.alt_text.text
    return Reply(200, {"data": {"id": body.id}})


class Grant(Shape):
    grant_type: str
    client_id: str
    refresh_token: str = ""
    code: str = ""
    redirect_uri: str = ""
    code_verifier: str = ""


@api.call("POST", "/2/oauth2/token", body=Grant, kind="form")
def renew(state: State, call: Call) -> Reply:
    grant = call.body(Grant)
    if grant.grant_type == "authorization_code":
        digest = hashlib.sha256(grant.code_verifier.encode()).digest()
        proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        is_good = state.codes.pop(grant.code, None) == (proof, grant.redirect_uri)
    else:
        is_good = grant.refresh_token == "r0"
    if call.basic() != ("app", "hush") or not is_good:
        return Reply(400, {"error": "invalid_grant"})
    state.token = FRESH
    return Reply(200, {"access_token": FRESH, "expires_in": 7200, "refresh_token": "r1"})
