"""A variant as its network will show it: counted as the network counts, the excess cut off.

In: what would go out. Out: plain values for templates/previews/NETWORK.html.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from aboveboard.brand.models import Brand
from aboveboard.brand.queries import look_of
from aboveboard.channels.registry import network
from aboveboard.create.actions import link_to_show
from aboveboard.create.models import Variant
from aboveboard.create.queries import limits_of
from aboveboard.disclose.content import Content, thread_of
from aboveboard.faces.web.editor.sheet import shown
from aboveboard.text.counting import beginning

# How much of an address is shown where a network shortens them.
_SHOWN = 30
_LINKED = re.compile(r"https?://\S+|(?<![\w#@])[#@]\w[\w.@-]*\w")


@dataclass(frozen=True)
class Token:
    """Some words of a paragraph; a link has a `short` form without scheme and tail."""

    text: str
    is_link: bool = False

    @property
    def short(self) -> str:
        bare = re.sub(r"^https?://(www\.)?", "", self.text)
        return bare if len(bare) <= _SHOWN else f"{bare[:_SHOWN]}…"


Paragraph = tuple[Token, ...]


@dataclass(frozen=True)
class PreviewPart:
    """One post of a thread as readers will see it. `excess` is what does not fit."""

    paragraphs: tuple[Paragraph, ...]
    excess: tuple[str, ...] = ()
    opening: str = ""
    label: str = ""
    pictures: tuple[dict[str, Any], ...] = ()
    count: int = 0
    limit: int = 0
    over: int = 0
    place: str = ""


@dataclass(frozen=True)
class Preview:
    """A variant as its network will show it."""

    variant: UUID
    network: str
    name: str
    language: str
    author: str
    handle: str
    colour: str
    count: int
    limit: int
    filled: float
    over: int
    title: str
    missing: str
    label_native: str
    link: str
    has_card: bool
    parts: tuple[PreviewPart, ...]


def preview(variant: Variant, made: Content, brand: Brand) -> Preview:
    """A variant as readers will see it."""
    channel = variant.channel
    adapter, limits = network(channel.network), limits_of(channel)
    written = thread_of(variant.head.text if variant.head else "")
    same = len(written) == len(made.parts)
    pictures = shown(made.pictures)
    parts = tuple(
        _part(
            words=written[n] if same else part,
            opening=made.label.opening if made.opens_with_words and not n else "",
            label=made.label.text if made.label_in_words and not n else "",
            count=adapter.count,
            limit=limits.most(n),
            whole=part,
            pictures=() if n else pictures,
            place=_place(n, len(made.parts), threads=adapter.capabilities.threads),
        )
        for n, part in enumerate(made.parts)
    )
    fullest = max(parts, key=lambda part: part.count / part.limit)
    return Preview(
        variant=variant.id,
        network=channel.network,
        name=channel.name,
        language=variant.language,
        author=channel.display_name or brand.name,
        handle=_handle(channel.handle, channel.server),
        colour=look_of(brand).colour,
        count=fullest.count,
        limit=fullest.limit,
        filled=min(100.0, round(100 * fullest.count / fullest.limit, 1)),
        over=fullest.over,
        title=made.title,
        missing=_missing(made),
        label_native=_native(made),
        link=link_to_show(variant),
        has_card=made.card is not None,
        parts=parts,
    )


def paragraphs_of(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a text with its links told apart."""
    return tuple(_tokens(line) for line in text.split("\n") if line.strip())


def _tokens(line: str) -> Paragraph:
    found: list[Token] = []
    at = 0
    for match in _LINKED.finditer(line):
        if match.start() > at:
            found.append(Token(line[at : match.start()]))
        found.append(Token(match.group(), is_link=True))
        at = match.end()
    if at < len(line):
        found.append(Token(line[at:]))
    return tuple(found)


def _handle(handle: str, server: str) -> str:
    handle = handle.lstrip("@")
    if not handle:
        return ""
    host = re.sub(r"^https?://", "", server).split("/")[0]
    return f"@{handle}" if "@" in handle or "." in handle or not host else f"@{handle}@{host}"


def _native(made: Content) -> str:
    """What the network's own fields say in place of words."""
    label = made.label
    said = (
        "" if made.opens_with_words else label.opening,
        "" if made.label_in_words else label.text,
    )
    return ". ".join(words for words in said if words)


def _place(number: int, parts: int, *, threads: bool) -> str:
    """Where a part stands: in a thread, or under the post as a comment."""
    if parts < 2:
        return ""
    if threads:
        return f"{number + 1}/{parts}"
    return _("Comment") if number else ""


def _missing(made: Content) -> str:
    if any(not picture.alt for picture in made.pictures):
        return _("Needs alt text")
    if not any(part.strip() for part in made.parts) and not made.pictures:
        return _("No words yet")
    return ""


def _part(
    *,
    words: str,
    opening: str,
    label: str,
    count: Callable[[str], int],
    limit: int,
    whole: str,
    pictures: tuple[dict[str, Any], ...],
    place: str,
) -> PreviewPart:
    front = f"{opening}\n" if opening else ""
    words = words.removeprefix(front)
    if label and words.endswith(label):
        words = words[: -len(label)].rstrip()
    excess = ""
    if count(whole) > limit:
        tail = whole[len(front + words) :] if whole.startswith(front + words) else ""
        fits = beginning(words, lambda kept: count(front + kept + tail) <= limit)
        words, excess = words[:fits], words[fits:]
    return PreviewPart(
        paragraphs=paragraphs_of(words),
        excess=tuple(line for line in excess.split("\n") if line.strip()),
        opening=opening,
        label=label,
        pictures=pictures,
        count=count(whole),
        limit=limit,
        over=max(0, count(whole) - limit),
        place=place,
    )
