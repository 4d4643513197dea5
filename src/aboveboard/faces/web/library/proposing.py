"""Words proposed for a picture, to be taken into its field and changed; nothing is saved here."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from aboveboard.create import queries
from aboveboard.create.assets.describing import Proposal, proposals
from aboveboard.faces.web.studio import Desk, page


@page
@require_GET
def propose(request: HttpRequest, desk: Desk, asset_id: UUID) -> HttpResponse:
    """Proposals for a picture, in the language of the text `on` which it stands, if any."""
    asset = queries.asset(desk.actor, asset_id)
    brief, language = None, desk.brand.language
    if on := _id(request.GET.get("on", "")):
        variant = queries.variant(desk.actor, on)
        brief, language = variant.post.brief, variant.language
    found = proposals(asset, language=language, brief=brief)
    context = {"asset": asset, "proposals": [(one, _whence(one)) for one in found]}
    return render(request, "library/_proposals.html", context)


def _whence(one: Proposal) -> str:
    if one.source == "picture":
        return _("The file says so itself")
    if one.source == "words":
        return _("Written in the picture: say besides what it shows")
    if one.source == "brief":
        return _("From the brief: say what can be seen")
    return one.by


def _id(raw: str) -> UUID | None:
    try:
        return UUID(raw)
    except ValueError:
        return None
