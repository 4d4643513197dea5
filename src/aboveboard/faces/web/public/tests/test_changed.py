"""What was given other words or taken down shows on the site; media are handed to networks."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from aboveboard.faces.web.public.dates import exact
from aboveboard.faces.web.public.tests.conftest import Get
from aboveboard.kernel import clock
from aboveboard.measure.tests.making import Place, amended, make_asset, make_sent
from aboveboard.publish.handing import LASTS, media_url
from aboveboard.publish.models import Amendment

pytestmark = [pytest.mark.django_db, pytest.mark.urls("aboveboard.faces.web.public.urls")]


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


def test_the_record_tells_that_and_when_it_was_taken_down(
    place: Place, get: Get, client: Client
) -> None:
    before = clock.now() - timedelta(days=1)
    gone = make_sent(place, "Not this.", title="Wrong price", sent_at=before)
    home = f"/record/{place.brand.slug}/"
    assert "Read it" in get(f"{home}{gone.pk}").get_text()
    amended(gone, "delete")
    when = exact(place.brand, Amendment.objects.get().done_at or clock.now(), "en")
    own = get(f"{home}{gone.pk}")
    assert f"This post was taken down: {when}." in own.get_text()
    assert "Read it" not in own.get_text()
    assert "Wrong price" not in own.get_text()
    row = get(home).select_one("table.posts tbody tr").get_text()
    assert "A post that was taken down" in row
    assert f"Taken down {when}" in row
    (item,) = client.get(f"{home}feed.json").json()["items"]
    assert item["title"] == "A post that was taken down"
    assert when in item["content_text"]
    assert item["date_modified"] > item["date_published"]


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
