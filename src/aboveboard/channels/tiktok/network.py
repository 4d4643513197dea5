"""TikTok, by its Content Posting API: a video, or pictures that TikTok fetches.

Source: developers.tiktok.com/doc/content-posting-api-reference-direct-post, -photo-post,
-upload-video, -get-video-status; tiktok-api-v2-video-query. A video's words are told when its
upload begins, and it goes out with its last piece: so all pieces but that one are sent ahead, and
the last one is the request that publishes. The upload's number settles a lost answer. Pictures go
out with the request that names them, whose answer brings that number: when it is lost, the
account's public posts are looked through, and what is not among them only a person can tell.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import anyio

from aboveboard.channels import base
from aboveboard.channels import oauth as oauth2
from aboveboard.channels.base import (
    Account,
    Capabilities,
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
from aboveboard.channels.counting import utf16
from aboveboard.channels.errors import OutcomeUnknown, Refused, SignInAgain, TryLater
from aboveboard.channels.rates import moment_of
from aboveboard.channels.tiktok.calling import (
    HOME,
    Begun,
    Creator,
    Me,
    Told,
    call,
    good,
)
from aboveboard.channels.tiktok.pieces import PIECE, Upload, pieces_of, send
from aboveboard.channels.tiktok.public import PRIVATE, numbers_of, pictures_shown, public_posts
from aboveboard.channels.tiktok.status import (
    COMPLETE,
    FAILED,
    UPLOADING,
    out,
    sent,
    status_of,
)
from aboveboard.kernel.http import Client

_AI, _PAID, _OWN = "is_aigc", "brand_content_toggle", "brand_organic_toggle"
# Seconds to wait before each look at what was just published; pictures take a while.
_LOOKS = (1.0, 2.0, 3.0, 4.0)
_PHOTO, _TITLE = "photo", 90


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
        # 1080p at the most, and what fills its screen.
        frame=Frame(edge=1_920, shapes=((1_080, 1_920),)),
        videos=1,
        video_bytes=4_000_000_000,
        video_types=("video/mp4", "video/webm", "video/quicktime"),
        video_seconds=600,
        video_edge=4_096,
        video_rate=60,
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
        base.Field(
            "own_brand",
            "Promotes your own business",
            "yes or no: TikTok wants it said, and shows “Promotional content” with the posts.",
            default="no",
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
        # Documented for apps on phones and desktops alone, and with a challenge in hex.
        pkce=False,
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
                return _uploaded(media, f"{media.seconds} {media.path}")
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
        if not part.media[0].is_video:
            return Prepared(_PHOTO)
        upload = Upload.read(begun) if begun else await self._begun(http, account, part)
        if begun and upload.sent < upload.last:
            await send(http, account, upload, upload.sent + PIECE)
            upload = replace(upload, sent=upload.sent + PIECE)
        return Prepared(upload.told(), done=upload.sent >= upload.last)

    async def _begun(self, http: Client, account: Account, part: Outgoing) -> Upload:
        _, path = _video(part)
        size = (await anyio.Path(path).stat()).st_size
        pieces = pieces_of(size)
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
        return Upload(begun.publish_id, url, path, part.media[0].mime, size)

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
        is_paid = bool(part.native.get(_PAID))
        if is_paid and privacy == PRIVATE:
            raise Refused(
                "TikTok takes no paid partnership that only its author sees. Connect the channel "
                "with another privacy."
            )
        told: dict[str, bool | str] = {
            "privacy_level": privacy,
            "disable_comment": allowed.comment_disabled,
            _PAID: is_paid,
            _OWN: account.secrets.get("own_brand", "no").strip().lower() in ("yes", "true", "1"),
        }
        if part.media[0].is_video:
            seconds, most = _video(part)[0], allowed.max_video_post_duration_sec
            if seconds > most:
                raise Refused(
                    f"The video has {seconds:.0f} seconds; TikTok takes {most} of this account."
                )
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
            upload = Upload.read(part.prepared)
            publish_id = upload.publish_id
            # The last piece needs no token: first make sure that the account still has one.
            status = await status_of(http, account, publish_id)
            if post := out(publish_id, status):
                return post
            if status.uploaded_bytes < upload.size:
                await send(http, account, upload, upload.size, publishing=True)
        for wait in _LOOKS:
            await anyio.sleep(wait)
            try:
                status = await status_of(http, account, publish_id)
            except (TryLater, SignInAgain, Refused):
                break
            if post := out(publish_id, status):
                return post
        raise OutcomeUnknown("TikTok has it, and is working on it.")

    async def _pictures(self, http: Client, account: Account, part: Outgoing) -> str:
        title = {"title": _fitting(part.title, _TITLE)} if part.title else {}
        body = {
            "post_info": {
                **title,
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
            return await pictures_shown(http, account, part, since)
        if not part.prepared:
            return ()
        upload = Upload.read(part.prepared)
        status = await status_of(http, account, upload.publish_id)
        if status.status == COMPLETE:
            return (sent(upload.publish_id, status),)
        if status.status == FAILED:
            return ()
        if status.status == UPLOADING and status.uploaded_bytes < upload.size:
            return ()
        raise TryLater("TikTok is working on it.", wait=10)

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        """Those that the public sees."""
        return await public_posts(http, account, since)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """Of public posts alone: the others have no number of their own."""
        return await numbers_of(http, account, sent)


def _video(part: Outgoing) -> tuple[float, str]:
    """Seconds and path of a part's video."""
    seconds, _, path = part.media[0].ref.partition(" ")
    return float(seconds), path


def _fitting(text: str, most: int) -> str:
    """As much of a text as so many UTF-16 units hold."""
    cut = text.encode("utf-16-le")[: most * 2]
    return cut.decode("utf-16-le", errors="ignore").rstrip()


def _uploaded(media: Media, ref: str) -> Uploaded:
    return Uploaded(ref, media.alt, media.width, media.height, media.mime)


tiktok = TikTok()
