"""Ghost, by its Admin API: posts on a site of one's own.

Source: ghost.org/docs/admin-api (authentication, posts, images). Ghost gives an equal slug a
number, so a request that is repeated makes a second post: the slug is ours, from the part's own id,
and a lost answer is settled by asking for it. Nothing goes out by e-mail: that takes a parameter
which is never given.
"""

import base64
import hashlib
import hmac
import html
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import anyio
from pydantic import AwareDatetime, BaseModel, Field

from aboveboard.channels import base
from aboveboard.channels.base import (
    Account,
    Capabilities,
    Limits,
    Media,
    Network,
    Numbers,
    Outgoing,
    Profile,
    Sent,
    Standing,
    Uploaded,
)
from aboveboard.channels.counting import graphemes
from aboveboard.channels.errors import ChannelError, Gone, Refused, SignInAgain, TryLater
from aboveboard.channels.markup import paragraphs, same_words, text_of
from aboveboard.channels.wire import Answer, ask
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.http import Client

_LASTS = timedelta(minutes=4)
_FIGURES = re.compile(r"<figure\b.*?</figure>", re.DOTALL)


class _Site(BaseModel):
    title: str = ""
    url: str = ""


class _About(BaseModel):
    site: _Site


class _Post(BaseModel):
    id: str
    slug: str = ""
    url: str = ""
    html: str | None = ""
    status: str = ""
    updated_at: str = ""
    published_at: AwareDatetime | None = None


class _Posts(BaseModel):
    posts: list[_Post] = Field(default_factory=list)


class _File(BaseModel):
    url: str


class _Stored(BaseModel):
    images: list[_File] = Field(default_factory=list)
    media: list[_File] = Field(default_factory=list)


class _Fault(BaseModel):
    message: str = ""
    context: str | None = ""
    type: str = ""


class _Faults(BaseModel):
    errors: list[_Fault] = Field(default_factory=list)


class Ghost(Network):
    """`token` in the secrets is the Admin API key of a custom integration, as id:secret."""

    name = "ghost"
    title = "Ghost"
    page = "{server}"
    limits = Limits(
        text=100_000,
        title=255,
        images=20,
        image_bytes=20_000_000,
        alt=191,
        videos=1,
        video_bytes=100_000_000,
        mixed=True,
    )
    capabilities = Capabilities(
        auth=("token",),
        threads=False,
        mentions=False,
        tags=False,
        edit=True,
        scheduling=True,
        readback="by_id",
        verified="server",
    )
    fields = (
        base.Field(
            "server", "Site", "The address of the site's admin, as in https://salt.example."
        ),
        base.Field(
            "token",
            "Admin API key",
            "Of a custom integration (Settings → Integrations), as id:secret.",
            secret=True,
        ),
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return graphemes(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        query = {"limit": "1", "fields": "id"}
        _good(await _call(http, account, "GET", "posts/", params=query))
        site = _good(await _call(http, account, "GET", "site/")).read(_About).site
        ident = account.secrets.get("token", "").partition(":")[0]
        named = replace(account, handle=site.title or site.url, remote_id=ident)
        return Profile(named, site.title or site.url, self.limits)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        content = await anyio.Path(media.path).read_bytes()
        kind = "media" if media.is_video else "images"
        files = {"file": (media.path.name, content, media.mime)}
        data = {"ref": media.digest[:32]} | ({} if media.is_video else {"purpose": "image"})
        answer = await _call(http, account, "POST", f"{kind}/upload/", files=files, data=data)
        stored = _good(answer).read(_Stored)
        found = [*stored.images, *stored.media]
        if not found:
            raise TryLater("Ghost kept no file.", status=answer.status)
        return Uploaded(found[0].url, media.alt, media.width, media.height, media.mime)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        pictures = [one for one in part.media if one.mime.startswith("image/")]
        inside = [one for one in part.media if one not in pictures[:1]]
        post: dict[str, Any] = {
            "title": part.title or part.text.partition("\n")[0][:120],
            "html": _content(part.text, [_figure(one) for one in inside]),
            "status": "published",
            "slug": _slug(part),
        }
        if pictures:
            post |= {"feature_image": pictures[0].ref, "feature_image_alt": pictures[0].alt[:191]}
        answer = await _call(
            http,
            account,
            "POST",
            "posts/",
            publishing=True,
            params={"source": "html"},
            json={"posts": [post]},
        )
        return _sent(_good(answer).read(_Posts).posts[0])

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        query = {"formats": "html"}
        answer = await _call(http, account, "GET", f"posts/slug/{_slug(part)}/", params=query)
        if answer.status == 404:
            return ()
        return [
            _sent(post)
            for post in _good(answer).read(_Posts).posts
            if post.status == "published"
            and same_words(_FIGURES.sub("", post.html or ""), part.text)
        ]

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        query = {"formats": "html", "order": "published_at desc", "limit": "20"}
        query["filter"] = f"status:published+published_at:>='{since:%Y-%m-%d %H:%M:%S}'"
        posts = _good(await _call(http, account, "GET", "posts/", params=query)).read(_Posts).posts
        return [Standing(_sent(post), text_of(post.html or "")) for post in posts]

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        """Ghost wants to be told which state is changed; another one since then is a conflict."""
        path = f"posts/{sent.remote_id}/"
        answer = await _call(http, account, "GET", path, params={"formats": "html"})
        now = _good(answer).read(_Posts).posts[0]
        content = _content(part.text, _FIGURES.findall(now.html or ""))
        body = {"posts": [{"html": content, "updated_at": now.updated_at}]}
        answer = await _call(http, account, "PUT", path, params={"source": "html"}, json=body)
        if answer.status == 409:
            raise TryLater("Somebody changed the post at the same moment.", status=409)
        _good(answer)
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        answer = await _call(http, account, "DELETE", f"posts/{sent.remote_id}/")
        if answer.status != 404:
            _good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """Ghost counts readers of its letters alone."""
        return {post.remote_id: Numbers() for post in sent}


def _slug(part: Outgoing) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", part.title.lower()).strip("-")[:60].strip("-")
    return "-".join(one for one in (words, sha256(part.key)[:10]) if one)


def _content(text: str, figures: Sequence[str]) -> str:
    """One HTML card: Ghost keeps its inside as it is."""
    words = "\n".join(f"<p>{one}</p>" for one in paragraphs(text))
    inside = "\n".join([words, *figures])
    return f"<!--kg-card-begin: html-->\n{inside}\n<!--kg-card-end: html-->"


def _figure(one: Uploaded) -> str:
    url, alt = html.escape(one.ref), html.escape(one.alt)
    if one.is_video:
        return f'<figure><video controls src="{url}"></video></figure>'
    return f'<figure><img src="{url}" alt="{alt}"></figure>'


def _sent(post: _Post) -> Sent:
    return Sent(post.id, post.url, at=post.published_at)


def _proof(key: str) -> str:
    """A token for a few minutes, signed with the key (RFC 7519, HS256). Raises SignInAgain."""
    ident, _, secret = key.partition(":")
    try:
        signing = bytes.fromhex(secret)
    except ValueError:
        signing = b""
    if not ident or not signing:
        raise SignInAgain("That is no Admin API key: it is written as id:secret.")
    now = clock.now()
    told = {
        "iat": int(now.timestamp()),
        "exp": int((now + _LASTS).timestamp()),
        "aud": "/admin/",
    }
    parts = [_packed({"alg": "HS256", "typ": "JWT", "kid": ident}), _packed(told)]
    digest = hmac.digest(signing, ".".join(parts).encode(), hashlib.sha256)
    return ".".join([*parts, _letters(digest)])


def _packed(value: Mapping[str, Any]) -> str:
    return _letters(json.dumps(value, separators=(",", ":")).encode())


def _letters(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


async def _call(
    http: Client,
    account: Account,
    method: str,
    path: str,
    *,
    publishing: bool = False,
    **content: Any,
) -> Answer:
    headers = {
        "Authorization": f"Ghost {_proof(account.secrets.get('token', ''))}",
        "Accept-Version": "v5.0",
    }
    url = f"{account.server.rstrip('/')}/ghost/api/admin/{path}"
    return await ask(http, method, url, publishing=publishing, headers=headers, **content)


def _good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    raise _meaning(answer)


def _meaning(answer: Answer) -> ChannelError:
    try:
        faults = _Faults.model_validate_json(answer.body).errors
    except ValueError:
        return answer.error()
    if not faults:
        return answer.error()
    why, status = ": ".join(x for x in (faults[0].message, faults[0].context) if x), answer.status
    if status in (401, 403):
        return SignInAgain(why, status=status)
    if status == 404:
        return Gone(why, status=status)
    if status == 429:
        return TryLater(why, wait=answer.wait(), status=status)
    if status in (400, 413, 415, 422):
        return Refused(why, status=status)
    return answer.error()


ghost = Ghost()
