"""What an adapter is given to publish: a part with its words, media and card."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from aboveboard.channels.told import Sent


@dataclass(frozen=True)
class Media:
    """A picture or video to go out. `path` is a local file of type `mime`, sizes in pixels.

    `size` in bytes, `seconds` of play (0 for pictures). `url` is a public address from which the
    network may fetch it, "" when the studio has none.
    """

    path: Path
    mime: str
    alt: str
    width: int
    height: int
    digest: str
    size: int = 0
    seconds: float = 0.0
    url: str = ""

    @property
    def is_video(self) -> bool:
        return self.mime.startswith("video/")


@dataclass(frozen=True)
class Uploaded:
    """A picture or video that is on the network but in no post yet. `ref` is the adapter's text.

    While it is not `done`, `upload` is called again with it after `wait` seconds: to send the
    next piece, or to ask whether the network is ready.
    """

    ref: str
    alt: str
    width: int
    height: int
    mime: str = ""
    done: bool = True
    wait: float = 0.0

    @property
    def is_video(self) -> bool:
        return self.mime.startswith("video/")


@dataclass(frozen=True)
class Card:
    """The card of a link; its picture is the post's one medium."""

    url: str
    title: str
    description: str = ""


@dataclass(frozen=True)
class Prepared:
    """What `prepare` has made so far, as the adapter's own text; `done` and `wait` as above."""

    ref: str
    done: bool = True
    wait: float = 0.0


@dataclass(frozen=True)
class Outgoing:
    """One part to publish.

    `key` is our id of this part, stable over every try (UUID text); `created_at` too.
    `title` is for networks whose posts have one. `native` holds the values for the network's own
    disclosure fields, `prepared` what `prepare` made. A `card`'s picture is alone in `media`.
    """

    key: str
    text: str
    lang: str
    created_at: datetime
    title: str = ""
    media: tuple[Uploaded, ...] = ()
    reply_to: Sent | None = None
    root: Sent | None = None
    native: Mapping[str, bool | str] = field(default_factory=dict)
    prepared: str = ""
    card: Card | None = None
