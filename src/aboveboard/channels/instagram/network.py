"""Instagram, for professional accounts, by either of its sign-ins.

Source: developers.facebook.com/docs/instagram-platform (content publishing, comments, insights).
A post is made in two requests: a container, which shows nowhere and is made and polled by
`prepare`, then its publishing. Of a lost publish request the container tells `PUBLISHED`; that it
is `FINISHED` proves nothing, so the account's own list is what settles it.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from aboveboard.channels import base
from aboveboard.channels.base import (
    Account,
    Capabilities,
    Comment,
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
from aboveboard.channels.errors import OutcomeUnknown, Refused, SignInAgain, TryLater
from aboveboard.channels.instagram.fields import FRAME, item, whole
from aboveboard.channels.instagram.shapes import (
    Comments,
    Container,
    Id,
    Insights,
    Me,
    Pages,
    Post,
    Posts,
)
from aboveboard.channels.meta import call, fault, good
from aboveboard.channels.oauth import Tokens, expiry
from aboveboard.channels.rates import moment_of
from aboveboard.channels.wire import Answer
from aboveboard.kernel.http import Client

VERSION = "v26.0"
_PAGE, _PAGES = 50, 20
_ROUNDING = timedelta(seconds=2)
_POLL = 10.0
# Codes that say: too early, or the container has run out. Source: error codes of the API.
_NOT_READY, _GONE = 9007, 24

_TOKEN = base.Field(
    "token",
    "Access token",
    "A long-lived one, with the rights to publish, to manage comments and to read insights.",
    secret=True,
)


class Instagram(Network):
    """By Instagram Login. The secret `token` lasts 60 days and is renewed ahead of time."""

    name = "instagram"
    title = "Instagram"
    page = "https://www.instagram.com/{name}/"
    home = f"https://graph.instagram.com/{VERSION}"
    limits = Limits(
        text=2_200,
        unit="characters",
        images=10,
        image_bytes=8_000_000,
        image_types=("image/jpeg",),
        alt=1_000,
        frame=FRAME,
        videos=10,
        video_bytes=300_000_000,
        video_types=("video/mp4", "video/quicktime"),
        video_seconds=900,
        video_edge=1_920,
        video_rate=60,
        media_least=1,
        mixed=True,
        tags=5,
    )
    capabilities = Capabilities(
        auth=("oauth", "token"),
        threads=False,
        first_comment=True,
        prepares=True,
        media_by_url=True,
        delete=False,
        comments=True,
        native_ai_field="is_ai_generated",
        native_ai_covers="media",
        metrics=("replies", "likes", "reposts", "views", "saves", "reach"),
    )
    fields: tuple[base.Field, ...] = (_TOKEN,)
    oauth = OAuth(
        authorize="https://www.instagram.com/oauth/authorize",
        token="https://api.instagram.com/oauth/access_token",  # noqa: S106
        scopes=(
            "instagram_business_basic",
            "instagram_business_content_publish",
            "instagram_business_manage_comments",
            "instagram_business_manage_insights",
        ),
        separator=",",
        pkce=False,
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return len(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        me = good(await self._get(http, account, "/me", {"fields": "user_id,username,name"})).read(
            Me
        )
        return self._profile(account, me)

    def _profile(self, account: Account, me: Me) -> Profile:
        named = replace(account, handle=f"@{me.username}", remote_id=me.user_id or me.id)
        expires = moment_of(account.secrets.get("expires_at", ""))
        return Profile(named, me.name or me.username, self.limits, expires_at=expires)

    async def exchanged(self, http: Client, account: Account) -> Account:
        """The hour's token becomes one of sixty days."""
        query = {
            "grant_type": "ig_exchange_token",
            "client_secret": account.secrets.get("client_secret", ""),
        }
        return _longer(account, await self._get(http, account, "/access_token", query))

    async def refresh(self, http: Client, account: Account) -> Account:
        """A token can be renewed from its second day until it has run out."""
        query = {"grant_type": "ig_refresh_token"}
        return _longer(account, await self._get(http, account, "/refresh_access_token", query))

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        """Instagram fetches media from an address of ours; nothing is sent there."""
        if not media.url:
            raise Refused(
                "Instagram fetches pictures and videos from a public address. Set "
                "ABOVEBOARD_PUBLIC_URL to one that begins with https and that others reach."
            )
        return Uploaded(media.url, media.alt, media.width, media.height, media.mime)

    async def prepare(
        self, http: Client, account: Account, part: Outgoing, begun: str = ""
    ) -> Prepared:
        """Containers for the pictures of a carousel, one a call, then the post's; then it waits."""
        if part.reply_to:
            return Prepared("")
        made: list[str] = json.loads(begun) if begun else []
        pictures = part.media if len(part.media) > 1 else ()
        if len(made) < len(pictures):
            fields = {**item(pictures[len(made)]), "is_carousel_item": "true"}
            return Prepared(
                json.dumps([*made, await self._container(http, account, fields)]), done=False
            )
        if len(made) == len(pictures):
            ident = await self._container(http, account, whole(part, made))
            return Prepared(json.dumps([*made, ident]), done=False, wait=_POLL)
        query = {"fields": "status_code,status"}
        answer = await self._get(http, account, f"/{made[-1]}", query)
        state = good(answer).read(Container)
        if state.status_code == "IN_PROGRESS":
            return Prepared(begun, done=False, wait=_POLL)
        if state.status_code == "EXPIRED":
            raise TryLater("The post's container has run out.", stale=True)
        if state.status_code == "ERROR":
            raise Refused(f"Instagram could not use this: {state.status or 'no reason given'}.")
        return Prepared(begun)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        if part.reply_to:
            post = part.root or part.reply_to
            path, fields = f"/{post.remote_id}/comments", {"message": part.text}
            answer = await self._post(http, account, path, fields, publishing=True)
            return Sent(good(answer).read(Id).id, post.url, at=part.created_at)
        fields = {"creation_id": json.loads(part.prepared)[-1]}
        path = f"/{account.remote_id}/media_publish"
        answer = await self._post(http, account, path, fields, publishing=True)
        if not answer.ok and (code := fault(answer).code) in (_NOT_READY, _GONE):
            if await self._is_out(http, account, part):
                # An earlier request has used it up.
                raise OutcomeUnknown("Instagram says that this is out already.")
            raise TryLater("The post's container is not ready.", wait=30, stale=code == _GONE)
        return Sent(good(answer).read(Id).id, "", at=part.created_at)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        wanted = "".join(part.text.split())
        if part.reply_to:
            post = part.root or part.reply_to
            return [
                Sent(one.id, post.url, at=one.timestamp)
                for one in (await self._comments(http, account, post)).data
                if f"@{one.username}" == account.handle
                and one.timestamp >= since - _ROUNDING
                and "".join(one.text.split()) == wanted
            ]
        found = [
            Sent(post.id, post.permalink, at=post.timestamp)
            for post in await self._own(http, account, since)
            if "".join(post.caption.split()) == wanted and post.pictures == len(part.media)
        ]
        if not found and await self._is_out(http, account, part):
            raise TryLater("Instagram says that it is out, and does not list it yet.", wait=30)
        return found

    async def _is_out(self, http: Client, account: Account, part: Outgoing) -> bool:
        """Whether the container of a post has become one; a list may be late, this is not."""
        made: list[str] = json.loads(part.prepared or "[]")
        if not made:
            return False
        answer = await self._get(http, account, f"/{made[-1]}", {"fields": "status_code"})
        return answer.ok and answer.read(Container).status_code == "PUBLISHED"

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        return [
            Standing(Sent(post.id, post.permalink, at=post.timestamp), post.caption, post.pictures)
            for post in await self._own(http, account, since)
        ]

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        found: dict[str, Numbers] = {}
        for post in sent:
            query = {"metric": "views,reach,likes,comments,shares,saved"}
            answer = await self._get(http, account, f"/{post.remote_id}/insights", query)
            if answer.status == 404:
                continue
            told = {
                one.name: one.values[0].value
                for one in good(answer).read(Insights).data
                if one.values
            }
            found[post.remote_id] = Numbers(
                replies=told.get("comments"),
                likes=told.get("likes"),
                reposts=told.get("shares"),
                views=told.get("views"),
                saves=told.get("saved"),
                reach=told.get("reach"),
            )
        return found

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[Comment]:
        return [
            Comment(one.id, one.username, one.text, one.timestamp, sent.url, sent.remote_id)
            for one in (await self._comments(http, account, sent)).data
            if one.timestamp >= since and f"@{one.username}" != account.handle
        ]

    async def _comments(self, http: Client, account: Account, post: Sent) -> Comments:
        query = {"fields": "id,text,timestamp,username"}
        answer = await self._get(http, account, f"/{post.remote_id}/comments", query)
        return good(answer).read(Comments)

    async def _own(self, http: Client, account: Account, since: datetime) -> list[Post]:
        """The account's posts since then. Raises TryLater when they are too many."""
        query = {
            "fields": "id,caption,timestamp,permalink,children",
            "limit": str(_PAGE),
        }
        found: list[Post] = []
        for _ in range(_PAGES):
            answer = await self._get(http, account, f"/{account.remote_id}/media", query)
            page = good(answer).read(Posts)
            fresh = [post for post in page.data if post.timestamp >= since - _ROUNDING]
            found += fresh
            if len(fresh) < len(page.data) or not page.paging.next:
                return found
            query["after"] = page.paging.cursors.after
        raise TryLater("There are too many posts since then to look at each.", wait=300)

    async def _container(self, http: Client, account: Account, fields: dict[str, str]) -> str:
        answer = await self._post(http, account, f"/{account.remote_id}/media", fields)
        return good(answer).read(Id).id

    async def _get(
        self, http: Client, account: Account, path: str, query: dict[str, str]
    ) -> Answer:
        return await call(http, account, "GET", path, home=self.home, fields=query)

    async def _post(
        self,
        http: Client,
        account: Account,
        path: str,
        fields: dict[str, str],
        *,
        publishing: bool = False,
    ) -> Answer:
        return await call(
            http, account, "POST", path, home=self.home, publishing=publishing, fields=fields
        )


class InstagramByFacebook(Instagram):
    """By Facebook Login: the account that is linked to a Page. It knows paid partnerships too."""

    name = "instagram_facebook"
    title = "Instagram by Facebook"
    home = f"https://graph.facebook.com/{VERSION}"
    capabilities = replace(
        Instagram.capabilities, native_paid_field="is_paid_partnership", delete=True
    )
    fields = (
        _TOKEN,
        base.Field(
            "account",
            "Account's number",
            "The Instagram account's id; empty to find it.",
            required=False,
        ),
    )
    oauth = OAuth(
        authorize=f"https://www.facebook.com/{VERSION}/dialog/oauth",
        token=f"https://graph.facebook.com/{VERSION}/oauth/access_token",
        scopes=(
            "instagram_basic",
            "instagram_content_publish",
            "instagram_manage_comments",
            "instagram_manage_contents",
            "instagram_manage_insights",
            "pages_read_engagement",
            "pages_show_list",
        ),
        separator=",",
        pkce=False,
    )

    async def sign_in(self, http: Client, account: Account) -> Profile:
        if number := account.secrets.get("account", "") or account.remote_id:
            query = {"fields": "id,username,name"}
            me = good(await self._get(http, account, f"/{number}", query)).read(Me)
            return self._profile(account, me)
        found = await self.accounts(http, account)
        if not found:
            raise SignInAgain("No Page of this sign-in has an Instagram account linked to it.")
        return found[0]

    async def exchanged(self, http: Client, account: Account) -> Account:
        query = {
            "grant_type": "fb_exchange_token",
            "client_id": account.secrets.get("client_id", ""),
            "client_secret": account.secrets.get("client_secret", ""),
            "fb_exchange_token": account.secrets.get("token", ""),
        }
        return _longer(account, await self._get(http, account, "/oauth/access_token", query))

    async def refresh(self, http: Client, account: Account) -> Account:
        """A Page's token does not run out; one that is dead takes a person."""
        return account

    async def accounts(self, http: Client, account: Account) -> Sequence[Profile]:
        query = {"fields": "id,name,access_token,instagram_business_account{id,username}"}
        pages = good(await self._get(http, account, "/me/accounts", query)).read(Pages).data
        # A Page's token has no end; that of the person does not count any more.
        lasting = {k: v for k, v in account.secrets.items() if k != "expires_at"}
        return [
            self._profile(
                replace(account, secrets={**lasting, "token": page.access_token}),
                Me(id=linked.id, username=linked.username, name=linked.username),
            )
            for page in pages
            if (linked := page.instagram_business_account)
        ]

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        answer = await call(http, account, "DELETE", f"/{sent.remote_id}", home=self.home)
        if answer.status != 404:
            good(answer)


def _longer(account: Account, answer: Answer) -> Account:
    try:
        tokens = good(answer).read(Tokens)
    except Refused as error:
        raise SignInAgain(error.why, status=error.status) from error
    fresh = {"token": tokens.access_token, "expires_at": expiry(tokens.expires_in)}
    kept = {**account.secrets, **fresh}
    return replace(account, secrets={name: value for name, value in kept.items() if value})


instagram = Instagram()
instagram_facebook = InstagramByFacebook()
