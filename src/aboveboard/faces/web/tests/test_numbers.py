"""Numbers in attributes have a decimal point, also where the language writes a comma."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from aboveboard.create.actions import save_text
from aboveboard.create.models import Variant
from aboveboard.create.words.origins import Pasted
from aboveboard.faces.web.editor.notes import _written_as
from aboveboard.faces.web.tests.test_rights import ALL, Things, address, signed_in, things
from aboveboard.measure.tests.making import make_place, make_sent
from aboveboard.people.models import User

pytestmark = pytest.mark.django_db
__all__ = ["things"]

TEMPLATES = Path(__file__).parents[1] / "templates"
# Words for readers, and what people typed; all else that a comma parts is a list of numbers.
WORDS = {"alt", "aria-label", "content", "title", "value", "placeholder", "data-runs", "data-marks"}
# A third of the words each: no share of them is a whole number.
THIRDS = [("Salt takes time. ", "person"), ("Salt takes time. ", "model"), ("So.", "template")]

# The pages of the studio that draw by numbers.
PAGES = ("post", "editor", "review", "calendar", "cards", "fit", "models")


def commas(html: bytes) -> Iterator[str]:
    """The attributes that hold a number with a comma, where a browser reads one number."""
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        for name, value in tag.attrs.items():
            if name not in WORDS and re.fullmatch(r"-?\d+,\d+(%|px)?", str(value)):
                yield f'<{tag.name} {name}="{value}">'


def test_the_studio_in_german(things: Things) -> None:
    User.objects.filter(pk=things.house.owner.pk).update(language="de")
    client = signed_in(things.house.owner.pk)
    variant = Variant.objects.get(pk=things.ids["variant_id"])
    assert variant.head
    text = f"{variant.head.text} So does the sea."
    pasted = [Pasted("So does the sea.", "")]
    save_text(things.house.actor, variant.pk, text, base=variant.head.number, pasted=pasted)
    for name in PAGES:
        answer = client.get(address(name, dict(ALL)[name], things))
        assert answer.status_code == 200, name
        assert not [*commas(answer.content)], name


@pytest.mark.parametrize("language", ["de", "hu"])
def test_the_record(client: Client, settings: object, language: str) -> None:
    place = make_place()
    sent = make_sent(place, THIRDS)
    for name, rest in (("public_record", []), ("public_record_post", [sent.pk])):
        path = reverse(
            name, args=[place.brand.slug, *rest], urlconf="aboveboard.faces.web.public.urls"
        )
        html = client.get(f"{path}?lang={language}").content
        assert b"<svg" in html
        assert not [*commas(html)], name


def test_a_figure_in_an_attribute_goes_through_plain() -> None:
    written = r'\s[\w-]+="[^"{]*\{\{[^"}]*\|(floatformat|unlocalize|stringformat)[^"}]*\}\}%?"'
    for one in TEMPLATES.rglob("*.html"):
        assert not re.search(written, one.read_text()), one.name


@pytest.mark.parametrize(
    ("words", "other", "put"),
    [
        ("40 €", "€45", "45 €"),
        ("€6.40", "7.20 €", "€7.20"),
        ("40 €", "45 euros", "45 euros"),
        ("3,300", "600", "600"),
        ("drei", "40", "40"),
    ],
)
def test_a_figure_of_the_file_stands_as_the_writers_does(words: str, other: str, put: str) -> None:
    assert _written_as(words, other) == put
