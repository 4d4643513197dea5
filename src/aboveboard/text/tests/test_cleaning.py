"""Cleaning keeps what is seen and drops what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.cleaning import clean, first_line


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\r\nb\rc\x0bd", "a\nb\nc\nd"),
        ("sa\x00lt\x07", "salt"),
        ("e\u0301", "é"),
        ("tab\tstays", "tab\tstays"),
        ("\ufeffsalt", "salt"),
        ("abc\u202etxt.exe\u202c", "abctxt.exe"),
        ("\u2067שלום\u2069", "שלום"),
        ("שָׁלוֹם \u200fok", "ש\u05b8\u05c1לו\u05b9ם \u200fok"),
        ("नमस्ते क्‍ष", "नमस्ते क्‍ष"),
        ("👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "👩‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿"),
        ("hidden\U000e0068\U000e0069", "hidden"),
        ("\ud800x", "x"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(alphabet=st.characters()))
def test_clean_is_stable_and_can_be_stored(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "\x00" not in once
    once.encode()


def test_first_line() -> None:
    assert first_line("\n\n  Salt, slowly. \nMore") == "Salt, slowly."
    assert first_line("") == ""
    assert first_line("Salt from the tide, dried by the wind", 22) == "Salt from the tide…"
    assert len(first_line("x" * 50, 10)) == 10
