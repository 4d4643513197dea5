"""The board as a page: it finds, says why, moves cards, and leads to a draft."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.desk import Desk, open_desk

from aboveboard.brand import actions as brands
from aboveboard.create import actions as create
from aboveboard.faces.web.tests.test_rights import signed_in
from aboveboard.learn.tests.test_ideas import KNOWN
from aboveboard.plan import ideas as plan
from aboveboard.plan.models import Brief, Idea, Occasion

JSON = {"Accept": "application/json"}


@pytest.fixture
def desk(db: None) -> Desk:
    return open_desk()


@pytest.fixture
def client(desk: Desk) -> Client:
    return signed_in(desk.house.owner.id)


def board(client: Client, **filters: str) -> str:
    answer = client.get(reverse("ideas"), filters)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_board_says_what_comes_and_what_is_missing(desk: Desk, client: Client) -> None:
    assert "Add a file" in board(client)
    brands.add_source(desk.actor, desk.brand.id, name="history.md", data=KNOWN.encode())
    page = board(client)
    assert "Press “Find ideas”" in page
    assert "Add a file" not in page


def test_from_finding_to_a_draft(desk: Desk, client: Client) -> None:
    brands.add_source(desk.actor, desk.brand.id, name="history.md", data=KNOWN.encode())
    client.post(reverse("find_ideas"))
    idea = Idea.objects.filter(kind="passage").first()
    assert idea
    page = board(client)
    assert idea.title in page.replace("&#x27;", "'")
    assert "history.md, line" in page
    assert "A model" not in page
    client.post(reverse("move_idea", args=[idea.pk]), {"to": "kept"})
    idea.refresh_from_db()
    assert idea.state == "kept"
    # Taken back from the toast, which has an address alone.
    client.post(reverse("move_idea", args=[idea.pk]) + "?to=new")
    answer = client.post(reverse("idea_draft", args=[idea.pk]))
    assert answer.status_code == 302
    assert "/edit" in answer.headers["Location"]
    assert Brief.objects.get().idea_id == idea.pk
    assert "Its brief" in board(client)
    # Once more: nothing comes twice, and the board says why.
    client.post(reverse("find_ideas"))
    client.post(reverse("find_ideas"))
    again = board(client)
    assert "Turned down because something says the same" in again
    assert "close to “" in again


def test_a_dragged_card_is_answered_in_json(desk: Desk, client: Client) -> None:
    idea = plan.add_idea(desk.actor, desk.brand.id, title="Show the old map")
    answer = client.post(
        reverse("move_idea", args=[idea.pk]),
        {"to": "aside"},
        headers=JSON,
    )
    assert answer.json() == {"said": "Put aside. It does not come again."}
    refused = client.post(reverse("move_idea", args=[idea.pk]), {"to": "used"}, headers=JSON)
    assert refused.status_code == 422


def test_an_own_idea_that_is_there_already_says_so_and_can_be_added_anyway(
    desk: Desk, client: Client
) -> None:
    plan.add_idea(desk.actor, desk.brand.id, title="Map", angle="Show the old map of the pans.")
    fields = {"title": "Map", "angle": "The old map of the pans: show it.", "language": "en"}
    answer = client.post(reverse("new_idea"), fields)
    assert "This is close to “Map” on the board." in answer.content.decode()
    client.post(reverse("new_idea"), {**fields, "anyway": "on"})
    assert Idea.objects.count() == 2


def test_filters(desk: Desk, client: Client) -> None:
    plan.add_idea(desk.actor, desk.brand.id, title="Show the old map")
    assert "Show the old map" in board(client, kind="person")
    assert "Show the old map" not in board(client, kind="occasion")
    assert "Show the old map" in board(client, kind="nonsense", campaign="x")


def test_days_are_switched_and_added(desk: Desk, client: Client) -> None:
    client.post(reverse("idea_days"), {"key": "bee-day", "to": "off"})
    assert not Occasion.objects.get(key="bee-day").chosen
    client.post(reverse("idea_days"), {"name": "Clay fair", "day": "2027-06-05", "yearly": "on"})
    page = client.get(reverse("idea_days")).content.decode()
    assert "Clay fair" in page
    assert "World Bee Day" in page
    own = Occasion.objects.get(key="")
    client.post(reverse("remove_day", args=[own.pk]))
    assert not Occasion.objects.filter(key="").exists()


def test_a_brand_that_keeps_strategy_to_people_asks_no_model(desk: Desk, client: Client) -> None:
    create.add_provider(desk.actor, name="Own", base_url="http://127.0.0.1:9/v1", model="m")
    page = board(client)
    assert "keeps strategy to people" in page
    assert "Ask Own" not in page
