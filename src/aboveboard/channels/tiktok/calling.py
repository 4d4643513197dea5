"""Calls to TikTok, their shapes, and what its refusals mean.

Source: developers.tiktok.com/doc (Content Posting API, Display API, error handling). Every answer
has `error.code`; only “ok” is a success, whatever the HTTP status.
"""

from typing import Any, Generic, TypeVar

from pydantic import BaseModel, Field, ValidationError

from aboveboard.channels import wire
from aboveboard.channels.base import Account
from aboveboard.channels.errors import ChannelError, OutcomeUnknown, Refused, SignInAgain, TryLater
from aboveboard.channels.wire import Answer
from aboveboard.kernel.http import Client

HOME = "https://open.tiktokapis.com"
T = TypeVar("T")
_DAY = 86_400.0
_MINUTE, _TOO_MANY = 60.0, 429
_TOMORROW = {
    "spam_risk_too_many_posts": "TikTok takes no more posts of this account today",
    "spam_risk_too_many_pending_share": "TikTok takes no more uploads of this account today",
    "reached_active_user_cap": "TikTok lets the app post for no more people today",
}
_SIGN_IN = {
    "access_token_invalid": True,
    "scope_not_authorized": False,
    "scope_permission_missed": False,
    "spam_risk_user_banned_from_posting": False,
}
_MEND = {
    "unaudited_client_can_only_post_to_private_accounts": (
        "TikTok has not audited the app: it may post for private accounts alone, with the privacy "
        "SELF_ONLY. Ask for the audit, or set both so."
    ),
    "url_ownership_unverified": (
        "TikTok fetches pictures only from addresses that you have verified: add the studio's "
        "address to the app's URL properties."
    ),
    "privacy_level_option_mismatch": (
        "The account does not allow this privacy. Connect the channel with another one."
    ),
}


class Fault(BaseModel):
    code: str = ""
    message: str = ""


class Told(BaseModel, Generic[T]):
    """An answer: its data, and its error, which is “ok” when there was none."""

    data: T
    error: Fault = Field(default_factory=Fault)


class _Failed(BaseModel):
    error: Fault = Field(default_factory=Fault)


class User(BaseModel):
    open_id: str
    display_name: str = ""
    username: str = ""


class Me(BaseModel):
    user: User


class Creator(BaseModel):
    """What the creator's own settings allow; `max_video_post_duration_sec` in seconds."""

    privacy_level_options: list[str] = Field(default_factory=list)
    comment_disabled: bool = False
    duet_disabled: bool = False
    stitch_disabled: bool = False
    max_video_post_duration_sec: int = 600


class Begun(BaseModel):
    publish_id: str
    upload_url: str = ""


class Status(BaseModel):
    """`publicaly_available_post_id` is TikTok's spelling; it is empty for private posts."""

    status: str
    fail_reason: str = ""
    uploaded_bytes: int = 0
    publicaly_available_post_id: list[int | str] = Field(default_factory=list)


class Video(BaseModel):
    id: str
    title: str = ""
    video_description: str = ""
    create_time: float = 0
    share_url: str = ""
    view_count: int | None = None
    like_count: int | None = None
    comment_count: int | None = None
    share_count: int | None = None


class Videos(BaseModel):
    """Public posts; `cursor` leads to those before them."""

    videos: list[Video] = Field(default_factory=list)
    cursor: int = 0
    has_more: bool = False


async def call(
    http: Client,
    account: Account,
    method: str,
    path: str,
    *,
    publishing: bool = False,
    **content: Any,
) -> Answer:
    return await wire.call(http, account, method, path, home=HOME, publishing=publishing, **content)


def good(answer: Answer) -> Answer:
    """The answer when its code is “ok”. Raises one of the five kinds."""
    try:
        fault = _Failed.model_validate_json(answer.body).error
    except ValidationError:
        fault = Fault()
    if answer.ok and fault.code in ("ok", ""):
        return answer
    raise _meaning(answer, fault)


def _meaning(answer: Answer, fault: Fault) -> ChannelError:
    code, status = fault.code, answer.status
    why = ": ".join(part for part in (code, fault.message) if part)[:300]
    if status >= 500:
        return answer.error()
    if code == "internal_error":
        # Whatever the status is: what TikTok was asked may have been done.
        return OutcomeUnknown(why) if answer.publishing else TryLater(why, wait=_MINUTE)
    if code == "rate_limit_exceeded":
        return TryLater(why, wait=answer.wait() or _MINUTE, status=_TOO_MANY)
    if code in _TOMORROW:
        return TryLater(f"{_TOMORROW[code]} ({code}).", wait=_DAY / 4)
    if code in _SIGN_IN:
        return SignInAgain(why, refreshable=_SIGN_IN[code], status=status)
    if code:
        return Refused(_MEND.get(code, why), status=status)
    return answer.error()
