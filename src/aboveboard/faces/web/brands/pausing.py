"""Stopping and starting all sending by hand: for the minute in which something goes wrong."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from aboveboard.faces.web.studio import Desk, came_from, page
from aboveboard.publish import actions
from aboveboard.publish.actions import Overdue

_SAID = {
    Overdue.send: _("Sending goes on. What became due meanwhile goes out now."),
    Overdue.spread: _("Sending goes on. What became due meanwhile goes out one by one."),
    Overdue.hold: _("Sending goes on. What became due meanwhile is held; you find it in Today."),
}


@page
@require_POST
def pause(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Send nothing more, for this brand or for all of them."""
    brand = None if request.POST.get("all") else desk.brand.pk
    actions.pause(desk.actor, brand, reason=request.POST.get("reason", ""))
    messages.success(request, str(_("Paused. Nothing goes out before somebody starts it again.")))
    return redirect(came_from(request) or "today")


@page
@require_POST
def unpause(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Let sending go on, whether it was stopped for this brand or for all of them."""
    raw = request.POST.get("overdue", Overdue.send)
    overdue = Overdue(raw) if raw in set(Overdue) else Overdue.send
    for brand in (desk.brand.pk, None):
        actions.unpause(desk.actor, brand, overdue=overdue)
    messages.success(request, str(_SAID[overdue]))
    return redirect(came_from(request) or "today")
