"""What the stages said in English, in the language of the page.

In: a message, a finding, what a network answered. Out: the same in the language that is active,
or unchanged when one of its sentences is not known: a text is never half translated.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from functools import cache

from django.utils import formats
from django.utils.translation import get_language, gettext

from aboveboard.faces.web.told.places import place_told
from aboveboard.faces.web.told.sentences import SENTENCES
from aboveboard.kernel.errors import AboveboardError

_HOLE = re.compile(r"%\((\w+)\)s")
_BETWEEN = re.compile(r"(?<=[.”]) (?=[A-Z0-9“])")
_NUMBER = re.compile(r"[0-9][0-9,]*")
# In these holes stands what people or other programs wrote, of whatever length.
_QUOTED = {"name", "other", "said", "source", "why", "words"}
# How the code writes days, and as what they are shown.
_DAYS = (("%A %d %B %Y, %H:%M", True), ("%d %B %Y, %H:%M %Z", True), ("%d %B %Y", False))


def told(text: str) -> str:
    """A text of one or more sentences in the active language, or as it is."""
    if not text or (get_language() or "en").startswith("en"):
        return text
    return next((said for said in _ways(text)), text)


def error_told(error: AboveboardError) -> str:
    """An error's message and mend as one text."""
    return told(str(error))


def _ways(text: str) -> Iterator[str]:
    said = [_sentence(part) for part in _BETWEEN.split(text)]
    if all(said):
        yield " ".join(said)
    if whole := _sentence(text):
        yield whole


def _sentence(text: str) -> str:
    if text in _known():
        return gettext(text)
    for pattern, message in _patterns():
        if found := pattern.fullmatch(text):
            held = found.groupdict()
            if any(_BETWEEN.search(held[name]) for name in held.keys() - _QUOTED):
                continue  # it reached into another sentence
            holes = {name: _value(name, value) for name, value in held.items()}
            said = gettext(message) % holes
            return said[:1].upper() + said[1:] if text[:1].isupper() else said
    return ""


def _value(hole: str, value: str) -> str:
    """What stands in a hole: its name says whether it is a number, a day, roles or our words."""
    if hole in {"count", "most", "over"} and _NUMBER.fullmatch(value):
        return str(formats.number_format(int(value.replace(",", "")), force_grouping=True))
    if hole == "far":
        return str(formats.number_format(value))
    if hole == "source":
        return place_told(value)
    if hole in {"day", "moment"}:
        return _day(value)
    if hole == "roles" or (hole == "who" and value.startswith(("A ", "An "))):
        return _roles(value)
    return told(value) if hole in {"act", "kind", "what", "which", "who", "why"} else value


def _day(value: str) -> str:
    for form, with_clock in _DAYS:
        try:
            day = datetime.strptime(value, form)  # noqa: DTZ007  a wall clock's day, as it was said
        except ValueError:
            continue
        shown = formats.date_format(day, "LONG_DAY_YEAR")
        return f"{shown}, {day:%H:%M}" if with_clock else shown
    return told(value)


def _roles(value: str) -> str:
    """“An owner, a manager or a creator” and “manager, owner” alike."""
    words = [
        gettext(ROLE_WORDS.get(re.sub(r"(?i)^an? ", "", word).lower(), word))
        for word in re.split(r", | or ", value)
    ]
    if len(words) == 1:
        return words[0]
    return gettext("%(some)s or %(last)s") % {"some": ", ".join(words[:-1]), "last": words[-1]}


# The public record's words for them; the studio's own pages add those that never approve.
ROLE_WORDS = {
    "owner": "an owner",
    "manager": "a manager",
    "approver": "an approver",
    "client": "a client",
    "creator": "a creator",
    "viewer": "a viewer",
}


@cache
def _known() -> frozenset[str]:
    return frozenset(message for message in SENTENCES if not _HOLE.search(message))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each sentence with holes as a pattern; those with the most words of their own first."""
    found = []
    for message in SENTENCES:
        if _HOLE.search(message):
            parts = _HOLE.split(message)
            words, names = parts[::2], [*parts[1::2], ""]
            holes = [f"(?P<{name}>.+?)" if name else "" for name in names]
            source = "".join(
                re.escape(word) + hole for word, hole in zip(words, holes, strict=True)
            )
            found.append((len("".join(words)), re.compile(source, re.DOTALL), message))
    found.sort(key=lambda one: -one[0])
    return tuple((pattern, message) for _, pattern, message in found)
