"""Programs search their workspace's library, put it in order and read where assets are used."""

import json
from typing import Any

import pytest
from tests.builders import make_approved, make_asset, make_member, make_workspace
from tests.desk import Desk, open_desk

from aboveboard.create.models import Asset
from aboveboard.faces.rest.tests.test_rest import Program
from aboveboard.people import actions as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def program(desk: Desk) -> Program:
    return Program(people.make_token(desk.actor, "The shop"))


def post(program: Program, path: str, **body: Any) -> Any:
    return program.client.post(f"/api/v1{path}", json.dumps(body), content_type="application/json")


def test_what_is_put_in_order_is_found(desk: Desk, program: Program) -> None:
    first, other = make_asset(desk.brand), make_asset(desk.brand, colour="#ffffff")
    order = {"assets": [str(first.pk)], "folder": "Summer", "add_tags": ["dusk"]}
    (told,) = post(program, "/assets/order", **order).json()
    assert (told["folder"], told["tags"], told["rights"]) == ("Summer", ["dusk"], "untold")
    rights = {"assets": [str(first.pk)], "licence": "CC0", "may_use_until": "2020-01-31"}
    assert post(program, "/assets/rights", **rights).json()[0]["rights"] == "ended"
    here = f"/brands/{desk.brand.pk}/assets"
    for asked in ("q=dus", "folder=Summer", "tag=dusk", "rights=ended", "size=1&sort=oldest"):
        found = program.get(f"{here}?{asked}").json()
        assert [one["id"] for one in found["assets"]] == [str(first.pk)], asked
    assert program.get(f"{here}?unused=true").json()["count"] == 2
    assert program.get(f"/assets/{other.pk}").json()["tags"] == []
    assert program.get(f"/assets/{other.pk}/alike").json() == []
    assert program.get(f"{here}?kind=sound").status_code == 422
    wrong = post(program, "/assets/rights", assets=[str(first.pk)], consent="perhaps")
    assert wrong.status_code == 422


def test_where_used_and_kept_there(desk: Desk, program: Program) -> None:
    asset, free = make_asset(desk.brand), make_asset(desk.brand, colour="#ffffff")
    variant = make_approved(desk.house, desk.site, "Open pans", assets=[asset])
    (use,) = program.get(f"/assets/{asset.pk}/uses").json()
    assert (use["post"], use["state"]) == (str(variant.post_id), "approved")
    both = [str(asset.pk), str(free.pk)]
    refused = post(program, "/assets/order", assets=both, folder="Old", remove=True)
    assert (refused.status_code, refused.json()["code"]) == (409, "asset_bound")
    assert [*Asset.objects.values_list("folder", "removed_at")] == [("", None)] * 2
    assert post(program, "/assets/order", assets=[str(free.pk)], remove=True).status_code == 200
    removed = program.get(f"/brands/{desk.brand.pk}/assets?removed=true").json()
    assert [one["id"] for one in removed["assets"]] == [str(free.pk)]


def test_no_door_leads_to_another_workspace(desk: Desk) -> None:
    asset = make_asset(desk.brand)
    stranger = Program(people.make_token(make_workspace().actor, "Theirs"))
    for path in ("", "/uses", "/alike"):
        assert stranger.get(f"/assets/{asset.pk}{path}").status_code == 404
    assert stranger.get(f"/brands/{desk.brand.pk}/assets").status_code == 404
    assert post(stranger, "/assets/order", assets=[str(asset.pk)], remove=True).status_code == 404
    assert post(stranger, "/assets/rights", assets=[str(asset.pk)]).status_code == 404
    # Nothing to do is no way to read.
    assert post(stranger, "/assets/order", assets=[str(asset.pk)]).status_code == 404


def test_a_viewer_reads_and_changes_nothing(desk: Desk) -> None:
    asset = make_asset(desk.brand)
    viewer = Program(people.make_token(make_member(desk.house, "viewer"), "Looks"))
    assert viewer.get(f"/assets/{asset.pk}").status_code == 200
    assert post(viewer, "/assets/order", assets=[str(asset.pk)], remove=True).status_code == 403
    assert post(viewer, "/assets/rights", assets=[str(asset.pk)]).status_code == 403
