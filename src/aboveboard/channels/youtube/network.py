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
    Standing,
    Uploaded,
)
from aboveboard.channels.errors import Gone, OutcomeUnknown, TryLater
from aboveboard.channels.rates import moment_of
from aboveboard.channels.wire import Answer
from aboveboard.channels.youtube import playlist, uploading
from aboveboard.channels.youtube.calling import (
    HOME,
    Items,
    call,
    good,
    not_audited,
)
from aboveboard.channels.youtube.commenting import (
    COMMENT,
    is_ours,
    sent_comment,
    threads_under,
    words,
)
from aboveboard.channels.youtube.shapes import Channel, CommentThread, Video
from aboveboard.channels.youtube.wording import CATEGORY, changed, snippet, squeezed
from aboveboard.kernel.http import Client

_SYNTHETIC = "containsSyntheticMedia"
_PAID = "hasPaidProductPlacement"
# How long before it is published a video may have been uploaded.
_AHEAD = timedelta(days=2)


class YouTube(Network):
    """`audience` in the secrets says whether videos are made for children, as YouTube must know."""

    name = "youtube"
    title = "YouTube"
    page = "https://www.youtube.com/channel/{id}"
    home = HOME
    limits = Limits(
        text=5_000,
        unit="bytes",
        title=100,
        comment=10_000,
        images=0,
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
        base.Field(
            "category",
            "Category",
            "The number of the category that videos are put in, such as 22 (People & Blogs), 26 "
            "(Howto & Style) or 27 (Education).",
            default=CATEGORY,
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
        found = await playlist.channels(http, account)
        return self._profile(account, playlist.chosen(found, account))

    async def accounts(self, http: Client, account: Account) -> Sequence[Profile]:
        """Google asks for the channel at the sign-in, so this is one, or all of an account's."""
        return [self._profile(account, one) for one in await playlist.channels(http, account)]

    def _profile(self, account: Account, channel: Channel) -> Profile:
        name = channel.snippet.title
        named = replace(account, handle=name, remote_id=channel.id)
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
            return await self._commented(http, account, part, part.root or part.reply_to)
        ident = part.media[0].ref
        body: dict[str, Any] = {
            "id": ident,
            "snippet": snippet(part, account.secrets.get("category") or CATEGORY),
            # A change names a whole part: what it leaves out would be taken away.
            "status": {
                "privacyStatus": "public",
                "selfDeclaredMadeForKids": _for_children(account),
                _SYNTHETIC: bool(part.native.get(_SYNTHETIC)),
                "embeddable": True,
                "license": "youtube",
                "publicStatsViewable": True,
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
        shown = answer.read(Video).status.privacy_status
        if not shown:
            raise OutcomeUnknown("YouTube does not say who sees the video now.")
        if shown != "public":
            raise not_audited()
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
        return sent_comment(under, good(answer).read(CommentThread).snippet.top_level_comment)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        if part.reply_to:
            post = part.root or part.reply_to
            return [
                sent_comment(post, one.snippet.top_level_comment)
                for one in await threads_under(http, account, post, since)
                if is_ours(one.snippet.top_level_comment, account)
                and squeezed(words(one.snippet.top_level_comment)) == squeezed(part.text)
            ]
        if not part.media:
            return [
                _sent(one.content_details.video_id)
                for one in await playlist.uploads(http, account, since - _AHEAD)
                if one.status.privacy_status == "public"
                and squeezed(one.snippet.description) == squeezed(part.text)
            ]
        video = await self._video(http, account, part.media[0].ref, "snippet,status")
        if video is None or video.status.privacy_status != "public":
            return ()
        is_this = squeezed(video.snippet.description) == squeezed(part.text)
        return (_sent(video.id),) if is_this else ()

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        return [
            Standing(
                _sent(one.content_details.video_id),
                f"{one.snippet.title}\n\n{one.snippet.description}",
            )
            for one in await playlist.uploads(http, account, since - _AHEAD)
        ]

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        """A change names a whole part, so what the words do not touch is read first."""
        if sent.handle == COMMENT:
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
        body = {"id": sent.remote_id, "snippet": changed(video.snippet, part)}
        good(await self._put(http, account, "snippet", body))
        return sent

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        kind = "comments" if sent.handle == COMMENT else "videos"
        query = {"id": sent.remote_id}
        answer = await call(http, account, "DELETE", f"/youtube/v3/{kind}", params=query)
        if answer.status != 404:
            good(answer)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        idents = [post.remote_id for post in sent if post.handle != COMMENT]
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
        if sent.handle == COMMENT:
            return ()
        found = [
            base.Comment(
                remote_id=one.id,
                author=one.snippet.author_display_name,
                text=words(one),
                at=one.snippet.published_at,
                url=f"{sent.url}&lc={one.id}",
                reply_to=one.snippet.parent_id or sent.remote_id,
            )
            for thread in await threads_under(http, account, sent, since)
            for one in (thread.snippet.top_level_comment, *thread.replies.comments)
            if not is_ours(one, account)
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


def _for_children(account: Account) -> bool:
    return account.secrets.get("audience", "no").strip().lower() in ("yes", "true", "1")


def _sent(ident: str) -> Sent:
    return Sent(ident, f"https://www.youtube.com/watch?v={ident}")


youtube = YouTube()
