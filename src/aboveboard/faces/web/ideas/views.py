"""The board of ideas: found, kept, used, put aside."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from aboveboard.brand import queries as brands
from aboveboard.create import actions as create
from aboveboard.create import queries as created
from aboveboard.faces.web.calendar.grid import day_of
from aboveboard.faces.web.ideas import cards
from aboveboard.faces.web.ideas.forms import IdeaForm, NewIdeaForm
from aboveboard.faces.web.studio import Desk, page, show, tried
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Invalid
from aboveboard.learn import ideas as learn
from aboveboard.learn import searching
from aboveboard.learn.doubles import Twin
from aboveboard.learn.gathering import AHEAD
from aboveboard.plan import ideas as plan
from aboveboard.plan import occasions
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Idea
from aboveboard.plan.reasons import KINDS

SHOWN = 60
FIND = 8
# What the last search of this browser turned down, for the next look at the board.
TURNED_DOWN, MOST_TURNED_DOWN = "ideas_turned_down", 12


@page
@require_GET
def ideas(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The board, by kind of source and campaign when asked."""
    brand, filters = desk.brand, _filters(request)
    found = plans.ideas(brand.pk)
    if filters["kind"]:
        found = found.filter(kind=filters["kind"])
    if filters["campaign"]:
        found = found.filter(campaign_id=filters["campaign"])
    states = (
        ("new", _("New")),
        ("kept", _("Kept")),
        ("used", _("Used")),
        ("aside", _("Put aside")),
    )
    rows = {state: list(found.filter(state=state)[:SHOWN]) for state, _word in states}
    known = _known(desk, [idea for state in rows.values() for idea in state])
    today = clock.now().astimezone(ZoneInfo(brand.zone)).date()
    ahead = occasions.days(brand, today, today + AHEAD)
    context = {
        "columns": [
            (state, word, cards.cards_of(rows[state], known), found.filter(state=state).count())
            for state, word in states
        ],
        "empty": not plans.ideas(brand.pk).exists(),
        "quiet_days": [
            (day.date, day.observance.name(desk.user.language))
            for day in ahead
            if day.observance.quiet
        ],
        "turned_down": [
            (title, other, day_of(day, today) if day else None, state)
            for title, other, day, state in request.session.pop(TURNED_DOWN, [])
        ],
        "questions": plans.questions(brand.pk)[:20],
        "campaigns": plans.campaigns(brand.pk)[:40],
        "kinds": [(kind, _KIND_WORDS[kind]()) for kind in (*KINDS, "person")],
        "filter": filters,
        "carried": _carried(filters),
        "provider": next(iter(created.order_for(brand, searching.TASK)), None),
        "model_may": searching.may_ask(brand),
        "search": searching.current_search(brand.pk),
        "knows": brands.sources(brand.pk).exists(),
    }
    return show(request, desk, "ideas/board.html", context, section="campaigns")


@page
@require_POST
def find(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Look for ideas without a model."""
    campaign = _campaign(request.POST.get("campaign", ""))
    found = learn.find_ideas(desk.actor, desk.brand.pk, count=FIND, campaign=campaign)
    request.session[TURNED_DOWN] = [
        [title, twin.title, f"{twin.at:%Y-%m-%d}" if twin.at else "", _state_of(twin)]
        for title, twin in found.turned_down[:MOST_TURNED_DOWN]
    ]
    if found.ideas:
        messages.success(request, _("Ideas found: %(n)d.") % {"n": len(found.ideas)})
    elif found.doubles:
        said = _("Nothing new: all that can be put together is on the board or out already.")
        messages.info(request, said)
    else:
        messages.info(request, _("Nothing to put together yet. Add a file to the knowledge first."))
    return _board(request)


@page
@require_http_methods(["GET", "POST"])
def new_idea(request: HttpRequest, desk: Desk) -> HttpResponse:
    """An idea of one's own."""
    start = {"language": desk.brand.language, "campaign": request.GET.get("campaign", "")}
    form = NewIdeaForm(request.POST or None, brand=desk.brand, initial=start)
    if form.is_valid():
        data = form.cleaned_data
        data["campaign"] = _campaign(data["campaign"])
        made = tried(form, lambda: learn.add_idea(desk.actor, desk.brand.pk, **data))
        if made:
            return redirect(f"{reverse('ideas')}#idea-{made.pk}")
    context = {"form": form}
    return show(request, desk, "ideas/form.html", context, section="campaigns")


@page
@require_http_methods(["GET", "POST"])
def idea(request: HttpRequest, desk: Desk, idea_id: UUID) -> HttpResponse:
    """Rewrite a card."""
    found = plans.idea(desk.actor, idea_id)
    start = {"title": found.title, "angle": found.angle, "day": found.day}
    form = IdeaForm(request.POST or None, initial=start)
    if form.is_valid():
        data = form.cleaned_data
        if tried(form, lambda: plan.change_idea(desk.actor, found.pk, **data)):
            return redirect(f"{reverse('ideas')}#idea-{found.pk}")
    known = _known(desk, [found])
    context = {"form": form, "card": cards.cards_of([found], known)[0]}
    return show(request, desk, "ideas/form.html", context, section="campaigns")


@page
@require_POST
def move(request: HttpRequest, desk: Desk, idea_id: UUID) -> HttpResponseBase:
    """Keep a card, put it aside or take it back; by a button, or dragged (JSON)."""
    before = plans.idea(desk.actor, idea_id).state
    acts = {
        "kept": (plan.keep_idea, _("Kept.")),
        "aside": (plan.put_aside_idea, _("Put aside. It does not come again.")),
        "new": (plan.restore_idea, _("Back among the new ones.")),
    }
    # Taking back is a form of the toast, which has an address alone.
    to = request.POST.get("to") or request.GET.get("to", "")
    if to not in acts:
        raise Invalid("There is no such column. Nothing was changed.", code="column")
    act, said = acts[to]
    act(desk.actor, idea_id)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"said": said})
    undo = f"{reverse('move_idea', args=[idea_id])}?to={before}"
    messages.success(request, said, extra_tags=f"undo={undo}" if before in acts else "")
    return _board(request)


@page
@require_POST
def to_brief(request: HttpRequest, desk: Desk, idea_id: UUID) -> HttpResponse:
    """A brief from a card."""
    return redirect("brief", plan.make_brief_from_idea(desk.actor, idea_id).pk)


@page
@require_POST
def to_draft(request: HttpRequest, desk: Desk, idea_id: UUID) -> HttpResponse:
    """A brief from a card, and drafts from it, which open in the editor."""
    brief = plan.make_brief_from_idea(desk.actor, idea_id)
    return redirect("editor", create.draft_post(desk.actor, brief.pk).pk)


@page
@require_POST
def note_question(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Note what somebody asked."""
    told = {name: request.POST.get(name, "") for name in ("text", "place")}
    plan.ask_question(desk.actor, desk.brand.pk, told["text"], place=told["place"])
    messages.success(request, _("Noted. The next search looks for an answer."))
    return _board(request)


@page
@require_POST
def forget_question(request: HttpRequest, desk: Desk, question_id: UUID) -> HttpResponse:
    """Take a question away."""
    plan.forget_question(desk.actor, question_id)
    return _board(request)


_KIND_WORDS = {
    "passage": lambda: _("Knowledge"),
    "post": lambda: _("Past posts"),
    "occasion": lambda: _("Days"),
    "question": lambda: _("Questions"),
    "campaign": lambda: _("Campaigns"),
    "model": lambda: _("Models"),
    "person": lambda: _("Own ideas"),
}


def _known(desk: Desk, found: list[Idea]) -> cards.Known:
    refs = [reason.ref for idea in found for reason in idea.reasons if reason.kind == "post"]
    posts = plans.posts(desk.brand.pk).filter(pk__in=refs).values_list("pk", flat=True)
    briefs = plans.briefs(desk.brand.pk).filter(idea__in=found).order_by("created_at")
    return cards.Known(
        sources=frozenset(map(str, brands.sources(desk.brand.pk).values_list("pk", flat=True))),
        posts=frozenset(map(str, posts)),
        briefs={brief.idea_id: brief.pk for brief in briefs if brief.idea_id},
    )


def _state_of(twin: Twin) -> str:
    return twin.state if twin.what == "idea" else "out"


def _filters(request: HttpRequest) -> dict[str, Any]:
    kind = request.GET.get("kind", "")
    return {
        "kind": kind if kind in _KIND_WORDS else "",
        "campaign": _campaign(request.GET.get("campaign", "")),
    }


def _campaign(raw: str) -> UUID | None:
    try:
        return UUID(raw) if raw else None
    except ValueError:
        return None


def _carried(filters: dict[str, Any]) -> str:
    kept = {name: value for name, value in filters.items() if value}
    return f"?{urlencode(kept)}" if kept else ""


def _board(request: HttpRequest) -> HttpResponse:
    """Back to the board as it was filtered."""
    kept = {name: request.POST[name] for name in ("kind", "campaign") if request.POST.get(name)}
    return redirect(f"{reverse('ideas')}{'?' + urlencode(kept) if kept else ''}")
