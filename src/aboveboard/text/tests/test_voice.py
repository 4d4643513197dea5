"""What samples have in common, in five languages, and where another text strays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.languages import LANGUAGES
from aboveboard.text.voice.lines import KEYS, lines
from aboveboard.text.voice.measures import measured
from aboveboard.text.voice.straying import strays

WRITES = {
    "en": "We bake at five. Our bread is out at seven. You take it home warm. We like that.",
    "nl": "Wij bakken om vijf uur. Ons brood ligt er om zeven. Jij neemt het warm mee. Fijn.",
    "fr": "Nous cuisons à cinq heures. Notre pain sort à sept. Tu le prends chaud. Bien sûr.",
    "de": "Wir backen um fünf. Unser Brot ist um sieben da. Du nimmst es warm mit. Schön.",
    "hu": "Ötkor sütünk. A kenyerünk hétre kész. Te melegen viszed haza. Jó reggelt nektek.",
}
FORMALLY = {
    "nl": ("Komt u ook?", "u"),
    "fr": ("Vous venez ?", "Vous"),
    "de": ("Kommen Sie auch?", "Sie"),
    "hu": ("Önök is jönnek?", "Önök"),
}
ON = frozenset(KEYS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_samples_do(lang: str) -> None:
    of = measured([WRITES[lang]] * 3, lang)
    assert of.enough
    assert (of.speaker, of.address) == ("we", "you")
    assert 3 <= of.length.mean <= 6
    said = {line.key: line for line in lines(of)}
    assert said["exclaiming"].says == "It uses no exclamation marks."
    assert said["speaker"].examples
    assert all(line.rule for line in said.values())


@pytest.mark.parametrize("lang", FORMALLY)
def test_who_is_spoken_to_otherwise(lang: str) -> None:
    of = measured([WRITES[lang]] * 3, lang)
    text, word = FORMALLY[lang]
    [one] = strays(text, of, on=ON)
    assert (one.key, text[one.start : one.end]) == ("address", word)
    assert strays(text, of, on=ON - {"address"}) == []


def test_emoji_and_exclamation_marks_are_told_once() -> None:
    of = measured([WRITES["en"]] * 3, "en")
    found = strays("Salt! 🧂🧂🧂 More! 🧂 And more!!", of, on=ON)
    assert [(one.key, one.start) for one in found] == [("exclaiming", 4), ("emoji", 6)]


def test_what_strays() -> None:
    of = measured([WRITES["en"]] * 3, "en")
    long = "The bread that comes out at seven is carried by all of us to the shop and sold there."
    text = f"{long} I like it! Cheap 🎉"
    found = strays(text, of, on=ON, never=("cheap",))
    assert [one.key for one in found] == ["length", "speaker", "exclaiming", "never", "emoji"]
    assert "19 words" in found[0].why
    assert found[0].example


def test_too_little_says_nothing_but_the_list_holds() -> None:
    of = measured([WRITES["en"]], "en")
    assert not of.enough
    assert lines(of) == ()
    assert [one.key for one in strays("Cheap! I say.", of, on=ON, never=("cheap",))] == ["never"]


@given(st.lists(st.text(max_size=80), max_size=4), st.sampled_from(LANGUAGES), st.text(max_size=80))
def test_any_text_can_be_measured(samples: list[str], lang: str, text: str) -> None:
    of = measured(samples, lang)
    lines(of)
    for one in strays(text, of, on=ON, never=("so",)):
        assert 0 <= one.start < one.end <= len(text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_samples_themselves_do_not_stray(lang: str) -> None:
    of = measured([WRITES[lang]] * 3, lang)
    assert strays(WRITES[lang], of, on=ON) == []
