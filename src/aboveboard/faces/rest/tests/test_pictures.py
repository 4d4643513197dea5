"""A program asks for pictures, sees them side by side and keeps one; policy holds it as anybody."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from tests.desk import Desk, open_desk

from aboveboard.ai.tests.chat_server import ChatServer, chat_server
from aboveboard.ai.tests.images_server import ImagesHandler
from aboveboard.brand import actions as brand_actions
from aboveboard.brand.rules import Allowance, Policy, Task
from aboveboard.create import actions
from aboveboard.create.assets.picturing import fetch_pictures
from aboveboard.create.models import Asset
from aboveboard.faces.rest.tests.program import Program
from aboveboard.ledger.queries import entries
from aboveboard.media.tests.drawing import corners, saved

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def painter(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    with chat_server(ImagesHandler) as running:
        monkeypatch.setattr(settings, "ALLOW_HOSTS", frozenset({running.host}))
        actions.add_provider(
            desk.actor, name="Painter", base_url=running.url, model="brush", makes="pictures"
        )
        yield running


def test_asked_followed_seen_and_kept(desk: Desk, painter: ChatServer) -> None:
    program = Program(desk)
    asked = program.post(f"/brands/{desk.brand.pk}/pictures", {"instruction": "A red pan."})
    assert asked.status_code == 202
    told = asked.json()
    assert (told["state"], told["proposals"]) == ("asked", [])
    async_to_sync(fetch_pictures)(UUID(told["id"]))
    told = program.get(f"/pictures/{told['id']}").json()
    assert program.get(f"/brands/{desk.brand.pk}/pictures").json() == [told]
    assert (told["state"], len(told["proposals"])) == ("open", 2)
    one = told["proposals"][0]
    seen = program.get(f"/proposals/{one['id']}/file")
    assert (seen["Content-Type"], seen["X-Content-Type-Options"]) == (one["mime"], "nosniff")
    assert b"".join(seen.streaming_content).startswith(b"\x89PNG")
    # Stopping what is there already takes nothing away.
    assert program.post(f"/pictures/{told['id']}/stop").status_code == 204
    kept = program.post(f"/proposals/{one['id']}/keep", {"alt": "A red pan."})
    assert kept.status_code == 201
    assert (kept.json()["origin"], kept.json()["alt"]) == ("generated", "A red pan.")
    told = program.get(f"/pictures/{told['id']}").json()
    assert told["proposals"][0]["kept"] == kept.json()["id"]


def test_filling_takes_a_picture_and_a_place(desk: Desk, painter: ChatServer) -> None:
    program = Program(desk)
    asset = actions.add_asset(desk.actor, desk.brand.id, name="a.png", data=saved(corners(), "PNG"))
    body = {"what": "fill", "asset": str(asset.pk), "instruction": "A boat."}
    assert program.post(f"/brands/{desk.brand.pk}/pictures", body).json()["code"] == "area"
    asked = program.post(f"/brands/{desk.brand.pk}/pictures", {**body, "area": [0, 0, 0.5, 0.5]})
    assert (asked.status_code, asked.json()["asset"]) == (202, str(asset.pk))
    assert program.post(f"/pictures/{asked.json()['id']}/stop").status_code == 204
    assert program.get(f"/pictures/{asked.json()['id']}").status_code == 404


@pytest.mark.parametrize(
    ("policy", "words", "code"),
    [
        (Policy(ai=dict.fromkeys(Task, Allowance.NEVER)), "A pan.", "ai_free"),
        (Policy(), "The victims of an earthquake.", "sensitive"),
    ],
)
def test_what_the_brand_keeps_to_people_is_refused_and_on_record(
    desk: Desk, painter: ChatServer, policy: Policy, words: str, code: str
) -> None:
    brand_actions.set_policy(desk.actor, desk.brand.id, policy)
    answer = Program(desk).post(f"/brands/{desk.brand.pk}/pictures", {"instruction": words})
    assert (answer.status_code, answer.json()["code"]) == (403, code)
    assert painter.headers == []
    last = list(entries(desk.actor.workspace_id))[-1]
    assert (last.kind, last.actor_kind) == ("model.refused", "agent")


def test_without_a_model_it_says_what_is_missing(desk: Desk) -> None:
    answer = Program(desk).post(f"/brands/{desk.brand.pk}/pictures", {"instruction": "A pan."})
    assert (answer.status_code, answer.json()["code"]) == (422, "no_model")


def test_nobody_sees_or_keeps_the_pictures_of_others(desk: Desk, painter: ChatServer) -> None:
    ask = actions.ask_pictures(desk.actor, desk.brand.id, instruction="A pan.")
    async_to_sync(fetch_pictures)(ask.pk)
    one = ask.proposals.all()[0]
    stranger = Program(open_desk(name="Another"))
    assert stranger.get(f"/pictures/{ask.pk}").status_code == 404
    assert stranger.get(f"/proposals/{one.pk}/file").status_code == 404
    assert stranger.post(f"/proposals/{one.pk}/keep").status_code == 404
    assert stranger.post(f"/pictures/{ask.pk}/stop").status_code == 404
    assert not Asset.objects.exists()
