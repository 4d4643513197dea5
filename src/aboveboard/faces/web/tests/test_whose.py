"""A page of another brand's post stands under that brand's name, and one goes on with it."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from tests.builders import make_workspace
from tests.desk import open_desk

from aboveboard.brand import actions as brands

pytestmark = pytest.mark.django_db
BY = "allauth.account.auth_backends.AuthenticationBackend"


def brand_on(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    name = BeautifulSoup(answer.content, "html.parser").select_one(".brandsw .name")
    assert name
    return name.get_text()


def test_a_post_of_another_brand_is_shown_under_its_own_name() -> None:
    desk = open_desk(name="Saltworks")
    other = brands.create_brand(desk.actor, name="Other House", zone="Asia/Kolkata")
    variant = desk.variant("The pans are full.")
    client = Client()
    client.force_login(desk.house.owner, BY)
    for name, key in (
        ("post", variant.post_id),
        ("review", variant.post_id),
        ("editor", variant.post_id),
        ("revisions", variant.pk),
    ):
        client.get(reverse("work_on", args=[other.pk]))
        assert brand_on(client, reverse("today")) == "Other House"
        assert brand_on(client, reverse(name, args=[key])) == "Saltworks", name
        assert brand_on(client, reverse("today")) == "Saltworks", name


def test_a_strangers_post_changes_nothing() -> None:
    desk, client = open_desk(name="Saltworks"), Client()
    brands.create_brand(desk.actor, name="Other House", zone="UTC")
    client.force_login(desk.house.owner, BY)
    client.get(reverse("today"))
    before = dict(client.session.items())
    theirs = brands.create_brand(make_workspace().actor, name="Theirs", zone="UTC")
    assert client.get(reverse("work_on", args=[theirs.pk])).status_code == 404
    stranger = open_desk(name="Stranger").variant()
    assert client.get(reverse("post", args=[stranger.post_id])).status_code == 404
    assert dict(client.session.items()) == before
