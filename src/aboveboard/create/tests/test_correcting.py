"""Corrections of a text: taken with an origin of their own, or left."""

import pytest
from tests.builders import make_member
from tests.desk import Desk, each_refused, kinds

from aboveboard.brand import actions as brand_actions
from aboveboard.brand.asking import ask
from aboveboard.brand.rules import Policy, Severity
from aboveboard.create import actions
from aboveboard.create.models import Variant
from aboveboard.create.words.correcting import Proposed, known_words, proofs
from aboveboard.kernel.errors import Forbidden, NotFound
from aboveboard.ledger.queries import entries

TEXT = "We have many informations. Come on saturday , or on sunday !"


@pytest.fixture
def variant(desk: Desk) -> Variant:
    return desk.variant(TEXT)


def _found(desk: Desk, variant: Variant) -> list[Proposed]:
    return list(proofs(desk.again(variant), desk.brand).proposed)


def _key(desk: Desk, variant: Variant, words: str) -> str:
    return next(one.key for one in _found(desk, variant) if one.correction.words == words)


def test_a_taken_one_changes_only_its_characters(desk: Desk, variant: Variant) -> None:
    key = _key(desk, variant, "informations")
    revision = actions.take_correction(desk.actor, variant.id, key)
    assert revision.text == TEXT.replace("informations", "information")
    key = _key(desk, variant, "saturday")
    again = actions.take_correction(desk.actor, variant.id, key)
    assert kinds(again.written) == [
        ("person", "We have many information. Come on "),
        ("template", "S"),
        ("person", "aturday , or on sunday !"),
    ]
    assert again.id == revision.id, "corrections of a sitting are one revision"
    assert again.what == "corrected"
    taken = [one.kind for one in entries(desk.actor.workspace_id)][-2:]
    assert taken == ["correction.taken"] * 2


def test_all_of_a_kind(desk: Desk, variant: Variant) -> None:
    revision = actions.take_corrections_of_kind(desk.actor, variant.id, "space_before")
    assert revision.text == "We have many informations. Come on saturday, or on sunday!"
    each_refused(
        NotFound,
        lambda: actions.take_corrections_of_kind(desk.actor, variant.id, "phrase"),
        lambda: actions.take_corrections_of_kind(desk.actor, variant.id, "space_before"),
    )


def test_a_left_one_stays_left(desk: Desk, variant: Variant) -> None:
    before = len(_found(desk, variant))
    actions.leave_correction(desk.actor, variant.id, _key(desk, variant, "sunday"))
    actions.save_text(desk.actor, variant.id, f"{TEXT} On sunday we sing.", base=2)
    assert "sunday" not in [one.correction.words for one in _found(desk, variant)]
    assert proofs(desk.again(variant), desk.brand).left == 1
    actions.recall_corrections(desk.actor, variant.id)
    assert len(_found(desk, variant)) == before + 1


def test_the_brands_own_words_are_right(desk: Desk) -> None:
    variant = desk.variant("Brackwater bakes. Brakcwater sings.")
    assert "brackwater" in {word.casefold() for word in known_words(desk.brand)}
    assert "Brackwater" not in [one.correction.words for one in _found(desk, variant)]


def test_what_the_rules_switch_off_is_not_shown(desk: Desk) -> None:
    variant = desk.variant("We recieve many informations.")

    def shown(*off: str) -> tuple[list[str], tuple[str, ...]]:
        policy = Policy(guards=dict.fromkeys(off, Severity.OFF))
        brand_actions.set_policy(desk.actor, desk.brand.id, policy)
        desk.brand.refresh_from_db()
        found = proofs(desk.again(variant), desk.brand)
        return [one.correction.words for one in found.proposed], found.off

    assert shown() == (["recieve", "informations"], ())
    assert shown("spelling") == (["informations"], ("spelling",))
    assert shown("spelling", "grammar") == ([], ("spelling", "grammar"))


def test_who_may(desk: Desk, variant: Variant) -> None:
    viewer = make_member(desk.house, "viewer")
    key = _key(desk, variant, "sunday")
    each_refused(
        Forbidden,
        lambda: actions.take_correction(viewer, variant.id, key),
        lambda: actions.leave_correction(viewer, variant.id, key),
        lambda: actions.recall_corrections(viewer, variant.id),
    )
    each_refused(NotFound, lambda: actions.take_correction(desk.actor, variant.id, "gone-0"))


def test_a_quotation_keeps_its_source(desk: Desk) -> None:
    data = b"The shop is open on Fridays from 10:00 to 17:00."
    brand_actions.add_source(desk.actor, desk.brand.id, name="shop.md", data=data)
    [quoted] = ask(desk.actor, desk.brand.id, "When is the shop open?")
    variant = desk.variant("Come by.")
    where = {"start": quoted.start, "end": quoted.end, "at": 8}
    revision = actions.put_in_quotation(desk.actor, variant.id, quoted.passage, **where)
    assert kinds(revision.written) == [("person", "Come by."), ("pasted", f" {quoted.text}")]
    assert revision.written[1].origin.source == quoted.where
    viewer = make_member(desk.house, "viewer")
    each_refused(
        Forbidden,
        lambda: actions.put_in_quotation(viewer, variant.id, quoted.passage, **where),
    )
