"""What the REST interface takes and gives, as pydantic models. Times are ISO 8601 with offset."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
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


class CardFieldOut(Schema):
    """A field of a template. `kind`: line, text, points, numbers, stars or choice."""

    name: str
    kind: str
    required: bool
    choices: list[str]


class CardTemplateOut(Schema):
    """A template of cards. `photo` says whether it has a place for one."""

    name: str
    title: str
    about: str
    photo: bool
    fields: list[CardFieldOut]
    formats: list[str]


class CardIn(Taken):
    """A card to be: words by the fields of its template, in the formats named.

    `scheme` is brand, light or dark. With `mends`, colours that cannot be read give way to the
    nearest that can; else such a card is refused. `photo` is a picture of the library.
    """

    template: Line
    fields: dict[str, str]
    formats: list[Line] = ["1:1"]
    scheme: Literal["brand", "light", "dark"] = "brand"
    photo: UUID | None = None
    language: Line = ""
    mends: bool = False
    name: Line = ""


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


class AdaptIn(Taken):
    """How a text shall be adapted.

    `kind` is shorter, longer, channel, thread, carousel, script, headlines, newsletter, tone or
    language; the last two take a model. `by` is house (sentences chosen and arranged, no model) or
    model, under the fact lock. `tone` is plainer, warmer, formal, livelier or calmer; `language`
    the one to translate into; `source` the channel whose text is taken, else the text's own.
    """

    kind: Line
    by: Literal["house", "model"] = "house"
    tone: Line = ""
    language: Line = ""
    instruction: Annotated[str, StringConstraints(max_length=2_000)] = ""
    source: UUID | None = None


class PieceOut(Schema):
    """Words of a suggestion with their role: text, headline, line, spoken, seen, subject, …"""

    role: str
    text: str


class BreakOut(Schema):
    """A fact that a model added, altered or dropped."""

    kind: str
    text: str
    why: str


class SuggestionOut(Schema):
    """A suggestion for a text. `state` is asked, open, failed, taken or refused; `model` is empty
    for what the house made; `why` says why nothing came."""

    id: UUID
    channel: UUID
    kind: str
    state: str
    model: str
    language: str
    text: str
    pieces: list[PieceOut]
    breaks: list[BreakOut]
    why: str
    asked_at: datetime


class TextOut(Schema):
    """A text on one channel. `state` is draft, in_review, sent_back, approved, waiting, sending,
    sent, taken_down, unknown, refused or held; `url` is where it is while it is out."""

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
