"""A program makes cards from templates; its words count as a model's."""

import json
from typing import Any

import pytest
from django.test import Client
from tests.builders import make_member, make_workspace
from tests.desk import Desk, open_desk

from aboveboard.brand import actions as brands
from aboveboard.create.models import Asset
from aboveboard.people import actions as people
from aboveboard.people.rules import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


def client(token: str) -> Client:
    return Client(headers={"Authorization": f"Bearer {token}"})


def post(program: Client, desk: Desk, **card: Any) -> Any:
    body = {"template": "quote", "fields": {"quote": "Salt takes time.", "who": "Ilse"}, **card}
    place = f"/api/v1/brands/{desk.brand.id}/cards"
    return program.post(place, json.dumps(body), content_type="application/json")


def test_a_card_is_made_and_its_templates_told(desk: Desk) -> None:
    program = client(people.make_token(desk.actor, "The shop"))
    told = {one["name"]: one for one in program.get("/api/v1/cards").json()}
    assert {one["name"] for one in told["quote"]["fields"]} == {"quote", "who", "role"}
    answer = post(program, desk, formats=["1:1", "2:3"])
    assert answer.status_code == 201
    square, pin = answer.json()
    assert (square["width"], pin["height"], square["origin"]) == (1080, 1500, "generated")
    assert square["credential"]["xmp"] == "compositeWithTrainedAlgorithmicMedia"
    assert post(program, desk, formats=["1:1"]).json() == [square]


def test_what_cannot_be_drawn_is_told_and_not_kept(desk: Desk) -> None:
    program = client(people.make_token(desk.actor, "The shop"))
    long = post(program, desk, fields={"quote": "salt and wind " * 60, "who": "I"})
    assert (long.status_code, long.json()["code"]) == (422, "too_long")
    assert post(program, desk, template="nothing").status_code == 404
    assert post(program, desk, formats=["9:99"]).json()["code"] == "format"
    assert post(program, desk, scheme="pink").json()["code"] == "not_understood"
    assert not Asset.objects.exists()


def test_who_may_not_does_not(desk: Desk) -> None:
    assert post(Client(), desk).status_code == 401
    stranger = make_workspace("Elsewhere")
    brands.create_brand(stranger.actor, name="Another")
    assert post(client(people.make_token(stranger.actor, "App")), desk).status_code == 404
    creator = make_member(desk.house, "creator")
    program = client(people.make_token(creator, "App"))
    assert creator.user_id
    people.change_role(desk.actor, creator.user_id, Role.viewer)
    assert post(program, desk).status_code == 403
