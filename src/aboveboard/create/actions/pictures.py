"""The picture library: a file is looked at closely before it is kept."""

import io
import struct
import warnings
import zlib
from pkgutil import resolve_name
from uuid import UUID

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from aboveboard.brand import queries as brands
from aboveboard.create import queries
from aboveboard.create.errors import NotAPicture
from aboveboard.create.models import Asset
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean

MAX_BYTES = 40_000_000
MAX_PIXELS = 60_000_000
_MIME = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}
# What Pillow's readers raise for broken files, by its changelog and by trying.
_UNREADABLE = (
    OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, AttributeError,
    OverflowError, MemoryError, struct.error, zlib.error,
)  # fmt: skip
_SUFFIX = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp", "image/gif": "gif"}


def add_asset(
    actor: Actor,
    brand_id: UUID,
    *,
    name: str,
    data: bytes,
    alt: str = "",
    origin: str = "person",
) -> Asset:
    """Keep a picture. The same bytes again give the asset that is there already.

    Its kind is what its bytes are, whatever it is called. Raises NotAPicture for a file that is
    none, is broken, is something else besides, or would be too large when opened.
    """
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    digest = sha256(data)
    known = Asset.objects.filter(brand=brand, digest=digest).first()
    if known:
        return known
    mime, width, height = _looked_at(name, data)
    asset = Asset(
        brand=brand,
        name=clean(name)[:200] or "picture",
        digest=digest,
        mime=mime,
        width=width,
        height=height,
        size=len(data),
        alt=clean(alt).strip()[:5_000],
        origin=origin,
        added_by_id=actor.user_id,
        added_at=clock.now(),
    )
    # The file comes first: a row never points at a file that is not there.
    asset.file.save(f"{digest[:2]}/{digest}.{_SUFFIX[mime]}", ContentFile(data), save=False)
    try:
        with transaction.atomic():
            asset.save(force_insert=True)
            enter(
                actor,
                "asset.added",
                subject_kind="asset",
                subject_id=asset.id,
                digests={"file": digest},
            )
    except IntegrityError:
        return Asset.objects.get(brand=brand, digest=digest)
    return asset


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


def _looked_at(name: str, data: bytes) -> tuple[str, int, int]:
    shown = clean(name).strip()[:60] or "This file"
    if len(data) > MAX_BYTES:
        raise NotAPicture(
            f"{shown} has {len(data) / 1e6:.0f} MB; {MAX_BYTES // 1_000_000} MB is the most.",
            mend="Save it smaller and try again.",
            code="picture_too_large",
        )
    # Named, not imported: it takes 3 MB of every process that loads it.
    pillow = resolve_name("PIL.Image")
    try:
        with warnings.catch_warnings():
            # Pillow warns of large and of odd pictures; what counts is looked at here.
            warnings.simplefilter("ignore")
            with pillow.open(io.BytesIO(data), formats=tuple(_MIME)) as picture:
                width, height, kind = picture.width, picture.height, picture.format or ""
                if width * height > MAX_PIXELS:
                    raise _too_many_pixels(shown, f"{width * height / 1e6:.0f} megapixels")
                picture.load()
    except pillow.DecompressionBombError:
        raise _too_many_pixels(shown, "far too many pixels") from None
    except _UNREADABLE:
        raise NotAPicture(
            f"{shown} is no picture that can be read.",
            mend="Use a JPEG, PNG, WebP or GIF file.",
            code="not_a_picture",
        ) from None
    if other := _also(data):
        raise NotAPicture(
            f"{shown} is a picture and {other} in one file. It was not kept.",
            mend="Open it in a picture program and save it anew.",
            code="two_in_one",
        )
    return _MIME[kind], width, height


def _too_many_pixels(shown: str, how_many: str) -> NotAPicture:
    return NotAPicture(
        f"{shown} has {how_many}; {MAX_PIXELS // 1_000_000} megapixels is the most. "
        "It was not opened.",
        mend="Save it smaller and try again.",
        code="picture_too_large",
    )


def _also(data: bytes) -> str:
    """What else the file would be to a program that reads it otherwise; "" for nothing."""
    head = data[:1024].lower()
    if b"%pdf-" in head:
        return "a PDF"
    if any(tag in head for tag in (b"<html", b"<script", b"<svg", b"<?php", b"<!doctype")):
        return "a web page"
    # The end of a ZIP archive tells how long the comment after it is.
    tail = data[-65_557:]
    at = tail.rfind(b"PK\x05\x06")
    if at >= 0 and len(tail) - at >= 22:
        comment = int.from_bytes(tail[at + 20 : at + 22], "little")
        if at + 22 + comment == len(tail):
            return "a ZIP archive"
    return ""
