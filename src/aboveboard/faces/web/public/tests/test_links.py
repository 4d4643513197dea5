"""Counted links lead where they were stored to lead, and nowhere else."""

import pytest
from django.test import Client

from aboveboard.create.models import Link
from aboveboard.faces.web.public.tests.conftest import Get
from aboveboard.measure.models import Clicks
from aboveboard.measure.tests.making import Place, make_sent, make_variant
from aboveboard.publish.rules import part_key

pytestmark = [pytest.mark.django_db, pytest.mark.urls("aboveboard.faces.web.public.urls")]
AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0"
URL = "https://brackwater.example/shop?utm_source=site"


def test_a_link_in_a_post_is_counted_and_leads_there(place: Place, client: Client) -> None:
    delivery = make_sent(place, f"The shop: {URL}.", links=[URL])
    link = Link.objects.get()
    page = client.get(f"/s/{place.brand.slug}/{part_key(delivery.pk, 0)}").content.decode()
    assert f'href="/l/{link.code}"' in page
    assert "brackwater.example/shop</a>." in page
    answer = client.get(f"/l/{link.code}", headers={"User-Agent": AGENT})
    assert (answer.status_code, answer["Location"]) == (302, URL)
    assert answer["Cache-Control"] == "no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies
    assert Clicks.objects.get().count == 1


@pytest.mark.parametrize(
    ("headers", "method"),
    [
        ({"User-Agent": AGENT}, "head"),
        ({"User-Agent": "Slackbot-LinkExpanding 1.0"}, "get"),
        ({"User-Agent": AGENT, "Sec-Purpose": "prefetch;prerender"}, "get"),
        ({"User-Agent": AGENT, "X-Moz": "prefetch"}, "get"),
        ({}, "get"),
    ],
)
def test_robots_are_led_there_and_not_counted(
    place: Place, client: Client, headers: dict[str, str], method: str
) -> None:
    make_sent(place, links=[URL])
    answer = getattr(client, method)(f"/l/{Link.objects.get().code}", headers=headers)
    assert answer.status_code == 302
    assert Clicks.objects.count() == 0


def test_a_post_request_is_refused(place: Place, client: Client) -> None:
    make_sent(place, links=[URL])
    assert client.post(f"/l/{Link.objects.get().code}").status_code == 405


def test_a_code_that_is_none_is_missing_in_kind_words(get: Get, db: None) -> None:
    page = get("/l/0123456789", 404)
    assert "nothing at this address" in page.get_text()
    assert page.answer["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in page.answer


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "https://a@b.example",
        "ftp://a.example",
        "https://",
    ],
)
def test_what_is_no_web_address_is_never_led_to(place: Place, client: Client, url: str) -> None:
    variant = make_variant(place)
    Link.objects.create(variant=variant, url=url, code="odd")
    assert client.get("/l/odd", headers={"User-Agent": AGENT}).status_code == 404


def test_no_one_can_choose_where_a_link_leads(place: Place, client: Client) -> None:
    make_sent(place, links=[URL])
    code = Link.objects.get().code
    answer = client.get(f"/l/{code}?url=https://evil.example&next=//evil.example")
    assert answer["Location"] == URL
