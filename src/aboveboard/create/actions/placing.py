"""Where a picture was taken is nobody's business: what goes into a post does not say it.

The original stays as it came. In its place goes a copy with the same pixels and no word of itself,
signed with the original as its parent, so that the chain of its credentials goes on.
"""

import tempfile
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from django.db.models.fields.files import FieldFile

from aboveboard.create.actions.making import keep_made
from aboveboard.create.assets.files import local_copy
from aboveboard.create.models import Asset
from aboveboard.kernel.errors import Invalid
from aboveboard.media.credentials import Step
from aboveboard.media.describing import says_where
from aboveboard.media.fitting import Way, fit
from aboveboard.people.actors import Actor

WHAT = "unplaced"


def placeless(actor: Actor, asset_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """What goes into a post for each of these assets of the workspace, most often itself."""
    found = Asset.objects.filter(
        pk__in=list(asset_ids), brand__workspace_id=actor.workspace_id, removed_at=None
    )
    return {one.pk: without_place(actor, one).pk for one in found}


def without_place(actor: Actor, asset: Asset) -> Asset:
    """The picture itself, or where its file says where it was taken a copy that does not.

    Raises Invalid and NotMedia for one of which no such copy can be made, as one that moves.
    """
    if asset.is_video or not _tells(asset):
        return asset
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "picture"
        whole = Way(
            out=str(out),
            box=(0, 0, asset.width, asset.height),
            width=asset.width,
            height=asset.height,
            mimes=(asset.mime,),
            # The same pixels weigh no more than that; what a network takes is for its own fit.
            most=max(asset.size * 4, 10_000_000),
        )
        with local_copy(asset.file) as path:
            (made,) = fit(path, [whole])
        if made.refused:
            raise Invalid(
                f"{asset.name} says where it was taken, and that cannot be taken out of it. "
                "Nothing was changed.",
                mend="Save it without its place, or make it fit as another kind.",
                code="place",
            )
        return keep_made(
            actor,
            asset.brand_id,
            name=asset.name,
            file=out,
            steps=[Step("c2pa.opened"), Step("c2pa.edited", why="Without the place it was taken")],
            recipe={"what": WHAT},
            parts=[asset],
            alt=asset.alt,
        )


def _tells(asset: Asset) -> bool:
    try:
        return _looked(asset.file)
    except FileNotFoundError:
        # Whoever sends it finds that out, and says so.
        return False


@lru_cache(maxsize=2_000)
def _looked(file: FieldFile) -> bool:
    """Kept by the file's name, which is that of its bytes."""
    with local_copy(file) as path:
        return says_where(path)
