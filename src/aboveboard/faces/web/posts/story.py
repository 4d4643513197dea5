"""A post's story, from brief to numbers: events of every stage in the order they happened."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import formats
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from aboveboard.check import queries as checks
from aboveboard.create.models import Revision, Suggestion, Variant
from aboveboard.disclose.content import Content
from aboveboard.faces.web.posts.event import Event
from aboveboard.faces.web.posts.outgoing import changes, sendings
from aboveboard.faces.web.quoting import quoted
from aboveboard.faces.web.told import told
from aboveboard.plan.models import Post
from aboveboard.publish.models import Delivery
from aboveboard.review import queries as review


@dataclass(frozen=True)
class StoryDay:
    """The events of one wall-clock day."""

    title: str
    events: list[Event] = field(default_factory=list)


def story(post: Post, variants: list[Variant], deliveries: list[Delivery]) -> list[StoryDay]:
    """All events of a post by wall-clock day of its brand.

    `deliveries` as the rest of the page shows them, so that all of it tells of one moment.
    """
    tz = ZoneInfo(post.brand.zone)
    ids = [variant.pk for variant in variants]
    events = [
        *_brief(post),
        *_revisions(ids),
        *_suggestions(ids),
        *_findings(ids),
        *_rounds(post),
        *sendings(deliveries, tz),
        *changes(deliveries, tz),
    ]
    events.sort(key=lambda event: event.at)
    days: list[StoryDay] = []
    for day, group in groupby(events, key=lambda event: event.at.astimezone(tz).date()):
        shown = [_timed(event, tz) for event in group]
        days.append(StoryDay(capfirst(formats.date_format(day, "LONG_DAY")), shown))
    return days


def _timed(event: Event, tz: ZoneInfo) -> Event:
    local = event.at.astimezone(tz)
    return Event(**{**event.__dict__, "time": f"{local:%H:%M}", "at_iso": local.isoformat()})


def _brief(post: Post) -> Iterable[Event]:
    brief = post.brief
    if brief and brief.created_at <= post.created_at:
        who = brief.created_by.name if brief.created_by else _("Somebody")
        yield Event(
            at=brief.created_at,
            by="person",
            icon="pen-line",
            title=_("%(who)s wrote the brief") % {"who": who},
            text=quoted(brief.messages[0]) if brief.messages else brief.goal,
            url=reverse("brief", args=[brief.pk]),
            word=_("Open the brief"),
        )


_WHAT = {
    "drafted": ("house", "layout-template"),
    "begun": ("person", "pen-line"),
    "typed": ("person", "pen-line"),
    "suggested": ("model", "cpu"),
    "translated": ("model", "cpu"),
    "adapted": ("person", "repeat-2"),
    "sourced": ("person", "file-text"),
    "corrected": ("person", "check"),
    "imported": ("house", "file-text"),
    "pictures": ("person", "image"),
    "card": ("person", "link"),
    "quoted": ("person", "file-text"),
    "restored": ("person", "history"),
}


def _revisions(ids: list[Any]) -> Iterable[Event]:
    """Revisions, those of one moment on several channels told as one."""
    rows = (
        Revision.objects.filter(variant_id__in=ids)
        .select_related("actor", "variant__channel")
        .order_by("at")
    )
    known = groupby(rows, key=lambda r: (r.what, r.actor_id, r.at.replace(second=0, microsecond=0)))
    for (what, _actor, _at), group in known:
        some = list(group)
        yield _revision(what, some)


def _revision(what: str, some: list[Revision]) -> Event:
    last = some[-1]
    by, icon = _WHAT.get(what, ("house", "pen-line"))
    who = last.actor.name if last.actor else _("The house")
    channels = ", ".join(dict.fromkeys(r.variant.channel.name for r in some))
    titles = {
        "drafted": _("Drafted from the brief for %(channels)s"),
        "begun": _("%(who)s opened a blank sheet for %(channels)s"),
        "typed": _("%(who)s wrote on %(channels)s"),
        "suggested": _("%(who)s took a model’s wording on %(channels)s"),
        "translated": _("%(who)s took a model’s translation on %(channels)s"),
        "adapted": _("%(who)s took an adapted text on %(channels)s"),
        "sourced": _("%(who)s named the source of pasted words on %(channels)s"),
        "quoted": _("%(who)s quoted the brand’s knowledge on %(channels)s"),
        "corrected": _("%(who)s took corrections on %(channels)s"),
        "imported": _("Read from a file for %(channels)s"),
        "pictures": _("%(who)s chose pictures for %(channels)s"),
        "card": _("%(who)s gave the link a card on %(channels)s"),
        "restored": _("%(who)s took an earlier text up again on %(channels)s"),
    }
    words = len(last.text.split())
    text = ngettext("%(n)d word", "%(n)d words", words) % {"n": words}
    text += ", " + _("%(share)d %% people’s.") % {"share": last.people_share}
    return Event(
        at=last.at,
        by=by,
        icon=icon,
        title=titles.get(what, what) % {"who": who, "channels": channels},
        text=text,
        url=f"{reverse('revisions', args=[last.variant_id])}?number={last.number}",
        word=_("See the change"),
    )


def _suggestions(ids: list[Any]) -> Iterable[Event]:
    for one in Suggestion.objects.filter(variant_id__in=ids).exclude(state="asked"):
        text = f"{quoted(one.instruction)} " if one.instruction else ""
        if one.state == "failed":
            title = _("%(model)s gave nothing") % {"model": one.model}
            text += told(one.why)
        else:
            title = _("%(model)s suggested wording") % {"model": one.model}
            text += (
                ngettext(
                    "%(n)d fact nobody gave, marked.",
                    "%(n)d facts nobody gave, marked.",
                    len(one.breaks),
                )
                % {"n": len(one.breaks)}
                if one.breaks
                else _("Facts kept, none added.")
            )
        yield Event(at=one.at or one.asked_at, by="model", icon="cpu", title=title, text=text)


def _findings(ids: list[Any]) -> Iterable[Event]:
    for one in checks.settled(ids)[:60]:
        if one.state == "left":
            who = one.by.name if one.by else _("Somebody")
            yield Event(
                at=one.settled_at or one.found_at,
                by="person",
                icon="file-check",
                title=_("%(who)s left a remark") % {"who": who},
                text=f"{told(one.message)} {quoted(one.reason)}",
            )
        elif one.severity == "block":
            yield Event(
                at=one.settled_at or one.found_at,
                by="house",
                icon="file-check",
                title=_("A finding that held it is settled"),
                text=told(one.message),
            )


def _rounds(post: Post) -> Iterable[Event]:
    for asked in review.rounds(post.pk):
        who = asked.asked_by.name if asked.asked_by else _("Somebody")
        if asked.was_asked:
            yield Event(
                at=asked.asked_at,
                by="person",
                icon="circle-dot",
                title=_("%(who)s asked for review") % {"who": who},
                quote=quoted(asked.note) if asked.note else "",
            )
        if asked.state == "closed" and asked.decided_at:
            yield Event(
                at=asked.decided_at,
                by="person",
                icon="undo-2",
                title=_("The request was taken back"),
            )
    for comment in review.comments(post.pk):
        who = comment.by.name if comment.by else _("Somebody")
        yield Event(
            at=comment.at,
            by="person",
            icon="corner-up-left" if comment.sent_back else "message-square",
            title=(_("%(who)s sent it back") if comment.sent_back else _("%(who)s said"))
            % {"who": who},
            quote=quoted(comment.text),
        )
    given = groupby(review.approvals(post.pk), key=lambda a: (a.by_id, a.at))
    for _key, group in given:
        approvals = list(group)
        first = approvals[0]
        digest = " ".join(first.digest[n : n + 4] for n in (0, 4, 8))
        yield Event(
            at=first.at,
            by="person",
            icon="stamp",
            title=_("%(who)s approved") % {"who": first.by.name},
            text=_(
                "Text, picture, label, channels and time, as one: %(digest)s. "
                "Any change after this needs a person again."
            )
            % {"digest": digest},
        )
        yield _label(Content.model_validate_json(first.content), first.at)
        voided = [a for a in approvals if a.voided_at]
        if voided and voided[0].voided_at:
            yield Event(
                at=voided[0].voided_at,
                by="house",
                icon="stamp",
                title=_("The approval is void"),
                text=_("The post was %(reason)s.") % {"reason": told(voided[0].void_reason)},
                tone="warn",
            )


def _label(content: Content, at: datetime) -> Event:
    text = content.label.text
    in_field = bool(content.native) and not content.label_in_words
    native = _("It stands in the network’s own field.") if in_field else ""
    return Event(
        at=at,
        by="house",
        icon="scroll-text",
        title=_("Label: %(text)s") % {"text": text} if text else _("No label is owed"),
        text=native or (_("It stands at the end of the words.") if text else ""),
    )
