"""Spelling and grammar in the editor's margin: each with its reason, taken or left by one click."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import regex
from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from aboveboard.brand.queries import policy_of
from aboveboard.brand.rules import Allowance, Task
from aboveboard.check.guards.language import NAMES
from aboveboard.create import actions, queries
from aboveboard.create.models import Variant
from aboveboard.create.tasks import fetch_proofs
from aboveboard.create.words.correcting import ASKING, SINGLE, Proofs, Proposed, proofs
from aboveboard.faces.web.editor.desk import must_be_here, news_of
from aboveboard.faces.web.studio import Desk, page
from aboveboard.faces.web.told import error_told, told
from aboveboard.text.correcting.dictionaries import PACKAGES
from aboveboard.text.correcting.reader import Unread

# So many words to choose from, and so many corrections in the margin at once.
CHOICES, MOST = 3, 40
_LEFT = regex.compile(r"[\p{L}\p{N}'’]*\P{L}?$")
_RIGHT = regex.compile(r"^\P{L}?[\p{L}\p{N}'’]*")


@dataclass(frozen=True)
class Shown:
    """One correction as the margin shows it: the words as they are and as they would be."""

    ref: str
    one: Proposed
    before: str
    after: str
    why: str
    source: str
    choices: tuple[tuple[int, str], ...]
    alike: int

    @property
    def start(self) -> int:
        return self.one.correction.start

    @property
    def end(self) -> int:
        return self.one.correction.end


@page
@require_GET
def corrections(request: HttpRequest, desk: Desk, variant_id: UUID) -> JsonResponse:
    """What is to be corrected in a text as it was saved."""
    return JsonResponse(_margin(request, queries.variant(desk.actor, variant_id)))


@page
@require_POST
def take(request: HttpRequest, desk: Desk, variant_id: UUID) -> JsonResponse:
    """Put a correction in, or all of a kind."""
    must_be_here(queries.variant(desk.actor, variant_id))
    if kind := request.POST.get("kind", ""):
        revision = actions.take_corrections_of_kind(desk.actor, variant_id, kind)
    else:
        key, choice = request.POST.get("key", ""), request.POST.get("choice", "0")
        number = int(choice) if choice.isdecimal() else 0
        revision = actions.take_correction(desk.actor, variant_id, key, choice=number)
    variant = queries.variant(desk.actor, variant_id)
    news = news_of(request, desk, variant, sent="")
    return JsonResponse(
        news | _margin(request, variant) | {"revision": revision.number, "text": revision.text}
    )


@page
@require_POST
def leave(request: HttpRequest, desk: Desk, variant_id: UUID) -> JsonResponse:
    """Let the words stand."""
    actions.leave_correction(desk.actor, variant_id, request.POST.get("key", ""))
    return JsonResponse(_margin(request, queries.variant(desk.actor, variant_id)))


@page
@require_POST
def propose(request: HttpRequest, desk: Desk, variant_id: UUID) -> JsonResponse:
    """Ask the model as well."""
    actions.ask_proofs(desk.actor, variant_id)
    fetch_proofs.defer(variant=str(variant_id))
    return JsonResponse(_margin(request, queries.variant(desk.actor, variant_id)))


@page
@require_POST
def recall(request: HttpRequest, desk: Desk, variant_id: UUID) -> JsonResponse:
    """Say again what was left."""
    actions.recall_corrections(desk.actor, variant_id)
    return JsonResponse(_margin(request, queries.variant(desk.actor, variant_id)))


def _margin(request: HttpRequest, variant: Variant) -> dict[str, Any]:
    """The corrections as marks and html, or why there are none."""
    brand = variant.post.brand
    context: dict[str, Any] = {
        "variant": variant,
        "provider": next(iter(queries.order_for(brand, Task.REWRITE)), None),
        "may_ask": policy_of(brand).allows(Task.REWRITE) is not Allowance.NEVER,
        "asking": variant.corrections.filter(kind=ASKING).first(),
    }
    rows: list[tuple[int, int, str, str]] = []
    try:
        found = proofs(variant, brand)
    except Unread as error:
        context["trouble"] = error_told(error)
    else:
        shown = [*_shown(found)]
        rows = [(one.start, max(one.end, one.start + 1), "look", one.ref) for one in shown]
        context |= {
            "shown": shown,
            "more": len(shown) == MOST,
            "left": found.left,
            "off": found.off,
        }
        if found.missing:
            context["missing"] = PACKAGES[variant.language]
            context["language"] = _(NAMES[variant.language])
    return {
        "marks": rows,
        "corrections": render_to_string("editor/_corrections.html", context, request),
    }


def _shown(found: Proofs) -> Sequence[Shown]:
    alike = Counter(one.correction.kind for one in found.proposed if one.correction.instead)
    # A plain space before a French mark is told of once: it is the same wherever it stands.
    first = next((one for one in found.proposed if one.correction.kind == "no_break"), None)
    some = [one for one in found.proposed if one is first or one.correction.kind != "no_break"]
    return [
        _one(f"c{number}", one, found.text, alike)
        for number, one in enumerate(some[:MOST], start=1)
    ]


def _one(ref: str, one: Proposed, text: str, alike: Counter[str]) -> Shown:
    fault = one.correction
    left, right = "", ""
    if not any(character.isalpha() for character in fault.words):
        # A mark or a space alone says nothing: the words beside it are shown with it.
        left = (_LEFT.search(text[: fault.start]) or [""])[0]
        right = (_RIGHT.search(text[fault.end :]) or [""])[0]
    by = _("%(model)s proposes it; facts were compared.") % {"model": one.model}
    said = f" {fault.said}" if fault.said and fault.kind != "spelling" else ""
    return Shown(
        ref=ref,
        one=one,
        before=f"{left}{fault.words}{right}",
        after=f"{left}{fault.instead[0]}{right}" if fault.instead else "",
        why=fault.why if one.model else told(fault.why),
        source=by if one.model else f"{told(fault.source)}.{said}",
        choices=tuple(enumerate(fault.instead[:CHOICES]))[1:],
        alike=0 if fault.kind in SINGLE else alike[fault.kind],
    )
