"""Events: what Nostr's relays keep. The id is a hash of all that an event says.

Source: NIP-01 (events), NIP-10 (answers), NIP-24 (hashtags), NIP-25 (reactions), NIP-27 (mentions),
NIP-92 (media), NIP-09 (deletion), BUD-11 (the right to upload).
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import regex
from pydantic import BaseModel

from aboveboard.channels.base import Outgoing
from aboveboard.channels.nostr.keys import Key, decoded, is_signed

NOTE, DELETION, LIKE, AUTHORIZATION = 1, 5, 7, 24242
# Reposts of notes, and of anything else (NIP-18).
SHARED = (6, 16)
Tags = list[list[str]]
_HASHTAG = regex.compile(r"(?<![\w&/#])#(\w*[^\W\d]\w*)")
_PERSON = regex.compile(r"(?<!\w)nostr:(npub1[a-z0-9]{58})(?!\w)")


class Event(BaseModel):
    """A signed event as relays hand it out."""

    id: str
    pubkey: str
    created_at: int
    kind: int
    tags: Tags = []
    content: str = ""
    sig: str = ""

    @property
    def at(self) -> datetime:
        return datetime.fromtimestamp(self.created_at, UTC)

    @property
    def is_genuine(self) -> bool:
        """Whether its id is its hash, and its author signed that."""
        told = _Draft(self.pubkey, self.created_at, self.kind, self.tags, self.content)
        return told.id == self.id and is_signed(self.pubkey, bytes.fromhex(self.id), self.sig)

    @property
    def reacted_to(self) -> str:
        """The event that a reaction or a repost is to: the last one it names."""
        named = [tag[1] for tag in self.tags if len(tag) > 1 and tag[0] == "e"]
        return named[-1] if named else ""

    @property
    def answers(self) -> str:
        """The event that this one answers; "" for none (NIP-10, marked or by place)."""
        named = [tag for tag in self.tags if len(tag) > 1 and tag[0] == "e"]
        for wanted in ("reply", "root"):
            for tag in named:
                if len(tag) > 3 and tag[3] == wanted:
                    return tag[1]
        unmarked = [tag for tag in named if len(tag) < 4 or not tag[3]]
        return unmarked[-1][1] if unmarked else ""


@dataclass(frozen=True)
class _Draft:
    pubkey: str
    created_at: int
    kind: int
    tags: Tags
    content: str

    @property
    def id(self) -> str:
        said = [0, self.pubkey, self.created_at, self.kind, self.tags, self.content]
        text = json.dumps(said, separators=(",", ":"), ensure_ascii=False)
        return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def signed(key: Key, kind: int, content: str, tags: Tags, at: datetime) -> Event:
    draft = _Draft(key.public, int(at.timestamp()), kind, tags, content)
    signature = key.sign(bytes.fromhex(draft.id))
    return Event(
        id=draft.id,
        pubkey=draft.pubkey,
        created_at=draft.created_at,
        kind=kind,
        tags=tags,
        content=content,
        sig=signature,
    )


def note(key: Key, part: Outgoing) -> Event:
    """A part as an event, the same over every try: our key makes equal texts two events."""
    tags: Tags = [["aboveboard", part.key]]
    if part.root and part.reply_to:
        tags.append(["e", part.root.remote_id, "", "root"])
        if part.reply_to.remote_id != part.root.remote_id:
            tags.append(["e", part.reply_to.remote_id, "", "reply"])
    named = [key.public] if part.reply_to else []
    tags += [["p", person] for person in dict.fromkeys([*named, *mentioned(part.text)])]
    words = (found.lower() for found in _HASHTAG.findall(part.text))
    tags += [["t", word] for word in dict.fromkeys(words)]
    places = []
    for one in part.media:
        told: dict[str, Any] = json.loads(one.ref)
        places.append(told["url"])
        facts = [f"url {told['url']}", f"m {one.mime}", f"x {told['x']}"]
        if one.width and one.height:
            facts.append(f"dim {one.width}x{one.height}")
        if one.alt:
            facts.append(f"alt {one.alt}")
        tags.append(["imeta", *facts])
    content = "\n\n".join(said for said in (part.text, "\n".join(places)) if said)
    return signed(key, NOTE, content, tags, part.created_at)


def mentioned(text: str) -> list[str]:
    """The public keys of whom a text names, as in nostr:npub1…; what is misspelt is left out."""
    found = []
    for spelt in _PERSON.findall(text):
        try:
            found.append(decoded(spelt, "npub").hex())
        except ValueError:
            continue
    return found
