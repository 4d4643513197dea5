"""From an approved content to what an adapter is given: parts, replies, media."""

import asyncio
import hashlib
import json
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db.models.fields.files import FieldFile
from psycopg import AsyncConnection

from aboveboard.channels.base import Card, Media, Network, Outgoing, Sent, Uploaded
from aboveboard.create.assets.files import local_copy
from aboveboard.create.models import Asset
from aboveboard.disclose.content import Content, Picture
from aboveboard.publish import rules
from aboveboard.publish.engine.job import Claimed
from aboveboard.publish.engine.writer import Change
from aboveboard.publish.handing import media_url

_OUT = """
SELECT part, remote_id, url, handle FROM publish_sentpart WHERE delivery_id = %s
"""
_ASSETS = """
SELECT id, file, mime, width, height, size, seconds, sent_file, sent_digest
FROM create_asset WHERE id = ANY(%s)
"""


class NotAsApproved(Exception):
    """A picture's file is not there, or is not the one that was approved."""


def outgoing(job: Claimed, content: Content, part: int, out: Mapping[int, Sent]) -> Outgoing:
    """Part number `part`, the same over every try. Pictures go with the first part."""
    card = content.card if part == 0 else None
    return Outgoing(
        key=rules.part_key(job.id, part, again=job.progress.get("again", 0)),
        text=content.parts[part],
        lang=content.language,
        created_at=job.at + timedelta(milliseconds=part),
        title=content.title,
        media=uploaded(job, content) if part == 0 else (),
        reply_to=out.get(part - 1),
        root=out.get(0),
        native={**content.native, **content.native_paid},
        prepared=job.progress.get("prepared", {}).get("ref", ""),
        card=Card(card.url, card.title, card.description) if card else None,
    )


def uploaded(job: Claimed, content: Content) -> tuple[Uploaded, ...]:
    """The media that are on the network already, in their order."""
    known = job.progress.get("media", {})
    places = [known.get(str(place)) for place in range(len(content.pictures))]
    return tuple(upload for values in places if values and (upload := Uploaded(**values)).done)


def under_another_key(job: Claimed) -> str:
    """The progress, as JSON, with which the part goes out under a key it never had."""
    return json.dumps({**job.progress, "again": job.progress.get("again", 0) + 1})


def without_prepared(job: Claimed) -> dict[str, Any]:
    """The progress without what was made for the part that is out now."""
    return {name: value for name, value in job.progress.items() if name != "prepared"}


def is_unprepared(job: Claimed, network: Network) -> bool:
    """Whether a part is to be prepared first: one without media comes with nothing behind it."""
    return network.capabilities.prepares and "prepared" not in job.progress


def next_part(step: Change, job: Claimed, network: Network) -> None:
    """Let the delivery go on with its next part."""
    step.next_part += 1
    if network.capabilities.prepares:
        step.next_step, step.progress = "prepare", json.dumps(without_prepared(job))


async def parts_out(db: AsyncConnection[Any], delivery: UUID) -> dict[int, Sent]:
    """The parts of a delivery that are on the network."""
    rows = await (await db.execute(_OUT, [delivery])).fetchall()
    return {row[0]: Sent(row[1], row[2], row[3]) for row in rows}


async def media_of(
    db: AsyncConnection[Any], pictures: Sequence[Picture], copies: ExitStack
) -> list[Media]:
    """The files of media, each checked against its approved hash, where they stay until `copies`
    is left. Raises NotAsApproved, and StorageAway when nobody can tell just now.

    Where there is one with a credential beside the original, that goes out: the same picture, with
    the hash that was entered when it was signed.
    """
    ids = [UUID(picture.asset) for picture in pictures]
    rows = await (await db.execute(_ASSETS, [ids])).fetchall()
    assets = {row[0]: row[1:] for row in rows}
    found = []
    for picture in pictures:
        asset = assets.get(UUID(picture.asset))
        if asset is None:
            raise NotAsApproved("A picture of this post is not in the library any more.")
        file, mime, width, height, size, seconds, sent_file, sent_digest = asset
        path, digest = await asyncio.to_thread(_at, file, copies), picture.digest
        if not path or await asyncio.to_thread(_hash, path) != picture.digest:
            raise NotAsApproved("The file of a picture is not the one that was approved.")
        if sent_digest:
            path, digest = await asyncio.to_thread(_at, sent_file, copies), sent_digest
            if not path or await asyncio.to_thread(_hash, path) != digest:
                raise NotAsApproved("The signed file of a picture is not the one that was kept.")
            size = path.stat().st_size
        found.append(
            Media(
                path=path,
                mime=mime,
                alt=picture.alt,
                width=width,
                height=height,
                digest=digest,
                size=size,
                seconds=seconds,
                url=media_url(UUID(picture.asset), mime),
            )
        )
    return found


def _at(file: str, copies: ExitStack) -> Path | None:
    field = Asset._meta.get_field("file")
    try:
        return copies.enter_context(local_copy(FieldFile(Asset(), field, file)))
    except FileNotFoundError:
        return None


def _hash(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
