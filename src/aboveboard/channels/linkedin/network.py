"""LinkedIn, for a member or an organisation, by its Posts API.

Source: learn.microsoft.com/linkedin (Posts, Images, Videos, Social Actions, share statistics).
Nothing makes a post once: an organisation's own posts can be listed, a member's cannot, so there a
lost answer is for a person to settle. LinkedIn refuses an equal post for some ten minutes, which
counts as unknown.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from pydantic import BaseModel, Field

from aboveboard.channels import base
from aboveboard.channels import oauth as oauth2
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
from aboveboard.channels.errors import OutcomeUnknown, Refused, TryLater
from aboveboard.channels.linkedin import uploading
from aboveboard.channels.linkedin.calling import HOME, VERSION, call, good
from aboveboard.channels.linkedin.little import escaped, plain
from aboveboard.channels.rates import moment_of
from aboveboard.kernel.http import Client

_ORGANISATION = "urn:li:organization:"
_PAGE, _PAGES = 100, 10


class _Me(BaseModel):
    sub: str
    name: str = ""


class _Organisation(BaseModel):
    name: str = Field(default="", alias="localizedName")


class _Post(BaseModel):
    id: str
    commentary: str = ""
    created: int = Field(default=0, alias="createdAt")
    content: dict[str, Any] = Field(default_factory=dict)

    @property
    def pictures(self) -> int:
        if many := self.content.get("multiImage"):
            return len(many.get("images", []))
        return int("media" in self.content)


class _Posts(BaseModel):
    elements: list[_Post] = Field(default_factory=list)


class _Text(BaseModel):
    text: str = ""


class _Stamp(BaseModel):
    time: int = 0


class _Comment(BaseModel):
    id: str = ""
    urn: str = Field(default="", alias="$URN")
    actor: str = ""
    message: _Text = Field(default_factory=_Text)
    created: _Stamp = Field(default_factory=_Stamp)


class _Comments(BaseModel):
    elements: list[_Comment] = Field(default_factory=list)


class _Counts(BaseModel):
    impressions: int | None = Field(default=None, alias="impressionCount")
    reach: int | None = Field(default=None, alias="uniqueImpressionsCount")
    clicks: int | None = Field(default=None, alias="clickCount")
    likes: int | None = Field(default=None, alias="likeCount")
    comments: int | None = Field(default=None, alias="commentCount")
    shares: int | None = Field(default=None, alias="shareCount")


class _Statistic(BaseModel):
    share: str = ""
    ugc: str = Field(default="", alias="ugcPost")
    totals: _Counts = Field(default_factory=_Counts, alias="totalShareStatistics")


class _Statistics(BaseModel):
    elements: list[_Statistic] = Field(default_factory=list)


class LinkedIn(Network):
    """`account.remote_id` is the author's URN; the secret `organisation` names one by number."""

    name = "linkedin"
    title = "LinkedIn"
    home = HOME
    limits = Limits(
        text=3_000,
        unit="characters",
        images=20,
        image_bytes=10_000_000,
        image_types=("image/jpeg", "image/png", "image/gif"),
        alt=4_086,
        comment=1_250,
        # Fewer than 36,152,320 pixels.
        frame=Frame(pixels=36_152_319),
        videos=1,
        video_bytes=500_000_000,
        video_seconds=1_800,
    )
    capabilities = Capabilities(
        auth=("oauth", "token"),
        link_preview="own",
        threads=False,
        first_comment=True,
        mentions=False,
        edit=True,
        comments=True,
        rates="app",
        metrics=("replies", "likes", "reposts", "views", "clicks", "reach"),
    )
    fields = (
        base.Field(
            "token",
            "Access token",
            "With w_member_social, or w_organization_social and r_organization_social.",
            secret=True,
        ),
        base.Field(
            "organisation",
            "Organisation",
            "The number of the organisation to post as; empty to post as the member.",
            required=False,
        ),
        base.Field("version", "API version", "As LinkedIn counts them.", default=VERSION),
        base.Field("refresh", "Refresh token", "Partners get one.", secret=True, required=False),
        base.Field("client_id", "Client ID", "Of your app.", required=False),
        base.Field("client_secret", "Client secret", "", secret=True, required=False),
    )
    oauth = OAuth(
        authorize="https://www.linkedin.com/oauth/v2/authorization",
        token="https://www.linkedin.com/oauth/v2/accessToken",  # noqa: S106
        scopes=("openid", "profile", "w_member_social"),
        scopes_with={"organisation": ("w_organization_social", "r_organization_social")},
        pkce=False,
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return len(text)

    def reads_back(self, account: Account) -> bool:
        return account.remote_id.startswith(_ORGANISATION)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        expires = moment_of(account.secrets.get("expires_at", ""))
        number = account.secrets.get("organisation", "").removeprefix(_ORGANISATION)
        if number:
            answer = await call(http, account, "GET", f"/rest/organizations/{quote(number)}")
            name = good(answer).read(_Organisation).name or f"Organisation {number}"
            urn = f"{_ORGANISATION}{number}"
        else:
            me = good(await call(http, account, "GET", "/v2/userinfo")).read(_Me)
            name, urn = me.name or "Member", f"urn:li:person:{me.sub}"
        return Profile(
            replace(account, handle=name, remote_id=urn), name, self.limits, expires_at=expires
        )

    async def refresh(self, http: Client, account: Account) -> Account:
        assert self.oauth
        return await oauth2.refreshed(http, self.oauth, account, home=self.home)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        if media.is_video:
            return await uploading.video(http, account, media, begun)
        return await uploading.picture(http, account, media)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        if part.reply_to:
            return await self._comment(http, account, part, part.root or part.reply_to)
        body: dict[str, Any] = {
            "author": account.remote_id,
            "commentary": escaped(part.text),
            "visibility": "PUBLIC",
            "distribution": {
                "feedDistribution": "MAIN_FEED",
                "targetEntities": [],
                "thirdPartyDistributionChannels": [],
            },
            "lifecycleState": "PUBLISHED",
            "isReshareDisabledByAuthor": False,
        }
        if part.media:
            body["content"] = _content(part)
        answer = await call(http, account, "POST", "/rest/posts", publishing=True, json=body)
        urn = good(answer).headers.get("x-restli-id", "")
        if not urn:
            raise OutcomeUnknown("LinkedIn took it and did not say what it is called there.")
        return Sent(urn, f"https://www.linkedin.com/feed/update/{urn}/", at=part.created_at)

    async def _comment(self, http: Client, account: Account, part: Outgoing, post: Sent) -> Sent:
        body = {
            "actor": account.remote_id,
            "object": post.remote_id,
            "message": {"text": part.text},
        }
        path = f"/rest/socialActions/{quote(post.remote_id, safe='')}/comments"
        answer = await call(http, account, "POST", path, publishing=True, json=body)
        made = good(answer).read(_Comment)
        return Sent(made.urn or made.id, post.url, at=part.created_at)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        if not self.reads_back(account):
            return ()
        wanted = "".join(part.text.split())
        if part.reply_to:
            post = part.root or part.reply_to
            return [
                Sent(one.urn or one.id, post.url, at=_at(one.created.time))
                for one in await _comments(http, account, post)
                if one.actor == account.remote_id
                and "".join(one.message.text.split()) == wanted
                and _at(one.created.time) >= since
            ]
        return [
            _sent(post)
            for post in await _own(http, account, since)
            if "".join(plain(post.commentary).split()) == wanted
            and post.pictures == (0 if part.card else len(part.media))
        ]

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing] | None:
        """An organisation's; a person's posts are not told."""
        if not self.reads_back(account):
            return None
        return [
            Standing(_sent(post), plain(post.commentary), post.pictures)
            for post in await _own(http, account, since)
        ]

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        if part.reply_to:
            raise Refused("LinkedIn lets programs change posts, and no comments.")
        body = {"patch": {"$set": {"commentary": escaped(part.text)}}}
        path = f"/rest/posts/{quote(sent.remote_id, safe='')}"
        good(await call(http, account, "POST", path, restli="PARTIAL_UPDATE", json=body))
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        """A comment goes with its post, which is taken down after it."""
        if sent.remote_id.startswith("urn:li:comment:"):
            return
        path = f"/rest/posts/{quote(sent.remote_id, safe='')}"
        answer = await call(http, account, "DELETE", path, restli="DELETE")
        if answer.status != 404:
            good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """For organisations; of a member's posts nothing is told without a further product."""
        if not self.reads_back(account):
            return {post.remote_id: Numbers() for post in sent}
        found: dict[str, Numbers] = {}
        for post in sent:
            kind = "shares" if ":share:" in post.remote_id else "ugcPosts"
            path = (
                "/rest/organizationalEntityShareStatistics?q=organizationalEntity"
                f"&organizationalEntity={quote(account.remote_id, safe='')}"
                f"&{kind}=List({quote(post.remote_id, safe='')})"
            )
            for one in good(await call(http, account, "GET", path)).read(_Statistics).elements:
                told = one.totals
                found[one.share or one.ugc or post.remote_id] = Numbers(
                    replies=told.comments,
                    likes=told.likes,
                    reposts=told.shares,
                    views=told.impressions,
                    clicks=told.clicks,
                    reach=told.reach,
                )
        return found

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[Comment]:
        return [
            Comment(
                remote_id=one.urn or one.id,
                author=one.actor,
                text=one.message.text,
                at=_at(one.created.time),
                url=sent.url,
                reply_to=sent.remote_id,
            )
            for one in await _comments(http, account, sent)
            if one.actor != account.remote_id and _at(one.created.time) >= since
        ]


def _content(part: Outgoing) -> dict[str, Any]:
    """What stands below the words: a link's card, one file or several pictures."""
    urns = [json.loads(one.ref)["urn"] for one in part.media]
    if part.card:
        card = part.card
        about = {"source": card.url, "title": card.title, "description": card.description}
        return {"article": {**about, "thumbnail": urns[0]}}
    media = [
        {"id": urn, **({"altText": one.alt} if one.alt else {})}
        for urn, one in zip(urns, part.media, strict=True)
    ]
    return {"multiImage": {"images": media}} if len(media) > 1 else {"media": media[0]}


def _sent(post: _Post) -> Sent:
    url = f"https://www.linkedin.com/feed/update/{post.id}/"
    return Sent(post.id, url, at=_at(post.created))


async def _own(http: Client, account: Account, since: datetime) -> list[_Post]:
    """The organisation's posts since then. Raises TryLater when they are too many to see all."""
    found: list[_Post] = []
    for page in range(_PAGES):
        path = (
            f"/rest/posts?author={quote(account.remote_id, safe='')}&q=author&count={_PAGE}"
            f"&start={page * _PAGE}&sortBy=CREATED"
        )
        answer = await call(http, account, "GET", path, restli="FINDER")
        posts = good(answer).read(_Posts).elements
        fresh = [post for post in posts if _at(post.created) >= since]
        found += fresh
        if len(fresh) < _PAGE:
            return found
    raise TryLater("There are too many posts since then to look at each.", wait=300)


async def _comments(http: Client, account: Account, post: Sent) -> list[_Comment]:
    path = f"/rest/socialActions/{quote(post.remote_id, safe='')}/comments"
    return good(await call(http, account, "GET", path)).read(_Comments).elements


def _at(milliseconds: int) -> datetime:
    return datetime.fromtimestamp(milliseconds / 1_000, UTC)


linkedin = LinkedIn()
