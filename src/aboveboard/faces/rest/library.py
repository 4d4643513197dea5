"""What a program needs to know before it adds a post: brands and channels."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand, Channel
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import BrandOut, ChannelOut, Mistake
from aboveboard.people.actors import require
from aboveboard.people.rules import Right

router = Router()


@router.get("/brands", response=list[BrandOut])
def list_brands(request: HttpRequest) -> Iterable[Brand]:
    """The brands of the workspace."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    return brands.brands(actor)


@router.get("/brands/{brand}/channels", response={200: list[ChannelOut], 404: Mistake})
def list_channels(request: HttpRequest, brand: UUID) -> Iterable[Channel]:
    """The connected channels of a brand."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    return brands.channels(brands.brand(actor, brand).id)
