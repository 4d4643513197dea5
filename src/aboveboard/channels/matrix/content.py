"""What a message holds: words, a picture or video with words under it, or new words for one.

Source: spec.matrix.org/latest/client-server-api, m.room.message, “User and room mentions”, “Event
replacements”; appendices, “User Identifiers”.
"""

import json
from collections.abc import Mapping
from typing import Any

import regex

from aboveboard.channels.base import Outgoing

_USER = regex.compile(
    r"(?<![\w@/.:+-])@[a-z0-9._=/+-]+:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?",
    regex.IGNORECASE,
)
_LONGEST_USER = 255
# What a program without edits shows of new words: an event has no room for all of them twice.
_SHOWN_TO_OLD_PROGRAMS = 1_000
_KEPT = ("msgtype", "url", "info", "filename")


def content_of(part: Outgoing) -> dict[str, Any]:
    """The message: words alone, or a picture or video with the words as its caption."""
    content = {"m.mentions": mentions(part.text)}
    if not part.media:
        return {"msgtype": "m.text", "body": part.text, **content}
    one = part.media[0]
    told = json.loads(one.ref)
    kind = one.mime.split("/")[0]
    info: dict[str, Any] = {"mimetype": one.mime, "size": told["size"]}
    if one.width and one.height:
        info |= {"w": one.width, "h": one.height}
    if told.get("ms"):
        info["duration"] = told["ms"]
    return {
        "msgtype": f"m.{kind}",
        "body": body_of(part) or told["name"],
        "filename": told["name"],
        "url": told["url"],
        "info": info,
        **content,
    }


def body_of(part: Outgoing) -> str:
    """The words; the alt text of a picture or video follows in brackets."""
    alt = f"({part.media[0].alt})" if part.media and part.media[0].alt else ""
    return "\n\n".join(words for words in (part.text, alt) if words)


def replacement(old: Mapping[str, Any], new_body: str, *, text: str, of: str) -> dict[str, Any]:
    """A message that gives the message `of`, whose content is `old`, another body.

    Nobody is called a second time: the outer mentions name only whom an edit adds, and it is not
    to call anybody.
    """
    new = {**{name: old[name] for name in _KEPT if name in old}, "body": new_body}
    shown = new_body[:_SHOWN_TO_OLD_PROGRAMS]
    return {
        **new,
        "body": f"* {shown}{'…' if shown != new_body else ''}",
        "m.mentions": {},
        "m.new_content": {**new, "m.mentions": mentions(text)},
        "m.relates_to": {"rel_type": "m.replace", "event_id": of},
    }


def mentions(text: str) -> dict[str, list[str]]:
    """Whom the text calls, as in @salt:matrix.example; without this, programs would guess."""
    users = [found for found in _USER.findall(text) if len(found) <= _LONGEST_USER]
    return {"user_ids": list(dict.fromkeys(users))} if users else {}
