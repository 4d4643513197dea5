"""Programs ask for adaptations and read them; a person takes one."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from tests.desk import Desk, open_desk

from aboveboard.brand.rules import Allowance, Policy, Task
from aboveboard.create import actions, queries
from aboveboard.people import actions as people

pytestmark = pytest.mark.django_db
TEXT = "We open on Saturday. A tin is €6.40. Nobody hurries the sea. Come when you like."


def _ask(desk: Desk, text: str = TEXT, **body: object) -> Any:
    variant = desk.variant(text)
    token = people.make_token(desk.actor, "The shop")
    return Client(headers={"Authorization": f"Bearer {token}"}).post(
        f"/api/v1/posts/{variant.post_id}/texts/{variant.channel_id}/suggestions",
        json.dumps(body),
        content_type="application/json",
    )


def test_a_program_asks_and_a_person_takes() -> None:
    desk = open_desk()
    made = _ask(desk, kind="headlines")
    assert made.status_code == 201
    told = made.json()
    assert (told["state"], told["model"], told["breaks"]) == ("open", "", [])
    assert {"role": "headline", "text": "A tin is €6.40"} in told["pieces"]
    token = people.make_token(desk.actor, "Another")
    program = Client(headers={"Authorization": f"Bearer {token}"})
    assert program.get(f"/api/v1/suggestions/{told['id']}").json() == told
    suggestion = queries.suggestion(desk.actor, told["id"])
    assert suggestion.variant.head is not None
    assert suggestion.variant.head.text == TEXT
    many = program.get(f"/api/v1/posts/{suggestion.variant.post_id}/suggestions").json()
    assert many == [told]
    # There is no address at which a program could take it.
    for act in ("take", "refuse"):
        assert program.post(f"/api/v1/suggestions/{told['id']}/{act}").status_code == 404
    actions.take_suggestion(desk.actor, suggestion.id)
    assert program.get(f"/api/v1/suggestions/{told['id']}").json()["state"] == "taken"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"kind": "louder"}, 422, "way"),
        ({"kind": "language", "language": "nl"}, 422, "needs_model"),
        ({"kind": "language", "language": "nl", "by": "model"}, 422, "no_model"),
        ({"kind": "shorter", "by": "somebody"}, 422, "not_understood"),
        ({"kind": "shorter", "at": "now"}, 422, "not_understood"),
        ({"kind": "channel", "source": str(uuid4())}, 404, "notfound"),
    ],
)
def test_what_is_refused_says_why(body: dict[str, Any], status: int, code: str) -> None:
    answer = _ask(open_desk(), **body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["mend"]


def test_what_a_brand_keeps_to_people() -> None:
    desk = open_desk(Policy(ai={Task.TRANSLATE: Allowance.NEVER}))
    answer = _ask(desk, kind="language", language="nl", by="model")
    assert (answer.status_code, answer.json()["code"]) == (403, "people_only")


def test_of_another_workspace_nothing_is_told() -> None:
    desk, stranger = open_desk(), open_desk(name="Elsewhere")
    made = _ask(desk, kind="shorter").json()
    token = people.make_token(stranger.actor, "Theirs")
    program = Client(headers={"Authorization": f"Bearer {token}"})
    assert program.get(f"/api/v1/suggestions/{made['id']}").status_code == 404
