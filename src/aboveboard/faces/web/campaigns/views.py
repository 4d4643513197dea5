"""Campaigns, and the briefs that drafts are made from."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aboveboard.create import actions as create
from aboveboard.faces.web.campaigns.forms import BriefForm, CampaignForm, initial_of
from aboveboard.faces.web.studio import Desk, page, show, tried
from aboveboard.plan import actions, queries
from aboveboard.publish import standing


@page
@require_GET
def campaigns(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Every campaign and every brief of the brand."""
    context = {
        "campaigns": queries.campaigns(desk.brand.id),
        "briefs": queries.briefs(desk.brand.id)[:100],
    }
    return show(request, desk, "campaigns/campaigns.html", context, section="campaigns")


@page
@require_http_methods(["GET", "POST"])
def new_campaign(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A new campaign."""
    form = CampaignForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        made = tried(form, lambda: actions.create_campaign(desk.actor, desk.brand.id, **data))
        if made:
            return redirect("campaign", made.pk)
    return show(request, desk, "campaigns/new_campaign.html", {"form": form}, section="campaigns")


@page
@require_GET
def campaign(request: HttpRequest, desk: Desk, campaign_id: UUID) -> HttpResponse:
    """One campaign with its briefs and posts."""
    found = queries.campaign(desk.actor, campaign_id)
    posts = queries.posts(found.brand_id).filter(campaign=found).values_list("pk", flat=True)
    context = {
        "campaign": found,
        "briefs": queries.briefs(found.brand_id).filter(campaign=found),
        "posts": standing.chosen(posts[:300]),
    }
    return show(request, desk, "campaigns/campaign.html", context, section="campaigns")


@page
@require_http_methods(["GET", "POST"])
def new_brief(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A new brief; on saving, the drafts are made and the editor opens."""
    start = {"language": desk.brand.language, "campaign": request.GET.get("campaign", "")}
    form = BriefForm(request.POST or None, brand=desk.brand, initial=start)
    if form.is_valid():
        made = tried(form, lambda: actions.create_brief(desk.actor, desk.brand.id, form.brief()))
        if made:
            post = create.draft_post(desk.actor, made.pk)
            return redirect("editor", post.pk)
    return show(request, desk, "campaigns/brief.html", {"form": form}, section="campaigns")


@page
@require_http_methods(["GET", "POST"])
def brief(request: HttpRequest, desk: Desk, brief_id: UUID) -> HttpResponse:
    """Read or rewrite a brief."""
    found = queries.brief(desk.actor, brief_id)
    form = BriefForm(request.POST or None, brand=found.brand, initial=initial_of(found))
    if (
        form.is_valid()
        and tried(form, lambda: actions.change_brief(desk.actor, found.pk, form.brief()))
        is not None
    ):
        messages.success(request, _("Saved. Posts made from it stay as they are."))
        return redirect("brief", found.pk)
    posts = standing.chosen(found.posts.values_list("pk", flat=True))
    context = {"form": form, "brief": found, "posts": posts}
    return show(request, desk, "campaigns/brief.html", context, section="campaigns")


@page
@require_POST
def draft(request: HttpRequest, desk: Desk, brief_id: UUID) -> HttpResponse:
    """Another post from a brief."""
    return redirect("editor", create.draft_post(desk.actor, brief_id).pk)
