"""A label that names what AI was for is approved as the record has it, on the whole way there."""

import pytest
from tests.desk import Desk, offered, open_desk

from aboveboard.create import actions as create
from aboveboard.create.actions.models import finish_suggestion
from aboveboard.create.models import Variant
from aboveboard.create.words.adapting import Wish
from aboveboard.disclose.queries import content
from aboveboard.review import actions as review

DUTCH = "De wind droogt het zout, en het getij brengt het volgende."
DUTCH_WISH = Wish("language", by="model", language="nl")


@pytest.fixture
def desk(db: None) -> Desk:
    made = open_desk()
    create.add_provider(made.actor, name="Ours", base_url="http://127.0.0.1:9/v1", model="small")
    return made


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
