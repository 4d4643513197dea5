"""The editor: a post's words on each channel, with who wrote them and what the guards say."""

import json
from difflib import SequenceMatcher
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aboveboard.brand import queries as brands
from aboveboard.check import actions as check
from aboveboard.check import queries as checks
from aboveboard.check.tasks import ask_links
from aboveboard.create import actions, queries
from aboveboard.create.actions.pictures import MAX_BYTES
from aboveboard.create.models import Variant
from aboveboard.disclose.queries import content
from aboveboard.faces.web.editor import sheet as sheets
from aboveboard.faces.web.editor.forms import NewPostForm, TimeForm
from aboveboard.faces.web.studio import Desk, page, show, uploaded
from aboveboard.kernel import clock
from aboveboard.kernel.errors import AboveboardError, Invalid
from aboveboard.plan import actions as plan
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Brief, Post
from aboveboard.review import actions as review
from aboveboard.text.counting import urls


@page
@require_http_methods(["GET", "POST"])
def new_post(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Begin a post: from a brief, or with a blank sheet."""
    form = NewPostForm(request.POST or None, brand=desk.brand, initial=_day_asked(request))
    if form.is_valid():
        try:
            post = _begin(desk, form)
        except AboveboardError as error:
            form.add_error(None, str(error))
        else:
            return redirect("editor", post.pk)
    context = {"form": form, "briefs": plans.briefs(desk.brand.id)[:8]}
    return show(request, desk, "editor/new_post.html", context)


@page
@require_GET
def editor(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """The whole desk for one post."""
    post = plans.post(desk.actor, post_id)
    variants = list(queries.variants(post.pk))
    asked = request.GET.get("on", "")
    variant = next((v for v in variants if str(v.pk) == asked), variants[0] if variants else None)
    context: dict[str, Any] = {"post": post, "variants": variants, "time_form": TimeForm(post=post)}
    if variant:
        _with_post(variants, post)
        for other in variants:
            check.look(other, post.brand)
        context |= _desk_parts(post, variant, variants)
    taken = {v.channel_id for v in variants}
    context["free_channels"] = [c for c in brands.channels(post.brand_id) if c.pk not in taken]
    context["facts"] = _facts(post.brief, variant)
    return show(request, desk, "editor/editor.html", context, section="campaigns")


@page
@require_POST
def save(request: HttpRequest, desk: Desk, variant_id: UUID) -> JsonResponse:
    """Keep what was typed, and tell the page what follows from it."""
    text = request.POST.get("text", "")
    revision = actions.save_text(
        desk.actor,
        variant_id,
        text,
        base=_number(request.POST.get("revision", "0")),
        pasted=_pasted(text, request.POST.get("pasted", "[]")),
    )
    variant = queries.variant(desk.actor, variant_id)
    return JsonResponse(_news(request, variant, text_sent=text) | {"revision": revision.number})


@page
@require_POST
def set_time(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Give the post its time, or take it away: then it goes out when it is approved."""
    post = plans.post(desk.actor, post_id)
    form = TimeForm(request.POST, post=post)
    if not form.is_valid():
        said = " ".join(str(error) for errors in form.errors.values() for error in errors)
        raise Invalid(f"The time was not changed. {said}", code="time")
    plan.move_post(desk.actor, post.pk, form.wall(), zone=form.cleaned_data["zone"])
    messages.success(request, _("The time is set."))
    return redirect("editor", post.pk)


@page
@require_POST
def rename(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Call the post something else."""
    plan.rename_post(desk.actor, post_id, request.POST.get("title", ""))
    return redirect("editor", post_id)


@page
@require_POST
def add_channel(request: HttpRequest, desk: Desk, post_id: UUID, channel_id: UUID) -> HttpResponse:
    """Say it on one more channel."""
    post = plans.post(desk.actor, post_id)
    channel = brands.channel(desk.actor, channel_id)
    variant = actions.add_variant(desk.actor, post, channel, brief=post.brief)
    return redirect(f"{_editor_url(post.pk)}?on={variant.pk}")


@page
@require_POST
def set_pictures(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """Choose pictures from the library or add one, with the words for each."""
    variant = queries.variant(desk.actor, variant_id)
    chosen = [
        (UUID(asset), request.POST.get(f"alt-{asset}", ""))
        for asset in request.POST.getlist("asset")
    ]
    if request.FILES.get("file"):
        name, data = uploaded(request, "file", most=MAX_BYTES)
        alt = request.POST.get("alt", "")
        asset = actions.add_asset(desk.actor, variant.post.brand_id, name=name, data=data, alt=alt)
        chosen.append((asset.pk, alt or asset.alt))
    actions.set_pictures(desk.actor, variant_id, chosen)
    return redirect(f"{_editor_url(variant.post_id)}?on={variant.pk}")


@page
@require_POST
def leave(request: HttpRequest, desk: Desk, finding_id: UUID) -> HttpResponse:
    """Leave a remark, with the reason."""
    finding = check.leave(desk.actor, finding_id, request.POST.get("reason", ""))
    variant = finding.variant
    return redirect(f"{_editor_url(variant.post_id)}?on={variant.pk}")


@page
@require_POST
def ask(request: HttpRequest, desk: Desk, post_id: UUID) -> HttpResponse:
    """Put the post before the people who decide."""
    review.ask(desk.actor, post_id, note=request.POST.get("note", ""))
    messages.success(request, _("Asked for review."), extra_tags=f"undo={_undo_url(post_id)}")
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


@page
@require_GET
def revisions(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """Every revision of a text, and what changed between two."""
    variant = queries.variant(desk.actor, variant_id)
    known = list(queries.revisions(variant_id)[:200])
    chosen = _number(request.GET.get("number", "")) or (known[0].number if known else 0)
    current = next((r for r in known if r.number == chosen), known[0] if known else None)
    before = next((r for r in known if current and r.number < current.number), None)
    context = {
        "post": variant.post,
        "variant": variant,
        "revisions": known,
        "current": current,
        "changes": _changes(before.text if before else "", current.text if current else ""),
        "shares": sheets.for_meter(current.shares) if current else {},
    }
    return show(request, desk, "editor/revisions.html", context, section="campaigns")


@page
@require_POST
def restore(request: HttpRequest, desk: Desk, variant_id: UUID) -> HttpResponse:
    """Take an earlier revision up again."""
    revision = actions.restore(desk.actor, variant_id, _number(request.POST.get("number", "0")))
    messages.success(request, _("The earlier text stands again."))
    variant = queries.variant(desk.actor, revision.variant_id)
    return redirect(f"{_editor_url(variant.post_id)}?on={variant.pk}")


def _begin(desk: Desk, form: NewPostForm) -> Post:
    data = form.cleaned_data
    post = plan.create_post(
        desk.actor,
        desk.brand.id,
        title=data["title"],
        language=data["language"],
        at=form.wall(),
    )
    for channel_id in data["channels"]:
        actions.add_variant(desk.actor, post, brands.channel(desk.actor, UUID(channel_id)))
    return post


def _with_post(variants: list[Variant], post: Post) -> None:
    for variant in variants:
        variant.post = post


def _desk_parts(post: Post, variant: Variant, variants: list[Variant]) -> dict[str, Any]:
    """All parts of the desk that change as one types."""
    head = variant.head
    who = sheets.names(p.origin.by for p in head.written) if head else {}
    one = sheets.sheet(variant, post.brand, checks.findings(variant.pk), who)
    blocks, warns = checks.counts([post.pk]).get(post.pk, (0, 0))
    return {
        "sheet": one,
        "variant": variant,
        "blocks": blocks,
        "warns": warns,
        "previews": [
            sheets.preview(v, content(v, post.brand), post.brand)
            for v in sorted(variants, key=lambda v: v.pk != variant.pk)
        ],
        "suggestions": queries.suggestions(post.pk).filter(variant=variant),
        "providers": queries.providers(post.brand.workspace_id),
        "policy": brands.policy_of(post.brand),
    }


def _news(request: HttpRequest, variant: Variant, *, text_sent: str) -> dict[str, Any]:
    post = variant.post
    variants = list(queries.variants(post.pk))
    _with_post(variants, post)
    variant = next(v for v in variants if v.pk == variant.pk)
    check.look(variant, post.brand)
    _ask_links(variant)
    parts = _desk_parts(post, variant, variants)
    one: sheets.Sheet = parts["sheet"]
    context = {"post": post, "facts": _facts(post.brief, variant), **parts}
    now = timezone.localtime(clock.now(), clock.zone(post.brand.zone))
    news: dict[str, Any] = {
        "said": _("Saved %(time)s") % {"time": f"{now:%H:%M:%S}"},
        "runs": one.runs,
        "marks": one.mark_rows,
        "parts": {
            name: render_to_string(f"editor/_{name}.html", context, request)
            for name in ("notes", "previews", "base", "status", "facts")
        },
    }
    if variant.head and variant.head.text != text_sent:
        news["text"] = variant.head.text
    return news


def _ask_links(variant: Variant) -> None:
    """Have links asked that nobody asked lately; the answer shows with the next look."""
    text = variant.head.text if variant.head else ""
    links = sorted({url.text for url in urls(text)})
    unknown = [link for link in links if link not in checks.answers(links)]
    if unknown:
        ask_links.configure(queueing_lock=f"links-{variant.pk}").defer(links=[*unknown])


def _facts(brief: Brief | None, variant: Variant | None) -> list[dict[str, Any]]:
    """The facts of the brief, and whether the words use them."""
    if not brief:
        return []
    text = variant.head.text.casefold() if variant and variant.head else ""
    return [
        {"text": f.text, "where": f.passage.where, "used": bool(text) and _uses(text, f.text)}
        for f in brief.facts.select_related("passage__source")
    ]


def _uses(text: str, fact: str) -> bool:
    figures = [w for w in fact.casefold().replace(",", " ").split() if any(map(str.isdigit, w))]
    return (
        all(figure.strip(".:;") in text for figure in figures)
        if figures
        else fact.casefold() in text
    )


def _changes(before: str, after: str) -> list[tuple[str, str]]:
    """Runs of words that stayed, came or went, in the order of reading."""
    old, new = before.split(" "), after.split(" ")
    runs: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(("kept", " ".join(new[j1:j2])))
            continue
        if i1 != i2:
            runs.append(("gone", " ".join(old[i1:i2])))
        if j1 != j2:
            runs.append(("came", " ".join(new[j1:j2])))
    return runs


def _pasted(text: str, raw: str) -> list[str]:
    try:
        spans = json.loads(raw)
        return [text[int(start) : int(end)] for start, end in spans]
    except (ValueError, TypeError):
        return []


def _number(raw: str) -> int:
    return int(raw) if raw.isdecimal() else 0


def _day_asked(request: HttpRequest) -> dict[str, str]:
    return {"day": request.GET.get("day", ""), "clock": request.GET.get("at", "")}


def _editor_url(post_id: UUID) -> str:
    return reverse("editor", args=[post_id])


def _undo_url(post_id: UUID) -> str:
    return reverse("withdraw", args=[post_id])
