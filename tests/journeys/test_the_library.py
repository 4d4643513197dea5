"""Files go into the library by dropping, pausing and going on; several are put in order by key."""

import base64

import pytest
from playwright.sync_api import Page, Route, expect

from aboveboard.media.tests.scenes import jpeg, scene
from tests.journeys.conftest import Open, Watch

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# Files as a person drops them anywhere on the page.
DROP = """(files) => {
  const given = new DataTransfer();
  for (const [name, data] of files) {
    given.items.add(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], name));
  }
  for (const kind of ["dragover", "drop"]) {
    document.dispatchEvent(
      new DragEvent(kind, { dataTransfer: given, bubbles: true, cancelable: true }),
    );
  }
}"""


def dropped(page: Page, **files: bytes) -> None:
    page.evaluate(DROP, [[name, base64.b64encode(data).decode()] for name, data in files.items()])


def test_dropped_paused_and_put_in_order(open_page: Open, watch: Watch) -> None:
    page = open_page("/assets/")
    before = page.locator(".card").count()

    held: list[Route] = []

    def holds(route: Route) -> None:
        """Pieces that are on their way stay on their way."""
        if route.request.method == "PATCH":
            held.append(route)
        else:
            route.continue_()

    page.route("**/assets/uploads/*", holds)
    watch.forgives = "Failed to load resource"
    dropped(page, **{"first salt.jpg": jpeg(scene(1)), "second salt.jpg": jpeg(scene(2))})
    rows = page.locator(".coming li")
    expect(rows).to_have_count(2)
    page.get_by_role("button", name="Pause first salt.jpg").click()
    expect(rows.nth(0)).to_contain_text("Paused. What was sent is kept for two days.")
    page.get_by_role("button", name="Stop second salt.jpg").click()
    expect(rows).to_have_count(1)
    # The browser would send them after all where it did not hear yet that they were given up.
    for route in held:
        route.abort()
    page.unroute("**/assets/uploads/*", holds)
    page.get_by_role("button", name="Go on first salt.jpg").click()
    expect(page.locator(".card")).to_have_count(before + 1)
    page.wait_for_load_state()
    dropped(page, **{"third salt.jpg": jpeg(scene(3)), "notes.jpg": b"no picture"})
    refused = rows.filter(has_text="no picture or video that can be read")
    expect(refused.get_by_role("button")).to_have_text(["Take away"])
    page.get_by_role("button", name="Show them").click()
    expect(page.locator(".card")).to_have_count(before + 2)
    several_by_key(page)
    one_by_itself(page)


def several_by_key(page: Page) -> None:
    page.goto("/assets/?q=salt+jpg")
    expect(page.locator(".card")).to_have_count(2)
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("[data-chosen-count]")).to_have_text("1")
    page.keyboard.press("Control+a")
    expect(page.locator("[data-chosen-count]")).to_have_text("2")
    page.get_by_role("button", name="Move", exact=True).click()
    dialog = page.get_by_role("dialog", name="Move to a folder")
    dialog.get_by_label("Or a new one").fill("Salt/2026")
    dialog.get_by_role("button", name="Move").click()
    folder = page.get_by_role("link", name="2026")
    expect(folder).to_contain_text("2")
    folder.click()
    page.wait_for_url("**folder=Salt**")
    page.wait_for_load_state()
    expect(page.locator(".card")).to_have_count(2)


def one_by_itself(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("salt.jpg")
    page.get_by_label("May be used until").fill("2020-01-31")
    page.get_by_role("button", name="Save the rights").click()
    expect(page.locator(".asset-state")).to_have_text("Has ended")
    page.get_by_role("button", name="Remove").click()
    page.get_by_role("dialog").get_by_role("button", name="Remove").click()
    page.get_by_role("button", name="Take back").click()
    page.goto("/assets/?q=salt+jpg&rights=ended")
    expect(page.locator(".card")).to_have_count(1)
