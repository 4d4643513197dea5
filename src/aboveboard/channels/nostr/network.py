"""Nostr: notes signed with a key of one's own, on whichever relays take them.

Source: github.com/nostr-protocol/nips (01, 09, 10, 11, 18, 25, 92). An event's id is a hash of what
it says, and a part is the same event over every try: sending it again is harmless, and reading back
asks for that id. It is out as soon as one relay has it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import anyio
from pydantic import BaseModel

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
    Standing,
    Uploaded,
)
from aboveboard.channels.errors import ChannelError, Refused, SignInAgain, TryLater
from aboveboard.channels.nostr import relays
from aboveboard.channels.nostr.about import About, about, taken_by_all
from aboveboard.channels.nostr.blossom import stored
from aboveboard.channels.nostr.events import DELETION, LIKE, NOTE, SHARED, Event, note, signed
from aboveboard.channels.nostr.keys import Key, NotAKey, encoded
from aboveboard.kernel import clock
from aboveboard.kernel.http import Client

_MOST = 500
# Filters in one question: relays take ten as a rule.
_FILTERS = 10


class _Named(BaseModel):
    display_name: str | None = ""
    name: str | None = ""


class Nostr(Network):
    """`relays` in the secrets are the relays, `media` a Blossom server where there is one."""

    name = "nostr"
    title = "Nostr"
    limits = Limits(
        text=20_000,
        unit="characters",
        images=10,
        alt=1_000,
        videos=1,
        video_bytes=100_000_000,
        mixed=True,
    )
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
        found: list[About] = []
        failure: ChannelError | None = None
        for relay in _relays(account):
            try:
                found.append(await about(http, relay))
            except TryLater as error:
                failure = error
        if not found:
            raise failure or Refused("Name at least one relay, as in wss://relay.example.")
        public = encoded("npub", bytes.fromhex(key.public))
        named = replace(account, handle=public, remote_id=key.public)
        name = await self._name(http, account, key)
        return Profile(named, name or public[:12], taken_by_all(self.limits, found))

    async def _name(self, http: Client, account: Account, key: Key) -> str:
        wanted = {"kinds": [0], "authors": [key.public], "limit": 1}
        found = (await relays.asked(http, _relays(account), wanted)).values()
        for event in sorted(found, key=lambda one: one.created_at, reverse=True):
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
        size = (await anyio.Path(media.path).stat()).st_size
        url = media.url if media.url.startswith("https://") else ""
        if server := account.secrets.get("media", "").strip().rstrip("/"):
            url = await stored(http, _key(account), server, media, size)
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

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing]:
        wanted = {
            "authors": [_key(account).public],
            "kinds": [NOTE],
            "since": int(since.timestamp()),
            "limit": _MOST,
        }
        found = await relays.asked(http, _relays(account), wanted)
        newest = sorted(found.values(), key=lambda event: event.at, reverse=True)
        return [Standing(_sent(event.id, event.at), event.content) for event in newest]

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        """A request to all relays, which are asked whether they still show the note.

        Who has copied it may keep it.
        """
        tags = [["e", sent.remote_id], ["k", str(NOTE)]]
        event = signed(_key(account), DELETION, "", tags, clock.now())
        await relays.withdraw(http, _relays(account), event, sent.remote_id)

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """People who liked or reposted, and answers of others, as far as our relays know them."""
        named, own = _relays(account), _key(account).public
        ids = [post.remote_id for post in sent]
        there = await relays.asked(http, named, {"ids": ids})
        found: dict[str, Event] = {}
        for start in range(0, len(ids), _FILTERS):
            some = ids[start : start + _FILTERS]
            about = [{"#e": [one], "kinds": [NOTE, *SHARED, LIKE], "limit": _MOST} for one in some]
            found |= await relays.asked(http, named, *about)
        replies, likes, reposts = _by_post(found.values(), own)
        return {
            ident: Numbers(
                replies=len(replies[ident]), likes=len(likes[ident]), reposts=len(reposts[ident])
            )
            for ident in ids
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
            if event.pubkey != own and event.answers and event.at >= since
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


def _by_post(
    events: Iterable[Event], own: str
) -> tuple[dict[str, set[str]], dict[str, set[str]], dict[str, set[str]]]:
    """Answers by their ids, likes and reposts by their authors, for each post."""
    replies, likes, reposts = (defaultdict[str, set[str]](set) for _ in range(3))
    for event in events:
        if event.kind == NOTE and event.pubkey != own:
            replies[event.answers].add(event.id)
        elif event.kind == LIKE and event.content != "-":
            likes[event.reacted_to].add(event.pubkey)
        elif event.kind in SHARED:
            reposts[event.reacted_to].add(event.pubkey)
    return replies, likes, reposts


def _sent(ident: str, at: datetime) -> Sent:
    """Notes have no page of their own; njump.me shows those of every relay."""
    return Sent(ident, f"https://njump.me/{encoded('note', bytes.fromhex(ident))}", at=at)


nostr = Nostr()
