"""The review: everything that an approval binds, on one page, and the two answers to it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import formats
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from aboveboard.check import queries as checks
from aboveboard.create.models import Variant
from aboveboard.disclose.content import Content
from aboveboard.faces.web.editor.desk import facts_of
from aboveboard.faces.web.editor.previews import preview
from aboveboard.faces.web.editor.sheet import sheet
from aboveboard.faces.web.numerals import remarks_open
from aboveboard.faces.web.studio import Desk, page, show
from aboveboard.people.rules import Right
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Post
from aboveboard.publish import actions as publish
from aboveboard.publish import standing
from aboveboard.review import actions as review
from aboveboard.review import queries as reviews


@page
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """May it go? A yes holds for what was shown, and for nothing else."""
    found = plans.post(desk.actor, post_id)
    if request.method == "POST":
        seen = {
            variant.pk: request.POST.get(f"digest-{variant.pk}", "")
            for variant, _content in reviews.contents(found)
        }
        asked = request.POST.get("round", "")
        review.approve(desk.actor, post_id, shown=seen, asked=asked)
        publish.take_in(limit=50, brand_id=found.brand_id)
        messages.success(request, _("Approved.") + " " + _goes_out(found))
        return redirect("post", post_id)
    contents = reviews.contents(found)
    chosen = request.GET.get("on", "")
    pair = next((one for one in contents if str(one[0].pk) == chosen), next(iter(contents), None))
    given = reviews.valid([variant.pk for variant, _content in contents])
    stands = reviews.stands(contents, given)
    last = reviews.last_round(found.pk)
    context: dict[str, Any] = {
        "post": found,
        "round": last,
        "is_open": last is not None and last.state == "open",
        "contents": contents,
        "comments": [one for one in reviews.comments(found.pk) if one.sent_back],
        "holding": checks.holding(found.pk),
        "remarks": remarks_open(checks.counts([found.pk]).get(found.pk, (0, 0))[1]),
        "approved_by": next(iter(given.values())).by if given and stands else None,
        "standing": next(iter(standing.chosen([found.pk])), None),
        "may": desk.actor.may(Right.approve),
        "may_take_back": desk.actor.may(Right.write) or desk.actor.may(Right.publish),
        **(_shown(found, *pair) if pair else {}),
    }
    return show(request, desk, "posts/review.html", context)


@page
@require_POST
def send_back(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Give it back with a comment."""
    review.send_back(desk.actor, post_id, request.POST.get("text", ""))
    messages.success(request, _("Sent back with your words."))
    return redirect("today")


def _shown(found: Post, variant: Variant, content: Content) -> dict[str, Any]:
    one = sheet(variant, found.brand, checks.findings(variant.pk))
    return {
        "variant": variant,
        "content": content,
        "sheet": one,
        "findings": [note for note in one.notes if note.finding],
        "origins": [note for note in one.notes if not note.finding],
        "preview": preview(variant, content, found.brand),
        "facts": [fact for fact in facts_of(found.brief, variant) if fact["used"]],
    }


def _goes_out(found: Post) -> str:
    if not found.day or not found.clock:
        return _("It goes out now.")
    day = formats.date_format(found.day, "SHORT_DAY")
    return _("It goes out %(day)s at %(time)s.") % {"day": day, "time": f"{found.clock:%H:%M}"}
