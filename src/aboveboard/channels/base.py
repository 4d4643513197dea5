"""What every network adapter is: its limits and abilities as data, and seven requests.

An adapter is stateless. What it needs comes in (`Account`, `Outgoing`), what it learnt goes
out (`Sent`, `Numbers`); retries, waiting, states and storage belong to the stage `publish`.
One call of an adapter makes one publishing request at most, and never repeats it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

import httpx

Unit = Literal["graphemes", "weighted", "characters"]


@dataclass(frozen=True)
class Limits:
    """How much one post may hold. A server may tell other figures: see `Profile.limits`.

    `text` is counted in `unit`; `text_bytes` is a second limit on the UTF-8 bytes where there
    is one. `url_length` is what a URL counts, None when it counts as written.
    `image_bytes` and `alt` are per image; `alt` in characters.
    """

    text: int
    unit: Unit = "graphemes"
    text_bytes: int | None = None
    url_length: int | None = None
    images: int = 4
    image_bytes: int = 16_000_000
    image_types: tuple[str, ...] = ("image/jpeg", "image/png", "image/webp", "image/gif")
    alt: int = 1500


@dataclass(frozen=True)
class Capabilities:
    """What a network offers.

    `idempotent`: "own_id" when we choose the id and a repeat is a no-op, "key" when a header
    may be honoured (and may be ignored), "none" else.
    `readback`: "by_id" when a lost answer is settled by our own id, "list" by listing own
    posts, "none" when only a person can tell.
    `metrics` names what `numbers` can tell: replies, likes, reposts, quotes, views, clicks.
    """

    auth: tuple[Literal["none", "token", "app_password", "oauth"], ...]
    threads: bool = True
    alt_text: bool = True
    delete: bool = True
    edit: bool = False
    idempotent: Literal["own_id", "key", "none"] = "none"
    readback: Literal["by_id", "list", "none"] = "list"
    native_ai_field: str | None = None
    native_paid_field: str | None = None
    metrics: tuple[str, ...] = ()
    verified: Literal["server", "contract"] = "contract"


@dataclass(frozen=True)
class Account:
    """One connected account: where it is, who it is, and its secrets (never logged)."""

    server: str
    handle: str
    remote_id: str = ""
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Profile:
    """What the server says of an account: who it is, and its own limits.

    `account` carries refreshed secrets where signing in changed them.
    """

    account: Account
    display_name: str
    limits: Limits


@dataclass(frozen=True)
class Media:
    """One picture to go out. `path` is a local file of type `mime`, sizes in pixels."""

    path: Path
    mime: str
    alt: str
    width: int
    height: int
    digest: str


@dataclass(frozen=True)
class Sent:
    """One post that is on the network. `handle` holds what a reply to it must name (a CID)."""

    remote_id: str
    url: str
    handle: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Uploaded:
    """A picture that is on the network but in no post yet. `ref` is the adapter's own text."""

    ref: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Outgoing:
    """One part to publish.

    `key` is our id of this part, stable over every try (UUID text); `created_at` too.
    `native` holds the values for the network's own disclosure fields.
    """

    key: str
    text: str
    lang: str
    created_at: datetime
    media: tuple[Uploaded, ...] = ()
    reply_to: Sent | None = None
    root: Sent | None = None
    native: Mapping[str, bool | str] = field(default_factory=dict)


@dataclass(frozen=True)
class Numbers:
    """What the network tells of one post. None means: it does not tell."""

    replies: int | None = None
    likes: int | None = None
    reposts: int | None = None
    quotes: int | None = None
    views: int | None = None
    clicks: int | None = None


class Network(Protocol):
    """An adapter. Every request may raise one of the five kinds in `channels.errors`.

    Inherit from this class to get `refresh` for networks whose tokens do not run out.
    """

    name: str
    title: str
    limits: Limits
    capabilities: Capabilities

    def count(self, text: str, limits: Limits | None = None) -> int:
        """The length of a text as this network counts it, in `limits.unit`.

        `limits` are those of the account's server where they are known (`Profile.limits`).
        """
        ...

    async def sign_in(self, http: httpx.AsyncClient, account: Account) -> Profile:
        """Check the secrets, learn who this is and what the server's limits are."""
        ...

    async def refresh(self, http: httpx.AsyncClient, account: Account) -> Account:
        """The account with fresh secrets, to be stored before anything else is asked.

        Called once after a `SignInAgain` that says `refreshable`; the request that raised it
        may then be made again. Raises SignInAgain when only a person can help.
        """
        return account

    async def upload(self, http: httpx.AsyncClient, account: Account, media: Media) -> Uploaded:
        """Put a picture there. May be repeated; an upload without a post shows nowhere."""
        ...

    async def publish(self, http: httpx.AsyncClient, account: Account, part: Outgoing) -> Sent:
        """Publish one part with exactly one request.

        Raises OutcomeUnknown whenever the request may have taken effect.
        """
        ...

    async def find(
        self, http: httpx.AsyncClient, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        """Read the channel back: the posts not older than `since` that may be this part.

        An empty answer means that none is there now. Matching is by our id where the network
        keeps one, else by the text as the network shows it and the number of its pictures.
        """
        ...

    async def numbers(
        self, http: httpx.AsyncClient, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """The numbers of posts, by `remote_id`. A post that is gone is left out."""
        ...
