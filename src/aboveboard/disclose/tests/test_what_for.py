"""What AI was for stands in the label, from the record alone, and never less than was done."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.desk import Desk, offered, open_desk

from aboveboard.brand.rules import LANGUAGES, Policy
from aboveboard.channels.registry import network, networks
from aboveboard.create import actions as create
from aboveboard.create.actions.models import finish_suggestion
from aboveboard.create.models import Variant
from aboveboard.create.words.adapting import Wish
from aboveboard.create.words.origins import WORKS, Origin, Passage, Shares, works
from aboveboard.disclose.queries import content
from aboveboard.disclose.rules import MOST_WORKS, label_for
from aboveboard.plan.rules import RELATIONSHIPS
from aboveboard.review import actions as review

PARTLY, ALL = Shares(people=60, model=40), Shares(people=0, model=100)
DUTCH = "De wind droogt het zout, en het getij brengt het volgende."


@pytest.fixture
def desk(db: None) -> Desk:
    made = open_desk()
    create.add_provider(made.actor, name="Ours", base_url="http://127.0.0.1:9/v1", model="small")
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_and_how_many(language: str) -> None:
    for shares in (PARTLY, ALL):
        plain = label_for(shares, Policy(), language).text
        said = set()
        for many in range(len(WORKS) + 1):
            for chosen in combinations(WORKS, many):
                label = label_for(shares, Policy(), language, works=chosen)
                assert label.ai
                if 0 < many <= MOST_WORKS:
                    before, _, after = label.text.partition(" (")
                    assert plain == before + after.partition(")")[2]
                    said.add(label.text)
                else:
                    assert label.text == plain
        assert len(said) == 5 + 10
    # Where no label is owed none comes of it.
    for shares in (Shares(), Shares(people=95, model=5)):
        assert label_for(shares, Policy(), language, works=WORKS[:1]).text == ""


def test_the_longest_leaves_room_on_the_strictest_network() -> None:
    """Of a network that has no field of its own, more than half is left for people's words."""
    plain = [network(name) for name in networks()]
    least = min(one.limits.text for one in plain if not one.capabilities.says_ai)
    labels = [
        label_for(
            PARTLY,
            Policy(),
            language,
            works=chosen,
            media_origins=frozenset({"generated"}),
            relationship=tie,
        )
        for language in LANGUAGES
        for chosen in combinations(WORKS, MOST_WORKS)
        for tie in RELATIONSHIPS
    ]
    assert max(len(one.text) for one in labels) < 110
    assert max(len(one.text) + len(one.opening) + 3 for one in labels) < least * 0.6


passages = st.lists(
    st.builds(
        Passage,
        text=st.just("x"),
        origin=st.builds(
            Origin,
            kind=st.sampled_from(["person", "model", "pasted"]),
            works=st.lists(st.sampled_from([*WORKS, "sorcery"]), max_size=3).map(tuple),
        ),
    ),
    max_size=5,
)


@given(passages, st.sampled_from(WORKS))
def test_what_is_not_known_of_all_is_said_of_none(some: list[Passage], own: str) -> None:
    found = works(some, (own,))
    theirs = [one.origin.works for one in some if one.origin.kind == "model"]
    if any(not one or "sorcery" in one for one in theirs):
        assert found == ()
    else:
        assert set(found) == {own, *(work for one in theirs for work in one)}
        assert list(found) == sorted(found, key=WORKS.index)


def taken(
    desk: Desk,
    variant: Variant,
    wish: Wish | None = None,
    instruction: str = "",
    source: Variant | None = None,
) -> Variant:
    """The variant with a model's answer put in."""
    suggestion = create.ask_model(desk.actor, variant.id, instruction, wish=wish, source=source)
    finish_suggestion(suggestion.id, text=DUTCH, model="small", breaks=[], tries=1)
    create.take_suggestion(desk.actor, offered(variant).id)
    return desk.again(variant)


def label(desk: Desk, variant: Variant) -> str:
    return content(desk.again(variant), desk.brand).label.text


DUTCH_WISH = Wish("language", by="model", language="nl")


def test_a_translation_of_what_people_wrote(desk: Desk) -> None:
    variant = taken(desk, desk.variant("The wind dries the salt."), DUTCH_WISH)
    assert label(desk, variant) == "Gemaakt met AI (vertaling), goedgekeurd door een mens"
    # The database reckons the same.
    (approval,) = review.approve(desk.actor, variant.post_id)
    assert "Gemaakt met AI (vertaling), goedgekeurd" in approval.content


def test_a_translation_of_what_a_model_wrote_says_so(desk: Desk) -> None:
    variant = taken(desk, desk.variant(""))
    assert label(desk, variant) == "Made with AI (drafting), approved by a person"
    other = create.add_variant(desk.actor, variant.post, desk.channel("mastodon"))
    variant = taken(desk, other, DUTCH_WISH, source=variant)
    assert label(desk, variant) == "Gemaakt met AI (concept, vertaling), goedgekeurd door een mens"
    review.approve(desk.actor, variant.post_id)


def test_a_translation_of_an_agents_words_names_nothing(desk: Desk) -> None:
    """What an agent did is not known, so that nothing less than all is said."""
    agent = desk.house.agent()
    variant = desk.variant("")
    create.save_text(agent, variant.id, "The wind dries the salt.", base=1)
    variant = taken(desk, desk.again(variant), DUTCH_WISH)
    assert label(desk, variant) == "Gemaakt met AI, goedgekeurd door een mens"


def test_an_instruction_of_ones_own_may_ask_for_anything(desk: Desk) -> None:
    free = taken(desk, desk.variant("x"), instruction="Write a post about our salt.")
    assert label(desk, free) == "Made with AI, approved by a person"
    added = Wish("shorter", by="model", instruction="And tell of the new pans.")
    assert (
        label(desk, taken(desk, desk.variant("x"), added)) == "Made with AI, approved by a person"
    )
    plain = Wish("shorter", by="model")
    assert "(shortening)" in label(desk, taken(desk, desk.variant("x"), plain))


def test_words_typed_anew_keep_what_was_done(desk: Desk) -> None:
    variant = taken(desk, desk.variant("The wind dries the salt."), DUTCH_WISH)
    assert variant.head
    typed = f"{DUTCH} Kom kijken bij kade drie, elke ochtend vanaf acht uur, tot het donker wordt."
    create.save_text(desk.actor, variant.id, "", base=variant.head.number)
    create.save_text(desk.actor, variant.id, typed, base=variant.head.number + 1)
    assert label(desk, variant) == "Deels gemaakt met AI (vertaling), goedgekeurd door een mens"
    review.approve(desk.actor, variant.post_id)


def test_a_label_that_is_approved_stays_as_it_was(desk: Desk) -> None:
    """Words from before what was done was kept have the label that they had."""
    variant = desk.by_model("The wind dries the salt, and the tide brings the next of it.")
    (approval,) = review.approve(desk.actor, variant.post_id)
    now = content(desk.again(variant), desk.brand)
    assert now.label.text == "Made with AI, approved by a person"
    assert now.digest == approval.digest
