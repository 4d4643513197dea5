"""A linked page is what it says of itself; one that is odd does no harm."""

import io

import pytest
from PIL import Image

from aboveboard.channels.preview import Page, linked_page
from aboveboard.kernel.http import Client


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["/open", "/moved"])
async def test_a_page_says_its_title_words_and_picture(http: Client, pages: str, path: str) -> None:
    made = await linked_page(http, pages + path)
    assert made
    assert (made.url, made.title, made.description) == (
        pages + path,
        "Salt & sun",
        "Raked in June.",
    )
    with Image.open(io.BytesIO(made.picture)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (1_200, 600))


@pytest.mark.anyio
async def test_without_open_graph_the_title_serves(http: Client, pages: str) -> None:
    assert await linked_page(http, f"{pages}/plain") == Page(
        f"{pages}/plain", "Zout & zon – ñ", "x"
    )


@pytest.mark.anyio
@pytest.mark.parametrize("path", ["/untitled", "/loop", "/gone", "/paper"])
async def test_what_is_no_page_says_nothing(http: Client, pages: str, path: str) -> None:
    assert await linked_page(http, pages + path) is None


@pytest.mark.anyio
@pytest.mark.parametrize(("path", "title"), [("/long", "Long"), ("/odd", "Odd")])
async def test_what_is_odd_of_a_page_is_passed_over(
    http: Client, pages: str, path: str, title: str
) -> None:
    made = await linked_page(http, pages + path)
    assert made
    assert (made.title, made.picture) == (title, b"")


@pytest.mark.anyio
async def test_a_picture_that_cannot_be_read_is_left_out(http: Client, pages: str) -> None:
    made = await linked_page(http, f"{pages}/broken")
    assert made
    assert (made.title, made.picture) == ("Broken", b"")


@pytest.mark.anyio
async def test_a_long_title_is_cut(http: Client, pages: str) -> None:
    made = await linked_page(http, f"{pages}/wordy")
    assert made
    assert len(made.title) <= 200
    assert made.title.endswith("salt…")


@pytest.mark.anyio
async def test_a_page_inside_is_not_looked_at(guarded: Client, http: Client, pages: str) -> None:
    assert await linked_page(guarded, f"{pages}/open") is None
    assert await linked_page(http, "http://127.0.0.1:9/") is None
    assert await linked_page(http, "mailto:salt@example.org") is None
