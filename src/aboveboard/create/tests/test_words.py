"""Drafting, typing, pictures beside the words, and going back: through the actions."""

from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from tests.builders import make_asset, make_member, make_workspace
from tests.desk import Desk, at_once, each_refused, kinds, model_passage, open_desk

from aboveboard.brand import actions as brand_actions
from aboveboard.create import actions, queries
from aboveboard.create.actions.revising import MAX_TEXT
from aboveboard.create.errors import IsOut, Outrun, TooLong
from aboveboard.create.models import Link, Revision
from aboveboard.create.words.origins import Pasted
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from aboveboard.ledger.queries import entries
from aboveboard.plan import actions as plan

pytestmark = pytest.mark.django_db


def test_a_brief_becomes_a_draft_for_each_channel(desk: Desk) -> None:
    social = desk.channel("bluesky")
    brief = desk.brief(
        messages=("We open on Saturday.",),
        ask="Come by",
        link="https://saltworks.example/visit",
        tags=("sea salt",),
        channels=(desk.site.id, social.id),
    )
    post = actions.draft_post(desk.actor, brief.id)
    site, bluesky = queries.variants(post.id)
    assert (site.channel, bluesky.channel) == (desk.site, social)
    assert bluesky.head
    assert kinds(bluesky.head.written) == [
        ("person", "We open on Saturday.\n\nCome by"),
        (
            "template",
            ": https://saltworks.example/visit?utm_source=bluesky&utm_medium=social\n\n#SeaSalt",
        ),
    ]
    assert bluesky.head.written[0].origin.source == "brief"
    assert (bluesky.head.people_share, bluesky.head.template_share) == (23, 77)
    assert Link.objects.filter(variant=bluesky).count() == 1
    assert [e.kind for e in entries(desk.actor.workspace_id)][-2:] == ["variant.drafted"] * 2


def test_a_brief_without_channels_makes_no_post(desk: Desk) -> None:
    brief = desk.brief(channels=())
    with pytest.raises(Invalid, match="names no channel"):
        actions.draft_post(desk.actor, brief.id)
    assert not desk.brand.posts.exists()


def test_a_channel_once_and_of_this_brand(desk: Desk) -> None:
    post = desk.post()
    actions.add_variant(desk.actor, post, desk.site)
    with pytest.raises(Conflict, match="has a text for Site already"):
        actions.add_variant(desk.actor, post, desk.site)
    other = brand_actions.create_brand(desk.actor, name="Another")
    with pytest.raises(Invalid, match="not one of the brand"):
        actions.add_variant(desk.actor, post, other.channels.get())
    gone = desk.channel("bluesky")
    brand_actions.remove_channel(desk.actor, gone.id)
    gone.refresh_from_db()
    with pytest.raises(Invalid):
        actions.add_variant(desk.actor, post, gone)


def test_typing_goes_on_in_one_revision_for_a_sitting(desk: Desk) -> None:
    variant = desk.variant("")
    with time_machine.travel(clock.now(), tick=False) as clock_hand:
        first = actions.save_text(desk.actor, variant.id, "The p", base=1)
        again = actions.save_text(desk.actor, variant.id, "The pans", base=first.number)
        assert (again.number, again.id) == (first.number, first.id)
        assert queries.variant(desk.actor, variant.id).head == again
        clock_hand.shift(timedelta(minutes=11))
        later = actions.save_text(desk.actor, variant.id, "The pans are", base=2)
        assert later.number == 3
    texts = [r.text for r in queries.revisions(variant.id)]
    assert texts == ["The pans are", "The pans", ""]
    # Nothing new, nothing written.
    assert actions.save_text(desk.actor, variant.id, "The pans are", base=3).at == later.at


def test_somebody_elses_newer_text_is_not_typed_over(desk: Desk) -> None:
    variant = desk.variant("The pans are full.")
    jonas = make_member(desk.house, "creator")
    actions.save_text(jonas, variant.id, "The pans are empty.", base=2)
    with pytest.raises(Outrun, match="Yours is kept") as raised:
        actions.save_text(desk.actor, variant.id, "The pans are full!", base=2)
    assert raised.value.mend
    assert desk.again(variant).head.text == "The pans are empty."  # type: ignore[union-attr]
    # Having seen theirs, one may go on.
    assert actions.save_text(desk.actor, variant.id, "Full!", base=3).number == 4


def test_ones_own_older_page_loses_nothing(desk: Desk) -> None:
    """Two windows of one person: what the other typed stays as a revision."""
    variant = desk.variant("The pans are full.")
    actions.save_text(desk.actor, variant.id, "The pans are full of brine.", base=2)
    late = actions.save_text(desk.actor, variant.id, "The pans are full at dawn.", base=1)
    assert late.number == 3
    assert [r.text for r in queries.revisions(variant.id)][:2] == [
        "The pans are full at dawn.",
        "The pans are full of brine.",
    ]


def test_a_sealed_revision_never_changes(desk: Desk) -> None:
    variant = desk.variant("The pans are full.")
    actions.seal(variant)
    saved = actions.save_text(desk.actor, variant.id, "The pans are full!", base=2)
    assert saved.number == 3
    sealed = queries.revision(variant.id, 2)
    assert (sealed.text, sealed.sealed) == ("The pans are full.", True)
    for change in ({"text": "Other."}, {"sealed": False}, {"model_share": 0, "people_share": 1}):
        with pytest.raises(DatabaseError, match="sealed"), transaction.atomic():
            Revision.objects.filter(pk=sealed.pk).update(**change)
    actions.seal(desk.again(variant))


def test_restoring_is_a_new_revision_with_the_old_origins(desk: Desk) -> None:
    variant = desk.by_model("The wind dries the salt.")
    actions.save_text(desk.actor, variant.id, "All by hand.", base=2)
    back = actions.restore(desk.actor, variant.id, 2)
    assert (back.number, back.what) == (4, "restored")
    assert kinds(back.written) == [("model", "The wind dries the salt.")]
    with pytest.raises(NotFound):
        actions.restore(desk.actor, variant.id, 99)


def test_words_that_come_back_stay_the_models(desk: Desk) -> None:
    variant = desk.by_model("The wind dries the salt on the pans.")
    actions.save_text(desk.actor, variant.id, "", base=2)
    again = actions.save_text(
        desk.actor, variant.id, "Look: The wind dries the salt on the pans.", base=3
    )
    assert again.model_share > 80
    assert kinds(again.written)[-1][0] == "model"


def test_what_is_pasted_is_marked(desk: Desk) -> None:
    variant = desk.variant("We say: ")
    head = actions.save_text(
        desk.actor,
        variant.id,
        "We say: salt\u0000 is life",
        base=2,
        pasted=[Pasted("salt is life")],
    )
    assert kinds(head.written) == [("person", "We say: "), ("pasted", "salt is life")]
    assert head.pasted_share == 62


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\0b\x07c\ud800", "abc"),
        ("e\u0301", "é"),
        ("\u202eevil\u202c", "evil"),
        ("שלום عليكم ‏!", "שלום عليكم ‏!"),
        ("👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿"),
    ],
)
def test_odd_characters(desk: Desk, typed: str, kept: str) -> None:
    variant = desk.variant("")
    assert actions.save_text(desk.actor, variant.id, typed, base=1).text == kept
    variant = desk.again(variant)
    assert variant.head
    assert (variant.head.text, kinds(variant.head.written)) == (kept, [("person", kept)])


def test_too_long_a_text_is_refused_and_the_old_one_kept(desk: Desk) -> None:
    variant = desk.variant("Short.")
    for size in (MAX_TEXT + 1, 1_000_000):
        with pytest.raises(TooLong, match="unchanged") as raised:
            actions.save_text(desk.actor, variant.id, "x" * size, base=2)
        assert raised.value.mend
    assert desk.again(variant).head.text == "Short."  # type: ignore[union-attr]
    assert len(actions.save_text(desk.actor, variant.id, "ő" * MAX_TEXT, base=2).text) == MAX_TEXT


def test_pictures(desk: Desk) -> None:
    variant = desk.variant("Look.")
    picture = make_asset(desk.brand, alt="")
    head = actions.set_pictures(desk.actor, variant.id, [(picture.id, " A heap of\0 salt ")])
    assert head.media == [{"asset": str(picture.id), "alt": "A heap of salt"}]
    assert (head.text, head.number) == ("Look.", 3)
    same = actions.set_pictures(desk.actor, variant.id, [(picture.id, "A heap of salt")])
    assert same.number == 3
    # Typing keeps them, and so does going back to before them take them away.
    assert actions.save_text(desk.actor, variant.id, "Look!", base=3).media == head.media
    assert actions.restore(desk.actor, variant.id, 2).media == []
    foreign = make_asset(open_desk(name="Another").brand)
    with pytest.raises(Invalid, match="not in the brand's library"):
        actions.set_pictures(desk.actor, variant.id, [(foreign.id, "x")])


def test_the_digest_covers_words_pictures_and_who_wrote(desk: Desk) -> None:
    typed = desk.variant("The pans are full.").head
    suggested = desk.by_model("The pans are full.").head
    assert typed
    assert suggested
    assert typed.text == suggested.text
    assert typed.digest != suggested.digest


def test_only_who_may_write_writes(desk: Desk) -> None:
    variant = desk.variant("Mine.")
    for role in ("viewer", "approver", "client"):
        member = make_member(desk.house, role)
        with pytest.raises(Forbidden):
            actions.save_text(member, variant.id, "Theirs.", base=2)
        with pytest.raises(Forbidden):
            actions.set_pictures(member, variant.id, [])
        with pytest.raises(Forbidden):
            actions.add_variant(member, variant.post, desk.channel("bluesky", role))


def test_what_a_program_writes_is_no_persons(desk: Desk) -> None:
    """Not even with the token of the very person whose text it is."""
    variant, agent = desk.variant("We open at nine."), desk.house.agent()
    head = actions.save_text(agent, variant.id, "We open at nine. Come and taste!", base=2)
    assert (head.number, head.actor_kind) == (3, "agent")
    assert kinds(head.written) == [("person", "We open at nine."), ("model", " Come and taste!")]
    assert head.written[1].origin.by == "A program"
    # The person who typed over it meanwhile is told.
    with pytest.raises(Outrun):
        actions.save_text(desk.actor, variant.id, "We open at ten.", base=2)
    actions.write_variant(agent, variant.id, text="From a file.", origin_source="posts.csv")
    assert kinds(desk.again(variant).head.written) == [("model", "From a file.")]  # type: ignore[union-attr]


def test_a_brief_that_a_program_wrote_makes_no_persons_draft(desk: Desk) -> None:
    fields = plan.BriefFields(title="Opening", messages=("We open.",), channels=(desk.site.id,))
    by_person = plan.create_brief(desk.actor, desk.brand.id, fields)
    changed = plan.create_brief(desk.actor, desk.brand.id, fields)
    plan.change_brief(desk.house.agent(), changed.id, fields)
    plan.change_brief(desk.actor, changed.id, fields)
    drafts = [actions.draft_post(desk.actor, brief.id) for brief in (by_person, changed)]
    heads = [queries.variants(post.id)[0].head for post in drafts]
    assert [head.written[0].origin.kind for head in heads if head] == ["person", "model"]


def test_another_workspace_sees_and_changes_nothing(desk: Desk) -> None:
    variant = desk.variant("Mine.")
    stranger = make_workspace().actor
    each_refused(
        NotFound,
        lambda: actions.save_text(stranger, variant.id, "Theirs.", base=9),
        lambda: actions.set_pictures(stranger, variant.id, []),
        lambda: actions.restore(stranger, variant.id, 1),
        lambda: actions.save_suggested(stranger, variant.id, [model_passage("x")]),
        lambda: actions.write_variant(stranger, variant.id, text="x", origin_source="x"),
        lambda: actions.add_variant(stranger, variant.post, desk.channel("mastodon")),
        lambda: actions.ask_model(stranger, variant.id),
        lambda: queries.variant(stranger, variant.id),
        lambda: queries.asset(stranger, make_asset(desk.brand).id),
    )
    plan.remove_post(desk.actor, variant.post_id)
    with pytest.raises(NotFound):
        actions.save_text(desk.actor, variant.id, "Too late.", base=2)


def test_what_is_out_is_not_edited(desk: Desk) -> None:
    """The database says so; a person reads it in words."""
    variant = desk.variant("Mine.")
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION pg_temp.out() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'out' USING ERRCODE = 'AB010'; END $$; "
            "CREATE TRIGGER aa_out BEFORE UPDATE ON create_variant FOR EACH ROW "
            "EXECUTE FUNCTION pg_temp.out(); "
            "CREATE TRIGGER aa_out BEFORE UPDATE ON create_revision FOR EACH ROW "
            "EXECUTE FUNCTION pg_temp.out()"
        )
    each_refused(
        IsOut,
        lambda: actions.save_text(desk.actor, variant.id, "Other.", base=2),
        lambda: actions.save_text(desk.actor, variant.id, "Other.", base=1),
        lambda: actions.restore(desk.actor, variant.id, 1),
        lambda: actions.set_pictures(desk.actor, variant.id, [(make_asset(desk.brand).id, "x")]),
        lambda: actions.save_suggested(desk.actor, variant.id, [model_passage("x")]),
        words="already out",
    )


@pytest.mark.django_db(transaction=True)
def test_two_who_type_at_once() -> None:
    desk = open_desk()
    variant = desk.variant("Start.")
    jonas = make_member(desk.house, "creator")
    outcomes = at_once(
        lambda: actions.save_text(jonas, variant.id, "Theirs.", base=2),
        lambda: actions.save_text(desk.actor, variant.id, "Mine.", base=2),
    )
    # Whoever came second typed over an older text.
    assert outcomes in (["done", "outrun"], ["done", "done"])
    texts = [r.text for r in queries.revisions(variant.id)]
    if outcomes == ["done", "done"]:
        # Mine went on in my own sitting; then theirs would have been refused.
        assert texts[0] in {"Theirs.", "Mine."}
    assert len(set(texts)) == len(texts)


@pytest.mark.django_db(transaction=True)
def test_two_who_add_the_same_channel_at_once() -> None:
    desk = open_desk()
    post, site = desk.post(), desk.site
    outcomes = at_once(*[lambda: actions.add_variant(desk.actor, post, site)] * 4)
    assert outcomes == ["done"] + ["variant"] * 3
    assert queries.variants(post.id).count() == 1
