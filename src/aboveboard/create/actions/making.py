"""What is made here from something else (a card, a crop, a clip, a generated picture) is kept with
its chain: which assets went into it and how, signed into the file itself.
"""

import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from aboveboard import __version__
from aboveboard.brand import queries as brands
from aboveboard.create import queries
from aboveboard.create.actions.assets import in_library, there_again
from aboveboard.create.actions.signing import identity_of
from aboveboard.create.assets.files import local_copy
from aboveboard.create.models import Asset
from aboveboard.create.words.origins import GENERATED
from aboveboard.kernel.digest import file_sha256
from aboveboard.kernel.errors import Invalid
from aboveboard.media.credentials import MIMES, Ingredient, Step, sign
from aboveboard.media.looking import look
from aboveboard.media.sources import SourceType
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean


def keep_made(
    actor: Actor,
    brand_id: UUID,
    *,
    name: str,
    file: Path,
    steps: Sequence[Step],
    recipe: Mapping[str, Any],
    parts: Sequence[Asset] = (),
    origin: str = "person",
    alt: str = "",
) -> Asset:
    """Sign a made file and keep it beside what it was made of, which stays as it is.

    `steps` begin with c2pa.opened (then the first of `parts` is its parent, the others stand in
    it) or with c2pa.created (then all of them stand in it). `recipe` names everything the result
    depends on ("what" says which kind of making): the same recipe and the same file give the
    asset that is there. Whatever has a generated part is generated. Raises NotMedia.
    """
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    whole = {**recipe, "of": [str(one.pk) for one in parts], "unsigned": file_sha256(file)}
    known = Asset.objects.filter(brand=brand, recipe=whole).first()
    if known:
        return there_again(actor, known)
    seen = look(clean(name), file)
    with tempfile.TemporaryDirectory() as folder:
        signed = Path(folder) / "signed"
        if seen.mime in MIMES:
            _sign(
                brand.workspace_id, file, signed, mime=seen.mime, name=name, steps=steps, of=parts
            )
        else:
            signed = file
        asset = in_library(
            actor,
            brand,
            signed,
            seen,
            digest=file_sha256(signed),
            name=name,
            alt=alt,
            origin=GENERATED if any(one.origin == GENERATED for one in parts) else origin,
            moves=signed != file,
        )
    asset.recipe = whole
    with transaction.atomic():
        asset.save(force_insert=True)
        asset.parts.set(parts)
        enter(
            actor,
            "asset.made",
            subject_kind="asset",
            subject_id=asset.id,
            digests={"file": asset.digest},
        )
    return asset


def sign_asset(actor: Actor, asset_id: UUID) -> Asset:
    """A signed copy of an asset, with the asset as it came as its parent.

    It says by whom it was signed and nothing of who made it. Raises Invalid for a kind of file
    that cannot carry a manifest.
    """
    asset = queries.asset(actor, asset_id)
    if asset.mime not in MIMES:
        raise Invalid(
            f"{asset.name} is of a kind that cannot be signed. Nothing was changed.",
            mend="Choose a picture, or an MP4 or MOV video.",
            code="sign",
        )
    with local_copy(asset.file) as file:
        return keep_made(
            actor,
            asset.brand_id,
            name=asset.name,
            file=file,
            steps=[Step("c2pa.opened")],
            recipe={"what": "signed"},
            parts=[asset],
            origin=asset.origin,
            alt=asset.alt,
        )


def _sign(
    workspace_id: UUID,
    file: Path,
    out: Path,
    *,
    mime: str,
    name: str,
    steps: Sequence[Step],
    of: Sequence[Asset],
) -> None:
    opened = steps[0].action == "c2pa.opened"
    with ExitStack() as copies:
        sign(
            file,
            out,
            mime=mime,
            identity=identity_of(workspace_id),
            title=name,
            steps=steps,
            ingredients=[
                Ingredient(
                    copies.enter_context(local_copy(one.file)),
                    one.mime,
                    one.name,
                    "parentOf" if opened and number == 0 else "componentOf",
                )
                for number, one in enumerate(of)
                if one.mime in MIMES
            ],
            version=__version__,
            states=_stated(of[0]) if opened and of else None,
        )


def _stated(parent: Asset) -> SourceType | None:
    """What the parent says that it is; what was cut from it is that still."""
    said: SourceType | None = parent.credential.get("xmp")
    return said
