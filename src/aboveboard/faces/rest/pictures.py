"""Pictures from a model: asked for, followed, seen, kept. What a program keeps is in the library
and in no post; words that a model proposes for a picture are a person's to confirm."""

from typing import Annotated, Literal
from uuid import UUID

from django.http import FileResponse, HttpRequest
from ninja import Router, Schema, Status
from pydantic import StringConstraints

from aboveboard.ai.pictures import MAX_WORDS, MOST
from aboveboard.brand import queries as brands
from aboveboard.create import actions, queries
from aboveboard.create.models import Asset, PictureAsk
from aboveboard.create.tasks import fetch_asked_pictures
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import AssetOut, Mistake, Taken
from aboveboard.people.actors import require
from aboveboard.people.rules import Right

router = Router()
ASKED = {403: Mistake, 404: Mistake, 409: Mistake, 422: Mistake}


class PicturesIn(Taken):
    """What to make. All but generate are of a picture of the library, `asset`.

    `area` is in parts of its width and height: what to fill, as left, top, width and height, or
    what expand adds at the left, top, right and bottom. `instruction` may be left out for expand
    and cutout. `size` of a generated picture: 1024x1024, 1536x1024 or 1024x1536.
    """

    what: Literal["generate", "fill", "expand", "cutout"] = "generate"
    instruction: Annotated[str, StringConstraints(max_length=MAX_WORDS)] = ""
    size: str = "1024x1024"
    count: int = 2
    asset: UUID | None = None
    area: list[float] = []


class ProposalOut(Schema):
    """A picture that waits to be kept, and the asset that it has become."""

    id: UUID
    number: int
    mime: str
    width: int
    height: int
    kept: UUID | None


class PicturesOut(Schema):
    """What was asked: `state` is asked, open or failed with `why`. `text` holds proposed words."""

    id: UUID
    what: str
    state: str
    instruction: str
    provider: str
    model: str
    asset: UUID | None
    text: str
    why: str
    proposals: list[ProposalOut]


class KeepIn(Taken):
    """Words that stand for the picture; without any a person has to write them."""

    alt: Annotated[str, StringConstraints(max_length=5_000)] = ""


@router.post("/brands/{brand}/pictures", response={**ASKED, 202: PicturesOut})
def ask(request: HttpRequest, brand: UUID, told: PicturesIn) -> Status[PicturesOut]:
    """Ask the workspace's picture model, up to four at once; read them at `/pictures/{pictures}`.

    403 when the brand keeps it to people (`people_only`, `sensitive`, `ai_free`).
    """
    made = actions.ask_pictures(
        actor_of(request),
        brand,
        what=told.what,
        instruction=told.instruction,
        size=told.size,
        count=min(told.count, MOST + 1),
        asset_id=told.asset,
        area=told.area,
    )
    return _begun(made)


@router.post("/assets/{asset}/words", response={**ASKED, 202: PicturesOut})
def ask_words(request: HttpRequest, asset: UUID) -> Status[PicturesOut]:
    """Ask a model that sees for the words that stand for a picture; a person confirms them."""
    return _begun(actions.ask_words(actor_of(request), asset))


@router.get("/brands/{brand}/pictures", response={200: list[PicturesOut], 404: Mistake})
def read_many(request: HttpRequest, brand: UUID) -> list[PicturesOut]:
    """What was asked of models for pictures of a brand and is not done with, the newest first."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    return [_shown(one) for one in queries.picture_asks(brands.brand(actor, brand).pk)[:50]]


@router.get("/pictures/{pictures}", response={200: PicturesOut, 404: Mistake})
def read(request: HttpRequest, pictures: UUID) -> PicturesOut:
    """How far it is, and the proposals side by side. 404 once somebody has decided on them."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    return _shown(queries.picture_ask(actor, pictures))


@router.post("/pictures/{pictures}/stop", response={204: None, 403: Mistake, 404: Mistake})
def stop(request: HttpRequest, pictures: UUID) -> Status[None]:
    """Stop a model that is at it. Pictures that are there stay until a person puts them aside."""
    actor = actor_of(request)
    if queries.picture_ask(actor, pictures).state == "asked":
        actions.leave_pictures(actor, pictures)
    return Status(204, None)


@router.get("/proposals/{proposal}/file", response={404: Mistake})
def see(request: HttpRequest, proposal: UUID) -> FileResponse:
    """The picture itself, as the model made it."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    one = queries.proposal(actor, proposal)
    answer = FileResponse(one.file.open("rb"), content_type=one.mime)
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


@router.post("/proposals/{proposal}/keep", response={201: AssetOut, 403: Mistake, 404: Mistake})
def keep(request: HttpRequest, proposal: UUID, told: KeepIn) -> Status[Asset]:
    """Put a proposal into the library, signed, with the model and the instruction in the file."""
    return Status(201, actions.keep_picture(actor_of(request), proposal, told.alt))


def _begun(ask: PictureAsk) -> Status[PicturesOut]:
    fetch_asked_pictures.defer(ask=str(ask.pk))
    return Status(202, _shown(ask))


def _shown(ask: PictureAsk) -> PicturesOut:
    return PicturesOut(
        id=ask.pk,
        what=ask.what,
        state=ask.state,
        instruction=ask.instruction,
        provider=ask.provider,
        model=ask.model,
        asset=ask.asset_id,
        text=ask.text,
        why=ask.why,
        proposals=[
            ProposalOut(
                id=one.pk,
                number=one.number,
                mime=one.mime,
                width=one.width,
                height=one.height,
                kept=one.kept_id,
            )
            for one in ask.proposals.all()
        ],
    )
