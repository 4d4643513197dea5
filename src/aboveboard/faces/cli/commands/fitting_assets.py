"""The command `fit` for a picture of the library: what is made is kept beside it."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from aboveboard.brand import queries as brands
from aboveboard.create import actions, queries
from aboveboard.create.actions import Fit
from aboveboard.create.assets.files import local_copy, place_shown
from aboveboard.create.assets.fits import Wanted, for_shape
from aboveboard.create.models import Asset
from aboveboard.faces.cli.commands.acting import owner
from aboveboard.kernel.errors import Invalid


def fit_asset(
    asset_id: UUID,
    names: Sequence[str],
    shapes: Sequence[str],
    focus: tuple[float, float] | None,
    out: Path | None,
) -> list[dict[str, Any]]:
    """What has become of each; with `out` a copy of each stands there besides."""
    actor = owner()
    asset = queries.asset(actor, asset_id)
    wanted = [one for name in names for one in _channels(asset, name)]
    wanted += [for_shape(shape) for shape in shapes]
    return [_told(one, out) for one in actions.fit_asset(actor, asset.pk, wanted, focus=focus)]


def _channels(asset: Asset, name: str) -> list[Wanted]:
    """The channels of this name or network that take pictures. Raises Invalid for none."""
    named = [
        one
        for one in brands.channels(asset.brand_id)
        if name.casefold() in (one.name.casefold(), one.network)
    ]
    found = [wanted for one in named if (wanted := queries.wanted_by(one))]
    if not found:
        raise Invalid(
            f"There is no channel “{name[:40]}” that takes pictures.",
            mend="`aboveboard channel list` names them.",
            code="channel",
        )
    return found


def _told(one: Fit, out: Path | None) -> dict[str, Any]:
    made, title = one.asset, one.plan.wanted.title
    if not made:
        return {"for": title, "refused": f"{one.refused} {one.mend}"}
    file = place_shown(made.file)
    if out:
        out.mkdir(parents=True, exist_ok=True)
        safe = "".join(c if c.isalnum() else "-" for c in title).strip("-")
        with local_copy(made.file) as path:
            file = str(shutil.copyfile(path, out / f"{safe}{path.suffix}"))
    return {
        "for": title,
        "asset": str(made.pk),
        "file": file,
        "mime": made.mime,
        "width": made.width,
        "height": made.height,
        "size": made.size,
        "box": list(one.plan.box),
        "flattened": one.flattened,
    }
