"""Calls to a Matrix homeserver, and what its refusals mean.

Source: spec.matrix.org/latest/client-server-api, “API Standards” (the error codes) and “Well-known
URI” (where the homeserver of a name is).
"""

from dataclasses import replace
from datetime import datetime
from urllib.parse import quote

from pydantic import ValidationError

from aboveboard.channels.base import Account, Sent
from aboveboard.channels.errors import ChannelError, Gone, Refused, SignInAgain, TryLater
from aboveboard.channels.matrix.shapes import Fault, WellKnown
from aboveboard.channels.wire import Answer, ask
from aboveboard.kernel.errors import Invalid
from aboveboard.kernel.http import Client, http_url

_SERVER_IS_FULL = 3_600.0


async def at_home(http: Client, account: Account) -> Account:
    """The account at the address that its server names for programs, where it names one.

    Many a homeserver is not at the address that its accounts bear. A server behind TLS may not
    send us to one without.
    """
    server = account.server.rstrip("/")
    answer = await ask(http, "GET", f"{server}/.well-known/matrix/client")
    if not answer.ok:
        return account
    try:
        named = http_url(WellKnown.model_validate_json(answer.body).homeserver.base_url)
    except (ValidationError, Invalid):
        return account
    if server.startswith("https:") and not named.startswith("https:"):
        return account
    return replace(account, server=named.rstrip("/"))


def in_room(account: Account, path: str, *, version: str = "v3") -> str:
    room = quote(account.remote_id, safe="")
    return f"/_matrix/client/{version}/rooms/{room}/{path}"


def sent_as(account: Account, ident: str, at: datetime | None = None) -> Sent:
    """A message of the room; `via` tells whoever is elsewhere which server to ask for it."""
    via = account.handle.partition(":")[2]
    place = f"{quote(account.remote_id, safe='')}/{quote(ident, safe='')}"
    return Sent(ident, f"https://matrix.to/#/{place}?via={quote(via, safe=':')}", at=at)


def good(answer: Answer) -> Answer:
    """The answer when it is a success. Raises one of the five kinds."""
    if answer.ok:
        return answer
    raise _meaning(answer)


def _meaning(answer: Answer) -> ChannelError:
    try:
        fault = Fault.model_validate_json(answer.body)
    except ValidationError:
        return answer.error()
    why, status = fault.error or f"The server answered {answer.status}.", answer.status
    if fault.errcode == "M_LIMIT_EXCEEDED":
        told = fault.retry_after_ms / 1000 if fault.retry_after_ms else None
        return TryLater(why, wait=answer.wait() or told, status=status)
    if fault.errcode == "M_RESOURCE_LIMIT_EXCEEDED":
        return TryLater(why, wait=_SERVER_IS_FULL, status=status)
    if fault.errcode in ("M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"):
        return SignInAgain(why, refreshable=True, status=status)
    if fault.errcode in ("M_FORBIDDEN", "M_USER_DEACTIVATED", "M_NOT_FOUND"):
        return Gone(f"The account cannot write in this room any more: {why}", status=status)
    if fault.errcode == "M_TOO_LARGE":
        return Refused(why, status=status)
    return answer.error()
