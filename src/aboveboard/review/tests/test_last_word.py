"""A no, or a taking back, stands until somebody asks again: no yes from before gets past it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from tests.builders import make_member
from tests.desk import Desk, at_once, each_refused, open_desk

from aboveboard.create import actions as create
from aboveboard.create.models import Variant
from aboveboard.kernel import clock
from aboveboard.review import actions, queries
from aboveboard.review.errors import Changed, NotAsked
from aboveboard.review.models import Approval, Round


@pytest.fixture
def desk(db: None) -> Desk:
    return open_desk()


def seen(variant: Variant) -> dict[str, Any]:
    """What a person has before them who opens the review now."""
    asked = queries.open_round(variant.post_id)
    shown = {one.id: content.digest for one, content in queries.contents(variant.post)}
    return {"shown": shown, "asked": str(asked.pk) if asked else ""}


ENDS: dict[str, Callable[[Desk, Variant], object]] = {
    "sent_back": lambda desk, one: actions.send_back(desk.actor, one.post_id, "No."),
    "closed": lambda desk, one: actions.withdraw(desk.actor, one.post_id),
    "withdrawn": lambda desk, one: (
        actions.approve(desk.actor, one.post_id),
        actions.withdraw(desk.actor, one.post_id),
    ),
}


@pytest.mark.parametrize("state", ENDS)
def test_after_it_nothing_is_approved_before_somebody_asks(desk: Desk, state: str) -> None:
    variant = desk.variant("The pans are full.")
    actions.ask(desk.actor, variant.post_id)
    before = seen(variant)
    ENDS[state](desk, variant)
    assert Round.objects.get().state == state
    errors = each_refused(
        NotAsked,
        lambda: actions.approve(desk.actor, variant.post_id, **before),
        lambda: actions.approve(desk.actor, variant.post_id, **seen(variant)),
        lambda: actions.approve(desk.actor, variant.post_id),
        words="Nothing was approved",
    )
    assert {error.code for error in errors} == {"not_asked"}
    # Other words are no new ask.
    create.save_text(desk.actor, variant.id, "The pans are empty.", base=2)
    each_refused(NotAsked, lambda: actions.approve(desk.actor, variant.post_id))
    create.save_text(desk.actor, variant.id, "The pans are full.", base=3)
    actions.ask(desk.actor, variant.post_id)
    # The same words, in another round than the one that was looked at.
    each_refused(
        Changed,
        lambda: actions.approve(desk.actor, variant.post_id, **before),
        words="not the round",
    )
    assert not Approval.objects.filter(voided_at=None).exists()
    assert actions.approve(desk.actor, variant.post_id, **seen(variant))


def test_who_was_not_asked_approves_their_own_draft_and_after_an_edit_again(desk: Desk) -> None:
    variant = desk.variant("The pans are full.")
    first = seen(variant)
    assert actions.approve(desk.actor, variant.post_id, **first)
    create.save_text(desk.actor, variant.id, "The pans are empty.", base=2)
    assert actions.approve(desk.actor, variant.post_id, **seen(variant))
    assert not Round.objects.filter(was_asked=True).exists()
    # Taking back what does not hold any more is no word about the post.
    create.save_text(desk.actor, variant.id, "The pans are white.", base=3)
    actions.withdraw(desk.actor, variant.post_id)
    assert actions.approve(desk.actor, variant.post_id)


def test_a_no_takes_the_yes_of_a_round_before_along(desk: Desk) -> None:
    post = desk.post()
    desk.variant("Fine.", post=post)
    actions.approve(desk.actor, post.id)
    desk.variant("More.", post=post, channel=desk.channel("bluesky"))
    actions.ask(desk.actor, post.id)
    actions.send_back(make_member(desk.house, "approver"), post.id, "No.")
    assert Approval.objects.get().void_reason == "sent back"


@pytest.mark.parametrize("state", ["sent_back", "closed", "withdrawn"])
def test_the_database_refuses_by_itself(desk: Desk, state: str) -> None:
    variant = desk.variant()
    ended = Round.objects.create(
        post=variant.post, number=1, asked_at=clock.now(), state=state, decided_at=clock.now()
    )
    ((_, content),) = queries.contents(variant.post)

    def refused(act: Callable[[], object]) -> None:
        with pytest.raises(DatabaseError) as raised, transaction.atomic():
            act()
        assert getattr(raised.value.__cause__, "sqlstate", "") == "AB007"

    def approves(given: Round) -> Approval:
        return Approval.objects.create(
            round=given,
            variant=variant,
            content=content.canonical,
            digest=content.digest,
            by=desk.house.owner,
            at=clock.now(),
        )

    again = {"post": variant.post, "number": 2, "asked_at": clock.now()}
    refused(lambda: approves(ended))
    refused(lambda: Round.objects.filter(pk=ended.pk).update(state="open"))
    refused(lambda: Round.objects.create(**again, was_asked=False))
    asked = Round.objects.create(**again)
    refused(lambda: approves(ended))
    assert approves(asked)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", range(4))
def test_a_yes_and_a_no_at_once(turn: int) -> None:
    """Whoever comes first decides; the other is told so."""
    desk = open_desk()
    variant = desk.variant()
    actions.ask(desk.actor, variant.post_id)
    before = seen(variant)
    acts = [
        lambda: actions.approve(desk.actor, variant.post_id, **before),
        lambda: actions.send_back(desk.actor, variant.post_id, "No."),
    ]
    outcomes = at_once(*acts[:: 1 if turn % 2 else -1])
    assert outcomes in (["done", "not_asked"], ["done", "not_in_review"])
    state = Round.objects.get().state
    assert (outcomes[1], state, Approval.objects.count()) in (
        ("not_asked", "sent_back", 0),
        ("not_in_review", "approved", 1),
    )
