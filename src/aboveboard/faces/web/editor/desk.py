"""All that the editor shows of one post, put together: the sheet, the margin, the previews.

In: a post and the text chosen on it. Out: the context of templates/editor, and the parts that
change as one types.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from aboveboard.brand import queries as brands
from aboveboard.brand.models import Brand
from aboveboard.channels.registry import network
from aboveboard.check import actions as check
from aboveboard.check import queries as checks
from aboveboard.check.tasks import ask_links
from aboveboard.create import actions as create
from aboveboard.create import queries
from aboveboard.create.models import Variant
from aboveboard.disclose.queries import content
from aboveboard.faces.web.editor.forms import RELATIONSHIPS
from aboveboard.faces.web.editor.offers import offers
from aboveboard.faces.web.editor.previews import preview
from aboveboard.faces.web.editor.sheet import Sheet, sheet
from aboveboard.faces.web.studio import Desk
from aboveboard.kernel.errors import Conflict
from aboveboard.people.rules import Right
from aboveboard.plan.models import Brief, Post
from aboveboard.publish import standing
from aboveboard.review import queries as reviews
from aboveboard.review.models import Approval
from aboveboard.text.counting import urls

# The parts of the page that follow from the words, each templates/editor/_NAME.html.
LIVE = ("notes", "previews", "base", "status", "facts", "bound", "leaving")
_OUT = frozenset({"sending", "sent", "unknown", "taken_down"})


@dataclass(frozen=True)
class Stand:
    """Where a post stands, and what that means for typing on one of its texts."""

    post: str
    text: str
    approval: Approval | None

    @property
    def is_out(self) -> bool:
        """Whether this text is or was on the network, or may be: it is written no more."""
        return self.text in _OUT

    @property
    def binds(self) -> bool:
        """Whether typing would void an approval."""
        return self.approval is not None and not self.is_out


def desk_of(desk: Desk, post: Post, chosen: str) -> dict[str, Any]:
    """The whole desk for a post; `chosen` is the id of the text to show, as it was asked for."""
    variants = list(queries.variants(post.pk))
    variant = next((v for v in variants if str(v.pk) == chosen), variants[0] if variants else None)
    taken = {v.channel_id for v in variants}
    context: dict[str, Any] = {
        "post": post,
        "variants": variants,
        "standing": _standing(post, variant),
        "may_write": desk.actor.may(Right.write),
        "may_approve": desk.actor.may(Right.approve),
        "free_channels": [c for c in brands.channels(post.brand_id) if c.pk not in taken],
        **_facts(post.brief, variant),
    }
    if not variant:
        return context
    _with_post(variants, post)
    check.look_at_all(variants, post.brand)
    may_write = context["may_write"] and not context["standing"].is_out
    context |= _parts(post, variant, variants, may_write=may_write)
    library = list(queries.assets(post.brand_id)[:60])
    on_post = {str(one["asset"]) for one in context["sheet"].pictures}
    return context | {
        "offers": offers(variant),
        **_asked(post.brand, variant),
        "library": library,
        "shelf": [one for one in library if str(one.pk) not in on_post],
        "gives_cards": network(variant.channel.network).capabilities.link_preview == "own",
        "card": _card(context["sheet"]),
        "policy": brands.policy_of(post.brand),
        "relationships": RELATIONSHIPS,
    }


def _card(sheet: Sheet) -> dict[str, str]:
    """The card that a link has, with the id of its picture; empty when it has none."""
    first = next(iter(sheet.pictures), {})
    return {**first["link"], "asset": first["asset"]} if first.get("link") else {}


def _asked(brand: Brand, variant: Variant) -> dict[str, Any]:
    """Which model would be asked, where it is, and whether texts of the brand may go there."""
    order = queries.order_for(brand, create.task_of(variant.head))
    if not order:
        return {"asks": None}
    first, *after = order
    return {
        "asks": first,
        "asks_host": urlsplit(first.base_url).netloc,
        "asks_here": queries.stays_here(first),
        "asks_agreed": queries.may_go(brand, first),
        "stand_ins": [one for one in after if queries.may_go(brand, one)],
    }


def news_of(request: HttpRequest, desk: Desk, variant: Variant, *, sent: str) -> dict[str, Any]:
    """What the page is told after a save: origins, findings and the parts that follow."""
    post = variant.post
    variants = list(queries.variants(post.pk))
    _with_post(variants, post)
    variant = next(v for v in variants if v.pk == variant.pk)
    check.look(variant, post.brand)
    _ask_links(variant)
    parts = _parts(post, variant, variants, may_write=desk.actor.may(Right.write))
    one: Sheet = parts["sheet"]
    context = {
        "post": post,
        "standing": _standing(post, variant),
        "may_write": desk.actor.may(Right.write),
        **_facts(post.brief, variant),
        **parts,
    }
    news: dict[str, Any] = {
        "said": saved_at(variant.head.at if variant.head else timezone.now()),
        "runs": one.runs,
        "marks": one.mark_rows,
        "parts": {
            name: render_to_string(f"editor/_{name}.html", context, request) for name in LIVE
        },
    }
    if variant.head and variant.head.text != sent:
        news["text"] = variant.head.text
    return news


def saved_at(moment: datetime) -> str:
    """When the words were saved, in words."""
    return _("Saved %(time)s") % {"time": f"{timezone.localtime(moment):%H:%M:%S}"}


def must_be_here(variant: Variant) -> None:
    """Raises Conflict when the text has gone out and cannot be written any more."""
    if _standing(variant.post, variant).is_out:
        raise Conflict(
            "This is out already and cannot be changed. What you typed is kept in this browser.",
            mend="Put it into a new post.",
            code="is_out",
        )


def _standing(post: Post, variant: Variant | None) -> Stand:
    found = next(iter(standing.chosen([post.pk])), None)
    if not found or not variant:
        return Stand(found.state if found else "draft", "draft", None)
    text = next((v.state for v in found.variants if v.variant == variant.pk), "draft")
    return Stand(found.state, text, reviews.valid([variant.pk]).get(variant.pk))


def _with_post(variants: Sequence[Variant], post: Post) -> None:
    for variant in variants:
        variant.post = post


def _parts(
    post: Post, variant: Variant, variants: Sequence[Variant], *, may_write: bool
) -> dict[str, Any]:
    """All parts of the desk that change as one types."""
    blocks, warns = checks.counts([post.pk]).get(post.pk, (0, 0))
    one = sheet(variant, post.brand, checks.findings(variant.pk), may_write=may_write)
    return {
        "sheet": one,
        "holds_at": _holds_at(post, one) if blocks else "",
        "variant": variant,
        "variant_id": str(variant.pk),
        "saved": saved_at(variant.head.at) if variant.head else "",
        # Nobody has begun: that is no fault yet.
        "blank": not one.pictures and not any(v.head and v.head.text.strip() for v in variants),
        "blocks": blocks,
        "warns": warns,
        "previews": [
            preview(v, content(v, post.brand), post.brand)
            for v in sorted(variants, key=lambda v: v.pk != variant.pk)
        ],
    }


def _holds_at(post: Post, one: Sheet) -> str:
    """Where the first finding stands that holds the post: on this sheet, else on another text's."""
    if note := next((note for note in one.notes if note.level == "stop"), None):
        return f"#note-{note.ref}"
    first = checks.holding(post.pk).first()
    return f"{editor_url(post.pk, first.variant_id)}#note-1" if first else ""


def _ask_links(variant: Variant) -> None:
    """Have links asked that nobody asked lately; the answer shows with the next look."""
    text = variant.head.text if variant.head else ""
    links = sorted({url.text for url in urls(text)})
    known = checks.answers(links)
    if any(link not in known for link in links):
        ask_links.configure(queueing_lock=f"links-{variant.pk}").defer(
            links=[link for link in links if link not in known]
        )


def _facts(brief: Brief | None, variant: Variant | None) -> dict[str, Any]:
    rows = facts_of(brief, variant)
    return {"facts": rows, "facts_used": sum(row["used"] for row in rows)}


def facts_of(brief: Brief | None, variant: Variant | None) -> list[dict[str, Any]]:
    """The facts of the brief, each sentence once, and whether the words use it."""
    if not brief:
        return []
    text = variant.head.text.casefold() if variant and variant.head else ""
    rows: dict[str, dict[str, Any]] = {}
    for fact in brief.facts.select_related("passage__source"):
        used = bool(text) and _uses(text, fact.text)
        rows.setdefault(fact.text, {"text": fact.text, "where": fact.passage.where, "used": used})
    return sorted(rows.values(), key=lambda row: not row["used"])


def _uses(text: str, fact: str) -> bool:
    figures = [w for w in fact.casefold().replace(",", " ").split() if any(map(str.isdigit, w))]
    if not figures:
        return fact.casefold().strip(" .") in text
    return all(figure.strip(".:;()") in text for figure in figures)


def editor_url(post_id: UUID, variant_id: UUID | None = None) -> str:
    """Where the editor is, with a text chosen."""
    return reverse("editor", args=[post_id]) + (f"?on={variant_id}" if variant_id else "")
