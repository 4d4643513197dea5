"""What a network tells: of a post that is there, of those beside it, of what others said."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Sent:
    """One post that is on the network. `handle` holds what a reply to it must name (a CID)."""

    remote_id: str
    url: str
    handle: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Standing:
    """A post of the account's own as the network shows it: its words and how many pictures."""

    sent: Sent
    text: str
    pictures: int | None = None


@dataclass(frozen=True)
class Numbers:
    """What the network tells of one post. None means: it does not tell."""

    replies: int | None = None
    likes: int | None = None
    reposts: int | None = None
    quotes: int | None = None
    views: int | None = None
    clicks: int | None = None
    saves: int | None = None
    reach: int | None = None


@dataclass(frozen=True)
class Comment:
    """What somebody wrote under a post. `reply_to` is the remote id of what it answers."""

    remote_id: str
    author: str
    text: str
    at: datetime
    url: str = ""
    reply_to: str = ""
