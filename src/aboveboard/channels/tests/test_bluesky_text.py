"""The parts of Bluesky that need no server: record keys, facets, counting."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.channels.bluesky.facets import facets_in
from aboveboard.channels.bluesky.network import bluesky
from aboveboard.channels.bluesky.session import _safe
from aboveboard.channels.bluesky.tid import record_key
from aboveboard.kernel.ids import new_id

NOON = datetime(2026, 5, 4, 12, 0, 0, tzinfo=UTC)
ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"


def test_a_record_key_is_a_tid_of_the_time_before() -> None:
    key = record_key("one", NOON)
    assert key == record_key("one", NOON)
    assert len(key) == 13
    value = 0
    for letter in key:
        value = value << 5 | ALPHABET.index(letter)
    moment = datetime.fromtimestamp((value >> 10) / 1_000_000, UTC)
    assert timedelta(0) < NOON - moment <= timedelta(seconds=135)


def test_posts_of_one_minute_have_keys_of_their_own() -> None:
    keys = {record_key(str(new_id()), NOON) for _ in range(2_000)}
    assert len(keys) == 2_000


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("#one #two, #three!", ["one", "two", "three"]),
        ("#1 # #! C#", []),
        ("#Fleur_de_Sel.", ["Fleur_de_Sel"]),
        ("see (#bracketed)", []),
        ("#só #海塩 #2026plan", ["só", "海塩", "2026plan"]),
        ("#" + "x" * 65, []),
        ("https://example.org/#part", ["https://example.org/#part"]),
        ("(https://example.org/a_(b)).", ["https://example.org/a_(b)"]),
        ("mail@example.org", []),
        ("@Me.Example.Org, hi", ["me.example.org"]),
        ("(@a.test)", ["a.test"]),
        ("@plain", []),
        ("", []),
    ],
)
def test_facets(text: str, found: list[str]) -> None:
    assert [facet.value for facet in facets_in(text)] == found


PIECES = st.sampled_from(
    ["#tag", "@a.test", "https://example.org/x", "ő", "🧂", " ", "\n", "(", ")."]
)


@given(st.lists(PIECES, max_size=20).map("".join))
def test_facets_are_apart_and_lie_on_letters(text: str) -> None:
    data, end = text.encode(), 0
    for facet in facets_in(text):
        assert end <= facet.start < facet.end <= len(data)
        assert facet.value in data[facet.start : facet.end].decode()
        end = facet.end


def test_count_is_in_graphemes() -> None:
    assert bluesky.count("👩‍👩‍👧‍👦🇳🇱e\u0301\r\n") == 4


@pytest.mark.parametrize(
    ("named", "known", "taken"),
    [
        ("https://pds.example", "https://bsky.social", "https://pds.example"),
        ("http://pds.example", "https://bsky.social", "https://bsky.social"),
        ("http://localhost:1", "http://127.0.0.1:1", "http://localhost:1"),
        ("", "https://bsky.social", "https://bsky.social"),
        ("ftp://x", "https://bsky.social", "https://bsky.social"),
    ],
)
def test_tokens_stay_on_encrypted_lines(named: str, known: str, taken: str) -> None:
    assert _safe(named, known) == taken
