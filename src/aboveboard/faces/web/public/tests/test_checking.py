"""A visitor asks whether a picture or a text is this brand's; the record is a feed and a file."""

import json
import os
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from procrastinate import testing
from procrastinate.contrib.django.procrastinate_app import current_app

from aboveboard.create.actions import add_asset
from aboveboard.create.models import Asset
from aboveboard.disclose.record import verify
from aboveboard.faces.web.public import checking, record_file, tasks
from aboveboard.kernel import clock
from aboveboard.measure.tests.making import (
    Place,
    make_delivery,
    make_place,
    make_sent,
    make_variant,
)
from aboveboard.media.tests.drawing import bars, saved
from aboveboard.people.actors import Actor
from aboveboard.plan.models import Post
from aboveboard.publish import published
from aboveboard.publish.exporting import export
from aboveboard.publish.models import Delivery

pytestmark = [pytest.mark.django_db, pytest.mark.urls("aboveboard.faces.web.public.urls")]

WORDS = "The wind dries the salt, and the tide brings the next of it."


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


@dataclass
class Shown:
    place: Place
    asset: Asset
    delivery: Delivery

    @property
    def sent(self) -> bytes:
        return Path(self.asset.sent_file.path).read_bytes()


@pytest.fixture
def shown(place: Place) -> Shown:
    actor = Actor("person", place.workspace.pk, place.owner.pk, "owner", "Marit")  # type: ignore[arg-type]
    asset = add_asset(actor, place.brand.pk, name="Pans.png", data=saved(bars(), "PNG"), alt="Pans")
    return Shown(place, asset, make_sent(place, WORDS, title="Tide", pictures=[(asset, "Pans")]))


def ask(client: Client, place: Place, **given: object) -> str:
    data = {
        name: SimpleUploadedFile("x", value) if isinstance(value, bytes) else value
        for name, value in given.items()
    }
    answer = client.post(f"/record/{place.brand.slug}/check?lang=en", data)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies
    found = BeautifulSoup(answer.content, "html.parser").select_one(".found")
    assert found
    return found.get_text(" ")


def test_a_picture_is_known_by_its_bytes_then_by_its_looks(shown: Shown, client: Client) -> None:
    exact = ask(client, shown.place, picture=shown.sent)
    assert "Exactly this file went out" in exact
    assert "we signed it" in exact
    assert "Tide" in exact
    original = ask(client, shown.place, picture=saved(bars(), "PNG"))
    assert "made from exactly this file" in original
    assert "Exactly this file went out" not in original
    stripped = ask(client, shown.place, picture=saved(bars(), "JPEG", quality=70))
    assert "looks like" in stripped
    assert "no proof" in stripped
    assert "carries no credential" in stripped
    other = ask(client, shown.place, picture=saved(bars(5), "PNG"))
    assert "We do not know it" in other
    assert "Tide" not in other


def test_a_signed_file_that_was_changed_says_so(shown: Shown, client: Client) -> None:
    data = bytearray(shown.sent)
    at = data.rindex(b"IDAT") + 40
    data[at] ^= 0xFF
    said = ask(client, shown.place, picture=bytes(data))
    assert "Exactly this" not in said
    assert "does not hold" in said or "cannot be looked at" in said


def test_a_text_is_exact_a_part_altered_or_not_known(shown: Shown, client: Client) -> None:
    assert "exactly these words" in ask(client, shown.place, text=f"  {WORDS}\n")
    assert "a part of a post" in ask(
        client, shown.place, text="and the tide brings the next of it."
    )
    altered = client.post(
        f"/record/{shown.place.brand.slug}/check", {"text": WORDS.replace("salt", "sugar")}
    )
    page = BeautifulSoup(altered.content, "html.parser")
    assert [one.get_text() for one in page.select(".differs del")] == ["published: salt,"]
    assert [one.get_text() for one in page.select(".differs ins")] == ["here: sugar,"]
    assert "do not know it" in ask(client, shown.place, text="Nothing of this was ever said by us.")


def test_another_brand_and_what_is_not_out_are_not_known(shown: Shown, client: Client) -> None:
    other = make_place("Other")
    there = "Only there, and nowhere else to be read."
    make_sent(other, there)
    variant = make_variant(shown.place, "Not out yet, and so not to be found by anybody.")
    make_delivery(shown.place, variant, state="waiting")
    assert "do not know it" in ask(client, other, text=WORDS)
    assert "do not know it" in ask(client, other, picture=shown.sent)
    assert "do not know it" in ask(client, shown.place, text=there)
    waiting = "Not out yet, and so not to be found by anybody."
    assert "do not know it" in ask(client, shown.place, text=waiting)
    assert "exactly these words" in ask(client, other, text=there)


def test_what_was_taken_away_is_known_but_not_shown(shown: Shown, client: Client) -> None:
    Post.objects.filter(pk=shown.delivery.variant.post_id).update(removed_at=clock.now())
    said = ask(client, shown.place, text=WORDS)
    assert "taken away since" in said
    assert "Tide" not in said
    assert "do not know it" in ask(client, shown.place, text=WORDS.replace("salt", "sugar"))
    feed = json.loads(client.get(f"/record/{shown.place.brand.slug}/feed.json").content)
    assert WORDS not in json.dumps(feed)
    assert feed["items"][0]["_aboveboard"]["taken_away"]


def test_what_is_too_large_too_often_or_no_picture_is_refused(
    shown: Shown, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "cannot be looked at" in ask(client, shown.place, picture=b"<svg onload=alert(1)>")
    assert "no picture and no text" in ask(client, shown.place, text="  ")
    assert "longer than one post" in ask(client, shown.place, text="x" * 10_001)
    bomb = Image.new("1", (30_000, 30_000))
    assert "cannot be looked at" in ask(client, shown.place, picture=saved(bomb, "PNG"))
    monkeypatch.setattr(checking, "MOST_BYTES", 1_000)
    assert "larger than" in ask(client, shown.place, picture=shown.sent)
    monkeypatch.setattr(checking, "PER_MINUTE", 0)
    assert "Try again in a minute" in ask(client, shown.place, text=WORDS)


def test_nothing_of_what_was_dropped_in_is_kept(
    shown: Shown, client: Client, settings: pytest.FixtureRequest
) -> None:
    root = Path(settings.MEDIA_ROOT)  # type: ignore[attr-defined]
    before = sorted(root.rglob("*"))
    rows = Asset.objects.count()
    ask(client, shown.place, picture=saved(bars(9), "PNG"))
    assert sorted(root.rglob("*")) == before
    assert Asset.objects.count() == rows


def test_the_feed_tells_all_of_a_post_and_nobodys_name(shown: Shown, client: Client) -> None:
    made = [("Salt takes time. ", "person"), ("So do we, and so does the sea.", "model")]
    make_sent(shown.place, made, title="Made", sent_at=clock.now() + timedelta(hours=1))
    path = f"/record/{shown.place.brand.slug}/feed.json"
    answer = client.get(path)
    feed = json.loads(answer.content)
    assert [item["title"] for item in feed["items"]] == ["Made", "Tide"]
    told = feed["items"][0]["_aboveboard"]
    assert told["kind"] == "partly"
    assert told["shares"]["model"] == 65 - 3
    assert told["uses"] == [{"task": "draft", "tool": ""}]
    assert told["approved"]
    picture = feed["items"][1]["_aboveboard"]["pictures"][0]
    assert picture["sent"] == shown.asset.sent_digest
    assert picture["credential"] == "trusted"
    text = answer.content.decode()
    for private in (shown.place.owner.email, str(shown.place.owner.pk), "Marit"):
        assert private not in text
    assert client.get(path, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304
    assert client.get(f"{path}?page=2").status_code == 404


def test_the_file_is_verified_without_a_server(shown: Shown, client: Client) -> None:
    answer = client.get(f"/record/{shown.place.brand.slug}/download")
    data = answer.getvalue()
    found = verify(data.decode().splitlines(keepends=True))
    assert found.ok, found.faults
    assert [post.title for post in found.posts] == ["Tide"]
    for private in (shown.place.owner.email, str(shown.place.owner.pk), "Marit"):
        assert private not in data.decode()


def test_a_long_record_is_written_by_a_job_and_waited_for(
    shown: Shown, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_file, "AT_ONCE", 0)
    monkeypatch.setattr(published, "PAGE", 1)
    address = f"/record/{shown.place.brand.slug}/download"
    kept = testing.InMemoryConnector()
    with current_app.replace_connector(kept):
        for _ in range(2):
            waits = client.get(f"{address}?lang=nl")
            assert (waits.status_code, waits.headers["Retry-After"]) == (503, "3")
            assert waits.headers["Refresh"] == "3"
            assert "0 van 1 berichten" in waits.content.decode()
        assert len(kept.jobs) == 1
        looks: list[str] = []
        writes = export

        def watched(*args: Any, **named: Any) -> Any:
            done = writes(*args, **named)
            looks.append(client.get(f"{address}?lang=en").content.decode())
            return done

        monkeypatch.setattr(record_file, "export", watched)
        for job in kept.jobs.values():
            tasks.write_record.func(**job["args"])
    assert "1 of 1 posts" in looks[0]
    answer = client.get(address)
    assert verify(answer.getvalue().decode().splitlines(keepends=True)).ok
    assert len(looks) == 1
    # A stale file is given out while a new one is asked for.
    os.utime(record_file.path_of(shown.place.brand), (1, 1))
    with current_app.replace_connector(kept):
        kept.reset()
        assert client.get(address).status_code == 200
        assert len(kept.jobs) == 1
