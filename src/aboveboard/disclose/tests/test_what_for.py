"""What AI was for stands in the label, from the record alone, and never less than was done."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.brand.rules import LANGUAGES, Policy
from aboveboard.channels.registry import network, networks
from aboveboard.create.words.origins import WORKS, Origin, Passage, Shares, works
from aboveboard.disclose.rules import MOST_WORKS, label_for
from aboveboard.plan.rules import RELATIONSHIPS

PARTLY, ALL = Shares(people=60, model=40), Shares(people=0, model=100)


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
