"""Connecting a channel by signing in at its network: going there, coming back, choosing."""

from collections.abc import Sequence
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from aboveboard.channels.base import settings_of
from aboveboard.channels.registry import network
from aboveboard.faces.web.studio import Desk, page, show
from aboveboard.kernel.errors import Conflict, NotFound
from aboveboard.publish import authorizing

_AWAY, _FOUND = "channel_away", "channel_found"


def back_address() -> str:
    """Where networks send people back to; it is entered with the app there."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{reverse('signed_in_there')}"


@page
@require_POST
def keep_app(request: HttpRequest, desk: Desk, name: str) -> HttpResponse:
    """Keep the app with which people sign in at a network, and go there."""
    authorizing.keep_app(
        desk.actor,
        name,
        client_id=request.POST.get("client_id", ""),
        client_secret=request.POST.get("client_secret", ""),
    )
    asked = {one.name for one in settings_of(network(name))} & set(request.POST)
    return redirect(
        reverse("sign_in_there", args=[name]) + "?" + urlencode({k: request.POST[k] for k in asked})
    )


@page
@require_GET
def sign_in_there(request: HttpRequest, desk: Desk, name: str) -> HttpResponse:
    """Go to the network; what is needed to come back is in the session."""
    url, away = authorizing.begin(
        desk.actor,
        desk.brand.pk,
        network=name,
        redirect=back_address(),
        server=request.GET.get("server", ""),
        given=request.GET.dict(),
    )
    request.session[_AWAY] = away.model_dump(mode="json")
    return redirect(url)


@page
@require_GET
def signed_in_there(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Back from the network: with one account it is connected, among several one chooses."""
    kept = request.session.pop(_AWAY, None)
    if not kept:
        raise Conflict(
            "No sign-in is under way here. Nothing was connected.",
            mend="Begin it on the page of the channels.",
            code="not_away",
        )
    away = authorizing.Away.model_validate(kept)
    if request.GET.get("error"):
        messages.error(request, _("The sign-in was broken off there. Nothing was connected."))
        return redirect("new_channel", away.network)
    found = authorizing.back(
        desk.actor,
        away,
        state=request.GET.get("state", ""),
        code=request.GET.get("code", ""),
    )
    if len(found) > 1:
        request.session[_FOUND] = {
            "network": away.network,
            "brand": str(away.brand),
            "sealed": authorizing.sealed(found),
        }
        context = {"network": network(away.network), "found": found, "tab": "channels"}
        return show(request, desk, "brands/choose_account.html", context, section="brand")
    channel = authorizing.add_signed_in(desk.actor, away.brand, away.network, found[0])
    messages.success(request, _("%(name)s is connected.") % {"name": channel.name})
    return redirect("channels")


@page
@require_POST
def choose_account(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Connect those that were chosen."""
    kept = request.session.pop(_FOUND, None) or {}
    found = authorizing.opened(str(kept.get("sealed", "")))
    chosen = [found[int(raw)] for raw in request.POST.getlist("account") if _is_one(raw, found)]
    if not chosen:
        raise NotFound("No account was chosen. Nothing was connected.", code="nothing_chosen")
    for one in chosen:
        authorizing.add_signed_in(desk.actor, UUID(kept["brand"]), str(kept["network"]), one)
    names = ", ".join(one.display_name for one in chosen)
    messages.success(request, _("%(name)s is connected.") % {"name": names})
    return redirect("channels")


def _is_one(raw: str, found: Sequence[object]) -> bool:
    return raw.isdecimal() and int(raw) < len(found)
