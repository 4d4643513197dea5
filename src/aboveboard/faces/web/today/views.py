"""Today: what needs a person now, what goes out, what a model suggested, how channels do."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from aboveboard.create.models import Suggestion
from aboveboard.faces.web.numerals import in_words
from aboveboard.faces.web.studio import Desk, page, show
from aboveboard.faces.web.today.needs import day_span, needs
from aboveboard.kernel import clock
from aboveboard.ledger import queries as ledger
from aboveboard.plan import queries as plans
from aboveboard.publish import queries as publish
from aboveboard.publish import standing


@page
@require_GET
def today(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What needs me now."""
    now, tz = clock.now(), ZoneInfo(desk.brand.zone)
    local = now.astimezone(tz)
    start, end = day_span(local.date(), tz)
    before, _end = day_span(local.date() - timedelta(days=1), tz)
    out = standing.between(desk.brand.pk, start, end, most=60)
    found = needs(desk.actor, desk.brand, now)
    context = {
        "now": local,
        "needs": found,
        "many": in_words(len(found), start=True),
        "out": out,
        "next_out": next((post.id for post in out if post.at and post.at >= now), None),
        "suggestions": Suggestion.objects.filter(
            variant__post__brand=desk.brand, state="open"
        ).select_related("variant__post")[:5],
        "new_ideas": plans.ideas(desk.brand.pk).filter(state="new")[:3],
        "channels": publish.channels(desk.brand.pk),
        "yesterday": standing.sent_between(desk.brand.pk, before, start),
        "ledger": ledger.state(desk.actor.workspace_id),
        "has_posts": bool(out) or bool(standing.listed(desk.brand.pk, size=1)),
    }
    return show(request, desk, "today/today.html", context, section="today")
