"""X, by its API v2 (pay per use since February 2026).

Source: docs.x.com and its openapi.json 2.167. There is no key that makes a post once: a lost answer
is settled by the account's own timeline, in which links are shortened and told apart by their
entities. X refuses words that are out already, which counts as unknown and is read back.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from aboveboard.channels import oauth as oauth2
from aboveboard.channels.base import (
    Account,
    Capabilities,
    Comment,
    Field,
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
from aboveboard.channels.errors import TryLater
from aboveboard.channels.rates import moment_of
from aboveboard.channels.x import uploading
from aboveboard.channels.x.calling import HOME, call, good
from aboveboard.channels.x.shapes import Created, Data, Listed, Person, Timeline, Tweet
from aboveboard.channels.x.weighing import weight
from aboveboard.kernel.http import Client

_PAGE, _PAGES, _AT_ONCE = 100, 32, 100
_ROUNDING = timedelta(seconds=2)


class X(Network):
    """The secret `token` is a user's access token; by OAuth it is renewed every two hours."""

    name = "x"
    title = "X"
    page = "https://x.com/{name}"
    home = HOME
    limits = Limits(
        text=280,
        unit="weighted",
        url_length=23,
        images=4,
        image_bytes=5_000_000,
        alt=1_000,
        videos=1,
        video_bytes=512_000_000,
        video_types=("video/mp4", "video/quicktime"),
        video_seconds=140,
        video_edge=1_920,
        video_rate=60,
    )
    capabilities = Capabilities(
        auth=("oauth", "token"),
        link_preview="server",
        comments=True,
        native_ai_field="made_with_ai",
        native_paid_field="paid_partnership",
        metrics=("replies", "likes", "reposts", "quotes", "views", "saves"),
    )
    fields = (
        Field(
            "token",
            "Access token",
            "Of the user, with tweet.read, tweet.write, users.read and media.write.",
            secret=True,
        ),
        Field(
            "refresh", "Refresh token", "Comes with offline.access.", secret=True, required=False
        ),
        Field("client_id", "Client ID", "Of your app, to renew the token.", required=False),
        Field("client_secret", "Client secret", "", secret=True, required=False),
    )
    oauth = OAuth(
        authorize="https://x.com/i/oauth2/authorize",
        token="https://api.x.com/2/oauth2/token",  # noqa: S106
        scopes=("tweet.read", "tweet.write", "users.read", "media.write", "offline.access"),
        client_auth="basic",
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return weight(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        person = good(await call(http, account, "GET", "/2/users/me")).read(Data[Person]).data
        named = replace(account, handle=f"@{person.username}", remote_id=person.id)
        expires = moment_of(account.secrets.get("expires_at", ""))
        return Profile(named, person.name or person.username, self.limits, expires_at=expires)

    async def refresh(self, http: Client, account: Account) -> Account:
        assert self.oauth
        return await oauth2.refreshed(http, self.oauth, account, home=self.home)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        if begun is None:
            return await uploading.begin(http, account, media)
        return await uploading.go_on(http, account, media, begun)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        body: dict[str, Any] = {"text": part.text}
        if part.media:
            body["media"] = {"media_ids": [one.ref for one in part.media]}
        if part.reply_to:
            body["reply"] = {"in_reply_to_tweet_id": part.reply_to.remote_id}
        body |= {name: value for name, value in part.native.items() if value}
        answer = await call(http, account, "POST", "/2/tweets", publishing=True, json=body)
        return _sent(account, good(answer).read(Data[Created]).data.id, part.created_at)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        parent = part.reply_to.remote_id if part.reply_to else None
        wanted = _key(part.text)
        return [
            _sent(account, tweet.id, tweet.created_at)
            for tweet in await _own(http, account, since)
            if _key(_written(tweet)) == wanted
            and _parent(tweet) == parent
            and len(tweet.attachments.media_keys) == len(part.media)
        ]

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        return [
            Standing(
                _sent(account, tweet.id, tweet.created_at),
                _written(tweet),
                len(tweet.attachments.media_keys),
            )
            for tweet in await _own(http, account, since)
        ]

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        answer = await call(http, account, "DELETE", f"/2/tweets/{sent.remote_id}")
        if answer.status != 404:
            good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        found: dict[str, Numbers] = {}
        for start in range(0, len(sent), _AT_ONCE):
            ids = ",".join(post.remote_id for post in sent[start : start + _AT_ONCE])
            query = {"ids": ids, "tweet.fields": "public_metrics"}
            answer = await call(http, account, "GET", "/2/tweets", params=query)
            for tweet in good(answer).read(Listed[Tweet]).data:
                told = tweet.public_metrics
                found[tweet.id] = Numbers(
                    replies=told.reply_count,
                    likes=told.like_count,
                    reposts=told.retweet_count,
                    quotes=told.quote_count,
                    views=told.impression_count,
                    saves=told.bookmark_count,
                )
        return found

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[Comment]:
        query = {
            "query": f"conversation_id:{sent.remote_id}",
            "start_time": since.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "max_results": str(_PAGE),
            "tweet.fields": "created_at,author_id,referenced_tweets",
        }
        answer = await call(http, account, "GET", "/2/tweets/search/recent", params=query)
        found = [
            Comment(
                remote_id=tweet.id,
                author=tweet.author_id,
                text=tweet.text,
                at=tweet.created_at,
                url=f"https://x.com/i/status/{tweet.id}",
                reply_to=_parent(tweet) or "",
            )
            for tweet in good(answer).read(Listed[Tweet]).data
            if tweet.created_at and tweet.author_id != account.remote_id
        ]
        return sorted(found, key=lambda comment: comment.at)


async def _own(http: Client, account: Account, since: datetime) -> list[Tweet]:
    """The account's own posts since then. Raises TryLater when they are too many to see all."""
    query = {
        "max_results": str(_PAGE),
        "start_time": (since - _ROUNDING).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "tweet.fields": "created_at,entities,referenced_tweets,attachments",
        "exclude": "retweets",
    }
    found: list[Tweet] = []
    for _ in range(_PAGES):
        path = f"/2/users/{account.remote_id}/tweets"
        page = good(await call(http, account, "GET", path, params=query)).read(Timeline)
        found += page.data
        if not page.meta.next_token:
            return found
        query["pagination_token"] = page.meta.next_token
    raise TryLater("There are too many posts since then to look at each.", wait=300)


def _parent(tweet: Tweet) -> str | None:
    return next((one.id for one in tweet.referenced_tweets if one.type == "replied_to"), None)


def _written(tweet: Tweet) -> str:
    """The text with its links as they were written; one without an address is a picture's."""
    text = tweet.text
    for url in tweet.entities.urls:
        is_media = "/photo/" in url.expanded_url or "/video/" in url.expanded_url
        text = text.replace(url.url, "" if is_media else url.expanded_url)
    return text


def _key(text: str) -> str:
    return "".join(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split())


def _sent(account: Account, ident: str, at: datetime | None) -> Sent:
    name = account.handle.removeprefix("@") or "i"
    return Sent(ident, f"https://x.com/{name}/status/{ident}", at=at)


x = X()
