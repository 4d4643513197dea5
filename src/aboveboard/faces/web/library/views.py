"""The library of pictures and videos."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aboveboard.create import actions, queries
from aboveboard.faces.web.library.saying import saying
from aboveboard.faces.web.serving import media_file
from aboveboard.faces.web.studio import Desk, page, show, uploaded_file
from aboveboard.kernel.errors import NotFound


@page
@require_http_methods(["GET", "POST"])
def library(request: HttpRequest, desk: Desk) -> HttpResponseBase:
    """Every picture and video of the brand; one that is posted here is kept."""
    if request.method == "POST":
        name, path = uploaded_file(request, "file")
        asset = actions.add_asset(
            desk.actor, desk.brand.id, name=name, data=path, alt=request.POST.get("alt", "")
        )
        if "application/json" in request.headers.get("Accept", ""):
            return JsonResponse({"id": str(asset.pk), "name": asset.name, "alt": asset.alt})
        messages.success(request, _("%(name)s is kept.") % {"name": asset.name})
        return redirect("assets")
    kept = queries.assets(desk.brand.id)[:300]
    context = {"assets": [(one, saying(one)) for one in kept]}
    return show(request, desk, "library/library.html", context, section="assets")


@page
@require_POST
def describe(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponse:
    """Set the words that stand for a picture or video."""
    actions.describe_asset(desk.actor, asset_id, request.POST.get("alt", ""))
    messages.success(request, _("Saved."))
    return redirect("assets")


@page
@require_GET
def picture(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponseBase:
    """The picture or video itself, for members of its workspace."""
    asset = queries.asset(desk.actor, asset_id)
    try:
        return media_file(request, asset, cache="private, max-age=86400, immutable")
    except FileNotFoundError:
        raise NotFound(
            f"The file of {asset.name} is not where it was put.",
            mend="Add it once more, or look into your backup.",
        ) from None
