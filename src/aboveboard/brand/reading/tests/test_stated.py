"""Facts of a passage, each with a label that a person can read."""

from hypothesis import given
from hypothesis import strategies as st

from aboveboard.brand.reading import facts
from aboveboard.brand.reading.stated import LABEL
from aboveboard.text.languages import LANGUAGES


def test_a_list_item() -> None:
    found = facts("Refill tin, 125 g: €6.40", "en")
    assert [(fact.kind, fact.value, fact.unit) for fact in found] == [
        ("measure", "125", "g"),
        ("price", "6.4", "EUR"),
    ]
    assert {fact.text for fact in found} == {"Refill tin, 125 g: €6.40"}


def test_the_label_is_the_sentence() -> None:
    text = "We are a small firm. Marit Veen opened it in 1987. No additives. We have 12 tins."
    assert [(fact.kind, fact.value, fact.unit, fact.text) for fact in facts(text, "en")] == [
        ("name", "marit veen", "", "Marit Veen opened it in 1987."),
        ("date", "1987", "", "Marit Veen opened it in 1987."),
        ("negation", "not", "", "No additives."),
        ("number", "12", "tins", "We have 12 tins."),
    ]


def test_a_long_sentence_is_cut_around_the_fact() -> None:
    text = "We dry salt " + "in the wind " * 20 + "sell it for €6.40 to " + "all who come and " * 10
    (fact,) = facts(text, "en")
    assert "sell it for €6.40 to" in fact.text
    assert len(fact.text) <= LABEL
    assert fact.text[0] == fact.text[-1] == "…"


@given(st.text(), st.sampled_from(LANGUAGES))
def test_facts_stand_where_they_say(text: str, lang: str) -> None:
    for fact in facts(text, lang):
        assert 0 <= fact.start < fact.end <= len(text)
        assert 0 < len(fact.text) <= max(LABEL, fact.end - fact.start + 2)
