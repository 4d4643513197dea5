"""Whoever reads or follows a link leaves nothing behind by which they could be known again."""

import pytest
from django.db import connection
from django.test import Client

from aboveboard.create.models import Link
from aboveboard.measure.models import Clicks
from aboveboard.measure.tests.making import make_place, make_sent
from aboveboard.publish.rules import part_key

SECRETS = {
    "address": "203.0.113.77",
    "browser": "Mozilla/5.0 (Unmistakable; Reader) Gecko/20100101",
    "language": "hu-HU,hu;q=0.9,tlh;q=0.1",
    "came_from": "https://elsewhere.example/private-page",
    "cookie": "visitor-4711-unmistakable",
}


def everything_kept() -> str:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        kept = []
        for table in tables:
            cursor.execute(f'SELECT t::text FROM "{table}" AS t')
            kept += [row for (row,) in cursor.fetchall()]
    assert len(tables) > 30
    return "\n".join(kept)


@pytest.mark.django_db
def test_a_visitor_leaves_nothing_behind() -> None:
    place = make_place()
    url = "https://brackwater.example/shop"
    delivery = make_sent(place, f"The shop: {url}.", links=[url])
    link = Link.objects.get()
    slug = place.brand.slug
    visitor = Client(
        REMOTE_ADDR=SECRETS["address"],
        HTTP_USER_AGENT=SECRETS["browser"],
        HTTP_ACCEPT_LANGUAGE=SECRETS["language"],
        HTTP_REFERER=SECRETS["came_from"],
        HTTP_X_FORWARDED_FOR=SECRETS["address"],
    )
    visitor.cookies["visitor"] = SECRETS["cookie"]
    pages = [
        f"/s/{slug}/",
        f"/s/{slug}/feed.atom",
        f"/s/{slug}/feed.json",
        f"/s/{slug}/{part_key(delivery.pk, 0)}",
        f"/record/{slug}/",
        f"/record/{slug}/{delivery.pk}",
        f"/l/{link.code}",
    ]
    for page in pages:
        answer = visitor.get(page)
        assert answer.status_code in (200, 302), page
        # Nothing is put on the reader's machine, and nothing is fetched from another's.
        assert not answer.cookies, page
        assert "unsafe-url" not in answer.get("Referrer-Policy", ""), page
        body = b"" if answer.streaming else answer.content.lower()
        for outside in (b'<script src="http', b"<iframe", b'<img src="http', b"beacon"):
            assert outside not in body, page
    assert Clicks.objects.get().count == 1
    kept = everything_kept()
    for name, secret in SECRETS.items():
        assert secret not in kept, name
    assert "Unmistakable" not in kept


@pytest.mark.django_db
def test_a_click_is_a_number_in_an_hour() -> None:
    assert {field.name for field in Clicks._meta.get_fields()} == {"id", "link", "hour", "count"}
