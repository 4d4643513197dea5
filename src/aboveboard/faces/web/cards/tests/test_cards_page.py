"""The page of cards: seen as typed, told beside the field, kept in each format, from a post too."""

import base64
import io
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image
from tests.desk import Desk, open_desk

from aboveboard.brand import actions as brands
from aboveboard.brand.rules import Look
from aboveboard.create import actions
from aboveboard.create.models import Asset

pytestmark = pytest.mark.django_db

WHOLE = {
    "template": "quote",
    "f-quote": "Salt takes time.",
    "f-who": "Ilse Maas",
    "scheme": "brand",
    "formats": ["1:1", "16:9"],
    "language": "en",
}


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def desk_page(desk: Desk) -> Client:
    client = Client()
    client.force_login(desk.house.owner, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def seen(html: str) -> list[Image.Image]:
    """The pictures of a preview."""
    found = re.findall(r'src="data:image/png;base64,([^"]+)"', html)
    return [Image.open(io.BytesIO(base64.b64decode(one))) for one in found]


def previewed(desk_page: Client, **changed: Any) -> str:
    answer = desk_page.post(reverse("card_preview"), {**WHOLE, **changed})
    assert answer.status_code == 200
    return answer.content.decode()


def test_before_anybody_has_typed_it_shows_the_names_of_its_fields(desk_page: Client) -> None:
    named = "With the names of its fields, until you type."
    for template in ("quote", "chart", "review"):
        page = desk_page.get(reverse("cards"), {"template": template}).content.decode()
        assert named in page, template
    shown = desk_page.get(reverse("cards"), {"template": "quote"}).content.decode()
    assert "The card as it stands: The words" in shown.replace("“", "").replace("”", "")
    typed = desk_page.post(reverse("card_preview"), WHOLE).content.decode()
    assert named not in typed


def test_every_template_is_offered_in_the_brands_look(desk_page: Client) -> None:
    answer = desk_page.get(reverse("cards")).content.decode()
    names = re.findall(r'src="(/assets/cards/\w+\.png\?[^"]+)"', answer)
    assert len(names) == 7
    for name in names:
        picture = desk_page.get(name)
        with Image.open(io.BytesIO(picture.content)) as opened:
            assert opened.size == (240, 240)
    assert len(seen(answer)) == 1
    assert desk_page.get("/assets/cards/nothing.png").status_code == 404


def test_the_preview_follows_what_is_typed(desk_page: Client) -> None:
    (one,), (other,) = (
        seen(previewed(desk_page)),
        seen(previewed(desk_page, **{"f-quote": "Wind does it."})),
    )
    assert one.tobytes() != other.tobytes()
    (wide,) = seen(previewed(desk_page, look="16:9"))
    assert wide.width > wide.height
    assert not Asset.objects.exists()


def test_what_is_wrong_stands_beside_its_field(desk_page: Client) -> None:
    html = previewed(desk_page, **{"f-quote": "salt and wind " * 60, "f-who": ""})
    (said,) = re.findall(r'<div id="said-f-quote"[^>]*>(.*?)</div></div>', html, re.DOTALL)
    assert "characters too long for the format 16:9" in said
    assert "This is empty" not in html, "nobody came to that field yet"
    answer = desk_page.post(reverse("cards"), {**WHOLE, "f-quote": "salt and wind " * 60})
    assert "characters too long" in answer.content.decode()
    assert not Asset.objects.exists()


def test_words_are_shown_as_words(desk_page: Client) -> None:
    html = previewed(desk_page, **{"f-who": "<script>alert(1)</script>"})
    assert "<script" not in html


def test_it_is_kept_in_each_format(desk_page: Client) -> None:
    answer = desk_page.post(reverse("cards"), WHOLE)
    assert (answer.status_code, answer["Location"]) == (302, reverse("assets"))
    sizes = {(one.width, one.height, one.alt) for one in Asset.objects.all()}
    said = "Salt takes time. Ilse Maas."
    assert sizes == {(1080, 1080, said), (1920, 1080, said)}


def test_colours_that_cannot_be_read_are_told_and_give_way_when_asked(
    desk_page: Client, desk: Desk
) -> None:
    look = Look(colour="#777777", on_colour="#888888", accent="#707070")
    brands.change_brand(
        desk.actor, desk.brand.id, name="B", about="", language="en", zone="UTC", look=look
    )
    html = previewed(desk_page)
    assert "#888888 on #777777 has a contrast of" in html
    assert "The nearest colour that can be read is" in html
    answer = desk_page.post(reverse("cards"), WHOLE)
    assert "is needed to be read" in answer.content.decode()
    assert not Asset.objects.exists()
    html = previewed(desk_page, mends="on")
    assert "is needed to be read" not in html
    assert "#888888 →" in html
    assert desk_page.post(reverse("cards"), {**WHOLE, "mends": "on"}).status_code == 302
    assert Asset.objects.count() == 2


def test_a_posts_words_come_along_and_it_goes_back_there(desk_page: Client, desk: Desk) -> None:
    variant = desk.variant("Salt takes time.\n\nCome by on Saturday.")
    html = desk_page.get(reverse("cards"), {"variant": str(variant.pk), "template": "announcement"})
    assert html.context["form"]["f-headline"].value() == "Salt takes time."
    assert html.context["form"]["f-text"].value() == "Come by on Saturday."
    answer = desk_page.post(reverse("cards"), {**WHOLE, "variant": variant.pk})
    assert answer["Location"] == f"/posts/{variant.post.pk}/edit?on={variant.pk}"


def test_only_the_brands_own_pictures_are_offered(desk_page: Client, desk: Desk) -> None:
    def picture(brand: Any, colour: str) -> Asset:
        file = io.BytesIO()
        Image.new("RGB", (400, 300), colour).save(file, "PNG")
        return actions.add_asset(desk.actor, brand.id, name="a.png", data=file.getvalue())

    own = picture(desk.brand, "#C02020")
    others = picture(brands.create_brand(desk.actor, name="Another"), "#20C020")
    words = {"template": "announcement", "f-headline": "New"}
    (with_own,) = seen(previewed(desk_page, **words, photo=str(own.pk)))
    red, green, _blue = with_own.convert("RGB").getpixel((360, 100))  # type: ignore[misc]
    assert red > 150 > green
    (without,) = seen(previewed(desk_page, **words, photo=str(others.pk)))
    assert without.convert("RGB").getpixel((360, 100)) == (0x2F, 0x4A, 0x52)


def test_the_brands_look_is_set_in_its_form(desk_page: Client, desk: Desk) -> None:
    told = {
        "name": desk.brand.name, "language": "en", "zone": "Europe/Amsterdam",
        "colour": "#777777", "on_colour": "#888888", "accent": "#FFFFFF", "letter": "sans",
    }  # fmt: skip
    answer = desk_page.post(reverse("brand"), told, follow=True).content.decode()
    assert "#888888 is hard to read on #777777" in answer
    desk.brand.refresh_from_db()
    look = Look.model_validate(desk.brand.look)
    assert (look.on_colour, look.letter, look.logo) == ("#888888", "sans", None)
