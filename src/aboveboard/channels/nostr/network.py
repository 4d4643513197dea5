"""Nostr: notes signed with a key of one's own, on whichever relays take them.

Source: github.com/nostr-protocol/nips (01, 09, 10, 11, 25, 92), hzrd149/blossom (BUD-02, BUD-11).
An event's id is a hash of what it says, and a part is the same event over every try: sending it
again is harmless, and reading back asks for that id. It is out as soon as one relay has it.
"""

import base64
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import anyio
from pydantic import BaseModel, ConfigDict, Field

from aboveboard.channels import base
from aboveboard.channels.base import (
    Account,
    Capabilities,
    Limits,
    Media,
    Network,
    Numbers,
    Outgoing,
    Profile,
    Sent,
    Uploaded,
)
from aboveboard.channels.errors import ChannelError, Refused, SignInAgain, TryLater
from aboveboard.channels.nostr import relays
from aboveboard.channels.nostr.events import AUTHORIZATION, DELETION, NOTE, note, signed
from aboveboard.channels.nostr.keys import Key, NotAKey, encoded
from aboveboard.channels.wire import ask
from aboveboard.kernel import clock
from aboveboard.kernel.http import Client

_AUTHORIZED = timedelta(minutes=10)
_MOST = 500


class _Told(BaseModel):
    """A relay's own limits (NIP-11)."""

    model_config = ConfigDict(extra="ignore")
    max_content_length: int | None = None
    auth_required: bool = False
    payment_required: bool = False


class _About(BaseModel):
    limitation: _Told = Field(default_factory=_Told)


class _Named(BaseModel):
    display_name: str | None = ""
    name: str | None = ""


class _Stored(BaseModel):
    url: str


class Nostr(Network):
    """`relays` in the secrets are the relays, `media` a Blossom server where there is one."""

    name = "nostr"
    title = "Nostr"
    limits = Limits(text=20_000, unit="characters", images=10, alt=1_000, videos=1, mixed=True)
    limits = replace(limits, video_bytes=100_000_000)
    capabilities = Capabilities(
        auth=("token",),
        media_by_url=True,
        comments=True,
        idempotent="own_id",
        readback="by_id",
        metrics=("replies", "likes", "reposts"),
        verified="server",
    )
    fields = (
        base.Field(
            "relays", "Relays", "As in wss://relay.example, several with spaces between them."
        ),
        base.Field("token", "Secret key", "nsec1…, of the account that publishes.", secret=True),
        base.Field(
            "media",
            "Media server",
            "A Blossom server, as in https://blossom.example. Without one, pictures are fetched "
            "from the studio's public address.",
            required=False,
        ),
    )

    def count(self, text: str, limits: Limits | None = None) -> int:
        return len(text)

    async def sign_in(self, http: Client, account: Account) -> Profile:
        key = _key(account)
        found: list[_About] = []
        failure: ChannelError | None = None
        for relay in _relays(account):
            try:
                found.append(await _about(http, relay))
            except TryLater as error:
                failure = error
        if not found:
            raise failure or Refused("Name at least one relay, as in wss://relay.example.")
        lengths = [one.limitation.max_content_length for one in found]
        most = min((one for one in lengths if one), default=self.limits.text)
        public = encoded("npub", bytes.fromhex(key.public))
        named = replace(account, handle=public, remote_id=key.public)
        name = await self._name(http, account, key)
        return Profile(named, name or public[:12], replace(self.limits, text=min(most, 100_000)))

    async def _name(self, http: Client, account: Account, key: Key) -> str:
        wanted = {"kinds": [0], "authors": [key.public], "limit": 1}
        for event in (await relays.asked(http, _relays(account), wanted)).values():
            try:
                told = _Named.model_validate_json(event.content)
            except ValueError:
                continue
            return (told.display_name or told.name or "")[:80]
        return ""

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        """To the media server where there is one; it names a file by its hash, so again is once."""
        content = await anyio.Path(media.path).read_bytes()
        url = media.url if media.url.startswith("https://") else ""
        if server := account.secrets.get("media", "").strip().rstrip("/"):
            url = await _stored(http, _key(account), server, media, content)
        if not url:
            raise Refused(
                "Nostr's pictures need a public address: connect the channel with a media server, "
                "or set ABOVEBOARD_PUBLIC_URL to an address that others reach."
            )
        ref = json.dumps({"url": url, "x": media.digest})
        return Uploaded(ref, media.alt, media.width, media.height, media.mime)

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        event = note(_key(account), part)
        await relays.send(http, _relays(account), event)
        return _sent(event.id, part.created_at)

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        event = note(_key(account), part)
        found = await relays.asked(http, _relays(account), {"ids": [event.id]})
        return [_sent(event.id, part.created_at)] if event.id in found else []

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        """A request to all relays; who has copied the note may keep it."""
        tags = [["e", sent.remote_id], ["k", str(NOTE)]]
        event = signed(_key(account), DELETION, "", tags, clock.now())
        await relays.send(http, _relays(account), event)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        ids = [post.remote_id for post in sent]
        there = await relays.asked(http, _relays(account), {"ids": ids})
        about = {"#e": ids, "kinds": [1, 6, 7, 16], "limit": _MOST * len(ids)}
        found = await relays.asked(http, _relays(account), about)
        counts: dict[str, Counter[str]] = {ident: Counter() for ident in ids}
        own = _key(account).public
        for event in found.values():
            named = {tag[1] for tag in event.tags if len(tag) > 1 and tag[0] == "e"}
            if event.kind == NOTE and event.pubkey != own and event.answers in counts:
                counts[event.answers]["replies"] += 1
            for ident in named & set(ids) if event.kind != NOTE else ():
                if event.kind == 7 and event.content != "-":
                    counts[ident]["likes"] += 1
                elif event.kind in (6, 16):
                    counts[ident]["reposts"] += 1
        return {
            ident: Numbers(replies=count["replies"], likes=count["likes"], reposts=count["reposts"])
            for ident, count in counts.items()
            if ident in there
        }

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[base.Comment]:
        about: dict[str, Any] = {"#e": [sent.remote_id], "kinds": [NOTE], "limit": _MOST}
        about["since"] = int(since.timestamp())
        found = await relays.asked(http, _relays(account), about)
        own = _key(account).public
        comments = [
            base.Comment(
                remote_id=event.id,
                author=encoded("npub", bytes.fromhex(event.pubkey)),
                text=event.content,
                at=event.at,
                url=_sent(event.id, event.at).url,
                reply_to=event.answers,
            )
            for event in found.values()
            if event.pubkey != own and event.at >= since
        ]
        return sorted(comments, key=lambda one: one.at)


def _key(account: Account) -> Key:
    try:
        return Key.read(account.secrets.get("token", ""))
    except NotAKey as error:
        raise SignInAgain(str(error)) from error


def _relays(account: Account) -> list[str]:
    """The relays, each once; a lone one may be the account's server."""
    named = account.secrets.get("relays", "").replace(",", " ").split() or [account.server]
    ways = (("https://", "wss://"), ("http://", "ws://"))
    spelt = []
    for relay in named:
        for web, socket in ways:
            relay = socket + relay.removeprefix(web) if relay.startswith(web) else relay
        spelt.append(relay.rstrip("/"))
    return list(dict.fromkeys(one for one in spelt if one))


async def _about(http: Client, relay: str) -> _About:
    """What a relay tells of itself. Raises Refused where it takes no notes without more."""
    url = relay.replace("wss://", "https://").replace("ws://", "http://")
    answer = await ask(http, "GET", url, headers={"Accept": "application/nostr+json"})
    if not answer.ok:
        raise TryLater(f"{relay} tells nothing of itself.", status=answer.status)
    told = answer.read(_About)
    if told.limitation.payment_required or told.limitation.auth_required:
        raise Refused(f"{relay} takes notes of its members alone. Choose another relay.")
    return told


async def _stored(http: Client, key: Key, server: str, media: Media, content: bytes) -> str:
    """The address of a file at a Blossom server (BUD-02)."""
    now = clock.now()
    tags = [
        ["t", "upload"],
        ["x", media.digest],
        ["expiration", str(int((now + _AUTHORIZED).timestamp()))],
    ]
    event = signed(key, AUTHORIZATION, f"Upload {media.path.name}", tags, now)
    proof = base64.b64encode(event.model_dump_json().encode()).decode()
    headers = {"Authorization": f"Nostr {proof}", "Content-Type": media.mime}
    answer = await ask(http, "PUT", f"{server}/upload", headers=headers, content=content)
    if answer.status in (401, 403, 413, 415):
        why = answer.headers.get("x-reason", "") or answer.why() or "it gives no reason"
        raise Refused(f"The media server did not take the file: {why}.", status=answer.status)
    if not answer.ok:
        raise TryLater("The media server did not take the file.", status=answer.status)
    return answer.read(_Stored).url


def _sent(ident: str, at: datetime) -> Sent:
    """Notes have no page of their own; njump.me shows those of every relay."""
    return Sent(ident, f"https://njump.me/{encoded('note', bytes.fromhex(ident))}", at=at)


nostr = Nostr()
