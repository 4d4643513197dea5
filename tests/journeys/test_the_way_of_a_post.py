"""The whole way by hand: sign in by a link, a brand, a brief, a draft, an approval, and out.

The worker is a real one; the post stands on the brand's own public page at the end.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from aboveboard.media.tests.filming import film
from tests.journeys.conftest import Watch, pastes, seconds_of
from tests.journeys.studio import Studio
from tests.journeys.test_every_page import barriers

pytestmark = [pytest.mark.browser, pytest.mark.slow]

KNOWLEDGE = (
    "# Sluice\n\nThe new sluice opens on Friday 12 March 2027 at 14:00.\n\nEntry is €4.50.\n"
)
MESSAGES = "The sluice has a new gate.\nIt opens on Friday 12 March 2027 at 14:00."
EMPTY = ("/", "/calendar/", "/campaigns/", "/assets/", "/brand/knowledge/", "/brand/voice/")
TYPED = "We oiled the rakes."
SHOWN = "A rake draws a line through wet salt."
PASTED = "A gull watched the whole afternoon and left."


@pytest.fixture
def newcomer(studio: Studio, chromium: Browser, watch: Watch) -> Iterator[Page]:
    """A browser in which nobody is signed in."""
    context = chromium.new_context(
        base_url=studio.url, locale="en-GB", bypass_csp=True, reduced_motion="reduce"
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    watch.over(page)
    yield page
    context.close()


def test_a_post_goes_its_whole_way(
    studio: Studio, newcomer: Page, watch: Watch, tmp_path: Path
) -> None:
    page = newcomer
    found: list[str] = []
    comes_in(studio, page)
    makes_a_brand(page)
    for path in (
        "/",
        "/calendar/",
        "/campaigns/",
        "/assets/",
        "/brand/knowledge/",
        "/brand/voice/",
    ):
        page.goto(path)
        found += barriers(page, f"empty {path}")
    adds_knowledge(page)
    writes_a_brief(page)
    edits(page)
    found += barriers(page, "the editor after typing")
    watch.forgives = "Failed to load resource"
    adds_a_video(page, film(tmp_path / "raking.mp4", bytes_more=9_000_000))
    found += barriers(page, "the editor with a video")
    approves(page)
    is_published(page)
    assert found == []


def comes_in(studio: Studio, page: Page) -> None:
    link = studio.command("sign-in-link")
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("h1")).to_be_visible()
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("h1")).to_contain_text("link")


def makes_a_brand(page: Page) -> None:
    page.goto("/first-brand")
    page.get_by_label("What is the brand called?").fill("Sluice House")
    page.get_by_label("Its clock shows the time of").select_option("Europe/Amsterdam")
    page.get_by_role("button", name="Make the brand").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sluice House")


def adds_knowledge(page: Page) -> None:
    page.goto("/brand/knowledge/")
    file = {"name": "sluice.md", "mimeType": "text/markdown", "buffer": KNOWLEDGE.encode()}
    page.get_by_label("Add a file").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_role("link", name="sluice.md")).to_be_visible()


def writes_a_brief(page: Page) -> None:
    page.goto("/briefs/new")
    page.get_by_label("Title").fill("The sluice opens")
    page.get_by_label("What to say").fill(MESSAGES)
    page.get_by_label("Entry is €4.50.").check()
    expect(page.get_by_label("Site")).to_be_checked()
    page.get_by_role("button", name="Save and draft").click()
    # Until the sheet's script is there, "Saved" is what was saved before.
    page.wait_for_url("**/edit")


def edits(page: Page) -> None:
    words = page.get_by_role("textbox", name="Words for Site")
    expect(words).to_have_value(re.compile("Friday 12 March 2027"))
    words.press("Control+End")
    words.press_sequentially(f"\n\n{TYPED}")
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"Saved \d"))
    words.press("Control+End")
    pastes(page, f"\n\n{PASTED}")
    expect(page.locator(".under .o-i")).to_contain_text(["A gull watched"])
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"Saved \d"))
    page.reload()
    under = page.locator("[data-under]")
    expect(under.locator(".o-i", has_text=PASTED)).to_have_count(1)
    expect(under.locator(".o-i", has_text=TYPED)).to_have_count(0)
    expect(page.locator(".pv")).to_contain_text(PASTED)


def adds_a_video(page: Page, path: Path) -> None:
    """In two pieces; the line is cut under the second one, which goes again."""
    page.get_by_role("button", name="Picture").click()
    dialog = page.get_by_role("dialog", name="Pictures and videos")
    dialog.get_by_label("Add a picture or video").set_input_files(path)
    dialog.get_by_label("What it shows").fill(SHOWN)
    cut: list[str] = []

    def cuts(route: Route) -> None:
        offset = route.request.headers.get("upload-offset", "")
        if route.request.method == "PATCH" and offset != "0" and not cut:
            cut.append(offset)
            route.abort()
        else:
            route.continue_()

    page.route("**/assets/uploads/*", cuts)
    dialog.get_by_role("button", name="Save").click()
    expect(page.locator(".thumb video")).to_have_attribute("aria-label", SHOWN)
    page.unroute("**/assets/uploads/*")
    assert cut == ["8000000"]
    expect(page.locator(".pv video")).to_be_visible()


def approves(page: Page) -> None:
    page.get_by_role("button", name="Ask for review").first.click()
    # The editor has the same heading: a key pressed there is no answer to the review.
    page.wait_for_url("**/review")
    expect(page.get_by_role("heading", level=1)).to_have_text("The sluice opens")
    covers_no_answer(page)
    page.keyboard.press("a")
    dialog = page.get_by_role("dialog", name="Approve it?")
    expect(dialog).to_contain_text("as soon as you approve")
    dialog.get_by_role("button", name="Approve", exact=True).click()
    expect(page.locator("h3", has_text="approved")).to_be_visible()


def covers_no_answer(page: Page) -> None:
    """On a phone what passes lies over neither Approve nor Send back."""
    wide = page.viewport_size
    assert wide
    page.set_viewport_size({"width": 390, "height": 844})
    toast = page.locator("[data-toast]").bounding_box()
    acts = page.locator(".decide").bounding_box()
    assert toast
    assert acts
    assert toast["y"] + toast["height"] <= acts["y"]
    page.set_viewport_size(wide)


def is_published(page: Page) -> None:
    story = page.url
    # The page follows the delivery by itself; to load it anew would race with that.
    sent = page.locator("h3", has_text="Sent to one channel, once")
    expect(sent).to_be_visible(timeout=30_000)
    expect(page.get_by_text("matches what was sent.")).to_be_visible()
    expect(page.get_by_role("heading", name="Numbers")).to_be_visible()
    page.locator(".del").get_by_role("link", name="Open").click()
    expect(page.locator("body")).to_contain_text(TYPED)
    expect(page.locator("body")).to_contain_text(PASTED)
    expect(page.locator("video")).to_have_attribute("aria-label", SHOWN)
    assert seconds_of(page.locator("video")) > 0.9
    page.goto(f"{story}edit")
    expect(page.locator(".bound")).to_contain_text("cannot be changed")
    expect(page.locator("textarea[name=text]")).to_have_count(0)
