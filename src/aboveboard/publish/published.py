"""What the public is told of posts that are out, whole: for the page, the feed and the export.

A constant number of queries, whatever the number of posts. What was taken away keeps its record
and loses its words and pictures' likeness; no name or id of a person is in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from aboveboard.brand.models import Brand
from aboveboard.brand.rules import Task
from aboveboard.create.models import Asset, Revision, Suggestion
from aboveboard.create.words.origins import GENERATED, Origin
from aboveboard.disclose.content import Content, Picture
from aboveboard.disclose.matching import digest_of, forms
from aboveboard.disclose.record import EntryRef, PictureLine, PostLine, Use
from aboveboard.ledger.models import Entry
from aboveboard.publish.amending import changed, shown, taken_down
from aboveboard.publish.models import Delivery, SentPart
from aboveboard.publish.record import is_as_approved

PAGE = 500
# What the public may know of a post's way; the rest is the team's own.
_TOLD = (
    "variant.approved",
    "delivery.sent",
    "delivery.settled",
    "delivery.edited",
    "delivery.taken_down",
    "amendment.",
    "post.removed",
)


def posts(
    brand: Brand, deliveries: Sequence[Delivery], *, until: int | None = None
) -> list[PostLine]:
    """The public record of some deliveries, with the ledger's entries up to number `until`."""
    changes = changed(deliveries)
    contents = {row.pk: shown(row, changes) for row in deliveries}
    revisions = {
        (one.variant_id, one.digest): one
        for one in Revision.objects.filter(
            variant__in=[row.variant_id for row in deliveries],
            digest__in={content.revision for content in contents.values()},
        ).only("variant", "digest", "passages", *_SHARES.values())
    }
    assets = _assets(contents.values())
    origins = {key: _models(one) for key, one in revisions.items()}
    tasks = _tasks(origin for found in origins.values() for origin in found)
    urls: dict[UUID, list[str]] = defaultdict(list)
    for part in SentPart.objects.filter(delivery__in=deliveries).order_by("part"):
        urls[part.delivery_id] += [part.url] if part.url else []
    down = taken_down(deliveries)
    gone = taken_away(deliveries, down)
    entries = _entries(brand, deliveries, until)
    found = []
    for row in deliveries:
        content, key = contents[row.pk], (row.variant_id, contents[row.pk].revision)
        revision, away = revisions.get(key), row.pk in gone
        pictures = [(one, assets.get(one.asset)) for one in content.pictures]
        texts = forms(content.parts, content.bare_parts)
        found.append(
            PostLine(
                id=str(row.pk),
                title="" if away else content.title,
                language=content.language,
                network=content.network,
                channel=row.channel.name,
                sent_at=row.sent_at or row.at,
                taken_away=away,
                taken_away_at=gone.get(row.pk),
                taken_down=row.pk in down,
                parts=() if away else content.parts,
                bare=() if away else content.bare_parts,
                texts=tuple(dict.fromkeys(digest_of(text) for text in texts)),
                label=content.label,
                kind=content.label.kind,
                shares=_shares(revision),
                uses=_uses(origins.get(key, []), tasks, [one for _, one in pictures if one]),
                approved=is_as_approved(row),
                approved_at=row.approval.at,
                digest=row.digest,
                urls=() if away else tuple(urls[row.pk]),
                pictures=tuple(_picture(one, asset, away=away) for one, asset in pictures),
                entries=tuple(ref(one) for one in entries[row.pk]),
            )
        )
    return found


def everything(brand: Brand, rows: Iterable[Delivery], *, until: int) -> Iterator[PostLine]:
    """`posts` of any number of deliveries, a page in memory at a time."""
    page: list[Delivery] = []
    for row in rows:
        page.append(row)
        if len(page) == PAGE:
            yield from posts(brand, page, until=until)
            page = []
    if page:
        yield from posts(brand, page, until=until)


_SHARES = {
    "person": "people_share",
    "model": "model_share",
    "pasted": "pasted_share",
    "template": "template_share",
}


def _shares(revision: Revision | None) -> dict[str, int]:
    if revision is None:
        return {}
    return {kind: getattr(revision, column) for kind, column in _SHARES.items()}


def _models(revision: Revision) -> list[Origin]:
    return [one.origin for one in revision.written if one.origin.kind == "model"]


def _tasks(origins: Iterable[Origin]) -> dict[str, str]:
    """What suggestions were asked for, by their ids."""
    ids = set()
    for origin in origins:
        try:
            ids.add(UUID(origin.source))
        except ValueError:
            continue
    rows = Suggestion.objects.filter(pk__in=ids).values_list("pk", "task") if ids else ()
    return {str(pk): task for pk, task in rows if task}


def _uses(
    origins: Iterable[Origin], tasks: dict[str, str], pictures: Iterable[Asset]
) -> tuple[Use, ...]:
    """Which tools took part and what for, each once."""
    found = {
        Use(
            task=Task.TRANSLATE if one.translated else tasks.get(one.source, Task.DRAFT),
            tool=one.by,
        ): None
        for one in origins
    }
    for asset in pictures:
        if asset.origin == GENERATED:
            found[Use(task=Task.PICTURE, tool=_maker(asset))] = None
    return tuple(found)


def _maker(asset: Asset) -> str:
    """The model that made a picture, as far as its recipe or the file itself says; else ""."""
    steps: list[dict[str, Any]] = list(asset.credential.get("steps", ()))
    said = next((str(step["by"]) for step in steps if step.get("by")), "")
    return str(asset.recipe.get("model", "")) or said


def _picture(picture: Picture, asset: Asset | None, *, away: bool) -> PictureLine:
    bits = asset.likeness if asset and not away else None
    colours = bytes(asset.colours or b"") if asset and not away else b""
    return PictureLine(
        digest=picture.digest,
        sent=(asset.sent_digest if asset else "") or picture.digest,
        mime=asset.mime if asset else "",
        origin=asset.origin if asset else "",
        credential=credential_of(asset) if asset else "none",
        bits="" if bits is None else f"{bits:016x}",
        colours=colours.hex(),
    )


def credential_of(asset: Asset) -> str:
    """The state of the credential in the file that goes out."""
    if asset.sent_digest:
        return "trusted"
    return str(asset.credential.get("state", "none"))


def _assets(contents: Iterable[Content]) -> dict[str, Asset]:
    ids = {picture.asset for content in contents for picture in content.pictures}
    return {str(one.pk): one for one in Asset.objects.filter(pk__in=ids)} if ids else {}


def taken_away(
    deliveries: Sequence[Delivery], down: Mapping[UUID, datetime] | None = None
) -> dict[UUID, datetime]:
    """Which of these posts were taken down or away, and when; their variants come with posts.

    `down` are those of `taken_down`, where they are known already.
    """
    posts = ((row.pk, row.variant.post.removed_at) for row in deliveries)
    away = {pk: removed_at for pk, removed_at in posts if removed_at}
    return away | dict(taken_down(deliveries) if down is None else down)


def _entries(
    brand: Brand, deliveries: Sequence[Delivery], until: int | None
) -> dict[UUID, list[Entry]]:
    about: dict[UUID, UUID] = {}
    for row in deliveries:
        ids = (row.pk, row.variant_id, row.variant.post_id, row.approval_id)
        about.update(dict.fromkeys(ids, row.pk))
    of_post: dict[UUID, list[UUID]] = defaultdict(list)
    for row in deliveries:
        of_post[row.variant.post_id].append(row.pk)
    found: dict[UUID, list[Entry]] = defaultdict(list)
    rows = Entry.objects.filter(workspace_id=brand.workspace_id, subject_id__in=list(about))
    if until is not None:
        rows = rows.filter(seq__lte=until)
    for entry in rows.order_by("seq"):
        if entry.kind.startswith(_TOLD):
            for pk in of_post.get(entry.subject_id) or [about[entry.subject_id]]:
                found[pk].append(entry)
    return found


def ref(entry: Entry) -> EntryRef:
    """An entry as the public is told of it."""
    return EntryRef.model_validate(
        {
            "seq": entry.seq,
            "kind": entry.kind,
            "at": entry.at,
            "by": entry.actor_kind,
            "digests": entry.digests,
            "hash": entry.hash,
        }
    )
