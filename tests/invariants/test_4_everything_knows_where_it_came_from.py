"""Every passage has an origin, through every door; the label follows and nobody types it."""

import inspect
from collections.abc import Callable

import pytest
from django.db import DatabaseError, transaction

from aboveboard.brand import actions as brands
from aboveboard.brand.rules import Policy
from aboveboard.create import actions as create
from aboveboard.create.models import Revision, Suggestion, Variant
from aboveboard.create.words.origins import Pasted, shares, text_of
from aboveboard.disclose.queries import content
from aboveboard.kernel import clock
from aboveboard.kernel.digest import canonical, sha256
from aboveboard.kernel.errors import AboveboardError
from aboveboard.plan import actions as plan
from aboveboard.review import actions as review
from aboveboard.review import queries as reviews
from aboveboard.review.models import Approval, Round
from tests.builders import make_member
from tests.desk import Desk, each_refused, open_desk

GENERATED = "The wind dries the salt, and the tide brings the next of it."

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(db: None) -> Desk:
    return open_desk()


def offer(variant: Variant) -> Suggestion:
    return Suggestion.objects.create(
        variant=variant,
        provider="Ours",
        model="small",
        text=GENERATED,
        state="open",
        asked_at=clock.now(),
        at=clock.now(),
    )


def by_taking(desk: Desk) -> Variant:
    variant = desk.variant("")
    create.take_suggestion(desk.actor, offer(variant).id)
    return variant


def by_pasting(desk: Desk) -> Variant:
    variant = desk.variant("")
    create.refuse_suggestion(desk.actor, offer(variant).id)
    create.save_text(desk.actor, variant.id, GENERATED, base=1, pasted=[Pasted(GENERATED)])
    return variant


def by_typing_it_anew(desk: Desk) -> Variant:
    variant = desk.variant("")
    offer(variant)
    for end in (*range(5, len(GENERATED), 5), len(GENERATED)):
        create.save_text(desk.actor, variant.id, GENERATED[:end], base=1 if end == 5 else 2)
    return variant


def by_going_back(desk: Desk) -> Variant:
    variant = by_taking(desk)
    create.save_text(desk.actor, variant.id, "All by hand.", base=2)
    create.restore(desk.actor, variant.id, 2)
    return variant


def by_another_hand(desk: Desk) -> Variant:
    variant = by_taking(desk)
    jonas = make_member(desk.house, "creator")
    create.save_text(jonas, variant.id, "", base=2)
    create.save_text(jonas, variant.id, GENERATED, base=3)
    return variant


def by_a_program(desk: Desk) -> Variant:
    variant = desk.variant("")
    create.save_text(desk.house.agent(), variant.id, GENERATED, base=1)
    return variant


def by_a_programs_file(desk: Desk) -> Variant:
    data = f'channel,text,at\nSite,"{GENERATED}",\n'.encode()
    create.import_rows(desk.house.agent(), desk.brand.id, data, folder=None, name="x.csv")
    return Variant.objects.latest("created_at")


def by_a_programs_brief(desk: Desk) -> Variant:
    fields = plan.BriefFields(title="x", messages=(GENERATED,), channels=(desk.site.id,))
    brief = plan.create_brief(desk.house.agent(), desk.brand.id, fields)
    return create.draft_post(desk.actor, brief.id).variants.get()


DOORS = (
    by_taking,
    by_pasting,
    by_typing_it_anew,
    by_going_back,
    by_another_hand,
    by_a_program,
    by_a_programs_file,
    by_a_programs_brief,
)


@pytest.mark.parametrize("door", DOORS)
def test_a_models_words_are_labelled_through_every_door(
    desk: Desk, door: Callable[[Desk], Variant]
) -> None:
    variant = desk.again(door(desk))
    assert variant.head
    assert GENERATED in variant.head.text
    assert variant.head.model_share == 100
    going = content(variant, desk.brand)
    assert going.label.ai
    assert "Made with AI" in going.parts[0]
    # The loosest policy that there is changes nothing.
    loose = brands.set_policy(desk.actor, desk.brand.id, Policy(label_from=50))
    assert "Made with AI" in content(variant, loose).parts[0]
    assert "Made with AI" in review.approve(desk.actor, variant.post_id)[0].content


def test_every_revision_accounts_for_every_letter(desk: Desk) -> None:
    for door in DOORS:
        door(desk)
    desk.variant("By hand.")
    assert Revision.objects.count() > 15
    for revision in Revision.objects.all():
        assert text_of(revision.written) == revision.text
        assert all(
            (p.origin.kind and p.origin.at) or p.origin.kind == "template" for p in revision.written
        )
        kept = (revision.people_share, revision.model_share)
        parts = shares(revision.written)
        assert kept == (parts.people, parts.model)


def test_no_action_takes_a_label() -> None:
    for module in (create, plan, review, brands):
        for name, act in inspect.getmembers(module, inspect.isfunction):
            assert not {"label", "shares", "kind_of_label"} & set(
                inspect.signature(act).parameters
            ), name


def test_no_policy_hides_half(desk: Desk) -> None:
    for wrong in (0, 51, 100):
        with pytest.raises(ValueError, match="label_from"):
            Policy(label_from=wrong)


def test_the_database_refuses_a_weaker_label(desk: Desk) -> None:
    variant = desk.again(by_taking(desk))
    body = {
        **content(variant, desk.brand).model_dump(mode="json"),
        "label": {"kind": "people", "text": "", "ai": False},
        "parts": [GENERATED],
    }
    text = canonical(body)
    given = Round.objects.create(post=variant.post, number=1, asked_at=clock.now())
    with pytest.raises(DatabaseError, match="label"), transaction.atomic():
        Approval.objects.create(
            round=given,
            variant=variant,
            content=text,
            digest=sha256(text),
            by=desk.house.owner,
            at=clock.now(),
        )


def test_a_label_typed_by_hand_does_not_take_its_place(desk: Desk) -> None:
    variant = by_taking(desk)
    create.save_text(desk.actor, variant.id, f"{GENERATED}\n\nWritten by people", base=2)
    each_refused(AboveboardError, lambda: review.approve(desk.actor, variant.post_id))
    shown = reviews.contents(variant.post)[0][1]
    assert shown.label.ai
