"""What a page makes a browser fetch before it works: its styles and scripts, compressed."""

import gzip
import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage

_IMPORT = re.compile(r"""(?:\bimport\b[^"'()]*?|\bfrom\s*|\bimport\()\s*["']([^"']+)["']""")


def weight(html: str) -> int:
    """Bytes of all styles and scripts that a page names, and of what those scripts import."""
    soup = BeautifulSoup(html, "lxml")
    wanted = [
        str(tag["href"]) for tag in soup.find_all("link", rel=["stylesheet", "modulepreload"])
    ]
    wanted += [str(tag["src"]) for tag in soup.find_all("script", src=True)]
    return sum(_compressed(name) for name in _all(wanted))


def _all(urls: Iterable[str]) -> set[str]:
    """The addresses, and those that they import, each once."""
    found: set[str] = set()
    waiting = list(urls)
    while waiting:
        url = waiting.pop()
        if url in found:
            continue
        found.add(url)
        if urlsplit(url).path.endswith((".js", ".mjs")):
            said = _content(url).decode(errors="replace")
            waiting += [urljoin(url, name) for name in _IMPORT.findall(said) if name[0] in "./"]
    return found


@cache
def _compressed(url: str) -> int:
    """With gzip, which every browser takes; what is sent with brotli is smaller still."""
    return len(gzip.compress(_content(url), 9))


@cache
def _content(url: str) -> bytes:
    name = urlsplit(url).path.removeprefix(settings.STATIC_URL)
    if staticfiles_storage.exists(name):
        with staticfiles_storage.open(name) as file:
            content: bytes = file.read()
            return content
    place = finders.find(name)
    if not isinstance(place, str):
        return b""
    with open(place, "rb") as source:
        return source.read()
