"""Suggestions of a model in the editor: asking, following, taking, refusing."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from aboveboard.create import actions, queries
from aboveboard.create.actions.showing import request_for
from aboveboard.create.models import Suggestion
from aboveboard.create.tasks import fetch_suggestion
from aboveboard.faces.web.events import following
from aboveboard.faces.web.studio import Desk, page, show
from aboveboard.kernel.errors import NotFound


@page
@require_POST
def suggest(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """Ask the model; the page then follows by events. Who saw what goes where agrees first."""
    if agreed := request.POST.get("agree"):
        brand_id = queries.variant(desk.actor, variant_id).post.brand_id
        actions.agree(desk.actor, brand_id, UUID(agreed))
    suggestion = actions.ask_model(desk.actor, variant_id, request.POST.get("instruction", ""))
    fetch_suggestion.defer(suggestion=str(suggestion.pk))
    return _back(desk, variant_id)


@page
@require_GET
def request_text(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """The very request that would be sent, to be read before it is."""
    asked = request_for(desk.actor, variant_id, request.GET.get("instruction", ""))
    return show(request, desk, "editor/_request.html", {"asked": asked})


@page
@require_GET
def events(request: HttpRequest, desk: Desk, suggestion_id: UUID) -> HttpResponseBase:
    """Server-sent events until the suggestion is there."""
    known = Suggestion.objects.filter(
        pk=suggestion_id, variant__post__brand__workspace_id=desk.actor.workspace_id
    )
    if not known.exists():
        raise NotFound("There is no such suggestion.")

    return following(known, lambda: _("%(model)s is writing"), hears=True)


@page
@require_POST
def take(request: HttpRequest, desk: Desk, suggestion_id: UUID) -> HttpResponse:
    """Put the suggestion in place of the words."""
    revision = actions.take_suggestion(desk.actor, suggestion_id)
    share = revision.model_share
    if share == 100:
        said = _("Taken. Every word of it is marked as the model’s.")
    elif share:
        said = _("Taken. The model’s words are marked as the model’s.")
    else:
        said = _("Taken. Every word stays whose it was.")
    messages.success(request, said)
    return _back(desk, revision.variant_id)


@page
@require_POST
def refuse(request: HttpRequest, desk: Desk, suggestion_id: UUID) -> HttpResponse:
    """Put the suggestion aside, or stop one that is on its way."""
    variant = Suggestion.objects.values_list("variant_id", flat=True).filter(pk=suggestion_id)
    actions.refuse_suggestion(desk.actor, suggestion_id)
    return _back(desk, variant.get())


def _back(desk: Desk, variant_id: UUID) -> HttpResponse:
    variant = queries.variant(desk.actor, variant_id)
    return redirect(f"{reverse('editor', args=[variant.post_id])}?on={variant.pk}")
