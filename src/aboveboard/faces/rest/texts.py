"""A post's text on one channel: its pictures made to fit, the card of its link, rows of a file.

Each makes a new revision, which voids an approval; sending it takes a person again.
"""

from pathlib import Path
from typing import Annotated, Any, cast
from uuid import UUID

from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpRequest
from ninja import File, Router, Schema, Status, UploadedFile
from pydantic import StringConstraints

from aboveboard.create import actions, queries
from aboveboard.create.actions.linking import MAX_DESCRIPTION, MAX_TITLE
from aboveboard.create.models import Revision
from aboveboard.faces.rest.acting import actor_of
from aboveboard.faces.rest.shapes import Mistake, Taken
from aboveboard.kernel.errors import Invalid

router = Router()
REFUSED = {403: Mistake, 404: Mistake, 409: Mistake, 422: Mistake}


class LinkOut(Schema):
    """The card of a link, as readers see it."""

    url: str
    title: str
    description: str


class ShownOut(Schema):
    """A picture of a text, with the words that stand for it and the link whose card it is."""

    asset: UUID
    alt: str
    link: LinkOut | None


class RevisionOut(Schema):
    """The text as it stands now: the number of its revision and its pictures."""

    revision: int
    media: list[ShownOut]


class LinkCardIn(Taken):
    """The card's words and its picture from the library. None of them: the page says them."""

    title: Annotated[str, StringConstraints(max_length=MAX_TITLE)] = ""
    description: Annotated[str, StringConstraints(max_length=MAX_DESCRIPTION)] = ""
    picture: UUID | None = None


class ImportedOut(Schema):
    """How many posts are new, and how many rows' keys had made theirs before."""

    new: int
    known: int


@router.post("/posts/{post}/texts/{channel}/fit", response={200: RevisionOut, **REFUSED})
def fit(request: HttpRequest, post: UUID, channel: UUID) -> RevisionOut:
    """Put in the place of each picture that the channel does not take one that it does.

    409 `fits` when every picture fits already.
    """
    actor = actor_of(request)
    return _shown(actions.fit_variant(actor, queries.variant_on(actor, post, channel).pk))


@router.put("/posts/{post}/texts/{channel}/link", response={200: RevisionOut, **REFUSED})
def link(request: HttpRequest, post: UUID, channel: UUID, told: LinkCardIn) -> RevisionOut:
    """Give the first link of a text its card, where the network shows one of our making.

    Without words and picture the page behind the link is read once, for what it says of itself.
    """
    actor = actor_of(request)
    variant = queries.variant_on(actor, post, channel).pk
    if (told.title or told.description) and not told.picture:
        raise Invalid(
            "A card with words of its own needs a picture of the library. Nothing was changed.",
            mend="Name one in “picture”, or leave the words out as well.",
            code="card_words",
        )
    if told.picture:
        made = actions.set_card(
            actor,
            variant,
            title=told.title,
            description=told.description,
            picture_id=told.picture,
        )
    else:
        made = actions.take_card(actor, variant)
    return _shown(made)


@router.post(
    "/brands/{brand}/import", response={201: ImportedOut, 404: Mistake, 409: Mistake, 422: Mistake}
)
def import_file(
    request: HttpRequest, brand: UUID, file: File[UploadedFile]
) -> Status[actions.Imported]:
    """Make a post of each row of a CSV file (multipart: `file`): all of them, or with one wrong row
    none. Columns are those of `aboveboard import`; pictures cannot be named by path here."""
    data = Path(cast("TemporaryUploadedFile", file).temporary_file_path()).read_bytes()
    name = file.name or "a file"
    made = actions.import_rows(actor_of(request), brand, data, folder=None, name=name)
    return Status(201, made)


def _shown(revision: Revision) -> RevisionOut:
    return RevisionOut(revision=revision.number, media=[_picture(one) for one in revision.media])


def _picture(item: dict[str, Any]) -> ShownOut:
    return ShownOut(asset=item["asset"], alt=item.get("alt", ""), link=item.get("link"))
