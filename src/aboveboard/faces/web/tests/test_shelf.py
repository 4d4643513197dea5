"""The library's pages: what is asked stands in the address, acts come back to where one was."""

import pytest
from django.test import Client
from tests.builders import make_approved, make_asset, make_workspace
from tests.desk import Desk, open_desk

from aboveboard.create import actions
from aboveboard.create.models import Asset
from aboveboard.people.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def member(desk: Desk) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=str(desk.actor.user_id)))
    return client


def test_what_is_asked_stands_in_the_address(desk: Desk, member: Client) -> None:
    first = make_asset(desk.brand)
    actions.move_assets(desk.actor, [first.pk], "Été/Bateaux")
    second = make_asset(desk.brand, colour="#ffffff", alt="")
    both = member.get("/assets/").content.decode()
    assert f"/assets/{first.pk}/small" in both
    assert "No words yet" in both
    assert f"/assets/{first.pk}/small" not in member.get("/assets/?loose=1").content.decode()
    ete = member.get("/assets/", {"folder": "Été"}).content.decode()
    assert f"/assets/{first.pk}/small" in ete
    assert f"/assets/{second.pk}/small" not in ete
    # What an address does not mean is left out.
    for odd in ("page=0", "page=-1", "page=99999999", "kind=x", "sort=x", "rights=x", "q=%00%27"):
        assert member.get(f"/assets/?{odd}").status_code == 200


def test_a_small_picture_and_its_page(desk: Desk, member: Client) -> None:
    asset = make_asset(desk.brand)
    variant = make_approved(desk.house, desk.site, "Open pans", assets=[asset])
    small = member.get(f"/assets/{asset.pk}/small")
    assert (small.status_code, small.headers["Content-Type"]) == (200, "image/webp")
    page = member.get(f"/assets/{asset.pk}/").content.decode()
    assert f"/posts/{variant.post_id}/" in page
    stranger = Client()
    stranger.force_login(make_workspace().owner)
    for path in ("", "/", "/small", "/middle"):
        assert stranger.get(f"/assets/{asset.pk}{path}").status_code in (302, 404)


def test_acts_come_back_to_where_one_was(desk: Desk, member: Client) -> None:
    asset = make_asset(desk.brand)
    here = "/assets/?folder=Summer"
    told = {"what": "move", "asset": str(asset.pk), "folder": "Summer", "next": here}
    assert member.post("/assets/act", told).headers["Location"] == here
    assert Asset.objects.get().folder == "Summer"
    away = member.post("/assets/act", {**told, "next": "https://elsewhere.example/assets/"})
    assert away.headers["Location"] == "/assets/"
    member.post(
        f"/assets/{asset.pk}/order", {"name": "A pan", "folder": "", "tags": "dusk, salt , Dusk"}
    )
    asset.refresh_from_db()
    assert (asset.name, asset.folder, asset.tags) == ("A pan", "", ["dusk", "salt"])
    wrong = member.post(f"/assets/{asset.pk}/rights", {"until": "soon", "licence": "CC0"})
    assert (wrong.status_code, b"CC0" in wrong.content) == (422, True)
    member.post("/assets/folder", {"what": "add", "to": "Winter/Ice"})
    moved = member.post("/assets/folder", {"what": "move", "path": "Winter", "to": "Cold days"})
    assert moved.headers["Location"] == "/assets/?folder=Cold+days"


def test_a_removal_is_taken_back_from_its_toast(desk: Desk, member: Client) -> None:
    asset = make_asset(desk.brand)
    told = {"what": "remove", "asset": str(asset.pk)}
    page = member.post("/assets/act", told, follow=True).content.decode()
    assert f"what=back&amp;asset={asset.pk}" in page
    member.post(f"/assets/act?what=back&asset={asset.pk}")
    assert Asset.objects.get().removed_at is None
