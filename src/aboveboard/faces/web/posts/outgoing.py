"""The part of a post's story that tells of sending it, and of changing what is out."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from aboveboard.faces.web.numerals import in_words
from aboveboard.faces.web.posts.event import Event
from aboveboard.faces.web.quoting import quoted
from aboveboard.faces.web.told import told
from aboveboard.people.models import User
from aboveboard.publish import amending
from aboveboard.publish import queries as publish
from aboveboard.publish.models import Amendment, Delivery
from aboveboard.publish.queries import StoryLine

# What an attempt told, as `publish.queries.story` words it -> the state it stands for.
_SEEN = {
    "done": "sent",
    "it is there": "sent",
    "no answer came": "unknown",
    "it is not there": "waiting",
    "not now": "waiting",
    "refused": "refused",
    "the sign-in was not accepted": "held",
    "gone": "held",
    "under way": "sending",
}


def sendings(deliveries: list[Delivery], tz: ZoneInfo) -> Iterable[Event]:
    """Every attempt to send a post, as one event."""
    rows: list[tuple[datetime, dict[str, Any]]] = []
    down = amending.taken_down(deliveries)
    for one in deliveries:
        out = list(one.out.all())
        for line in publish.story(one.pk):
            if line.is_change:
                continue
            there = out and line.shows and one.pk not in down
            rows.append((line.at, _row(one, line, tz, url=out[0].url if there else "")))
    if not rows:
        return
    rows.sort(key=lambda row: row[0])
    sent = sum(one.state == "sent" for one in deliveries)
    title = _("On its way")
    if sent == len(deliveries):
        title = ngettext("Sent to one channel, once", "Sent to %(n)s channels, each once", sent) % {
            "n": in_words(sent)
        }
    yield Event(
        at=rows[0][0],
        by="house",
        icon="send",
        title=title,
        deliveries=tuple(row for _at, row in rows),
    )


def _row(one: Delivery, line: StoryLine, tz: ZoneInfo, *, url: str = "") -> dict[str, Any]:
    state = _SEEN.get(line.outcome, "unknown")
    if state == "sent" and not line.shows:
        state = "sending"
    return {
        "network": one.channel.network,
        "channel": one.channel.name,
        "time": f"{line.at.astimezone(tz):%H:%M:%S}",
        "state": state,
        "why": _why(line),
        "url": url,
    }


def changes(deliveries: list[Delivery], tz: ZoneInfo) -> Iterable[Event]:
    """What was asked to change of what is out: by whom, whose yes it had, what came of it."""
    asked_of = amending.of(deliveries)
    for one in deliveries:
        for asked in asked_of.get(one.pk, ()):
            yield from _change(one, asked, tz)


def _change(one: Delivery, asked: Amendment, tz: ZoneInfo) -> Iterable[Event]:
    icon = "pen-line" if asked.is_edit else "trash-2"
    yield Event(
        at=asked.asked_at,
        by="person",
        icon=icon,
        title=_told(asked, one, _ASKED, asked.asked_by),
        quote=quoted(asked.reason) if asked.reason else "",
    )
    if asked.approved_at:
        yield Event(
            at=asked.approved_at,
            by="person",
            icon="stamp",
            title=_told(asked, one, _APPROVED, asked.approved_by),
        )
    if asked.done_at:
        yield Event(at=asked.done_at, by="house", icon=icon, title=_told(asked, one, _DONE))
    elif asked.state == "failed":
        tried = [line for line in publish.story(one.pk) if line.is_change]
        yield Event(
            at=tried[-1].at if tried else asked.asked_at,
            by="house",
            icon="octagon-x",
            title=_told(asked, one, _FAILED),
            text=told(asked.why),
            tone="warn",
            deliveries=tuple(_row(one, line, tz) for line in tried if line.outcome != "done"),
        )


# What is told of an edit, and of taking down.
_ASKED = (
    gettext_lazy("%(who)s asked for other words on %(channel)s"),
    gettext_lazy("%(who)s asked to take it down from %(channel)s"),
)
_APPROVED = (
    gettext_lazy("%(who)s approved the other words on %(channel)s"),
    gettext_lazy("%(who)s approved taking it down from %(channel)s"),
)
_DONE = (
    gettext_lazy("The words on %(channel)s were changed"),
    gettext_lazy("Taken down from %(channel)s"),
)
_FAILED = (
    gettext_lazy("The words on %(channel)s could not be changed"),
    gettext_lazy("It could not be taken down from %(channel)s"),
)


def _told(
    asked: Amendment, one: Delivery, words: tuple[Promise, Promise], person: User | None = None
) -> str:
    name = person.name if person else _("Somebody")
    return str(words[0 if asked.is_edit else 1]) % {"who": name, "channel": one.channel.name}


def _why(line: StoryLine) -> str:
    """What is worth telling of an attempt; that it simply went well is said by its state."""
    if line.outcome == "done" and line.what == "Sent to the network":
        return ""
    said = [f"{_step(line.what)}: {told(line.outcome)}."]
    if line.answer and line.outcome != "it is there":
        said.append(told(f"{line.answer.rstrip('.')}."))
    return " ".join([*said, told(line.next)]).strip()


def _step(what: str) -> str:
    """What was tried, and of which part where there were several: “Sent to the network (2)”."""
    said, bracket, part = what.partition(" (")
    return told(said) + bracket + part
