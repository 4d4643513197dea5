"""The calendar: month, week, list and board; posts are moved by dragging or by keys."""

from datetime import date, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import formats
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from aboveboard.brand import queries as brands
from aboveboard.channels.registry import network
from aboveboard.faces.web.calendar import grid
from aboveboard.faces.web.studio import Desk, page, show
from aboveboard.faces.web.templatetags.ui import ORIGINS
from aboveboard.faces.web.today.needs import day_span
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Invalid
from aboveboard.people.rules import Right
from aboveboard.plan import actions as plan
from aboveboard.plan import occasions
from aboveboard.plan import queries as plans
from aboveboard.publish import standing

PAGE = 50
NOON = time(12, 0)
_IN_LEGEND = ("person", "model", "pasted", "template")


@page
@require_GET
def month(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A month, in weeks whose rows grow with what is in them."""
    tz, today = _now(desk)
    first = grid.month_of(request.GET.get("month", ""), today)
    mondays = grid.month_weeks(first)
    weeks = grid.weeks(
        desk.brand.pk,
        mondays,
        tz,
        today=today,
        month=first.month,
        kept=_kept(desk, mondays[0], mondays[-1] + timedelta(days=6)),
        **_filters(request),
    )
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    context = {
        "weeks": weeks,
        "title": formats.date_format(first, "YEAR_MONTH_FORMAT"),
        "before": f"?month={first - timedelta(days=1):%Y-%m}",
        "after": f"?month={after:%Y-%m}",
        "week_of": first if first.month != today.month else today,
        "view": "month",
        "undated": standing.undated(desk.brand.pk, most=20),
        "empty": not any(day.count for week in weeks for day in week.days),
    }
    return _show(request, desk, "calendar/month.html", context)


@page
@require_GET
def week(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A week by hours."""
    tz, today = _now(desk)
    chosen = grid.day_of(request.GET.get("day", ""), today)
    monday = chosen - timedelta(days=chosen.weekday())
    found = grid.weeks(desk.brand.pk, [monday], tz, today=today, **_filters(request))[0]
    context = {
        "week": found,
        "hours": grid.hours_of(found, tz),
        "title": _("Week %(n)d") % {"n": found.number},
        "span": f"{formats.date_format(monday, 'SPAN_START')} – "
        f"{formats.date_format(monday + timedelta(days=6), 'SPAN_END')}",
        "before": f"?day={monday - timedelta(days=7)}",
        "after": f"?day={monday + timedelta(days=7)}",
        "week_of": monday,
        "view": "week",
    }
    return _show(request, desk, "calendar/week.html", context)


@page
@require_GET
def listing(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Posts in a list, the latest first, found by their title."""
    search = request.GET.get("q", "").strip().replace("\x00", "")[:100]
    number = int(request.GET["page"][:6]) if _digits(request, "page") else 0
    tz, today = _now(desk)
    title = _("Posts")
    if "day" in request.GET:
        day = grid.day_of(request.GET["day"], today)
        title = formats.date_format(day, "LONG_DAY")
        posts = standing.between(desk.brand.pk, *day_span(day, tz), most=500)
    else:
        posts = standing.listed(desk.brand.pk, search=search, page=number, size=PAGE)
    context = {
        "posts": posts,
        "search": search,
        "page": number,
        "next": number + 1 if len(posts) == PAGE else None,
        "title": title,
        "view": "list",
    }
    return _show(request, desk, "calendar/list.html", context)


@page
@require_GET
def board(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Posts of the coming weeks by where they stand."""
    tz, today = _now(desk)
    start, _e = day_span(today - timedelta(days=2), tz)
    _s, end = day_span(today + timedelta(days=28), tz)
    posts = standing.between(desk.brand.pk, start, end, most=400)
    posts += standing.undated(desk.brand.pk, most=50)
    columns = (
        ("draft", _("To write"), ("draft", "sent_back")),
        ("in_review", _("In review"), ("in_review",)),
        ("waiting", _("Approved"), ("approved", "waiting", "sending")),
        ("unknown", _("Needs a look"), ("unknown", "refused", "held")),
        ("sent", _("Sent lately"), ("sent", "taken_down")),
    )
    context = {
        "columns": [
            (name, word, [post for post in posts if post.state in states])
            for name, word, states in columns
        ],
        "title": _("Board"),
        "view": "board",
    }
    return _show(request, desk, "calendar/board.html", context)


@page
@require_POST
def move(request: HttpRequest, desk: Desk, post_id: UUID) -> JsonResponse:
    """Put a post on another day, or into another hour of one; its minutes stay."""
    post = plans.post(desk.actor, post_id)
    try:
        day = date.fromisoformat(request.POST.get("day", ""))
        raw = request.POST.get("hour", "")
        hour = int(raw) if raw else (post.clock or NOON).hour
        wall = datetime.combine(day, (post.clock or NOON).replace(hour=hour))
    except ValueError:
        raise Invalid("That is no day to move a post to. Nothing was changed.", code="day")
    moved = plan.move_post(desk.actor, post.pk, wall)
    shown = standing.chosen([moved.pk])[0]
    said = _("Moved to %(day)s, %(time)s.") % {
        "day": formats.date_format(wall, "LONG_DAY"),
        "time": f"{wall:%H:%M}",
    }
    context = {"post": shown, "brand": desk.brand, "may_move": True}
    return JsonResponse(
        {"said": said, "html": render_to_string("calendar/_post.html", context, request)}
    )


def _kept(desk: Desk, start: date, end: date) -> dict[date, list[str]]:
    """The names of the days that the brand keeps, by date."""
    found: dict[date, list[str]] = {}
    for day in occasions.days(desk.brand, start, end):
        found.setdefault(day.date, []).append(day.observance.name(desk.user.language))
    return found


def _show(request: HttpRequest, desk: Desk, template: str, context: dict[str, Any]) -> HttpResponse:
    used = {channel.network for channel in brands.channels(desk.brand.pk)}
    context |= {
        "networks": [(name, network(name).title) for name in sorted(used)],
        "may_move": desk.actor.may(Right.write),
        "origins": [
            ({kind: 100}, ORIGINS[kind][0]) for kind in ("person", "model", "pasted", "template")
        ],
        "carried": _carried(request),
        "campaigns": plans.campaigns(desk.brand.pk)[:40],
        "filter": _filters(request),
        "place": desk.brand.zone.split("/")[-1].replace("_", " "),
    }
    return show(request, desk, template, context, section="calendar")


def _carried(request: HttpRequest) -> str:
    """The filters as the end of an address, so that they stay when one turns the page."""
    kept = {name: value for name, value in _filters(request).items() if value}
    return f"&{urlencode(kept)}" if kept else ""


def _filters(request: HttpRequest) -> dict[str, Any]:
    return {
        "network": request.GET.get("network", "")[:40],
        "campaign": request.GET.get("campaign", "")[:160],
    }


def _digits(request: HttpRequest, name: str) -> bool:
    return request.GET.get(name, "").isdecimal()


def _now(desk: Desk) -> tuple[ZoneInfo, date]:
    tz = ZoneInfo(desk.brand.zone)
    return tz, clock.now().astimezone(tz).date()
