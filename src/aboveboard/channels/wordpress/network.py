"""WordPress, of any site that lets application passwords in (5.6 and newer).

Source: developer.wordpress.org/rest-api/reference (posts, media, comments, users), and
/advanced-administration/security/application-passwords. WordPress gives an equal slug a number, so
a request that is repeated makes a second post: the slug is ours, from the part's own id, and a lost
answer is settled by asking for it. `?rest_route=` works with every setting of the permalinks.
"""

import html
import json
import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import anyio
from pydantic import BaseModel, Field, field_validator

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
from aboveboard.channels.rates import moment_of
from aboveboard.channels.wire import Answer, ask
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.http import Client

_FIGURES = re.compile(r"<!-- wp:(?:image|video).*?<!-- /wp:(?:image|video) -->", re.DOTALL)
_SIGN_IN = {
    "incorrect_password",
    "invalid_username",
    "invalid_application_credentials",
    "application_passwords_disabled",
    "rest_not_logged_in",
    "rest_cannot_create",
    "rest_cannot_edit",
    "rest_cannot_delete",
    "rest_forbidden",
    "rest_forbidden_context",
}


class _Text(BaseModel):
    raw: str = ""
    rendered: str = ""


class _Me(BaseModel):
    id: int
    name: str = ""
    slug: str = ""
    capabilities: dict[str, bool] = Field(default_factory=dict)


class _Post(BaseModel):
    id: int
    link: str = ""
    slug: str = ""
    date_gmt: str = ""
    content: _Text = Field(default_factory=_Text)


class _Stored(BaseModel):
    id: int
    source_url: str


class _Comment(BaseModel):
    id: int
    author: int = 0
    author_name: str = ""
    date_gmt: str
    link: str = ""
    parent: int = 0
    content: _Text = Field(default_factory=_Text)


class _Fault(BaseModel):
    code: str = ""
    message: str = ""

    @field_validator("message")
    @classmethod
    def _plain(cls, value: str) -> str:
        return text_of(value)


class WordPress(Network):
    """`handle` is the user's name, `password` an application password of theirs."""

    name = "wordpress"
    title = "WordPress"
    page = "{server}"
    limits = Limits(
        text=100_000,
        title=200,
        images=20,
        image_bytes=8_000_000,
        alt=1_000,
        videos=1,
        video_bytes=100_000_000,
        mixed=True,
    )
    capabilities = Capabilities(
        auth=("app_password",),
        threads=False,
        mentions=False,
        tags=False,
        edit=True,
        comments=True,
        scheduling=True,
        readback="by_id",
        metrics=("replies",),
        verified="server",
    )
    fields = (
        base.Field("server", "Site", "The site's address, as in https://salt.example/blog."),
        base.Field("handle", "User", "A user who may publish posts: an author or more."),
        base.Field(
            "password",
            "Application password",
            "Made in the user's profile at the site; not the password one signs in with.",
            secret=True,
        ),
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return graphemes(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        query = {"context": "edit"}
        answer = await _call(http, account, "GET", "users/me", params=query)
        me = _good(answer).read(_Me)
        if not me.capabilities.get("publish_posts"):
            raise SignInAgain(f"{me.name} may not publish at this site: give them the role author.")
        named = replace(account, remote_id=str(me.id))
        return Profile(named, me.name or account.handle, self.limits)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        """A file that is there already, by its hash, is not sent again."""
        slug = f"ab-{sha256(media.digest + media.alt)[:20]}"
        content = await anyio.Path(media.path).read_bytes()
        answer = await _call(http, account, "GET", "media", params={"slug": slug})
        known = _good(answer).read(list[_Stored])
        if known:
            return _uploaded(media, known[0])
        suffix = media.path.suffix or ".bin"
        headers = {
            "Content-Type": media.mime,
            "Content-Disposition": f'attachment; filename="{slug}{suffix}"',
        }
        answer = await _call(http, account, "POST", "media", headers=headers, content=content)
        stored = _good(answer).read(_Stored)
        if media.alt:
            body = {"alt_text": media.alt}
            _good(await _call(http, account, "POST", f"media/{stored.id}", json=body))
        return _uploaded(media, stored)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        body: dict[str, Any] = {
            "title": part.title or part.text.partition("\n")[0][:120],
            "content": _content(part),
            "status": "publish",
            "slug": _slug(part),
        }
        pictures = [one for one in part.media if one.mime.startswith("image/")]
        if pictures:
            body["featured_media"] = json.loads(pictures[0].ref)["id"]
        answer = await _call(http, account, "POST", "posts", publishing=True, json=body)
        return _sent(_good(answer).read(_Post))

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        # A plugin may have held it back: it is there all the same, and is not sent again.
        query = {"slug": _slug(part), "status": "any", "context": "edit"}
        answer = await _call(http, account, "GET", "posts", params=query)
        return [
            _sent(post)
            for post in _good(answer).read(list[_Post])
            if same_words(_FIGURES.sub("", post.content.raw), part.text)
        ]

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        query = {
            "status": "publish",
            "context": "edit",
            "after": since.isoformat(),
            "per_page": "20",
        }
        posts = _good(await _call(http, account, "GET", "posts", params=query)).read(list[_Post])
        return [Standing(_sent(post), text_of(post.content.raw)) for post in posts]

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        query = {"context": "edit"}
        path = f"posts/{sent.remote_id}"
        now = _good(await _call(http, account, "GET", path, params=query)).read(_Post)
        content = "\n\n".join([_blocks(part.text), *_FIGURES.findall(now.content.raw)])
        _good(await _call(http, account, "POST", path, json={"content": content}))
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        path, query = f"posts/{sent.remote_id}", {"force": "true"}
        answer = await _call(http, account, "DELETE", path, params=query)
        if answer.status not in (404, 410):
            _good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """WordPress counts comments alone."""
        found: dict[str, Numbers] = {}
        for post in sent:
            there = await _call(http, account, "GET", f"posts/{post.remote_id}")
            if there.status in (404, 410):
                continue
            _good(there)
            query = {"post": post.remote_id, "per_page": "1"}
            answer = _good(await _call(http, account, "GET", "comments", params=query))
            total = answer.headers.get("x-wp-total", "")
            found[post.remote_id] = Numbers(replies=int(total) if total.isdecimal() else None)
        return found

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[base.Comment]:
        query = {
            "post": sent.remote_id,
            "per_page": "100",
            "order": "asc",
            "after": since.replace(tzinfo=None).isoformat(timespec="seconds"),
        }
        answer = _good(await _call(http, account, "GET", "comments", params=query))
        found = []
        for one in answer.read(list[_Comment]):
            at = moment_of(one.date_gmt)
            if at and at >= since.replace(microsecond=0) and str(one.author) != account.remote_id:
                found.append(
                    base.Comment(
                        remote_id=str(one.id),
                        author=one.author_name,
                        text=text_of(one.content.rendered),
                        at=at,
                        url=one.link,
                        reply_to=str(one.parent) if one.parent else sent.remote_id,
                    )
                )
        return found


def _slug(part: Outgoing) -> str:
    """From the part's own id, with the title's words before it where they make an address."""
    words = re.sub(r"[^a-z0-9]+", "-", part.title.lower()).strip("-")[:60].strip("-")
    return "-".join(one for one in (words, sha256(part.key)[:10]) if one)


def _content(part: Outgoing) -> str:
    return "\n\n".join([_blocks(part.text), *(_figure(one) for one in part.media)])


def _blocks(text: str) -> str:
    """Paragraphs as the block editor has them."""
    return "\n\n".join(
        f"<!-- wp:paragraph -->\n<p>{one}</p>\n<!-- /wp:paragraph -->" for one in paragraphs(text)
    )


def _figure(one: Uploaded) -> str:
    told = json.loads(one.ref)
    url, alt = html.escape(told["url"]), html.escape(one.alt)
    if one.is_video:
        inner, kind = f'<video controls src="{url}"></video>', "video"
    else:
        inner, kind = f'<img src="{url}" alt="{alt}" class="wp-image-{told["id"]}"/>', "image"
    return (
        f'<!-- wp:{kind} {{"id":{told["id"]}}} -->\n'
        f'<figure class="wp-block-{kind}">{inner}</figure>\n<!-- /wp:{kind} -->'
    )


def _uploaded(media: Media, stored: _Stored) -> Uploaded:
    ref = json.dumps({"id": stored.id, "url": stored.source_url})
    return Uploaded(ref, media.alt, media.width, media.height, media.mime)


def _sent(post: _Post) -> Sent:
    return Sent(str(post.id), post.link, at=moment_of(post.date_gmt))


async def _call(
    http: Client,
    account: Account,
    method: str,
    path: str,
    *,
    publishing: bool = False,
    headers: Mapping[str, str] | None = None,
    params: Mapping[str, str] | None = None,
    **content: Any,
) -> Answer:
    pair = f"{account.handle}:{account.secrets.get('password', '')}"
    signed = {"Authorization": f"Basic {b64encode(pair.encode()).decode()}", **(headers or {})}
    query = {"rest_route": f"/wp/v2/{path}", **(params or {})}
    url = f"{account.server.rstrip('/')}/"
    return await ask(
        http, method, url, publishing=publishing, headers=signed, params=query, **content
    )


def _good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    raise _meaning(answer)


def _meaning(answer: Answer) -> ChannelError:
    try:
        fault = _Fault.model_validate_json(answer.body)
    except ValueError:
        return answer.error()
    why, status = fault.message or f"The site answered {answer.status}.", answer.status
    if fault.code in _SIGN_IN or status == 401:
        return SignInAgain(why, status=status)
    if fault.code == "rest_no_route":
        return Gone(f"There is no WordPress interface at this address: {why}", status=status)
    if status == 403:
        # A firewall before the site, as a rule.
        return TryLater(f"The site refuses for now: {why}", wait=600, status=status)
    if status in (400, 413, 415):
        return Refused(why, status=status)
    return answer.error()


wordpress = WordPress()
