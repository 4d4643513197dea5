"""What a program needs to know before it adds a post: brands, channels, pictures."""

from collections.abc import Iterable
from pathlib import Path
from typing import cast
from uuid import UUID

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest
from ninja import File, Form, Router, Status, UploadedFile

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand, Channel
from aboveboard.create.actions import add_asset
from aboveboard.create.models import Asset
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import AssetOut, BrandOut, ChannelOut, Mistake
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


@router.post("/brands/{brand}/assets", response={201: AssetOut, 422: Mistake})
def keep_asset(
    request: HttpRequest, brand: UUID, file: File[UploadedFile], alt: Form[str] = ""
) -> Status[Asset]:
    """Keep a picture or video. The same bytes again give what is there already."""
    kept = add_asset(
        actor_of(request),
        brand,
        name=file.name or "picture",
        data=Path(cast("TemporaryUploadedFile", file).temporary_file_path()),
        alt=alt,
        origin="import",
    )
    return Status(201, kept)
