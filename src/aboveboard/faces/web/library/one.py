"""The page of one asset: what it is, what is said of it, where it is used, what is like it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from aboveboard.create import actions, queries
from aboveboard.create.assets import library
from aboveboard.create.assets.ending import today_of
from aboveboard.create.assets.rights import state_of
from aboveboard.faces.web.library.asking import RIGHTS_WORDS
from aboveboard.faces.web.library.forms import RightsForm, rights_form
from aboveboard.faces.web.library.saying import saying
from aboveboard.faces.web.studio import Desk, page, show, tried
from aboveboard.publish import standing

_MOST_USES = 60


@page
@require_GET
def asset(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponseBase:
    """All that is known of one picture or video."""
    return _shown(request, desk, asset_id)


def _shown(
    request: HttpRequest, desk: Desk, asset_id: UUID, form: RightsForm | None = None
) -> HttpResponse:
    one = queries.asset(desk.actor, asset_id)
    posts = dict.fromkeys(use.post_id for use in library.uses(one)[:_MOST_USES])
    known = {post.id: post for post in standing.chosen(list(posts))}
    near = library.alike(one, most=24)
    state = state_of(
        licence=one.licence,
        until=one.may_use_until,
        consent=one.consent,
        today=today_of(desk.brand),
    )
    context = {
        "one": one,
        "said": saying(one),
        "uses": [known[post] for post in posts if post in known],
        "parts": one.parts.all(),
        "made": one.made_from_it.filter(removed_at=None).order_by("-added_at")[:24],
        "same": [each for each in near if each.is_same],
        "like": [each for each in near if not each.is_same][:8],
        "rights": state,
        "rights_word": RIGHTS_WORDS[state],
        "rights_form": form or rights_form(one),
        "folders": library.folders(desk.brand.pk),
    }
    return show(
        request,
        desk,
        "library/asset.html",
        context,
        section="assets",
        status=422 if form else 200,
    )


@page
@require_POST
def describe(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponse:
    """Set the words that stand for a picture or video."""
    return _done(
        request,
        asset_id,
        lambda: actions.describe_asset(desk.actor, asset_id, request.POST.get("alt", "")),
    )


@page
@require_POST
def order(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponse:
    """Its name, its folder and all of its tags."""
    given = request.POST

    def put() -> None:
        now = queries.asset(desk.actor, asset_id)
        if given.get("name", "").strip() != now.name:
            actions.rename_asset(desk.actor, asset_id, given.get("name", ""))
        if given.get("folder", "").strip() != now.folder:
            actions.move_assets(desk.actor, [asset_id], given.get("folder", ""))
        tags = [tag.strip() for tag in given.get("tags", "").split(",")]
        if tags != now.tags:
            kept = {tag.casefold() for tag in tags}
            gone = [tag for tag in now.tags if tag.casefold() not in kept]
            actions.tag_assets(desk.actor, [asset_id], add=tags, drop=gone)

    return _done(request, asset_id, put)


@page
@require_POST
def set_rights(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponseBase:
    """By which right it is used."""
    form = RightsForm(request.POST)
    if form.is_valid():
        done = tried(form, lambda: actions.set_rights(desk.actor, [asset_id], form.rights))
        if done:
            messages.success(request, _("Saved."))
            return redirect("asset", asset_id)
    return _shown(request, desk, asset_id, form)


def _done(request: HttpRequest, asset_id: UUID, act: Callable[[], object]) -> HttpResponse:
    act()
    messages.success(request, _("Saved."))
    return redirect("asset", asset_id)
