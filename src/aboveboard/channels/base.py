"""What every network adapter is: its limits and abilities as data, and its requests.

An adapter is stateless. What it needs comes in (`Account`, `Outgoing`), what it learnt goes
out (`Sent`, `Numbers`); retries, waiting, states and storage belong to the stage `publish`.

A post goes its way in steps, each stored before the next:

    upload    each picture or video, perhaps in several calls; shows nowhere, may be repeated
    prepare   what some networks want made first (a container); shows nowhere, may be repeated
    publish   exactly one request per part; never repeated before the channel has been read back

A part after the first answers the one before it: a post of the thread, or, where a network has
no threads, a comment under the post (the first comment).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol
from urllib.parse import quote

from aboveboard.channels.asking import App as App
from aboveboard.channels.asking import Field as Field
from aboveboard.channels.asking import OAuth as OAuth
from aboveboard.channels.errors import Refused
from aboveboard.channels.framing import ANY_SHAPE
from aboveboard.channels.framing import Frame as Frame
from aboveboard.channels.outgoing import Card as Card
from aboveboard.channels.outgoing import Media as Media
from aboveboard.channels.outgoing import Outgoing as Outgoing
from aboveboard.channels.outgoing import Prepared as Prepared
from aboveboard.channels.outgoing import Uploaded as Uploaded
from aboveboard.channels.told import Comment as Comment
from aboveboard.channels.told import Numbers as Numbers
from aboveboard.channels.told import Sent as Sent
from aboveboard.channels.told import Standing as Standing
from aboveboard.kernel.http import Client

Unit = Literal["graphemes", "weighted", "characters", "utf16", "bytes"]
Auth = Literal["none", "token", "app_password", "oauth"]


@dataclass(frozen=True)
class Limits:
    """How much one post may hold. A server may tell other figures: see `Profile.limits`.

    `text` is counted in `unit`; `text_bytes` is a second limit on the UTF-8 bytes where there
    is one. `url_length` is what a URL counts, None when it counts as written. `title` is in
    characters, None where posts have no title; `comment` is the text of a first comment, None
    when it is as long as a post's.
    `image_bytes` and `alt` are per image, `alt` in characters, `frame` the shapes and sizes that
    are shown; `video_bytes` per video and `video_seconds` its longest play; `video_edge` in pixels
    and `video_rate` in pictures a second are the most of it, None where the network tells none.
    `media_least` pictures or videos are the fewest a post may have, and `mixed` says that both may
    stand together. `tags` is how many hashtags a post may have, None when nobody counts them.
    """

    text: int
    unit: Unit = "graphemes"
    text_bytes: int | None = None
    url_length: int | None = None
    title: int | None = None
    comment: int | None = None
    images: int = 4
    image_bytes: int = 16_000_000
    image_types: tuple[str, ...] = ("image/jpeg", "image/png", "image/webp", "image/gif")
    alt: int = 1500
    frame: Frame = ANY_SHAPE
    videos: int = 0
    video_bytes: int = 0
    video_types: tuple[str, ...] = ("video/mp4",)
    video_seconds: int | None = None
    video_edge: int | None = None
    video_rate: int | None = None
    media_least: int = 0
    mixed: bool = False
    tags: int | None = None

    def most(self, part: int) -> int:
        """The longest that a part may be: under a post's own text there may be a comment."""
        return self.comment if part and self.comment is not None else self.text


@dataclass(frozen=True)
class Capabilities:
    """What a network offers; `docs/networks.md` is written from it.

    `threads`: a part may answer the one before it as a post; `first_comment`: it goes under the
    post as a comment. `prepares`: `Network.prepare` is to be called before each part.
    `media_by_url`: the network fetches media from a public address of ours (`Media.url`).
    `link_preview`: "server" when the network makes one of a link in the text, "own" when whoever
    publishes gives it one (`Outgoing.card`).
    `scheduling`: the network could keep a post until its time; it is not used, so that the
    approval holds until the last second.
    `idempotent`: "own_id" when we choose the id and a repeat is a no-op, "key" when a header
    may be honoured (and may be ignored), "none" else.
    `readback`: "by_id" when a lost answer is settled by our own id, "list" by listing own
    posts, "none" when only a person can tell. `lists_all` is False where such a list may leave a
    post out, so that nothing in it proves nothing.
    `native_ai_covers`: whether the native field speaks of the whole post or of its media only;
    in the latter case AI-written words keep their label in the text.
    `rates`: whether the network counts requests per channel or per app.
    `metrics` names what `numbers` can tell: the fields of `Numbers`.
    `verified`: "server" when the tests run against real server software, "contract" when they
    run against the documented contract only.
    """

    auth: tuple[Auth, ...]
    threads: bool = True
    first_comment: bool = False
    prepares: bool = False
    media_by_url: bool = False
    alt_text: bool = True
    link_preview: Literal["none", "server", "own"] = "none"
    mentions: bool = True
    tags: bool = True
    delete: bool = True
    edit: bool = False
    comments: bool = False
    scheduling: bool = False
    idempotent: Literal["own_id", "key", "none"] = "none"
    readback: Literal["by_id", "list", "none"] = "list"
    lists_all: bool = True
    native_ai_field: str | None = None
    native_ai_covers: Literal["post", "media"] = "post"
    native_paid_field: str | None = None
    rates: Literal["channel", "app"] = "channel"
    metrics: tuple[str, ...] = ()
    verified: Literal["server", "contract"] = "contract"

    def says_paid(self, relationship: str) -> bool:
        """Whether the network's own field says that there is a return for the post.

        Such fields speak of partners who pay or give; that somebody works there, words say.
        """
        return bool(self.native_paid_field) and relationship in {"paid", "gifted", "affiliate"}

    @property
    def in_parts(self) -> bool:
        """Whether a post may have parts after the first, as a thread or as comments."""
        return self.threads or self.first_comment

    @property
    def says_ai(self) -> bool:
        """Whether the network's own field speaks of the words too, and takes the label's place."""
        return bool(self.native_ai_field) and self.native_ai_covers == "post"

    def native(self, *, ai: bool, media: bool) -> dict[str, bool]:
        """The own field's value for a post with AI in it at all, or in its media."""
        if not self.native_ai_field:
            return {}
        return {self.native_ai_field: ai if self.says_ai else media}

    def native_paid(self, relationship: str) -> dict[str, bool]:
        """The own field's value for a post with such a relationship behind it."""
        field = self.native_paid_field
        return {field: True} if field and self.says_paid(relationship) else {}


@dataclass(frozen=True)
class Account:
    """One connected account: where it is, who it is, and its secrets (never logged).

    By OAuth the secrets are `token`, `refresh` (where there is one), `expires_at` (ISO 8601,
    where it is told), `client_id` and `client_secret`; else those that `Network.fields` names.
    """

    server: str
    handle: str
    remote_id: str = ""
    secrets: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Profile:
    """What the server says of an account: who it is, and its own limits.

    `account` carries refreshed secrets where signing in changed them. `expires_at`: when the
    secrets run out unless they are renewed before, None when they do not or nobody says.
    """

    account: Account
    display_name: str
    limits: Limits
    expires_at: datetime | None = None


def settings_of(network: "Network") -> tuple[Field, ...]:
    """What a person says of a channel besides signing in: a board, a community, who sees it."""
    signing_in = {"server", "handle", "client_id"}
    return tuple(one for one in network.fields if not one.secret and one.name not in signing_in)


def page_of(network: "Network", *, server: str, handle: str, remote_id: str) -> str:
    """The address at which people see this account; "" where the network tells none."""
    name = handle.removeprefix("@").partition("@")[0]
    if not network.page or not (name or remote_id):
        return ""
    return network.page.format(
        server=server.rstrip("/"), name=quote(name, safe=""), id=quote(remote_id, safe=":")
    )


class Network(Protocol):
    """An adapter. Every request may raise one of the five kinds in `channels.errors`.

    Inherit from this class to get what most networks share: tokens that do not run out, nothing
    to prepare, nothing that can be changed afterwards.
    """

    name: str
    title: str
    limits: Limits
    capabilities: Capabilities
    # What one gives to connect without OAuth.
    fields: tuple[Field, ...] = ()
    oauth: OAuth | None = None
    # Where the account is when the person names no server; "" asks for one.
    home: str = ""
    # Whether signing in may be tried every day without anybody noticing.
    looked_after: bool = True
    # Where people see the account, with {server}, {name} (of the handle) and {id}; "" if unknown.
    page: str = ""

    def count(self, text: str, limits: Limits | None = None) -> int:
        """The length of a text as this network counts it, in `limits.unit`.

        `limits` are those of the account's server where they are known (`Profile.limits`).
        """
        ...

    async def sign_in(self, http: Client, account: Account) -> Profile:
        """Check the secrets, learn who this is and what the server's limits are."""
        ...

    async def register(self, http: Client, server: str, redirect: str) -> App:
        """An app of our own on a server, where `oauth.registers`; `redirect` is our address."""
        raise Refused(f"{self.title} registers no apps by itself.")

    async def exchanged(self, http: Client, account: Account) -> Account:
        """The account with the secrets to keep, after a code was exchanged for a token.

        For networks whose first token lives an hour and is to be exchanged for a longer one.
        """
        return account

    async def accounts(self, http: Client, account: Account) -> Sequence[Profile]:
        """The accounts that a sign-in by OAuth gives access to: pages, organisations, channels.

        Each carries the secrets with which that one is used.
        """
        return (await self.sign_in(http, account),)

    async def refresh(self, http: Client, account: Account) -> Account:
        """The account with fresh secrets, to be stored before anything else is asked.

        Called ahead of time, and once after a `SignInAgain` that says `refreshable`; the request
        that raised it may then be made again. Raises SignInAgain when only a person can help.
        """
        return account

    async def upload(
        self, http: Client, account: Account, media: Media, begun: Uploaded | None = None
    ) -> Uploaded:
        """Put a picture or video there, or its next piece. Shows nowhere; may be repeated.

        `begun` is what the last call gave back when that was not done yet.
        """
        ...

    async def prepare(
        self, http: Client, account: Account, part: Outgoing, begun: str = ""
    ) -> Prepared:
        """Make what has to be there before `publish`, or the next of it. Shows nowhere.

        Asked for each part where `capabilities.prepares`; one that needs nothing is done at once.
        `begun` is the `ref` of the last call when that was not done yet.
        """
        return Prepared("")

    async def publish(self, http: Client, account: Account, part: Outgoing) -> Sent:
        """Publish one part with exactly one request.

        Raises OutcomeUnknown whenever the request may have taken effect.
        """
        ...

    async def find(
        self, http: Client, account: Account, part: Outgoing, *, since: datetime
    ) -> Sequence[Sent]:
        """Read the channel back: the posts not older than `since` that may be this part.

        An empty answer means that none is there now. Matching is by our id where the network
        keeps one, else by the text as the network shows it and the number of its pictures.
        """
        ...

    async def standing(
        self, http: Client, account: Account, *, since: datetime
    ) -> Sequence[Standing] | None:
        """The account's own posts that stand there now, not older than `since`, newest first.

        For a person who is to say whether one of them is ours. None where the network lists none.
        """
        return None

    def reads_back(self, account: Account) -> bool:
        """Whether `find` can tell for this account; some networks let organisations alone."""
        return self.capabilities.readback != "none"

    async def edit(self, http: Client, account: Account, sent: Sent, part: Outgoing) -> Sent:
        """Give a post that is out another text; its pictures stay. May be repeated.

        Raises Gone when it is not there any more.
        """
        raise Refused(f"{self.title} cannot change a post that is out.")

    async def delete(self, http: Client, account: Account, sent: Sent) -> None:
        """Take a post down. One that is gone already is no error. May be repeated."""
        raise Refused(f"{self.title} cannot take a post down.")

    async def numbers(
        self, http: Client, account: Account, sent: Sequence[Sent]
    ) -> Mapping[str, Numbers]:
        """The numbers of posts, by `remote_id`. A post that is gone is left out."""
        ...

    async def comments(
        self, http: Client, account: Account, sent: Sent, *, since: datetime
    ) -> Sequence[Comment]:
        """What others wrote under a post, not older than `since`, the oldest first."""
        return ()
