"""The parts of the pages as template tags: icons, states, meters, origins, dialogs.

`{% load ui %}`. Each tag renders a partial of templates/partials or a line of markup; README.md
of this package says which part is for what.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django import template
from django.forms import BoundField
from django.template.loader import render_to_string, select_template
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, gettext_lazy

from aboveboard.faces.web.glyphs import glyphs
from aboveboard.faces.web.manuscript import Mark, Passage, Run, paragraphs, runs

register = template.Library()
Words = str | Promise


@dataclass(frozen=True)
class State:
    """How a state looks: its icon, its word and the class that colours it third."""

    icon: str
    word: Words
    tone: str = ""


STATES = {
    "draft": State("circle-dashed", gettext_lazy("Draft")),
    "in_review": State("circle-dot", gettext_lazy("In review"), "ink"),
    "sent_back": State("corner-up-left", gettext_lazy("Sent back"), "warn"),
    "approved": State("stamp", gettext_lazy("Approved"), "ok"),
    "waiting": State("clock", gettext_lazy("Waiting"), "ok"),
    "sending": State("send", gettext_lazy("Sending"), "ink"),
    "sent": State("check", gettext_lazy("Sent")),
    "taken_down": State("trash-2", gettext_lazy("Taken down")),
    "unknown": State("circle-question-mark", gettext_lazy("Unknown"), "warn"),
    "refused": State("octagon-x", gettext_lazy("Refused"), "stop"),
    "held": State("circle-pause", gettext_lazy("Held"), "warn"),
}

# in the order every meter keeps; the class of its mark in text
ORIGINS: dict[str, tuple[Words, str]] = {
    "person": (gettext_lazy("people"), ""),
    "model": (gettext_lazy("model"), "o-m"),
    "pasted": (gettext_lazy("pasted"), "o-i"),
    "import": (gettext_lazy("imported"), "o-i"),
    "template": (gettext_lazy("template"), "o-t"),
    "unknown": (gettext_lazy("unknown"), "o-u"),
}
_HEARD = {
    "model": gettext_lazy("from a model:"),
    "pasted": gettext_lazy("pasted:"),
    "import": gettext_lazy("imported:"),
    "template": gettext_lazy("from a template:"),
    "unknown": gettext_lazy("origin unknown:"),
}


@register.simple_tag
def icon(name: str, size: str = "", label: str = "") -> SafeString:
    """A glyph of icons.toml; silent for screen readers unless it has a label."""
    if name not in glyphs().icons:
        raise ValueError(f"{name} is not in icons.toml")
    return _glyph(name, size=size, label=label)


@register.simple_tag
def network_icon(network: str, size: str = "sm", label: str = "") -> SafeString:
    """A network's mark, or a globe for one that has none here."""
    known = network in glyphs().networks
    return _glyph(f"net-{network if known else ''}", size=size, label=label)


def _glyph(ident: str, *, size: str, label: str) -> SafeString:
    heard = (
        format_html('role="img" aria-label="{}"', label)
        if label
        else mark_safe('aria-hidden="true"')
    )
    return format_html(
        '<svg class="i {}" {} width="16" height="16"><use href="{}#{}"/></svg>',
        size,
        heard,
        static("vendor/icons.svg"),
        ident,
    )


@register.simple_tag
def state(name: str, word: str = "", bare: bool = False) -> SafeString:
    """A state as icon and word; `word` replaces the usual one, `bare` keeps it for readers only."""
    return _state(name, str(word), bare, get_language())


@lru_cache(maxsize=512)
def _state(name: str, word: str, bare: bool, _language: str | None) -> SafeString:
    look = STATES[name]
    said = word or str(look.word)
    inside = format_html('<span class="sr">{}</span>', said) if bare else said
    return format_html('<span class="st {}">{}{}</span>', look.tone, icon(look.icon), inside)


@dataclass(frozen=True)
class Share:
    """A part of a meter: percent of the words, and its place among the others."""

    kind: str
    word: Words
    percent: float
    start: float


def _shares(given: object) -> list[Share]:
    """Shares from a mapping kind -> percent, or an object with an attribute per kind."""
    result: list[Share] = []
    start = 0.0
    for kind, (word, _) in ORIGINS.items():
        name = "imported" if kind == "import" else kind
        value = (
            given.get(kind, given.get(name, 0))
            if isinstance(given, Mapping)
            else getattr(given, name, 0)
        )
        percent = float(value or 0)
        if percent > 0:
            result.append(Share(kind, word, percent, start))
            start += percent
    return result


def _in_words(shares: Iterable[Share]) -> str:
    return ", ".join(f"{share.word} {share.percent:.0f} %" for share in shares)


@register.inclusion_tag("partials/_meter.html")
def meter(shares: object, key: bool = False) -> dict[str, object]:
    """Who wrote how much, as a bar of four marks; with `key` also in figures below it."""
    parts = _shares(shares)
    return {"shares": parts, "words": _in_words(parts), "key": key}


@register.simple_tag
def edge(shares: object) -> SafeString:
    """The same as a card's left edge, people at the foot."""
    given = shares if isinstance(shares, Mapping) else {p.kind: p.percent for p in _shares(shares)}
    return _edge(tuple(given.items()), get_language())


@lru_cache(maxsize=4096)
def _edge(given: tuple[tuple[str, float], ...], _language: str | None) -> SafeString:
    """Rendered once for each mixture and language: a calendar shows hundreds."""
    parts = _shares(dict(given))
    stacked = [
        Share(part.kind, part.word, part.percent, 100 - part.start - part.percent) for part in parts
    ]
    return render_to_string("partials/_edge.html", {"shares": stacked, "words": _in_words(parts)})


@register.simple_tag
def odds(right: int | None, of: int | None) -> SafeString:
    """How often such findings are right, as ten dots and in words; or that nobody measured."""
    if not of or right is None:
        return format_html("{}", gettext("Not measured yet"))
    full = min(10, round(10 * right / of))
    dots = mark_safe("<i></i>" * full + '<i class="o"></i>' * (10 - full))  # noqa: S308
    said = gettext("Right %(right)s of %(of)s times") % {"right": right, "of": of}
    return format_html('<span class="odds" aria-hidden="true">{}</span>{}', dots, said)


@register.simple_tag
def origin_text(passages: Iterable[Passage], marks: Sequence[Mark] = ()) -> SafeString:
    """Paragraphs in which every passage shows its origin, and every finding its words."""
    return mark_safe(  # noqa: S308
        "".join(
            f"<p>{''.join(_run(run) for run in paragraph)}</p>"
            for paragraph in paragraphs(runs(passages, marks))
        )
    )


@register.simple_tag
def origin_line(passages: Iterable[Passage], marks: Sequence[Mark] = ()) -> SafeString:
    """The same within a line or a paragraph that is there already."""
    return mark_safe("".join(_run(run) for run in runs(passages, marks)))  # noqa: S308


@register.simple_tag
def origin_under(passages: Iterable[Passage], marks: Sequence[Mark] = ()) -> SafeString:
    """The same text unbroken, to lie under the editor's textarea."""
    return mark_safe("".join(_run(run, heard=False) for run in runs(passages, marks)))  # noqa: S308


def _run(run: Run, *, heard: bool = True) -> str:
    inside = format_html("{}", run.text)
    if run.level:
        tone = {"stop": "bad", "look": "look"}.get(run.level, "")
        inside = format_html('<mark class="{}">{}</mark>', tone, inside)
    if run.kind != "person":
        said = format_html('<span class="sr">{} </span>', _HEARD[run.kind]) if heard else ""
        inside = format_html('<span class="{}">{}{}</span>', ORIGINS[run.kind][1], said, inside)
    shape = (
        '<a class="ref {}" href="#note-{}">\u2060{}</a>'
        if heard
        else '<span class="ref {}" data-ref="{}">{}</span>'
    )
    refs = "".join(format_html(shape, level, ref, ref) for ref, level in run.refs)
    return inside + (f'<span class="refs">{refs}</span>' if refs and not heard else refs)


@register.inclusion_tag("partials/_finding.html")
def finding(item: object) -> dict[str, object]:
    """A finding or an origin note in the margin."""
    return {"item": item}


@register.simple_tag(takes_context=True)
def preview(context: template.Context, item: Any) -> SafeString:
    """A post as its network will show it: previews/NETWORK.html, else previews/any.html."""
    chosen = select_template([f"previews/{item.network}.html", "previews/any.html"])
    return SafeString(chosen.render({"item": item}, context.get("request")))


@register.filter
def play_time(seconds: float) -> str:
    """How long a video plays, as players show it: 0:07, 1:02:30."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@register.filter
def plain(number: float) -> str:
    """A number as an attribute takes it, in whatever language the page is: 63, 12.5, 0.333."""
    return f"{number:.3f}".rstrip("0").rstrip(".")


@register.inclusion_tag("partials/_timeline.html")
def timeline(days: object) -> dict[str, object]:
    """What happened, by day: solid a person, dotted a model, thin the house."""
    return {"days": days}


@register.inclusion_tag("partials/_field.html")
def field(bound: BoundField, label: str = "") -> dict[str, object]:
    """A form field with label, help and errors."""
    return {"field": bound, "label": label or bound.label, "kind": bound.widget_type}


@register.simple_block_tag
def dialog(content: str, ident: str, title: str, wide: bool = False) -> SafeString:
    """A native dialog; opened by any `data-opens="IDENT"`, closed by `data-closes` or Escape."""
    return format_html(
        '<dialog id="{0}" aria-labelledby="{0}-title"{1}><h2 id="{0}-title">{2}</h2>{3}</dialog>',
        ident,
        mark_safe(' class="wide"') if wide else "",
        title,
        content,
    )


@dataclass(frozen=True)
class Place:
    """An entry of the navigation: the url name, its word and icon, and whether phones show it."""

    name: str
    word: Words
    icon: str
    below: bool = False
    url: str = ""
    count: int = 0
    here: bool = False


PLACES = (
    Place("today", gettext_lazy("Today"), "sun", below=True),
    Place("calendar", gettext_lazy("Calendar"), "calendar", below=True),
    Place("campaigns", gettext_lazy("Campaigns"), "megaphone"),
    Place("assets", gettext_lazy("Assets"), "image"),
    Place("inbox", gettext_lazy("Inbox"), "inbox", below=True),
    Place("results", gettext_lazy("Results"), "chart-line"),
    Place("brand", gettext_lazy("Brand"), "book-open"),
    Place("record", gettext_lazy("Record"), "scroll-text"),
)


@register.simple_tag(takes_context=True)
def places(context: template.Context) -> list[Place]:
    """The navigation, without the places this release does not have.

    Reads `section` (the name of the place one is in) and `counts` (name -> number) if given.
    """
    counts = context.get("counts") or {}
    found = []
    for place in PLACES:
        try:
            url = reverse(place.name)
        except NoReverseMatch:
            continue
        found.append(
            replace(
                place,
                url=url,
                count=counts.get(place.name, 0),
                here=context.get("section") == place.name,
            )
        )
    return found


@register.simple_tag
def url_or_none(name: str, *args: object) -> str:
    """The url of that name, or nothing where this release has no such page."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@register.filter
def initials(name: object) -> str:
    """The first letters of a person's first and last name, for the round mark."""
    words = str(name or "").replace("@", " ").replace(".", " ").split()
    picked = words[:1] + words[-1:] if len(words) > 1 else words[:1]
    return "".join(word[0] for word in picked).upper()


@register.filter
def undo_of(tags: str) -> str:
    """Where a message's act can be taken back: the rest of a tag `undo=URL`."""
    return next((tag[5:] for tag in str(tags).split() if tag.startswith("undo=")), "")


@register.simple_tag(takes_context=True)
def theme_now(context: template.Context) -> str:
    """`light` or `dark` as chosen in this browser, else in the settings; empty: the system's."""
    request = context.get("request")
    chosen = request.COOKIES.get("theme", "") if request else ""
    if chosen not in ("light", "dark", "system"):
        chosen = getattr(context.get("user"), "theme", "")
    return chosen if chosen in ("light", "dark") else ""


@register.simple_tag
def wire_runs(passages: Iterable[Passage]) -> str:
    """The origins of a text as the editor reads them: [[kind, code points], …] in JSON."""
    return json.dumps([[passage.origin.kind, len(passage.text)] for passage in passages])


@register.simple_tag
def wire_marks(marks: Iterable[Mark]) -> str:
    """The findings over a text as the editor reads them: [[start, end, level, ref], …] in JSON."""
    return json.dumps([[mark.start, mark.end, mark.level, mark.ref] for mark in marks])
