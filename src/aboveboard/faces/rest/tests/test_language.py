"""Programs have a text looked at, ask the knowledge and read the voice."""

import json
from typing import Any

import pytest
from django.test import Client
from tests.desk import Desk, open_desk

from aboveboard.brand import actions as brands
from aboveboard.brand.voice import set_voice_line
from aboveboard.people import actions as people

pytestmark = pytest.mark.django_db
SAMPLE = "We bake at five. Our bread is out at seven. You take it home warm. We like that."


@pytest.fixture
def desk() -> Desk:
    desk = open_desk()
    actor, brand = desk.actor, desk.brand.id
    brands.add_source(actor, brand, name="shop.md", data=b"The shop is open on Fridays.")
    for name in "abc":
        brands.add_voice(actor, brand, name=name, text=SAMPLE)
    set_voice_line(actor, brand, language="en", key="emoji", on=False)
    set_voice_line(actor, brand, language="en", key="never", said="cheap, tasty")
    return desk


@pytest.fixture
def program(desk: Desk) -> Client:
    token = people.make_token(desk.actor, "The shop")
    return Client(headers={"Authorization": f"Bearer {token}"})


def _get(program: Client, desk: Desk, path: str) -> Any:
    return program.get(f"/api/v1/brands/{desk.brand.id}/{path}")


def test_a_text_is_looked_at(desk: Desk, program: Client) -> None:
    def post(body: object) -> Any:
        path = f"/api/v1/brands/{desk.brand.id}/corrections"
        return program.post(path, json.dumps(body), content_type="application/json")

    answer = post({"text": "Come on saturday.", "language": "en"})
    [one] = answer.json()["corrections"]
    assert (one["words"], one["instead"], one["start"]) == ("saturday", ["Saturday"], 8)
    assert answer.json()["dictionary"] is True
    assert post({"text": "Hallo", "language": "xx"}).status_code == 422


def test_the_knowledge_answers(desk: Desk, program: Client) -> None:
    [one] = _get(program, desk, "answers?question=When is the shop open?").json()
    assert one["text"] == "The shop is open on Fridays."
    assert _get(program, desk, "answers?question=Do you sell bicycles?").json() == []
    assert _get(program, desk, "answers?question=").status_code == 422


def test_the_voice_is_told(desk: Desk, program: Client) -> None:
    told = _get(program, desk, "voice").json()
    assert told["samples"] == 3
    assert {line["key"]: line["on"] for line in told["lines"]}["emoji"] is False
    assert "No emoji." not in told["rules"]
    assert "Never use these words: cheap, tasty." in told["rules"]
    assert _get(program, desk, "voice?language=hu").json()["lines"] == []


def test_a_stranger_finds_nothing(desk: Desk) -> None:
    token = people.make_token(open_desk(name="Another").actor, "Elsewhere")
    stranger = Client(headers={"Authorization": f"Bearer {token}"})
    for path in ("answers?question=When?", "voice"):
        assert _get(stranger, desk, path).status_code == 404
