"""What changes deliveries on a person's word; the engine does the rest by itself.

Each action asks for the right, changes the rows and enters it in the ledger in one transaction.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.db import DatabaseError, transaction

from aboveboard.channels.base import Sent
from aboveboard.channels.registry import network
from aboveboard.disclose.content import Content
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from aboveboard.kernel.http import http_url
from aboveboard.ledger.models import Entry
from aboveboard.people.actors import Actor, enter, require
from aboveboard.people.rules import Right
from aboveboard.publish import telling
from aboveboard.publish.amending import (
    approve_amendment,
    ask_delete,
    ask_edit,
    withdraw_amendment,
)
from aboveboard.publish.connecting import add_channel, connect
from aboveboard.publish.errors import NotInThisState, from_database
from aboveboard.publish.intake import take_in
from aboveboard.publish.models import Attempt, Delivery, SentPart, State
from aboveboard.publish.pausing import Overdue, pause, unpause
from aboveboard.text.cleaning import clean

__all__ = [
    "Overdue",
    "add_channel",
    "approve_amendment",
    "ask_delete",
    "ask_edit",
    "connect",
    "hold",
    "pause",
    "resume",
    "retry",
    "settle",
    "take_in",
    "unpause",
    "withdraw_amendment",
]
_MAX_WHY = 500


def hold(actor: Actor, delivery_id: UUID, why: str = "") -> Delivery:
    """Keep a delivery from going out until a person lets it go on."""
    with _changing(actor, delivery_id, State.WAITING, State.REFUSED) as delivery:
        said = clean(why).strip()[:_MAX_WHY]
        delivery.state, delivery.next_at = State.HELD, None
        delivery.why = said or f"{actor.name} holds it."
        delivery.save(update_fields=["state", "next_at", "why"])
        telling.known(delivery)
        _enter(actor, "delivery.held", delivery)
    return delivery


def resume(actor: Actor, delivery_id: UUID, at: datetime | None = None) -> Delivery:
    """Let a held delivery go on, at its time or, when that has passed, at once.

    Another time can be given only where the approval binds none.
    """
    with _changing(actor, delivery_id, State.HELD) as delivery:
        _go_on(delivery)
        if at and at != delivery.at:
            if at.tzinfo is None:
                raise Invalid("A time needs its zone.", code="zone")
            if Content.model_validate_json(delivery.payload).at:
                raise Conflict(
                    "The approval is for another time. Nothing was changed.",
                    mend="Move the post in the calendar and have it approved again.",
                    code="approved_time",
                )
            delivery.at = max(at, delivery.approval.at)
        delivery.next_at = max(delivery.at, clock.now())
        _save(delivery, "at")
        _enter(actor, "delivery.resumed", delivery)
    return delivery


def retry(actor: Actor, delivery_id: UUID) -> Delivery:
    """Try a delivery again that was refused or is held."""
    with _changing(actor, delivery_id, State.REFUSED, State.HELD) as delivery:
        _go_on(delivery)
        delivery.next_at = max(delivery.at, clock.now())
        _save(delivery)
        _enter(actor, "delivery.retried", delivery)
    return delivery


def settle(
    actor: Actor, delivery_id: UUID, *, reached: bool, url: str = "", sent: Sent | None = None
) -> Delivery:
    """A person's word on an unknown delivery: is it there, or not?

    It is kept as an attempt of its own. `sent` is the post that the person chose of those that
    the network shows: then what is left of a thread goes on under it. When only a person has seen
    it and more parts were to follow, or it is not there and its approval is void, the delivery is
    held; when it is not there, it is sent.
    """
    if actor.kind != "person":
        raise Forbidden("Only a person settles what nobody can read back.", code="not_a_person")
    url = sent.url if sent else http_url(url) if url.strip() else ""
    with _changing(actor, delivery_id, State.UNKNOWN) as delivery:
        now = clock.now()
        outcome = "found" if reached else "absent"
        Attempt.objects.create(
            delivery=delivery,
            step="person",
            part=delivery.next_part,
            started_at=now,
            ended_at=now,
            outcome=outcome,
            answer=url,
        )
        Attempt.objects.filter(
            delivery=delivery, step="publish", outcome__in=("", "unknown")
        ).update(outcome=outcome, ended_at=now, next=f"Settled by {actor.name}.")
        # Until then a slow server may still take what it was sent.
        settled = max(now, delivery.settle_after or now)
        delivery.worker = delivery.settle_after = None
        delivery.looks = delivery.absent = delivery.tries = 0
        if reached:
            _is_there(delivery, sent or Sent("", url), now)
        else:
            _is_not_there(delivery, settled)
        delivery.save()
        _enter(actor, "delivery.settled", delivery)
    return delivery


@contextmanager
def _changing(actor: Actor, delivery_id: UUID, *states: State) -> Iterator[Delivery]:
    """A delivery that stays as it is until this has ended. Raises NotInThisState, NotFound."""
    require(actor, Right.publish, actor.workspace_id)
    try:
        with transaction.atomic():
            delivery = (
                Delivery.objects.select_for_update(of=("self",))
                .select_related("approval", "channel")
                .filter(pk=delivery_id, channel__brand__workspace_id=actor.workspace_id)
                .first()
            )
            if delivery is None:
                raise NotFound("There is no such delivery here.", mend="Look in the calendar.")
            if delivery.state not in states:
                raise NotInThisState(
                    f"It is {delivery.state} now. Nothing was changed.",
                    mend="Look at where it stands.",
                    code=f"is_{delivery.state}",
                )
            yield delivery
    except DatabaseError as error:
        if meant := from_database(error):
            raise meant from error
        raise


def _go_on(delivery: Delivery) -> None:
    if delivery.approval.voided_at:
        raise Conflict(
            "Its approval is void. Nothing was changed.",
            mend="Have it approved as it stands now.",
            code="not_approved",
        )
    delivery.state, delivery.why, delivery.tries = State.WAITING, "", 0
    # Uploads do not last for ever on the networks: they are made again with the first part.
    if delivery.next_part == 0 and delivery.progress:
        delivery.progress, delivery.next_step = {}, "upload"


def _save(delivery: Delivery, *more: str) -> None:
    fields = ("state", "why", "next_at", "tries", "progress", "next_step")
    delivery.save(update_fields=[*fields, *more])


def _is_there(delivery: Delivery, sent: Sent, now: datetime) -> None:
    number = f"said by a person: {delivery.id}/{delivery.next_part}"
    same = SentPart.objects.filter(channel_id=delivery.channel_id, remote_id=sent.remote_id)
    if same.exclude(delivery=delivery).exists():
        raise Conflict(
            "That post belongs to another post of ours. Nothing was changed.",
            mend="Choose another one.",
            code="taken",
        )
    SentPart.objects.get_or_create(
        delivery=delivery,
        part=delivery.next_part,
        defaults={
            "channel_id": delivery.channel_id,
            "remote_id": sent.remote_id or number,
            "url": sent.url,
            "handle": sent.handle,
            "at": sent.at or now,
        },
    )
    if delivery.next_part + 1 >= delivery.parts:
        delivery.state, delivery.why, delivery.sent_at = State.SENT, "", sent.at or now
        delivery.next_at = None
        return
    delivery.next_part += 1
    if sent.remote_id and not delivery.approval.voided_at:
        prepares = network(delivery.channel.network).capabilities.prepares
        delivery.next_step = "prepare" if prepares else "publish"
        delivery.progress.pop("prepared", None)
        delivery.state, delivery.next_at, delivery.why = State.WAITING, now, ""
        return
    delivery.state, delivery.next_at = State.HELD, None
    delivery.why = (
        f"{delivery.next_part} of {delivery.parts} parts are out. The rest cannot be attached to a "
        "post that only a person has seen."
    )


def _is_not_there(delivery: Delivery, at: datetime) -> None:
    if delivery.approval.voided_at:
        delivery.state, delivery.next_at = State.HELD, None
        delivery.why = "It is not there, and its approval is void."
    else:
        delivery.state, delivery.next_at, delivery.why = State.WAITING, at, ""


def _enter(actor: Actor, kind: str, delivery: Delivery) -> Entry:
    digests = {"content": delivery.digest}
    return enter(actor, kind, subject_kind="delivery", subject_id=delivery.id, digests=digests)
