"""Facebook Pages, by the Graph API.

Source: developers.facebook.com/docs/pages-api (posts, photos, comments, insights). Pictures are put
on the Page unpublished and attached to the post; a video is a post of its own kind (`video`).
Nothing makes a post once: a lost answer is settled by the Page's published posts. An equal post is
refused with code 506: that counts as unknown.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import anyio
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
    Profile,
    Sent,
    Standing,
    Uploaded,
)
from aboveboard.channels.counting import urls
from aboveboard.channels.errors import Refused, SignInAgain, TryLater
from aboveboard.channels.facebook import video
from aboveboard.channels.meta import call, good
from aboveboard.channels.oauth import Tokens
from aboveboard.kernel.http import Client

VERSION = "v26.0"
_PAGE, _PAGES = 100, 10
_ROUNDING = timedelta(seconds=2)
# What a post is asked for, one at a time: one wrong name fails the whole question.
_METRICS = {"views": "post_media_view", "reach": "post_total_media_view_unique"}


class _Id(BaseModel):
    id: str


class _Me(BaseModel):
    id: str
    name: str = ""
    access_token: str = ""


class _Mine(BaseModel):
    data: list[_Me] = Field(default_factory=list)


class _Post(BaseModel):
    id: str
    message: str = ""
    created_time: AwareDatetime
    permalink_url: str = ""


class _Cursors(BaseModel):
    after: str = ""


class _Paging(BaseModel):
    cursors: _Cursors = Field(default_factory=_Cursors)
    next: str = ""


class _Posts(BaseModel):
    data: list[_Post] = Field(default_factory=list)
    paging: _Paging = Field(default_factory=_Paging)


class _Who(BaseModel):
    id: str = ""
    name: str = ""


class _Said(BaseModel):
    id: str
    message: str = ""
    created_time: AwareDatetime
    author: _Who = Field(default_factory=_Who, alias="from")


class _Comments(BaseModel):
    data: list[_Said] = Field(default_factory=list)


class _Count(BaseModel):
    total_count: int = 0


class _Summary(BaseModel):
    summary: _Count = Field(default_factory=_Count)


class _Shares(BaseModel):
    count: int = 0


class _Counted(BaseModel):
    reactions: _Summary = Field(default_factory=_Summary)
    comments: _Summary = Field(default_factory=_Summary)
    shares: _Shares = Field(default_factory=_Shares)
    views: int | None = None


class _Value(BaseModel):
    value: int = 0


class _Insight(BaseModel):
    values: list[_Value] = Field(default_factory=list)


class _Insights(BaseModel):
    data: list[_Insight] = Field(default_factory=list)


class Facebook(Network):
    """The secret `token` is the Page's own token, which does not run out."""

    name = "facebook"
    title = "Facebook Page"
    page = "https://www.facebook.com/{id}"
    home = f"https://graph.facebook.com/{VERSION}"
    limits = Limits(
        text=63_206,
        unit="characters",
        images=10,
        image_bytes=10_000_000,
        image_types=("image/jpeg", "image/png", "image/gif", "image/webp"),
        alt=1_000,
        # What it keeps of a picture.
        frame=Frame(edge=2_048),
        videos=1,
        video_bytes=10_000_000_000,
        video_types=("video/mp4", "video/quicktime"),
        video_seconds=14_400,
    )
    capabilities = Capabilities(
        lists_all=False,
        auth=("oauth", "token"),
        threads=False,
        first_comment=True,
        link_preview="server",
        mentions=False,
        edit=True,
        comments=True,
        scheduling=True,
        metrics=("replies", "likes", "reposts", "views", "reach"),
    )
    fields = (
        base.Field(
            "token",
            "Page token",
            "With pages_manage_posts, pages_read_engagement, pages_manage_engagement, "
            "pages_read_user_content and read_insights.",
            secret=True,
        ),
    )
    oauth = OAuth(
        authorize=f"https://www.facebook.com/{VERSION}/dialog/oauth",
        token=f"https://graph.facebook.com/{VERSION}/oauth/access_token",
        scopes=(
            "pages_show_list",
            "pages_manage_posts",
            "pages_read_engagement",
            "pages_manage_engagement",
            "pages_read_user_content",
            "read_insights",
        ),
        separator=",",
        pkce=False,
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return len(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        query = {"fields": "id,name"}
        answer = await call(http, account, "GET", "/me", home=self.home, fields=query)
        page = good(answer).read(_Me)
        return self._profile(account, page)

    def _profile(self, account: Account, page: _Me) -> Profile:
        named = replace(account, handle=page.name, remote_id=page.id)
        return Profile(named, page.name or page.id, self.limits)

    async def exchanged(self, http: Client, account: Account) -> Account:
        """A long-lived user token, from which Pages' tokens come that do not run out."""
        query = {
            "grant_type": "fb_exchange_token",
            "client_id": account.secrets.get("client_id", ""),
            "client_secret": account.secrets.get("client_secret", ""),
            "fb_exchange_token": account.secrets.get("token", ""),
        }
        path = "/oauth/access_token"
        answer = await call(http, account, "GET", path, home=self.home, fields=query)
        try:
            tokens = good(answer).read(Tokens)
        except Refused as error:
            raise SignInAgain(error.why, status=error.status) from error
        return replace(account, secrets={**account.secrets, "token": tokens.access_token})

    async def accounts(self, http: Client, account: Account) -> Sequence[Profile]:
        query = {"fields": "id,name,access_token", "limit": "100"}
        answer = await call(http, account, "GET", "/me/accounts", home=self.home, fields=query)
        kept = {name: v for name, v in account.secrets.items() if name != "expires_at"}
        return [
            self._profile(replace(account, secrets={**kept, "token": page.access_token}), page)
            for page in good(answer).read(_Mine).data
            if page.access_token
        ]

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        """A picture, unpublished, or the next piece of a video."""
        if media.is_video:
            return await video.upload(http, account, media, begun, self.home)
        content = await anyio.Path(media.path).read_bytes()
        form = {"published": "false", "temporary": "true"}
        if media.alt:
            form["alt_text_custom"] = media.alt
        path = f"/{account.remote_id}/photos"
        files = {"source": (media.path.name, content, media.mime)}
        answer = await call(http, account, "POST", path, home=self.home, fields=form, files=files)
        return Uploaded(good(answer).read(_Id).id, media.alt, media.width, media.height, media.mime)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        if _is_video(part):
            return await video.publish(http, account, part, self.home)
        if part.reply_to:
            post = part.root or part.reply_to
            path, form = f"/{post.remote_id}/comments", {"message": part.text}
        else:
            path, form = f"/{account.remote_id}/feed", {"message": part.text}
            for place, one in enumerate(part.media):
                form[f"attached_media[{place}]"] = json.dumps({"media_fbid": one.ref})
            if not part.media and (link := _link(part.text)):
                form["link"] = link
        answer = await call(
            http, account, "POST", path, home=self.home, publishing=True, fields=form
        )
        ident = good(answer).read(_Id).id
        return Sent(ident, f"https://www.facebook.com/{ident}", at=part.created_at)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        if _is_video(part):
            return await video.find(http, account, part, self.home)
        wanted = "".join(part.text.split())
        if part.reply_to:
            said = await self._comments(http, account, part.root or part.reply_to)
            return [
                Sent(one.id, f"https://www.facebook.com/{one.id}", at=one.created_time)
                for one in said.data
                if one.author.id == account.remote_id
                and one.created_time >= since - _ROUNDING
                and "".join(one.message.split()) == wanted
            ]
        return [
            _sent(post)
            for post in await self._own(http, account, since)
            if "".join(post.message.split()) == wanted
        ]

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        return [
            Standing(_sent(post), post.message) for post in await self._own(http, account, since)
        ]

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        words = "description" if video.is_one(sent) else "message"
        path, form = f"/{sent.remote_id}", {words: part.text}
        good(await call(http, account, "POST", path, home=self.home, fields=form))
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        answer = await call(http, account, "DELETE", f"/{sent.remote_id}", home=self.home)
        if answer.status != 404:
            good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        found: dict[str, Numbers] = {}
        for post in sent:
            # A video has no field `shares`, and tells its plays without being asked for insights.
            of_its_kind = "views" if video.is_one(post) else "shares"
            query = {
                "fields": "reactions.summary(total_count).limit(0),"
                f"comments.summary(total_count).limit(0),{of_its_kind}"
            }
            path = f"/{post.remote_id}"
            answer = await call(http, account, "GET", path, home=self.home, fields=query)
            if answer.status == 404:
                continue
            told = good(answer).read(_Counted)
            one = Numbers(
                replies=told.comments.summary.total_count,
                likes=told.reactions.summary.total_count,
            )
            if video.is_one(post):
                found[post.remote_id] = replace(one, views=told.views)
                continue
            more = {
                name: await self._insight(http, account, post, metric)
                for name, metric in _METRICS.items()
            }
            found[post.remote_id] = replace(one, reposts=told.shares.count, **more)
        return found

    async def _insight(self, http: Client, account: Account, post: Sent, metric: str) -> int | None:
        path, query = f"/{post.remote_id}/insights", {"metric": metric}
        answer = await call(http, account, "GET", path, home=self.home, fields=query)
        if not answer.ok:
            return None
        found = answer.read(_Insights).data
        return found[0].values[0].value if found and found[0].values else None

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[Comment]:
        return [
            Comment(
                one.id, one.author.name, one.message, one.created_time, sent.url, sent.remote_id
            )
            for one in (await self._comments(http, account, sent)).data
            if one.created_time >= since and one.author.id != account.remote_id
        ]

    async def _comments(self, http: Client, account: Account, post: Sent) -> _Comments:
        query = {"fields": "id,message,created_time,from", "limit": str(_PAGE)}
        path = f"/{post.remote_id}/comments"
        answer = await call(http, account, "GET", path, home=self.home, fields=query)
        return good(answer).read(_Comments)

    async def _own(self, http: Client, account: Account, since: datetime) -> list[_Post]:
        """The Page's posts since then. Raises TryLater when they are too many to see all."""
        query = {
            "fields": "id,message,created_time,permalink_url",
            "since": str(int((since - _ROUNDING).timestamp())),
            "limit": str(_PAGE),
        }
        found: list[_Post] = []
        for _ in range(_PAGES):
            path = f"/{account.remote_id}/published_posts"
            answer = await call(http, account, "GET", path, home=self.home, fields=query)
            page = good(answer).read(_Posts)
            found += page.data
            if not page.paging.next:
                return found
            query["after"] = page.paging.cursors.after
        raise TryLater("There are too many posts since then to look at each.", wait=300)


def _is_video(part: Outgoing) -> bool:
    return bool(part.media) and part.media[0].is_video


def _sent(post: _Post) -> Sent:
    return Sent(post.id, f"https://www.facebook.com/{post.id}", at=post.created_time)


def _link(text: str) -> str:
    """The first address of a text, of which the network makes its preview."""
    return next((text[start:end] for start, end in urls(text)), "")


facebook = Facebook()
