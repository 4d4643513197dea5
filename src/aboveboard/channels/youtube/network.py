"""YouTube, by its Data API v3: a video with title and description.

Source: developers.google.com/youtube/v3/docs (videos, channels, commentThreads, comments). A video
is uploaded as a private one; publishing is one change that gives it its words and makes it public,
so it may be made again without harm, and a lost answer is settled by looking at the video. Videos
of apps that YouTube has not audited stay private, whatever is asked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import regex

from aboveboard.channels import base
from aboveboard.channels import oauth as oauth2
from aboveboard.channels.base import (
    Account,
    Capabilities,
    Limits,
    Media,
    Network,
    Numbers,
    OAuth,
    Outgoing,
    Profile,
    Sent,
    Uploaded,
)
from aboveboard.channels.errors import Gone, Refused, SignInAgain, TryLater
from aboveboard.channels.rates import moment_of
from aboveboard.channels.wire import Answer
from aboveboard.channels.youtube import uploading
from aboveboard.channels.youtube.calling import HOME, Items, call, good
from aboveboard.channels.youtube.shapes import Channel, Comment, CommentThread, Video
from aboveboard.kernel.http import Client

_SYNTHETIC = "containsSyntheticMedia"
_PAID = "hasPaidProductPlacement"
_COMMENT = "comment"
_TAGS = 500
_PAGES = 10
_ROUNDING = timedelta(seconds=2)
_HASHTAG = regex.compile(r"(?<![\w&])#(\w+)")


class YouTube(Network):
    """`audience` in the secrets says whether videos are made for children, as YouTube must know."""

    name = "youtube"
    title = "YouTube"
    home = HOME
    limits = Limits(
        text=5_000,
        unit="bytes",
        title=100,
        comment=10_000,
        images=0,
        alt=0,
        videos=1,
        video_bytes=256_000_000_000,
        video_types=("video/mp4", "video/webm", "video/quicktime", "video/mpeg"),
        video_seconds=43_200,
        media_least=1,
    )
    capabilities = Capabilities(
        auth=("oauth", "token"),
        threads=False,
        first_comment=True,
        alt_text=False,
        mentions=False,
        edit=True,
        comments=True,
        scheduling=True,
        readback="by_id",
        native_ai_field=_SYNTHETIC,
        native_ai_covers="media",
        native_paid_field=_PAID,
        rates="app",
        metrics=("views", "likes", "replies"),
    )
    fields = (
        base.Field(
            "token", "Access token", "With youtube.force-ssl and youtube.upload.", secret=True
        ),
        base.Field(
            "audience",
            "Made for children",
            "yes or no: the law of several countries has YouTube ask for it.",
            default="no",
        ),
        base.Field("refresh", "Refresh token", "", secret=True, required=False),
        base.Field("client_id", "Client ID", "Of your app, to renew the token.", required=False),
        base.Field("client_secret", "Client secret", "", secret=True, required=False),
    )
    oauth = OAuth(
        authorize="https://accounts.google.com/o/oauth2/v2/auth",
        token="https://oauth2.googleapis.com/token",  # noqa: S106
        scopes=(
            "https://www.googleapis.com/auth/youtube.upload",
            "https://www.googleapis.com/auth/youtube.force-ssl",
        ),
        # Without both, Google gives a refresh token the first time only.
        more={"access_type": "offline", "prompt": "consent"},
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return len(text.encode(errors="surrogatepass"))

    async def sign_in(self, http: Client, account: Account) -> Profile:
        query = {"part": "snippet", "mine": "true"}
        answer = good(await call(http, account, "GET", "/youtube/v3/channels", params=query))
        found = answer.read(Items[Channel]).items
        if not found:
            raise SignInAgain("This Google account has no YouTube channel.")
        name = found[0].snippet.title
        named = replace(account, handle=name, remote_id=found[0].id)
        expires = moment_of(account.secrets.get("expires_at", ""))
        return Profile(named, name, self.limits, expires_at=expires)

    async def refresh(self, http: Client, account: Account) -> Account:
        assert self.oauth
        return await oauth2.refreshed(http, self.oauth, account, home=HOME)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        if begun:
            return await uploading.go_on(http, account, media, begun)
        return await uploading.begin(http, account, media)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        if part.reply_to:
            return await self._commented(http, account, part, part.reply_to)
        ident = part.media[0].ref
        body: dict[str, Any] = {
            "id": ident,
            "snippet": _snippet(part),
            "status": {
                "privacyStatus": "public",
                "selfDeclaredMadeForKids": _for_children(account),
                _SYNTHETIC: bool(part.native.get(_SYNTHETIC)),
            },
        }
        parts = "snippet,status"
        if _PAID in part.native:
            body["paidProductPlacementDetails"] = {_PAID: bool(part.native[_PAID])}
            parts += ",paidProductPlacementDetails"
        try:
            answer = good(await self._put(http, account, parts, body, publishing=True))
        except Gone as gone:
            raise TryLater(f"The upload is not there any more: {gone.why}", stale=True) from gone
        if answer.read(Video).status.privacy_status != "public":
            raise Refused(
                "YouTube keeps the video private: it has not audited the app. Ask for the audit, "
                "or make the video public at YouTube."
            )
        return _sent(ident)

    async def _commented(self, http: Client, account: Account, part: Outgoing, under: Sent) -> Sent:
        comment = {"snippet": {"textOriginal": part.text}}
        answer = await call(
            http,
            account,
            "POST",
            "/youtube/v3/commentThreads",
            publishing=True,
            params={"part": "snippet"},
            json={"snippet": {"videoId": under.remote_id, "topLevelComment": comment}},
        )
        return _sent_comment(under, good(answer).read(CommentThread).snippet.top_level_comment)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        if part.reply_to:
            return [
                _sent_comment(part.reply_to, one)
                for one in await self._comments(http, account, part.reply_to, since)
                if one.snippet.author_channel_id.value == account.remote_id
                and one.snippet.text_original == part.text
            ]
        if not part.media:
            return ()
        video = await self._video(http, account, part.media[0].ref, "snippet,status")
        if video is None or video.status.privacy_status != "public":
            return ()
        return (_sent(video.id),) if video.snippet.description == part.text else ()

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        """A change names a whole part, so what the words do not touch is read first."""
        if sent.handle == _COMMENT:
            body: dict[str, Any] = {
                "id": sent.remote_id,
                "snippet": {"textOriginal": part.text},
            }
            query = {"part": "snippet"}
            good(await call(http, account, "PUT", "/youtube/v3/comments", params=query, json=body))
            return sent
        video = await self._video(http, account, sent.remote_id, "snippet")
        if video is None:
            raise Gone("The video is not there any more.")
        kept = {"title": video.snippet.title, "categoryId": video.snippet.category_id}
        body = {"id": sent.remote_id, "snippet": _snippet(part) | kept}
        good(await self._put(http, account, "snippet", body))
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        kind = "comments" if sent.handle == _COMMENT else "videos"
        query = {"id": sent.remote_id}
        answer = await call(http, account, "DELETE", f"/youtube/v3/{kind}", params=query)
        if answer.status != 404:
            good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        idents = [post.remote_id for post in sent if post.handle != _COMMENT]
        found: dict[str, Numbers] = {}
        for start in range(0, len(idents), 50):
            query = {"part": "statistics", "id": ",".join(idents[start : start + 50])}
            answer = good(await call(http, account, "GET", "/youtube/v3/videos", params=query))
            for video in answer.read(Items[Video]).items:
                told = video.statistics
                found[video.id] = Numbers(
                    views=told.view_count, likes=told.like_count, replies=told.comment_count
                )
        return found

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[base.Comment]:
        if sent.handle == _COMMENT:
            return ()
        found = [
            base.Comment(
                remote_id=one.id,
                author=one.snippet.author_display_name,
                text=one.snippet.text_original or one.snippet.text_display,
                at=one.snippet.published_at,
                url=f"{sent.url}&lc={one.id}",
                reply_to=sent.remote_id,
            )
            for one in await self._comments(http, account, sent, since)
            if one.snippet.author_channel_id.value != account.remote_id
        ]
        return sorted(found, key=lambda one: one.at)

    async def _put(
        self,
        http: Client,
        account: Account,
        parts: str,
        body: Mapping[str, Any],
        *,
        publishing: bool = False,
    ) -> Answer:
        query = {"part": parts}
        path = "/youtube/v3/videos"
        return await call(
            http, account, "PUT", path, publishing=publishing, params=query, json=body
        )

    async def _video(self, http: Client, account: Account, ident: str, parts: str) -> Video | None:
        query = {"part": parts, "id": ident}
        answer = good(await call(http, account, "GET", "/youtube/v3/videos", params=query))
        return next(iter(answer.read(Items[Video]).items), None)

    async def _comments(
        self, http: Client, account: Account, post: Sent, since: datetime
    ) -> list[Comment]:
        """The comments under a video since then, the newest first."""
        query = {
            "part": "snippet",
            "videoId": post.remote_id,
            "order": "time",
            "maxResults": "100",
            "textFormat": "plainText",
        }
        found: list[Comment] = []
        for _ in range(_PAGES):
            path = "/youtube/v3/commentThreads"
            answer = good(await call(http, account, "GET", path, params=query))
            page = answer.read(Items[CommentThread])
            shown = [one.snippet.top_level_comment for one in page.items]
            fresh = [one for one in shown if one.snippet.published_at >= since - _ROUNDING]
            found += fresh
            if len(fresh) < len(shown) or not page.next_page_token:
                return found
            query["pageToken"] = page.next_page_token
        raise TryLater("There are too many comments since then to look at each.", wait=300)


def _snippet(part: Outgoing) -> dict[str, Any]:
    """Title, description, and the text's hashtags as the video's tags. Raises Refused."""
    title = (part.title or part.text.partition("\n")[0])[:100].strip()
    if any(mark in title + part.text for mark in "<>"):
        raise Refused("YouTube takes no < and > in titles and descriptions. Write them in words.")
    tags: list[str] = []
    for tag in dict.fromkeys(_HASHTAG.findall(part.text)):
        if len(",".join([*tags, tag])) <= _TAGS:
            tags.append(tag)
    words = {"title": title, "description": part.text, "categoryId": "22", "tags": tags}
    return {**words, "defaultLanguage": part.lang}


def _for_children(account: Account) -> bool:
    return account.secrets.get("audience", "no").strip().lower() in ("yes", "true", "1")


def _sent(ident: str) -> Sent:
    return Sent(ident, f"https://www.youtube.com/watch?v={ident}")


def _sent_comment(under: Sent, comment: Comment) -> Sent:
    url = f"{under.url}&lc={comment.id}" if under.url else ""
    return Sent(comment.id, url, _COMMENT, comment.snippet.published_at)


youtube = YouTube()
