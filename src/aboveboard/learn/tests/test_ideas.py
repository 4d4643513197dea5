"""Ideas on the board: found without a model, never twice, decided on by people alone."""

from datetime import timedelta

import pytest
from tests.builders import make_member, make_workspace
from tests.desk import Desk, each_refused, kinds, open_desk

from aboveboard.brand import actions as brands
from aboveboard.create import actions as create
from aboveboard.create import queries as created
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from aboveboard.learn import ideas as learn
from aboveboard.learn.errors import IdeaTwice
from aboveboard.ledger.queries import entries
from aboveboard.plan import actions as plan_actions
from aboveboard.plan import ideas as plan
from aboveboard.plan import occasions
from aboveboard.plan import queries as plans
from aboveboard.plan.models import Idea

KNOWN = """# The saltworks

There are 14 clay pans, dug in 1911.

Brine shrimp live in the pans and eat the algae.

We rake by hand, with wooden rakes, before seven.

In winter no salt is made: the clay is mended.
"""


@pytest.fixture
def desk(db: None) -> Desk:
    desk = open_desk()
    brands.add_source(desk.actor, desk.brand.id, name="history.md", data=KNOWN.encode())
    return desk


def find(desk: Desk, count: int = 8) -> list[Idea]:
    return learn.find_ideas(desk.actor, desk.brand.id, count=count).ideas


def test_ideas_are_found_and_say_why(desk: Desk) -> None:
    plan.ask_question(desk.actor, desk.brand.id, "What do the shrimp eat?", place="a letter")
    found = {idea.kind: idea for idea in find(desk)}
    asked = found["question"]
    assert asked.title == "What do the shrimp eat?"
    assert [reason.kind for reason in asked.reasons] == ["question", "passage"]
    assert asked.reasons[1].where.startswith("history.md, line 5")
    assert all(idea.origin == "house" and idea.state == "new" for idea in found.values())
    assert [entry.kind for entry in entries(desk.actor.workspace_id)][-1] == "idea.proposed"


def test_no_idea_comes_twice(desk: Desk) -> None:
    first = find(desk, 24)
    assert first
    plan.put_aside_idea(desk.actor, first[0].id)
    again = learn.find_ideas(desk.actor, desk.brand.id, count=24)
    assert again.ideas == []
    assert again.doubles >= len(first)
    with pytest.raises(IdeaTwice, match=r"on the board|put aside"):
        learn.add_idea(
            desk.actor, desk.brand.id, title="Pans", angle="In 1911 our 14 clay pans were dug."
        )
    learn.add_idea(
        desk.actor,
        desk.brand.id,
        title="Pans",
        angle="In 1911 our 14 clay pans were dug.",
        anyway=True,
    )


def test_an_idea_becomes_a_brief_and_a_draft_with_its_origins(desk: Desk) -> None:
    idea = next(one for one in find(desk) if one.kind == "passage")
    brief = plan.make_brief_from_idea(desk.actor, idea.id)
    assert plans.idea(desk.actor, idea.id).state == "used"
    assert not brief.by_program
    post = create.draft_post(desk.actor, brief.id)
    head = created.variants(post.id)[0].head
    assert head
    assert {kind for kind, _ in kinds(head.written)} == {"import"}
    assert head.written[0].origin.source.startswith("history.md")
    each_refused(Conflict, lambda: plan.put_aside_idea(desk.actor, idea.id))


def test_a_persons_idea_is_a_persons_and_a_programs_a_models(desk: Desk) -> None:
    own = learn.add_idea(desk.actor, desk.brand.id, title="Show the old map of the pans")
    program = learn.add_idea(desk.house.agent(), desk.brand.id, title="Ask who has an old tin")
    drafts = {}
    for idea in (own, program):
        brief = plan.make_brief_from_idea(desk.actor, idea.id)
        post = create.draft_post(desk.actor, brief.id)
        head = created.variants(post.id)[0].head
        assert head
        drafts[idea.origin] = {kind for kind, _ in kinds(head.written)}
    assert drafts == {"person": {"person"}, "model": {"model"}}


def test_rights_on_ideas(desk: Desk) -> None:
    idea = find(desk, 1)[0]
    agent, viewer = desk.house.agent(), make_member(desk.house, "viewer")
    stranger = make_workspace().actor
    acts = (
        lambda who: plan.keep_idea(who, idea.id),
        lambda who: plan.put_aside_idea(who, idea.id),
        lambda who: plan.restore_idea(who, idea.id),
        lambda who: plan.change_idea(who, idea.id, title="x", angle="y"),
        lambda who: plan.make_brief_from_idea(who, idea.id),
    )
    for act in acts:
        each_refused(Forbidden, lambda act=act: act(agent), lambda act=act: act(viewer))  # type: ignore[misc]
        each_refused(NotFound, lambda act=act: act(stranger))  # type: ignore[misc]
    each_refused(
        Forbidden,
        lambda: learn.find_ideas(viewer, desk.brand.id),
        lambda: plan.add_idea(viewer, desk.brand.id, title="x"),
        lambda: plan.ask_question(viewer, desk.brand.id, "Why?"),
        lambda: occasions.choose_occasion(viewer, desk.brand.id, "bee-day", chosen=False),
    )
    each_refused(NotFound, lambda: learn.find_ideas(stranger, desk.brand.id))
    each_refused(Invalid, lambda: learn.find_ideas(desk.actor, desk.brand.id, count=0))
    assert learn.find_ideas(agent, desk.brand.id, count=1).ideas[0].state == "new"


def test_a_changed_card_keeps_its_quotes_apart_from_what_a_person_wrote(desk: Desk) -> None:
    idea = next(one for one in find(desk) if one.kind == "passage")
    quote = next(part for part in idea.pieces if part.said_by == "quote")
    changed = plan.change_idea(
        desk.actor, idea.id, title=idea.title, angle=f"Film it slowly. {quote.text}"
    )
    assert [(part.said_by, part.text) for part in changed.pieces] == [
        ("person", "Film it slowly. "),
        ("quote", quote.text),
    ]


def test_a_day_of_remembrance_gives_no_idea_and_switched_off_days_none(desk: Desk) -> None:
    today = clock.now().date()
    soon = today + timedelta(days=5)
    occasions.add_occasion(desk.actor, desk.brand.id, name="Clay fair", day=soon, quiet=True)
    kept = occasions.kept(desk.brand)
    assert any(one.quiet and one.names[0] == "Clay fair" for one in kept)
    titles = " ".join(idea.title for idea in find(desk, 24))
    assert "Clay fair" not in titles
    occasions.choose_occasion(desk.actor, desk.brand.id, "bee-day", chosen=False)
    assert "bee-day" not in {one.key for one in occasions.kept(desk.brand)}
    occasions.choose_occasion(desk.actor, desk.brand.id, "bee-day", chosen=True)
    assert "bee-day" in {one.key for one in occasions.kept(desk.brand)}


def test_only_for_a_campaign(desk: Desk) -> None:
    campaign = plan_actions.create_campaign(
        desk.actor, desk.brand.id, name="Winter work", goal="Show how the clay is mended"
    )
    found = learn.find_ideas(desk.actor, desk.brand.id, campaign=campaign.id).ideas
    assert found
    assert {idea.campaign_id for idea in found} == {campaign.id}
    assert any("clay is mended" in idea.angle for idea in found)
