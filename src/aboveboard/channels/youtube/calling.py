"""Calls to YouTube's Data API, and what its refusals mean.

Source: developers.google.com/youtube/v3/docs/errors and /determine_quota_cost. A quota is spent
until midnight by the Pacific's clock, and no header says so.
"""

from datetime import datetime, time, timedelta
from typing import Any, Generic, TypeVar
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from aboveboard.channels.base import Account
from aboveboard.channels.errors import ChannelError, Gone, Refused, SignInAgain, TryLater
from aboveboard.channels.wire import Answer, ask
from aboveboard.channels.youtube.shapes import Failed, Shape
from aboveboard.kernel import clock
from aboveboard.kernel.http import Client

HOME = "https://www.googleapis.com"
_PACIFIC = ZoneInfo("America/Los_Angeles")
_SPENT = {"quotaExceeded", "dailyLimitExceeded"}
_SLOWER = {"rateLimitExceeded", "userRateLimitExceeded", "uploadRateLimitExceeded"}
_SIGN_IN = {
    "insufficientPermissions",
    "authError",
    "youtubeSignupRequired",
    "accessNotConfigured",
    "channelClosed",
    "channelSuspended",
}
_PRIVATE = "forbiddenPrivacySetting"
_NO_COMMENTS = "commentsDisabled"
_GONE = {"videoNotFound", "commentNotFound", "commentThreadNotFound", "channelNotFound"}
# A spent quota is the project's: as a 429 it lets all channels of the app wait, and uses up no try.
_TOO_MANY = 429
# How soon a channel that may upload no more videos for now is asked again.
_FULL = 4 * 3_600.0
T = TypeVar("T")


class Items(Shape, Generic[T]):
    """A list of things; `next_page_token` where there is more."""

    items: list[T] = []
    next_page_token: str = ""


async def call(
    http: Client,
    account: Account,
    method: str,
    path: str,
    *,
    publishing: bool = False,
    headers: dict[str, str] | None = None,
    **content: Any,
) -> Answer:
    """One request with the account's token; `path` from the server's root, or a whole address."""
    signed = {"Authorization": f"Bearer {account.secrets.get('token', '')}", **(headers or {})}
    url = path if "://" in path else f"{(account.server or HOME).rstrip('/')}{path}"
    return await ask(http, method, url, publishing=publishing, headers=signed, **content)


def good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    raise meaning(answer)


def meaning(answer: Answer) -> ChannelError:
    """What an answer that is no success means, by its reason."""
    try:
        fault = Failed.model_validate_json(answer.body).error
    except ValidationError:
        return answer.error()
    reason = reason_of(answer)
    why = ": ".join(part for part in (reason, fault.message) if part)[:300]
    if reason in _SPENT:
        return TryLater(f"The day's quota is spent ({why}).", wait=_midnight(), status=_TOO_MANY)
    if reason in _SLOWER:
        return TryLater(why, wait=answer.wait() or 60.0, status=_TOO_MANY)
    if reason == "uploadLimitExceeded":
        return TryLater(f"The channel may upload no more videos for now ({why}).", wait=_FULL)
    if reason == _PRIVATE:
        return not_audited()
    if answer.status == 401 or reason in _SIGN_IN:
        return SignInAgain(why, refreshable=answer.status == 401, status=answer.status)
    if reason in _GONE or answer.status == 404:
        return Gone(why, status=answer.status)
    if answer.status in (400, 403):
        return Refused(why or "YouTube does not take this.", status=answer.status)
    return answer.error()


def reason_of(answer: Answer) -> str:
    """The reason that YouTube gives for a refusal, "" where it gives none."""
    try:
        errors = Failed.model_validate_json(answer.body).error.errors
    except ValidationError:
        return ""
    return errors[0].reason if errors else ""


def has_no_comments(answer: Answer) -> bool:
    """Whether nobody may comment on the video: so for all that are made for children."""
    return answer.status == 403 and reason_of(answer) == _NO_COMMENTS


def not_audited() -> Refused:
    """YouTube locks the videos of projects that it has not audited as private."""
    return Refused(
        "YouTube keeps the video private: it has not audited the app's project. Ask Google for the "
        "audit and send it anew, or upload the video at YouTube yourself."
    )


def _midnight() -> float:
    """Seconds until the Pacific's next midnight."""
    now = clock.now().astimezone(_PACIFIC)
    then = datetime.combine(now.date() + timedelta(days=1), time(), _PACIFIC)
    return (then - clock.now()).total_seconds()
