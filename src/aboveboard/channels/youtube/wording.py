"""The words of a video: its title, description and tags, within what YouTube takes.

Source: developers.google.com/youtube/v3/docs/videos#properties (snippet): titles of 100 characters,
tags of 500 with the commas between them, no < and > in titles and descriptions.
"""

from collections.abc import Iterable
from typing import Any

import regex

from aboveboard.channels.base import Outgoing
from aboveboard.channels.errors import Refused
from aboveboard.channels.youtube.shapes import Named

# People & Blogs.
CATEGORY = "22"
_TITLE, _TAGS = 100, 500
_HASHTAG = regex.compile(r"(?<![\w&])#(\w+)")


def snippet(part: Outgoing, category: str) -> dict[str, Any]:
    """What names a video that is published. Raises Refused."""
    title = (part.title.strip() or part.text.strip().partition("\n")[0])[:_TITLE].strip()
    if not title:
        raise Refused("YouTube wants a title. Give the post one, or words.")
    _check(title + part.text)
    return {
        "title": title,
        "description": part.text,
        "categoryId": category,
        "tags": _fitting(_HASHTAG.findall(part.text)),
        "defaultLanguage": part.lang,
    }


def changed(shown: Named, part: Outgoing) -> dict[str, Any]:
    """The same with another description: what people gave it at YouTube stays. Raises Refused."""
    _check(part.text)
    former = set(_HASHTAG.findall(shown.description))
    others = [tag for tag in shown.tags if tag not in former]
    kept = {
        "title": shown.title,
        "categoryId": shown.category_id,
        "defaultLanguage": shown.default_language,
        "defaultAudioLanguage": shown.default_audio_language,
    }
    return {
        **{name: value for name, value in kept.items() if value},
        "description": part.text,
        "tags": _fitting([*others, *_HASHTAG.findall(part.text)]),
    }


def squeezed(text: str) -> str:
    """For comparing: YouTube may shorten white space."""
    return "".join(text.split())


def _check(words: str) -> None:
    if any(mark in words for mark in "<>"):
        raise Refused("YouTube takes no < and > in titles and descriptions. Write them in words.")


def _fitting(tags: Iterable[str]) -> list[str]:
    """As many as YouTube takes, each once; one with a space counts with quotation marks."""
    found: list[str] = []
    size = 0
    for tag in dict.fromkeys(tags):
        size += len(tag) + (2 if " " in tag else 0) + (1 if found else 0)
        if size > _TAGS:
            break
        found.append(tag)
    return found
