"""The library of pictures and videos: a file is looked at closely before it is kept."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from uuid import UUID

from django.core.files.base import File
from django.db import IntegrityError, transaction

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.create import queries
from aboveboard.create.actions.sending import sign_to_send
from aboveboard.create.actions.signing import authorities
from aboveboard.create.assets.renditions import take_likeness
from aboveboard.create.models import Asset
from aboveboard.create.words.origins import GENERATED
from aboveboard.kernel import clock
from aboveboard.kernel.digest import file_sha256, sha256
from aboveboard.media.credentials import inspect
from aboveboard.media.looking import SUFFIXES, Look, look
from aboveboard.media.sources import BY_MODEL
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean

# Origins that say who brought a file, not what made it.
_BROUGHT = frozenset({"person", "import"})


class _Moved(File):  # type: ignore[type-arg]
    """A file that Django's storage moves in place of copying it, by this method's being there."""

    def temporary_file_path(self) -> str:
        return str(self.name)


def add_asset(
    actor: Actor,
    brand_id: UUID,
    *,
    name: str,
    data: bytes | Path,
    alt: str = "",
    origin: str = "person",
    moves: bool = False,
) -> Asset:
    """Keep a picture or video. The same bytes again give the asset that is there already.

    Its kind is what its bytes are, whatever it is called. Raises NotMedia for a file that is
    none, is broken, is something else besides, or would be too large when opened. With `moves`
    the file itself goes into the library where that is on the same disk.
    """
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    digest = sha256(data) if isinstance(data, bytes) else file_sha256(data)
    known = Asset.objects.filter(brand=brand, digest=digest).first()
    if known:
        return there_again(actor, known)
    seen = look(clean(name), data)
    asset = in_library(
        actor, brand, data, seen, digest=digest, name=name, alt=alt, origin=origin, moves=moves
    )
    if BY_MODEL & set(asset.credential.get("sources", ())) and origin in _BROUGHT:
        # The file itself says that a model made it: then that is what we say, whoever brought it.
        asset.origin = GENERATED
    sign_to_send(asset, brand.workspace_id)
    try:
        with transaction.atomic():
            asset.save(force_insert=True)
            enter(
                actor,
                "asset.added",
                subject_kind="asset",
                subject_id=asset.id,
                digests={"file": digest, **_sent(asset)},
            )
    except IntegrityError:
        return Asset.objects.get(brand=brand, digest=digest)
    return asset


def _sent(asset: Asset) -> dict[str, str]:
    return {"sent": asset.sent_digest} if asset.sent_digest else {}


def in_library(
    actor: Actor,
    brand: Brand,
    data: bytes | Path,
    seen: Look,
    *,
    digest: str,
    name: str,
    alt: str,
    origin: str,
    moves: bool,
) -> Asset:
    """A row for a file that is in the library from now on; the row itself is not saved yet."""
    asset = Asset(
        brand=brand,
        name=clean(name)[:200] or "picture",
        digest=digest,
        mime=seen.mime,
        width=seen.width,
        height=seen.height,
        size=len(data) if isinstance(data, bytes) else data.stat().st_size,
        seconds=seen.seconds,
        alt=clean(alt).strip()[:5_000],
        origin=origin,
        added_by_id=actor.user_id,
        added_at=clock.now(),
    )
    with _as_file(data) as path:
        take_likeness(asset, path)
        told = inspect(path, seen.mime, trusts=authorities(brand.workspace_id))
        # The file comes first: a row never points at a file that is not there.
        _put(asset, path, moves=moves)
    if told.state != "none" or told.sources:
        asset.credential = asdict(told)
    return asset


def there_again(actor: Actor, asset: Asset) -> Asset:
    """Who brings once more what was removed takes it back."""
    if asset.removed_at:
        with transaction.atomic():
            asset.removed_at = None
            asset.save(update_fields=["removed_at"])
            enter(actor, "asset.taken_back", subject_kind="asset", subject_id=asset.id)
    return asset


@contextmanager
def _as_file(data: bytes | Path) -> Iterator[Path]:
    if isinstance(data, Path):
        yield data
        return
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        yield Path(file.name)


def _put(asset: Asset, path: Path, *, moves: bool) -> None:
    """Copy (or with `moves` move) a file to where the library keeps it; the row is not saved."""
    place = f"{asset.digest[:2]}/{asset.digest}.{SUFFIXES[asset.mime]}"
    with path.open("rb") as file:
        asset.file.save(place, _Moved(file) if moves else File(file), save=False)


def describe_asset(actor: Actor, asset_id: UUID, alt: str) -> Asset:
    """Set the words that stand for a picture wherever it is used next."""
    require(actor, Right.write, actor.workspace_id)
    asset = queries.asset(actor, asset_id)
    asset.alt = clean(alt).strip()[:5_000]
    with transaction.atomic():
        asset.save(update_fields=["alt"])
        enter(
            actor,
            "asset.described",
            subject_kind="asset",
            subject_id=asset.id,
            digests={"alt": sha256(asset.alt)},
        )
    return asset
