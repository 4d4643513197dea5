"""Rights that end: who is told of it, in Today and by one mail for each end."""

from datetime import date, timedelta
from itertools import groupby
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import F, Q, QuerySet

from aboveboard.brand.models import Brand
from aboveboard.create.assets import library
from aboveboard.create.assets.rights import WARNED
from aboveboard.create.models import Asset
from aboveboard.kernel import clock
from aboveboard.people.mailing import reached
from aboveboard.people.queries import members_who_may
from aboveboard.people.rules import Right

# What one mail names; the rest is counted.
MOST = 20


def today_of(brand: Brand) -> date:
    """The day by the brand's own clock."""
    return clock.now().astimezone(ZoneInfo(brand.zone)).date()


def ending(brand: Brand) -> QuerySet[Asset]:
    """What ends within two weeks, or has ended and stands in a text that is not out yet."""
    today = today_of(brand)
    soon = Q(may_use_until__range=(today, today + WARNED))
    missed = Q(library.is_planned(clock.now()), may_use_until__lt=today)
    return (
        Asset.objects.filter(brand=brand, removed_at=None, may_use_until__isnull=False)
        .filter(soon | missed)
        .order_by("may_use_until", "name")
    )


def tell_of_ending() -> int:
    """One mail for each brand whose pictures end soon, once for each end; gives how many."""
    now = clock.now()
    # A day more, since brands have clocks of their own.
    latest = now.date() + WARNED + timedelta(days=1)
    rows = (
        Asset.objects.filter(removed_at=None, may_use_until__lte=latest)
        .filter(Q(told_until=None) | ~Q(told_until=F("may_use_until")))
        .filter(may_use_until__gte=now.date() - timedelta(days=2))
        .select_related("brand")
        .order_by("brand_id", "may_use_until", "name")
    )
    told = 0
    for brand, of_brand in groupby(rows[:2_000], key=lambda one: one.brand):
        today = today_of(brand)
        news = [o for o in of_brand if o.may_use_until and o.may_use_until <= today + WARNED]
        if news and _mail(brand, news):
            for one in news:
                Asset.objects.filter(pk=one.pk).update(told_until=one.may_use_until)
            told += len(news)
    return told


def _mail(brand: Brand, news: list[Asset]) -> bool:
    root = settings.PUBLIC_URL.rstrip("/")
    counts = library.use_counts([one.pk for one in news])
    lines = [
        f"{one.name}: until {one.may_use_until:%d %B %Y}, {_used(counts.get(one.pk, 0))}\n"
        f"{root}/assets/{one.pk}/"
        for one in news[:MOST]
    ]
    if len(news) > MOST:
        lines.append(f"And {len(news) - MOST} more: {root}/assets/?rights=ending")
    many = "One picture or video" if len(news) == 1 else f"{len(news)} pictures or videos"
    body = "After its last day nothing with it is approved. What is out stays out."
    to = [one.user.email for one in members_who_may(Right.write, brand.workspace_id)]
    text = "\n\n".join([body, *lines]) + "\n"
    return reached(to, f"{brand.name}: {many} may be used for two weeks at the most", text)


def _used(count: int) -> str:
    return {0: "in no post", 1: "in one post"}.get(count, f"in {count} posts")
