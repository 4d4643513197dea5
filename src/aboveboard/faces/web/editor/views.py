"""The editor: a post's words on each channel, with who wrote them and what the guards say."""

import json
from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aboveboard.brand import queries as brands
from aboveboard.create import actions, queries
from aboveboard.create.words.origins import Pasted
from aboveboard.faces.web.editor.adapting import ways_of
from aboveboard.faces.web.editor.desk import desk_of, must_be_here, news_of
from aboveboard.faces.web.editor.forms import NewPostForm, TimeForm
from aboveboard.faces.web.editor.revisions import number_of
from aboveboard.faces.web.studio import Desk, page, show, tried
from aboveboard.kernel.errors import AboveboardError
from aboveboard.plan import actions as plan
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Post


@page
@require_http_methods(["GET", "POST"])
def new_post(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Begin a post: from a brief, or with a blank sheet."""
    start = {"day": request.GET.get("day", ""), "clock": request.GET.get("at", "")}
    form = NewPostForm(request.POST or None, brand=desk.brand, initial=start)
    if form.is_valid() and (post := tried(form, lambda: _begin(desk, form))):
        return redirect("editor", post.pk)
    context = {"form": form, "briefs": plans.briefs(desk.brand.id)[:8]}
    return show(request, desk, "editor/new_post.html", context, section="calendar")


@page
@require_GET
def editor(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """The whole desk for one post."""
    post = plans.post(desk.actor, post_id)
    return _shown(request, desk, post, TimeForm(post=post))


@page
@require_POST
def save(request: HttpRequest, desk: Desk, variant_id: UUID) -> JsonResponse:
    """Keep what was typed, and tell the page what follows from it."""
    # Forms carry line ends as CRLF; the text that is kept, and its offsets, have LF.
    text = request.POST.get("text", "").replace("\r\n", "\n")
    must_be_here(queries.variant(desk.actor, variant_id))
    pasted, copied = _pasted(desk, text, request.POST.get("pasted", "[]"))
    revision = actions.save_text(
        desk.actor,
        variant_id,
        text,
        base=number_of(request.POST.get("revision", "0")),
        pasted=pasted,
        copied=copied,
    )
    variant = queries.variant(desk.actor, variant_id)
    return JsonResponse(news_of(request, desk, variant, sent=text) | {"revision": revision.number})


@page
@require_POST
def set_time(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Give the post its time, or take it away: then it goes out when it is approved."""
    post = plans.post(desk.actor, post_id)
    form = TimeForm(request.POST, post=post)
    if form.is_valid():
        zone = form.cleaned_data["zone"]
        if tried(form, lambda: plan.move_post(desk.actor, post.pk, form.moment, zone=zone)):
            messages.success(request, _("The time is set."))
            return redirect("editor", post.pk)
    return _shown(request, desk, post, form, status=422)


def _shown(
    request: HttpRequest, desk: Desk, post: Post, form: TimeForm, *, status: int = 200
) -> HttpResponse:
    context = desk_of(desk, post, request.GET.get("on", "")) | {"time_form": form}
    if variant := context.get("variant"):
        context |= ways_of(variant, context["variants"])
    return show(request, desk, "editor/editor.html", context, section="campaigns", status=status)


def _begin(desk: Desk, form: NewPostForm) -> Post:
    data = form.cleaned_data
    post = plan.create_post(
        desk.actor,
        desk.brand.id,
        title=data["title"],
        language=data["language"],
        at=form.moment,
    )
    for channel_id in data["channels"]:
        actions.add_variant(desk.actor, post, brands.channel(desk.actor, UUID(channel_id)))
    return post


def _pasted(desk: Desk, text: str, raw: str) -> tuple[list[Pasted], list[UUID]]:
    """What was pasted, each with its source, and the texts of this studio among the sources.

    On the wire: [start, end, source], the source an address, or `text:ID` of one of our texts.
    """
    pasted: list[Pasted] = []
    copied: list[UUID] = []
    try:
        spans = [(int(start), int(end), str(told)) for start, end, told in json.loads(raw)]
    except (ValueError, TypeError):
        return [], []
    for start, end, told in spans:
        source = told
        if told.startswith("text:"):
            with suppress(ValueError, AboveboardError):
                other = queries.variant(desk.actor, UUID(told[5:]))
                copied.append(other.pk)
                source = f"{other.post.title}, {other.channel.name}"
            source = "" if source == told else source
        pasted.append(Pasted(text[start:end], source))
    return pasted, copied
