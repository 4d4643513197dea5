"""Splitting loses nothing, and every part fits."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.kernel.errors import Invalid
from aboveboard.text.counting import graphemes, urls
from aboveboard.text.splitting import shorten, split

WORDS = st.sampled_from(
    [
        *("salt", "tide", "6.40", "€", "\n\n", "\n", "dry.", "Open!", "x" * 40, "潮潮潮"),
        *("https://brackwater.example/tin", "(www.brackwater.nl/a_(b))"),
        *("👩‍👩‍👧", "e\u0301te\u0301", "שלום"),
    ]
)


def visible(text: str) -> str:
    return "".join(text.split())


@given(st.lists(WORDS, max_size=30).map(" ".join), st.integers(25, 120))
def test_nothing_is_lost_and_every_part_fits(text: str, limit: int) -> None:
    for count in (len, graphemes):

        def fits(part: str, count: Callable[[str], int] = count) -> bool:
            return count(part) <= limit

        parts = split(text, fits, lang="en")
        assert visible("".join(parts)) == visible(text)
        assert all(count(part) <= limit and part == part.strip() and part for part in parts)


@given(st.text(), st.integers(1, 30))
def test_any_text_splits(text: str, limit: int) -> None:
    parts = split(text, lambda part: graphemes(part) <= limit, lang="de")
    assert visible("".join(parts)) == visible(text)
    assert all(graphemes(part) <= limit for part in parts)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_a_link_that_fits_is_never_cut(text: str) -> None:
    parts = split(text, lambda part: graphemes(part) <= 35, lang="en")
    assert [u.text for u in urls(text)] == [u.text for part in parts for u in urls(part)]


def test_the_gentlest_place_is_taken() -> None:
    text = "One is here. Two is here.\n\nThree is here. Four is here."
    assert split(text, lambda part: len(part) <= 40) == text.split("\n\n")
    assert split(text, lambda part: len(part) <= 16) == [
        "One is here.",
        "Two is here.",
        "Three is here.",
        "Four is here.",
    ]
    assert split("one two three", lambda part: len(part) <= 8) == ["one two", "three"]
    assert split("éé👍🏽x", lambda part: graphemes(part) <= 3) == ["éé👍🏽", "x"]


def test_a_link_too_long_for_any_part_is_cut() -> None:
    link = "https://x.nl/" + "a" * 40
    assert "".join(split(link, lambda part: len(part) <= 20)) == link


def test_an_impossible_limit_says_so() -> None:
    with pytest.raises(Invalid) as caught:
        split("salt", lambda part: False)
    assert caught.value.mend


def test_empty() -> None:
    assert split(" \n ", lambda part: False) == []


def test_a_long_text_is_counted_in_small_pieces() -> None:
    counted = 0

    def fits(part: str) -> bool:
        nonlocal counted
        counted += len(part)
        return len(part) <= 300

    text = "Salt from the tide, dried slowly. " * 5_000
    parts = split(text, fits, lang="en")
    assert visible("".join(parts)) == visible(text)
    assert counted < 30 * len(text)


def test_shorten_takes_sentences_in_order() -> None:
    sentences = ["Salt.", "A sentence that is much too long.", "Open Saturday."]
    assert shorten(sentences, lambda part: len(part) <= 20) == ["Salt.", "Open Saturday."]
    assert shorten(sentences, lambda part: False) == []
