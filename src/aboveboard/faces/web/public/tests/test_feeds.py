"""A feed reader's library reads Atom over real HTTP, and what it knows an entry by stays.

The library knows no JSON Feed; that is held to the specification's own terms instead.
"""

import json
from datetime import datetime, timedelta
from typing import Any, Literal

import feedparser
import httpx
import pytest
from django.test import Client
from pydantic import BaseModel, ConfigDict, Field

from aboveboard.kernel import clock
from aboveboard.measure.tests.making import Place, make_asset, make_sent
from aboveboard.plan.models import Post

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.urls("aboveboard.faces.web.public.urls"),
]
EVIL = "<script>alert(1)</script> & ]]> \u2028 \ufffe"


@pytest.fixture
def here(settings: Any, live_server: Any) -> str:
    """The address of a server that believes to be public there."""
    settings.PUBLIC_URL = live_server.url
    return str(live_server.url)


@pytest.fixture
def filled(place: Place) -> Place:
    now = clock.now()
    picture = make_asset(place.brand, b"\x89PNG not quite")
    make_sent(
        place,
        "Das Salz ist da.\n\nKommt vorbei: https://brackwater.example/x?a=1&b=2",
        title="Salz & Meer",
        language="de",
        links=["https://brackwater.example/x?a=1&b=2"],
        sent_at=now - timedelta(days=2),
    )
    make_sent(
        place,
        [("Fresh salt. ", "person"), ("Come and taste it today.", "model")],
        title="Fresh",
        pictures=[(picture, "A heap of “salt”")],
        sent_at=now - timedelta(days=1),
    )
    make_sent(place, f"המלח {EVIL}", title=f"מלח {EVIL}", sent_at=now - timedelta(hours=1))
    return place


def test_a_reader_library_reads_atom(filled: Place, here: str) -> None:
    url = f"{here}/s/{filled.brand.slug}/feed.atom"
    feed = feedparser.parse(url)
    assert feed.bozo == 0, feed.get("bozo_exception")
    assert feed.version == "atom10"
    assert feed.headers["content-type"] == "application/atom+xml; charset=utf-8"
    assert feed.feed.title == "Brackwater Saltworks"
    assert feed.feed.author == "Brackwater Saltworks"
    assert feed.feed.id == f"urn:uuid:{filled.brand.pk}"
    assert {link.rel: link.href for link in feed.feed.links}["self"] == url
    assert [entry.title for entry in feed.entries][1:] == ["Fresh", "Salz & Meer"]
    fresh = feed.entries[1]
    assert fresh.enclosures[0].type == "image/png"
    assert httpx.get(fresh.enclosures[0].href).content == b"\x89PNG not quite"
    assert int(fresh.enclosures[0].length) == len(b"\x89PNG not quite")
    assert fresh.tags[0].term == "partly"
    assert fresh.tags[0].label == "Partly made with AI"
    assert "Partly made with AI, approved by a person" in fresh.content[0].value
    assert fresh.content[0].language == "en"
    assert feed.entries[2].content[0].language == "de"
    for entry in feed.entries:
        assert httpx.get(entry.link).status_code == 200
        assert entry.published_parsed == entry.updated_parsed
        assert "<script" not in entry.content[0].value
    assert feed.feed.updated_parsed >= feed.entries[0].updated_parsed


def test_a_link_in_a_feed_leads_through_the_counted_address(filled: Place, here: str) -> None:
    feed = feedparser.parse(f"{here}/s/{filled.brand.slug}/feed.atom")
    assert f'href="{here}/l/' in feed.entries[2].content[0].value


class Strict(BaseModel):
    """https://www.jsonfeed.org/version/1.1/: these keys, these types, and `_` for one's own."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Author(Strict):
    name: str
    url: str


class Attachment(Strict):
    url: str
    mime_type: str
    title: str
    size_in_bytes: int


class Item(Strict):
    id: str
    url: str
    title: str
    content_html: str
    content_text: str
    language: str
    date_published: str
    date_modified: str
    image: str = ""
    attachments: list[Attachment] = []
    ours: dict[str, object] = Field(alias="_aboveboard")


class JsonFeed(Strict):
    version: Literal["https://jsonfeed.org/version/1.1"]
    title: str
    home_page_url: str
    feed_url: str
    language: str
    authors: list[Author]
    items: list[Item]


def test_the_json_feed_keeps_to_its_specification(filled: Place, here: str) -> None:
    url = f"{here}/s/{filled.brand.slug}/feed.json"
    answer = httpx.get(url)
    JsonFeed.model_validate_json(answer.content)
    feed = answer.json()
    assert len(feed["items"]) == 3
    assert feed["feed_url"] == url
    assert httpx.get(feed["home_page_url"]).status_code == 200
    assert feed["language"] == "en"
    for each in feed["items"]:
        assert httpx.get(each["url"]).status_code == 200
        assert datetime.fromisoformat(each["date_published"]).tzinfo
        assert "<script" not in each["content_html"]
    item = feed["items"][1]
    assert item["id"].startswith("urn:uuid:")
    assert item["image"] == item["attachments"][0]["url"]
    assert item["attachments"][0]["size_in_bytes"] == len(b"\x89PNG not quite")
    assert "Fresh salt." in item["content_text"]
    ours = item["_aboveboard"]
    assert ours["label"] == {
        "kind": "partly",
        "text": "Partly made with AI, approved by a person",
        "ai": True,
    }
    assert httpx.get(ours["record"]).status_code == 200
    assert len(ours["sha256"]) == 64
    assert "hubs" not in feed


def test_both_feeds_name_an_entry_alike_and_for_good(
    filled: Place, here: str, settings: Any
) -> None:
    home = f"{here}/s/{filled.brand.slug}"
    before = [entry.id for entry in feedparser.parse(f"{home}/feed.atom").entries]
    assert before == [item["id"] for item in httpx.get(f"{home}/feed.json").json()["items"]]
    body = httpx.get(f"{home}/feed.atom").text
    # People go on working on what is out: the brand gets a new name, posts new titles.
    Post.objects.update(title="Another title")
    filled.brand.name = "Brackwater & Daughters"
    filled.brand.save()
    settings.PUBLIC_URL = here.replace("localhost", "127.0.0.1")
    after = feedparser.parse(f"{home}/feed.atom")
    assert [entry.id for entry in after.entries] == before
    assert "Another title" not in httpx.get(f"{home}/feed.atom").text, "what was approved stays"
    assert httpx.get(f"{home}/feed.atom").text != body


def test_a_reader_that_has_it_is_sent_nothing(filled: Place, here: str) -> None:
    url = f"{here}/s/{filled.brand.slug}/feed.atom"
    first = feedparser.parse(url)
    again = feedparser.parse(url, etag=first.etag)
    assert (again.status, again.entries) == (304, [])
    again = feedparser.parse(url, modified=first.modified)
    assert again.status == 304
    make_sent(filled, title="New")
    assert feedparser.parse(url, etag=first.etag).entries[0].title == "New"


def test_the_site_tells_where_its_feeds_are(filled: Place, here: str) -> None:
    page = httpx.get(f"{here}/s/{filled.brand.slug}/").text
    for kind in ("application/atom+xml", "application/feed+json"):
        assert f'<link rel="alternate" type="{kind}"' in page


def test_a_hub_is_named_where_there_is_one(
    filled: Place, client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = "https://hub.example/"
    monkeypatch.setattr("aboveboard.faces.web.public.feeds.hub", lambda: address)
    slug = filled.brand.slug
    atom = client.get(f"/s/{slug}/feed.atom")
    assert atom["Link"] == (
        f'<{address}>; rel="hub", <{settings.PUBLIC_URL}/s/{slug}/feed.atom>; rel="self"'
    )
    links = feedparser.parse(atom.content).feed.links
    assert [link.href for link in links if link.rel == "hub"] == [address]
    feed = json.loads(client.get(f"/s/{slug}/feed.json").content)
    assert feed["hubs"] == [{"type": "WebSub", "url": address}]


def test_feeds_may_be_read_from_pages_elsewhere(filled: Place, client: Client) -> None:
    answer = client.get(f"/s/{filled.brand.slug}/feed.json")
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["Content-Type"] == "application/feed+json; charset=utf-8"
    assert not answer.cookies


def test_an_empty_feed_is_a_feed(place: Place, here: str) -> None:
    feed = feedparser.parse(f"{here}/s/{place.brand.slug}/feed.atom")
    assert (feed.bozo, feed.entries) == (0, [])
    assert feed.feed.updated
    assert httpx.get(f"{here}/s/{place.brand.slug}/feed.json").json()["items"] == []
    assert httpx.get(f"{here}/s/nobody/feed.atom").status_code == 404
