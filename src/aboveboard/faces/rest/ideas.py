"""Ideas: read, proposed and looked for by programs; deciding on them takes a person."""

from collections.abc import Iterable
from typing import Annotated, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router, Status

from aboveboard.brand import queries as brands
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import (
    FoundOut,
    IdeaIn,
    IdeaOut,
    Mistake,
    QuestionIn,
    QuestionOut,
    ReasonOut,
    SearchIn,
)
from aboveboard.learn import ideas as learn
from aboveboard.people.actors import require
from aboveboard.people.rules import Right
from aboveboard.plan import ideas as plan
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Idea, Question

router = Router()
PAGE = 50


@router.get("/brands/{brand}/ideas", response={200: list[IdeaOut], 404: Mistake})
def list_ideas(
    request: HttpRequest,
    brand: UUID,
    state: Literal["", "new", "kept", "used", "aside"] = "",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Iterable[IdeaOut]:
    """The ideas of a brand, the newest first, fifty a page."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    found = plans.ideas(brands.brand(actor, brand).id)
    if state:
        found = found.filter(state=state)
    return [_shown(one) for one in found[(page - 1) * PAGE : page * PAGE]]


@router.post("/brands/{brand}/ideas", response={201: IdeaOut, 409: Mistake, 422: Mistake})
def propose(request: HttpRequest, brand: UUID, told: IdeaIn) -> Status[IdeaOut]:
    """Propose an idea; a person decides. 409 when something says the same (code `twice`)."""
    made = learn.add_idea(
        actor_of(request),
        brand,
        title=told.title,
        angle=told.angle,
        language=told.language,
        day=told.day,
        campaign=told.campaign,
    )
    return Status(201, _shown(made))


@router.post("/brands/{brand}/ideas/search", response={201: FoundOut, 422: Mistake})
def look(request: HttpRequest, brand: UUID, told: SearchIn) -> Status[FoundOut]:
    """Put ideas together from the brand's sources, without a model, and propose them.

    `doubles` is how many were turned down because something says the same already.
    """
    found = learn.find_ideas(
        actor_of(request),
        brand,
        count=told.count,
        campaign=told.campaign,
        language=told.language,
    )
    return Status(201, FoundOut(ideas=[_shown(one) for one in found.ideas], doubles=found.doubles))


@router.post("/brands/{brand}/questions", response={201: QuestionOut, 422: Mistake})
def note_question(request: HttpRequest, brand: UUID, told: QuestionIn) -> Status[Question]:
    """Note what somebody of the audience asked. The same `key` again makes no second one."""
    made = plan.ask_question(
        actor_of(request),
        brand,
        told.text,
        place=told.place,
        language=told.language,
        key=told.key,
    )
    return Status(201, made)


def _shown(idea: Idea) -> IdeaOut:
    return IdeaOut(
        id=idea.id,
        title=idea.title,
        angle=idea.angle,
        language=idea.language,
        state=idea.state,
        origin=idea.origin,
        kind=idea.kind,
        day=idea.day,
        campaign=idea.campaign_id,
        channel=idea.channel_id,
        why=[ReasonOut(**vars(reason)) for reason in idea.reasons],
    )
