"""A picture is cut by hand, by mouse and by keyboard, and a text's picture is made to fit."""

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import Open
from tests.journeys.studio import Studio
from tests.journeys.test_every_page import barriers

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDE = (1_200, 400)


def box(cut: Locator) -> list[int]:
    return [int(edge) for edge in cut.locator("[data-cut-box]").input_value().split(",")]


def test_a_frame_is_dragged_sized_and_kept(open_page: Open, tmp_path: Path) -> None:
    file = tmp_path / "wide.png"
    picture = Image.new("RGB", WIDE, "#2F4A52")
    picture.paste("#d94f3c", (900, 120, 1_000, 220))
    picture.save(file)
    page = open_page("/assets/", bypass_csp=True)
    page.locator("#file").set_input_files(file)
    expect(page.locator(".card", has_text="wide.png").first).to_be_visible()
    page.goto("/assets/?q=wide")
    page.locator(".card", has_text="wide.png").get_by_role("link").first.click()
    page.get_by_role("link", name="Fit", exact=True).click()
    square = page.locator("[data-cut]", has=page.get_by_label("1:1", exact=True))
    frame = square.locator("[data-cut-frame]")
    assert box(square)[0] > 500, "what draws the eye stands at the right"
    expect(page.get_by_label("1:1", exact=True)).not_to_be_checked()
    frame.scroll_into_view_if_needed()
    seen = frame.bounding_box()
    assert seen
    middle = seen["y"] + seen["height"] / 2
    page.mouse.move(seen["x"] + seen["width"] * 0.8, middle)
    page.mouse.down()
    page.mouse.move(seen["x"] + seen["width"] * 0.5, middle, steps=4)
    page.mouse.up()
    assert 350 <= box(square)[0] <= 600
    expect(page.get_by_label("1:1", exact=True)).to_be_checked()
    # A click beside the frame moves its middle there.
    page.mouse.click(seen["x"] + 5, middle)
    assert box(square) == [0, 0, 400, 400]
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    assert box(square)[0] == 132
    page.keyboard.press("-")
    page.keyboard.press("ArrowLeft")
    left, top, right, bottom = box(square)
    assert right - left == bottom - top == 380
    expect(square.locator("[data-cut-said]")).to_contain_text("% of it")
    assert barriers(page, "fit") == []
    page.get_by_role("button", name="Keep these").click()
    expect(page.get_by_text("Made and kept beside the original: 1.")).to_be_visible()
    made = page.locator(".made img").first
    expect(made).to_have_attribute("width", "380")
    # Where it was cut, one goes on.
    again = page.locator("[data-cut]", has=page.get_by_label("1:1", exact=True))
    assert box(again) == [left, top, right, bottom]
    again.get_by_role("button", name="Put it back").focus()
    page.keyboard.press("Enter")
    assert box(again) == [left, top, right, bottom]


def test_one_click_makes_a_texts_picture_fit(
    studio: Studio, open_page: Open, tmp_path: Path
) -> None:
    file = tmp_path / "heavy.png"
    Image.effect_noise((900, 900), 120).convert("RGB").save(file)
    page = open_page(studio.post("mixed", "edit"))
    _on(page, "bluesky")
    page.get_by_role("button", name="Picture", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.locator("input[name=asset]:checked").evaluate_all("all => all.forEach(o => o.click())")
    dialog.locator("#file").set_input_files(file)
    dialog.locator("#new-alt").fill("Noise")
    dialog.get_by_role("button", name="Save").click()
    note = page.locator(".note", has_text="Bluesky takes 1.0 MB").first
    expect(note).to_be_visible()
    note.get_by_role("button", name="Fit it").click()
    expect(page.get_by_text("The pictures fit now")).to_be_visible()
    expect(page.locator(".note", has_text="Bluesky takes 1.0 MB")).to_have_count(0)
    expect(page.locator(".thumb img")).to_have_attribute("alt", "Noise")


def _on(page: Page, network: str) -> None:
    tab = page.locator("nav.tabs a", has_text=re.compile(network, re.IGNORECASE)).first
    tab.click()
