"""Telling people by mail of what goes no further by itself: each delivery once for each reason.

Today shows the same; a mail reaches those who are not looking. What a person holds by hand is not
told: they know.
"""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings

from aboveboard.brand.models import Brand
from aboveboard.kernel import clock
from aboveboard.people.mailing import reached
from aboveboard.people.queries import members_who_may
from aboveboard.people.rules import Right
from aboveboard.publish import queries
from aboveboard.publish.models import Delivery, Notice

# What one mail names; the rest is counted.
MOST = 20
FAILED = "failed"


def tell_of_stuck() -> int:
    """One mail for each brand that has news of this kind; gives how many deliveries were told."""
    told = 0
    for brand in Brand.objects.all():
        news = list(_news(brand.pk))
        if news and _mail(brand, news):
            _note(news)
            told += len(news)
    return told


def known(delivery: Delivery) -> None:
    """Somebody knows of it: they have held it themselves."""
    _note([(delivery, str(delivery.state), delivery.why)])


def _news(brand_id: UUID) -> Iterable[tuple[Delivery, str, str]]:
    """Deliveries with their state and why, of which nobody was told yet."""
    stuck = [(one, str(one.state), one.why) for one in queries.stuck(brand_id)[:1_000]]
    stuck += [
        (one.delivery, FAILED, one.why or "Its channel must be connected again.")
        for one in queries.failed_changes(brand_id)[:1_000]
    ]
    ids = [delivery.pk for delivery, _state, _why in stuck]
    noted = {one.delivery_id: one for one in Notice.objects.filter(delivery__in=ids)}
    for delivery, state, why in stuck:
        one = noted.get(delivery.pk)
        if one is None or (one.state, one.why) != (state, why):
            yield delivery, state, why


def _note(news: Iterable[tuple[Delivery, str, str]]) -> None:
    now = clock.now()
    for delivery, state, why in news:
        Notice.objects.update_or_create(
            delivery=delivery, defaults={"state": state, "why": why, "at": now}
        )


_SAID = {
    "unknown": "we do not know whether it is out",
    "refused": "the network refused it",
    "held": "it is held",
    FAILED: "its change could not be carried out",
}


def _mail(brand: Brand, news: list[tuple[Delivery, str, str]]) -> bool:
    """Whether people are told; else it is tried again."""
    root = settings.PUBLIC_URL.rstrip("/")
    lines = []
    for delivery, state, why in news[:MOST]:
        post = delivery.variant.post
        lines.append(
            f"“{post.title}” on {delivery.channel.name}: {_SAID[state]}. {why}\n"
            f"{root}/posts/{post.pk}/"
        )
    if len(news) > MOST:
        lines.append(f"And {len(news) - MOST} more: {root}/")
    count = "One post needs" if len(news) == 1 else f"{len(news)} posts need"
    body = "\n\n".join(["Nothing of this goes further by itself.", *lines]) + "\n"
    to = [one.user.email for one in members_who_may(Right.publish, brand.workspace_id)]
    return reached(to, f"{brand.name}: {count} somebody", body)
