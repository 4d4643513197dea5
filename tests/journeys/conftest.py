"""A studio that runs, a Chromium to look at it with, and a watch over what its pages say."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from tests.browser.chromium import FLAGS, NoBrowser, environment, executable
from tests.journeys.studio import OWNER, PASSWORD, Studio, running_studio
from tests.servers.network import network

Open = Callable[..., Page]
# The first text that a studio reads waits for guards, dictionaries and the network to be loaded.
expect.set_options(timeout=20_000)


@dataclass
class Watch:
    """What a page complained of: console errors, scripts that failed, policies broken."""

    said: list[str] = field(default_factory=list)
    # What a test provokes, such as a line that is cut; the words begin with it.
    forgives: str = "Failed to load resource: the server responded"

    def over(self, page: Page) -> None:
        page.on("console", lambda message: self._console(message))
        page.on("pageerror", lambda error: self.said.append(f"{page.url}: {error}"))

    def _console(self, message: Any) -> None:
        if message.type == "error" and not message.text.startswith(self.forgives):
            self.said.append(f"{message.location.get('url', '')}: {message.text}")


@pytest.fixture(scope="session")
def studio() -> Iterator[Studio]:
    """One studio for all journeys of this process, with the scene in it."""
    # Not below pytest's own folder: the database may run as another user, who cannot look there.
    with (
        TemporaryDirectory(prefix="aboveboard-journeys-", ignore_cleanup_errors=True) as home,
        running_studio(Path(home)) as made,
    ):
        yield made


# Playwright runs an event loop in this thread: it ends with the module, so that tests of other
# modules may run loops of their own.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser; without one the journeys are skipped with the mend in the reason."""
    try:
        path, names = executable(), environment()
    except NoBrowser as error:
        pytest.skip(str(error))
    with network(changes=False), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, env={**names}, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def signed_in(studio: Studio, chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cookies of the owner, signed in once by password."""
    kept = tmp_path_factory.mktemp("cookies") / "owner.json"
    context = chromium.new_context(base_url=studio.url, locale="en-GB")
    sign_in(context.new_page(), OWNER)
    context.storage_state(path=kept)
    context.close()
    return kept


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    """Come in by the sign-in page."""
    page.goto("/account/login/")
    page.get_by_label("Email").fill(email)
    page.locator("input[name=password]").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/")


def pastes(page: Page, text: str) -> None:
    """Put text in as a paste does: the browser says so in beforeinput."""
    page.evaluate(
        """text => {
          const area = document.activeElement;
          area.dispatchEvent(new InputEvent("beforeinput", {inputType: "insertFromPaste"}));
          area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
          area.dispatchEvent(new InputEvent("input", {inputType: "insertFromPaste"}));
        }""",
        text,
    )


def seconds_of(video: Locator) -> float:
    """How long a video runs, once the page knows; its policy lets no text be run as a script."""
    length: float = video.evaluate(
        """video => new Promise((known, failed) => {
            if (video.readyState) return known(video.duration);
            video.addEventListener("loadedmetadata", () => known(video.duration));
            setTimeout(() => failed(new Error("The video was not read.")), 20_000);
        })"""
    )
    return length


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Fails the test when a page complained."""
    seen = Watch()
    yield seen
    assert seen.said == []


@pytest.fixture
def open_page(studio: Studio, chromium: Browser, signed_in: Path, watch: Watch) -> Iterator[Open]:
    """Opens a page of the studio as the owner: `open_page("/", width=390, dark=True)`."""
    opened: list[BrowserContext] = []

    def open_one(path: str, *, width: int = 1280, dark: bool = False, **given: Any) -> Page:
        context = chromium.new_context(
            **{
                "base_url": studio.url,
                "storage_state": signed_in,
                "viewport": {"width": width, "height": 800},
                "color_scheme": "dark" if dark else "light",
                "locale": "en-GB",
                **given,
            }
        )
        opened.append(context)
        page = context.new_page()
        watch.over(page)
        page.goto(path)
        return page

    yield open_one
    for context in opened:
        context.close()
