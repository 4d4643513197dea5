"""The days that a brand keeps: the calendar of observances, switched on and off, and its own."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from aboveboard.faces.web.ideas.forms import OwnDayForm
from aboveboard.faces.web.studio import Desk, page, show, tried
from aboveboard.kernel import clock
from aboveboard.people.rules import Right
from aboveboard.plan import occasions
from aboveboard.plan import queries as plans
from aboveboard.plan.observances import Day, between, observances

YEAR = timedelta(days=364)


@dataclass(frozen=True)
class Line:
    """A day of the list. `own` is its row's id when it is the brand's own."""

    date: date
    key: str
    name: str
    source: str
    countries: str
    quiet: bool
    chosen: bool
    own: str = ""


@page
@require_http_methods(["GET", "POST"])
def days(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A year of days from today on; a switch for each, and a form for own ones."""
    form = OwnDayForm(request.POST if "name" in request.POST else None)
    if "key" in request.POST:
        is_on = request.POST.get("to") == "on"
        occasions.choose_occasion(desk.actor, desk.brand.pk, request.POST["key"], chosen=is_on)
        return redirect("idea_days")
    if form.is_valid():
        data = form.cleaned_data
        if tried(form, lambda: occasions.add_occasion(desk.actor, desk.brand.pk, **data)):
            messages.success(request, _("Added."))
            return redirect("idea_days")
    today = clock.now().astimezone(ZoneInfo(desk.brand.zone)).date()
    kept = {one.key for one in occasions.kept(desk.brand)}
    own = [occasions.own(row) for row in plans.occasions(desk.brand.pk).filter(key="")]
    ahead = between([*observances(), *own], today, today + YEAR)
    lines = [_line(day, desk.user.language, kept) for day in ahead]
    mine = [line for line in lines if line.chosen]
    context = {
        "kept": mine,
        "others": [line for line in lines if not line.chosen],
        "form": form,
        "may": desk.actor.may(Right.plan),
    }
    return show(request, desk, "ideas/days.html", context, section="campaigns")


@page
@require_POST
def remove(request: HttpRequest, desk: Desk, occasion_id: UUID) -> HttpResponse:
    """Take an own day away."""
    occasions.remove_occasion(desk.actor, occasion_id)
    return redirect("idea_days")


def _line(day: Day, language: str, kept: set[str]) -> Line:
    one = day.observance
    return Line(
        date=day.date,
        key=one.key,
        name=one.name(language),
        source=one.source,
        countries=", ".join(one.countries),
        quiet=one.quiet,
        chosen=one.key in kept,
        own=one.key if one.kind == "own" else "",
    )
