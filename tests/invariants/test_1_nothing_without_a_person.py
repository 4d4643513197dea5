"""Nothing goes out without a person, through whatever door one tries."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from aboveboard.create import actions as create
from aboveboard.create.models import Variant
from aboveboard.disclose.content import Content
from aboveboard.kernel import clock
from aboveboard.kernel.digest import canonical, sha256
from aboveboard.kernel.errors import AboveboardError
from aboveboard.people.models import User
from aboveboard.plan import actions as plan
from aboveboard.publish import actions as publish
from aboveboard.publish.intake import take_in
from aboveboard.publish.models import Delivery
from aboveboard.review import actions as review
from aboveboard.review import queries as reviews
from aboveboard.review.errors import NotAsked
from aboveboard.review.models import Approval
from tests.builders import make_member
from tests.desk import Desk, each_refused, open_desk

LATER = datetime(2030, 5, 1, 9, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(db: None) -> Desk:
    return open_desk()


def delivered(variant: Variant) -> list[str]:
    """The states of a variant's deliveries, after all that waits has been taken in."""
    take_in()
    return list(Delivery.objects.filter(variant=variant).values_list("state", flat=True))


def plain(given: Approval, **fields: Any) -> Delivery:
    """A delivery as a plain row, as somebody with the database alone might write it."""
    return Delivery.objects.create(
        **{
            "variant": given.variant,
            "channel": given.variant.channel,
            "approval": given,
            "payload": given.content,
            "digest": given.digest,
            "at": LATER,
            "next_at": LATER,
            "parts": 1,
            **fields,
        }
    )


def test_what_nobody_approved_is_not_taken_in(desk: Desk) -> None:
    variant = desk.variant(at=LATER)
    assert delivered(variant) == []
    review.ask(desk.actor, variant.post_id)
    assert delivered(variant) == []
    review.send_back(desk.actor, variant.post_id, "No.")
    assert delivered(variant) == []
    each_refused(NotAsked, lambda: review.approve(desk.actor, variant.post_id))
    assert delivered(variant) == []
    review.ask(desk.actor, variant.post_id)
    review.approve(desk.actor, variant.post_id)
    assert delivered(variant) == ["waiting"]


def test_an_edit_after_the_yes_holds_it(desk: Desk) -> None:
    for change in (
        lambda v: create.save_text(desk.actor, v.id, "Other.", base=2),
        lambda v: create.restore(desk.actor, v.id, 1),
        lambda v: plan.move_post(desk.actor, v.post_id, LATER + timedelta(hours=1)),
        lambda v: plan.rename_post(desk.actor, v.post_id, "Other"),
        lambda v: plan.remove_post(desk.actor, v.post_id),
        lambda v: review.withdraw(desk.actor, v.post_id),
    ):
        variant = desk.variant("The pans are full.", at=LATER)
        review.approve(desk.actor, variant.post_id)
        assert delivered(variant) == ["waiting"]
        change(variant)
        assert delivered(variant) == ["held"]
        delivery = Delivery.objects.get(variant=variant)
        # It is not let go on by hand either.
        each_refused(
            AboveboardError,
            lambda d=delivery: publish.resume(desk.actor, d.id),  # type: ignore[misc]
            lambda d=delivery: publish.retry(desk.actor, d.id),  # type: ignore[misc]
        )


def test_the_database_refuses_other_deliveries(desk: Desk) -> None:
    variant = desk.variant("The pans are full.", at=LATER)
    given = review.approve(desk.actor, variant.post_id)[0]
    body = {**publish_body(given), "parts": ["Something else."]}
    other = canonical(body)
    for fields in (
        {"payload": other},
        {"digest": sha256(other)},
        {"payload": other, "digest": sha256(other)},
        {"at": clock.now()},
        {"parts": 2},
        {"channel": desk.channel("bluesky")},
        {"variant": desk.variant("Unapproved.")},
        {"state": "sending"},
        {"state": "sent"},
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            plain(given, **fields)
    review.withdraw(desk.actor, variant.post_id)
    with pytest.raises(DatabaseError), transaction.atomic():
        plain(Approval.objects.get(pk=given.pk))
    assert not Delivery.objects.exists()


def publish_body(given: Approval) -> dict[str, Any]:
    return Content.model_validate_json(given.content).model_dump(mode="json")


def test_a_delivery_is_not_turned_into_another(desk: Desk) -> None:
    one, two = (desk.variant(text, at=LATER) for text in ("One.", "Two."))
    for variant in (one, two):
        review.approve(desk.actor, variant.post_id)
    take_in()
    mine, theirs = (Delivery.objects.get(variant=v) for v in (one, two))
    row = Delivery.objects.filter(pk=mine.pk)
    for change in (
        {"payload": theirs.payload},
        {"payload": theirs.payload, "digest": theirs.digest},
        {"approval": theirs.approval},
        {"channel": desk.channel("bluesky")},
        {"at": clock.now()},
        {"state": "sent"},
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            row.update(**change)


def test_an_import_goes_nowhere(desk: Desk) -> None:
    data = b"channel,text,at\nSite,Buy now!,\nSite,And now!,2030-05-01T09:00:00Z\n"
    create.import_rows(desk.actor, desk.brand.id, data, folder=None, name="posts.csv")
    take_in()
    assert not Delivery.objects.exists()


def test_pages_let_only_those_decide_who_may(desk: Desk) -> None:
    variant = desk.variant(at=LATER)
    asked = review.ask(desk.actor, variant.post_id)
    page = reverse("review", args=[variant.post_id])
    (_, shown), *_others = reviews.contents(variant.post)
    form = {f"digest-{variant.pk}": shown.digest, "round": str(asked.pk)}
    for role in ("viewer", "creator", "client"):
        client = Client()
        client.force_login(User.objects.get(pk=str(make_member(desk.house, role).user_id)))
        client.get(page)
        answer = client.post(page, form)
        assert answer.status_code in (302, 403, 404, 409, 422)
    assert Client().post(page, form).status_code == 302
    assert not Approval.objects.exists()
    assert delivered(variant) == []
    # The same form by the owner is a yes.
    owner = Client()
    owner.force_login(desk.house.owner)
    assert owner.post(page, form).status_code == 302
    assert Approval.objects.count() == 1
