"""Asking the knowledge beside the text, and putting what it says into it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from aboveboard.brand.asking import ask
from aboveboard.create import actions, queries
from aboveboard.faces.web.editor.desk import must_be_here, news_of
from aboveboard.faces.web.editor.revisions import number_of
from aboveboard.faces.web.studio import Desk, page
from aboveboard.kernel.errors import NotFound
from aboveboard.people.rules import Right


@page
@require_GET
def ask_knowledge(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """What the knowledge says, as quotations."""
    variant = queries.variant(desk.actor, variant_id)
    found = ask(desk.actor, variant.post.brand_id, request.GET.get("q", ""))
    context = {"quotations": found, "may_put": desk.actor.may(Right.write)}
    return render(request, "partials/_quotations.html", context)


@page
@require_POST
def quote(request: HttpRequest, desk: Desk, variant_id: UUID) -> JsonResponse:
    """Put a quotation in where the caret was."""
    must_be_here(queries.variant(desk.actor, variant_id))
    try:
        passage = UUID(request.POST.get("passage", ""))
    except ValueError:
        raise NotFound("There is no such passage.", mend="Ask again.")
    start, end, at = (number_of(request.POST.get(name, "")) for name in ("start", "end", "at"))
    revision = actions.put_in_quotation(
        desk.actor, variant_id, passage, start=start, end=end, at=at
    )
    variant = queries.variant(desk.actor, variant_id)
    news = news_of(request, desk, variant, sent="")
    return JsonResponse(news | {"revision": revision.number, "text": revision.text})
