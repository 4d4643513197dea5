"""Putting the library in order: names, folders, tags, rights, and what leaves it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from aboveboard.brand import queries as brands
from aboveboard.create import queries
from aboveboard.create.assets import library
from aboveboard.create.assets.renditions import EDGES, place_of, take_likeness
from aboveboard.create.assets.rights import CONSENTS, Rights
from aboveboard.create.errors import unless_bound
from aboveboard.create.models import Asset, Folder, Revision
from aboveboard.kernel import clock
from aboveboard.kernel.digest import digest, sha256
from aboveboard.kernel.errors import Conflict, Invalid, NotFound
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.text.cleaning import clean

MOST_AT_ONCE, MOST_TAGS, DEEPEST = 500, 40, 6
# So long a removed asset can be taken back.
KEPT = timedelta(days=30)


def rename_asset(actor: Actor, asset_id: UUID, name: str) -> Asset:
    """Give an asset another name; its file keeps its bytes."""
    require(actor, Right.write, actor.workspace_id)
    name = _line(name, 200)
    if not name:
        raise Invalid("A name has at least one character.", mend="Type a name.", code="name")

    def named(asset: Asset) -> None:
        asset.name = name

    return _each(actor, [asset_id], "asset.renamed", named, ["name"])[0]


def move_assets(actor: Actor, asset_ids: Sequence[UUID], folder: str) -> list[Asset]:
    """Put assets into a folder, which is made when it is not there; "" takes them out of any."""
    require(actor, Right.write, actor.workspace_id)
    path = folder_path(folder)

    def moved(asset: Asset) -> None:
        asset.folder = path

    with transaction.atomic():
        found = _each(actor, asset_ids, "asset.moved", moved, ["folder"])
        for brand_id in {one.brand_id for one in found} if path else ():
            Folder.objects.get_or_create(brand_id=brand_id, path=path)
    return found


def tag_assets(
    actor: Actor, asset_ids: Sequence[UUID], *, add: Iterable[str] = (), drop: Iterable[str] = ()
) -> list[Asset]:
    """Put tags on several assets and take others off. A tag that differs in case alone is one."""
    require(actor, Right.write, actor.workspace_id)
    new = _tags(add)
    gone = {tag.casefold() for tag in _tags(drop)}

    def tagged(asset: Asset) -> None:
        kept = [tag for tag in asset.tags if tag.casefold() not in gone]
        have = {tag.casefold() for tag in kept}
        asset.tags = [*kept, *(tag for tag in new if tag.casefold() not in have)]
        if len(asset.tags) > MOST_TAGS:
            raise Invalid(
                f"{MOST_TAGS} tags are the most that one picture can carry. Nothing was changed.",
                mend="Take some off first.",
                code="tags",
            )

    return _each(actor, asset_ids, "asset.tagged", tagged, ["tags"])


def set_rights(actor: Actor, asset_ids: Sequence[UUID], rights: Rights) -> list[Asset]:
    """Say by which right the brand uses these assets, until when, and who agreed."""
    require(actor, Right.write, actor.workspace_id)
    if rights.consent not in CONSENTS:
        raise Invalid(
            "This is no answer to whether the people shown agreed. Nothing was changed.",
            mend="Choose one of the list.",
            code="consent",
        )

    def told(asset: Asset) -> None:
        asset.licence = _line(rights.licence, 200)
        asset.holder = _line(rights.holder, 200)
        asset.source = _line(rights.source, 1_000)
        asset.may_use_until = rights.until
        asset.consent = rights.consent
        asset.note = clean(rights.note).strip()[:5_000]

    fields = ["licence", "holder", "source", "may_use_until", "consent", "note"]
    return _each(actor, asset_ids, "asset.rights_set", told, fields)


def remove_assets(actor: Actor, asset_ids: Sequence[UUID]) -> list[Asset]:
    """Take assets out of the library: all of these or none.

    Their files stay for 30 days, and longer while a text or something made here needs them.
    Raises Conflict for one that stands in a post that is approved or out, saying in which.
    """
    require(actor, Right.write, actor.workspace_id)

    def removed(asset: Asset) -> None:
        asset.removed_at = asset.removed_at or clock.now()

    with unless_bound(lambda: _where_bound(actor, asset_ids)):
        return _each(actor, asset_ids, "asset.removed", removed, ["removed_at"])


def take_back_assets(actor: Actor, asset_ids: Sequence[UUID]) -> list[Asset]:
    """Put removed assets back where they were."""
    require(actor, Right.write, actor.workspace_id)

    def back(asset: Asset) -> None:
        asset.removed_at = None

    return _each(actor, asset_ids, "asset.taken_back", back, ["removed_at"])


def order_assets(
    actor: Actor,
    asset_ids: Sequence[UUID],
    *,
    folder: str | None = None,
    add: Sequence[str] = (),
    drop: Sequence[str] = (),
    removes: bool = False,
    takes_back: bool = False,
) -> None:
    """Several of these acts on the same assets, all or none."""
    with transaction.atomic():
        if folder is not None:
            move_assets(actor, asset_ids, folder)
        if add or drop:
            tag_assets(actor, asset_ids, add=add, drop=drop)
        if removes:
            remove_assets(actor, asset_ids)
        if takes_back:
            take_back_assets(actor, asset_ids)


def add_folder(actor: Actor, brand_id: UUID, path: str) -> Folder:
    """Make a folder; one that is there stays as it is."""
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    path = folder_path(path)
    if not path:
        raise Invalid("A folder needs a name.", mend="Type a name.", code="folder")
    with transaction.atomic():
        folder, is_new = Folder.objects.get_or_create(brand=brand, path=path)
        if is_new:
            _enter_folder(actor, brand_id, "folder.added", path)
    return folder


def move_folder(actor: Actor, brand_id: UUID, path: str, to: str) -> str:
    """Rename a folder or put it elsewhere, with all that lies in it; gives its path now."""
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    path, to = folder_path(path), folder_path(to)
    if not path or not to or to == path:
        return path
    if to.startswith(f"{path}/"):
        raise Invalid(
            "A folder cannot lie in itself. Nothing was changed.",
            mend="Choose another place.",
            code="folder",
        )
    with transaction.atomic():
        below = _below(path)
        folders = list(Folder.objects.select_for_update().filter(below("path"), brand=brand))
        inside = list(Asset.objects.select_for_update().filter(below("folder"), brand=brand))
        if not folders and not inside:
            raise _no_folder()
        Folder.objects.filter(pk__in=[one.pk for one in folders]).delete()
        for path_now in {to, *(to + one.path[len(path) :] for one in folders)}:
            Folder.objects.get_or_create(brand=brand, path=folder_path(path_now))
        for asset in inside:
            asset.folder = folder_path(to + asset.folder[len(path) :])
        Asset.objects.bulk_update(inside, ["folder"], batch_size=1_000)
        _enter_folder(actor, brand_id, "folder.moved", to)
    return to


def remove_folder(actor: Actor, brand_id: UUID, path: str) -> int:
    """Take a folder away; what lay in it lies in the folder above. Gives how many that were."""
    require(actor, Right.write, actor.workspace_id)
    brand = brands.brand(actor, brand_id)
    path = folder_path(path)
    if not path:
        raise _no_folder()
    above = path.rpartition("/")[0]
    with transaction.atomic():
        below = _below(path)
        folders, _of_each = Folder.objects.filter(below("path"), brand=brand).delete()
        inside = Asset.objects.filter(below("folder"), brand=brand).update(folder=above)
        if not folders and not inside:
            raise _no_folder()
        if above:
            Folder.objects.get_or_create(brand=brand, path=above)
        _enter_folder(actor, brand_id, "folder.removed", path)
    return inside


def forget_removed_assets(now: datetime) -> int:
    """Delete what was removed 30 days ago, files too, unless a text or a made thing needs it."""
    named = Revision.objects.filter(media__contains=library.naming(OuterRef("pk")))
    part_of = Asset.parts.through.objects.filter(to_asset_id=OuterRef("pk"))
    old = Asset.objects.filter(~Exists(named), ~Exists(part_of), removed_at__lt=now - KEPT)
    count = 0
    for asset in list(old[:1_000]):
        file, said, sent = str(asset.file.name), asset.digest, str(asset.sent_file.name or "")
        # One whose file cannot be deleted now stays, for the next night.
        with transaction.atomic():
            asset.delete()
            count += 1
            # Other brands may keep the same bytes in the same place.
            if not Asset.objects.filter(Q(file=file) | Q(digest=said)).exists():
                default_storage.delete(file)
                for size in EDGES:
                    place_of(said, size).unlink(missing_ok=True)
            if sent:
                default_storage.delete(sent)
    return count


def compare_older(most: int = 200) -> int:
    """Note what assets are compared by that came before this was noted; gives how many."""
    older = list(Asset.objects.filter(colours=None).order_by("-added_at")[:most])
    for asset in older:
        take_likeness(asset)
        asset.save(update_fields=["likeness", "colours"])
    return len(older)


def folder_path(path: str) -> str:
    """A path as it is kept: "Summer/Boats". Raises Invalid for one that is too deep or long."""
    parts = [_line(part, 80) for part in path.replace("\\", "/").split("/")]
    parts = [part for part in parts if part and part not in (".", "..")]
    if len(parts) > DEEPEST or len("/".join(parts)) > 300:
        raise Invalid(
            f"Folders lie at most {DEEPEST} deep, with 300 characters in all. Nothing was changed.",
            mend="Choose a shorter path.",
            code="folder",
        )
    return "/".join(parts)


def _each(
    actor: Actor,
    asset_ids: Sequence[UUID],
    kind: str,
    change: Callable[[Asset], None],
    fields: list[str],
) -> list[Asset]:
    """Change all of these assets or none, with an entry for each. Raises NotFound."""
    wanted = list(dict.fromkeys(asset_ids))
    if len(wanted) > MOST_AT_ONCE:
        raise Invalid(
            f"{MOST_AT_ONCE} pictures are the most at once. Nothing was changed.",
            mend="Choose fewer.",
            code="too_many",
        )
    with transaction.atomic():
        # In one order, so that two who change the same wait for each other.
        rows = Asset.objects.select_for_update().order_by("pk")
        found = list(rows.filter(pk__in=wanted, brand__workspace_id=actor.workspace_id))
        if len(found) < len(wanted) or not wanted:
            raise queries.no_such_asset()
        for asset in found:
            change(asset)
        Asset.objects.bulk_update(found, fields, batch_size=100)
        for asset in found:
            said = digest([str(getattr(asset, field)) for field in fields])
            enter(actor, kind, subject_kind="asset", subject_id=asset.id, digests={"change": said})
    return found


def _where_bound(actor: Actor, asset_ids: Sequence[UUID]) -> Conflict:
    """Why some of them stay, with the titles of their posts."""
    titles: list[str] = []
    for asset_id in asset_ids:
        titles += [f"“{one.post.title}”" for one in library.uses(queries.asset(actor, asset_id))]
    where = ", ".join(dict.fromkeys(titles)) or "an earlier text"
    return Conflict(
        f"What is approved or out keeps its pictures. Nothing was removed. Used in: {where[:400]}.",
        mend="Take it out of those posts first, or leave it here.",
        code="asset_bound",
    )


def _below(path: str) -> Callable[[str], Q]:
    return lambda field: Q(**{field: path}) | Q(**{f"{field}__startswith": f"{path}/"})


def _no_folder() -> NotFound:
    return NotFound("There is no such folder.", mend="Choose one from the list.", code="folder")


def _enter_folder(actor: Actor, brand_id: UUID, kind: str, path: str) -> None:
    enter(actor, kind, subject_kind="brand", subject_id=brand_id, digests={"folder": sha256(path)})


def _tags(tags: Iterable[str]) -> list[str]:
    """Each once, without "#", at most 60 characters."""
    found: dict[str, str] = {}
    for tag in tags:
        line = _line(tag, 61).removeprefix("#").strip()[:60]
        if line:
            found.setdefault(line.casefold(), line)
    return list(found.values())


def _line(text: str, most: int) -> str:
    return " ".join(clean(text).split())[:most].strip()
