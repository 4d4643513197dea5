"""What relays tell of themselves and of their limits. Source: NIP-11."""

from collections.abc import Sequence
from dataclasses import replace

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from aboveboard.channels.base import Limits
from aboveboard.channels.errors import Refused
from aboveboard.channels.wire import ask
from aboveboard.kernel.http import Client

# What an event takes besides its text: keys, signature, tags.
_FRAME = 2_000


class Told(BaseModel):
    """A relay's own limits (NIP-11)."""

    model_config = ConfigDict(extra="ignore")
    max_content_length: int | None = None
    max_message_length: int | None = None
    auth_required: bool = False
    payment_required: bool = False


class About(BaseModel):
    limitation: Told = Field(default_factory=Told)


async def about(http: Client, relay: str) -> About:
    """What a relay tells of itself; not all do. Raises Refused where only members may write."""
    url = relay.replace("wss://", "https://").replace("ws://", "http://")
    answer = await ask(http, "GET", url, headers={"Accept": "application/nostr+json"})
    try:
        told = About.model_validate_json(answer.body) if answer.ok else About()
    except ValidationError:
        told = About()
    if told.limitation.payment_required or told.limitation.auth_required:
        raise Refused(f"{relay} takes notes of its members alone. Choose another relay.")
    return told


def taken_by_all(usual: Limits, found: Sequence[About]) -> Limits:
    """What every one of the relays takes."""
    told = [one.limitation for one in found]
    lengths = [one.max_content_length for one in told if one.max_content_length]
    messages = [one.max_message_length for one in told if one.max_message_length]
    text = min(min(lengths, default=usual.text), 100_000)
    most = max(min(messages) - _FRAME, 100) if messages else None
    return replace(usual, text=text, text_bytes=most)
