"""By keyboard alone: Today's list, the calendar, the editor."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_j_and_k_walk_today_and_enter_opens(open_page: Open) -> None:
    page = open_page("/")
    rows = page.locator("[data-row]")
    page.keyboard.press("j")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(rows.nth(0)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/posts/|/channels/"))


def test_g_and_a_letter_go_elsewhere_but_not_while_typing(open_page: Open) -> None:
    page = open_page("/calendar/list")
    page.keyboard.press("/")
    expect(page.get_by_label("Search posts")).to_be_focused()
    page.keyboard.type("gt")
    expect(page.get_by_label("Search posts")).to_have_value("gt")
    page.get_by_label("Search posts").blur()
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/calendar/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def test_m_and_arrows_move_a_post_in_the_calendar(studio: Studio, open_page: Open) -> None:
    """The post without a time goes to the first day that is not past, then a day on."""
    page = open_page("/calendar/")
    link = f"a[href='{studio.post('blank')}']"
    page.locator(f"[data-undated] {link}").focus()
    page.keyboard.press("m")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    day = page.locator("[data-day]", has=page.locator(link)).get_attribute("data-day")
    page.keyboard.press("Enter")
    expect(page.locator(".toast")).to_contain_text(["Moved to"])
    page.goto(f"/calendar/list?day={day}")
    expect(page.locator(link)).to_have_count(1)


def test_escape_leaves_a_post_where_it_was(studio: Studio, open_page: Open) -> None:
    page = open_page("/calendar/")
    item = page.locator(f"[data-moves]:has(a[href='{studio.post('approved')}'])")
    before = page.locator("[data-day]", has=item).get_attribute("data-day")
    item.locator("a").focus()
    page.keyboard.press("m")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Escape")
    assert page.locator("[data-day]", has=item).get_attribute("data-day") == before


def test_the_editor_obeys_its_keys(studio: Studio, open_page: Open) -> None:
    page = open_page(studio.post("mixed", "edit"))
    area = page.locator("[data-text]")
    page.keyboard.press("F6")
    page.keyboard.press("F6")
    expect(area).to_be_focused()
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    assert chosen(page) == "2,000"
    page.keyboard.press("F8")
    assert chosen(page) == "130 g"
    page.keyboard.press("Shift+F8")
    assert chosen(page) == "2,000"
    page.keyboard.press("Control+.")
    expect(page.locator(".toast")).to_contain_text(["A model wrote this"])
    expect(page.locator("#note-1")).to_have_class(re.compile(r"\bon\b"))


def test_control_enter_asks_for_review(studio: Studio, open_page: Open) -> None:
    """A finding holds it: it stays here and the page says why."""
    page = open_page(studio.post("mixed", "edit"))
    page.locator("[data-text]").focus()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".toast.stop")).to_contain_text("hold this post")
    expect(page.locator("[data-text]")).to_be_visible()


def test_a_note_mends_what_it_is_about(studio: Studio, open_page: Open) -> None:
    page = open_page(f"{studio.post('mixed', 'edit')}?on={studio.ids['variant']}")
    area = page.locator("[data-text]")
    page.get_by_role("button", name="Use “125 g”").click()
    expect(area).to_have_value(re.compile("Our tins hold 125 g"))
    note = page.locator("[data-note]", has_text="2,000").first
    note.get_by_role("button", name="Take the sentence out").click()
    expect(area).not_to_have_value(re.compile("2,000"))
    expect(area).to_have_value(re.compile("16:00. Children under 12"))
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"Saved \d"))
    for _twice in range(2):
        page.get_by_role("button", name="Undo").click()
    expect(area).to_have_value(re.compile("2,000"))
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"Saved \d"))


def chosen(page: Page) -> str:
    text: str = page.evaluate(
        "(a => a.value.slice(a.selectionStart, a.selectionEnd))(document.activeElement)"
    )
    return text
