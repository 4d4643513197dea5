"""A brand's site: its posts in order, each at its address, without a script or a cookie."""

import io
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from PIL import Image

from aboveboard.faces.web.public.tests.conftest import Get
from aboveboard.kernel import clock
from aboveboard.measure.tests.making import (
    Place,
    make_approval,
    make_asset,
    make_channel,
    make_delivery,
    make_place,
    make_sent,
    make_variant,
)
from aboveboard.plan.models import Post
from aboveboard.publish.models import State
from aboveboard.publish.rules import part_key

pytestmark = [pytest.mark.django_db, pytest.mark.urls("aboveboard.faces.web.public.urls")]


def png(colour: str = "#2F4A52") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (4, 3), colour).save(file, "PNG")
    return file.getvalue()


def titles(soup: BeautifulSoup) -> list[str]:
    return [heading.get_text() for heading in soup.select("article :is(h1, h2)")]


def test_posts_come_newest_first_on_pages_of_twenty(place: Place, get: Get) -> None:
    now = clock.now()
    for number in range(23):
        make_sent(place, title=f"Post {number}", sent_at=now - timedelta(hours=number))
    home = f"/s/{place.brand.slug}/"
    first, second = get(home), get(f"{home}?page=2")
    assert titles(first) == [f"Post {number}" for number in range(20)]
    assert titles(second) == ["Post 20", "Post 21", "Post 22"]
    assert first.select_one('nav a[rel="next"]')["href"] == "?page=2"
    for wrong in ("0", "3", "x", "-1", "9999999999", "١"):
        assert "nothing at this address" in get(f"{home}?page={wrong}", 404).get_text()


def test_a_page_takes_few_queries_however_many_posts(
    place: Place, client: Client, django_assert_max_num_queries: Any
) -> None:
    for _ in range(20):
        make_sent(place, "See https://brackwater.example/a", links=["https://brackwater.example/a"])
    with django_assert_max_num_queries(8):
        client.get(f"/s/{place.brand.slug}/")


def test_an_empty_site_says_what_comes(place: Place, get: Get) -> None:
    assert "Nothing is published here yet." in get(f"/s/{place.brand.slug}/").get_text()


def test_a_post_has_one_address_and_the_others_lead_there(place: Place, client: Client) -> None:
    delivery = make_sent(place)
    key = part_key(delivery.pk, 0)
    home = f"/s/{place.brand.slug}"
    assert client.get(f"{home}/{key}").status_code == 200
    for other in (f"{home}/{key}/", f"{home}/{delivery.pk}", f"{home}/{delivery.pk}/"):
        answer = client.get(other)
        assert (answer.status_code, answer["Location"]) == (301, f"{home}/{key}")
    assert delivery.out.get().url.endswith(f"{home}/{key}")


def test_a_post_shows_its_words_pictures_label_and_record(place: Place, get: Get) -> None:
    picture = make_asset(place.brand, png())
    delivery = make_sent(
        place,
        [("Het zout is binnen. ", "person"), ("Kom proeven.", "model")],
        title="Zout",
        language="nl",
        pictures=[(picture, "Een berg zout")],
    )
    page = get(f"/s/{place.brand.slug}/{part_key(delivery.pk, 0)}")
    article = page.select_one("article")
    assert article["lang"] == "nl"
    assert page.select_one(".words").get_text() == "Het zout is binnen. Kom proeven."
    said = page.select_one(".said").get_text()
    assert said == "Deels gemaakt met AI, goedgekeurd door een mens"
    assert page.get_text().count(said) == 1, "the label stands once, apart from the words"
    image = page.select_one("article img")
    assert (image["alt"], image["width"], image["height"]) == ("Een berg zout", "1", "1")
    record = page.select_one(".made a")["href"]
    assert record == f"/record/{place.brand.slug}/{delivery.pk}"
    assert get(record)


def test_a_post_without_a_label_says_how_the_record_names_it(place: Place, get: Get) -> None:
    delivery = make_sent(place, language="hu", words="A só megérkezett.")
    page = get(f"/s/{place.brand.slug}/{part_key(delivery.pk, 0)}")
    assert page.select_one(".said").get_text() == "Emberek írták"


def test_markup_in_titles_words_and_alt_stays_text(place: Place, get: Get) -> None:
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(2)>'
    place.brand.name, place.brand.about = f"Salt {evil}", evil
    place.brand.save()
    delivery = make_sent(place, evil, title=evil, pictures=[(make_asset(place.brand, png()), evil)])
    slug = place.brand.slug
    site = [f"/s/{slug}/", f"/s/{slug}/{part_key(delivery.pk, 0)}"]
    for path in [*site, f"/record/{slug}/", f"/record/{slug}/{delivery.pk}"]:
        page = get(path)
        assert page.find_all("script") == []
        assert page.find_all(onerror=True) == []
        assert page.select('img[src="x"]') == []
        assert evil in page.get_text() or slug in path


def test_text_from_right_to_left_keeps_its_direction(place: Place, get: Get) -> None:
    words = "המלח הגיע. https://brackwater.example/מלח"
    delivery = make_sent(place, words, title="מלח \u202eevil")
    page = get(f"/s/{place.brand.slug}/{part_key(delivery.pk, 0)}")
    assert page.select_one("h1")["dir"] == "auto"
    assert page.select_one(".words p")["dir"] == "auto"
    assert "המלח הגיע." in page.select_one(".words").get_text()
    assert page.select_one(".words a")["href"] == "https://brackwater.example/מלח"


def test_a_long_post_is_opened_on_its_own_page(place: Place, get: Get) -> None:
    words = "\n\n".join(f"Paragraph {number}. {'Salt. ' * 30}" for number in range(12))
    delivery = make_sent(place, words)
    home = get(f"/s/{place.brand.slug}/")
    assert home.select_one(".more a")["href"] == f"/s/{place.brand.slug}/{part_key(delivery.pk, 0)}"
    assert "Paragraph 11" not in home.get_text()
    assert "Paragraph 11" in get(home.select_one(".more a")["href"]).get_text()


def test_pages_carry_no_script_no_cookie_and_a_strict_policy(place: Place, client: Client) -> None:
    delivery = make_sent(place)
    slug = place.brand.slug
    for path in (f"/s/{slug}/", f"/s/{slug}/{part_key(delivery.pk, 0)}", f"/record/{slug}/"):
        answer = client.get(path, headers={"Cookie": "theme=dark"})
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src" not in policy
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")
        text = answer.content.decode()
        assert "<script" not in text
        assert "style=" not in text
        assert "http://fonts" not in text
        assert answer["Content-Language"] == "en"


def test_the_page_speaks_the_brands_language_whoever_asks(client: Client) -> None:
    place = make_place(language="de")
    answer = client.get(f"/s/{place.brand.slug}/", headers={"Accept-Language": "fr"})
    assert b'<html lang="de">' in answer.content


@pytest.mark.parametrize("path", ["", "feed.atom", "feed.json"])
def test_who_has_it_gets_304_until_something_changes(
    place: Place, client: Client, path: str
) -> None:
    url = f"/s/{place.brand.slug}/{path}"
    first = make_sent(place, sent_at=clock.now() - timedelta(days=1))
    answer = client.get(url)
    known = {"If-None-Match": answer["ETag"]}
    since = {"If-Modified-Since": answer["Last-Modified"]}
    again = client.get(url, headers=known)
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
    assert client.get(url, headers=since).status_code == 304
    assert client.head(url).status_code == 200
    make_sent(place, title="Another", sent_at=clock.now())
    assert client.get(url, headers=known).status_code == 200
    assert client.get(url, headers=since).status_code == 200
    answer = client.get(url)
    Post.objects.filter(pk=first.variant.post_id).update(
        removed_at=clock.now() + timedelta(seconds=2)
    )
    assert client.get(url, headers={"If-None-Match": answer["ETag"]}).status_code == 200
    assert (
        client.get(url, headers={"If-Modified-Since": answer["Last-Modified"]}).status_code == 200
    )


def test_a_post_that_was_taken_away_says_so(place: Place, get: Get) -> None:
    delivery = make_sent(place, title="Gone tomorrow")
    Post.objects.filter(pk=delivery.variant.post_id).update(removed_at=clock.now())
    page = get(f"/s/{place.brand.slug}/{part_key(delivery.pk, 0)}", 410)
    assert "taken away" in page.get_text()
    assert "Gone tomorrow" not in page.get_text()
    assert titles(get(f"/s/{place.brand.slug}/")) == []
    assert get(f"/record/{place.brand.slug}/{delivery.pk}"), "its record stays"


# -- what must never show ----------------------------------------------------------------------


def everything(client: Client, place: Place, *deliveries: Any) -> str:
    """All that the public can fetch of a brand, as one text."""
    slug = place.brand.slug
    paths = [f"/s/{slug}/", f"/s/{slug}/feed.atom", f"/s/{slug}/feed.json", f"/record/{slug}/"]
    for delivery in deliveries:
        paths += [f"/s/{slug}/{delivery.pk}", f"/s/{slug}/{part_key(delivery.pk, 0)}"]
        paths += [f"/record/{slug}/{delivery.pk}"]
    return "".join(client.get(path, follow=True).content.decode() for path in paths)


@pytest.mark.parametrize("state", [state for state in State.values if state != "sent"])
def test_only_what_is_sent_shows(place: Place, client: Client, state: str) -> None:
    picture = make_asset(place.brand, png())
    variant = make_variant(
        place, "A secret word.", title="Secret title", pictures=[(picture, "Secret alt")]
    )
    delivery = make_delivery(place, variant, state=state)
    assert "ecret" not in everything(client, place, delivery)
    assert client.get(f"/s/{place.brand.slug}/media/{picture.digest}").status_code == 404


def test_drafts_and_approved_posts_do_not_show(place: Place, client: Client) -> None:
    make_variant(place, "A secret word.", title="Secret draft")
    make_approval(place, make_variant(place, "A secret word.", title="Secret approved"))
    assert "ecret" not in everything(client, place)


def test_other_channels_posts_are_in_the_record_only(place: Place, client: Client) -> None:
    delivery = make_sent(
        place, "A word for elsewhere.", channel=make_channel(place.brand, "mastodon")
    )
    slug = place.brand.slug
    assert "elsewhere" not in client.get(f"/s/{slug}/").content.decode()
    assert client.get(f"/s/{slug}/{delivery.pk}").status_code == 404
    assert client.get(f"/record/{slug}/{delivery.pk}").status_code == 200


def test_a_brand_shows_nothing_of_another(place: Place, client: Client) -> None:
    other = make_place("Femke’s", slug="femke")
    picture = make_asset(other.brand, png("#123456"))
    delivery = make_sent(
        other, "A secret word.", title="Secret", pictures=[(picture, "Secret alt")]
    )
    assert "ecret" not in everything(client, place, delivery)
    assert client.get(f"/s/{place.brand.slug}/media/{picture.digest}").status_code == 404
    assert client.get(f"/s/femke/media/{picture.digest}").status_code == 200
    assert client.get("/s/nobody/").status_code == 404


def test_a_row_that_was_written_past_the_guards_does_not_show(place: Place, client: Client) -> None:
    delivery = make_sent(place, "A plain word.", title="Plain")
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            "UPDATE publish_delivery SET payload = replace(payload, 'plain', 'secret')"
            " WHERE id = %s",
            [delivery.pk],
        )
        cursor.execute("SET session_replication_role = origin")
    slug = place.brand.slug
    for path in (f"/s/{slug}/", f"/s/{slug}/feed.atom", f"/s/{slug}/feed.json"):
        assert "secret" not in client.get(path).content.decode()
    assert client.get(f"/s/{slug}/{delivery.pk}").status_code == 404
    record = client.get(f"/record/{slug}/").content.decode()
    assert "0 of 1" in record
    assert "No approval fits it" in record
    assert (
        "not what the approval binds"
        in client.get(f"/record/{slug}/{delivery.pk}").content.decode()
    )


# -- pictures ----------------------------------------------------------------------------------


def test_a_picture_of_a_sent_post_is_served_safely(place: Place, client: Client) -> None:
    data = png()
    asset = make_asset(place.brand, data)
    path = f"/s/{place.brand.slug}/media/{asset.digest}"
    assert client.get(path).status_code == 404
    make_sent(place, f"The words {asset.digest} are no picture.")
    assert client.get(path).status_code == 404
    delivery = make_sent(place, pictures=[(asset, "Salt")])
    answer = client.get(path)
    assert (answer.status_code, b"".join(answer)) == (200, data)
    assert answer["Content-Type"] == "image/png"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in answer["Cache-Control"]
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert client.get(path, headers={"If-None-Match": answer["ETag"]}).status_code == 304
    Post.objects.filter(pk=delivery.variant.post_id).update(removed_at=clock.now())
    assert client.get(path).status_code == 404
    assert client.get(f"/s/{place.brand.slug}/media/{'0' * 64}").status_code == 404


def test_a_picture_whose_file_is_gone_is_missing_in_kind_words(place: Place, get: Get) -> None:
    asset = make_asset(place.brand, png())
    make_sent(place, pictures=[(asset, "Salt")])
    asset.file.delete(save=False)
    assert (
        "nothing at this address"
        in get(f"/s/{place.brand.slug}/media/{asset.digest}", 404).get_text()
    )
