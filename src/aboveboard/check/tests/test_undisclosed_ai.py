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


@pytest.mark.parametrize(
    ("text", "language", "fires"),
    [
        ("The bay. A machine had no part: an AI invented this view.", "en", False),
        ("The bay. This picture was pieced together by artificial intelligence.", "en", False),
        ("The bay. Our AI planner chose the hour.", "en", True),
        ("The bay. The playlist was made with AI.", "en", True),
        ("The bay. This picture was not made by AI.", "en", True),
        ("De baai. Een AI bedacht dit uitzicht.", "nl", False),
        ("De baai. De route is gemaakt met AI.", "nl", True),
        ("La baie. Cette image est l'œuvre d'une IA.", "fr", False),
        ("La baie. Photo choisie par une IA.", "fr", True),
        ("Die Bucht. Diese Aussicht hat eine KI erfunden.", "de", False),
        ("Die Bucht. Text von einer KI übersetzt.", "de", True),
        ("Az öböl. A jelenetet mesterséges intelligencia álmodta meg.", "hu", False),
        ("Az öböl. Az útvonalat MI tervezte.", "hu", True),
    ],
)
def test_a_label_may_use_any_word_for_making(text: str, language: str, fires: bool) -> None:
    assert bool(says("undisclosed_ai", text, language, ai=REAL)) is fires


@pytest.mark.parametrize(
    "entry",
    [
        "AI-written text must be labelled.",
        "Ohne Kennzeichnung kein KI-Text.",
        "Readers must be told when a machine wrote the caption.",
        "Pictures need no label, but texts by AI must carry a notice.",
        "AI text is labelled, without exception.",
        "Bij teksten van AI moet staan wie ze schreef.",
        "Sous un texte de l'IA, il faut préciser son origine.",
        "KI-Texte sind auszuweisen.",
        "MI által fogalmazott szövegen ezt fel kell tüntetni.",
    ],
)
def test_a_policy_on_text(entry: str) -> None:
    assert policy_on_text((entry,)) == entry


@pytest.mark.parametrize(
    "entry",
    [
        "AI images must be labelled.",
        "AI texts need no label.",
        "A contract.",
        "AI pictures must be labelled in the caption.",
        "Posts with AI videos carry a label.",
        "AI-teksten hoeven niet vermeld te worden.",
        "Les images IA doivent être signalées, pas les textes.",
        "Für KI-Texte ist ein Hinweis freiwillig.",
        "Az MI-képeket jelölni kell, a szövegeket nem.",
    ],
)
def test_no_policy_on_text(entry: str) -> None:
    assert policy_on_text((entry,)) == ""


@given(st.text())
def test_bare_words_are_as_long(text: str) -> None:
    assert len(bare(text)) == len(text)
