"""LinkedIn's REST API by its documentation: learn.microsoft.com/linkedin."""

import re
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from pydantic import ConfigDict
from pydantic import Field as F

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

TOKEN, PERSON, NUMBER = "member-token", "782bbtaQ", "5515715"
VERSION = {"linkedin-version": r"20\d{4}", "x-restli-protocol-version": r"2\.0\.0"}


@dataclass
class State:
    """Posts and comments by URN, and what was uploaded."""

    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    comments: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    assets: dict[str, dict[str, Any]] = field(default_factory=dict)
    piece: int = 4_194_304
    polls: int = 1
    base: str = "https://www.linkedin.com"


def error(status: int, code: str, message: str) -> Denied:
    return Denied(Reply(status, {"status": status, "code": code, "message": message}))


api: Api[State] = Api(
    "linkedin",
    denied=lambda why: Reply(400, {"status": 400, "code": "ILLEGAL_ARGUMENT", "message": why}),
)


def _in(call: Call) -> None:
    if call.headers.get("authorization") != f"Bearer {TOKEN}":
        raise error(401, "REVOKED_ACCESS_TOKEN", "The token used in the request has been revoked")


class Action(Shape):
    action: str


class Distribution(Shape):
    feedDistribution: str
    targetEntities: list[str]
    thirdPartyDistributionChannels: list[str]


class New(Shape):
    author: str
    commentary: str
    visibility: str
    distribution: Distribution
    lifecycleState: str
    isReshareDisabledByAuthor: bool
    content: dict[str, Any] = {}


class Article(Shape):
    source: str
    title: str
    description: str = ""
    thumbnail: str = ""


class Message(Shape):
    text: str


class Comment(Shape):
    actor: str
    object: str
    message: Message


class Patch(Shape):
    patch: dict[str, dict[str, str]]


class Image(Shape):
    owner: str


class Video(Shape):
    owner: str
    fileSizeBytes: int
    uploadCaptions: bool
    uploadThumbnail: bool


class Initialize(Shape):
    initializeUploadRequest: Image


class VideoStep(Shape):
    initializeUploadRequest: Video | None = None
    finalizeUploadRequest: dict[str, Any] | None = None


class Finder(Shape):
    author: str
    q: str
    count: int
    start: int
    sort: str = F(alias="sortBy")

    model_config = ConfigDict(extra="forbid")


class Statistics(Shape):
    q: str
    organizationalEntity: str
    shares: str = ""
    ugcPosts: str = ""


@api.call("GET", "/v2/userinfo")
def me(state: State, call: Call) -> Reply:
    _in(call)
    return Reply(200, {"sub": PERSON, "name": "A Member"})


@api.call("GET", "/rest/organizations/{id}", headers=VERSION)
def organisation(state: State, call: Call) -> Reply:
    _in(call)
    if call.path["id"] != NUMBER:
        raise error(403, "ACCESS_DENIED", "Not enough permissions to access: organizations.GET")
    return Reply(200, {"id": int(NUMBER), "localizedName": "Saltworks"})


@api.call("POST", "/rest/posts", body=New, headers=VERSION)
def create(state: State, call: Call) -> Reply:
    _in(call)
    new = call.body(New)
    if new.author not in (f"urn:li:person:{PERSON}", f"urn:li:organization:{NUMBER}"):
        raise error(403, "ACCESS_DENIED", "Not the author")
    if re.search(r"(?<!\\)[|{}@\[\]()<>*_~]", new.commentary.replace("\\\\", "")):
        raise Broken(f"not escaped: {new.commentary}")
    if len(re.sub(r"\\(.)", r"\1", new.commentary)) > 3_000:
        raise error(400, "FIELD_LENGTH_TOO_LONG", "ShareCommentary length exceeds 3000")
    for one in _assets(new.content):
        if not state.assets.get(one, {}).get("ready"):
            raise error(400, "MEDIA_ASSET_WAITING_UPLOAD", f"{one} is not ready")
    for urn, post in state.posts.items():
        if (post["commentary"], post["content"]) == (new.commentary, new.content):
            raise error(422, "DUPLICATE_POST", f"Content is a duplicate of {urn}")
    urn = f"urn:li:share:{7_000_000 + len(state.posts)}"
    state.posts[urn] = new.model_dump() | {"id": urn, "createdAt": int(time.time() * 1_000)}
    return Reply(201, None, {"x-restli-id": urn})


def _assets(content: dict[str, Any]) -> list[str]:
    if not content:
        return []
    if set(content) == {"article"}:
        article = Article.model_validate(content["article"])
        return [article.thumbnail] if article.thumbnail else []
    if set(content) == {"media"}:
        return [content["media"]["id"]]
    if set(content) == {"multiImage"} and 2 <= len(content["multiImage"]["images"]) <= 20:
        return [one["id"] for one in content["multiImage"]["images"]]
    raise Broken(f"content {content}")


@api.call("GET", "/rest/posts", query=Finder, headers={**VERSION, "x-restli-method": "FINDER"})
def own(state: State, call: Call) -> Reply:
    _in(call)
    if call.query["author"] != f"urn:li:organization:{NUMBER}":
        raise error(403, "ACCESS_DENIED", "r_member_social is closed")
    start, count = int(call.query["start"]), int(call.query["count"])
    mine = [one for one in reversed(state.posts.values()) if one["author"] == call.query["author"]]
    return Reply(200, {"elements": mine[start : start + count]})


@api.call(
    "POST", "/rest/posts/{urn}", body=Patch, headers=VERSION | {"x-restli-method": "PARTIAL_UPDATE"}
)
def edit(state: State, call: Call) -> Reply:
    _in(call)
    post = _post(state, call)
    post["commentary"] = call.body(Patch).patch["$set"]["commentary"]
    return Reply(204)


@api.call("DELETE", "/rest/posts/{urn}", headers=VERSION | {"x-restli-method": "DELETE"})
def delete(state: State, call: Call) -> Reply:
    _in(call)
    del state.posts[_post(state, call)["id"]]
    return Reply(204)


def _post(state: State, call: Call) -> dict[str, Any]:
    if call.path["urn"] not in state.posts:
        raise error(404, "NOT_FOUND", "Not found")
    return state.posts[call.path["urn"]]


@api.call("POST", "/rest/socialActions/{urn}/comments", body=Comment, headers=VERSION)
def comment(state: State, call: Call) -> Reply:
    _in(call)
    new = call.body(Comment)
    if new.object != call.path["urn"] or new.object not in state.posts:
        raise error(404, "NOT_FOUND", "No such post")
    known = state.comments.setdefault(new.object, [])
    ident = str(6_000 + len(known))
    known.append(
        {
            "id": ident,
            "$URN": f"urn:li:comment:({new.object},{ident})",
            "actor": new.actor,
            "message": {"text": new.message.text},
            "created": {"time": int(time.time() * 1_000)},
        }
    )
    return Reply(201, known[-1])


@api.call("GET", "/rest/socialActions/{urn}/comments", headers=VERSION)
def comments(state: State, call: Call) -> Reply:
    _in(call)
    return Reply(200, {"elements": state.comments.get(call.path["urn"], [])})


@api.call("GET", "/rest/organizationalEntityShareStatistics", query=Statistics, headers=VERSION)
def statistics(state: State, call: Call) -> Reply:
    _in(call)
    names = ("impressionCount", "uniqueImpressionsCount", "clickCount", "likeCount")
    totals = dict.fromkeys((*names, "commentCount", "shareCount"), 0)
    urn = unquote(call.query["shares"].removeprefix("List(").removesuffix(")"))
    found = [{"share": urn, "totalShareStatistics": totals}] if urn in state.posts else []
    return Reply(200, {"elements": found})


@api.call("POST", "/rest/images", query=Action, body=Initialize, headers=VERSION)
def image(state: State, call: Call) -> Reply:
    _in(call)
    urn = f"urn:li:image:C4E{len(state.assets)}"
    state.assets[urn] = {"ready": False, "pieces": []}
    url = f"{state.base}/dms-uploads/{urn}?signed=1"
    return Reply(200, {"value": {"image": urn, "uploadUrl": url, "uploadUrlExpiresAt": 1}})


class Signed(Shape):
    signed: str
    piece: str = ""


@api.call("PUT", "/dms-uploads/{urn}", query=Signed, kind="bytes")
def put(state: State, call: Call) -> Reply:
    asset = state.assets[call.path["urn"]]
    if ":image:" in call.path["urn"]:
        _in(call)
        asset["ready"] = True
    elif "authorization" in call.headers:
        raise Broken("the token goes to a signed address")
    asset["pieces"].append(call.raw)
    return Reply(201, None, {"ETag": f'"tag{len(asset["pieces"])}"'})


@api.call("POST", "/rest/videos", query=Action, body=VideoStep, headers=VERSION)
def video(state: State, call: Call) -> Reply:
    _in(call)
    step = call.body(VideoStep)
    if call.query["action"] == "initializeUpload" and step.initializeUploadRequest:
        urn, size = (
            f"urn:li:video:C5F{len(state.assets)}",
            step.initializeUploadRequest.fileSizeBytes,
        )
        state.assets[urn] = {"ready": False, "pieces": [], "polls": state.polls, "size": size}
        pieces = [
            {
                "uploadUrl": f"{state.base}/dms-uploads/{urn}?signed=1&piece={first}",
                "firstByte": first,
                "lastByte": min(first + state.piece, size) - 1,
            }
            for first in range(0, size, state.piece)
        ]
        return Reply(
            200, {"value": {"video": urn, "uploadToken": "t", "uploadInstructions": pieces}}
        )
    if call.query["action"] == "finalizeUpload" and step.finalizeUploadRequest:
        asset = state.assets[step.finalizeUploadRequest["video"]]
        tags = [f"tag{n + 1}" for n in range(len(asset["pieces"]))]
        if step.finalizeUploadRequest != {
            "video": step.finalizeUploadRequest["video"],
            "uploadToken": "t",
            "uploadedPartIds": tags,
        }:
            raise Broken(f"{step.finalizeUploadRequest} is not {tags}")
        if sum(map(len, asset["pieces"])) != asset["size"]:
            raise error(400, "MEDIA_ASSET_PROCESSING_FAILED", "The size differs")
        return Reply(200)
    raise Broken(call.query["action"])


@api.call("GET", "/rest/videos/{urn}", headers=VERSION)
def video_status(state: State, call: Call) -> Reply:
    _in(call)
    asset = state.assets[call.path["urn"]]
    if asset["polls"] > 0:
        asset["polls"] -= 1
        return Reply(200, {"status": "PROCESSING"})
    asset["ready"] = True
    return Reply(200, {"status": "AVAILABLE"})
