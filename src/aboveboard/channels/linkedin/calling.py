"""Calls to LinkedIn's REST API, and what its errors mean. Source: learn.microsoft.com/linkedin."""

from typing import Any

from pydantic import BaseModel

from aboveboard.channels import wire
from aboveboard.channels.base import Account
from aboveboard.channels.errors import ChannelError, Gone, OutcomeUnknown, Refused, SignInAgain
from aboveboard.channels.errors import TryLater as Later
from aboveboard.channels.wire import Answer
from aboveboard.kernel.http import Client

HOME = "https://api.linkedin.com"
# The API's version: one lives a year at the least. Another one can be given with the account.
VERSION = "202609"


class Said(BaseModel):
    message: str = ""
    code: str = ""


async def call(
    http: Client,
    account: Account,
    method: str,
    path: str,
    *,
    publishing: bool = False,
    restli: str = "",
    **more: Any,
) -> Answer:
    """One request with the account's token; `restli` is the Rest.li method where one is needed."""
    headers = {
        "Linkedin-Version": account.secrets.get("version", VERSION),
        "X-Restli-Protocol-Version": "2.0.0",
        **({"X-RestLi-Method": restli} if restli else {}),
    }
    return await wire.call(
        http, account, method, path, home=HOME, publishing=publishing, headers=headers, **more
    )


def said(answer: Answer) -> Said:
    try:
        return Said.model_validate_json(answer.body)
    except ValueError:
        return Said()


def good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    raise meaning(answer)


def meaning(answer: Answer) -> ChannelError:
    told, status = said(answer), answer.status
    why = told.message or f"LinkedIn answered {status}."
    if status == 401:
        return SignInAgain(why, refreshable=True, status=status)
    if status == 403:
        return SignInAgain(f"The app or the member may not do this: {why}", status=status)
    if status == 422 and "duplicate" in why.lower():
        return OutcomeUnknown(f"LinkedIn says that this is out already: {why}", status=status)
    if status == 426:
        return Refused(
            f"LinkedIn's version {VERSION} is no longer served. Update Aboveboard, or give the "
            "channel a newer version.",
            status=status,
        )
    if status == 429:
        # The day's count starts anew at midnight UTC; nobody says when it is used up.
        return Later(why, wait=answer.wait() or 900.0, status=status)
    if status == 404:
        return Gone(why, status=status)
    if status == 400 and told.code in ("MEDIA_ASSET_WAITING_UPLOAD", "MEDIA_ASSET_PROCESSING"):
        return Later(why, wait=30, status=status)
    if status in (400, 413, 415, 422):
        return Refused(why, status=status)
    return answer.error()
