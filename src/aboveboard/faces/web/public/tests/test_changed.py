"""What was given other words or taken down shows on the site; media are handed to networks."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from aboveboard.faces.web.public.tests.conftest import Get
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.measure.tests.making import Place, make_asset, make_sent
from aboveboard.people.models import Membership
from aboveboard.publish.amending import Kind, Wanted
from aboveboard.publish.handing import LASTS, media_url
from aboveboard.publish.models import Amendment, Delivery

pytestmark = [pytest.mark.django_db, pytest.mark.urls("aboveboard.faces.web.public.urls")]


def amended(delivery: Delivery, kind: Kind, *parts: str) -> None:
    """A change that was approved and carried out."""
    wanted = Wanted(delivery=str(delivery.pk), kind=kind, parts=parts)
    owner = Membership.objects.filter(role="owner").order_by("-id").first()
    assert owner
    row = Amendment.objects.create(
        delivery=delivery,
        kind=kind,
        payload=wanted.canonical,
        digest=sha256(wanted.canonical),
        asked_at=clock.now(),
    )
    row.state, row.approved_by_id, row.approved_at = "approved", owner.user_id, clock.now()
    row.save()
    row.state, row.done_at = "done", clock.now()
    row.save()


def test_other_words_stand_on_the_page_and_in_the_feeds(
    place: Place, get: Get, client: Client
) -> None:
    delivery = make_sent(place, "Salt from Jnue.", sent_at=clock.now() - timedelta(days=1))
    amended(delivery, "edit", "Salt from June.")
    home = f"/s/{place.brand.slug}/"
    page = get(home).get_text()
    assert "Salt from June." in page
    assert "Jnue" not in page
    feed = client.get(f"{home}feed.atom").content.decode()
    published, updated = (
        re.search(rf"<{name}>([^<]+)</{name}>", feed.partition("<entry")[2])
        for name in ("published", "updated")
    )
    assert published
    assert updated
    assert updated[1] > published[1]


def test_what_was_taken_down_is_gone(place: Place, get: Get) -> None:
    kept, gone = make_sent(place, "This stays."), make_sent(place, "Not this.")
    amended(gone, "delete")
    home = f"/s/{place.brand.slug}/"
    page = get(home).get_text()
    assert "This stays." in page
    assert "Not this." not in page
    assert kept.pk != gone.pk
    get(f"{home}{gone.pk}", 410)


def test_a_network_fetches_what_it_was_given_and_nothing_else(
    place: Place, client: Client, settings: Any
) -> None:
    asset = make_asset(place.brand, b"the bytes of a picture")
    assert media_url(asset.pk, asset.mime) == ""
    settings.PUBLIC_URL = "https://studio.example"
    url = media_url(asset.pk, asset.mime)
    assert url.startswith("https://studio.example/m/")
    assert url.endswith(".png")
    path = url.removeprefix("https://studio.example")
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/png"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    for other in (path.replace("/m/", "/m/0"), "/m/nothing", f"/m/{asset.pk}"):
        assert client.get(other).status_code == 404
    with time_machine.travel(clock.now() + LASTS + timedelta(minutes=1)):
        assert client.get(path).status_code == 404
