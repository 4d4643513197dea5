"""Asking, approving, sending back and taking back: who may, on what, and once."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
import time_machine
from tests.builders import make_asset, make_member, make_workspace
from tests.desk import Desk, at_once, each_refused, open_desk

from aboveboard.brand import actions as brand_actions
from aboveboard.brand.rules import Policy
from aboveboard.create import actions as create
from aboveboard.create.models import Variant
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from aboveboard.ledger.queries import entries
from aboveboard.people.actors import Actor
from aboveboard.people.models import Membership
from aboveboard.plan import actions as plan
from aboveboard.plan.models import Post
from aboveboard.review import actions, queries
from aboveboard.review.errors import Changed, Holds
from aboveboard.review.models import Approval, Comment, Round

LATER = datetime(2030, 5, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def desk(db: None) -> Desk:
    return open_desk()


def member(desk: Desk, role: str) -> Actor:
    return make_member(desk.house, role)


def shown(post: Post) -> dict[UUID, str]:
    """What a person sees on the page now."""
    return {variant.id: content.digest for variant, content in queries.contents(post)}


def valid(variant: Variant) -> Approval | None:
    return queries.valid([variant.id]).get(variant.id)


# -- asking ---------------------------------------------------------------------------------------


def test_asking_opens_one_round_and_seals_the_text(desk: Desk) -> None:
    variant = desk.variant()
    asked = actions.ask(member(desk, "creator"), variant.post_id, note=" Soon\0, please. ")
    assert (asked.number, asked.state, asked.note) == (1, "open", "Soon, please.")
    assert desk.again(variant).head.sealed  # type: ignore[union-attr]
    each_refused(Conflict, lambda: actions.ask(desk.actor, variant.post_id), words="in review")
    assert [r.post_id for r in queries.waiting_rounds(desk.actor)] == [variant.post_id]
    assert not queries.waiting_rounds(make_workspace().actor).exists()
    actions.withdraw(desk.actor, variant.post_id)
    assert actions.ask(desk.actor, variant.post_id).number == 2


def test_there_must_be_something_to_decide_on(desk: Desk) -> None:
    post = desk.post()
    for act in (actions.ask, actions.approve):
        each_refused(Invalid, lambda a=act: a(desk.actor, post.id), words="no channel yet")  # type: ignore[misc]
    empty = desk.variant("")
    for act in (actions.ask, actions.approve):
        each_refused(Holds, lambda a=act: a(desk.actor, empty.post_id), words="no words")  # type: ignore[misc]


def test_a_time_that_has_passed(desk: Desk) -> None:
    variant = desk.variant(at=LATER)
    with time_machine.travel(LATER + timedelta(minutes=3)):
        for act in (actions.ask, actions.approve):
            each_refused(Invalid, lambda a=act: a(desk.actor, variant.post_id), words="has passed")  # type: ignore[misc]
    assert actions.approve(desk.actor, variant.post_id)


def test_a_finding_that_blocks_holds_the_post(desk: Desk) -> None:
    variant = desk.by_model("Fine salt costs €7.40.")
    for act in (actions.ask, actions.approve):
        errors = each_refused(Holds, lambda a=act: a(desk.actor, variant.post_id))  # type: ignore[misc]
        assert "€7.40" in errors[0].message
        assert "Site" in errors[0].message
    assert not Approval.objects.exists()
    data = b"Fine salt costs EUR 7.40.\n"
    brand_actions.add_source(desk.actor, desk.brand.id, name="prices.md", data=data)
    assert actions.approve(desk.actor, variant.post_id)


# -- approving ------------------------------------------------------------------------------------


def test_an_approval_binds_what_was_shown(desk: Desk) -> None:
    variant = desk.variant("The pans are full.", at=LATER)
    post = variant.post
    asked = actions.ask(desk.actor, post.id)
    given = actions.approve(member(desk, "approver"), post.id, shown=shown(post))
    assert [one.variant_id for one in given] == [variant.id]
    assert given[0].round_id == asked.id
    assert '"The pans are full."' in given[0].content
    assert queries.open_round(post.id) is None
    last = queries.last_round(post.id)
    assert last
    assert (last.state, last.decided_at is not None) == ("approved", True)
    # The same yes again is the same approval.
    again = actions.approve(desk.actor, post.id)
    assert again == given
    assert Round.objects.count() == 1
    assert [e.kind for e in entries(desk.actor.workspace_id)].count("variant.approved") == 1


def test_what_changed_since_it_was_shown_is_not_approved(desk: Desk) -> None:
    variant = desk.variant("The pans are full.", at=LATER)
    post = variant.post
    seen = shown(post)
    create.save_text(desk.actor, variant.id, "The pans are empty.", base=2)
    each_refused(
        Changed,
        lambda: actions.approve(desk.actor, post.id, shown=seen),
        lambda: actions.approve(desk.actor, post.id, shown={}),
        words="Nothing was approved",
    )
    # A channel that came later was not seen.
    seen = shown(post)
    desk.variant("More.", post=post, channel=desk.channel("bluesky"))
    each_refused(Changed, lambda: actions.approve(desk.actor, post.id, shown=seen))
    seen = shown(post)
    plan.move_post(desk.actor, post.id, LATER + timedelta(hours=1))
    each_refused(Changed, lambda: actions.approve(desk.actor, post.id, shown=seen))
    assert not Approval.objects.exists()


def test_all_channels_or_none(desk: Desk) -> None:
    post = desk.post(at=LATER)
    good = desk.variant("Fine.", post=post)
    bad = desk.by_model("Only 4,000 left.", post=post, channel=desk.channel("bluesky"))
    each_refused(Holds, lambda: actions.approve(desk.actor, post.id))
    assert valid(good) is None
    create.save_text(desk.actor, bad.id, "Also fine.", base=2)
    assert len(actions.approve(desk.actor, post.id)) == 2
    # One more channel leaves the post in want of a yes again.
    assert queries.awaiting(desk.brand.id) == []
    more = desk.variant("More.", post=post, channel=desk.channel("mastodon"))
    assert queries.awaiting(desk.brand.id) == [(post.id, "A tide table")]
    assert len(actions.approve(desk.actor, post.id)) == 3
    assert valid(more)
    assert queries.awaiting(desk.brand.id) == []
    plan.remove_post(desk.actor, post.id)
    assert queries.awaiting(desk.brand.id) == []


@pytest.mark.parametrize("role", ["viewer", "creator"])
def test_who_has_no_right_does_not_decide(desk: Desk, role: str) -> None:
    variant = desk.variant()
    actions.ask(desk.actor, variant.post_id)
    who = member(desk, role)
    each_refused(
        Forbidden,
        lambda: actions.approve(who, variant.post_id),
        lambda: actions.send_back(who, variant.post_id, "No."),
    )
    assert not Approval.objects.exists()


@pytest.mark.parametrize("role", ["owner", "manager", "approver"])
def test_who_decides(desk: Desk, role: str) -> None:
    variant = desk.variant()
    assert actions.approve(member(desk, role), variant.post_id)[0].variant_id == variant.id


def test_no_program_and_not_the_house_approves(desk: Desk) -> None:
    variant = desk.variant()
    agent, house = desk.house.agent(), Actor.house(desk.actor.workspace_id)
    for who in (agent, house):
        each_refused(
            Forbidden,
            lambda w=who: actions.approve(w, variant.post_id),  # type: ignore[misc]
            lambda w=who: actions.send_back(w, variant.post_id, "No."),  # type: ignore[misc]
        )
    assert not Approval.objects.exists()
    # A program may ask, and may take back what it finds wrong.
    actions.ask(agent, variant.post_id)
    actions.approve(desk.actor, variant.post_id)
    assert actions.withdraw(agent, variant.post_id) == 1


def test_the_policy_says_whose_yes_counts(desk: Desk) -> None:
    variant = desk.variant()
    actions.ask(desk.actor, variant.post_id)
    brand_actions.set_policy(
        desk.actor, desk.brand.id, Policy(approvers=frozenset({"owner", "client"}))
    )
    approver, client = member(desk, "approver"), member(desk, "client")
    errors = each_refused(
        Forbidden,
        lambda: actions.approve(approver, variant.post_id),
        lambda: actions.send_back(approver, variant.post_id, "No."),
    )
    assert {error.code for error in errors} == {"policy"}
    assert actions.approve(client, variant.post_id)


def test_a_client_decides_on_what_was_put_before_them(desk: Desk) -> None:
    policy = Policy(approvers=frozenset({"owner", "client"}))
    brand_actions.set_policy(desk.actor, desk.brand.id, policy)
    client, variant = member(desk, "client"), desk.variant()
    acts = (
        lambda: actions.approve(client, variant.post_id),
        lambda: actions.send_back(client, variant.post_id, "No."),
        lambda: actions.comment(client, variant.post_id, "Hm."),
    )
    errors = each_refused(Forbidden, *acts)
    assert {error.code for error in errors} == {"not_before_you"}
    each_refused(Forbidden, lambda: actions.withdraw(client, variant.post_id))
    actions.ask(desk.actor, variant.post_id)
    each_refused(Forbidden, lambda: actions.withdraw(client, variant.post_id))
    actions.comment(client, variant.post_id, "Nice.")
    actions.send_back(client, variant.post_id, "Bigger, please.")
    each_refused(Forbidden, *acts)


def test_a_second_person(desk: Desk) -> None:
    brand_actions.set_policy(desk.actor, desk.brand.id, Policy(own_work=False))
    jonas, femke = member(desk, "manager"), member(desk, "manager")
    # Marit made the post, Jonas wrote its words.
    post = desk.post()
    variant = create.add_variant(jonas, post, desk.site)
    create.save_text(jonas, variant.id, "The pans are full.", base=1)
    for who in (desk.actor, jonas):
        errors = each_refused(Forbidden, lambda w=who: actions.approve(w, post.id))  # type: ignore[misc]
        assert errors[0].code == "own_work"
    assert actions.approve(femke, post.id)
    # Words of hers stand in it: now she is an author too.
    create.save_text(femke, variant.id, "The pans are full. Come!", base=2)
    create.save_text(desk.actor, variant.id, "The pans are full. Come now!", base=3)
    each_refused(Forbidden, lambda: actions.approve(femke, post.id))


def test_a_label_that_the_rules_changed_wants_a_new_yes(desk: Desk) -> None:
    variant = desk.variant("The pans are full.")
    first = actions.approve(desk.actor, variant.post_id)[0]
    brand_actions.set_policy(desk.actor, desk.brand.id, Policy(label_people=True))
    second = actions.approve(desk.actor, variant.post_id)[0]
    first.refresh_from_db()
    assert (first.void_reason, second.id == first.id) == ("replaced", False)
    assert "Written by people" in second.content
    assert valid(variant) == second


def test_another_workspace_and_what_is_gone(desk: Desk) -> None:
    variant, stranger = desk.variant(), make_workspace().actor
    for who in (stranger, desk.actor):
        if who == desk.actor:
            plan.remove_post(desk.actor, variant.post_id)
        each_refused(
            NotFound,
            lambda w=who: actions.ask(w, variant.post_id),  # type: ignore[misc]
            lambda w=who: actions.approve(w, variant.post_id),  # type: ignore[misc]
            lambda w=who: actions.send_back(w, variant.post_id, "x"),  # type: ignore[misc]
            lambda w=who: actions.comment(w, variant.post_id, "x"),  # type: ignore[misc]
            lambda w=who: actions.withdraw(w, variant.post_id),  # type: ignore[misc]
        )


# -- sending back, saying, taking back ------------------------------------------------------------


def test_sending_back(desk: Desk) -> None:
    variant, approver = desk.variant(), member(desk, "approver")
    each_refused(
        Conflict, lambda: actions.send_back(approver, variant.post_id, "x"), words="not in review"
    )
    actions.ask(desk.actor, variant.post_id)
    each_refused(
        Invalid,
        lambda: actions.send_back(approver, variant.post_id, " \0"),
        lambda: actions.send_back(approver, variant.post_id, "x" * 5_001),
    )
    said = actions.send_back(approver, variant.post_id, " Name the\0 price. ")
    assert (said.text, said.sent_back, said.round.state) == ("Name the price.", True, "sent_back")  # type: ignore[union-attr]
    assert actions.ask(desk.actor, variant.post_id).number == 2


def test_comments(desk: Desk) -> None:
    variant = desk.variant()
    for role in ("creator", "approver"):
        actions.comment(member(desk, role), variant.post_id, f"From {role}")
    each_refused(Forbidden, lambda: actions.comment(member(desk, "viewer"), variant.post_id, "x"))
    each_refused(Invalid, lambda: actions.comment(desk.actor, variant.post_id, "\n"))
    assert [c.text for c in queries.comments(variant.post_id)] == ["From creator", "From approver"]


def test_taking_back(desk: Desk) -> None:
    variant = desk.variant()
    actions.approve(desk.actor, variant.post_id)
    assert actions.withdraw(member(desk, "approver"), variant.post_id) == 1
    assert valid(variant) is None
    assert actions.withdraw(desk.actor, variant.post_id) == 0
    void = queries.approvals(variant.post_id).get()
    assert (void.void_reason, void.voided_at is not None) == ("withdrawn", True)
    each_refused(Forbidden, lambda: actions.withdraw(member(desk, "viewer"), variant.post_id))


# -- an edit voids --------------------------------------------------------------------------------


def test_every_change_voids(desk: Desk) -> None:
    variant = desk.variant("The pans are full.", at=LATER)
    post_id = variant.post_id

    def approved() -> Approval:
        given = actions.approve(desk.actor, post_id)[0]
        assert valid(variant) == given
        return given

    def reason(given: Approval) -> str:
        given.refresh_from_db()
        assert valid(variant) is None
        return given.void_reason

    given = approved()
    create.save_text(desk.actor, variant.id, "The pans are full!", base=2)
    assert reason(given) == "edited"
    given = approved()
    picture = make_asset(desk.brand)
    create.set_pictures(desk.actor, variant.id, [(picture.id, "Salt")])
    assert reason(given) == "edited"
    given = approved()
    create.set_pictures(desk.actor, variant.id, [(picture.id, "A heap of salt")])
    assert reason(given) == "edited"
    given = approved()
    create.restore(desk.actor, variant.id, 2)
    assert reason(given) == "edited"
    given = approved()
    plan.move_post(desk.actor, post_id, LATER + timedelta(minutes=1))
    assert reason(given) == "moved"
    given = approved()
    plan.rename_post(desk.actor, post_id, "Other")
    assert reason(given) == "renamed"
    given = approved()
    # What changes nothing voids nothing.
    plan.rename_post(desk.actor, post_id, "Other")
    plan.move_post(desk.actor, post_id, LATER + timedelta(minutes=1))
    create.save_text(desk.actor, variant.id, "The pans are full.", base=99)
    assert valid(variant) == given
    plan.remove_post(desk.actor, post_id)
    assert reason(given) == "taken away"


# -- at the same moment ---------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_two_who_ask_and_two_who_approve_at_once() -> None:
    desk = open_desk()
    variant = desk.variant()
    post_id = variant.post_id
    outcomes = at_once(*[lambda: actions.ask(desk.actor, post_id)] * 3)
    assert outcomes == ["done", "in_review", "in_review"]
    outcomes = at_once(*[lambda: actions.approve(desk.actor, post_id)] * 4)
    assert outcomes == ["done"] * 4
    assert Approval.objects.filter(voided_at=None).count() == 1
    assert Round.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", range(6))
def test_an_edit_while_it_is_approved(turn: int) -> None:
    """Whoever comes first: no approval stands for words that are no longer there."""
    desk = open_desk()
    variant = desk.variant("The pans are full.", at=LATER)
    post_id, seen = variant.post_id, shown(variant.post)
    changes = [
        lambda: create.save_text(desk.actor, variant.id, "The pans are empty.", base=2),
        lambda: plan.move_post(desk.actor, post_id, LATER + timedelta(hours=1)),
        lambda: plan.rename_post(desk.actor, post_id, "Other"),
    ]
    outcomes = at_once(
        lambda: actions.approve(desk.actor, post_id, shown=seen), changes[turn % len(changes)]
    )
    assert set(outcomes) <= {"done", "changed"}
    stands = valid(variant)
    assert stands is None
    # Either the edit voided the yes, or the yes was refused.
    assert Approval.objects.count() == outcomes.count("done") - 1
    assert Comment.objects.count() == 0
    assert Membership.objects.count() == 1
