"""A card on its page: seen while one types, told what is wrong, kept, and there in the library."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.test_every_page import barriers

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def picture(page: Page) -> str:
    return page.locator(".card-pictures img").first.get_attribute("src") or ""


def test_a_card_is_seen_while_one_types_and_kept(open_page: Open) -> None:
    page = open_page("/assets/", bypass_csp=True, reduced_motion="reduce")
    page.get_by_role("link", name="Make a card").click()
    page.get_by_role("link", name="Announcement").click()
    before = picture(page)
    page.get_by_label("Headline", exact=True).fill("Räuchersalz für Ősi Ágnes")
    expect(page.locator(".card-pictures img")).to_have_attribute(
        "alt", "The card as it stands: Räuchersalz für Ősi Ágnes."
    )
    assert picture(page) != before

    page.get_by_label("Headline", exact=True).fill("salt and wind " * 60)
    told = page.locator("#said-f-headline")
    expect(told).to_contain_text("characters too long for the format 1:1")
    assert barriers(page, "too long") == []

    # Another kind of card keeps the words that it has a place for.
    page.get_by_label("Headline", exact=True).fill("Open pans")
    page.get_by_role("link", name="Event").click()
    expect(page.get_by_label("Headline", exact=True)).to_have_value("Open pans")
    page.get_by_label("When").fill("5 December")
    page.get_by_label("Where", exact=True).fill("Quay 3")
    page.get_by_text("16:9", exact=True).click()
    looks = page.locator(".card-looks label")
    expect(looks).to_have_count(2)
    looks.last.click()
    expect(page.locator(".card-pictures img")).to_have_attribute("width", "1920")

    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url("**/assets/")
    kept = page.locator('img[alt="Open pans. 5 December. Quay 3."]')
    expect(kept).to_have_count(2)


def test_a_card_can_be_made_without_a_script(open_page: Open) -> None:
    page = open_page("/assets/cards/?template=quote", java_script_enabled=False)
    page.get_by_label("The words").fill("Salt takes time.")
    page.get_by_label("Who said it").fill("Ilse")
    page.get_by_role("button", name="Keep it").click()
    page.wait_for_url("**/assets/")
    expect(page.locator('img[alt="Salt takes time. Ilse."]')).to_have_count(1)
