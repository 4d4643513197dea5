"""Pictures made fit for channels and shapes, kept beside the original with their chain."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db import transaction

from aboveboard.create import queries
from aboveboard.create.actions.making import keep_made
from aboveboard.create.actions.words import set_pictures
from aboveboard.create.assets.files import local_copy
from aboveboard.create.assets.fits import Plan, Wanted, plan
from aboveboard.create.assets.fitted import fitted
from aboveboard.create.models import Asset, Revision
from aboveboard.kernel.errors import Conflict, Invalid
from aboveboard.media.credentials import Action, Step
from aboveboard.media.cropping import Box, scaled
from aboveboard.media.fitting import Made
from aboveboard.media.looking import Look
from aboveboard.media.salience import salient
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right

WHAT = "fit"
# In one act; each is a file.
MOST_FITS = 40


@dataclass(frozen=True)
class Chosen:
    """What somebody chose for one of them: a shape, and the box that they drew, in pixels."""

    shape: tuple[int, int] | None = None
    box: tuple[int, int, int, int] | None = None


@dataclass(frozen=True)
class Fit:
    """What has become of one. `asset` is the original where that fits as it is.

    `refused` says why there is none, with what to do in `mend`.
    """

    plan: Plan
    asset: Asset | None
    refused: str = ""
    mend: str = ""
    flattened: bool = False


def fit_asset(
    actor: Actor,
    asset_id: UUID,
    wanted: Sequence[Wanted],
    *,
    chosen: Mapping[str, Chosen] | None = None,
    focus: tuple[float, float] | None = None,
) -> list[Fit]:
    """A picture for each of `wanted`, in that order; the original stays as it is.

    `chosen` by their keys; `focus` in parts of the picture (0 to 1) takes the place of faces and
    of what draws the eye. What was chosen is in the recipe of what is made, so that choosing
    goes on from there. Raises Invalid for a video, NotMedia for a picture that moves.
    """
    require(actor, Right.write, actor.workspace_id)
    asset = queries.asset(actor, asset_id)
    if not 0 < len(wanted) <= MOST_FITS:
        raise Invalid(
            f"One to {MOST_FITS} at once can be made." if wanted else "Nothing was chosen.",
            mend="Choose at least one." if not wanted else "Choose fewer.",
            code="fit",
        )
    plans = plans_for(asset, wanted, chosen=chosen, focus=focus)
    seen = Look(asset.mime, asset.width, asset.height)
    with tempfile.TemporaryDirectory() as folder:
        with local_copy(asset.file) as path:
            made = fitted(path, seen, plans, Path(folder))
        return [
            _kept(actor, asset, one, result, Path(folder, str(number)))
            for number, (one, result) in enumerate(zip(plans, made, strict=True))
        ]


def plans_for(
    asset: Asset,
    wanted: Sequence[Wanted],
    *,
    chosen: Mapping[str, Chosen] | None = None,
    focus: tuple[float, float] | None = None,
) -> list[Plan]:
    """What would be done with a picture; nothing is made. Raises Invalid for a video."""
    if asset.is_video:
        raise Invalid(f"{asset.name} is a video.", mend="Make a clip of it instead.", code="video")
    chosen = chosen or {}
    keep: list[Box] | None = None
    if focus:
        keep = [scaled((*focus, *focus), asset.width, asset.height)]
    plans = []
    for one in wanted:
        said = chosen.get(one.key, Chosen())
        first = plan(one, asset.width, asset.height, shape=said.shape, drawn=said.box)
        if said.box is None and first.box != (0, 0, asset.width, asset.height):
            # Only what is cut asks what matters in it.
            keep = focus_of(asset) if keep is None else keep
            first = plan(one, asset.width, asset.height, shape=said.shape, keep=keep)
        plans.append(first)
    return plans


def focus_of(asset: Asset) -> list[Box]:
    """What matters in a picture, the most important first; found once and kept with it."""
    if not asset.focus:
        with local_copy(asset.file) as path:
            found = salient(path)
        asset.focus = {**found}
        Asset.objects.filter(pk=asset.pk).update(focus=asset.focus)
    return [scaled(box, asset.width, asset.height) for box in asset.focus["boxes"]]


def fit_variant(actor: Actor, variant_id: UUID) -> Revision:
    """Put in the place of each picture that its channel does not take one that it does.

    Their words stay. Raises Conflict when every picture fits, NotMedia or Invalid with why one
    cannot be made to, IsOut when the post is already out; then nothing was changed.
    """
    require(actor, Right.write, actor.workspace_id)
    variant = queries.variant(actor, variant_id)
    wanted = queries.wanted_by(variant.channel)
    media = variant.head.media if variant.head else []
    swapped: dict[str, Asset] = {}
    for item in media:
        asset = queries.asset(actor, UUID(item["asset"]))
        if wanted and not asset.is_video and str(asset.pk) not in swapped:
            (made,) = fit_asset(actor, asset.pk, [wanted])
            if not made.asset:
                raise Invalid(f"{made.refused} Nothing was changed.", mend=made.mend, code="fit")
            if made.asset != asset:
                swapped[str(asset.pk)] = made.asset
    if not swapped:
        raise Conflict(
            "Every picture of this text fits already. Nothing was changed.",
            mend="Look at it again.",
            code="fits",
        )
    with transaction.atomic():
        now = queries.variant(actor, variant_id).head
        return set_pictures(
            actor,
            variant_id,
            [(_now(one["asset"], swapped), one["alt"]) for one in (now.media if now else [])],
        )


def _now(asset: str, swapped: Mapping[str, Asset]) -> UUID:
    return swapped[asset].pk if asset in swapped else UUID(asset)


def _kept(actor: Actor, asset: Asset, one: Plan, made: Made | None, file: Path) -> Fit:
    if made is None:
        return Fit(one, asset)
    if made.refused:
        return Fit(one, None, made.refused, made.mend)
    stem = asset.name.rpartition(".")[0] or asset.name
    result = keep_made(
        actor,
        asset.brand_id,
        name=f"{stem}, {made.width} × {made.height}",
        file=file,
        steps=_steps(asset, one, made),
        recipe={
            "what": WHAT,
            "shape": list(one.shape),
            "box": list(one.box),
            "size": [made.width, made.height],
        },
        parts=[asset],
        alt=asset.alt,
    )
    return Fit(one, result, flattened=made.flattened)


def _steps(asset: Asset, one: Plan, made: Made) -> list[Step]:
    """What was done, in the words of C2PA 2.x."""
    done: list[Action] = []
    if one.box != (0, 0, asset.width, asset.height):
        done.append("c2pa.cropped")
    if (made.width, made.height) != (one.box.width, one.box.height):
        done.append("c2pa.resized")
    if made.mime != asset.mime:
        done.append("c2pa.converted")
    return [Step("c2pa.opened"), *(Step(action) for action in done or ["c2pa.edited"])]
