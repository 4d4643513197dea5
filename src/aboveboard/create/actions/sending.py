"""What came in without a credential gets one for going out; the original stays as it came.

The signed file has the original's own picture and sound, byte for byte, and a manifest that names
the original as its parent. What came with a manifest that holds goes out as it is, with its chain.
"""

import tempfile
from pathlib import Path
from uuid import UUID

from django.core.files.base import File

from aboveboard import __version__
from aboveboard.create.actions.signing import identity_of
from aboveboard.create.assets.files import local_copy
from aboveboard.create.models import Asset
from aboveboard.kernel.digest import file_sha256
from aboveboard.media.credentials import HOLDS, MIMES, Ingredient, Step, sign
from aboveboard.media.errors import NotMedia
from aboveboard.media.looking import SUFFIXES


def sign_to_send(asset: Asset, workspace_id: UUID) -> None:
    """Keep a signed file beside the original's; the row itself is not saved.

    A kind that holds no signature, or a file that cannot be signed, is left without one: the guard
    of what fits (`check.guards.fit`) lets no post out with it.
    """
    credential = asset.credential
    if asset.mime not in MIMES or credential.get("state") in HOLDS:
        return
    with tempfile.TemporaryDirectory() as folder, local_copy(asset.file) as original:
        signed = Path(folder) / "signed"
        try:
            sign(
                original,
                signed,
                mime=asset.mime,
                identity=identity_of(workspace_id),
                title=asset.name,
                steps=(Step("c2pa.opened"), Step("c2pa.published")),
                ingredients=(Ingredient(original, asset.mime, asset.name),),
                version=__version__,
                states=credential.get("xmp"),
            )
        except NotMedia:
            return
        digest = file_sha256(signed)
        with signed.open("rb") as file:
            place = f"{digest[:2]}/{digest}.{SUFFIXES[asset.mime]}"
            asset.sent_file.save(place, File(file), save=False)
    asset.sent_digest = digest
