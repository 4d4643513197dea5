"""Programs ask for clips, follow and stop them; what they ask for counts as theirs."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from tests.desk import Desk, open_desk

from aboveboard.create import actions
from aboveboard.create.assets import clips
from aboveboard.create.models import Asset, Clip
from aboveboard.kernel.ids import new_id
from aboveboard.media.clips.tests.filming import flashing
from aboveboard.people import actions as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def video(desk: Desk, tmp_path: Path) -> Asset:
    path = flashing(tmp_path / "pans.mp4", 1)
    return actions.add_asset(desk.actor, desk.brand.id, name="pans.mp4", data=path)


@pytest.fixture
def program(desk: Desk) -> Client:
    token = people.make_token(desk.actor, "The shop")
    return Client(headers={"Authorization": f"Bearer {token}"})


def ask(program: Client, asset: object, **told: object) -> Any:
    return program.post(
        f"/api/v1/assets/{asset}/clips", json.dumps(told), content_type="application/json"
    )


def test_a_clip_is_asked_for_followed_and_becomes_an_asset(program: Client, video: Asset) -> None:
    answer = ask(program, video.pk, end=0.5, shape="1:1", focus=[0.5, 0.5])
    assert answer.status_code == 202, answer.content
    asked = answer.json()
    assert (asked["state"], asked["source"], asked["asset"]) == ("asked", str(video.pk), None)
    assert Clip.objects.get().by_program == "The shop"
    clips.make_clip(Clip.objects.get().pk, lambda: False)
    told = program.get(f"/api/v1/clips/{asked['id']}").json()
    assert (told["state"], told["done"]) == ("done", 100), told
    assert told["asset"]
    assert program.get(f"/api/v1/assets/{video.pk}/clips").json() == [told]


def test_a_clip_is_stopped(program: Client, video: Asset) -> None:
    asked = ask(program, video.pk).json()
    assert program.post(f"/api/v1/clips/{asked['id']}/stop").json()["state"] == "stopped"


def test_what_cannot_be_is_refused_in_words(program: Client, video: Asset) -> None:
    for told in ({"start": 5}, {"shape": "2:1"}, {"unknown": 1}, {"burn": True}):
        answer = ask(program, video.pk, **told)
        assert answer.status_code == 422
        assert answer.json()["message"]
    assert ask(program, new_id()).status_code == 404
    assert not Clip.objects.exists()
