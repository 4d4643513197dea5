"""What one does with a post from the editor besides typing: ask, take back, add, take away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aboveboard.brand import queries as brands
from aboveboard.check import actions as check
from aboveboard.create import actions, queries
from aboveboard.create.words.origins import Origin
from aboveboard.faces.web.editor.desk import editor_url, must_be_here
from aboveboard.faces.web.studio import Desk, came_from, page, uploaded_file
from aboveboard.kernel.errors import NotFound
from aboveboard.plan import actions as plan
from aboveboard.plan import queries as plans
from aboveboard.review import actions as review


@page
@require_POST
def rename(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Call the post something else."""
    plan.rename_post(desk.actor, post_id, request.POST.get("title", ""))
    return redirect("editor", post_id)


@page
@require_POST
def declare(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Say what somebody gave in return for the post."""
    plan.declare_post(desk.actor, post_id, request.POST.get("relationship", ""))
    messages.success(request, _("Kept. Readers will be told as it stands here."))
    return redirect("editor", post_id)


@page
@require_POST
def add_channel(request: HttpRequest, desk: Desk, post_id: UUID, channel_id: UUID) -> HttpResponse:
    """Say it on one more channel."""
    post = plans.post(desk.actor, post_id)
    channel = brands.channel(desk.actor, channel_id)
    variant = actions.add_variant(desk.actor, post, channel, brief=post.brief)
    return redirect(editor_url(post.pk, variant.pk))


@page
@require_POST
def set_pictures(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """Choose pictures from the library or add one, with the words for each."""
    variant = queries.variant(desk.actor, variant_id)
    must_be_here(variant)
    chosen = [_chosen(request, desk, asset) for asset in request.POST.getlist("asset")]
    if request.FILES.get("file"):
        name, path = uploaded_file(request, "file")
        alt = request.POST.get("alt", "")
        asset = actions.add_asset(desk.actor, variant.post.brand_id, name=name, data=path, alt=alt)
        chosen.append((asset.pk, alt or asset.alt))
    actions.set_pictures(desk.actor, variant_id, chosen)
    return redirect(editor_url(variant.post_id, variant.pk))


@page
@require_POST
def take_card(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """Make the link's card of what its page says."""
    variant = actions.take_card(desk.actor, variant_id).variant
    messages.success(request, _("The link has a card. Look it over."))
    return redirect(editor_url(variant.post_id, variant.pk))


@page
@require_POST
def set_card(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """Write the link's card oneself."""
    picture, _alt = _chosen(request, desk, request.POST.get("picture", ""))
    variant = actions.set_card(
        desk.actor,
        variant_id,
        title=request.POST.get("title", ""),
        description=request.POST.get("description", ""),
        picture_id=picture,
    ).variant
    return redirect(editor_url(variant.post_id, variant.pk))


@page
@require_POST
def fit_pictures(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """Put in the place of each picture that the channel does not take one that it does."""
    variant = queries.variant(desk.actor, variant_id)
    must_be_here(variant)
    actions.fit_variant(desk.actor, variant_id)
    messages.success(request, _("The pictures fit now; the originals are in the library."))
    answer = redirect(editor_url(variant.post_id, variant.pk))
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": answer["Location"]})
    return answer


@page
@require_POST
def name_source(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """Say from where pasted words come."""
    told = request.POST
    variant = queries.variant(desk.actor, variant_id)
    must_be_here(variant)
    pasted = Origin(
        kind="pasted", by=told.get("by", ""), at=told.get("at", ""), source=told.get("was", "")
    )
    actions.name_source(desk.actor, variant_id, pasted, told.get("source", ""))
    return redirect(editor_url(variant.post_id, variant.pk))


@page
@require_POST
def leave(request: HttpRequest, desk: Desk, finding_id: UUID) -> HttpResponse:
    """Leave a remark, with the reason."""
    finding = check.leave(desk.actor, finding_id, request.POST.get("reason", ""))
    variant = finding.variant
    return redirect(came_from(request) or editor_url(variant.post_id, variant.pk))


@page
@require_POST
def ask(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Put the post before the people who decide."""
    review.ask(desk.actor, post_id, note=request.POST.get("note", ""))
    undo = reverse("withdraw", args=[post_id])
    messages.success(request, _("Asked for review."), extra_tags=f"undo={undo}")
    return redirect("review", post_id)


@page
@require_POST
def withdraw(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Take the request or the approval back, to go on writing."""
    review.withdraw(desk.actor, post_id)
    messages.success(request, _("Taken back. It will not go out before it is approved again."))
    return redirect("editor", post_id)


@page
@require_POST
def remove(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Take the post away."""
    plan.remove_post(desk.actor, post_id)
    messages.success(request, _("The post is gone from the plan. Its record stays."))
    return redirect("calendar")


def _chosen(request: HttpRequest, desk: Desk, raw: str) -> tuple[UUID, str]:
    """A picture and its words: as typed on this post, else as the library has them."""
    try:
        asset = queries.asset(desk.actor, UUID(raw))
    except ValueError:
        raise NotFound("There is no such picture here.", mend="Choose one from the library.")
    return asset.pk, request.POST.get(f"alt-{asset.pk}", asset.alt)
