"""An author's own texts score higher than others', and samples are found in files of many."""

import random
import statistics

import pytest

from aboveboard.text.languages import LANGUAGES
from aboveboard.text.voice.background import background
from aboveboard.text.voice.likeness import LEAST, Profile
from aboveboard.text.voice.profiles import posts_of, profile

THINGS = ["bread", "salt", "tea", "soup", "the pier", "our bikes", "wool", "the garden", "cheese"]


def _loud(chance: random.Random) -> str:
    a, b = chance.sample(THINGS, 2)
    opening = chance.choice(["WOW", "Oh yes", "Hey you", "Guess what"])
    return f"{opening}!!! {a} AND {b} today... come get it!! 🎉 #{chance.choice('abcdef')}day"


def _calm(chance: random.Random) -> str:
    a, b = chance.sample(THINGS, 2)
    verb = chance.choice(["looked after", "thought about", "wrote of", "went back to"])
    return f"This morning we {verb} {a}, and then, as one does, {b}; the light was good."


@pytest.mark.slow
def test_an_authors_own_texts_score_higher() -> None:
    chance = random.Random(4)
    author = Profile([_loud(chance) for _ in range(60)], "en")
    own = [author.likeness(_loud(chance)).score for _ in range(30)]
    strangers = {_calm(chance) for _ in range(30)}
    others = [author.likeness(text).score for text in strangers]
    assert min(own) > max(others)
    # A percentile: unseen texts of the author lie about the middle.
    assert 0.25 < statistics.fmean(own) < 0.75
    assert len(set(others)) > 0.6 * len(strangers)  # also far off


def test_a_copy_of_the_samples_is_not_the_most_like() -> None:
    chance = random.Random(5)
    samples = [_calm(chance) for _ in range(60)]
    author = Profile(samples, "en")
    assert author.likeness(" ".join(samples[:4])).score < 0.5


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_background(language: str) -> None:
    ground = background(language)
    assert len(ground.common) == 150
    assert ground.share("words", next(iter(ground.common))) > ground.share("words", "qqzx") > 0


def test_posts_are_found_in_files() -> None:
    posts = [f"Post number {n} is about salt and the sea." for n in range(12)]
    for joined in ("\n".join(posts), "\n\n".join(posts), "\n---\n".join(posts)):
        assert list(posts_of([joined])) == posts
    assert list(posts_of(posts)) == posts
    wrapped = "We rake by hand and with\nwooden rakes, long before\nseven in the morning, as\n"
    wrapped += "our mothers did; the pans\nare cold then, and the wind\nis not up yet.\n"
    assert list(posts_of([wrapped])) == [wrapped.strip()]


def test_too_few_samples_make_no_profile() -> None:
    posts = tuple(f"Post number {n} is about salt and the sea." for n in range(LEAST))
    assert profile(posts, "en")
    assert profile(posts[:-1], "en") is None
