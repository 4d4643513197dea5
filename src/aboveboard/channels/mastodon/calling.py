"""Calls to a server with Mastodon's API, and what its refusals mean.

Source: docs.joinmastodon.org/api/guidelines and each method's page; app/controllers/concerns/api of
mastodon/mastodon for the words that go with 403.
"""

from collections.abc import Mapping
from typing import Any

from aboveboard.channels.base import Account
from aboveboard.channels.errors import ChannelError, Gone, Refused
from aboveboard.channels.wire import Answer, ask
from aboveboard.kernel.http import Client


async def call(
    http: Client,
    account: Account,
    method: str,
    path: str,
    *,
    publishing: bool = False,
    headers: Mapping[str, str] | None = None,
    **content: Any,
) -> Answer:
    """One request to the account's server, with its token."""
    return await ask(
        http,
        method,
        account.server.rstrip("/") + path,
        publishing=publishing,
        headers={"Authorization": f"Bearer {account.secrets.get('token', '')}", **(headers or {})},
        **content,
    )


def good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    raise _meaning(answer)


def is_gone(answer: Answer) -> bool:
    return answer.status in (404, 410)


def _meaning(answer: Answer) -> ChannelError:
    """403 is a token without the right, unless the words are those of a rule of the server."""
    error = answer.error()
    if isinstance(error, Gone):
        return Gone(f"The account or server is not there: {error.why}", status=answer.status)
    if answer.status == 403 and "not allowed" in error.why.casefold():
        return Refused(f"The server does not allow it: {error.why}", status=answer.status)
    return error
