"""Trying to break the guards with plain SQL, as a bug or a stranger at the database would."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from tests.builders import (
    House,
    approve,
    content_of,
    delivery_of,
    edit,
    make_approved,
    make_brand,
    make_channel,
    make_post,
    make_variant,
    make_workspace,
)

from aboveboard.brand.models import Brand, Channel
from aboveboard.kernel import clock
from aboveboard.kernel.ids import new_id
from aboveboard.publish.errors import AlreadyOut, NotApproved, NotInThisState, from_database
from aboveboard.publish.intake import take_in
from aboveboard.publish.models import Attempt, Delivery, SentPart
from aboveboard.review.models import Approval

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(db: None) -> House:
    return make_workspace()


@pytest.fixture
def brand(house: House) -> Brand:
    return make_brand(house)


@pytest.fixture
def channel(brand: Brand) -> Channel:
    return make_channel(brand)


@pytest.fixture
def delivery(house: House, channel: Channel) -> Delivery:
    variant = make_approved(house, channel, "One.\n---\nTwo.")
    assert take_in() == 1
    return delivery_of(variant)


@contextmanager
def refused(kind: type[Exception]) -> Iterator[None]:
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        yield
    assert isinstance(from_database(caught.value), kind)


def run(statement: str, *values: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.rowcount)


def put(delivery: Delivery, state: str) -> None:
    run("UPDATE publish_delivery SET state = %s WHERE id = %s", state, delivery.id)


def attempt(delivery: Delivery, outcome: str, step: str = "publish") -> Attempt:
    return Attempt.objects.create(
        delivery=delivery, step=step, started_at=clock.now(), outcome=outcome
    )


def part(delivery: Delivery, number: int) -> SentPart:
    return SentPart.objects.create(
        delivery=delivery,
        channel_id=delivery.channel_id,
        part=number,
        remote_id=new_id().hex,
        at=clock.now(),
    )


COLUMNS = (
    "id, variant_id, channel_id, approval_id, payload, digest, parts, at, state, why, next_at,"
    " next_step, next_part, tries, looks, absent, progress, created_at"
)


def insert(approval: Approval, **changes: Any) -> None:
    values = {
        "id": new_id(),
        "variant_id": approval.variant_id,
        "channel_id": approval.variant.channel_id,
        "approval_id": approval.id,
        "payload": approval.content,
        "digest": approval.digest,
        "parts": 1,
        "at": approval.at,
        "state": "waiting",
        "why": "",
        "next_at": approval.at,
        "next_step": "publish",
        "next_part": 0,
        "tries": 0,
        "looks": 0,
        "absent": 0,
        "progress": "{}",
        "created_at": approval.at,
        **changes,
    }
    marks = ", ".join(["%s"] * len(values))
    run(f"INSERT INTO publish_delivery ({COLUMNS}) VALUES ({marks})", *values.values())


@pytest.fixture
def approval(house: House, channel: Channel) -> Approval:
    variant = make_variant(make_post(house, channel.brand), channel, "Approved words.")
    return approve(house, variant)


def test_an_approved_content_gets_its_delivery(approval: Approval) -> None:
    insert(approval)


def test_other_words_than_the_approved_are_refused(approval: Approval) -> None:
    content = content_of(approval.variant).model_copy(update={"parts": ("Other words.",)})
    with refused(NotApproved):
        insert(approval, payload=content.canonical)
    with refused(NotApproved):
        insert(approval, payload=content.canonical, digest=content.digest)


def test_a_digest_that_is_not_the_payloads_is_refused(approval: Approval) -> None:
    with refused(NotApproved):
        insert(approval, digest="0" * 64)


def test_another_variants_approval_is_refused(
    house: House, channel: Channel, approval: Approval
) -> None:
    other = make_variant(make_post(house, channel.brand), channel, "Approved words.")
    with refused(NotApproved):
        insert(approval, variant_id=other.id)


def test_another_channel_is_refused(brand: Brand, approval: Approval) -> None:
    with refused(NotApproved):
        insert(approval, channel_id=make_channel(brand).id)


def test_a_void_approval_is_refused(approval: Approval) -> None:
    Approval.objects.filter(pk=approval.pk).update(voided_at=clock.now(), void_reason="withdrawn")
    with refused(NotApproved):
        insert(approval)


def test_a_time_before_the_approval_is_refused(approval: Approval) -> None:
    with refused(NotApproved):
        insert(approval, at=approval.at - timedelta(seconds=1))


def test_another_time_than_the_approved_is_refused(house: House, channel: Channel) -> None:
    due = clock.now() + timedelta(hours=1)
    variant = make_approved(house, channel, "At nine.", at=due)
    approval = Approval.objects.get(variant=variant)
    with refused(NotApproved):
        insert(approval, at=due + timedelta(minutes=1))
    insert(approval, at=due)


@pytest.mark.parametrize("state", ["sending", "sent", "unknown", "refused", "held"])
def test_a_delivery_cannot_begin_further_on(state: str, approval: Approval) -> None:
    with refused(NotInThisState):
        insert(approval, state=state)


def test_words_cannot_be_exchanged_later(delivery: Delivery) -> None:
    with refused(NotApproved):
        run("UPDATE publish_delivery SET payload = replace(payload, 'One', 'Won')")
    with refused(NotApproved):
        run("UPDATE publish_delivery SET at = at + interval '-1 hour'")


def test_sending_asks_for_the_approval_once_more(delivery: Delivery) -> None:
    run("SET LOCAL session_replication_role = replica")
    Approval.objects.update(voided_at=clock.now(), void_reason="withdrawn")
    run("SET LOCAL session_replication_role = origin")
    with refused(NotApproved):
        put(delivery, "sending")


def test_a_void_approval_holds_what_waits(delivery: Delivery) -> None:
    Approval.objects.update(voided_at=clock.now(), void_reason="withdrawn")
    delivery.refresh_from_db()
    assert (delivery.state, delivery.next_at) == ("held", None)
    assert "void" in delivery.why


def test_nobody_skips_the_sending(delivery: Delivery) -> None:
    for state in ("sent", "unknown", "refused"):
        with refused(NotInThisState):
            put(delivery, state)


def test_what_is_open_or_unknown_never_goes_back_by_itself(delivery: Delivery) -> None:
    put(delivery, "sending")
    attempt(delivery, "")
    for state in ("waiting", "held", "refused", "sent"):
        with refused(NotInThisState):
            put(delivery, state)
    run("UPDATE publish_attempt SET outcome = 'unknown'")
    put(delivery, "unknown")
    for state in ("waiting", "held", "sent"):
        with refused(NotInThisState):
            put(delivery, state)


def test_an_unknown_attempt_is_called_absent_only_after_a_look(delivery: Delivery) -> None:
    put(delivery, "sending")
    attempt(delivery, "unknown")
    put(delivery, "unknown")
    with refused(NotInThisState):
        run("UPDATE publish_attempt SET outcome = 'absent'")
    with refused(NotInThisState):
        run("UPDATE publish_attempt SET outcome = 'later'")
    attempt(delivery, "absent", "look")
    run("UPDATE publish_attempt SET outcome = 'absent' WHERE step = 'publish'")
    put(delivery, "waiting")


def test_one_request_at_a_time_and_none_beside_an_unsettled_one(delivery: Delivery) -> None:
    put(delivery, "sending")
    attempt(delivery, "unknown")
    with pytest.raises(DatabaseError) as caught, transaction.atomic():
        attempt(delivery, "")
    assert isinstance(caught.value.__cause__, psycopg.errors.UniqueViolation)


def test_it_is_not_sent_before_every_part_is_there(delivery: Delivery) -> None:
    put(delivery, "sending")
    part(delivery, 0)
    with refused(NotInThisState):
        put(delivery, "sent")
    part(delivery, 1)
    put(delivery, "sent")
    for state in ("waiting", "sending", "unknown", "refused", "held"):
        with refused(NotInThisState):
            put(delivery, state)


def test_a_remote_id_belongs_to_one_part_only(
    house: House, channel: Channel, delivery: Delivery
) -> None:
    first = part(delivery, 0)
    other = make_approved(house, channel, "Another.")
    take_in()
    with pytest.raises(DatabaseError), transaction.atomic():
        SentPart.objects.create(
            delivery=delivery_of(other),
            channel=channel,
            part=0,
            remote_id=first.remote_id,
            at=clock.now(),
        )


def test_what_was_tried_is_kept(delivery: Delivery) -> None:
    put(delivery, "sending")
    attempt(delivery, "later")
    part(delivery, 0)
    for statement in (
        "DELETE FROM publish_attempt",
        "DELETE FROM publish_sentpart",
        "UPDATE publish_sentpart SET url = 'elsewhere'",
        "UPDATE publish_attempt SET outcome = 'done'",
        "DELETE FROM publish_delivery",
    ):
        with refused(NotInThisState):
            run(statement)
    put(delivery, "waiting")
    with refused(NotInThisState):
        run("DELETE FROM publish_delivery")


def test_a_delivery_that_was_never_tried_may_go(delivery: Delivery) -> None:
    assert run("DELETE FROM publish_delivery") == 1


@pytest.mark.parametrize("state", ["sending", "unknown", "sent"])
def test_what_is_out_is_not_edited(state: str, delivery: Delivery) -> None:
    put(delivery, "sending")
    if state == "unknown":
        put(delivery, "unknown")
    if state == "sent":
        part(delivery, 0)
        part(delivery, 1)
        put(delivery, "sent")
    with refused(AlreadyOut):
        edit(delivery.variant, "Other words.")
    with refused(AlreadyOut):
        run("UPDATE create_revision SET text = 'Other words.'")


def test_nothing_is_edited_once_one_part_is_out(delivery: Delivery) -> None:
    put(delivery, "sending")
    part(delivery, 0)
    put(delivery, "refused")
    with refused(AlreadyOut):
        edit(delivery.variant, "Other words.")


def test_the_approval_of_what_is_out_stays(delivery: Delivery) -> None:
    put(delivery, "sending")
    part(delivery, 0)
    part(delivery, 1)
    put(delivery, "sent")
    assert Approval.objects.update(voided_at=clock.now(), void_reason="withdrawn") == 0
    assert Approval.objects.get().voided_at is None


def test_an_edit_and_a_new_approval_begin_anew(house: House, delivery: Delivery) -> None:
    edit(delivery.variant, "Better words.")
    assert delivery_of(delivery.variant).state == "held"
    assert take_in() == 0
    approve(house, delivery.variant)
    assert take_in() == 1
    assert take_in() == 0
    again = delivery_of(delivery.variant)
    assert (again.id, again.state, again.parts) == (delivery.id, "waiting", 1)
    assert "Better words." in again.payload
