"""Plain text as HTML: escaped, in paragraphs, with its web addresses as links."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_URL = re.compile(r"https?://[^\s<>\"\u00ab\u00bb\u201c\u201d]+")
_CLOSING = ".,;:!?…'’)]}*_"
_PAIRS = {")": "(", "]": "[", "}": "{"}
SHOWN = 60


def paragraphs(text: str, links: Mapping[str, str], *, base: str = "") -> SafeString:
    """The text's paragraphs. `links` maps an address to the one that is followed in its place;
    those that are paths get `base` in front."""
    blocks = [block for block in re.split(r"\n\s*\n", text.strip()) if block.strip()]
    return mark_safe(  # noqa: S308
        "".join(f'<p dir="auto">{_lines(block, links, base)}</p>' for block in blocks)
    )


def _lines(block: str, links: Mapping[str, str], base: str) -> str:
    return "<br>".join(_linked(line, links, base) for line in block.split("\n"))


def _linked(line: str, links: Mapping[str, str], base: str) -> str:
    done, at = "", 0
    for match in _URL.finditer(line):
        url = trimmed(match[0])
        target = links.get(url, url)
        target = base + target if target.startswith("/") else target
        done += format_html("{}", line[at : match.start()])
        if urlsplit_or_none(url):
            done += format_html('<a href="{}" rel="noopener">{}</a>', target, short(url))
        else:
            done += format_html("{}", url)
        at = match.start() + len(url)
    return done + format_html("{}", line[at:])


def trimmed(url: str) -> str:
    """An address without the punctuation of the sentence around it."""
    while url and url[-1] in _CLOSING:
        opening = _PAIRS.get(url[-1])
        if opening and url.count(opening) >= url.count(url[-1]):
            break
        url = url[:-1]
    return url


def short(url: str) -> str:
    """An address as a reader wants to see it: host and path."""
    parts = urlsplit(url)
    words = f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"


def urlsplit_or_none(url: str) -> str | None:
    """The host of an address, None when it has none or is no address at all."""
    try:
        parts = urlsplit(url)
        return parts.hostname if "@" not in parts.netloc else None
    except ValueError:
        return None


def opening(text: str, most: int = 900) -> tuple[str, bool]:
    """The first paragraphs of a long text, and whether that is all of it."""
    if len(text) <= most * 3 // 2:
        return text, True
    kept = ""
    for block in re.split(r"\n\s*\n", text):
        if kept and len(kept) + len(block) > most:
            break
        kept = f"{kept}\n\n{block}" if kept else block
    if len(kept) > most * 3 // 2:
        kept = f"{kept[:most].rsplit(' ', 1)[0].rstrip()} …"
    return kept, kept == text
