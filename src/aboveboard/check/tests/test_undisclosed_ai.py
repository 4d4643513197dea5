"""A realistic picture or policed text of AI's needs its label, in the post's own language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.check.guards.undisclosed_ai import policy_on_text
from aboveboard.check.tests.saying import f1, says
from aboveboard.text.bare import bare

REAL = {"media": "generated_realistic"}


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de", "hu"])
def test_it_is_right_on_its_set(language: str) -> None:
    assert f1("undisclosed_ai", language) >= 0.97


@pytest.mark.parametrize(
    ("text", "language", "fires"),
    [
        ("The lake at six. #ai", "en", True),
        ("The lake at six. #AIgenerated", "en", False),
        ("The lake at six. KI-generiert", "en", True),
        ("Der See um sechs. KI-generiert", "de", False),
        ("Le lac à six heures. Image generee par IA", "fr", False),
        ("Het meer om zes uur. Niet AI-gegenereerd", "nl", True),
        ("A tó hatkor. MI-VEL KÉSZÜLT", "hu", False),
        ("#a #b #c #d #e #f #g #h #i #j The lake. #AIgenerated", "en", False),
        ("#a #b #c #d #e #f #g #h #i #j #k The lake. #AIgenerated", "en", True),
    ],
)
def test_the_label_is_plain_and_in_its_language(text: str, language: str, fires: bool) -> None:
    assert bool(says("undisclosed_ai", text, language, ai=REAL)) is fires


@pytest.mark.parametrize("media", ["none", "edited", "generated_artistic"])
def test_other_pictures_need_none(media: str) -> None:
    assert not says("undisclosed_ai", "The lake.", ai={"text": "generated", "media": media})


def test_a_policy_on_text() -> None:
    for entry in ("AI-written text must be labelled.", "Ohne Kennzeichnung kein KI-Text."):
        assert policy_on_text((entry,)) == entry
    for entry in ("AI images must be labelled.", "AI texts need no label.", "A contract."):
        assert policy_on_text((entry,)) == ""


@given(st.text())
def test_bare_words_are_as_long(text: str) -> None:
    assert len(bare(text)) == len(text)
