"""What is done to several assets at once, and to folders."""

from collections.abc import Sequence
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aboveboard.create import actions
from aboveboard.create.models import Asset
from aboveboard.faces.web.library.forms import RightsForm
from aboveboard.faces.web.studio import Desk, page
from aboveboard.kernel.errors import Invalid

MOVE, TAG, RIGHTS, REMOVE, BACK = "move", "tag", "rights", "remove", "back"


@page
@require_POST
def act(request: HttpRequest, desk: Desk) -> HttpResponseBase:
    """Move, tag, set the rights of, remove or take back what is chosen."""
    # A toast's “Take back” names what it is about in its address.
    given = request.POST if "what" in request.POST else request.GET
    what = given.get("what", "")
    chosen = [UUID(one) for one in given.getlist("asset") if _is_id(one)]
    if not chosen:
        raise Invalid("Nothing is chosen.", mend="Choose a picture first.", code="none_chosen")
    done = _acted(request, desk, what, chosen)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"done": len(done)})
    said = _("Changed: %(n)d.")
    if what == REMOVE:
        said = _("Removed: %(n)d. This can be taken back for 30 days.")
    said %= {"n": len(done)}
    messages.success(request, said, extra_tags=_undo(what, done))
    return _back(request)


def _undo(what: str, done: Sequence[Asset]) -> str:
    """Where a removal is taken back, while an address can hold what it is about."""
    if what != REMOVE or len(done) > 40:
        return ""
    query = urlencode({"what": BACK, "asset": [str(one.pk) for one in done]}, doseq=True)
    return f"undo={reverse('act_on_assets')}?{query}"


def _acted(request: HttpRequest, desk: Desk, what: str, chosen: Sequence[UUID]) -> list[Asset]:
    given = request.POST
    if what == MOVE:
        to = given.get("new_folder", "").strip() or given.get("folder", "")
        return actions.move_assets(desk.actor, chosen, to)
    if what == TAG:
        add, drop = given.get("add", "").split(","), given.get("drop", "").split(",")
        return actions.tag_assets(desk.actor, chosen, add=add, drop=drop)
    if what == RIGHTS:
        form = RightsForm(given)
        if not form.is_valid():
            raise Invalid(
                "The rights were not understood. Nothing was changed.",
                mend="Look at the date and try again.",
                code="rights",
            )
        return actions.set_rights(desk.actor, chosen, form.rights)
    if what == REMOVE:
        return actions.remove_assets(desk.actor, chosen)
    return actions.take_back_assets(desk.actor, chosen)


@page
@require_POST
def folder(request: HttpRequest, desk: Desk) -> HttpResponseBase:
    """Make, rename or take away a folder."""
    what, path = request.POST.get("what", ""), request.POST.get("path", "")
    to = request.POST.get("to", "")
    if what == MOVE:
        path = actions.move_folder(desk.actor, desk.brand.pk, path, to)
    elif what == REMOVE:
        actions.remove_folder(desk.actor, desk.brand.pk, path)
        path = path.rpartition("/")[0]
    else:
        path = actions.add_folder(desk.actor, desk.brand.pk, to).path
    messages.success(request, _("Saved."))
    query = f"?{urlencode({'folder': path})}" if path else ""
    return redirect(reverse("assets") + query)


def _back(request: HttpRequest) -> HttpResponseBase:
    """To where one was, within the library."""
    to = request.POST.get("next", "")
    is_ours = to.startswith(reverse("assets")) and url_has_allowed_host_and_scheme(
        to, allowed_hosts=None
    )
    return redirect(to if is_ours else "assets")


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
