"""Where a post stands at TikTok, and what its failing means.

Source: developers.tiktok.com/doc/content-posting-api-reference-get-video-status. A public post has
no number of its own before TikTok has looked at it, which takes a minute or some hours; a private
one never has.
"""

from aboveboard.channels.base import Account, Sent
from aboveboard.channels.errors import ChannelError, Refused, SignInAgain, TryLater
from aboveboard.channels.tiktok.calling import Status, Told, call, good
from aboveboard.kernel.http import Client

COMPLETE, FAILED, UPLOADING = "PUBLISH_COMPLETE", "FAILED", "PROCESSING_UPLOAD"
# Reasons that are TikTok's own, by the documents: the same may go well another time.
_AGAIN = {"internal", "video_pull_failed", "photo_pull_failed"}
_TOMORROW, _SIX_HOURS = "spam_risk_too_many_posts", 21_600.0


async def status_of(http: Client, account: Account, publish_id: str) -> Status:
    path, body = "/v2/post/publish/status/fetch/", {"publish_id": publish_id}
    answer = await call(http, account, "POST", path, json=body)
    return good(answer).read(Told[Status]).data


def out(publish_id: str, status: Status) -> Sent | None:
    """The post when it is out. Raises what its failing means: then nothing is out."""
    if status.status == FAILED:
        raise _failing(status.fail_reason)
    return sent(publish_id, status) if status.status == COMPLETE else None


def sent(publish_id: str, status: Status) -> Sent:
    """One without a number of its own keeps that of its upload."""
    for ident in status.publicaly_available_post_id:
        return Sent(str(ident), address(str(ident)), publish_id)
    return Sent(publish_id, "", publish_id)


def address(ident: str) -> str:
    return f"https://www.tiktok.com/@_/video/{ident}"


def _failing(reason: str) -> ChannelError:
    if reason in _AGAIN:
        return TryLater(f"TikTok did not manage it ({reason}).", wait=60.0, stale=True)
    if reason == _TOMORROW:
        why = f"TikTok takes no more posts of this account today ({reason})."
        return TryLater(why, wait=_SIX_HOURS, stale=True)
    if reason == "auth_removed":
        return SignInAgain("The account has taken its permission back at TikTok.")
    return Refused(f"TikTok could not use this: {reason or 'it gives no reason'}.")
