"""What a linked page says of itself, for the card of a link where a network makes none.

Source: ogp.me (og:title, og:description, og:image), else the page's own title and description. A
page that does not answer, is none, or says no title has none.
"""

import io
from dataclasses import dataclass
from urllib.parse import urljoin

import anyio
import httpx
from bs4 import BeautifulSoup, SoupStrainer
from PIL import Image

from aboveboard.kernel.http import Client

_WITHIN, _HOPS = 8.0, 4
_PAGE_BYTES, _PICTURE_BYTES = 1_000_000, 10_000_000
_PIXELS, _SIDE, _SMALL = 40_000_000, 1_200, 1_000_000
_TITLE, _DESCRIPTION = 200, 300


@dataclass(frozen=True)
class Page:
    """`picture` is a JPEG of at most 1,200 pixels a side and 1 MB, b"" where there is none."""

    url: str
    title: str
    description: str
    picture: bytes = b""


async def linked_page(http: Client, url: str) -> Page | None:
    """What the page at `url` says of itself. Takes eight seconds at most, and never raises."""
    with anyio.move_on_after(_WITHIN):
        found = await _got(http, url, "text/html", _PAGE_BYTES)
        if not found:
            return None
        told = await anyio.to_thread.run_sync(_told, url, found[1])
        if told is None:
            return None
        made, picture = told
        if picture:
            with anyio.move_on_after(_WITHIN / 2):
                if file := await _got(http, picture, "image/", _PICTURE_BYTES, base=found[0]):
                    small = await anyio.to_thread.run_sync(_small, file[1])
                    return Page(made.url, made.title, made.description, small)
        return made
    return None


async def _got(
    http: Client, url: str, kind: str, most: int, *, base: str = ""
) -> tuple[str, bytes] | None:
    """Where it was at last, and its content; None when it is of another kind or too large."""
    for _ in range(_HOPS):
        try:
            url = urljoin(base, url)
            async with http.stream("GET", url) as answer:
                if answer.has_redirect_location:
                    base, url = url, answer.headers["location"]
                    continue
                is_wanted = answer.headers.get("content-type", "").startswith(kind)
                if answer.status_code != 200 or not is_wanted:
                    return None
                content = bytearray()
                async for piece in answer.aiter_bytes():
                    content += piece
                    if len(content) > most:
                        # Of a page its head is enough; half a picture is none.
                        return (url, bytes(content)) if kind == "text/html" else None
                return url, bytes(content)
        except (httpx.HTTPError, httpx.InvalidURL, ValueError):
            return None
    return None


def _told(url: str, content: bytes) -> tuple[Page, str] | None:
    """The card without its picture, and the picture's address as it stands in the page."""
    page = BeautifulSoup(content, "lxml", parse_only=SoupStrainer(["title", "meta"]))

    def said(*names: str) -> str:
        for name in names:
            for meta in page.select(f'meta[property="{name}"], meta[name="{name}"]'):
                if flat := " ".join(str(meta.get("content") or "").split()):
                    return flat
        return ""

    title = said("og:title")
    if not title and page.title:
        title = " ".join(page.title.get_text().split())
    if not title:
        return None
    description = said("og:description", "description")
    picture = said("og:image:secure_url", "og:image")
    made = Page(url, _fitting(title, _TITLE), _fitting(description, _DESCRIPTION))
    return made, picture


def _fitting(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _small(content: bytes) -> bytes:
    """The picture as a JPEG that every network takes; b"" when it is none that we can read."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.width * picture.height > _PIXELS:
                return b""
            flat = picture.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return b""
    flat.thumbnail((_SIDE, _SIDE))
    for quality in (85, 60, 30):
        made = io.BytesIO()
        flat.save(made, "JPEG", quality=quality)
        if made.tell() <= _SMALL:
            return made.getvalue()
    return b""
