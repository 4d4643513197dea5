"""Content credentials: what a file says of itself, and signing what is in the library."""

from pathlib import Path
from typing import cast
from uuid import UUID

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest
from ninja import File, Router, Schema, Status, UploadedFile

from aboveboard.create import actions, queries
from aboveboard.create.assets.files import local_copy
from aboveboard.create.models import Asset
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import AssetOut, Mistake
from aboveboard.kernel.errors import NotFound
from aboveboard.media.credentials import inspect
from aboveboard.media.looking import look
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right

router = Router()


class StepOut(Schema):
    """What was done, in C2PA's words; `source` is IPTC's type of what it gave."""

    action: str
    source: str | None
    by: str
    why: str


class CredentialOut(Schema):
    """What a file says of itself. `state` is trusted, valid, invalid, none or unreadable; trusted
    are the signers of this workspace. None says nothing of who made it."""

    state: str
    signer: str
    issuer: str
    made_by: str
    title: str
    steps: list[StepOut]
    ingredients: list[str]
    sources: list[str]
    problems: list[str]
    manifests: int
    xmp: str | None
    says_model: bool


@router.post("/credentials/inspect", response={200: CredentialOut, 422: Mistake})
def inspect_file(request: HttpRequest, file: File[UploadedFile]) -> CredentialOut:
    """Read what a file says of itself (multipart: `file`). Nothing is kept."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    path = Path(cast("TemporaryUploadedFile", file).temporary_file_path())
    return _told(actor, path, look(file.name or "file", path).mime)


@router.get("/assets/{asset}/credential", response={200: CredentialOut, 404: Mistake})
def inspect_asset(request: HttpRequest, asset: UUID) -> CredentialOut:
    """Read what the file of an asset says of itself."""
    actor = actor_of(request)
    require(actor, Right.view, actor.workspace_id)
    found = queries.asset(actor, asset)
    try:
        with local_copy(found.file) as path:
            if path.exists():
                return _told(actor, path, found.mime)
    except FileNotFoundError:
        pass
    raise NotFound(
        f"The file of {found.name} is not where it was put.",
        mend="Add it once more, or look into your backup.",
    )


@router.post(
    "/assets/{asset}/sign", response={201: AssetOut, 403: Mistake, 404: Mistake, 422: Mistake}
)
def sign_asset(request: HttpRequest, asset: UUID) -> Status[Asset]:
    """Keep a signed copy, the asset as it came as its origin; it claims nothing of who made it.

    What is made in the studio is signed already. The same asset again gives the same copy.
    """
    return Status(201, actions.sign_asset(actor_of(request), asset))


def _told(actor: Actor, path: Path, mime: str) -> CredentialOut:
    told = inspect(path, mime, trusts=actions.authorities(actor.workspace_id))
    return CredentialOut(
        state=told.state,
        signer=told.signer,
        issuer=told.issuer,
        made_by=told.made_by,
        title=told.title,
        steps=[
            StepOut(action=step.action, source=step.source, by=step.by, why=step.why)
            for step in told.steps
        ],
        ingredients=list(told.ingredients),
        sources=list(told.sources),
        problems=list(told.problems),
        manifests=told.manifests,
        xmp=told.xmp,
        says_model=told.says_model,
    )
