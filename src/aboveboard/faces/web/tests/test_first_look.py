"""What somebody new meets: a blank sheet, what holds a post, the rules, a new brand, a month."""

import inspect
import re
import sys

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import translation
from tests.desk import Desk, open_desk

from aboveboard.brand.models import Brand, Fact
from aboveboard.brand.rules import Severity
from aboveboard.check.guards import GUARDS
from aboveboard.check.rules import Guard
from aboveboard.create.models import Variant
from aboveboard.faces.web.brands.facts import fact_value
from aboveboard.measure.tests.making import Place, make_delivery
from aboveboard.people.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


def page(desk: Desk, path: str) -> BeautifulSoup:
    client = Client()
    client.force_login(User.objects.get(pk=str(desk.actor.user_id)))
    answer = client.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def sheet(desk: Desk, variant: Variant) -> BeautifulSoup:
    return page(desk, f"/posts/{variant.post_id}/edit?on={variant.pk}")


def test_a_blank_sheet_is_no_fault(desk: Desk) -> None:
    shown = sheet(desk, desk.variant(""))
    assert "Nothing written yet" in shown.select_one(".stands").text  # type: ignore[union-attr]
    assert not shown.select(".notes .note, .base .meter, .st.stop")


def test_what_holds_a_post_comes_first_and_is_led_to(desk: Desk) -> None:
    variant = desk.variant("A tin costs €6.40. Our cream cures cancer, guaranteed.")
    shown = sheet(desk, variant)
    notes = shown.select(".notes .note")
    assert [("stop" in one["class"]) for one in notes] == [True, *[False] * (len(notes) - 1)]
    assert len(notes) > 1
    (link,) = shown.select(".stands a.stop")
    assert link["href"] == f"#{notes[0]['id']}"
    other = desk.variant("Salt.", post=variant.post, channel=desk.channel("mastodon"))
    (link,) = sheet(desk, other).select(".stands a.stop")
    assert link["href"] == f"/posts/{variant.post_id}/edit?on={variant.pk}#note-1"


def test_the_rules_say_what_is_usual_and_what_is_always_looked_at(desk: Desk) -> None:
    shown = page(desk, "/brand/policy/")
    titles = {one.text for one in shown.select("dl.guards dt")}
    assert titles == {guard.title for guard in GUARDS if guard.must}
    usual = shown.select_one("[name=guard_spelling] option")
    assert usual is not None
    assert usual.text == "As usual: hint"
    assert "Words with a common slip in them." in shown.text


@pytest.mark.parametrize("guard", [g for g in GUARDS if g.code != "grammar"])
def test_what_a_guard_usually_does_is_what_it_does(guard: Guard) -> None:
    """Its module names those severities and no other; `grammar` takes those of `spelling`."""
    source = inspect.getsource(sys.modules[type(guard).__module__])
    named = re.findall(r"Severity\.([A-Z]+)", re.sub(r"usual: .*", "", source))
    assert {Severity[one] for one in named} == set(guard.usual)


def test_a_month_with_a_post_that_had_no_time_is_not_empty(desk: Desk) -> None:
    assert "Nothing in this month yet" in page(desk, "/calendar/").text
    variant = desk.variant("Salt.")
    owner = User.objects.get(pk=str(desk.actor.user_id))
    make_delivery(Place(desk.house.workspace, owner, desk.brand, desk.site), variant)
    shown = page(desk, "/calendar/")
    assert variant.post.title in shown.text
    assert "Nothing in this month yet" not in shown.text


def test_the_demo_is_offered_once_and_the_browser_knows_the_zone(desk: Desk) -> None:
    shown = page(desk, "/first-brand")
    assert shown.select_one("select[data-own-zone]")
    assert "Load the demo brand" in shown.text
    Brand.objects.filter(pk=desk.brand.pk).update(demo=True)
    assert "Load the demo brand" not in page(desk, "/first-brand").text


@pytest.mark.parametrize(
    ("kind", "value", "unit", "said"),
    [
        ("weekday", "3", "", "Mittwoch"),
        ("price", "5.4", "EUR", "5,40\xa0€"),
        ("date", "--12-05", "", "5. Dezember"),
        ("date", "--02-29", "", "29. Februar"),
        ("date", "2026-13-40", "", "2026-13-40"),
        ("duration", "1814400", "s", "21 Tage"),
        ("measure", "1250", "g", "1.250 Gramm"),
        ("percent", "38.5", "%", "38,5\xa0%"),
        ("number", "40", "in", "40"),
        ("name", "marit veen", "", "Marit Veen"),
    ],
)
def test_a_fact_is_told_in_words(kind: str, value: str, unit: str, said: str) -> None:
    with translation.override("de"):
        text = "Marit Veen makes salt."
        assert fact_value(Fact(kind=kind, value=value, unit=unit, text=text)) == said
