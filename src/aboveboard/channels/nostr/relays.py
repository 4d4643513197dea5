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
from urllib.parse import urlsplit

import httpx
from pydantic import ValidationError
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from aboveboard.channels.errors import ChannelError, OutcomeUnknown, Refused, TryLater
from aboveboard.channels.nostr.events import Event
from aboveboard.kernel.http import USER_AGENT, Client, HostRefused

TIMEOUT = 10.0
Verdict = Literal["taken", "refused", "unreached", "silent"]
_MOST_EVENTS = 2_000
_LATER = ("rate-limited", "error")


@dataclass(frozen=True)
class Said:
    """What one relay said to an event: taken, refused with its words, or nothing.

    `unreached`: it never saw the event; `silent`: it may have it, and did not say.
    """

    verdict: Verdict
    why: str = ""


async def send(http: Client, relays: Sequence[str], event: Event) -> None:
    """Have the relays take an event; one that does is enough. Raises one of the five kinds."""
    said = await asyncio.gather(*(_offered(http, relay, event) for relay in relays))
    verdicts = {one.verdict for one in said}
    if "taken" in verdicts:
        return
    why = "; ".join(dict.fromkeys(one.why for one in said if one.why))[:300]
    raise _failure(verdicts, why)


def _failure(verdicts: set[Verdict], why: str) -> ChannelError:
    if "silent" in verdicts:
        return OutcomeUnknown(f"No relay said that it has it. {why}".strip())
    if "refused" in verdicts and not why.startswith(_LATER):
        return Refused(f"No relay took it: {why}")
    return TryLater(why or "No relay could be reached.")


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
                    case ["OK", ident, bool(taken), *words] if ident == event.id:
                        why = str(words[0]) if words else ""
                        # Some refuse what they have already, in place of taking it again.
                        known = why.startswith("duplicate")
                        return Said("taken" if taken or known else "refused", why)
    except ChannelError as error:
        return Said("refused" if isinstance(error, Refused) else "unreached", error.why)
    except (OSError, TimeoutError, WebSocketException) as error:
        return Said("silent" if sent else "unreached", f"{relay} broke off: {error}".strip())
    return Said("silent")


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
    place = urlsplit(relay)
    if place.scheme not in ("ws", "wss") or not place.hostname:
        raise Refused(f"“{relay[:80]}” is no relay: write it like wss://relay.example.")
    secure = place.scheme == "wss"
    try:
        raw = await http.connect(place.hostname, place.port or (443 if secure else 80))
    except HostRefused as error:
        raise Refused(str(error)) from error
    except httpx.ConnectError as error:
        raise TryLater(f"{relay} could not be reached: {error}") from error
    async with connect(
        relay,
        sock=raw,
        ssl=_trusted() if secure else None,
        server_hostname=place.hostname if secure else None,
        user_agent_header=USER_AGENT,
        open_timeout=TIMEOUT,
        close_timeout=1,
        max_size=2_000_000,
    ) as line:
        yield line
