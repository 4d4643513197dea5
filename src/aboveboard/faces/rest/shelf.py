"""The library for programs: search, folders, tags, rights, where an asset is used, what is alike.

A program may put things in order and remove them as its member may; what an approved post shows
stays, whoever asks.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal, cast
from uuid import UUID

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest
from ninja import File, Form, Query, Router, Schema, Status, UploadedFile

from aboveboard.brand import queries as brands
from aboveboard.create import actions, queries
from aboveboard.create.assets import library
from aboveboard.create.assets.ending import today_of
from aboveboard.create.assets.library import Asked
from aboveboard.create.assets.rights import Consent, Rights, State, state_of
from aboveboard.create.models import Asset
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import AssetOut, Line, Mistake, Taken
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right
from aboveboard.publish import standing

router = Router()
MOST = 200


class ShelfAssetOut(AssetOut):
    """An asset with its place in the library. `rights` is one of untold, free, dated, ending,
    ended and no_consent; `may_use_until` the last day of its use."""

    folder: str
    tags: list[str]
    licence: str
    holder: str
    source: str
    may_use_until: date | None
    consent: str
    note: str
    rights: State

    @staticmethod
    def resolve_rights(one: Asset) -> State:
        return state_of(
            licence=one.licence,
            until=one.may_use_until,
            consent=one.consent,
            today=today_of(one.brand),
        )


class AskedIn(Schema):
    """What to list. `q` are words, each as the beginning of one; `folder` holds those below it."""

    q: Line = ""
    folder: Line = ""
    tag: Line = ""
    kind: Literal["", "picture", "video", "made", "generated"] = ""
    origin: Line = ""
    rights: Literal["", "untold", "free", "dated", "ending", "ended", "no_consent"] = ""
    unused: bool = False
    removed: bool = False
    sort: Literal["newest", "oldest", "name"] = "newest"
    page: int = 1
    size: int = 50


class FoundOut(Schema):
    """A page of what was found, and how many there are in all."""

    count: int
    assets: list[ShelfAssetOut]


class OrderIn(Taken):
    """What to do with these assets: each that is given is done, all of it or nothing. A `folder`
    of "" takes them out of any."""

    assets: list[UUID]
    folder: Line | None = None
    add_tags: list[str] = []
    drop_tags: list[str] = []
    remove: bool = False
    take_back: bool = False


class RightsIn(Taken):
    """By which right these assets are used; it takes the place of what was told before.

    `consent`: "", nobody, given or missing.
    """

    assets: list[UUID]
    licence: Line = ""
    holder: Line = ""
    source: str = ""
    may_use_until: date | None = None
    consent: Consent = ""
    note: str = ""


class UseOut(Schema):
    """A post that shows an asset, and where it stands."""

    post: UUID
    title: str
    state: str


class AlikeOut(Schema):
    """An asset beside another: how many of 63 marks of structure differ, and whether it is most
    likely the same picture."""

    asset: ShelfAssetOut
    bits: int
    is_same: bool


@router.get("/brands/{brand}/assets", response={200: FoundOut, 404: Mistake})
def list_assets(request: HttpRequest, brand: UUID, asked: Query[AskedIn]) -> dict[str, object]:
    """Search the library: what answers to all that is asked, up to 200 on a page."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    of = brands.brand(actor, brand)
    wanted = Asked(
        today=today_of(of),
        words=asked.q,
        folder=asked.folder,
        tag=asked.tag,
        kind=asked.kind,
        origin=asked.origin,
        rights=asked.rights,
        unused=asked.unused,
        removed=asked.removed,
        sort=asked.sort,
    )
    rows = library.assets(of.pk, wanted)
    size = min(max(asked.size, 1), MOST)
    start = (min(max(asked.page, 1), 1_000_000) - 1) * size
    return {
        "count": rows.count(),
        "assets": list(rows.select_related("brand")[start : start + size]),
    }


@router.post("/brands/{brand}/assets", response={201: AssetOut, 422: Mistake})
def keep_asset(
    request: HttpRequest, brand: UUID, file: File[UploadedFile], alt: Form[str] = ""
) -> Status[Asset]:
    """Keep a picture or video. The same bytes again give what is there already."""
    kept = actions.add_asset(
        actor_of(request),
        brand,
        name=file.name or "picture",
        data=Path(cast("TemporaryUploadedFile", file).temporary_file_path()),
        alt=alt,
        origin="import",
    )
    return Status(201, kept)


@router.post("/assets/order", response={200: list[ShelfAssetOut], 404: Mistake, 409: Mistake})
def order_assets(request: HttpRequest, body: OrderIn) -> Iterable[Asset]:
    """Move, tag, remove or take back several assets."""
    actor = actor_of(request)
    actions.order_assets(
        actor,
        body.assets,
        folder=body.folder,
        add=body.add_tags,
        drop=body.drop_tags,
        removes=body.remove,
        takes_back=body.take_back,
    )
    return _these(actor, body.assets)


@router.post("/assets/rights", response={200: list[ShelfAssetOut], 404: Mistake, 422: Mistake})
def tell_rights(request: HttpRequest, body: RightsIn) -> Iterable[Asset]:
    """Say by which right assets are used, until when, and who agreed."""
    told = Rights(
        licence=body.licence,
        holder=body.holder,
        source=body.source,
        until=body.may_use_until,
        consent=body.consent,
        note=body.note,
    )
    actor = actor_of(request)
    actions.set_rights(actor, body.assets, told)
    return _these(actor, body.assets)


@router.get("/assets/{asset}", response={200: ShelfAssetOut, 404: Mistake})
def read_asset(request: HttpRequest, asset: UUID) -> Asset:
    """One asset."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    return queries.asset(actor, asset)


@router.get("/assets/{asset}/uses", response={200: list[UseOut], 404: Mistake})
def list_uses(request: HttpRequest, asset: UUID) -> list[dict[str, object]]:
    """Where an asset is used: the posts whose texts show it as they stand."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    posts = dict.fromkeys(use.post_id for use in library.uses(queries.asset(actor, asset))[:MOST])
    known = {post.id: post for post in standing.chosen(list(posts))}
    return [
        {"post": post, "title": known[post].title, "state": known[post].state}
        for post in posts
        if post in known
    ]


@router.get("/assets/{asset}/alike", response={200: list[AlikeOut], 404: Mistake})
def list_alike(request: HttpRequest, asset: UUID) -> list[library.Alike]:
    """What is built like an asset, the most alike first; not what shows the same thing."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    return library.alike(queries.asset(actor, asset))


def _these(actor: Actor, ids: list[UUID]) -> list[Asset]:
    return [queries.asset(actor, one) for one in dict.fromkeys(ids)]
