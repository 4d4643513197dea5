"""What is told of the demo brand's past without its having happened: sent, refused, unknown.

The rows pass the database's guards like any others: a delivery moves from waiting to sending and
on, and is sent only with every part.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal
from uuid import UUID

from django.db import transaction

from aboveboard.brand.queries import require_demo
from aboveboard.kernel import clock
from aboveboard.kernel.errors import NotFound
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.publish.models import Attempt, Delivery, SentPart, State
from aboveboard.publish.rules import part_key

_TOOK = timedelta(milliseconds=400)
_LATER = timedelta(seconds=30)


@dataclass(frozen=True)
class Past:
    """What became of a delivery.

    `remote_id` and `url` say where it is on the network; without them it is on the brand's own
    page. `answer` is what the network said, `why` what a person reads beside the state.
    """

    outcome: Literal["sent", "unknown", "refused"]
    remote_id: str = ""
    url: str = ""
    answer: str = ""
    why: str = ""


def record_past(actor: Actor, variant_id: UUID, past: Past) -> Delivery:
    """Tell that a waiting delivery of one part went out now, or did not. Only for the demo brand.

    Raises NotFound when no delivery of this variant waits, Forbidden for any other brand.
    """
    require(actor, Right.publish, actor.workspace_id)
    now = clock.now()
    with transaction.atomic():
        delivery = (
            Delivery.objects.select_for_update(of=("self",))
            .select_related("channel__brand")
            .filter(
                variant_id=variant_id,
                state=State.WAITING,
                parts=1,
                channel__brand__workspace_id=actor.workspace_id,
            )
            .first()
        )
        if not delivery:
            raise NotFound("No delivery of this text waits.", mend="Approve it first.")
        require_demo(delivery.channel.brand)
        delivery.state, delivery.next_at = State.SENDING, None
        delivery.save(update_fields=["state", "next_at"])
        _tried(delivery, past)
        if past.outcome == "sent":
            _there(delivery, past)
            delivery.sent_at = now + _TOOK
        delivery.state, delivery.why = State(past.outcome), past.why
        delivery.save(update_fields=["state", "why", "sent_at"])
        enter(
            Actor.house(actor.workspace_id),
            f"delivery.{past.outcome}",
            subject_kind="delivery",
            subject_id=delivery.id,
            digests={"content": delivery.digest},
        )
    return delivery


def _tried(delivery: Delivery, past: Past) -> None:
    now = clock.now()
    Attempt.objects.create(
        delivery=delivery,
        step="publish",
        started_at=now,
        ended_at=now + _TOOK,
        outcome="done" if past.outcome == "sent" else past.outcome,
        status=422 if past.outcome == "refused" else None,
        answer=past.answer,
        next={"unknown": "The channel is read back before anything else.", "refused": ""}.get(
            past.outcome, ""
        ),
    )
    if past.outcome == "unknown":
        Attempt.objects.create(
            delivery=delivery,
            step="look",
            started_at=now + _LATER,
            ended_at=now + _LATER,
            outcome="later",
            answer="It cannot be read back: this account is invented.",
            next="Only a person can tell.",
        )


def _there(delivery: Delivery, past: Past) -> None:
    key = part_key(delivery.id, 0)
    SentPart.objects.create(
        delivery=delivery,
        channel_id=delivery.channel_id,
        part=0,
        remote_id=past.remote_id or key,
        url=past.url or f"{delivery.channel.server}/{key}",
        at=clock.now(),
    )
