"""Pictures that a model makes or changes: asking, looking at them side by side, keeping one."""

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aboveboard.brand.queries import policy_of
from aboveboard.brand.rules import Allowance, Task
from aboveboard.create import actions, queries
from aboveboard.create.models import Asset, PictureAsk
from aboveboard.create.tasks import fetch_asked_pictures
from aboveboard.faces.web.events import following
from aboveboard.faces.web.pictures.forms import AREAS, FORMS
from aboveboard.faces.web.studio import Desk, page, show, tried
from aboveboard.kernel.errors import NotFound

MOST_TO_CHOOSE = 60


@page
@require_http_methods(["GET", "POST"])
def make(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Ask for a picture, or for a change of one; what came stands below, side by side."""
    asset = _asset(request, desk)
    what = request.GET.get("what", "fill" if asset else "generate")
    what = what if what in FORMS and (asset or what == "generate") else "generate"
    form = FORMS[what](request.POST or None)
    if form.is_valid():
        ask = tried(form, lambda: _asked(request, desk, form.cleaned_data, what, asset))
        if ask:
            fetch_asked_pictures.defer(ask=str(ask.pk))
            return redirect(_here(asset, what) + "#made")
    context = {
        "form": form,
        "what": what,
        "kinds": [(kind, words, _here(asset, kind)) for kind, words in _kinds().items()],
        "asset": asset,
        "area": AREAS.get(what),
        "assets": _stills(desk) if not asset else [],
        "asks": queries.picture_asks(desk.brand.pk),
        **_model(desk),
    }
    return show(request, desk, "pictures/make.html", context, section="assets")


def _kinds() -> dict[str, str]:
    return {
        "generate": _("A new picture"),
        "fill": _("Fill a part"),
        "expand": _("Widen it"),
        "cutout": _("Remove the background"),
    }


def _asset(request: HttpRequest, desk: Desk) -> Asset | None:
    chosen = request.GET.get("asset", "")
    try:
        return queries.asset(desk.actor, UUID(chosen)) if chosen else None
    except ValueError:
        raise NotFound("There is no such picture here.", mend="Choose one from the library.")


def _here(asset: Asset | None, what: str) -> str:
    where = f"?what={what}" + (f"&asset={asset.pk}" if asset else "")
    return reverse("make_pictures") + where


def _stills(desk: Desk) -> list[Asset]:
    kept = queries.assets(desk.brand.pk)[:MOST_TO_CHOOSE]
    return [one for one in kept if not one.is_video and one.mime != "image/gif"]


def _asked(
    request: HttpRequest, desk: Desk, given: dict[str, Any], what: str, asset: Asset | None
) -> PictureAsk:
    if agreed := request.POST.get("agree"):
        actions.agree(desk.actor, desk.brand.pk, UUID(agreed))
    return actions.ask_pictures(
        desk.actor,
        desk.brand.pk,
        what=what,
        instruction=given.get("instruction", ""),
        size=given.get("size") or "1024x1024",
        count=int(given["count"]),
        asset_id=asset.pk if asset else None,
        area=[given[name] / 100 for name in AREAS.get(what, ())],
    )


def _model(desk: Desk) -> dict[str, Any]:
    """Which model would be asked, where it is, and whether it may be."""
    order = queries.order_for(desk.brand, Task.PICTURE)
    policy = policy_of(desk.brand)
    return {
        "asks_for": order[0] if order else None,
        "asks_host": urlsplit(order[0].base_url).netloc if order else "",
        "asks_agreed": bool(order) and queries.may_go(desk.brand, order[0]),
        "kept_to_people": policy.allows(Task.PICTURE) is Allowance.NEVER,
        "ai_free": policy.ai_free,
    }


@page
@require_POST
def words(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponse:
    """Ask a model that sees for the words that stand for a picture."""
    ask = actions.ask_words(desk.actor, asset_id)
    fetch_asked_pictures.defer(ask=str(ask.pk))
    return redirect(reverse("make_pictures") + f"?asset={asset_id}#made")


@page
@require_GET
def events(request: HttpRequest, desk: Desk, ask_id: UUID) -> HttpResponseBase:
    """Server-sent events until the pictures are there."""
    known = PictureAsk.objects.filter(pk=ask_id, brand__workspace_id=desk.actor.workspace_id)
    if not known.exists():
        raise NotFound("There are no such pictures here.")

    return following(known, lambda: _("%(model)s is at it"))


@page
@require_POST
def leave(request: HttpRequest, desk: Desk, ask_id: UUID) -> HttpResponse:
    """Put proposals aside, or stop a model that is at it."""
    actions.leave_pictures(desk.actor, ask_id)
    return redirect("make_pictures")


@page
@require_POST
def take(request: HttpRequest, desk: Desk, ask_id: UUID) -> HttpResponse:
    """Put words for a picture in place, as the person left them."""
    actions.take_words(desk.actor, ask_id, request.POST.get("alt", ""))
    messages.success(request, _("Saved."))
    return redirect("make_pictures")


@page
@require_GET
def proposal(request: HttpRequest, desk: Desk, proposal_id: UUID) -> HttpResponseBase:
    """A proposed picture itself, for members of its workspace."""
    one = queries.proposal(desk.actor, proposal_id)
    answer = FileResponse(one.file.open("rb"), content_type=one.mime)
    answer.headers["Cache-Control"] = "private, max-age=3600"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


@page
@require_POST
def keep(request: HttpRequest, desk: Desk, proposal_id: UUID) -> HttpResponse:
    """Put a proposal into the library, marked for good."""
    asset = actions.keep_picture(desk.actor, proposal_id, request.POST.get("alt", ""))
    messages.success(request, _("%(name)s is kept.") % {"name": asset.name})
    return redirect(reverse("make_pictures") + "#made")
