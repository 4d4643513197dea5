"""What was taken down reads so in the studio: its state, its story, and no link that is dead."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from aboveboard.faces.web.today import attention
from aboveboard.kernel import clock
from aboveboard.measure.tests.making import Place, amended, make_place, make_sent
from aboveboard.people.actors import Actor
from aboveboard.people.rules import Role
from aboveboard.publish import actions as publish
from aboveboard.publish import queries, standing
from aboveboard.publish.models import Attempt, Delivery

pytestmark = pytest.mark.django_db
BY = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def place(settings: Any, tmp_path: Any) -> Place:
    settings.MEDIA_ROOT = tmp_path
    return make_place()


@pytest.fixture
def sent(place: Place) -> Delivery:
    delivery = make_sent(place, "Not this.")
    Attempt.objects.create(delivery=delivery, step="delete", started_at=clock.now(), outcome="done")
    return delivery


def page(place: Place, delivery: Delivery) -> BeautifulSoup:
    client = Client()
    client.force_login(place.owner, BY)
    answer = client.get(reverse("post", args=[delivery.variant.post_id]))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def test_the_page_of_a_post_that_was_taken_down(place: Place, sent: Delivery) -> None:
    post = sent.variant.post_id
    assert queries.addresses([post])
    amended(sent, "delete")
    assert standing.chosen([post])[0].state == "taken_down"
    assert queries.addresses([post]) == {}
    found = page(place, sent)
    assert [one.get_text() for one in found.select(".head .st")] == ["Taken down"]
    story = found.select_one(".tl")
    assert story
    titles = [one.get_text() for one in story.select("h3")]
    who, channel = place.owner.name, place.site.name
    assert titles[-3:] == [
        f"{who} asked to take it down from {channel}",
        f"{who} approved taking it down from {channel}",
        f"Taken down from {channel}",
    ]
    assert len(story.select(".del tr")) == 1
    assert story.select(".del a") == []


def test_one_that_was_given_other_words_is_still_out(place: Place, sent: Delivery) -> None:
    amended(sent, "edit", "This.")
    assert standing.chosen([sent.variant.post_id])[0].state == "sent"
    story = page(place, sent).select_one(".tl")
    assert story
    assert f"The words on {place.site.name} were changed" in story.get_text()
    assert len(story.select(".del a")) == 1


def test_a_change_that_waits_for_a_yes_stands_on_today(place: Place, sent: Delivery) -> None:
    actor = Actor("person", place.workspace.pk, place.owner.pk, Role.owner, "")
    assert attention.count(actor, place.brand) == 0
    asked = publish.ask_delete(actor, sent.pk, reason="Wrong price.")
    assert attention.count(actor, place.brand) == 1
    client = Client()
    client.force_login(place.owner, BY)
    said = BeautifulSoup(client.get("/").content, "html.parser").select_one(".needs")
    assert said
    assert f"taking “{sent.variant.post.title}” down from {place.site.name}" in said.get_text()
    assert "Wrong price." in said.get_text()
    assert said.select(f'a[href="{reverse("post", args=[sent.variant.post_id])}"]')
    publish.approve_amendment(actor, asked.pk, digest=asked.digest)
    assert attention.count(actor, place.brand) == 0
