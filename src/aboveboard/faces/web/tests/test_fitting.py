"""The page on which a picture is cut, and the words that are proposed for it."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image
from tests.desk import Desk, open_desk

from aboveboard.create import actions
from aboveboard.create.actions.cards import Card
from aboveboard.create.models import Asset
from aboveboard.media.tests.drawing import corners, face, saved

pytestmark = pytest.mark.django_db
BY = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def desk() -> Desk:
    return open_desk()


def client_of(desk: Desk) -> Client:
    client = Client()
    client.force_login(desk.house.owner, BY)
    return client


def test_every_channel_stands_there_with_its_cut(desk: Desk) -> None:
    desk.channel("instagram")
    desk.channel("youtube")
    data = saved(face((1_500, 500), (1_250, 230)))
    asset = actions.add_asset(desk.actor, desk.brand.id, name="wall.jpg", data=data)
    page = reverse("fit", args=[asset.pk])
    client = client_of(desk)
    shown = client.get(page).content.decode()
    assert "faces stay whole" in shown
    assert ("Instagram" in shown, "Youtube" in shown) == (True, False)
    assert len(re.findall("data-cut-frame", shown)) == 7, "two channels and five shapes"
    answer = client.post(
        page, {"for": ["1:1", "4:5"], "box-1:1": "0,0,300,300", "box-4:5": "nonsense"}, follow=True
    )
    assert "Made and kept beside the original: 2." in answer.content.decode()
    square = Asset.objects.get(recipe__box=[0, 0, 300, 300])
    assert (square.width, [*square.parts.all()]) == (300, [asset])
    # What was drawn is where one goes on.
    assert 'value="0,0,300,300"' in client.get(page).content.decode()
    answer = client.post(page, {}, headers={"Referer": f"http://testserver{page}"}, follow=True)
    assert "Nothing was chosen." in answer.content.decode()


def test_words_that_stand_in_a_picture_are_proposed(desk: Desk) -> None:
    card = Card("quote", {"quote": "Salt takes time.", "who": "Ilse Maas"})
    (made,) = actions.make_card(desk.actor, desk.brand.id, card, formats=["1:1"])
    client, path = client_of(desk), reverse("propose", args=[made.pk])
    shown = client.get(path).content.decode()
    assert "Salt takes time. " in shown
    assert "Written in the picture" in shown


def test_words_are_proposed_and_not_saved(desk: Desk) -> None:
    exif = Image.Exif()
    exif[0x010E] = "A rake <draws> a line"
    asset = actions.add_asset(
        desk.actor, desk.brand.id, name="a.jpg", data=saved(corners(), exif=exif)
    )
    client = client_of(desk)
    shown = client.get(reverse("propose", args=[asset.pk])).content.decode()
    assert "A rake &lt;draws&gt; a line" in shown
    assert f'data-puts="alt-{asset.pk}"' in shown
    asset.refresh_from_db()
    assert asset.alt == ""
    brief = desk.brief(title="Opening day")
    post = actions.draft_post(desk.actor, brief.id)
    plain = actions.add_asset(desk.actor, desk.brand.id, name="b.jpg", data=saved(corners()))
    path, on = reverse("propose", args=[plain.pk]), post.variants.get().pk
    assert "there is no brief" in client.get(path).content.decode()
    assert "Opening day. We open the new" in client.get(f"{path}?on={on}").content.decode()
