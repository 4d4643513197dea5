"""What the record tells the guards: who wrote, what is on file, what the brand said before."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from tests.desk import Desk, open_desk

from aboveboard.brand import actions as brand_actions
from aboveboard.check import queries
from aboveboard.check.actions import look
from aboveboard.create import actions as create
from aboveboard.kernel import clock

pytestmark = pytest.mark.django_db
OLD = "We rake by hand, with wooden rakes, before seven in the morning."


@pytest.fixture
def desk() -> Desk:
    made = open_desk()
    data = b"tin,price\nfine salt,6.40 EUR\n"
    brand_actions.add_source(made.actor, made.brand.id, name="prices.csv", data=data)
    return made


def test_what_was_planned_before_is_history_and_the_post_itself_is_not(desk: Desk) -> None:
    soon = clock.now() + timedelta(days=3)
    desk.variant(OLD, at=soon)
    desk.variant("A draft without a day.")
    variant = desk.variant("Before seven in the morning we rake by hand with wooden rakes.")
    case = queries.cases([variant], desk.brand)[0]
    assert case.history == (OLD,)
    assert "sameness" in [one.code for one in look(variant, desk.brand)]


def test_the_hand_of_a_model_is_known(desk: Desk) -> None:
    people = queries.cases([desk.variant("Salt is out of the pans today.")], desk.brand)[0]
    model = queries.cases([desk.by_model("Salt is out of the pans today.")], desk.brand)[0]
    assert (people.context.ai.text, model.context.ai.text) == ("none", "generated")
    assert people.context.ai.media == "none"
    assert people.context.relationship == "none"


def test_what_is_on_file_is_what_is_near(desk: Desk) -> None:
    day = datetime(2031, 5, 2, 9, tzinfo=UTC)
    case = queries.cases([desk.variant("Fine salt costs €6.40 a tin.", at=day)], desk.brand)[0]
    assert case.context.today == date(2031, 5, 2)
    assert any("6.40" in one for one in case.context.evidence)
    assert case.context.evidence[-1].startswith("House policy: text of which AI wrote")
    assert case.context.deadline is None
    assert case.context.stock is None


def test_what_the_brief_says_is_left_is_held_against_the_words(desk: Desk) -> None:
    entered = datetime(2031, 5, 2, 9, tzinfo=UTC)
    with time_machine.travel(entered, tick=False):
        brief = desk.brief(stock=4, ends_on=date(2031, 5, 9))
        post = create.draft_post(desk.actor, brief.id)
        variant = post.variants.get()
        create.save_text(desk.actor, variant.id, "Only 4 tins left.", base=1)
        assert look(desk.again(variant), desk.brand) == []
        create.save_text(desk.actor, variant.id, "Only 2 tins left.", base=2)
        (one,) = [o for o in look(desk.again(variant), desk.brand) if o.code == "manipulation"]
    assert one.evidence == [{"source": "stock", "text": "4, entered on 02 May 2031"}]
    case = queries.cases([desk.again(variant)], desk.brand)[0]
    assert (case.context.stock, case.context.stock_on) == (4, date(2031, 5, 2))
    assert case.context.deadline == date(2031, 5, 9)
