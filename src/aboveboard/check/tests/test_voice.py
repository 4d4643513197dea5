"""The voice as people put it right, and what a model and the guard make of it."""

import pytest
from tests.builders import make_member
from tests.desk import Desk, each_refused, open_desk

from aboveboard.brand import actions
from aboveboard.brand.voice import set_voice_line, voice_of, voice_rules
from aboveboard.check.actions import look
from aboveboard.kernel.errors import Forbidden, Invalid
from aboveboard.ledger.queries import entries

pytestmark = pytest.mark.django_db
SAMPLE = "We bake at five. Our bread is out at seven. You take it home warm. We like that."


@pytest.fixture
def desk() -> Desk:
    desk = open_desk()
    for name in "abc":
        actions.add_voice(desk.actor, desk.brand.id, name=name, text=SAMPLE)
    return desk


def _tell(desk: Desk, key: str, **told: object) -> None:
    set_voice_line(desk.actor, desk.brand.id, language="en", key=key, **told)  # type: ignore[arg-type]


def test_people_have_the_last_word(desk: Desk) -> None:
    assert "Speak as “we”, never as “I”." in voice_rules(desk.brand.id, "en")
    _tell(desk, "speaker", said="Speak as the baker.")
    _tell(desk, "exclaiming", on=False)
    _tell(desk, "besides", said="Never joke about bread;\nMention the oven.")
    rules = voice_rules(desk.brand.id, "en")
    assert "Speak as the baker." in rules
    assert not [rule for rule in rules if "exclamation" in rule or "“we”" in rule]
    assert rules[-2:] == ("Never joke about bread", "Mention the oven.")
    told = {line.key: line for line in voice_of(desk.brand, "en").lines}
    assert told["speaker"].by == "Marit Veen"
    assert entries(desk.actor.workspace_id).last().kind == "voice.told"  # type: ignore[union-attr]


def test_the_guard_compares_with_what_holds(desk: Desk) -> None:
    _tell(desk, "never", said="cheap")
    variant = desk.variant("I bake cheap bread!")
    said = [one.words for one in look(variant, desk.brand) if one.code == "voice"]
    assert said == ["I", "cheap", "!"]
    _tell(desk, "speaker", on=False)
    _tell(desk, "never", said="")
    said = [one.words for one in look(desk.again(variant), desk.brand) if one.code == "voice"]
    assert said == ["!"]


def test_nothing_is_known_of_another_language(desk: Desk) -> None:
    assert voice_rules(desk.brand.id, "nl") == ()
    variant = desk.variant("I bake!")
    actions.remove_voice(desk.actor, desk.brand.voice.all()[0].id)
    assert [one for one in look(variant, desk.brand) if one.code == "voice"] == []


def test_who_may_tell(desk: Desk) -> None:
    creator = make_member(desk.house, "creator")
    each_refused(
        Forbidden,
        lambda: set_voice_line(creator, desk.brand.id, language="en", key="emoji"),
    )
    each_refused(
        Invalid,
        lambda: _tell(desk, "jokes"),
        lambda: _tell(desk, "never", said=", ".join(f"word{n}" for n in range(101))),
        lambda: _tell(desk, "besides", said="x" * 401),
    )
