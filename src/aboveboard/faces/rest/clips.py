"""Clips of a video: asked for, followed, stopped. A clip becomes an asset of its own."""

from collections.abc import Iterable
from typing import Literal
from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Schema, Status

from aboveboard.create import queries
from aboveboard.create.actions import ask_clip, stop_clip
from aboveboard.create.assets.clipping import ClipFields
from aboveboard.create.models import Clip
from aboveboard.create.tasks import begin_making
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import Mistake, Taken
from aboveboard.people.actors import require
from aboveboard.people.rules import Right

router = Router()


class ClipIn(Taken):
    """What a clip is to be, in seconds of the video; `focus` as parts of its width and height.

    `length` cuts to that at scene changes, of scenes from all over unless `spread` is false.
    `subtitles` are SRT or WebVTT; `channels` are those that it must fit.
    """

    start: float = 0.0
    end: float | None = None
    length: float | None = None
    spread: bool = True
    shape: Literal["9:16", "1:1", "4:5", "16:9"] | None = None
    focus: tuple[float, float] | None = None
    subtitles: str = ""
    burn: bool = False
    attach: bool = False
    language: str = "en"
    loudness: bool = False
    channels: list[UUID] = []


class ClipOut(Schema):
    """A clip: `state` is asked, running, done, failed or stopped; `done` in percent.

    `why` says why it failed; `asset` is what came of it.
    """

    id: UUID
    source: UUID
    state: str
    stage: str
    done: int
    why: str
    asset: UUID | None

    @staticmethod
    def resolve_source(clip: Clip) -> UUID:
        return clip.source_id

    @staticmethod
    def resolve_asset(clip: Clip) -> UUID | None:
        return clip.asset_id


@router.post(
    "/assets/{asset}/clips",
    response={202: ClipOut, 403: Mistake, 404: Mistake, 409: Mistake, 422: Mistake},
)
def add(request: HttpRequest, asset: UUID, told: ClipIn) -> Status[Clip]:
    """Ask for a clip of a video of the library; a job makes it."""
    fields = told.model_dump() | {"channels": tuple(str(one) for one in told.channels)}
    clip = ask_clip(actor_of(request), asset, ClipFields(**fields))
    begin_making(clip.pk)
    return Status(202, clip)


@router.get("/assets/{asset}/clips", response={200: list[ClipOut], 403: Mistake, 404: Mistake})
def read_many(request: HttpRequest, asset: UUID) -> Iterable[Clip]:
    """The last fifty clips asked for of a video, the newest first."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    return queries.clips(queries.asset(actor, asset))[:50]


@router.get("/clips/{clip}", response={200: ClipOut, 403: Mistake, 404: Mistake})
def read(request: HttpRequest, clip: UUID) -> Clip:
    """How far a clip is, and what came of it."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    return queries.clip(actor, clip)


@router.post("/clips/{clip}/stop", response={200: ClipOut, 403: Mistake, 404: Mistake})
def stop(request: HttpRequest, clip: UUID) -> Clip:
    """Stop a clip; nothing is kept of it. One that has ended stays as it is."""
    return stop_clip(actor_of(request), clip)
