"""Programs look for ideas and propose them; whether one is kept is a person's to say."""

import json
from typing import Any

import pytest
from django.test import Client
from tests.desk import Desk, open_desk

from aboveboard.brand import actions as brands
from aboveboard.learn.tests.test_ideas import KNOWN
from aboveboard.people import actions as people
from aboveboard.plan.models import Idea, Question

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    desk = open_desk()
    brands.add_source(desk.actor, desk.brand.id, name="history.md", data=KNOWN.encode())
    return desk


@pytest.fixture
def program(desk: Desk) -> Client:
    return Client(headers={"Authorization": f"Bearer {people.make_token(desk.actor, 'A shop')}"})


def post(program: Client, desk: Desk, path: str, body: dict[str, Any]) -> Any:
    return program.post(
        f"/api/v1/brands/{desk.brand.id}/{path}", json.dumps(body), content_type="application/json"
    )


def test_ideas_are_looked_for_and_read(desk: Desk, program: Client) -> None:
    body = {"text": "What do the shrimp eat?", "place": "shop", "key": "m-1"}
    assert post(program, desk, "questions", body).status_code == 201
    assert post(program, desk, "questions", body).status_code == 201
    assert Question.objects.count() == 1
    found = post(program, desk, "ideas/search", {"count": 3})
    assert found.status_code == 201
    ideas = found.json()["ideas"]
    assert len(ideas) == 3
    assert ideas[0]["origin"] == "house"
    assert {"kind", "text", "where"} <= set(ideas[0]["why"][0])
    listed = program.get(f"/api/v1/brands/{desk.brand.id}/ideas?state=new").json()
    assert {one["id"] for one in listed} == {one["id"] for one in ideas}
    assert program.get(f"/api/v1/brands/{desk.brand.id}/ideas?state=kept").json() == []


def test_what_a_program_proposes_is_a_models_and_waits(desk: Desk, program: Client) -> None:
    told = {"title": "Show the old map of the pans"}
    made = post(program, desk, "ideas", told)
    assert made.status_code == 201
    assert (made.json()["origin"], made.json()["state"]) == ("model", "new")
    again = post(program, desk, "ideas", told)
    assert (again.status_code, again.json()["code"]) == (409, "twice")
    assert Idea.objects.count() == 1
    assert post(program, desk, "ideas", {"title": " "}).status_code == 422
    assert post(program, desk, "ideas/search", {"count": 99}).status_code == 422
