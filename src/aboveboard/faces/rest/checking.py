"""The guards for texts that are no posts: what would be said of them. Nothing is kept."""

from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema

from aboveboard.brand import queries as brands
from aboveboard.check.batch import NOTHING, Text, plain_reading, read
from aboveboard.check.queries import known_of_brand
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import Mistake
from aboveboard.kernel import clock
from aboveboard.people.actors import require
from aboveboard.people.rules import Right

router = Router()


class EvidenceOut(Schema):
    """A source and its words."""

    source: str
    text: str


class FindingOut(Schema):
    """What a guard says of the characters `start` to `end` of the text."""

    code: str
    start: int
    end: int
    severity: Literal["note", "warn", "block"]
    message: str
    evidence: list[EvidenceOut]
    rule: str


class ScoresOut(Schema):
    """How near the text is to the brand's voice and to its history, 0 to 1; null: unknown."""

    voice: float | None
    sameness: float | None


class ReadingOut(Schema):
    """The findings in the order of the text, and the scores."""

    findings: list[FindingOut]
    scores: ScoresOut


@router.post("/check", response={200: ReadingOut, 404: Mistake, 422: Mistake})
def check(request: HttpRequest, told: Text) -> dict[str, Any]:
    """Let the guards read a text by itself, with what is known of it in `context`."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    return plain_reading(read(told, NOTHING, today=clock.now().date()))


@router.post("/brands/{brand}/check", response={200: ReadingOut, 404: Mistake, 422: Mistake})
def check_for(request: HttpRequest, brand: UUID, told: Text) -> dict[str, Any]:
    """The same against a brand's knowledge, voice and policy."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    known = known_of_brand(brands.brand(actor, brand))
    return plain_reading(read(told, known, today=clock.now().date()))
