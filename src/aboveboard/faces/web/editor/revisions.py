"""Every revision of a text, what changed in it, and taking an earlier one up again."""

import re
from difflib import SequenceMatcher
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_GET, require_POST

from aboveboard.create import actions, queries
from aboveboard.faces.web.editor.desk import editor_url, must_be_here
from aboveboard.faces.web.editor.sheet import for_meter
from aboveboard.faces.web.studio import Desk, page, show
from aboveboard.people.rules import Right

MOST = 200
_TOKEN = re.compile(r"\S+|\s+")
# How a revision came about, as the list says it.
WHATS = {
    "drafted": _lazy("Drafted from the brief"),
    "begun": _lazy("Begun"),
    "typed": _lazy("Typed"),
    "imported": _lazy("Imported"),
    "suggested": _lazy("A model’s suggestion taken"),
    "translated": _lazy("A translation taken"),
    "adapted": _lazy("Adapted"),
    "pictures": _lazy("Pictures chosen"),
    "restored": _lazy("Taken up again"),
    "sourced": _lazy("A source named"),
}


@page
@require_GET
def revisions(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """Every revision of a text, and what changed between two."""
    variant = queries.variant(desk.actor, variant_id)
    known = list(queries.revisions(variant_id)[:MOST])
    chosen = number_of(request.GET.get("number", "")) or (known[0].number if known else 0)
    current = next((r for r in known if r.number == chosen), known[0] if known else None)
    against = number_of(request.GET.get("against", ""))
    before = next((r for r in known if current and r.number == against != current.number), None)
    if not before:
        before = next((r for r in known if current and r.number < current.number), None)
    context = {
        "post": variant.post,
        "variant": variant,
        "revisions": [(one, WHATS.get(one.what, "")) for one in known],
        "current": current,
        "before": before,
        "changes": changes(before.text if before else "", current.text if current else ""),
        "shares": for_meter(current.shares) if current else {},
        "may_write": desk.actor.may(Right.write),
    }
    return show(request, desk, "editor/revisions.html", context, section="campaigns")


@page
@require_POST
def restore(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """Take an earlier revision up again."""
    variant = queries.variant(desk.actor, variant_id)
    must_be_here(variant)
    actions.restore(desk.actor, variant_id, number_of(request.POST.get("number", "0")))
    messages.success(request, _("The earlier text stands again."))
    return redirect(editor_url(variant.post_id, variant.pk))


def changes(before: str, after: str) -> list[tuple[str, str]]:
    """Runs of words that were kept, are gone or came, in the order of reading."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    runs: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(("kept", "".join(new[j1:j2])))
            continue
        if i1 != i2:
            runs.append(("gone", "".join(old[i1:i2])))
        if j1 != j2:
            runs.append(("came", "".join(new[j1:j2])))
    return runs


def number_of(raw: str) -> int:
    """A number as a form or an address gives it; 0 for anything else."""
    return int(raw) if raw.isdecimal() and len(raw) < 10 else 0
