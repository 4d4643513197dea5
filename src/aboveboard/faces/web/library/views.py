"""The library of pictures and videos: a shelf to look through, and the files themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from aboveboard.create import actions, queries
from aboveboard.create.assets import library
from aboveboard.create.assets.renditions import rendition
from aboveboard.create.assets.rights import State, state_of
from aboveboard.create.models import Asset
from aboveboard.faces.web.library.asking import (
    KIND_WORDS,
    RIGHTS_WORDS,
    SIZE,
    SORT_WORDS,
    View,
    view_of,
)
from aboveboard.faces.web.library.forms import RightsForm
from aboveboard.faces.web.serving import media_file
from aboveboard.faces.web.studio import Desk, page, show, uploaded_file
from aboveboard.kernel.errors import NotFound
from aboveboard.media.small import MIME

_KEEP = "private, max-age=86400, immutable"


@dataclass(frozen=True)
class Card:
    """An asset on the shelf: how its rights stand today, and in how many posts it is."""

    asset: Asset
    rights: State
    used: int


def cards(assets: Sequence[Asset], view: View) -> list[Card]:
    used = library.use_counts([one.pk for one in assets])
    today = view.asked.today
    return [
        Card(
            one,
            state_of(
                licence=one.licence, until=one.may_use_until, consent=one.consent, today=today
            ),
            used.get(one.pk, 0),
        )
        for one in assets
    ]


@page
@require_http_methods(["GET", "POST"])
def shelf(request: HttpRequest, desk: Desk) -> HttpResponseBase:
    """The brand's pictures and videos, as they are asked for; one that is posted here is kept."""
    if request.method == "POST":
        return _keep(request, desk)
    view = view_of(request.GET, desk.brand)
    rows = library.assets(desk.brand.pk, view.asked)
    start = (view.page - 1) * SIZE
    found = list(rows[start : start + SIZE + 1])
    context = {
        "view": view,
        "cards": cards(found[:SIZE], view),
        "count": rows.count(),
        "before": view.url(page=str(view.page - 1)) if view.page > 1 else "",
        "after": view.url(page=str(view.page + 1)) if len(found) > SIZE else "",
        "first": start + 1,
        "last": start + len(found[:SIZE]),
        **around(desk),
    }
    return show(request, desk, "library/library.html", context, section="assets")


def around(desk: Desk) -> dict[str, object]:
    """What stands beside every shelf: folders, tags, and the words of the filters."""
    return {
        "folders": library.folders(desk.brand.pk),
        "tags": library.tags(desk.brand.pk, most=24),
        "kinds": KIND_WORDS,
        "rights_states": RIGHTS_WORDS,
        "sorts": SORT_WORDS,
        "rights_form": RightsForm(auto_id="bulk_%s"),
    }


def _keep(request: HttpRequest, desk: Desk) -> HttpResponseBase:
    name, path = uploaded_file(request, "file")
    asset = actions.add_asset(
        desk.actor, desk.brand.id, name=name, data=path, alt=request.POST.get("alt", "")
    )
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"id": str(asset.pk), "name": asset.name, "alt": asset.alt})
    messages.success(request, _("%(name)s is kept.") % {"name": asset.name})
    return redirect("assets")


@page
@require_GET
def duplicates(request: HttpRequest, desk: Desk) -> HttpResponseBase:
    """What is most likely there more than once, side by side."""
    view = view_of(request.GET, desk.brand)
    groups = [cards(group, view) for group in library.duplicates(desk.brand.pk)[:60]]
    context = {"view": view, "groups": groups, "here": "duplicates", **around(desk)}
    return show(request, desk, "library/duplicates.html", context, section="assets")


@page
@require_GET
def picture(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponseBase:
    """The picture or video itself, for members of its workspace."""
    asset = queries.asset(desk.actor, asset_id)
    try:
        return media_file(request, asset, cache=_KEEP)
    except FileNotFoundError:
        raise NotFound(
            f"The file of {asset.name} is not where it was put.",
            mend="Add it once more, or look into your backup.",
        ) from None


@page
@require_GET
def small(request: HttpRequest, desk: Desk, asset_id: UUID, size: str) -> HttpResponseBase:
    """A small picture of an asset, for lists: `small` or `page`."""
    asset = queries.asset(desk.actor, asset_id)
    answer = HttpResponse(rendition(asset, size).read_bytes(), content_type=MIME)
    answer.headers["Cache-Control"] = _KEEP
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
