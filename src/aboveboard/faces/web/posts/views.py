"""A post's page with its whole story, and what one can do about its deliveries."""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from aboveboard.create import queries as create
from aboveboard.create.models import Variant
from aboveboard.faces.web.events import stream
from aboveboard.faces.web.posts.amending import outside
from aboveboard.faces.web.posts.aside import (
    curve_of,
    doubt_of,
    figures,
    proof_of,
    subjects,
    words_of,
)
from aboveboard.faces.web.posts.story import story
from aboveboard.faces.web.studio import Desk, page, show
from aboveboard.ledger import queries as ledger
from aboveboard.measure import queries as measure
from aboveboard.people.rules import Right
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Post
from aboveboard.publish import actions as publish
from aboveboard.publish import queries as published
from aboveboard.publish import standing
from aboveboard.publish.beside import beside, chosen
from aboveboard.review import actions as review
from aboveboard.review import queries as reviews

_ACTED_ON = ("unknown", "refused", "held", "waiting")


@page
@require_GET
def post(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Its story, the words, the numbers, the proof."""
    found = plans.post(desk.actor, post_id)
    variants = variants_of(found)
    deliveries = list(published.of_post(found.pk))
    numbers = measure.numbers_of_post(found.pk)
    shown = figures(numbers)
    context: dict[str, Any] = {
        "post": found,
        "standing": standing.chosen([found.pk])[0],
        "days": story(found, variants, deliveries),
        "words": words_of(variants, deliveries),
        "numbers": numbers,
        "figures": shown,
        "told": zip(
            numbers.channels, zip(*(one.values for one in shown), strict=True), strict=True
        ),
        "on_the_way": published.on_the_way(deliveries),
        "open_deliveries": [
            (one, doubt_of(one) if one.state == "unknown" else None)
            for one in deliveries
            if one.state in _ACTED_ON
        ],
        "outside": outside(deliveries),
        "proof": proof_of(deliveries),
        "entries": ledger.about(desk.actor.workspace_id, subjects(found, variants, deliveries)),
        "approvals": reviews.valid([v.pk for v in variants]),
        "may_approve": desk.actor.may(Right.approve),
        "may_publish": desk.actor.may(Right.publish),
        "may_write": desk.actor.may(Right.write),
        "may_comment": desk.actor.may(Right.comment),
    }
    return show(request, desk, "posts/post.html", context, section="calendar")


@page
@require_GET
def sending(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponseBase:
    """How many of the post's channels have it, until none is on its way any more."""
    plans.post(desk.actor, post_id)

    def look(waited: float) -> dict[str, Any]:
        deliveries = list(published.of_post(post_id))
        left = published.on_the_way(deliveries)
        done = sum(one.state == "sent" for one in deliveries)
        return {
            "state": "going" if left else "done",
            "far": _("%(done)d of %(total)d channels have it. You may leave this page.")
            % {"done": done, "total": len(deliveries)},
            "done": done,
            "total": len(deliveries),
        }

    return stream(look)


@page
@require_GET
def curve(request: HttpRequest, desk: Desk, post_id: UUID) -> JsonResponse:
    """The curve of a post's numbers over time, and the middle of the brand's other posts."""
    found = plans.post(desk.actor, post_id)
    drawn = curve_of(found, published.of_post(found.pk))
    if not drawn:
        return JsonResponse({"x": [], "lines": []})
    lines = [{"word": line.word, "y": line.values} for line in drawn.lines]
    return JsonResponse({"x": [at.timestamp() for at in drawn.moments], "lines": lines})


@page
@require_POST
def comment(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Say something about it."""
    review.comment(desk.actor, post_id, request.POST.get("text", ""))
    return redirect("post", post_id)


@page
@require_GET
def there(request: HttpRequest, desk: Desk, delivery_id: UUID) -> HttpResponse:
    """What the account shows since an unknown delivery was tried: a part of the post's page."""
    one = published.delivery(desk.actor, delivery_id)
    context = {"delivery": one, "there": beside(desk.actor, delivery_id)}
    return render(request, "posts/_there.html", context)


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
        number = request.POST.get("remote_id", "")
        sent = chosen(desk.actor, delivery_id, number) if number else None
        url = request.POST.get("url", "")
        publish.settle(desk.actor, delivery_id, reached=True, url=url, sent=sent)
    elif act == "absent":
        publish.settle(desk.actor, delivery_id, reached=False)
    return redirect("post", one.variant.post_id)


def variants_of(found: Post) -> list[Variant]:
    """The texts of a post, which is set on each."""
    variants = list(create.variants(found.pk))
    for variant in variants:
        variant.post = found
    return variants
