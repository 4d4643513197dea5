"""Every page of the studio: no barrier, no complaint of the browser, no great weight."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.journeys.conftest import Open, Watch
from tests.journeys.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AXE = Path(__file__).parents[1] / "browser" / "node_modules" / "axe-core" / "axe.min.js"
# https://www.w3.org/TR/WCAG22/ as axe names its levels
COLOURS = ["color-contrast", "link-in-text-block"]
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HEAVIEST = 150_000
WIDE, NARROW = 1280, 320

OPEN_PAGES = ("/account/login/", "/account/password/reset/", "/nothing-is-here")
PAGES = (
    "/", "/calendar/", "/calendar/week", "/calendar/list", "/calendar/board",
    "/calendar/list?q=nobody+calls+it+that", "/campaigns/", "/campaigns/{campaign}/",
    "/campaigns/new", "/briefs/new", "/briefs/{brief}/", "/posts/new", "/assets/",
    "/assets/cards/", "/assets/cards/?template=chart", "/assets/{asset}/",
    "/assets/{asset}/fit", "/assets/duplicates", "/assets/?q=nobody+calls+it+that",
    "/brand/", "/brand/knowledge/", "/brand/knowledge/{source}/",
    "/brand/voice/", "/brand/policy/", "/brand/channels/", "/brand/channels/new/mastodon/",
    "/brand/channels/new/bluesky/", "/settings/", "/settings/members/", "/settings/models/",
    "/pictures/make",
    "/account/2fa/", "/account/password/change/", "/first-brand", "/s/{slug}/",
    "/texts/{variant}/revisions", "/ideas/", "/ideas/new", "/ideas/days", "/ideas/{idea}/",
)  # fmt: skip
POST_PAGES = (
    ("blank", "edit"), ("draft", "edit"), ("mixed", "edit"), ("rtl", "edit"), ("approved", "edit"),
    ("sent1", "edit"), ("mixed", "review"), ("review", "review"), ("back", ""), ("sent1", ""),
    ("unknown", ""), ("refused", ""), ("held", ""), ("blank", ""),
)  # fmt: skip


def paths(studio: Studio) -> list[str]:
    ids = {name: value for name, value in studio.ids.items() if isinstance(value, str)}
    return [
        *(path.format(**ids) for path in PAGES),
        *(studio.post(name, page) for name, page in POST_PAGES),
    ]


def test_no_page_has_a_barrier(studio: Studio, open_page: Open) -> None:
    """Also: each obeys its policy, on which the watch fails, and its scripts and styles are light.

    A page is loaded once, and looked at wide and narrow, in the light and in the dark.
    """
    page = open_page("/", reduced_motion="reduce")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    found: list[str] = []
    for path in paths(studio):
        page.set_viewport_size({"width": WIDE, "height": 800})
        answers.clear()
        answer = page.goto(path)
        assert answer
        found += barriers_by_day_and_night(page, path)
        page.wait_for_load_state("networkidle")
        found += impolite(answer, answers, path)
        if wide(page):
            found.append(f"{path}: wider than {WIDE} px")
        page.set_viewport_size({"width": NARROW, "height": 800})
        found += barriers_by_day_and_night(page, f"{path} at {NARROW}")
        if wide(page):
            found.append(f"{path}: wider than {NARROW} px")
    assert found == []


def test_no_page_before_signing_in_has_a_barrier(
    studio: Studio, chromium: Browser, watch: Watch
) -> None:
    link = studio.command("sign-in-link").replace(studio.url, "")
    context = chromium.new_context(
        base_url=studio.url,
        viewport={"width": NARROW, "height": 800},
        color_scheme="light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    watch.over(page)
    found = []
    for path in (*OPEN_PAGES, link):
        page.goto(path)
        found += barriers_by_day_and_night(page, path)
    context.close()
    assert found == []


def test_no_dialog_has_a_barrier(studio: Studio, open_page: Open) -> None:
    page = open_page(studio.post("draft", "edit"), reduced_motion="reduce")
    found = []
    for path in (studio.post("draft", "edit"), studio.post("review", "review"), "/brand/channels/"):
        page.goto(path)
        for ident in page.eval_on_selector_all("dialog", "all => all.map(one => one.id)"):
            page.evaluate("id => document.getElementById(id).showModal()", ident)
            found += barriers(page, f"{path} #{ident}")
            page.evaluate("id => document.getElementById(id).close()", ident)
    assert found == []


def barriers_by_day_and_night(page: Page, path: str) -> list[str]:
    """What axe says, and what of its colours when it turns dark; no more than colours turn."""
    found = barriers(page, path)
    page.emulate_media(color_scheme="dark")
    found += barriers(page, f"{path} in the dark", {"type": "rule", "values": COLOURS})
    page.emulate_media(color_scheme="light")
    return found


def barriers(page: Page, path: str, rules: object = LEVELS) -> list[str]:
    """What axe says against the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    result = page.evaluate(
        "only => axe.run(document, {runOnly: only, resultTypes: ['violations']})", rules
    )
    return [
        f"{path}: {one['id']}: {one['help']}: {node['html'][:200]}"
        for one in result["violations"]
        for node in one["nodes"][:3]
    ]


def wide(page: Page) -> bool:
    """Whether one has to scroll sideways."""
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


def impolite(answer: Response, answers: list[Response], path: str) -> list[str]:
    """What is too heavy, or allowed by the page's policy though it should not be."""
    policy = answer.headers.get("content-security-policy", "")
    found = []
    if not ("script-src 'self'" in policy or "default-src 'none'" in policy):
        found.append(f"{path}: a policy that allows scripts: {policy}")
    if "unsafe" in policy:
        found.append(f"{path}: an unsafe policy: {policy}")
    files = {one.url: one for one in answers if one.ok}
    weight = sum(
        len(gzip.compress(one.body(), 6))
        for url, one in files.items()
        if url.split("?")[0].endswith((".js", ".css"))
    )
    if not 0 < weight <= HEAVIEST:
        found.append(f"{path}: {weight} bytes")
    return found
