"""What the REST interface takes and gives, as pydantic models. Times are ISO 8601 with offset."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, StringConstraints

Line = Annotated[str, StringConstraints(max_length=400)]


class Taken(Schema):
    """What comes in: a field that is not known is refused, so that no typing error is lost."""

    model_config = ConfigDict(extra="forbid")


class Mistake(Schema):
    """Why something was refused: a stable code, what happened, and how to mend it."""

    code: str
    message: str
    mend: str


class BrandOut(Schema):
    id: UUID
    name: str
    slug: str
    language: str
    zone: str


class ChannelOut(Schema):
    id: UUID
    name: str
    network: str
    handle: str


class AssetOut(Schema):
    """`origin` says who made it as far as we know; `credential` what the file says of itself."""

    id: UUID
    name: str
    mime: str
    width: int
    height: int
    alt: str
    origin: str
    credential: dict[str, Any]


class PictureIn(Taken):
    """A picture of the library. `alt` of its own, else the library's."""

    asset: UUID
    alt: str = ""


class TextIn(Taken):
    """What goes on one channel."""

    channel: UUID
    text: str = ""
    media: list[PictureIn] = []


class PostIn(Taken):
    """A post to be. `at` without an offset is a wall-clock time in `zone` (else the brand's).

    `relationship` is what somebody gave in return: none, paid, gifted, affiliate or employee.
    """

    brand: UUID
    texts: list[TextIn]
    title: Line = ""
    language: Line = ""
    campaign: UUID | None = None
    at: datetime | None = None
    zone: Line = ""
    relationship: Line = "none"


class TextOut(Schema):
    """A text on one channel. `state` is draft, in_review, sent_back, approved, waiting, sending,
    sent, unknown, refused or held; `url` is where it is once it is out."""

    channel: UUID
    text: str
    state: str
    sent_at: datetime | None
    url: str


class PostOut(Schema):
    """A post and where it stands."""

    id: UUID
    brand: UUID
    title: str
    language: str
    at: datetime | None
    zone: str
    relationship: str
    key: str | None
    texts: list[TextOut]


class ReasonOut(Schema):
    """A source of an idea: what is quoted (`text`) and `where` it stands. `kind` is passage, post,
    occasion, question, campaign or model; `above` of `like` posts of its matter did better than
    usual."""

    kind: str
    text: str
    where: str
    ref: str
    day: str
    above: int
    like: int


class IdeaOut(Schema):
    """An idea. `state` is new, kept, used or aside; `origin` house, model or person."""

    id: UUID
    title: str
    angle: str
    language: str
    state: str
    origin: str
    kind: str
    day: date | None
    campaign: UUID | None
    channel: UUID | None
    why: list[ReasonOut]


class IdeaIn(Taken):
    """An idea to propose. Without an angle the title says it all."""

    title: Line
    angle: str = ""
    language: Line = ""
    day: date | None = None
    campaign: UUID | None = None


class SearchIn(Taken):
    """How many ideas to look for, of a campaign or of any."""

    count: int = 8
    campaign: UUID | None = None
    language: Line = ""


class FoundOut(Schema):
    """What a search put on the board."""

    ideas: list[IdeaOut]
    doubles: int


class QuestionIn(Taken):
    """What somebody asked, where they did, and a key of your own for it."""

    text: Line
    place: Line = ""
    language: Line = ""
    key: Line | None = None


class QuestionOut(Schema):
    id: UUID
    text: str
    place: str
    language: str
