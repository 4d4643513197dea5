import numpy as np
import pytest

from aboveboard.text.languages import LANGUAGES
from aboveboard.text.network.writing import Author, author
from aboveboard.text.voice.likeness import Profile

BAKER = [
    "Bread is out. Come while it is warm.",
    "The oven broke at four. We baked in the neighbour's.",
    "Rye today, spelt tomorrow.",
    "No rolls on Sunday; even bakers sleep.",
    "Somebody left an umbrella next to the buns.",
    "Flour came late, so the baguettes will too.",
    "Plum cake is back. The plums are ours.",
    "We close at two and clean until four.",
    "The new apprentice burnt one tray and ate it.",
    "Seeds on top or not? You voted for seeds.",
    "Cold night, good dough.",
    "The queue was kind this morning. Thank you.",
]
OWN = "Raisin bread on Friday. The oven is mended."
OTHER = "Our quarterly webinar presents insights on cloud governance for financial institutions."
CHAINED = "Bread is out the oven broke at two and clean until four so the new apprentice burnt one"


def known(language: str = "en") -> Author:
    found = author(BAKER, language)
    if found is None:
        pytest.skip("the packaged model is not installed")
    return found


def test_an_authors_own_text_is_nearer_than_anothers() -> None:
    baker = known()
    assert baker.off(OWN).alike > baker.off(OTHER).alike + 1


def test_chained_words_are_told() -> None:
    baker = known()
    assert baker.off(CHAINED).chained > baker.off(OWN).chained + 1


def test_samples_are_held_against_the_others() -> None:
    rows = np.array(known().own)
    assert rows.shape == (len(BAKER), 2)
    assert np.allclose(rows.mean(0), 0, atol=1e-3)
    assert np.allclose(rows.std(0), 1, atol=1e-3)


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_text_can_be_read(language: str) -> None:
    baker = known(language)
    for text in ("", "!", "ő" * 5_000, "a b c"):
        assert np.isfinite(baker.off(text)).all()


def test_the_likeness_weighs_both() -> None:
    profile = Profile(BAKER, "en")
    own, chained, other = (profile.likeness(text).score for text in (OWN, CHAINED, OTHER))
    assert own > chained
    assert own > other
