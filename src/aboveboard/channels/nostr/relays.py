"""Relays: one question to each of several, by WebSocket, and what they say.

Source: NIP-01 (EVENT, OK, REQ, EOSE, CLOSED). Connections go through the guard that every other
goes through. An event may be sent again without harm: its id is a hash of what it says.
"""

import asyncio
import functools
import json
import ssl
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Literal

import httpx
from pydantic import ValidationError
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidURI, WebSocketException
from websockets.uri import parse_uri

from aboveboard.channels.errors import ChannelError, OutcomeUnknown, Refused, TryLater
from aboveboard.channels.nostr.events import Event
from aboveboard.kernel.http import USER_AGENT, Client, HostRefused

TIMEOUT = 10.0
Verdict = Literal["taken", "refused", "later", "unreached", "silent"]
_MOST_EVENTS = 2_000
_LATER = ("rate-limited", "error")
_TOO_LARGE = 1009  # RFC 6455, 7.4.1: the connection ends for a message that is too big.


@dataclass(frozen=True)
class Said:
    """What one relay said to an event: taken, refused or put off with its words, or nothing.

    `unreached`: it never saw the event; `silent`: it may have it, and did not say.
    """

    verdict: Verdict
    why: str = ""


async def send(http: Client, relays: Sequence[str], event: Event) -> None:
    """Have the relays take an event; one that does is enough. Raises one of the five kinds."""
    said = await _offered_to_all(http, relays, event)
    if any(one.verdict == "taken" for one in said):
        return
    verdicts = {one.verdict for one in said}
    why = "; ".join(dict.fromkeys(one.why for one in said if one.why))[:300]
    if "silent" in verdicts:
        raise OutcomeUnknown(f"No relay said that it has it. {why}".strip())
    if verdicts == {"refused"}:
        raise Refused(f"No relay took it: {why}")
    raise TryLater(why or "No relay could be reached.")


async def withdraw(http: Client, relays: Sequence[str], event: Event, ident: str) -> None:
    """Have an event deleted by another one everywhere, and look whether it is gone.

    Raises TryLater where a relay still shows it, or cannot be asked.
    """
    said = await _offered_to_all(http, relays, event)
    shown = await asyncio.gather(
        *(_matching(http, relay, [{"ids": [ident]}]) for relay in relays), return_exceptions=True
    )
    left = []
    for relay, one, found in zip(relays, said, shown, strict=True):
        if isinstance(found, ChannelError):
            left.append(found.why)
        elif isinstance(found, BaseException):
            raise found
        elif found:
            left.append(f"{relay} still shows it. {one.why}".strip())
    if left:
        raise TryLater("; ".join(left)[:300])


async def _offered_to_all(http: Client, relays: Sequence[str], event: Event) -> Sequence[Said]:
    return await asyncio.gather(*(_offered(http, relay, event) for relay in relays))


async def asked(
    http: Client, relays: Sequence[str], *filters: Mapping[str, Any]
) -> dict[str, Event]:
    """The genuine events that match, by id, from all relays that answer.

    Raises TryLater when none does.
    """
    found: dict[str, Event] = {}
    results = await asyncio.gather(
        *(_matching(http, relay, filters) for relay in relays), return_exceptions=True
    )
    failures: list[ChannelError] = []
    for result in results:
        if isinstance(result, ChannelError):
            failures.append(result)
        elif isinstance(result, BaseException):
            raise result
        else:
            found |= {event.id: event for event in result}
    if failures and len(failures) == len(results):
        raise failures[0]
    return found


async def _offered(http: Client, relay: str, event: Event) -> Said:
    sent = False
    try:
        async with asyncio.timeout(TIMEOUT), _open(http, relay) as line:
            sent = True
            await line.send(json.dumps(["EVENT", event.model_dump()], ensure_ascii=False))
            async for message in line:
                match _read(message):
                    # Some name no event when they refuse one; on this line there is no other.
                    case ["OK", ident, bool(taken), *words] if ident in (event.id, ""):
                        return _said(taken, str(words[0]) if words else "")
    except ChannelError as error:
        return Said("refused" if isinstance(error, Refused) else "unreached", error.why)
    except ConnectionClosed as error:
        if error.rcvd and error.rcvd.code == _TOO_LARGE:
            return Said("refused", f"{relay} takes no event as long as this.")
        return Said("silent", f"{relay} broke off: {error}")
    except (OSError, TimeoutError, WebSocketException) as error:
        return Said("silent" if sent else "unreached", f"{relay} broke off: {error}".strip())
    return Said("silent")


def _said(taken: bool, why: str) -> Said:
    # Some refuse what they have already, in place of taking it again.
    if taken or why.startswith("duplicate"):
        return Said("taken", why)
    return Said("later" if why.startswith(_LATER) else "refused", why)


async def _matching(http: Client, relay: str, filters: Sequence[Mapping[str, Any]]) -> list[Event]:
    found: list[Event] = []
    try:
        async with asyncio.timeout(TIMEOUT), _open(http, relay) as line:
            await line.send(json.dumps(["REQ", "q", *filters]))
            async for message in line:
                match _read(message):
                    case ["EVENT", "q", dict(told)]:
                        found += _genuine(told)
                    case ["EOSE", "q"] | ["CLOSED", "q", *_]:
                        return found
                if len(found) >= _MOST_EVENTS:
                    return found
    except (OSError, TimeoutError, WebSocketException) as error:
        raise TryLater(f"{relay} broke off: {error}".strip()) from error
    raise TryLater(f"{relay} closed the connection.")


def _genuine(told: Any) -> list[Event]:
    try:
        event = Event.model_validate(told)
    except ValidationError:
        return []
    return [event] if event.is_genuine else []


@functools.cache
def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context()


def _read(message: str | bytes) -> Any:
    try:
        return json.loads(message)
    except ValueError:
        return None


@asynccontextmanager
async def _open(http: Client, relay: str) -> AsyncIterator[ClientConnection]:
    """A connection to a relay. Raises TryLater, or Refused for an address that is none."""
    try:
        place = parse_uri(relay)
    except (InvalidURI, ValueError):
        raise Refused(f"“{relay[:80]}” is no relay: write it like wss://relay.example.") from None
    try:
        raw = await http.connect(place.host, place.port)
    except HostRefused as error:
        raise Refused(str(error)) from error
    except httpx.ConnectError as error:
        raise TryLater(f"{relay} could not be reached: {error}") from error
    try:
        line = await connect(
            relay,
            sock=raw,
            ssl=_trusted() if place.secure else None,
            server_hostname=place.host if place.secure else None,
            user_agent_header=USER_AGENT,
            open_timeout=TIMEOUT,
            close_timeout=1,
            max_size=2_000_000,
        )
    except OSError:
        raise  # A certificate that does not fit is a ValueError too.
    except ValueError as error:
        # A socket of ours leads to one place only: no redirect is followed.
        raise Refused(f"{relay} sends us elsewhere. Name the relay there.") from error
    async with line:
        yield line
