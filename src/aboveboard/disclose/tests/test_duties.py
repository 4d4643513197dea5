"""Law is dated data that adds to a label, and nothing takes away from it."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.brand.rules import JURISDICTIONS, LANGUAGES, Policy
from aboveboard.create.words.origins import GENERATED, Shares
from aboveboard.disclose.duties import FACTS, Law, Owed, Rule, facts_of, laws, owed
from aboveboard.disclose.rules import Label, label_for
from aboveboard.kernel.errors import Invalid
from aboveboard.plan.rules import RELATIONSHIPS

TODAY = date(2026, 11, 28)
EVERY_RULE = [rule for law in laws() for rule in law.rule]


def test_every_rule_is_dated_sourced_and_named_once() -> None:
    assert {law.jurisdiction for law in laws()} == set(JURISDICTIONS)
    codes = [rule.code for rule in EVERY_RULE]
    assert len(set(codes)) == len(codes) >= 8
    for law in laws():
        for rule in law.rule:
            assert rule.code.startswith(f"{law.jurisdiction}.")
            assert str(rule.source).startswith("https://")


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.code)
def test_a_rule_holds_from_its_first_day_where_the_policy_says(rule: Rule) -> None:
    facts = frozenset(rule.when)
    where = rule.code.partition(".")[0]
    eve = rule.applies_from - timedelta(days=1)
    assert rule in owed(facts, {where}, rule.applies_from).rules
    assert rule not in owed(facts, {where}, eve).rules
    assert rule not in owed(facts, set(JURISDICTIONS) - {where}, rule.applies_from).rules
    for fact in rule.when:
        assert rule not in owed(facts - {fact}, {where}, rule.applies_from).rules
    for fact in rule.unless:
        assert rule not in owed(facts | {fact}, {where}, rule.applies_from).rules


_LAW = st.builds(
    Owed,
    demands=st.frozensets(st.sampled_from(["say_media", "say_text", "open_with_ad", "mark_file"])),
)


@given(
    model=st.integers(0, 100),
    label_from=st.integers(1, 50),
    people=st.booleans(),
    media=st.booleans(),
    tie=st.sampled_from(RELATIONSHIPS),
    language=st.sampled_from(LANGUAGES),
    law=_LAW,
    where=st.frozensets(st.sampled_from(JURISDICTIONS), min_size=1),
)
def test_neither_law_nor_policy_takes_words_away(
    *,
    model: int,
    label_from: int,
    people: bool,
    media: bool,
    tie: str,
    language: str,
    law: Owed,
    where: frozenset[str],
) -> None:
    shares = Shares(people=100 - model, model=model)
    origins = frozenset({GENERATED} if media else ())

    def made(policy: Policy, law: Owed) -> Label:
        return label_for(shares, policy, language, media_origins=origins, relationship=tie, law=law)

    loosest = made(Policy(label_from=50), Owed())
    policy = Policy(label_from=label_from, label_people=people, jurisdictions=frozenset(where))
    found = made(policy, law)
    assert found.ai >= loosest.ai
    assert found.opening == loosest.opening
    if loosest.ai:
        assert found.text
    assert found.opening or tie == "none"
    if "say_text" in law.demands and model:
        assert found.ai
        assert found.text


def test_a_persons_review_is_what_the_act_asks_for_text() -> None:
    facts = facts_of(model_share=100, generated_media=False, relationship="none")
    codes = {rule.code for rule in owed(facts, JURISDICTIONS, TODAY).rules}
    assert "eu.ai_act.50_4.text" not in codes
    unseen = {rule.code for rule in owed(facts - {"reviewed"}, JURISDICTIONS, TODAY).rules}
    assert "eu.ai_act.50_4.text" in unseen


_NEWER = """
jurisdiction = "uk"
title = "United Kingdom"
[[rule]]
code = "uk.new_act"
name = "A new act"
applies_from = 2027-01-01
source = "https://www.legislation.gov.uk/"
read_on = 2026-11-28
when = ["model_text"]
demands = ["say_text"]
says = "Every word of a model's is said."
"""


def test_a_newer_file_needs_no_release(tmp_path: Path) -> None:
    (tmp_path / "uk.toml").write_text(_NEWER, encoding="utf-8")
    newer = laws(str(tmp_path))
    assert {law.jurisdiction for law in newer} == set(JURISDICTIONS)
    facts = facts_of(model_share=1, generated_media=False, relationship="none")
    shares = Shares(people=99, model=1)
    for day, text in ((date(2026, 12, 31), ""), (date(2027, 1, 1), "Partly made with AI")):
        law = owed(facts, ["uk"], day, of=newer)
        assert label_for(shares, Policy(), "en", law=law).text.startswith(text)
        assert bool(law.rules) == bool(text)


def test_a_file_that_cannot_be_read_is_no_rule_less(tmp_path: Path) -> None:
    for wrong in ("jurisdiction = ", _NEWER.replace("model_text", "whatever")):
        (tmp_path / "uk.toml").write_text(wrong, encoding="utf-8")
        laws.cache_clear()
        with pytest.raises(Invalid, match=r"uk\.toml"):
            laws(str(tmp_path))
    laws.cache_clear()


def test_facts_are_what_the_files_may_name() -> None:
    assert set(FACTS) == {"generated_media", "model_text", "relationship", "reviewed"}
    assert {fact for rule in EVERY_RULE for fact in (*rule.when, *rule.unless)} <= set(FACTS)
    assert Law.model_fields.keys() == {"jurisdiction", "title", "rule"}
