"""Stopping and starting all sending by hand: for the minute in which something goes wrong."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aboveboard.faces.web.studio import Desk, came_from, page
from aboveboard.publish import actions


@page
@require_POST
def pause(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Send nothing more, for this brand or for all of them."""
    brand = None if request.POST.get("all") else desk.brand.pk
    actions.pause(desk.actor, brand, reason=request.POST.get("reason", ""))
    messages.success(request, _("Paused. Nothing goes out before somebody starts it again."))
    return redirect(came_from(request) or "today")


@page
@require_POST
def unpause(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Let sending go on, whether it was stopped for this brand or for all of them."""
    for brand in (desk.brand.pk, None):
        actions.unpause(desk.actor, brand)
    messages.success(request, _("Sending goes on. What became due meanwhile goes out now."))
    return redirect(came_from(request) or "today")
