"""TikTok's Content Posting API by its documentation: videos in pieces, pictures by address."""

import re
import time
from dataclasses import dataclass, field
from typing import Any

from tests.servers.contract.engine import Api, Broken, Call, Denied, Reply, Shape

TOKEN, FRESH = "act.token", "act.fresh"
PUBLIC, PRIVATE = "PUBLIC_TO_EVERYONE", "SELF_ONLY"
MB = 1_000_000


@dataclass
class State:
    """Posts by publish_id; `polls` is how often a status is asked for until a post is out."""

    posts: dict[str, dict[str, Any]] = field(default_factory=dict)
    token: str = TOKEN
    polls: int = 1
    audited: bool = True
    options: list[str] = field(default_factory=lambda: [PUBLIC, PRIVATE])
    fails: str = ""
    longest: int = 600
    # Public posts that TikTok has not looked at yet have no number of their own.
    looks_at_posts: bool = True
    lists: bool = True


def error(status: int, code: str, message: str = "") -> Denied:
    return Denied(Reply(status, {"data": {}, "error": {"code": code, "message": message}}))


api: Api[State] = Api(
    "tiktok",
    denied=lambda why: Reply(400, {"error": {"code": "invalid_params", "message": why}}),
)


def _ok(data: dict[str, Any]) -> Reply:
    return Reply(200, {"data": data, "error": {"code": "ok", "message": "", "log_id": "1"}})


def _in(state: State, call: Call) -> None:
    if call.headers.get("authorization") != f"Bearer {state.token}":
        raise error(401, "access_token_invalid", "The access token is invalid")


class Fields(Shape):
    fields: str


class Info(Shape):
    privacy_level: str
    disable_comment: bool
    brand_content_toggle: bool
    brand_organic_toggle: bool


class VideoInfo(Info):
    title: str
    disable_duet: bool
    disable_stitch: bool
    is_aigc: bool


class PhotoInfo(Info):
    title: str = ""
    description: str


class File(Shape):
    source: str
    video_size: int
    chunk_size: int
    total_chunk_count: int


class Addresses(Shape):
    source: str
    photo_images: list[str]
    photo_cover_index: int


class NewVideo(Shape):
    post_info: VideoInfo
    source_info: File


class NewPhotos(Shape):
    post_info: PhotoInfo
    source_info: Addresses
    post_mode: str
    media_type: str


class Publish(Shape):
    publish_id: str


class Piece(Shape):
    upload_id: str


class Filters(Shape):
    video_ids: list[str]


class Query(Shape):
    filters: Filters


class Page(Shape):
    max_count: int
    cursor: int = 0


class Refresh(Shape):
    grant_type: str
    refresh_token: str
    client_key: str
    client_secret: str


@api.call("GET", "/v2/user/info/", query=Fields)
def me(state: State, call: Call) -> Reply:
    _in(state, call)
    if unknown := set(call.query["fields"].split(",")) - {"open_id", "display_name"}:
        raise Broken(f"not of user.info.basic: {unknown}")
    return _ok({"user": {"open_id": "o-1", "display_name": "Saltworks"}})


@api.call("POST", "/v2/post/publish/creator_info/query/")
def creator(state: State, call: Call) -> Reply:
    _in(state, call)
    allowed = {
        "privacy_level_options": state.options,
        "comment_disabled": False,
        "duet_disabled": True,
        "stitch_disabled": False,
        "max_video_post_duration_sec": state.longest,
    }
    return _ok(allowed)


def _allowed(state: State, info: Info) -> None:
    if info.privacy_level not in state.options:
        raise error(403, "privacy_level_option_mismatch")
    if not state.audited and info.privacy_level != PRIVATE:
        raise error(403, "unaudited_client_can_only_post_to_private_accounts")
    if info.brand_content_toggle and info.privacy_level == PRIVATE:
        raise error(400, "invalid_params", "Branded content cannot be private")


@api.call("POST", "/v2/post/publish/video/init/", body=NewVideo)
def begin(state: State, call: Call) -> Reply:
    _in(state, call)
    new = call.body(NewVideo)
    _allowed(state, new.post_info)
    if len(new.post_info.title.encode("utf-16-le")) // 2 > 2_200:
        raise error(400, "invalid_params", "The title is too long")
    if not new.post_info.disable_duet:
        raise Broken("the creator has switched duets off")
    file = new.source_info
    if file.source != "FILE_UPLOAD":
        raise Broken(file.source)
    whole = file.total_chunk_count == 1 and file.chunk_size == file.video_size <= 64 * MB
    pieces = (
        5 * MB <= file.chunk_size <= 64 * MB
        and file.total_chunk_count == file.video_size // file.chunk_size
    )
    if not (whole or pieces):
        raise error(400, "invalid_params", "The chunks are not as they must be")
    ident = f"v_pub_file~v2-1.{len(state.posts) + 1}"
    state.posts[ident] = {
        "info": new.post_info,
        "file": file,
        "content": b"",
        "polls": state.polls,
        "ident": str(7_000_000_000 + len(state.posts)),
        "at": time.time(),
    }
    url = f"https://open-upload.tiktokapis.com/video/?upload_id={ident}"
    return _ok({"publish_id": ident, "upload_url": url})


@api.call("PUT", "/video/", query=Piece, kind="bytes", headers={"Content-Type": r"video/.+"})
def piece(state: State, call: Call) -> Reply:
    if "authorization" in call.headers:
        raise Broken("the token goes to the store")
    post = state.posts.get(call.query["upload_id"])
    if post is None:
        return Reply(404)
    file: File = post["file"]
    asked = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", call.headers.get("content-range", ""))
    if not asked or int(asked[3]) != file.video_size:
        raise Broken(call.headers.get("content-range", ""))
    start, last = int(asked[1]), int(asked[2])
    if start < len(post["content"]):
        return Reply(416)
    if start != len(post["content"]) or last - start + 1 != len(call.raw):
        raise Broken("not the piece that comes next")
    is_last = last + 1 == file.video_size
    if not is_last and len(call.raw) != file.chunk_size:
        raise Broken("a piece of another size than was told")
    post["content"] += call.raw
    return Reply(201 if is_last else 206)


@api.call("POST", "/v2/post/publish/content/init/", body=NewPhotos)
def photos(state: State, call: Call) -> Reply:
    _in(state, call)
    new = call.body(NewPhotos)
    _allowed(state, new.post_info)
    if (new.post_mode, new.media_type) != ("DIRECT_POST", "PHOTO"):
        raise Broken(f"{new.post_mode} {new.media_type}")
    if len(new.post_info.title.encode("utf-16-le")) > 180 or len(new.post_info.description) > 4_000:
        raise error(400, "invalid_params", "too long")
    if not 1 <= len(new.source_info.photo_images) <= 35:
        raise error(400, "invalid_params", "1 to 35 pictures")
    if any(not url.startswith("https://studio.example/") for url in new.source_info.photo_images):
        raise error(403, "url_ownership_unverified")
    ident = f"p_pub_url~v2.{len(state.posts) + 1}"
    state.posts[ident] = {
        "info": new.post_info,
        "file": None,
        "content": b"",
        "polls": state.polls,
        "ident": str(7_000_000_000 + len(state.posts)),
        "at": time.time(),
    }
    return _ok({"publish_id": ident})


@api.call("POST", "/v2/post/publish/status/fetch/", body=Publish)
def status(state: State, call: Call) -> Reply:
    _in(state, call)
    post = state.posts.get(call.body(Publish).publish_id)
    if post is None:
        raise error(400, "invalid_publish_id")
    told: dict[str, Any] = {"uploaded_bytes": len(post["content"]), "fail_reason": ""}
    if post["file"] and len(post["content"]) < post["file"].video_size:
        return _ok({**told, "status": "PROCESSING_UPLOAD"})
    post["polls"] -= 1
    if post["polls"] >= 0:
        return _ok(
            {**told, "status": "PROCESSING_UPLOAD" if post["file"] else "PROCESSING_DOWNLOAD"}
        )
    if state.fails:
        return _ok({**told, "status": "FAILED", "fail_reason": state.fails})
    is_public = post["info"].privacy_level == PUBLIC and state.looks_at_posts
    public = [int(post["ident"])] if is_public else []
    return _ok({**told, "status": "PUBLISH_COMPLETE", "publicaly_available_post_id": public})


@api.call("POST", "/v2/video/query/", query=Fields, body=Query)
def query(state: State, call: Call) -> Reply:
    _in(state, call)
    wanted = call.body(Query).filters.video_ids
    if not 1 <= len(wanted) <= 20:
        raise Broken("20 at once")
    names = [name for name in call.query["fields"].split(",") if name != "id"]
    shown = {post["ident"] for post in state.posts.values()}
    found = [{"id": ident, **dict.fromkeys(names, 0)} for ident in wanted if ident in shown]
    return _ok({"videos": found})


@api.call("POST", "/v2/video/list/", query=Fields, body=Page)
def listed(state: State, call: Call) -> Reply:
    _in(state, call)
    if not state.lists:
        raise error(401, "scope_not_authorized", "video.list was not granted")
    page = call.body(Page)
    if not 1 <= page.max_count <= 20:
        raise Broken("20 at once")
    shown = [
        {
            "id": post["ident"],
            "title": "",
            "video_description": getattr(post["info"], "description", post["info"].title),
            "create_time": int(post["at"]),
            "share_url": f"https://www.tiktok.com/@saltworks/photo/{post['ident']}?utm_campaign=x",
        }
        for post in reversed(state.posts.values())
        if post["info"].privacy_level == PUBLIC and state.looks_at_posts
    ]
    upto = page.cursor + page.max_count
    part = shown[page.cursor : upto]
    return _ok({"videos": part, "cursor": upto, "has_more": len(shown) > upto})


@api.call("POST", "/v2/oauth/token/", body=Refresh, kind="form")
def renew(state: State, call: Call) -> Reply:
    if call.body(Refresh).refresh_token != "r0":
        return Reply(400, {"error": "invalid_grant", "error_description": "It has run out."})
    state.token = FRESH
    return Reply(200, {"access_token": FRESH, "expires_in": 86_400, "refresh_token": "r1"})
