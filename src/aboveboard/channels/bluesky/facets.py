"""Finding links, tags and mentions in a text, as ranges of its UTF-8 bytes.

Source: docs.bsky.app/docs/advanced-guides/post-richtext; app.bsky.richtext.facet (a tag has
at most 64 graphemes and 640 bytes); atproto.com/specs/handle.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import regex

from aboveboard.channels.counting import byte_offset, graphemes, urls

_TAG = regex.compile(r"(?<=^|\s)[#＃](?!\ufe0f)(\S*[^\d\s\p{P}]\S*)")
_TAG_END = regex.compile(r"[\p{P}\u200b\u00ad\u2060\ufe0f]+$")
_MENTION = regex.compile(
    r"(?<=^|[\s(])@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)\b",
    regex.IGNORECASE,
)


@dataclass(frozen=True)
class Found:
    """One link (value: the URL), tag (without #) or mention (the handle), by byte range."""

    kind: Literal["link", "tag", "mention"]
    value: str
    start: int
    end: int


def facets_in(text: str) -> list[Found]:
    """What a text links to, in the order of the text; ranges do not overlap."""
    found: list[Found] = []
    for start, end, kind, value in sorted(_spans(text)):
        at, to = byte_offset(text, start), byte_offset(text, end)
        if not found or at >= found[-1].end:
            found.append(Found(kind, value, at, to))
    return found


def _spans(text: str) -> Iterator[tuple[int, int, Literal["link", "tag", "mention"], str]]:
    for start, end in urls(text):
        yield start, end, "link", text[start:end]
    for match in _TAG.finditer(text):
        tag = _TAG_END.sub("", match[1])
        if tag and graphemes(tag) <= 64 and len(tag.encode()) <= 640:
            yield match.start(), match.start() + 1 + len(tag), "tag", tag
    for match in _MENTION.finditer(text):
        yield match.start(), match.end(), "mention", match[1].lower()
