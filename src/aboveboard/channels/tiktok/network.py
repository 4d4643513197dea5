"""TikTok, by its Content Posting API: a video, or pictures that TikTok fetches.

Source: developers.tiktok.com/doc/content-posting-api-reference-direct-post, -photo-post,
-upload-video, -get-video-status; tiktok-api-v2-video-query. A video's words are told when its
upload begins, and it goes out with its last piece: so all pieces but that one are sent ahead, and
the last one is the request that publishes. The upload's number settles a lost answer. Of pictures
nothing is known when the answer is lost: there only a person can tell.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import anyio

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
    Prepared,
    Profile,
    Sent,
    Uploaded,
)
from aboveboard.channels.counting import utf16
from aboveboard.channels.errors import OutcomeUnknown, Refused, SignInAgain, TryLater
from aboveboard.channels.rates import moment_of
from aboveboard.channels.tiktok.calling import (
    HOME,
    Begun,
    Creator,
    Me,
    Status,
    Told,
    Video,
    Videos,
    call,
    good,
)
from aboveboard.channels.wire import ask
from aboveboard.kernel.http import Client

_AI, _PAID = "is_aigc", "brand_content_toggle"
# Pieces are of 5 to 64 MB; a file of less than two of them goes in one.
PIECE = 10_000_000
_LOOKS, _LOOK_EVERY = 4, 1.0
_PHOTO = "photo"


@dataclass(frozen=True)
class _Upload:
    """A video's upload as it is kept in `Prepared.ref`: its number, where to, how far it is."""

    publish_id: str
    url: str
    path: str
    mime: str
    size: int
    sent: int = 0

    @property
    def last(self) -> int:
        """Where the last piece begins; it takes up what is left over."""
        return max(self.size // PIECE - 1, 0) * PIECE

    @classmethod
    def read(cls, ref: str) -> "_Upload":
        return cls(**json.loads(ref))

    def told(self) -> str:
        return json.dumps(self.__dict__)


class TikTok(Network):
    """`privacy` in the secrets is who sees the posts, as the account's own settings allow."""

    name = "tiktok"
    title = "TikTok"
    home = HOME
    limits = Limits(
        text=2_200,
        unit="utf16",
        title=90,
        images=35,
        image_bytes=20_000_000,
        image_types=("image/jpeg", "image/webp"),
        alt=0,
        videos=1,
        video_bytes=4_000_000_000,
        video_types=("video/mp4", "video/webm", "video/quicktime"),
        video_seconds=600,
        media_least=1,
    )
    capabilities = Capabilities(
        auth=("oauth", "token"),
        threads=False,
        prepares=True,
        media_by_url=True,
        alt_text=False,
        delete=False,
        readback="by_id",
        native_ai_field=_AI,
        native_ai_covers="media",
        native_paid_field=_PAID,
        metrics=("views", "likes", "replies", "reposts"),
    )
    fields = (
        base.Field("token", "Access token", "With user.info.basic and video.publish.", secret=True),
        base.Field(
            "privacy",
            "Who sees the posts",
            "PUBLIC_TO_EVERYONE, MUTUAL_FOLLOW_FRIENDS, FOLLOWER_OF_CREATOR or SELF_ONLY. An app "
            "that TikTok has not audited may use SELF_ONLY alone.",
            default="PUBLIC_TO_EVERYONE",
        ),
        base.Field("refresh", "Refresh token", "", secret=True, required=False),
        base.Field("client_id", "Client key", "Of your app, to renew the token.", required=False),
        base.Field("client_secret", "Client secret", "", secret=True, required=False),
    )
    oauth = OAuth(
        authorize="https://www.tiktok.com/v2/auth/authorize/",
        token="https://open.tiktokapis.com/v2/oauth/token/",  # noqa: S106
        scopes=("user.info.basic", "video.publish", "video.list"),
        separator=",",
        client_name="client_key",
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return utf16(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        query = {"fields": "open_id,display_name"}
        me = good(await call(http, account, "GET", "/v2/user/info/", params=query)).read(Told[Me])
        user = me.data.user
        named = replace(account, handle=user.display_name or user.open_id, remote_id=user.open_id)
        expires = moment_of(account.secrets.get("expires_at", ""))
        return Profile(named, named.handle, self.limits, expires_at=expires)

    async def refresh(self, http: Client, account: Account) -> Account:
        assert self.oauth
        return await oauth2.refreshed(http, self.oauth, account, home=HOME)

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        """Nothing goes yet: a video's words go first, and pictures TikTok fetches by itself."""
        if media.is_video:
            async with await anyio.open_file(media.path, "rb"):
                return _uploaded(media, str(media.path))
        if not media.url.startswith("https://"):
            raise Refused(
                "TikTok fetches pictures from a public address. Set ABOVEBOARD_PUBLIC_URL to one "
                "that begins with https and that you have verified at TikTok."
            )
        return _uploaded(media, media.url)

    async def prepare(
        self, http: Client, account: Account, part: Outgoing, begun: str = ""
    ) -> Prepared:
        """Tell TikTok a video's words, then send its pieces but for the last one."""
        if not part.media[0].mime.startswith("video/"):
            return Prepared(_PHOTO)
        upload = (
            _Upload.read(begun) if begun else await self._begun(http, account, part, part.media[0])
        )
        if begun and upload.sent < upload.last:
            await _send(http, account, upload, upload.sent + PIECE)
            upload = replace(upload, sent=upload.sent + PIECE)
        return Prepared(upload.told(), done=upload.sent >= upload.last)

    async def _begun(
        self, http: Client, account: Account, part: Outgoing, video: Uploaded
    ) -> _Upload:
        size = (await anyio.Path(video.ref).stat()).st_size
        pieces = max(size // PIECE, 1)
        body = {
            "post_info": {"title": part.text, **await self._settings(http, account, part)},
            "source_info": {
                "source": "FILE_UPLOAD",
                "video_size": size,
                "chunk_size": size if pieces == 1 else PIECE,
                "total_chunk_count": pieces,
            },
        }
        answer = await call(http, account, "POST", "/v2/post/publish/video/init/", json=body)
        begun = good(answer).read(Told[Begun]).data
        url = oauth2.elsewhere(begun.upload_url, account.server, HOME)
        return _Upload(begun.publish_id, url, video.ref, video.mime, size)

    async def _settings(
        self, http: Client, account: Account, part: Outgoing
    ) -> dict[str, bool | str]:
        """What TikTok wants said of each post, held to the creator's own settings."""
        path = "/v2/post/publish/creator_info/query/"
        answer = await call(http, account, "POST", path)
        allowed = good(answer).read(Told[Creator]).data
        privacy = account.secrets.get("privacy") or "PUBLIC_TO_EVERYONE"
        if privacy not in allowed.privacy_level_options:
            raise Refused(
                f"The account does not allow {privacy}; it allows "
                f"{', '.join(allowed.privacy_level_options)}. Connect it again with one of these."
            )
        told: dict[str, bool | str] = {
            "privacy_level": privacy,
            "disable_comment": allowed.comment_disabled,
            _PAID: bool(part.native.get(_PAID)),
            "brand_organic_toggle": False,
        }
        if part.media[0].mime.startswith("video/"):
            told |= {
                "disable_duet": allowed.duet_disabled,
                "disable_stitch": allowed.stitch_disabled,
                _AI: bool(part.native.get(_AI)),
            }
        return told

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        if part.prepared == _PHOTO:
            publish_id = await self._pictures(http, account, part)
        else:
            upload = _Upload.read(part.prepared)
            publish_id = upload.publish_id
            # The last piece needs no token: first make sure that the account still has one.
            if out := _out(publish_id, await self._status(http, account, publish_id)):
                return out
            await _send(http, account, upload, upload.size, publishing=True)
        for _ in range(_LOOKS):
            try:
                status = await self._status(http, account, publish_id)
            except (TryLater, SignInAgain):
                break
            if out := _out(publish_id, status):
                return out
            await anyio.sleep(_LOOK_EVERY)
        raise OutcomeUnknown("TikTok has it, and is working on it.")

    async def _pictures(self, http: Client, account: Account, part: Outgoing) -> str:
        title = part.title or part.text.partition("\n")[0]
        body = {
            "post_info": {
                "title": title[:90],
                "description": part.text,
                **await self._settings(http, account, part),
            },
            "source_info": {
                "source": "PULL_FROM_URL",
                "photo_images": [one.ref for one in part.media],
                "photo_cover_index": 0,
            },
            "post_mode": "DIRECT_POST",
            "media_type": "PHOTO",
        }
        path = "/v2/post/publish/content/init/"
        answer = await call(http, account, "POST", path, publishing=True, json=body)
        return good(answer).read(Told[Begun]).data.publish_id

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        """By the upload's number. Raises TryLater while nobody can tell."""
        if part.prepared == _PHOTO:
            raise TryLater("TikTok tells nothing of pictures whose answer was lost.", wait=600)
        if not part.prepared:
            return ()
        upload = _Upload.read(part.prepared)
        status = await self._status(http, account, upload.publish_id)
        if status.status == "PUBLISH_COMPLETE":
            return (_sent(upload.publish_id, status),)
        if status.status == "FAILED":
            return ()
        if status.status == "PROCESSING_UPLOAD" and status.uploaded_bytes < upload.size:
            return ()
        raise TryLater("TikTok is working on it.", wait=10)

    async def _status(self, http: Client, account: Account, publish_id: str) -> Status:
        path, body = "/v2/post/publish/status/fetch/", {"publish_id": publish_id}
        answer = await call(http, account, "POST", path, json=body)
        return good(answer).read(Told[Status]).data

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """Of public posts alone: the others have no number of their own."""
        idents = [post.remote_id for post in sent if post.remote_id.isdecimal()]
        found: dict[str, Numbers] = {}
        for start in range(0, len(idents), 20):
            query = {"fields": "id,view_count,like_count,comment_count,share_count"}
            body = {"filters": {"video_ids": idents[start : start + 20]}}
            path = "/v2/video/query/"
            answer = await call(http, account, "POST", path, params=query, json=body)
            for video in good(answer).read(Told[Videos]).data.videos:
                found[video.id] = _numbers(video)
        return found


async def _send(
    http: Client, account: Account, upload: _Upload, end: int, *, publishing: bool = False
) -> None:
    """One piece, up to `end`. The address is its own permission: no token goes there."""
    async with await anyio.open_file(upload.path, "rb") as file:
        await file.seek(upload.sent)
        piece = await file.read(end - upload.sent)
    headers = {
        "Content-Type": upload.mime,
        "Content-Range": f"bytes {upload.sent}-{end - 1}/{upload.size}",
    }
    url = oauth2.elsewhere(upload.url, account.server, HOME)
    answer = await ask(http, "PUT", url, publishing=publishing, headers=headers, content=piece)
    if answer.ok or answer.status == 416:
        # 416: this piece was there already; the status tells the rest.
        return
    if answer.status in (403, 404, 410):
        raise TryLater("The upload has ended at TikTok.", stale=True, status=answer.status)
    raise answer.error()


def _uploaded(media: Media, ref: str) -> Uploaded:
    return Uploaded(ref, media.alt, media.width, media.height, media.mime)


def _out(publish_id: str, status: Status) -> Sent | None:
    """The post when it is out. Raises Refused when TikTok could not use it."""
    if status.status == "FAILED":
        raise Refused(f"TikTok could not use this: {status.fail_reason or 'it gives no reason'}.")
    return _sent(publish_id, status) if status.status == "PUBLISH_COMPLETE" else None


def _sent(publish_id: str, status: Status) -> Sent:
    """Private posts have no number of their own, and keep that of their upload."""
    for ident in status.publicaly_available_post_id:
        return Sent(str(ident), f"https://www.tiktok.com/@_/video/{ident}", publish_id)
    return Sent(publish_id, "", publish_id)


def _numbers(video: Video) -> Numbers:
    return Numbers(
        views=video.view_count,
        likes=video.like_count,
        replies=video.comment_count,
        reposts=video.share_count,
    )


tiktok = TikTok()
