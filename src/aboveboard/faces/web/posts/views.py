"""A post's page with its whole story, and the review."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aboveboard.check import queries as checks
from aboveboard.create import queries as create
from aboveboard.faces.web.editor.previews import preview
from aboveboard.faces.web.editor.sheet import for_meter, sheet
from aboveboard.faces.web.posts.story import story
from aboveboard.faces.web.studio import Desk, page, show
from aboveboard.ledger import queries as ledger
from aboveboard.measure import queries as measure
from aboveboard.people.rules import Right
from aboveboard.plan import queries as plans
from aboveboard.publish import actions as publish
from aboveboard.publish import queries as published
from aboveboard.publish import standing
from aboveboard.review import actions as review
from aboveboard.review import queries as reviews


@page
@require_GET
def post(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Its story, the words, the numbers, the proof."""
    found = plans.post(desk.actor, post_id)
    variants = _variants(found)
    stand = standing.chosen([found.pk])[0]
    deliveries = list(published.of_post(found.pk))
    context: dict[str, Any] = {
        "post": found,
        "standing": stand,
        "days": story(found, variants),
        "sheets": [
            {"variant": v, "shares": for_meter(v.head.shares), "passages": v.head.written}
            for v in variants
            if v.head
        ],
        "numbers": measure.numbers_of_post(found.pk),
        "deliveries": deliveries,
        "entries": ledger.about(
            desk.actor.workspace_id,
            [found.pk, *(v.pk for v in variants), *(d.pk for d in deliveries)],
        ),
        "approvals": reviews.valid([v.pk for v in variants]),
        "may_publish": desk.actor.may(Right.publish),
        "may_write": desk.actor.may(Right.write),
        "round": reviews.open_round(found.pk),
    }
    return show(request, desk, "posts/post.html", context, section="calendar")


@page
@require_GET
def curve(request: HttpRequest, desk: Desk, post_id: UUID) -> JsonResponse:
    """The curve of a post's replies over time, and the middle of the brand's other posts."""
    found = plans.post(desk.actor, post_id)
    points = measure.curve(found.pk, "replies")
    lines = [{"word": _("replies"), "y": [point.value for point in points]}]
    return JsonResponse({"x": [point.at.timestamp() for point in points], "lines": lines})


@page
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """May it go? Everything that the approval binds, on one page."""
    found = plans.post(desk.actor, post_id)
    if request.method == "POST":
        shown = {
            UUID(key.removeprefix("digest-")): str(value)
            for key, value in request.POST.items()
            if key.startswith("digest-")
        }
        review.approve(desk.actor, post_id, shown=shown)
        publish.take_in(limit=50, brand_id=found.brand_id)
        if found.at:
            messages.success(
                request,
                _("Approved. Goes out %(day)s at %(time)s.")
                % {"day": f"{found.day:%-d %b}", "time": f"{found.clock:%H:%M}"},
            )
        else:
            messages.success(request, _("Approved. It goes out now."))
        return redirect("post", post_id)
    variants = _variants(found)
    asked = reviews.open_round(found.pk) or reviews.last_round(found.pk)
    chosen = request.GET.get("on", "")
    contents = reviews.contents(found)
    current = next((pair for pair in contents if str(pair[0].pk) == chosen), contents[0:1])
    pair = current if isinstance(current, tuple) else (current[0] if current else None)
    context: dict[str, Any] = {
        "post": found,
        "round": asked,
        "contents": contents,
        "variants": variants,
        "comments": reviews.comments(found.pk),
        "holding": checks.holding(found.pk),
        "approved": reviews.valid([v.pk for v in variants]),
        "may": desk.actor.may(Right.approve),
    }
    if pair:
        variant, content = pair
        context |= {
            "variant": variant,
            "content": content,
            "sheet": sheet(variant, found.brand, checks.findings(variant.pk)),
            "preview": preview(variant, content, found.brand),
        }
    return show(request, desk, "posts/review.html", context)


@page
@require_POST
def send_back(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Give it back with a comment."""
    review.send_back(desk.actor, post_id, request.POST.get("text", ""))
    messages.success(request, _("Sent back with your words."))
    return redirect("today")


@page
@require_POST
def comment(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Say something about it."""
    review.comment(desk.actor, post_id, request.POST.get("text", ""))
    return redirect("post", post_id)


@page
@require_POST
def delivery(request: HttpRequest, desk: Desk, delivery_id: UUID, act: str) -> HttpResponse:
    """Hold, try once more, or settle what is unknown."""
    one = published.delivery(desk.actor, delivery_id)
    if act == "hold":
        publish.hold(desk.actor, delivery_id, request.POST.get("why", "") or _("Held by hand"))
    elif act == "resume":
        publish.resume(desk.actor, delivery_id)
    elif act == "retry":
        publish.retry(desk.actor, delivery_id)
    elif act == "reached":
        publish.settle(desk.actor, delivery_id, reached=True, url=request.POST.get("url", ""))
    elif act == "absent":
        publish.settle(desk.actor, delivery_id, reached=False)
    return redirect("post", one.variant.post_id)


def _variants(found: Any) -> list[Any]:
    variants = list(create.variants(found.pk))
    for variant in variants:
        variant.post = found
    return variants
