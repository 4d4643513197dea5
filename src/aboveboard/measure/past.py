"""What is told of the demo brand's past without its having happened: numbers and clicks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from aboveboard.brand.queries import require_demo
from aboveboard.channels.base import Numbers
from aboveboard.channels.registry import network
from aboveboard.create.models import Link
from aboveboard.kernel import clock
from aboveboard.kernel.errors import NotFound
from aboveboard.measure.models import Clicks, Reading, Snapshot, Stopped
from aboveboard.measure.rules import METRICS, next_reading
from aboveboard.people.actors import Actor, require
from aboveboard.people.rules import Right
from aboveboard.publish.models import Delivery, State


@dataclass(frozen=True)
class Stand:
    """The numbers of a delivery as they stood at a moment."""

    at: datetime
    numbers: Numbers


def record_numbers(actor: Actor, variant_id: UUID, stands: Sequence[Stand]) -> None:
    """Tell how the numbers of what was sent grew, oldest first. For the demo brand alone.

    Clicks become counts of the hours between, where the text has a counted link. Nobody is
    asked for the numbers of invented accounts later on. Raises NotFound, Forbidden.
    """
    require(actor, Right.publish, actor.workspace_id)
    delivery = (
        Delivery.objects.filter(
            variant_id=variant_id,
            state=State.SENT,
            channel__brand__workspace_id=actor.workspace_id,
        )
        .select_related("channel__brand")
        .first()
    )
    if not delivery or not stands:
        raise NotFound("Nothing of this text has been sent.", mend="Tell that it was, first.")
    require_demo(delivery.channel.brand)
    own = "none" in network(delivery.channel.network).capabilities.auth
    sent_at = delivery.sent_at or delivery.at
    with transaction.atomic():
        Snapshot.objects.bulk_create(
            Snapshot(
                delivery=delivery,
                at=stand.at,
                **{metric: getattr(stand.numbers, metric) for metric in METRICS},
            )
            for stand in stands
        )
        _count(variant_id, stands)
        Reading.objects.get_or_create(
            delivery=delivery,
            defaults={
                "read_at": stands[-1].at,
                "next_at": next_reading(sent_at, clock.now()) if own else None,
                "stopped": Stopped.NO if own else Stopped.OVER,
            },
        )


def _count(variant_id: UUID, stands: Sequence[Stand]) -> None:
    link = Link.objects.filter(variant_id=variant_id).order_by("code").first()
    if not link:
        return
    counts: dict[datetime, int] = {}
    before = 0
    for stand in stands:
        clicks = stand.numbers.clicks or 0
        hour = stand.at.replace(minute=0, second=0, microsecond=0)
        counts[hour] = counts.get(hour, 0) + clicks - before
        before = clicks
    Clicks.objects.bulk_create(
        Clicks(link=link, hour=hour, count=count) for hour, count in counts.items() if count > 0
    )
