"""Counting, against figures that Unicode gives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.text.counting import graphemes, hashtags, mentions, urls


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("salt", 4),
        ("e\u0301", 1),
        ("👩‍👩‍👧‍👦", 1),
        ("🇳🇱🇭🇺", 2),
        ("👍🏽", 1),
        ("a\r\nb", 3),
        ("שלום", 4),
    ],
)
def test_graphemes(text: str, count: int) -> None:
    assert graphemes(text) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Go to https://brackwater.example/tin.", ["https://brackwater.example/tin"]),
        ("(see https://x.nl/a_(b))", ["https://x.nl/a_(b)"]),
        ("www.brackwater.nl!", ["www.brackwater.nl"]),
        ("brackwater.nl/winkel?a=1&b=2,", ["brackwater.nl/winkel?a=1&b=2"]),
        ("mail marit@brackwater.nl please", []),
        ("Open zaterdag.De winkel wacht.", []),
        ("from 8.30 to 10.00, v1.2.3", []),
        ("http://localhost:8000/path", ["http://localhost:8000/path"]),
        ("„https://x.de/ä“", ["https://x.de/ä"]),
        ("bücher.de", ["bücher.de"]),
        ("@marit@salt.social", []),
        ("https://x.nl/#top", ["https://x.nl/#top"]),
    ],
)
def test_urls(text: str, found: list[str]) -> None:
    assert [span.text for span in urls(text)] == found


def test_mentions_and_hashtags() -> None:
    text = "Hi @marit and @jonas@salt.social, a@b.nl #Zout #1 #zout_2026 https://x.nl/#top @end."
    assert [span.text for span in mentions(text)] == ["@marit", "@jonas@salt.social", "@end"]
    assert [span.text for span in hashtags(text)] == ["#Zout", "#zout_2026"]


@settings(max_examples=40)
@given(st.text())
def test_spans_stand_where_they_say(text: str) -> None:
    for span in [*urls(text), *mentions(text), *hashtags(text)]:
        assert text[span.start : span.end] == span.text


@given(st.text(), st.text())
def test_counts_are_never_more_than_characters(a: str, b: str) -> None:
    assert graphemes(a) <= len(a)
    assert graphemes(a + b) <= graphemes(a) + graphemes(b)
