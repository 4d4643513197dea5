"""The picture library."""

from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aboveboard.create import actions, queries
from aboveboard.create.actions.pictures import MAX_BYTES
from aboveboard.faces.web.studio import Desk, page, show, uploaded


@page
@require_http_methods(["GET", "POST"])
def library(request: HttpRequest, desk: Desk) -> HttpResponseBase:
    """Every picture of the brand; a picture posted here is kept."""
    if request.method == "POST":
        name, data = uploaded(request, "file", most=MAX_BYTES)
        asset = actions.add_asset(
            desk.actor, desk.brand.id, name=name, data=data, alt=request.POST.get("alt", "")
        )
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse({"id": str(asset.pk), "name": asset.name, "alt": asset.alt})
        messages.success(request, _("%(name)s is kept.") % {"name": asset.name})
        return redirect("assets")
    context = {"assets": queries.assets(desk.brand.id)[:300]}
    return show(request, desk, "library/library.html", context, section="assets")


@page
@require_POST
def describe(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponse:
    """Set the words that stand for a picture."""
    actions.describe_asset(desk.actor, asset_id, request.POST.get("alt", ""))
    messages.success(request, _("Saved."))
    return redirect("assets")


@page
@require_GET
@cache_control(private=True, max_age=86_400, immutable=True)
def picture(request: HttpRequest, desk: Desk, asset_id: UUID) -> FileResponse:
    """The picture itself, for members of its workspace."""
    asset = queries.asset(desk.actor, asset_id)
    response = FileResponse(asset.file.open("rb"), content_type=asset.mime)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
