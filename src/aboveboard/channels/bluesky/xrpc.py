"""Calls to an AT Protocol server, and what its named errors mean.

Source: atproto.com/specs/xrpc; packages/pds and packages/xrpc-server of bluesky-social/atproto.
"""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import ValidationError

from aboveboard.channels.base import Account
from aboveboard.channels.bluesky.shapes import Error
from aboveboard.channels.errors import ChannelError, Gone, Refused, SignInAgain
from aboveboard.channels.wire import Answer, ask
from aboveboard.kernel.http import Client

# These come with status 400, not 401.
_SESSION_OVER = frozenset({"ExpiredToken", "InvalidToken", "AuthMissing", "AuthenticationRequired"})
_CLOSED = frozenset({"AccountTakedown", "AccountDeactivated", "RepoNotFound", "RepoDeactivated",
                     "RepoTakendown", "RepoSuspended"})  # fmt: skip


async def call(
    http: Client,
    account: Account,
    method: str,
    name: str,
    *,
    signed_by: Literal["access", "refresh"] | None = "access",
    server: str = "",
    publishing: bool = False,
    headers: Mapping[str, str] | None = None,
    **content: Any,
) -> Answer:
    """Call the method `name` at the account's server, or at `server`.

    `signed_by` names the secret that goes with the request; None sends none.
    """
    secret = account.secrets.get(signed_by, "") if signed_by else ""
    signed = {"Authorization": f"Bearer {secret}"} if secret else {}
    url = f"{(server or account.server).rstrip('/')}/xrpc/{name}"
    return await ask(
        http,
        method,
        url,
        publishing=publishing,
        headers={**signed, **(headers or {})},
        **content,
    )


def error_name(answer: Answer) -> str:
    """The name of the error an answer carries; empty when it carries none."""
    try:
        return Error.model_validate_json(answer.body).error
    except ValidationError:
        return ""


def good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    raise meaning(answer)


def meaning(answer: Answer) -> ChannelError:
    """What a refusal means, by its name first and its status second.

    An answer with a 5xx status stays unknown or later, whatever name it carries.
    """
    name, why = error_name(answer), answer.why()
    if answer.status >= 500 or answer.status == 429:
        return answer.error()
    if name in _CLOSED:
        return Gone(why, status=answer.status)
    if name in _SESSION_OVER or answer.status in (401, 403):
        return SignInAgain(why or "The session is over.", refreshable=True, status=answer.status)
    if answer.status in (400, 413):
        return Refused(why or f"The server answered {answer.status}.", status=answer.status)
    return answer.error()
