"""A card of the board of ideas goes into another column by a real mouse and by keys, and stays."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def column(state: str) -> str:
    return f"[data-ideas] [data-state={state}]"


def test_dragged_by_its_title_to_the_empty_part_of_a_column(open_page: Open) -> None:
    page = open_page("/ideas/")
    card = page.locator(f"{column('new')} [data-moves]").last
    ident = card.get_attribute("id")
    assert ident
    card.scroll_into_view_if_needed()
    title, to = card.locator("h3 a").bounding_box(), page.locator(column("kept")).bounding_box()
    assert title
    assert to
    # By the link that a title is, straight across: there the column has no card to drop it at.
    page.mouse.move(title["x"] + 12, title["y"] + 8)
    page.mouse.down()
    page.mouse.move(title["x"] + 24, title["y"] + 12, steps=4)
    page.mouse.move(to["x"] + to["width"] / 2, title["y"] + 12, steps=10)
    page.mouse.up()
    expect(page.locator(f"{column('kept')} #{ident}")).to_be_visible()
    expect(page.locator("[data-toast]")).to_contain_text("Kept.")
    expect(page.locator(f"#{ident}")).to_be_focused()
    # Drawn anew, it can be moved again: by key, there and back.
    page.keyboard.press("ArrowRight")
    expect(page.locator(f"{column('aside')} #{ident}")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(f"{column('kept')} #{ident}")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(page.locator(f"{column('new')} #{ident}")).to_be_focused()
    page.reload()
    expect(page.locator(f"{column('new')} #{ident}")).to_be_visible()


def test_what_was_briefed_takes_no_card(open_page: Open) -> None:
    page = open_page("/ideas/")
    card = page.locator(f"{column('new')} [data-moves]").first
    ident = card.get_attribute("id")
    card.drag_to(page.locator(column("used")))
    expect(page.locator(f"{column('new')} #{ident}")).to_be_visible()
