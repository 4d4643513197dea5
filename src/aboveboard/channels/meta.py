"""What the networks of Meta have in common: calls to a Graph API, and what its errors mean.

Source: Meta's documents for developers, Graph API, error handling. Errors are JSON {"error":
{message, type, code, error_subcode, error_user_msg}}; what counts is the code, not the status.
"""

from typing import Any

from pydantic import BaseModel, Field

from aboveboard.channels import wire
from aboveboard.channels.base import Account
from aboveboard.channels.errors import ChannelError, OutcomeUnknown, Refused, SignInAgain, TryLater
from aboveboard.channels.wire import Answer
from aboveboard.kernel.http import Client

TOKEN_DEAD = frozenset({190, 102})
PERMISSION = frozenset({3, 10, *range(200, 300)})
RATE = frozenset({4, 17, 32, 341, 613, 80001, 80002})
TEMPORARY = frozenset({-1, -2, 1, 2})
DUPLICATE = 506


class Graph(BaseModel):
    message: str = ""
    code: int = 0
    error_subcode: int = 0
    error_user_msg: str = ""


class _Body(BaseModel):
    error: Graph = Field(default_factory=Graph)


async def call(
    http: Client,
    account: Account,
    method: str,
    path: str,
    *,
    home: str,
    publishing: bool = False,
    fields: dict[str, str] | None = None,
    files: dict[str, tuple[str, bytes, str]] | None = None,
) -> Answer:
    """One request with the account's token; `fields` go into the query of a GET, else into a form.

    `files` go beside them by their names there: what each is called, its bytes and its type.

    The token goes in a header, so that it stands in no address.
    """
    content: dict[str, Any] = {"params" if method == "GET" else "data": fields} if fields else {}
    if files:
        content["files"] = files
    return await wire.call(http, account, method, path, home=home, publishing=publishing, **content)


def fault(answer: Answer) -> Graph:
    """The error that an answer carries; one with code 0 when it carries none."""
    try:
        return _Body.model_validate_json(answer.body).error
    except ValueError:
        return Graph()


def good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    raise meaning(answer)


def meaning(answer: Answer) -> ChannelError:
    """What an error of a Graph API means, by its code."""
    said, status = fault(answer), answer.status
    why = said.error_user_msg or said.message or f"The server answered {status}."
    if said.code in TOKEN_DEAD:
        return SignInAgain(why, refreshable=False, status=status)
    if said.code in PERMISSION:
        return SignInAgain(f"The app may not do this: {why}", status=status)
    if said.code in RATE:
        return TryLater(why, wait=answer.wait() or 300.0, status=429)
    if said.code == DUPLICATE and answer.publishing:
        return OutcomeUnknown(f"It says that this is out already: {why}", status=status)
    if said.code in TEMPORARY or (status >= 500 and said.code == 0):
        kind = OutcomeUnknown if answer.publishing else TryLater
        return kind(why, status=status)
    if said.code:
        return Refused(why, status=status)
    return answer.error()
