"""What `sign` writes, `inspect` reads back, for a file and for an asset."""

from pathlib import Path

import pytest
from tests.desk import Desk, open_desk

from aboveboard.create import actions
from aboveboard.create.models import Asset
from aboveboard.faces.rest.tests.program import Program
from aboveboard.media.tests.drawing import corners, saved

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


def picture(desk: Desk) -> Asset:
    return actions.add_asset(desk.actor, desk.brand.id, name="a.png", data=saved(corners(), "PNG"))


def test_signed_and_read_back(desk: Desk) -> None:
    program, asset = Program(desk), picture(desk)
    assert program.get(f"/assets/{asset.pk}/credential").json()["state"] == "none"
    made = program.post(f"/assets/{asset.pk}/sign")
    assert made.status_code == 201
    assert made.json()["id"] != str(asset.pk)
    told = program.get(f"/assets/{made.json()['id']}/credential").json()
    assert (told["state"], told["ingredients"]) == ("trusted", ["a.png"])
    # A program claims nothing of who made it.
    assert [(step["action"], step["source"]) for step in told["steps"]] == [("c2pa.opened", None)]
    assert (told["sources"], told["xmp"], told["says_model"]) == ([], None, False)
    again = program.post(f"/assets/{asset.pk}/sign").json()
    assert again["id"] == made.json()["id"]
    data = Path(Asset.objects.get(pk=made.json()["id"]).file.path).read_bytes()
    assert program.send("/credentials/inspect", "b.png", data).json() == told
    broken = bytearray(data)
    broken[-40] ^= 0xFF
    answer = program.send("/credentials/inspect", "b.png", bytes(broken))
    assert answer.status_code == 422 or answer.json()["state"] in {"invalid", "unreadable"}
    assert program.send("/credentials/inspect", "b.png", b"no picture").status_code == 422


def test_what_is_of_others_is_neither_read_nor_signed(desk: Desk) -> None:
    asset = picture(desk)
    stranger = Program(open_desk(name="Another"))
    assert stranger.get(f"/assets/{asset.pk}/credential").status_code == 404
    assert stranger.post(f"/assets/{asset.pk}/sign").status_code == 404
    Path(asset.file.path).unlink()
    answer = Program(desk).get(f"/assets/{asset.pk}/credential")
    assert "is not where it was put" in answer.json()["message"]
