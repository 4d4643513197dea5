"""A program has a text read by the guards, by itself or against a brand."""

import json
from typing import Any

import pytest
from django.test import Client
from tests.desk import Desk, open_desk

from aboveboard.brand import actions as brands
from aboveboard.check.models import Finding
from aboveboard.people import actions as people

pytestmark = pytest.mark.django_db
TEXT = "The shop is open on Fridays from 8:00."


@pytest.fixture
def desk() -> Desk:
    desk = open_desk()
    brands.add_source(
        desk.actor, desk.brand.id, name="shop.md", data=b"The shop is open on Fridays from 9:00."
    )
    return desk


@pytest.fixture
def program(desk: Desk) -> Client:
    return Client(headers={"Authorization": f"Bearer {people.make_token(desk.actor, 'A shop')}"})


def post(program: Client, path: str, body: object) -> Any:
    return program.post(f"/api/v1/{path}", json.dumps(body), content_type="application/json")


def test_a_text_is_read_against_the_brand_and_nothing_is_kept(desk: Desk, program: Client) -> None:
    path = f"brands/{desk.brand.id}/check"
    answer = post(program, path, {"text": TEXT, "lang": "en", "context": {"relationship": "none"}})
    assert answer.status_code == 200
    [finding] = answer.json()["findings"]
    assert (finding["code"], TEXT[finding["start"] : finding["end"]]) == ("ungrounded", "8:00")
    assert finding["evidence"][0]["text"] == "The shop is open on Fridays from 9:00."
    assert Finding.objects.count() == 0


def test_without_a_brand_there_is_nothing_to_hold_facts_against(program: Client) -> None:
    answer = post(program, "check", {"text": TEXT, "lang": "en"}).json()
    assert answer["findings"] == []
    assert set(answer["scores"]) == {"voice", "sameness"}


@pytest.mark.usefixtures("desk")
def test_what_cannot_be_read_is_said(program: Client) -> None:
    assert post(program, "check", {"text": TEXT, "lang": "xx"}).status_code == 422
    wrong = post(program, "check", {"text": TEXT, "context": {"relationship": "friends"}})
    assert wrong.status_code == 422
    assert "relationship" in wrong.json()["message"]
    other = open_desk()
    assert post(program, f"brands/{other.brand.id}/check", {"text": TEXT}).status_code == 404
