"""An idea as its card shows it: who said each piece, why it is there, where that leads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from aboveboard.faces.web.told.places import place_told
from aboveboard.learn.worked import may_be_chance
from aboveboard.plan.models import Idea
from aboveboard.plan.reasons import Part, Reason

_EDGES = {
    "person": "person",
    "model": "model",
    "quote": "import",
    "name": "import",
    "template": "template",
}
ICONS = {
    "passage": "file-text",
    "post": "chart-line",
    "occasion": "calendar",
    "question": "message-square",
    "campaign": "megaphone",
    "model": "cpu",
}


@dataclass(frozen=True)
class Why:
    """A source in words, with the page that it stands on, when there is one still."""

    kind: str
    icon: str
    text: str
    url: str = ""
    note: str = ""


@dataclass(frozen=True)
class Card:
    """A card of the board."""

    idea: Idea
    shares: Mapping[str, float]
    parts: tuple[Part, ...]
    whys: tuple[Why, ...]
    brief: UUID | None

    @property
    def by_model(self) -> bool:
        return self.idea.origin == "model"


def cards_of(ideas: Iterable[Idea], known: "Known") -> list[Card]:
    return [_card(idea, known) for idea in ideas]


@dataclass(frozen=True)
class Known:
    """The ids of what a card can lead to."""

    sources: frozenset[str]
    posts: frozenset[str]
    briefs: Mapping[UUID, UUID]


def _card(idea: Idea, known: Known) -> Card:
    parts = idea.pieces
    size = sum(len(part.text) for part in parts) or 1
    shares: dict[str, float] = {}
    for part in parts:
        kind = _EDGES[part.said_by]
        shares[kind] = shares.get(kind, 0) + 100 * len(part.text) / size
    whys = tuple(_why(reason, idea, known) for reason in idea.reasons)
    return Card(idea, shares, parts, whys, known.briefs.get(idea.pk))


def _why(reason: Reason, idea: Idea, known: Known) -> Why:
    text, url, note = reason.where or reason.text, "", ""
    if reason.kind == "passage":
        text = place_told(text)
        url = reverse("source", args=[reason.ref]) if reason.ref in known.sources else ""
    elif reason.kind == "post":
        text = reason.text
        url = reverse("post", args=[reason.ref]) if reason.ref in known.posts else ""
        note = _measured(reason)
    elif reason.kind == "occasion":
        text = f"{reason.text}, {date_format(date.fromisoformat(reason.day), 'DAY_MONTH')}"
        note = "" if reason.where == "own" else reason.where
    elif reason.kind == "question":
        text = _("Somebody asked")
        note = reason.where
    elif reason.kind == "campaign" and reason.ref == str(idea.campaign_id):
        url = reverse("campaign", args=[reason.ref])
    elif reason.kind == "model":
        text = _("%(model)s joined these") % {"model": reason.where}
    return Why(reason.kind, ICONS[reason.kind], text, url, note)


def _measured(reason: Reason) -> str:
    """How posts of this matter did, with how sure that is."""
    said = _("%(above)d of %(like)d posts of this matter were above your usual.") % {
        "above": reason.above,
        "like": reason.like,
    }
    if may_be_chance(reason.above, reason.like):
        chance = _("Few posts: it may be chance.")
        return f"{said} {chance}"
    return said
