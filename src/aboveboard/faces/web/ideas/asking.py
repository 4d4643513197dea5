"""Asking a model for ideas: begin, follow, stop."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from aboveboard.faces.web.events import following
from aboveboard.faces.web.studio import Desk, page
from aboveboard.learn import searching
from aboveboard.learn.models import Search
from aboveboard.learn.tasks import fetch_ideas


@page
@require_POST
def ask(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Ask the model; the board then follows by events."""
    campaign = request.POST.get("campaign", "")
    asked = searching.ask_for_ideas(
        desk.actor, desk.brand.pk, campaign=UUID(campaign) if campaign else None
    )
    fetch_ideas.defer(search=str(asked.pk))
    return redirect("ideas")


@page
@require_GET
def events(request: HttpRequest, desk: Desk, search_id: UUID) -> HttpResponseBase:
    """Server-sent events until the ideas are there."""
    searching.search(desk.actor, search_id)
    known = Search.objects.filter(pk=search_id)

    return following(known, lambda: _("%(model)s is looking for ideas"))


@page
@require_POST
def stop(request: HttpRequest, desk: Desk, search_id: UUID) -> HttpResponse:
    """Stop a search, or put one aside that failed."""
    searching.stop_search(desk.actor, search_id)
    return redirect("ideas")
