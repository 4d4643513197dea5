"""The editor's margin and the places that take a file, by hand and eye: what is seen, and where."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTHS = (1280, 390)


def clicks_a_mark(page: Page, words: str) -> None:
    """The textarea lies over the mark: a click where the mark is meets the textarea.

    Found and measured in one go, for the marks are drawn anew whenever the findings come.
    """
    x, y = page.locator(".under mark", has_text=words).evaluate_all(
        "all => { const box = all[0].getClientRects()[0]; return [box.x + 4, box.y + 8]; }"
    )
    page.mouse.click(x, y)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_click_on_marked_words_shows_their_note(
    studio: Studio, open_page: Open, width: int
) -> None:
    page = open_page(f"{studio.post('mixed', 'edit')}?on={studio.ids['variant']}", width=width)
    expect(page.locator(".under mark", has_text="2,000")).to_be_visible()
    clicks_a_mark(page, "2,000")
    note = page.locator(".note.shown")
    expect(note).to_contain_text("2,000")
    expect(note).to_be_in_viewport(ratio=0.99)
    expect(page.locator("[data-text]")).to_be_in_viewport()
    page.keyboard.press("Control+End")
    expect(note).to_have_count(0)


def test_the_line_that_counts_findings_leads_to_them(studio: Studio, open_page: Open) -> None:
    page = open_page(f"{studio.post('mixed', 'edit')}?on={studio.ids['variant']}")
    page.locator(".stands a.stop").click()
    expect(page.locator(".note.stop:target")).to_be_in_viewport()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_save_that_is_refused_says_so_once_and_within_the_page(
    studio: Studio, open_page: Open, width: int
) -> None:
    page = open_page(studio.post("draft", "edit"), width=width)
    area = page.locator("[data-text]")
    area.fill("salt " * 20_001)
    expect(page.locator(".toast.stop")).to_contain_text("100,005 characters")
    area.press("Control+End")
    area.press_sequentially(" more")
    expect(page.locator("[data-saved]")).to_contain_text("100,010 characters")
    expect(page.locator(".toast.stop")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("localStorage.clear()")


def test_lines_break_alike_over_and_under(studio: Studio, open_page: Open) -> None:
    """What says the number of a note takes no room and covers no letter."""
    page = open_page(f"{studio.post('mixed', 'edit')}?on={studio.ids['variant']}")
    refs = page.locator(".under .refs")
    expect(refs.first).to_be_visible()
    lowest = refs.evaluate_all(
        """all => Math.max(...all.map(one => {
            const line = one.previousSibling.getClientRects();
            return one.firstChild.getBoundingClientRect().bottom - line[line.length - 1].top;
        }))"""
    )
    # The letters' own box begins above their tallest stroke; a third of it may be shared.
    assert lowest < 6


def test_all_of_the_dashed_zone_takes_a_file(studio: Studio, open_page: Open) -> None:
    page = open_page(f"/record/{studio.ids['slug']}/")
    zone = page.locator(".drop").bounding_box()
    assert zone
    page.evaluate("y => scrollTo(0, y - 100)", zone["y"])
    zone = page.locator(".drop").bounding_box()
    assert zone
    for across, down in ((0.02, 0.05), (0.98, 0.5), (0.5, 0.95)):
        point = [zone["x"] + across * zone["width"], zone["y"] + down * zone["height"]]
        assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).type", point) == "file"


def test_a_new_brand_begins_with_the_browsers_clock(open_page: Open) -> None:
    page = open_page("/first-brand", timezone_id="Europe/Budapest")
    clock = page.get_by_label("Its clock shows the time of")
    expect(clock).to_have_value(re.compile("Europe/Budapest"))
