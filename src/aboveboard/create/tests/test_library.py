"""The library in order: who may, all or none, and nothing approved or out loses its picture."""

import io
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from PIL import Image
from tests.builders import make_approved, make_asset, make_brand, make_member, make_workspace
from tests.desk import Desk, each_refused

from aboveboard.create import actions, queries
from aboveboard.create.assets import library
from aboveboard.create.assets.library import Asked
from aboveboard.create.assets.renditions import EDGES, place_of, rendition
from aboveboard.create.assets.rights import Rights
from aboveboard.create.models import Asset, Folder
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from aboveboard.kernel.ids import new_id
from aboveboard.ledger.queries import entries
from aboveboard.media.tests.scenes import jpeg, scene
from aboveboard.people.actors import Actor

pytestmark = pytest.mark.django_db

TODAY = date(2026, 5, 1)


def kept(desk: Desk, seed: int = 1, name: str = "pan.jpg") -> Asset:
    data = jpeg(scene(seed, (160, 120)))
    return actions.add_asset(desk.actor, desk.brand.id, name=name, data=data)


def everything(asset: UUID, brand: UUID) -> list[Callable[[Actor], object]]:
    """Each act on the library, by an actor."""
    return [
        lambda who: actions.rename_asset(who, asset, "Other"),
        lambda who: actions.move_assets(who, [asset], "Summer"),
        lambda who: actions.tag_assets(who, [asset], add=["salt"]),
        lambda who: actions.set_rights(who, [asset], Rights(licence="CC BY 4.0")),
        lambda who: actions.remove_assets(who, [asset]),
        lambda who: actions.take_back_assets(who, [asset]),
        lambda who: actions.add_folder(who, brand, "Summer"),
        lambda who: actions.move_folder(who, brand, "Winter", "Summer"),
        lambda who: actions.remove_folder(who, brand, "Winter"),
    ]


def test_each_act_takes_the_right_and_the_workspace(desk: Desk) -> None:
    asset = kept(desk)
    actions.add_folder(desk.actor, desk.brand.id, "Winter")
    before = Asset.objects.filter(pk=asset.pk).values().get()
    viewer, stranger = make_member(desk.house, "viewer"), make_workspace().actor
    for act in everything(asset.pk, desk.brand.id):
        each_refused(Forbidden, lambda act=act: act(viewer))  # type: ignore[misc]
        each_refused(NotFound, lambda act=act: act(stranger))  # type: ignore[misc]
    assert Asset.objects.filter(pk=asset.pk).values().get() == before
    assert [*Folder.objects.values_list("path", flat=True)] == ["Winter"]


def test_each_act_is_entered(desk: Desk) -> None:
    asset = kept(desk)
    actions.add_folder(desk.actor, desk.brand.id, "Winter")
    for act in everything(asset.pk, desk.brand.id)[:7]:
        act(desk.actor)
    actions.move_folder(desk.actor, desk.brand.id, "Winter", "Autumn")
    actions.remove_folder(desk.actor, desk.brand.id, "Autumn")
    told = {one.kind for one in entries(desk.actor.workspace_id)}
    assert told >= {
        "asset.renamed", "asset.moved", "asset.tagged", "asset.rights_set", "asset.removed",
        "asset.taken_back", "folder.added", "folder.moved", "folder.removed",
    }  # fmt: skip


def test_several_at_once_or_none(desk: Desk) -> None:
    first, second = kept(desk, 1), kept(desk, 2)
    actions.tag_assets(desk.actor, [first.pk, second.pk], add=["#Salt", " open  day ", "salt"])
    assert [one.tags for one in Asset.objects.all()] == [["Salt", "open day"]] * 2
    actions.tag_assets(desk.actor, [first.pk], drop=["SALT"], add=["Dusk"])
    first.refresh_from_db()
    assert first.tags == ["open day", "Dusk"]
    each_refused(
        NotFound, lambda: actions.tag_assets(desk.actor, [first.pk, new_id()], add=["never"])
    )
    each_refused(
        Invalid,
        lambda: actions.tag_assets(desk.actor, [first.pk], add=[str(n) for n in range(50)]),
        lambda: actions.move_assets(desk.actor, [first.pk], "a/b/c/d/e/f/g"),
        lambda: actions.rename_asset(desk.actor, first.pk, " \0 "),
        lambda: actions.move_assets(desk.actor, [new_id() for _ in range(501)], "a"),
    )
    first.refresh_from_db()
    assert (first.tags, first.folder) == (["open day", "Dusk"], "")


def test_folders_hold_folders_and_move_with_all_that_is_in_them(desk: Desk) -> None:
    brand = desk.brand.id
    one, two = kept(desk, 1), kept(desk, 2)
    actions.move_assets(desk.actor, [one.pk], "Summer / Boats")
    actions.move_assets(desk.actor, [two.pk], "Summer/../Boats 2")
    actions.add_folder(desk.actor, brand, "Empty")

    def shown() -> list[tuple[str, int, int]]:
        return [(one.path, one.depth, one.count) for one in library.folders(brand)]

    assert shown() == [
        ("Empty", 0, 0), ("Summer", 0, 2), ("Summer/Boats", 1, 1), ("Summer/Boats 2", 1, 1),
    ]  # fmt: skip
    assert set(found(desk, folder="Summer")) == {one, two}
    assert found(desk, folder="Summer/Boats") == [one]
    actions.move_folder(desk.actor, brand, "Summer", "Archive/2025")
    assert shown() == [
        ("Archive", 0, 2), ("Archive/2025", 1, 2), ("Archive/2025/Boats", 2, 1),
        ("Archive/2025/Boats 2", 2, 1), ("Empty", 0, 0),
    ]  # fmt: skip
    each_refused(Invalid, lambda: actions.move_folder(desk.actor, brand, "Archive", "Archive/in"))
    assert actions.remove_folder(desk.actor, brand, "Archive/2025") == 2
    assert shown() == [("Archive", 0, 2), ("Empty", 0, 0)]
    assert found(desk, loose=True) == []


def found(desk: Desk, **asked: object) -> list[Asset]:
    return list(library.assets(desk.brand.id, Asked(today=TODAY, **asked)))  # type: ignore[arg-type]


def test_what_is_removed_is_offered_no_more_and_can_be_taken_back(desk: Desk) -> None:
    asset, variant = kept(desk), desk.variant()
    actions.remove_assets(desk.actor, [asset.pk])
    assert found(desk) == []
    assert found(desk, removed=True) == [asset]
    assert list(queries.assets(desk.brand.id)) == []
    each_refused(
        Invalid, lambda: actions.set_pictures(desk.actor, variant.id, [(asset.pk, "A pan")])
    )
    assert Path(asset.file.path).exists()
    # Who brings the same bytes again takes it back, with all that was known of it.
    assert kept(desk).pk == asset.pk
    assert found(desk) == [asset]


def test_what_is_approved_keeps_its_picture_until_an_edit_voids_that(desk: Desk) -> None:
    asset = make_asset(desk.brand)
    variant = make_approved(desk.house, desk.site, "Open pans", assets=[asset])
    (error,) = each_refused(
        Conflict, lambda: actions.remove_assets(desk.actor, [asset.pk]), words="A tide table"
    )
    assert error.code == "asset_bound"
    asset.refresh_from_db()
    assert asset.removed_at is None
    actions.set_pictures(desk.actor, variant.id, [])
    actions.remove_assets(desk.actor, [asset.pk])


def test_a_draft_lets_go_of_its_picture_but_its_file_stays(desk: Desk) -> None:
    free, drafted, part = kept(desk, 1), kept(desk, 2), kept(desk, 3)
    variant = desk.variant()
    actions.set_pictures(desk.actor, variant.id, [(drafted.pk, "A pan")])
    made = kept(desk, 4)
    made.parts.set([part])
    actions.remove_assets(desk.actor, [free.pk, drafted.pk, part.pk])
    small = place_of(free.digest, "small")
    assert small.exists()
    now = clock.now()
    assert actions.forget_removed_assets(now + timedelta(days=29)) == 0
    assert actions.forget_removed_assets(now + timedelta(days=31)) == 1
    assert not Asset.objects.filter(pk=free.pk).exists()
    assert not Path(free.file.path).exists()
    assert not small.exists()
    assert Path(drafted.file.path).exists()
    assert Path(part.file.path).exists()


def test_another_brand_with_the_same_bytes_keeps_its_file(desk: Desk) -> None:
    other = make_workspace()
    data = jpeg(scene(5, (160, 120)))
    mine = actions.add_asset(desk.actor, desk.brand.id, name="a.jpg", data=data)
    theirs = actions.add_asset(other.actor, make_brand(other).id, name="b.jpg", data=data)
    actions.remove_assets(desk.actor, [mine.pk])
    assert actions.forget_removed_assets(clock.now() + timedelta(days=31)) == 1
    assert Path(theirs.file.path).exists()


def test_where_it_is_used(desk: Desk) -> None:
    asset, other = kept(desk, 1), kept(desk, 2)
    first, second = desk.variant(), desk.variant()
    for variant in (first, second):
        actions.set_pictures(desk.actor, variant.id, [(asset.pk, "A pan")])
    actions.set_pictures(desk.actor, second.id, [(other.pk, "A rake")])
    assert [one.pk for one in library.uses(asset)] == [first.pk]
    assert library.use_counts([asset.pk, other.pk]) == {asset.pk: 1, other.pk: 1}
    assert library.use_counts([]) == {}
    actions.set_pictures(desk.actor, second.id, [])
    assert found(desk, unused=True) == [other]


def test_renditions_are_small_and_made_once(desk: Desk) -> None:
    data = jpeg(scene(1, (2400, 1600)))
    asset = actions.add_asset(desk.actor, desk.brand.id, name="large.jpg", data=data)
    small, page = rendition(asset), rendition(asset, "page")
    assert small.stat().st_size < page.stat().st_size < len(data)
    at = small.stat().st_mtime_ns
    assert rendition(asset).stat().st_mtime_ns == at
    with Image.open(io.BytesIO(small.read_bytes())) as opened:
        assert max(opened.size) == EDGES["small"]


def test_older_assets_are_compared_later(desk: Desk) -> None:
    asset = kept(desk)
    assert asset.likeness is not None
    Asset.objects.update(likeness=None, colours=None)
    plain = make_asset(desk.brand)
    assert actions.compare_older() == 2
    assert actions.compare_older() == 0
    assert Asset.objects.get(pk=asset.pk).likeness == asset.likeness
    assert Asset.objects.get(pk=plain.pk).likeness is None
