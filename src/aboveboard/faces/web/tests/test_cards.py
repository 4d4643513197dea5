"""The calendar's cards, folded hours and slots, which put their markup together themselves."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest
from bs4 import BeautifulSoup, Tag
from django.utils import translation

from aboveboard.create.words.origins import Shares
from aboveboard.faces.web.calendar.grid import Day, Hour, Slot
from aboveboard.faces.web.choices import ZoneSelect
from aboveboard.faces.web.templatetags.cards import FIXED, card, folded, slot
from aboveboard.publish.standing import ORDER, Standing, Standpoint

POST = Standpoint(
    id=UUID(int=7),
    title="Salt & <b>wind</b>",
    language="hu",
    campaign="",
    day=date(2026, 11, 24),
    clock=time(9, 5),
    zone="Europe/Amsterdam",
    at=datetime(2026, 11, 24, 8, 5, tzinfo=UTC),
    state="draft",
    shares=Shares(people=60, model=40),
    variants=tuple(
        Standing(UUID(int=n), UUID(int=n), network, network, "draft", None)
        for n, network in enumerate(("site", "mastodon", "bluesky"))
    ),
)


def _one(html: str, name: str) -> Tag:
    found = BeautifulSoup(html, "lxml").find(name)
    assert isinstance(found, Tag)
    return found


def test_a_card_says_when_where_what_and_how_it_stands() -> None:
    html = card(POST, may_move=True)
    line = _one(html, "li")
    assert line["data-moves"] == f"/calendar/move/{POST.id}"
    moment = _one(html, "time")
    assert (moment.text, moment["datetime"]) == ("09:05", "2026-11-24T08:05:00+00:00")
    link = _one(html, "a")
    assert link["href"] == f"/posts/{POST.id}/"
    assert link["lang"] == "hu"
    assert link.text == "Salt & <b>wind</b>", "words of people are no markup"
    assert "<b>" not in html
    assert _one(html, "sup").text == "3"
    assert html.count('<svg class="i sm"') == 3
    assert "60" in str(_one(html, "svg")["aria-label"])


@pytest.mark.parametrize("state", ORDER)
def test_what_is_out_or_on_its_way_stays(state: str) -> None:
    html = card(replace(POST, state=state), may_move=True)
    assert ("data-moves" in html) == (state not in FIXED)
    assert "data-moves" not in card(replace(POST, state=state), may_move=False)
    assert ("act" in _one(html, "li")["class"]) == replace(POST, state=state).needs_person


def test_a_post_without_a_time_or_a_network() -> None:
    html = card(replace(POST, at=None, day=None, clock=None, variants=()))
    assert "<time" not in html
    assert "<sup>" not in html


def test_words_are_in_the_readers_language() -> None:
    hour = Slot(date(2026, 11, 24), 9, (POST,), 3)
    said: dict[str, str] = {}
    for language in ("en", "nl", "de", "fr", "hu", "en"):
        with translation.override(language):
            said.setdefault(language, slot(hour, may_move=True))
            assert said[language] == slot(hour, may_move=True), "whoever asked before"
    assert "Tuesday 09:00" in said["en"]
    assert "dinsdag 09:00" in said["nl"]
    assert "3 posts" in said["en"]
    assert len(set(said.values())) == 5


def test_a_slot_takes_a_new_post_unless_it_has_passed() -> None:
    hour = Slot(date(2026, 11, 24), 9, (), 0)
    assert 'href="/posts/new?day=2026-11-24&amp;at=09:00"' in slot(hour, may_move=True)
    assert "/posts/new" not in slot(hour, may_move=False)
    assert "/posts/new" not in slot(replace(hour, past=True), may_move=True)
    assert 'data-hour="09"' in slot(hour)


def test_full_days_are_folded() -> None:
    hours = (Hour(8, 212), Hour(9, 1))
    day = Day(date(2026, 11, 24), (), hours, 213, past=False, other=False, today=False)
    lines = BeautifulSoup(folded(day), "lxml").find_all("li")
    assert [line.text for line in lines] == ["08:00, 212 posts", "09:00, 1 post"]
    assert all("day=2026-11-24" in str(line) for line in lines)
    assert "<a" not in folded(day, linked=False)


def test_zones_are_offered_and_the_chosen_one_is_marked() -> None:
    widget = ZoneSelect()
    html = widget.render("zone", "Europe/Amsterdam", {"id": "zone", "required": True})
    chosen = BeautifulSoup(html, "lxml").select("option[selected]")
    assert [(one["value"], one.text) for one in chosen] == [("Europe/Amsterdam",) * 2]
    assert len(BeautifulSoup(html, "lxml").find_all("option")) > 300
    select = _one(html, "select")
    assert (select["name"], select["id"]) == ("zone", "zone")
    assert "required" in select.attrs
    assert not BeautifulSoup(widget.render("zone", None), "lxml").select("option[selected]")
    assert "<script" not in widget.render("zone", '"><script>')
