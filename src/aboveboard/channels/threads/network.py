"""Threads, by its Graph API.

Source: developers.facebook.com/docs/threads. A post is made in two requests: a container, which
shows nowhere and is made by `prepare`, then its publishing. A container can be published once, and
says whether it was: that settles a lost answer, together with the account's own list.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import regex
from pydantic import AwareDatetime, BaseModel, Field

from aboveboard.channels import base
from aboveboard.channels.base import (
    Account,
    Capabilities,
    Comment,
    Frame,
    Limits,
    Media,
    Network,
    Numbers,
    OAuth,
    Outgoing,
    Prepared,
    Profile,
    Sent,
    Standing,
    Uploaded,
)
from aboveboard.channels.errors import Gone, OutcomeUnknown, Refused, SignInAgain, TryLater
from aboveboard.channels.meta import call, good
from aboveboard.channels.oauth import Tokens, expiry
from aboveboard.channels.rates import moment_of
from aboveboard.channels.wire import Answer
from aboveboard.kernel.http import Client

_PAGE, _PAGES = 100, 20
_ROUNDING = timedelta(seconds=2)
_EMOJI = regex.compile(r"\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3")
_POLL = 5.0


class _Me(BaseModel):
    id: str
    username: str
    name: str = ""


class _Id(BaseModel):
    id: str


class _Container(BaseModel):
    status: str = ""
    error_message: str = ""


class _Post(BaseModel):
    id: str
    text: str = ""
    permalink: str = ""
    timestamp: AwareDatetime
    media_type: str = ""
    username: str = ""
    children: dict[str, list[_Id]] = Field(default_factory=dict)
    replied_to: _Id | None = None

    @property
    def pictures(self) -> int:
        if self.children:
            return len(self.children.get("data", []))
        return int(self.media_type in ("IMAGE", "VIDEO"))


class _Cursors(BaseModel):
    after: str = ""


class _Paging(BaseModel):
    cursors: _Cursors = Field(default_factory=_Cursors)
    next: str = ""


class _Posts(BaseModel):
    data: list[_Post] = Field(default_factory=list)
    paging: _Paging = Field(default_factory=_Paging)


class _Value(BaseModel):
    value: int = 0


class _Insight(BaseModel):
    name: str
    values: list[_Value] = Field(default_factory=list)


class _Insights(BaseModel):
    data: list[_Insight] = Field(default_factory=list)


class Threads(Network):
    """The secret `token` is a user's long-lived token (60 days, renewed ahead of time)."""

    name = "threads"
    title = "Threads"
    page = "https://www.threads.com/@{name}"
    home = "https://graph.threads.net/v1.0"
    limits = Limits(
        text=500,
        unit="characters",
        images=20,
        image_bytes=8_000_000,
        image_types=("image/jpeg", "image/png"),
        alt=1_000,
        # At most ten times as long as broad, and 1,440 pixels wide.
        frame=Frame(narrowest=0.1, widest=10.0, edge=1_440),
        videos=20,
        video_bytes=1_000_000_000,
        video_types=("video/mp4", "video/quicktime"),
        video_seconds=300,
        video_edge=1_920,
        video_rate=60,
        mixed=True,
    )
    capabilities = Capabilities(
        auth=("oauth", "token"),
        prepares=True,
        media_by_url=True,
        link_preview="server",
        comments=True,
        metrics=("replies", "likes", "reposts", "quotes", "views"),
    )
    fields = (
        base.Field(
            "token",
            "Access token",
            "A long-lived one with threads_basic, threads_content_publish, threads_delete, "
            "threads_manage_insights and threads_read_replies.",
            secret=True,
        ),
    )
    oauth = OAuth(
        authorize="https://threads.net/oauth/authorize",
        token="https://graph.threads.net/oauth/access_token",  # noqa: S106
        scopes=(
            "threads_basic",
            "threads_content_publish",
            "threads_manage_insights",
            "threads_read_replies",
            "threads_delete",
        ),
        separator=",",
        pkce=False,
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        """Letters count one, each emoji the bytes of its UTF-8."""
        return sum(
            len(cluster.encode()) if _EMOJI.search(cluster) else len(cluster)
            for cluster in regex.findall(r"\X", text)
        )

    async def sign_in(self, http: Client, account: Account) -> Profile:
        query = {"fields": "id,username,name"}
        me = good(await _get(http, account, "/me", query)).read(_Me)
        named = replace(account, handle=f"@{me.username}", remote_id=me.id)
        expires = moment_of(account.secrets.get("expires_at", ""))
        return Profile(named, me.name or me.username, self.limits, expires_at=expires)

    async def exchanged(self, http: Client, account: Account) -> Account:
        """The hour's token becomes one of sixty days."""
        query = {
            "grant_type": "th_exchange_token",
            "client_secret": account.secrets.get("client_secret", ""),
        }
        return _longer(account, await _get(http, account, "/access_token", query))

    async def refresh(self, http: Client, account: Account) -> Account:
        """A token can be renewed from its second day until it has run out."""
        query = {"grant_type": "th_refresh_token"}
        return _longer(account, await _get(http, account, "/refresh_access_token", query))

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        """Threads fetches media from an address of ours; nothing is sent there."""
        if not media.url:
            raise Refused(
                f"{self.title} fetches pictures and videos from a public address. Set "
                "ABOVEBOARD_PUBLIC_URL to one that begins with https and that others reach."
            )
        return Uploaded(media.url, media.alt, media.width, media.height, media.mime)

    async def prepare(
        self, http: Client, account: Account, part: Outgoing, begun: str = ""
    ) -> Prepared:
        """Containers for the pictures of a carousel, one a call, then the post's; then it waits."""
        made: list[str] = json.loads(begun) if begun else []
        pictures = part.media if len(part.media) > 1 else ()
        if len(made) < len(pictures):
            ident = await _container(http, account, _item(pictures[len(made)], child=True))
            return Prepared(json.dumps([*made, ident]), done=False)
        if len(made) == len(pictures):
            ident = await _container(http, account, _whole(part, made))
            done = not part.media
            return Prepared(json.dumps([*made, ident]), done=done, wait=0 if done else _POLL)
        state = await _state(http, account, made[-1])
        if state.status == "IN_PROGRESS":
            return Prepared(begun, done=False, wait=_POLL)
        if state.status == "EXPIRED":
            raise TryLater("The post's container has run out.", stale=True)
        if state.status == "ERROR":
            raise Refused(f"Threads could not use this: {state.error_message or 'no reason given'}")
        return Prepared(begun)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        body = {"creation_id": json.loads(part.prepared)[-1]}
        path = f"/{account.remote_id}/threads_publish"
        answer = await call(
            http, account, "POST", path, home=self.home, publishing=True, fields=body
        )
        if not answer.ok and await _is_out(http, account, body["creation_id"]):
            raise OutcomeUnknown("Threads says that this is out already.", status=answer.status)
        return Sent(good(answer).read(_Id).id, "", at=part.created_at)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        wanted = "".join(part.text.split())
        parent = part.reply_to.remote_id if part.reply_to else None
        found = [
            _sent(post)
            for post in await _own(http, account, since, replies=parent is not None)
            if "".join(post.text.split()) == wanted
            and post.pictures == len(part.media)
            and (post.replied_to.id if post.replied_to else None) == parent
        ]
        made: list[str] = json.loads(part.prepared or "[]")
        if not found and made and await _is_out(http, account, made[-1]):
            raise TryLater("Threads says that it is out, and does not list it yet.", wait=30)
        return found

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        return [
            Standing(_sent(post), post.text, post.pictures)
            for post in await _own(http, account, since, replies=False)
        ]

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        answer = await call(http, account, "DELETE", f"/{sent.remote_id}", home=self.home)
        if answer.status != 404:
            good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        found: dict[str, Numbers] = {}
        for post in sent:
            query = {"metric": "views,likes,replies,reposts,quotes"}
            answer = await _get(http, account, f"/{post.remote_id}/insights", query)
            if answer.status == 404:
                continue
            told = {
                one.name: one.values[0].value
                for one in good(answer).read(_Insights).data
                if one.values
            }
            names = ("replies", "likes", "reposts", "quotes", "views")
            found[post.remote_id] = Numbers(**{name: told.get(name) for name in names})
        return found

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[Comment]:
        query = {"fields": "id,text,timestamp,username,permalink", "reverse": "false"}
        answer = await _get(http, account, f"/{sent.remote_id}/replies", query)
        return [
            Comment(
                post.id, post.username, post.text, post.timestamp, post.permalink, sent.remote_id
            )
            for post in good(answer).read(_Posts).data
            if post.timestamp >= since and f"@{post.username}" != account.handle
        ]


async def _get(http: Client, account: Account, path: str, query: dict[str, str]) -> Answer:
    return await call(http, account, "GET", path, home=Threads.home, fields=query)


def _longer(account: Account, answer: Answer) -> Account:
    try:
        tokens = good(answer).read(Tokens)
    except Refused as error:
        raise SignInAgain(error.why, status=error.status) from error
    fresh = {"token": tokens.access_token, "expires_at": expiry(tokens.expires_in)}
    return replace(account, secrets={**account.secrets, **fresh})


def _item(media: Uploaded, *, child: bool) -> dict[str, str]:
    kind = "VIDEO" if media.is_video else "IMAGE"
    fields = {"media_type": kind, f"{kind.lower()}_url": media.ref}
    if media.alt:
        fields["alt_text"] = media.alt
    return fields | ({"is_carousel_item": "true"} if child else {})


def _whole(part: Outgoing, children: Sequence[str]) -> dict[str, str]:
    if children:
        fields = {"media_type": "CAROUSEL", "children": ",".join(children)}
    elif part.media:
        fields = _item(part.media[0], child=False)
    else:
        fields = {"media_type": "TEXT"}
    if part.text:
        fields["text"] = part.text
    if part.reply_to:
        fields["reply_to_id"] = part.reply_to.remote_id
    return fields


async def _container(http: Client, account: Account, fields: dict[str, str]) -> str:
    path = f"/{account.remote_id}/threads"
    answer = await call(http, account, "POST", path, home=Threads.home, fields=fields)
    return good(answer).read(_Id).id


async def _state(http: Client, account: Account, ident: str) -> _Container:
    query = {"fields": "status,error_message"}
    return good(await _get(http, account, f"/{ident}", query)).read(_Container)


async def _is_out(http: Client, account: Account, container: str) -> bool:
    """Whether a container has become a post; a list may be late, this is not."""
    try:
        return (await _state(http, account, container)).status == "PUBLISHED"
    except (Refused, Gone):
        return False


def _sent(post: _Post) -> Sent:
    return Sent(post.id, post.permalink, at=post.timestamp)


async def _own(http: Client, account: Account, since: datetime, *, replies: bool) -> list[_Post]:
    """The account's posts, or its replies, since then. Raises TryLater when they are too many."""
    query = {
        "fields": "id,text,permalink,timestamp,media_type,children,replied_to",
        "since": str(int((since - _ROUNDING).timestamp())),
        "limit": str(_PAGE),
    }
    found: list[_Post] = []
    for _ in range(_PAGES):
        path = f"/{account.remote_id}/{'replies' if replies else 'threads'}"
        page = good(await _get(http, account, path, query)).read(_Posts)
        found += page.data
        if not page.paging.next:
            return found
        query["after"] = page.paging.cursors.after
    raise TryLater("There are too many posts since then to look at each.", wait=300)


threads = Threads()
