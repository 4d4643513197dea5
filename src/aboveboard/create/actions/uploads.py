"""Files that come in pieces, each kept before the next: a long video survives a bad line.

An upload is a row and a file beside the library's. A piece is on the disk before the row counts
it, so that what is counted is there whatever dies. When the last byte is there, the file goes
the way of every other into the library.
"""

import os
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction

from aboveboard.brand import queries as brands
from aboveboard.create.actions.assets import add_asset
from aboveboard.create.errors import StorageAway
from aboveboard.create.models import Upload
from aboveboard.kernel import clock
from aboveboard.kernel.errors import AboveboardError, Conflict, Invalid, NotFound
from aboveboard.media import videos
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean

# How many one person may have under way at once, and how long one may stand still.
MOST_OPEN = 20
KEPT = timedelta(days=2)


def begin_upload(actor: Actor, brand_id: UUID, *, name: str, size: int, alt: str = "") -> Upload:
    """A file of so many bytes is to come. Raises Invalid for one that no network would take."""
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    name = clean(name).strip()[:200] or "file"
    if not 0 < size <= videos.MAX_BYTES:
        raise Invalid(
            f"{name[:60]} has {size / 1e6:.0f} MB; {videos.MAX_BYTES // 1_000_000} MB is the most."
            if size > 0
            else f"{name[:60]} is empty.",
            mend="Choose another file.",
            code="picture_too_large",
        )
    if Upload.objects.filter(by_id=actor.user_id, asset=None).count() >= MOST_OPEN:
        raise Invalid(
            f"{MOST_OPEN} files are on their way already.",
            mend="Let them end, or stop one of them.",
            code="uploads",
        )
    now = clock.now()
    return Upload.objects.create(
        brand=brand,
        by_id=actor.user_id,
        name=name,
        size=size,
        alt=clean(alt).strip()[:5_000],
        begun_at=now,
        at=now,
    )


def upload(actor: Actor, upload_id: UUID) -> Upload:
    """One's own upload that is under way. Raises NotFound."""
    found = Upload.objects.filter(
        pk=upload_id, by_id=actor.user_id, brand__workspace_id=actor.workspace_id
    ).first()
    if not found:
        raise NotFound(
            "This upload is not under way any more.", mend="Choose the file again.", code="upload"
        )
    return found


def add_piece(actor: Actor, upload_id: UUID, offset: int, chunks: Iterable[bytes]) -> Upload:
    """The next bytes of a file; with the last of them it becomes an asset (`Upload.asset`).

    Raises Conflict when `offset` is not where the last piece ended, Invalid for more bytes than
    were told, and NotMedia when the whole file is none: then nothing of it is kept.
    """
    require(actor, Right.write, actor.workspace_id)
    # Whoever sends the last piece twice waits here until the first of both has ended.
    with transaction.atomic():
        upload(actor, upload_id)
        one = Upload.objects.select_for_update().get(pk=upload_id)
        path = _path(one)
        if one.asset_id:
            return one
        if offset != one.received:
            raise Conflict(
                f"The next byte is number {one.received}. Nothing was added.",
                mend="Go on from there.",
                code="offset",
            )
        refused = _is_lost(one)
        if not refused:
            one.received += _written(one, chunks)
            one.at = clock.now()
            one.save(update_fields=["received", "at"])
            refused = _ended(actor, one) if one.received == one.size else None
        if refused:
            one.delete()
    if refused or one.asset_id:
        path.unlink(missing_ok=True)
    if refused:
        raise refused
    return one


def stop_upload(actor: Actor, upload_id: UUID) -> None:
    """Let an upload go; what has come of it is deleted."""
    _forget(upload(actor, upload_id))


def forget_old_uploads(now: datetime) -> int:
    """Delete what nobody has gone on with for two days; gives how many."""
    old = list(Upload.objects.filter(at__lt=now - KEPT))
    for one in old:
        _forget(one)
    return len(old)


def _written(one: Upload, chunks: Iterable[bytes]) -> int:
    """Puts a piece where it belongs and on the disk; gives its bytes."""
    path = _path(one)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    count = 0
    # Unbuffered: what was written before a piece broke off is written over by the next.
    with open(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+b", buffering=0) as file:
        file.seek(one.received)
        for chunk in chunks:
            count += len(chunk)
            if one.received + count > one.size:
                raise Invalid(
                    "More bytes came than were told. This piece was not kept.",
                    mend="Choose the file again.",
                    code="upload",
                )
            file.write(chunk)
        os.fsync(file.fileno())
    return count


def _is_lost(one: Upload) -> AboveboardError | None:
    """Whether what was received is not there any more, as after a worker that died at the end."""
    if not one.received or _path(one).exists():
        return None
    return NotFound(
        "What was sent of this file is not there any more.",
        mend="Choose the file again.",
        code="upload",
    )


def _ended(actor: Actor, one: Upload) -> AboveboardError | None:
    """The whole file becomes an asset; gives why it does not."""
    try:
        one.asset = add_asset(
            actor, one.brand_id, name=one.name, data=_path(one), alt=one.alt, moves=True
        )
    except StorageAway:
        # All that came is here still: the last piece may come once more.
        raise
    except AboveboardError as error:
        return error
    one.save(update_fields=["asset"])
    return None


def _forget(one: Upload) -> None:
    _path(one).unlink(missing_ok=True)
    one.delete()


def _path(one: Upload) -> Path:
    return Path(settings.MEDIA_ROOT) / "uploads" / f"{one.pk.hex}.part"
