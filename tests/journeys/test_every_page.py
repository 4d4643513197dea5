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
# In the dark only colours differ.
COLOURS = ["color-contrast", "link-in-text-block"]
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HEAVIEST = 150_000

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


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_no_page_has_a_barrier(studio: Studio, open_page: Open, width: int, dark: bool) -> None:
    page = open_page("/", width=width, dark=dark, bypass_csp=True, reduced_motion="reduce")
    found = []
    for path in paths(studio):
        page.goto(path)
        found += barriers(page, path)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{path}: wider than the window")
    assert found == []


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_page_before_signing_in_has_a_barrier(
    studio: Studio, chromium: Browser, watch: Watch, dark: bool
) -> None:
    link = studio.command("sign-in-link").replace(studio.url, "")
    context = chromium.new_context(
        base_url=studio.url,
        viewport={"width": 320, "height": 800},
        color_scheme="dark" if dark else "light",
        bypass_csp=True,
    )
    page = context.new_page()
    watch.over(page)
    found = []
    for path in (*OPEN_PAGES, link):
        page.goto(path)
        found += barriers(page, path)
    context.close()
    assert found == []


def test_no_dialog_has_a_barrier(studio: Studio, open_page: Open) -> None:
    page = open_page(studio.post("draft", "edit"), bypass_csp=True, reduced_motion="reduce")
    found = []
    for path in (studio.post("draft", "edit"), studio.post("review", "review"), "/brand/channels/"):
        page.goto(path)
        for ident in page.eval_on_selector_all("dialog", "all => all.map(one => one.id)"):
            page.evaluate("id => document.getElementById(id).showModal()", ident)
            found += barriers(page, f"{path} #{ident}")
            page.evaluate("id => document.getElementById(id).close()", ident)
    assert found == []


def test_pages_obey_their_policy_and_are_light(studio: Studio, open_page: Open) -> None:
    """The watch fails on anything that the policy stops; the weight is of scripts and styles."""
    page = open_page("/")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    heavy = []
    for path in paths(studio):
        answers.clear()
        page.goto(path)
        page.wait_for_load_state("networkidle")
        policy = answers[0].headers.get("content-security-policy", "")
        assert "script-src 'self'" in policy or "default-src 'none'" in policy, path
        assert "unsafe" not in policy, path
        weight = sum(
            len(gzip.compress(answer.body(), 6))
            for answer in answers
            if answer.ok and answer.url.split("?")[0].endswith((".js", ".css"))
        )
        if weight > HEAVIEST:
            heavy.append(f"{path}: {weight} bytes")
    assert heavy == []


def barriers(page: Page, path: str, *, colours_only: bool = False) -> list[str]:
    """What axe says against the page as it stands."""
    page.evaluate(AXE.read_text())
    only = {"type": "rule", "values": COLOURS} if colours_only else LEVELS
    result = page.evaluate(
        "only => axe.run(document, {runOnly: only, resultTypes: ['violations']})", only
    )
    return [
        f"{path}: {one['id']}: {one['help']}: {node['html'][:200]}"
        for one in result["violations"]
        for node in one["nodes"][:3]
    ]
