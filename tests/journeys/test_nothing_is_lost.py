"""What is typed stays: without a connection, after a refusal, and whatever the text is made of."""

import io
import re
import struct
import zlib

import pytest
from playwright.sync_api import Page, Route, expect

from tests.journeys.conftest import Open, Watch, pastes
from tests.journeys.studio import Studio

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HEBREW = "שלום, זה מלח."
COMBINED = "Z̑a̋l̈g̃o͟"


@pytest.fixture
def new_post(open_page: Open) -> Page:
    """The editor with a blank sheet of its own."""
    page = open_page("/posts/new")
    page.get_by_label("What you call it").fill("Written in a test")
    page.get_by_role("button", name="Open the sheet").click()
    page.wait_for_url("**/edit")
    return page


def saved(page: Page) -> None:
    expect(page.locator("[data-saved]")).to_have_text(re.compile(r"Saved \d"))


def types(page: Page, text: str) -> None:
    """Put text in at once, as an input method does."""
    page.locator("[data-text]").focus()
    page.keyboard.insert_text(text)


def test_typing_without_a_connection_is_kept_and_sent_later(new_post: Page, watch: Watch) -> None:
    watch.forgives = "Failed to load resource: net::"
    page = new_post
    page.context.set_offline(True)
    types(page, "Written on the dyke.")
    expect(page.locator("[data-offline]")).to_be_visible()
    expect(page.locator("[data-saved]")).to_have_text("Kept in this browser")
    page.context.set_offline(False)
    saved(page)
    page.reload()
    expect(page.locator("[data-text]")).to_have_value("Written on the dyke.")


def test_typing_that_was_not_sent_is_there_after_a_restart(new_post: Page, watch: Watch) -> None:
    watch.forgives = "Failed to load resource: net::"
    page = new_post
    page.context.set_offline(True)
    types(page, "Before the lamp went out. ")
    pastes(page, "It burnt on whale oil.")
    expect(page.locator("[data-saved]")).to_have_text("Kept in this browser")
    again = page.context.new_page()
    page.close(run_before_unload=False)
    again.context.set_offline(False)
    again.goto(page.url)
    expect(again.locator("[data-text]")).to_have_value(
        "Before the lamp went out. It burnt on whale oil."
    )
    saved(again)
    again.reload()
    expect(again.locator(".under .o-i")).to_have_text(["It burnt on whale oil."])


def test_signed_out_meanwhile_says_so_and_keeps_the_words(new_post: Page) -> None:
    page = new_post
    page.context.clear_cookies()
    types(page, "Nobody is here.")
    expect(page.locator(".toast.stop")).to_contain_text(re.compile("signed out|too old"))
    expect(page.locator("[data-text]")).to_have_value("Nobody is here.")


def test_strange_text_is_kept_as_it_is(new_post: Page) -> None:
    page = new_post
    types(page, f"{HEBREW}\n\n{COMBINED} 👩‍🌾\n\nEnd.")
    saved(page)
    page.reload()
    expect(page.locator("[data-text]")).to_have_value(f"{HEBREW}\n\n{COMBINED} 👩‍🌾\n\nEnd.")
    right_to_left = page.locator(".pv p").first
    assert right_to_left.evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_nul_bytes_are_taken_out(new_post: Page) -> None:
    page = new_post
    page.locator("[data-text]").evaluate(
        """area => {
          area.value = "One\\u0000 two";
          area.dispatchEvent(new InputEvent("input"));
        }"""
    )
    saved(page)
    page.reload()
    expect(page.locator("[data-text]")).to_have_value("One two")


def test_a_text_of_a_megabyte_is_refused_in_words_and_stays(new_post: Page) -> None:
    page = new_post
    long = "Salt takes time. " * 62_000
    types(page, "Short.")
    saved(page)
    page.locator("[data-text]").evaluate(
        """(area, text) => {
          area.value = text;
          area.dispatchEvent(new InputEvent("input"));
        }""",
        long,
    )
    expect(page.locator(".toast.stop")).to_contain_text("is the most", timeout=30_000)
    assert page.locator("[data-text]").evaluate("area => area.value.length") == len(long)


def test_an_empty_brief_names_the_mend_and_keeps_the_rest(open_page: Open) -> None:
    page = open_page("/briefs/new")
    page.get_by_label("Title").fill("Nothing yet")
    page.get_by_label("For whom").fill("Everybody")
    page.get_by_role("button", name="Save and draft").click()
    expect(page.locator(".msg")).to_contain_text("Write at least one key message")
    expect(page.get_by_label("Title")).to_have_value("Nothing yet")
    expect(page.get_by_label("For whom")).to_have_value("Everybody")


def test_a_time_that_has_passed_says_by_how_much(new_post: Page) -> None:
    page = new_post
    page.get_by_role("button", name="When it is approved").first.click()
    dialog = page.get_by_role("dialog", name="When does it go out?")
    dialog.get_by_label("Day").fill("2026-01-02")
    dialog.get_by_label("Time", exact=False).first.fill("09:30")
    dialog.get_by_role("button", name="Set the time").click()
    expect(dialog).to_be_visible()
    expect(dialog.locator(".msg")).to_contain_text("Nothing was changed. Choose one from")
    expect(dialog.get_by_label("Day")).to_have_value("2026-01-02")


@pytest.mark.parametrize(
    ("day", "clock", "said"),
    [("2027-03-28", "02:30", "skips 02:30"), ("2027-10-31", "02:30", "comes twice")],
)
def test_an_hour_that_is_skipped_or_comes_twice_is_asked_about(
    new_post: Page, day: str, clock: str, said: str
) -> None:
    page = new_post
    page.get_by_role("button", name="When it is approved").first.click()
    dialog = page.get_by_role("dialog", name="When does it go out?")
    dialog.locator("[name=day]").fill(day)
    dialog.locator("[name=clock]").fill(clock)
    dialog.get_by_role("button", name="Set the time").click()
    expect(dialog).to_contain_text(said)
    if "twice" in said:
        dialog.get_by_label("The second").check()
        dialog.get_by_role("button", name="Set the time").click()
        expect(page.get_by_role("button", name="31 Oct, 02:30").first).to_be_visible()


def test_a_zone_that_is_not_there_names_one_that_is(open_page: Open) -> None:
    page = open_page("/settings/")
    page.locator("[name=zone]").evaluate(
        "one => { one.append(new Option('Mars/Olympus', 'Mars/Olympus', true, true)) }"
    )
    page.get_by_role("button", name="Save").first.click()
    expect(page.locator(".msg")).to_contain_text("Use one like Europe/Amsterdam")


@pytest.mark.parametrize(
    ("name", "said"),
    [("notes.png", "no picture or video that can be read"), ("huge.png", "pixels")],
)
def test_a_picture_that_cannot_be_one_keeps_its_words(new_post: Page, name: str, said: str) -> None:
    page = new_post
    data = b"these are words" if name == "notes.png" else png_header(20_000, 10_000)
    page.get_by_role("button", name="Picture").click()
    dialog = page.get_by_role("dialog", name="Pictures")
    file = {"name": name, "mimeType": "image/png", "buffer": data}
    dialog.get_by_label("Add a picture").set_input_files(file)  # type: ignore[arg-type]
    dialog.locator("#new-alt").fill("A heap of salt")
    dialog.get_by_role("button", name="Save").click()
    expect(page.locator("dialog[open] .msg")).to_contain_text(said)
    expect(page.locator("#new-alt")).to_have_value("A heap of salt")


def test_typing_over_an_approval_says_what_it_does(studio: Studio, open_page: Open) -> None:
    page = open_page(studio.post("approved", "edit"))
    expect(page.locator(".bound")).to_contain_text("Typing here voids the approval")
    page.locator("[data-text]").press("Control+End")
    page.keyboard.type(" Ask us.")
    expect(page.locator(".bound")).to_have_count(0)


def png_header(width: int, height: int) -> bytes:
    """A PNG that says it is this large and holds next to nothing."""
    out = io.BytesIO(b"\x89PNG\r\n\x1a\n")
    out.seek(0, io.SEEK_END)
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0" * 1_000)),
        (b"IEND", b""),
    )
    for kind, data in chunks:
        out.write(struct.pack(">I", len(data)) + kind + data)
        out.write(struct.pack(">I", zlib.crc32(kind + data)))
    return out.getvalue()


def test_a_paste_before_the_script_is_there_is_a_paste(open_page: Open) -> None:
    """A slow line: the sheet is drawn and written on while its script is still coming."""
    page = open_page("/posts/new")
    page.get_by_label("What you call it").fill("Pasted early")
    held: list[Route] = []
    page.route("**/editor*.js", lambda route: held.append(route), times=1)
    page.get_by_role("button", name="Open the sheet").click()
    words = page.locator("[data-text]")
    words.press_sequentially("We oiled the rakes. ")
    pastes(page, "A gull watched the whole afternoon and left.")
    words.press_sequentially(" And then?")
    held.pop().continue_()
    # Until the script is there, "Saved" is what was saved before.
    page.wait_for_load_state()
    saved(page)
    page.reload()
    expect(page.locator(".under .o-i")).to_have_text(
        ["A gull watched the whole afternoon and left."]
    )
