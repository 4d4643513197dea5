"""Groups of people: what is said of them, and the same words rejected or said of oneself."""

from datetime import date

import pytest

from aboveboard.brand.rules import LANGUAGES
from aboveboard.check.batch import Text, read
from aboveboard.check.tests.saying import f1

SAID = {
    "en": ("Women can't park.", "“Women can't park” is nonsense.", "As a woman I can't park."),
    "nl": (
        "Vrouwen kunnen niet inparkeren.",
        "“Vrouwen kunnen niet inparkeren” is onzin.",
        "Als vrouw kan ik niet inparkeren.",
    ),
    "fr": (
        "Les femmes ne savent pas se garer.",
        "« Les femmes ne savent pas se garer » est un cliché.",
        "Je suis une femme et je ne sais pas me garer.",
    ),
    "de": (
        "Frauen können nicht einparken.",
        "„Frauen können nicht einparken“ ist Unsinn.",
        "Als Frau kann ich nicht einparken.",
    ),
    "hu": (
        "A nők nem tudnak parkolni.",
        "„A nők nem tudnak parkolni” – ez butaság.",
        "Nő vagyok, és nem tudok parkolni.",
    ),
}


def found(text: str, language: str) -> list[str]:
    reading = read(Text(text=text, lang=language), today=date(2026, 12, 1))
    return [text[one.start : one.end] for one in reading.findings if one.code == "stereotype"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_view_is_told_from_its_rejection_and_from_oneself(language: str) -> None:
    said, rejected, own = SAID[language]
    assert len(found(said, language)) == 1
    assert not found(rejected, language)
    assert not found(own, language)


def test_what_is_quoted_counts_when_it_is_called_right() -> None:
    text = "Grandpa said: “Women can't park.”"
    assert not found(text, "en")
    assert found(f"{text} He was right.", "en")


def test_doors_that_are_too_narrow_are_no_fault_of_those_outside() -> None:
    assert not found("Wheelchair users can't enter our shop yet: there are stairs.", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_built_set(language: str) -> None:
    assert f1("stereotype", language) >= 0.95
