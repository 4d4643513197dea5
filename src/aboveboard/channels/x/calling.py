"""Calls to the X API, and what its errors mean. Source: docs.x.com, response codes and errors."""

from typing import Any

from aboveboard.channels import wire
from aboveboard.channels.base import Account
from aboveboard.channels.errors import ChannelError, OutcomeUnknown, Refused, SignInAgain, TryLater
from aboveboard.channels.wire import Answer
from aboveboard.channels.x.shapes import Fault
from aboveboard.kernel.http import Client

HOME = "https://api.x.com"


async def call(
    http: Client, account: Account, method: str, path: str, *, publishing: bool = False, **more: Any
) -> Answer:
    """One request with the account's token."""
    return await wire.call(http, account, method, path, home=HOME, publishing=publishing, **more)


def good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    raise meaning(answer)


def meaning(answer: Answer) -> ChannelError:
    """What an error of the API means."""
    fault, status = _fault(answer), answer.status
    why = fault.detail or fault.title or f"X answered {status}."
    if status == 401:
        return SignInAgain("X does not accept the token.", refreshable=True, status=status)
    if status == 402:
        return SignInAgain(f"X wants the account's balance filled up: {why}", status=status)
    if status == 403 and "duplicate content" in why.lower():
        # A post with these words is there already, perhaps the one whose answer was lost.
        return OutcomeUnknown(f"X says that these words are out already: {why}", status=status)
    if status == 403 and ("client-forbidden" in fault.type or "scope" in why.lower()):
        return SignInAgain(f"The app may not do this at X: {why}", status=status)
    if status == 403:
        return Refused(why, status=status)
    if status == 429:
        return TryLater(why, wait=answer.wait(), status=status)
    if status >= 500 or status in (404, 408, 409):
        return answer.error()
    return Refused(why, status=status)


def _fault(answer: Answer) -> Fault:
    try:
        return Fault.model_validate_json(answer.body)
    except ValueError:
        return Fault()
