"""Stopping all sending by hand, and starting it again: for the minute when something goes wrong.

A pause is a row that the claim and every worker's deliveries in hand look at: within a second no
request begins any more. What becomes due meanwhile waits; who lets sending go on says what is to
become of it.
"""

from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from aboveboard.brand import queries as brands
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Forbidden
from aboveboard.ledger import actions as ledger
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.publish import queries
from aboveboard.publish.models import Delivery, Pause, State
from aboveboard.text.cleaning import clean

_MAX_WHY = 500
# How far apart posts of one channel go out when they are spread.
SPREAD = timedelta(minutes=15)
_HELD = "It became due while sending stood still. Let it go on, or give it another time."


class Overdue(StrEnum):
    """What becomes of posts that became due during a pause."""

    send = "send"
    spread = "spread"
    hold = "hold"


def pause(actor: Actor, brand_id: UUID | None = None, *, reason: str = "") -> Pause:
    """Send nothing more for a brand, or for the whole workspace; what is on its way ends."""
    _require(actor)
    brand = brands.brand(actor, brand_id) if brand_id else None
    with transaction.atomic():
        paused, is_new = Pause.objects.get_or_create(
            workspace_id=actor.workspace_id,
            brand=brand,
            defaults={
                "by_id": actor.user_id,
                "since": clock.now(),
                "reason": clean(reason).strip()[:_MAX_WHY],
            },
        )
        if is_new:
            _enter(actor, "sending.paused", brand_id)
    return paused


def unpause(actor: Actor, brand_id: UUID | None = None, *, overdue: Overdue = Overdue.send) -> None:
    """Let sending go on. What has become due meanwhile goes out now, one by one, or is held.

    `Overdue.spread` lets the posts of a channel follow each other after `SPREAD`.
    """
    _require(actor)
    with transaction.atomic():
        paused = Pause.objects.filter(workspace_id=actor.workspace_id)
        which = paused.filter(brand_id=brand_id) if brand_id else paused.filter(brand=None)
        gone, _ = which.delete()
        if not gone:
            return
        late = queries.overdue(actor.workspace_id, brand_id).select_for_update(of=("self",))
        if overdue is Overdue.hold:
            _hold(actor, late)
        elif overdue is Overdue.spread:
            _spread(late)
        _enter(actor, "sending.resumed", brand_id)


def _hold(actor: Actor, late: QuerySet[Delivery]) -> None:
    held = list(late)
    Delivery.objects.filter(pk__in=[one.pk for one in held]).update(
        state=State.HELD, next_at=None, why=_HELD
    )
    lines = [
        ledger.Line(
            "delivery.held",
            actor.kind,
            actor.user_id,
            "delivery",
            one.pk,
            {"content": one.digest},
        )
        for one in held
    ]
    ledger.append_many(actor.workspace_id, lines)


def _spread(late: QuerySet[Delivery]) -> None:
    now, turns = clock.now(), dict[UUID, int]()
    changed = []
    for one in late.order_by("at", "id"):
        turn = turns.setdefault(one.channel_id, 0)
        one.next_at = now + SPREAD * turn
        turns[one.channel_id] += 1
        changed.append(one)
    Delivery.objects.bulk_update(changed, ["next_at"], batch_size=500)


def _require(actor: Actor) -> None:
    require(actor, Right.publish, actor.workspace_id)
    if actor.kind != "person":
        raise Forbidden("Only a person stops and starts sending.", code="not_a_person")


def _enter(actor: Actor, kind: str, brand_id: UUID | None) -> None:
    if brand_id:
        enter(actor, kind, subject_kind="brand", subject_id=brand_id)
    else:
        enter(actor, kind, subject_kind="workspace", subject_id=actor.workspace_id)
