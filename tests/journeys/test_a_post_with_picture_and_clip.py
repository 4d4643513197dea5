"""One post, whole: a picture that is cut to fit, a clip of a video, words, an approval, and out."""

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from aboveboard.media.credentials import inspect
from aboveboard.media.tests.filming import film
from tests.journeys.conftest import Open, seconds_of
from tests.journeys.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TEXT = "We raked the first pan of the year, and this is how it sounded."
PAN, RAKING = "A pan, white with salt.", "A rake draws a line through wet salt."


def test_it_goes_its_whole_way(studio: Studio, open_page: Open, tmp_path: Path) -> None:
    page = open_page("/assets/")
    picture = tmp_path / "first pan.png"
    made = Image.linear_gradient("L").resize((1_600, 500)).convert("RGB")
    made.paste("#d94f3c", (1_200, 180, 1_320, 300))
    made.save(picture)
    video = film(tmp_path / "first raking.mp4", size="320x240", seconds=4)
    brings(page, picture, video)
    cuts(page)
    clips(page)
    writes(page)
    shows(page)
    approves(page)
    is_out(page, tmp_path)


def brings(page: Page, *files: Path) -> None:
    page.locator("#file").set_input_files(files)
    for file in files:
        expect(page.locator(".card", has_text=file.name).first).to_be_visible(timeout=30_000)


def opens(page: Page, name: str) -> None:
    page.goto(f"/assets/?q={name.replace(' ', '+')}")
    page.locator(".card", has_text=name).get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def cuts(page: Page) -> None:
    opens(page, "first pan.png")
    page.get_by_role("link", name="Fit", exact=True).click()
    page.get_by_label("1:1", exact=True).check()
    page.get_by_role("button", name="Keep these").click()
    expect(page.get_by_text("Made and kept beside the original: 1.")).to_be_visible(timeout=60_000)


def clips(page: Page) -> None:
    opens(page, "first raking.mp4")
    page.get_by_role("link", name="Clip", exact=True).click()
    page.locator("input[name=start]").fill("0:01")
    page.locator("input[name=end]").fill("0:03")
    page.locator("input[name=shape][value='1:1']").check(force=True)
    page.get_by_role("button", name="Make the clip").click()
    expect(page.locator(".clip-of video")).to_be_visible(timeout=120_000)
    expect(page.locator(".clip-of")).to_contain_text("240 × 240")


def writes(page: Page) -> None:
    page.goto("/posts/new")
    page.locator("input[name=title]").fill("The first pan")
    for box in page.locator("input[name=channels]").all():
        box.uncheck()
    page.get_by_label("Site", exact=True).check()
    page.get_by_role("button", name="Open the sheet").click()
    page.wait_for_url("**/edit")
    words = page.get_by_role("textbox", name="Words for Site")
    words.fill(TEXT)
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"Saved \d"))


def shows(page: Page) -> None:
    page.get_by_role("button", name="Picture", exact=True).click()
    dialog = page.get_by_role("dialog", name="Pictures and videos")
    for place in (0, 1):
        dialog.locator(".pick input").nth(place).check(force=True)
    dialog.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Picture", exact=True).click()
    for place, said in enumerate((RAKING, PAN)):
        dialog.locator("textarea[name^=alt-]").nth(place).fill(said)
    dialog.get_by_role("button", name="Save").click()
    expect(page.locator(".thumb video")).to_have_attribute("aria-label", RAKING)
    expect(page.locator(".thumb img")).to_have_attribute("alt", PAN)


def approves(page: Page) -> None:
    page.get_by_role("button", name="Ask for review").first.click()
    # The editor has the same heading: a key pressed there is no answer to the review.
    page.wait_for_url("**/review")
    expect(page.get_by_role("heading", level=1)).to_have_text("The first pan")
    page.keyboard.press("a")
    dialog = page.get_by_role("dialog", name="Approve it?")
    dialog.get_by_role("button", name="Approve", exact=True).click()
    sent = page.locator("h3", has_text="Sent to one channel, once")
    expect(sent).to_be_visible(timeout=60_000)


def is_out(page: Page, folder: Path) -> None:
    """The public page shows both; each file says of itself what it was made of."""
    page.locator(".del").get_by_role("link", name="Open").click()
    expect(page.locator("body")).to_contain_text(TEXT)
    assert seconds_of(page.locator("video")) > 1.9
    told = {}
    for kind, suffix in (("img", "image/png"), ("video", "video/mp4")):
        address = page.locator(f".pictures {kind}").get_attribute("src")
        assert address
        answer = page.request.get(address)
        mime = answer.headers["content-type"].partition(";")[0]
        assert mime.split("/")[0] == suffix.split("/")[0]
        file = folder / kind
        file.write_bytes(answer.body())
        told[kind] = inspect(file, mime)
    assert [one.state for one in told.values()] == ["valid", "valid"]
    assert told["img"].ingredients == ("first pan.png",)
    assert told["video"].ingredients == ("first raking.mp4",)
    assert "c2pa.cropped" in [step.action for step in told["img"].steps]
    assert "c2pa.trimmed" in [step.action for step in told["video"].steps]
