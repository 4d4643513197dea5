"""One HTTP request to a network, with every failure turned into one of the five kinds.

What comes back is an `Answer` that is read whole, or an error that says whether the request
may have taken effect. Nothing is repeated here and no redirect is followed.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import anyio
import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError

from aboveboard.channels import rates
from aboveboard.channels.base import Account
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.kernel import clock
from aboveboard.kernel.http import Client, HostRefused

T = TypeVar("T")
MAX_ANSWER = 8_000_000
MAX_WHY = 300
_PIECE = 1_000_000
# Servers whose connections are kept for the next request: those that have answered with a Date, as
# RFC 9110 (6.6.1) wants, and have broken no connection since. Others (snac) may close one after
# each answer without saying so, and a request that goes out on it then is lost.
_STEADY: set[bytes] = set()
_NOTHING_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_NEVER_A_REQUEST = (HostRefused, httpx.UnsupportedProtocol, httpx.InvalidURL)


@dataclass(frozen=True)
class Answer:
    """A network's answer, read whole. `publishing`: the request was one that publishes."""

    status: int
    headers: httpx.Headers
    body: bytes
    publishing: bool

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    def read(self, kind: type[T]) -> T:
        """The body as `kind`. An answer that does not fit says nothing of what was done."""
        try:
            return cast("T", _adapter(cast("Any", kind)).validate_json(self.body))
        except ValidationError:
            raise self._lost("The server's answer could not be understood.") from None

    def _lost(self, why: str) -> ChannelError:
        kind = OutcomeUnknown if self.publishing else TryLater
        return kind(why, status=self.status)

    def error(self) -> ChannelError:
        """What this answer means where it is not a success and the network says no more.

        For a publishing request, every answer after which the post may be there (5xx, a
        redirect to look elsewhere, a conflict, a time-out at the server) is OutcomeUnknown.
        """
        status, why = self.status, self.why()
        if status == 429:
            return TryLater(why or "Too many requests.", wait=self.wait(), status=status)
        if status in (401, 403):
            return SignInAgain(why or "The server does not accept the token.", status=status)
        if status in (404, 410):
            return Gone(why or "There is nothing at this address.", status=status)
        if status in (408, 409, 425, 302, 303) or status >= 500:
            error = self._lost(why or f"The server answered {status}.")
            if isinstance(error, TryLater):
                error.wait = self.wait()
            return error
        if 300 <= status < 400:
            target = self.headers.get("location", "")[:200]
            return Refused(
                f"The server sends us elsewhere ({target}). Connect the channel there.",
                status=status,
            )
        return Refused(why or f"The server answered {status}.", status=status)

    def why(self) -> str:
        """The server's own words, where its error is JSON of the usual forms."""
        try:
            said = _Said.model_validate_json(self.body)
        except ValidationError:
            return ""
        parts = (said.error, said.error_description, said.message)
        return ": ".join(part for part in parts if part)[:MAX_WHY]

    def wait(self) -> float | None:
        """Seconds until the server wants to hear of us again, at most a day."""
        for name in ("retry-after", "x-ratelimit-reset", "ratelimit-reset"):
            seconds = rates.seconds_of(self.headers.get(name, ""))
            if seconds is not None:
                return min(max(seconds, 0.0), 86_400.0)
        return None

    def ahead(self) -> timedelta:
        """How far the server's clock is ahead of ours, by the Date of this answer."""
        theirs = rates.moment_of(self.headers.get("date", ""))
        return theirs - clock.now() if theirs else timedelta(0)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


class _Said(BaseModel):
    error: str = ""
    error_description: str = ""
    message: str = ""


async def ask(
    http: Client,
    method: str,
    url: str,
    *,
    publishing: bool = False,
    headers: Mapping[str, str] | None = None,
    **content: Any,
) -> Answer:
    """Make one request and read its whole answer, whatever its status.

    `content` is handed to httpx (`json`, `params`, `files`, `data`, `content`).
    Raises TryLater when nothing can have taken effect, OutcomeUnknown when a publishing
    request went out and its answer did not come, Refused when there can be no such request.
    """
    try:
        request = http.build_request(method, url, headers=dict(headers or {}), **content)
        if request.url.netloc not in _STEADY:
            request.headers["Connection"] = "close"
        response = await http.send(request, stream=True)
        try:
            body = await _read(response)
        finally:
            await response.aclose()
    except _NEVER_A_REQUEST as error:
        raise Refused(str(error)) from error
    except _NOTHING_SENT as error:
        raise TryLater(
            f"The server could not be reached: {error or type(error).__name__}"
        ) from error
    except httpx.HTTPError as error:
        _STEADY.discard(request.url.netloc)
        lost = OutcomeUnknown if publishing else TryLater
        raise lost(f"The server's answer was lost ({type(error).__name__}).") from error
    if "date" in response.headers:
        _STEADY.add(request.url.netloc)
    rates.note(response.headers)
    return Answer(response.status_code, response.headers, body, publishing)


async def call(
    http: Client,
    account: Account,
    method: str,
    path: str,
    *,
    home: str = "",
    publishing: bool = False,
    headers: Mapping[str, str] | None = None,
    **content: Any,
) -> Answer:
    """As `ask`, to the account's server (or `home` where it names none), with its token."""
    signed = {"Authorization": f"Bearer {account.secrets.get('token', '')}", **(headers or {})}
    url = f"{(account.server or home).rstrip('/')}{path}"
    return await ask(http, method, url, publishing=publishing, headers=signed, **content)


async def pieces(path: Path) -> AsyncIterator[bytes]:
    """A file's bytes as they are wanted: a video does not stand in the memory whole."""
    async with await anyio.open_file(path, "rb") as file:
        while piece := await file.read(_PIECE):
            yield piece


async def _read(response: httpx.Response) -> bytes:
    body = bytearray()
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) > MAX_ANSWER:
            raise httpx.ReadError("The answer is longer than can be right.")
    return bytes(body)
