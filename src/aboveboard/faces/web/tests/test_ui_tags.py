"""The parts say in words what they show, and escape what people wrote."""

import json

import pytest
from django.template import Context, Template

from aboveboard.faces.web.glyphs import glyphs
from aboveboard.faces.web.tests.test_manuscript import Mark, Passage, passage


def shown(source: str, **context: object) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


def test_an_icon_that_is_not_listed_is_refused() -> None:
    with pytest.raises(ValueError, match=r"icons\.toml"):
        shown("{% icon 'robot' %}")


def test_a_network_without_a_mark_gets_a_globe() -> None:
    assert "#net-" + '"' in shown("{% network_icon 'pigeon' %}")
    assert "#net-mastodon" in shown("{% network_icon 'mastodon' %}")
    assert "mastodon" in glyphs().networks


def test_a_state_has_icon_and_word() -> None:
    html = shown("{% state 'unknown' word='1 unknown' %}")
    assert "#circle-question-mark" in html
    assert "1 unknown" in html


def test_a_meter_keeps_its_order_and_says_its_shares() -> None:
    html = shown("{% meter shares %}", shares={"template": 7, "model": 35, "person": 58})
    assert 'aria-label="people 58 %, model 35 %, template 7 %"' in html
    assert [part.split("%")[0] for part in html.split('<svg width="')[1:]] == [
        "58",
        "35",
        "7",
    ]


def test_an_edge_stands_on_the_people() -> None:
    html = shown("{% edge shares %}", shares={"person": 40, "model": 60})
    assert '<svg y="60%" height="40%"' in html
    assert '<svg y="0%" height="60%"' in html


def test_odds_are_said_only_when_measured() -> None:
    assert "Right 9 of 10 times" in shown("{% odds 9 10 %}")
    assert shown("{% odds 9 10 %}").count('class="o"') == 1
    assert shown("{% odds none none %}", none=None) == "Not measured yet"


def test_a_text_shows_and_says_its_origins_and_findings() -> None:
    pieces = [passage("Salt <b>"), passage("at dusk", "model")]
    html = shown("{% origin_text p m %}", p=pieces, m=[Mark(8, 15, "stop", "1")])
    assert "Salt &lt;b&gt;" in html
    assert '<span class="o-m"><span class="sr">from a model: </span>' in html
    assert '<mark class="bad">at dusk</mark>' in html
    assert 'href="#note-1"' in html


def test_the_wire_form_is_json_in_an_attribute() -> None:
    pieces: list[Passage] = [passage('"é😀'), passage("x", "model")]
    bare = shown("{% autoescape off %}{% wire_runs p %}{% endautoescape %}", p=pieces)
    assert json.loads(bare) == [["person", 3], ["model", 1]]
    assert "&quot;" in shown("{% wire_runs p %}", p=pieces)


def test_initials() -> None:
    assert shown("{{ 'Marit Veen'|initials }} {{ 'jonas@b.example'|initials }}") == "MV JE"
    assert shown("{{ ''|initials }}") == ""
