"""A program has a picture made fit for channels and formats, and is told what cannot be."""

import json
from typing import Any

import pytest
from django.test import Client
from tests.builders import make_workspace
from tests.desk import Desk, open_desk

from aboveboard.create import actions
from aboveboard.create.models import Asset
from aboveboard.media.tests.drawing import corners, saved
from aboveboard.people import actions as people

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


def ask(desk: Desk, asset: Asset, body: Any) -> Any:
    token = people.make_token(desk.actor, "The shop")
    client = Client(headers={"Authorization": f"Bearer {token}"})
    return client.post(
        f"/api/v1/assets/{asset.pk}/fit", json.dumps(body), content_type="application/json"
    )


def picture(desk: Desk) -> Asset:
    data = saved(corners(), "PNG")
    return actions.add_asset(desk.actor, desk.brand.id, name="a.png", data=data)


def test_several_at_once(desk: Desk) -> None:
    asset, channel = picture(desk), desk.channel("instagram")
    cuts = [
        {"channel": str(channel.pk)},
        {"format": "1:1", "box": [0, 0, 200, 200]},
        {"format": "3:2"},
    ]
    answer = ask(desk, asset, {"cuts": cuts})
    assert answer.status_code == 201
    one, square, same = answer.json()
    assert (one["channel"], one["asset"]["mime"]) == (str(channel.pk), "image/jpeg")
    assert (square["format"], square["box"], square["asset"]["width"]) == (
        "1:1",
        [0, 0, 200, 200],
        200,
    )
    assert same["asset"]["id"] == str(asset.pk)
    assert Asset.objects.filter(parts=asset).count() == 2


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"cuts": []}, "cuts"),
        ({"cuts": [{"format": "wide"}]}, "“wide” is no shape"),
        ({"cuts": [{"format": "1:1"}], "focus": [2, 0]}, "focus"),
        ({"cuts": [{"format": "1:1"}] * 41}, "cuts"),
        ({"cuts": [{"format": "1:1", "crop": 1}]}, "crop"),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_told(desk: Desk, body: Any, words: str) -> None:
    answer = ask(desk, picture(desk), body)
    assert answer.status_code == 422
    assert words in answer.json()["message"]


def test_nobody_fits_the_pictures_of_others(desk: Desk) -> None:
    asset, channel = picture(desk), desk.channel("instagram")
    stranger = Desk(make_workspace(), desk.brand)
    assert ask(stranger, asset, {"cuts": [{"format": "1:1"}]}).status_code == 404
    theirs = open_desk(name="Another")
    answer = ask(theirs, picture(theirs), {"cuts": [{"channel": str(channel.pk)}]})
    assert answer.status_code == 404
    video = desk.channel("youtube")
    answer = ask(desk, asset, {"cuts": [{"channel": str(video.pk)}]})
    assert answer.json()["message"] == "Youtube takes no pictures."
