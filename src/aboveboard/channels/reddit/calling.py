"""Calls to Reddit, and what its refusals mean.

Source: www.reddit.com/dev/api; github.com/reddit-archive/reddit (errors.py) for the codes. Refusals
come within HTTP 200, as `json.errors`: [code, words, field].
"""

import re
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from aboveboard.channels import wire
from aboveboard.channels.base import Account
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.wire import Answer
from aboveboard.kernel.http import Client

HOME = "https://oauth.reddit.com"
# Nothing that a person can mend in the post itself.
_SIGN_IN = {"USER_REQUIRED", "BAD_OAUTH_TOKEN", "WRONG_PASSWORD"}
_GONE = {"SUBREDDIT_NOEXIST", "SUBREDDIT_DISABLED", "DELETED_LINK", "DELETED_COMMENT"}
_TIME = re.compile(r"(\d+) (second|minute|hour|millisecond)")
_SECONDS = {"millisecond": 0.001, "second": 1.0, "minute": 60.0, "hour": 3600.0}


class Shape(BaseModel):
    model_config = ConfigDict(extra="ignore")


class _Body(Shape):
    errors: list[list[str | None]] = Field(default_factory=list)
    ratelimit: float | None = None


class _Told(Shape):
    body: _Body = Field(default_factory=_Body, alias="json")


async def call(
    http: Client,
    account: Account,
    method: str,
    path: str,
    *,
    publishing: bool = False,
    **content: Any,
) -> Answer:
    """One request with the account's token; answers are asked for without HTML entities."""
    if method == "GET":
        content["params"] = {"raw_json": "1", **content.get("params", {})}
    return await wire.call(http, account, method, path, home=HOME, publishing=publishing, **content)


def good(answer: Answer) -> Answer:
    """The answer when it is a success and names no errors. Raises one of the five kinds."""
    if not answer.ok:
        raise _meaning(answer)
    try:
        body = _Told.model_validate_json(answer.body).body
    except ValidationError:
        return answer
    if body.errors:
        raise _fault(body, answer)
    return answer


def _meaning(answer: Answer) -> ChannelError:
    why, status = answer.why(), answer.status
    if status == 401:
        return SignInAgain("Reddit does not accept the token.", refreshable=True, status=status)
    if status == 403:
        return Refused(
            f"Reddit does not let this account do that ({why or 'forbidden'}): it may be banned "
            "there, or the community be private.",
            status=status,
        )
    return answer.error()


def _fault(body: _Body, answer: Answer) -> ChannelError:
    code, words, *_ = [*body.errors[0], "", ""]
    why = f"{words or ''} ({code})".strip()
    if code == "RATELIMIT":
        return TryLater(why, wait=body.ratelimit or _told_time(words or ""), status=answer.status)
    if code == "ALREADY_SUB":
        return OutcomeUnknown(why, status=answer.status)
    if code in _SIGN_IN:
        return SignInAgain(why, refreshable=True, status=answer.status)
    if code in _GONE:
        return Gone(why, status=answer.status)
    return Refused(why, status=answer.status)


def _told_time(words: str) -> float:
    """“Take a break for 9 minutes” in seconds; five minutes where no time is told."""
    found = _TIME.search(words)
    return float(found[1]) * _SECONDS[found[2]] if found else 300.0
