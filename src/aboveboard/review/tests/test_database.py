"""The database refuses by itself what no action would try: plain rows, written past the actions."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from tests.builders import make_asset, make_member, make_workspace
from tests.desk import Desk, open_desk

from aboveboard.brand.rules import Policy
from aboveboard.create import actions as create
from aboveboard.create.models import Asset, Revision, Variant
from aboveboard.disclose.queries import content
from aboveboard.kernel import clock
from aboveboard.kernel.digest import canonical, sha256
from aboveboard.people.actors import Actor
from aboveboard.people.models import Membership, User
from aboveboard.plan import actions as plan
from aboveboard.plan.models import Post
from aboveboard.review import actions, queries
from aboveboard.review.models import Approval, Round


@pytest.fixture
def desk(db: None) -> Desk:
    return open_desk()


def shown(desk: Desk, variant: Variant) -> dict[str, Any]:
    """What would go out, as its JSON."""
    variant = desk.again(variant)
    return content(variant, variant.post.brand).model_dump(mode="json")


def insert(
    desk: Desk, variant: Variant, by: Actor | None = None, body: dict[str, Any] | None = None
) -> Approval:
    """An approval as a plain row, of what would go out or of `body`."""
    text = canonical(body or shown(desk, variant))
    return row(desk, variant, by=by, content=text, digest=sha256(text))


def row(desk: Desk, variant: Variant, *, by: Actor | None, **fields: Any) -> Approval:
    last = queries.last_round(variant.post_id)
    given = Round.objects.create(
        post=variant.post,
        number=last.number + 1 if last else 1,
        asked_at=clock.now(),
        state="approved",
    )
    person = (by or desk.actor).user_id
    return Approval.objects.create(
        **{"round": given, "variant": variant, "by_id": person, "at": clock.now(), **fields}
    )


def refused(state: str, act: Callable[[], object]) -> None:
    with pytest.raises(DatabaseError) as raised, transaction.atomic():
        act()
    assert getattr(raised.value.__cause__, "sqlstate", "") == state


def test_the_plain_row_of_a_person_with_the_right_is_taken(desk: Desk) -> None:
    variant = desk.variant("The pans are full.\n---\nCome.", channel=desk.channel("bluesky"))
    create.set_pictures(desk.actor, variant.id, [(make_asset(desk.brand).id, "Salt")])
    assert insert(desk, variant).voided_at is None
    assert insert(desk, desk.by_model("By a model.\n---\nCome - now.")).voided_at is None


@pytest.mark.parametrize("word", ["url", "title", "description"])
def test_a_card_with_other_words_than_those_chosen(desk: Desk, word: str) -> None:
    variant = desk.variant("Come: https://salt.example", channel=desk.channel("bluesky"))
    picture = make_asset(desk.brand).id
    told: dict[str, Any] = {"title": "Salt", "description": "Raked.", "picture_id": picture}
    create.set_card(desk.actor, variant.id, **told)
    body = shown(desk, variant)
    assert insert(desk, variant, body=body).voided_at is None
    body["pictures"][0]["link"][word] = "https://other.example"
    refused("AB004", lambda: insert(desk, variant, body=body))
    del body["pictures"][0]["link"]
    refused("AB004", lambda: insert(desk, variant, body=body))


@pytest.mark.parametrize("role", ["viewer", "creator", "client"])
def test_whose_role_may_not(desk: Desk, role: str) -> None:
    variant, who = desk.variant(), make_member(desk.house, role)
    refused("AB003", lambda: insert(desk, variant, who))


def test_who_is_no_member_or_not_any_more(desk: Desk) -> None:
    variant = desk.variant()
    refused("AB003", lambda: insert(desk, variant, make_workspace().actor))
    gone, idle = make_member(desk.house, "owner"), make_member(desk.house, "owner")
    Membership.objects.filter(user_id=str(gone.user_id)).delete()
    User.objects.filter(pk=str(idle.user_id)).update(is_active=False)
    refused("AB003", lambda: insert(desk, variant, gone))
    refused("AB003", lambda: insert(desk, variant, idle))


def test_whom_the_policy_leaves_out(desk: Desk) -> None:
    desk.brand.policy = Policy(approvers=frozenset({"client"})).model_dump(mode="json")
    desk.brand.save()
    variant = desk.variant()
    refused("AB003", lambda: insert(desk, variant))
    assert insert(desk, variant, make_member(desk.house, "client"))
    # Even a policy that names them gives viewers no right.
    other = desk.variant()
    body = shown(desk, other)
    desk.brand.policy = {"approvers": ["viewer", "creator"]}
    desk.brand.save()
    viewer = make_member(desk.house, "viewer")
    refused("AB003", lambda: insert(desk, other, viewer, body))


def test_a_round_of_another_post(desk: Desk) -> None:
    variant, other = desk.variant(), desk.variant()
    theirs = actions.ask(desk.actor, other.post_id)
    text = content(variant, desk.brand).canonical
    refused(
        "AB003",
        lambda: row(desk, variant, by=None, round=theirs, content=text, digest=sha256(text)),
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"parts": ["Something else."]},
        {"parts": ["The pans are full.", "And more."]},
        {"parts": ["The pans are full"]},
        {"parts": ["the pans are full."]},
        {"parts": []},
        {"title": "Other"},
        {"at": "2031-01-01T00:00:00+00:00"},
        {"language": "de"},
        {"network": "elsewhere"},
        {"channel": "01890a5d-ac96-774b-bcce-b302099a8057"},
        {"variant": "01890a5d-ac96-774b-bcce-b302099a8057"},
        {"revision": "0" * 64},
        {"pictures": [{"asset": "01890a5d-ac96-774b-bcce-b302099a8057", "alt": "", "digest": ""}]},
        {"label": {"kind": "people", "text": "Not there", "ai": False}},
    ],
)
def test_other_content(desk: Desk, changes: dict[str, Any]) -> None:
    variant = desk.variant("The pans are full.")
    body = {**shown(desk, variant), **changes}
    refused("AB004", lambda: insert(desk, variant, body=body))


def test_other_pictures(desk: Desk) -> None:
    variant = desk.variant("Look.")
    one, two = make_asset(desk.brand), make_asset(desk.brand, colour="#112233")
    create.set_pictures(desk.actor, variant.id, [(one.id, "One"), (two.id, "Two")])
    body = shown(desk, variant)
    first, second = body["pictures"]
    for pictures in (
        [second, first],
        [first],
        [],
        [first, second, first],
        [{**first, "alt": "Other"}, second],
        [{**first, "digest": "0" * 64}, second],
    ):
        other = {**body, "pictures": pictures}
        refused("AB004", lambda o=other: insert(desk, variant, body=o))  # type: ignore[misc]
    assert insert(desk, variant, body=body)


def test_a_label_that_is_owed_cannot_be_left_out(desk: Desk) -> None:
    variant = desk.by_model("The wind dries the salt.")
    body = {**shown(desk, variant), "parts": ["The wind dries the salt."]}
    weak = {**body, "label": {"kind": "people", "text": "", "ai": False}}
    silent = {**body, "label": {"kind": "generated", "text": "", "ai": True}}
    native = {**weak, "native": {"ai": False}}
    for other in (weak, silent, native):
        refused("AB006", lambda o=other: insert(desk, variant, body=o))  # type: ignore[misc]
    # A policy that was written past the rules changes nothing at half and above.
    desk.brand.policy = {"label_from": 101}
    desk.brand.save()
    refused("AB006", lambda: insert(desk, variant, body=weak))


def test_a_generated_picture_cannot_go_unnamed(desk: Desk) -> None:
    variant, picture = desk.variant("By hand."), make_asset(desk.brand)
    create.set_pictures(desk.actor, variant.id, [(picture.id, "Salt")])
    Asset.objects.filter(pk=picture.pk).update(origin="generated")
    label = {"kind": "people", "text": "", "ai": False}
    weak = {**shown(desk, variant), "label": label, "parts": ["By hand."]}
    refused("AB006", lambda: insert(desk, variant, body=weak))
    assert insert(desk, variant)


@pytest.mark.parametrize("native", [False, True])
def test_what_was_given_for_it_cannot_be_left_out(desk: Desk, native: bool) -> None:
    """Nor be said of a post for which nobody gave anything, nor be replaced by the AI field."""
    channel = desk.channel("x") if native else desk.site
    variant = desk.variant("The pans are full.", channel=channel)
    plain = shown(desk, variant)
    plan.declare_post(desk.actor, variant.post_id, "paid")
    body = shown(desk, variant)
    label = body["label"]
    told = {**plain, "relationship": "paid"}
    for other in (
        plain,
        told,
        {**told, "label": {**label, "opening": ""}},
        {**told, "label": label, "native": {"made_with_ai": True}},
        {**told, "label": label, "native_paid": {"paid_partnership": False}},
        {**body, "relationship": "gifted"},
    ):
        refused("AB006", lambda o=other: insert(desk, variant, body=o))  # type: ignore[misc]
    hidden = {**body, "parts": ["The pans are full.\n" + label["opening"]], "native_paid": {}}
    refused("AB004", lambda: insert(desk, variant, body=hidden))
    given = insert(desk, variant, body=body)
    plan.declare_post(desk.actor, variant.post_id, "none")
    given.refresh_from_db()
    assert given.void_reason == "declared otherwise"
    assert insert(desk, variant, body=plain)


def test_words_that_read_like_the_studios_own(desk: Desk) -> None:
    """Somebody typed them too: they stay, and the approval binds them."""
    for network in ("site", "x"):
        channel = desk.site if network == "site" else desk.channel(network)
        words = "Advertisement: paid partnership\nThe pans are full."
        variant = desk.variant(words, channel=channel)
        plan.declare_post(desk.actor, variant.post_id, "paid")
        (given,) = actions.approve(desk.actor, variant.post_id)
        made = content(desk.again(variant), desk.brand)
        assert given.digest == made.digest
        assert made.bare_parts == (words,)


def test_a_hash_of_something_else(desk: Desk) -> None:
    variant = desk.again(desk.variant())
    text = content(variant, desk.brand).canonical
    for digest in ("0" * 64, sha256(text + " "), sha256(text).upper()):
        refused("AB002", lambda d=digest: row(desk, variant, by=None, content=text, digest=d))  # type: ignore[misc]
    # The same value, written otherwise, has a hash of its own and is taken as what it is.
    spaced = json.dumps(json.loads(text))
    assert row(desk, variant, by=None, content=spaced, digest=sha256(spaced))


def test_content_that_is_none(desk: Desk) -> None:
    variant = desk.variant()
    for text in ("", "words", "[]", "null", '{"parts":"x"}', "{}"):
        with pytest.raises(DatabaseError), transaction.atomic():
            row(desk, variant, by=None, content=text, digest=sha256(text))
    assert not Approval.objects.exists()


def test_an_approval_is_kept_as_it_was_given(desk: Desk) -> None:
    variant = desk.variant()
    given = actions.approve(desk.actor, variant.post_id)[0]
    one = Approval.objects.filter(pk=given.pk)
    other = make_member(desk.house, "owner")
    for change in (
        {"by_id": other.user_id},
        {"content": "{}"},
        {"digest": "0" * 64},
        {"at": clock.now()},
        {"void_reason": "edited"},
        {"voided_at": clock.now(), "digest": "0" * 64},
    ):
        refused("AB001", lambda c=change: one.update(**c))  # type: ignore[misc]
    refused("AB001", lambda: Approval.objects.filter(pk=given.pk)._raw_delete("default"))
    actions.withdraw(desk.actor, variant.post_id)
    refused("AB001", lambda: one.update(voided_at=None))
    refused("AB001", lambda: one.update(voided_at=clock.now()))


def test_what_plain_sql_changes_voids(desk: Desk) -> None:
    """Every way to change what was approved, by SQL alone."""
    variant = desk.variant("The pans are full.")
    other = make_asset(desk.brand)

    def voids(act: Callable[[], object]) -> None:
        given = insert(desk, variant)
        with transaction.atomic():
            point = transaction.savepoint()
            act()
            given.refresh_from_db()
            assert given.voided_at, given.void_reason
            transaction.savepoint_rollback(point)
        actions.withdraw(desk.actor, variant.post_id)

    def revision(**change: Any) -> None:
        # What is sealed would be refused outright; here the head was never sealed.
        head = desk.again(variant).head
        assert head
        assert not head.sealed
        Revision.objects.filter(pk=head.pk).update(**change)

    voids(lambda: revision(text="Other."))
    voids(lambda: revision(media=[{"asset": str(other.id), "alt": ""}]))
    voids(lambda: revision(passages=[]))
    voids(lambda: revision(digest="0" * 64))
    voids(lambda: Variant.objects.filter(pk=variant.pk).update(language="de"))
    voids(lambda: Variant.objects.filter(pk=variant.pk).update(channel=desk.channel("bluesky")))
    voids(lambda: Variant.objects.filter(pk=variant.pk).update(head=None))
    post = Post.objects.filter(pk=variant.post_id)
    voids(lambda: post.update(title="Other"))
    voids(lambda: post.update(relationship="paid"))
    voids(lambda: post.update(removed_at=clock.now()))
    voids(lambda: post.update(day="2031-01-01", clock="09:00", at="2031-01-01T09:00Z"))


def test_the_migration_can_be_taken_back() -> None:
    """Its way back leaves the guard of before in place."""
    from importlib import import_module  # noqa: PLC0415

    undo = import_module("aboveboard.review.migrations.0003_whole_content").UNDO
    assert "CREATE OR REPLACE FUNCTION review_approval_guard" in undo
    assert "review_says" not in undo.split("DROP TRIGGER")[0]
