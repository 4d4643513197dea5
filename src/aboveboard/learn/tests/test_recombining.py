"""Ideas without a model invent nothing, are whole in five languages, and differ from each other."""

import tomllib
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.kernel.ids import new_id
from aboveboard.learn.angles import ANGLES, MARKS
from aboveboard.learn.choosing import chosen
from aboveboard.learn.material import Aim, Asked, Material, Quote, Worked
from aboveboard.learn.recombining import Candidate, candidates, head_of
from aboveboard.learn.worked import may_be_chance
from aboveboard.plan.observances import Day, Observance, between, observances
from aboveboard.plan.reasons import Part, rewritten
from aboveboard.text.nearness import SAME, Taken, nearness

LANGUAGES = ("en", "nl", "fr", "de", "hu")
TODAY = date(2026, 11, 28)
DAYS = between(observances(), TODAY, TODAY + timedelta(days=56))
CASES = tomllib.loads((Path(__file__).parent / "likeness.toml").read_text("utf-8"))
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_HOLE = regex.compile(r"\{\w+\}")

NOUNS = {
    "en": "salt clay water bread child book winter we price closed",
    "nl": "zout klei water brood kind boek winter wij prijs gesloten",
    "fr": "sel argile eau pain enfant livre hiver nous prix fermé",
    "de": "Salz Lehm Wasser Brot Kind Buch Winter wir Preis geschlossen",
    "hu": "só agyag víz kenyér gyerek könyv tél mi ár zárva",
}


@st.composite
def material(draw: st.DrawFn) -> Material:
    language = draw(st.sampled_from(LANGUAGES))
    word = st.sampled_from([*NOUNS[language].split(), "14", "€4.90", "1911", "Oosterplaat"])
    sentence = st.lists(word, min_size=4, max_size=14).map(lambda all: " ".join(all) + ".")
    texts = draw(st.lists(sentence, min_size=1, max_size=8, unique=True))
    quotes = [
        Quote(text, text, f"file.md, line {n}", f"source-{n % 2}", n, row=draw(st.booleans()))
        for n, text in enumerate(texts)
    ]
    return Material(
        language=language,
        today=TODAY,
        quotes=quotes,
        days=DAYS,
        questions=[Asked(f"{text[:-1]}?", "", str(n)) for n, text in enumerate(texts[:3])],
        worked=[Worked("Frost", texts[0], str(new_id()), 3, 4, None)],
        aims=[Aim("Winter", texts[-1], new_id())],
    )


def words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def sources(of: Material) -> set[str]:
    said = [one.text for one in of.quotes] + [one.text for one in of.questions]
    said += [day.observance.name(of.language) for day in of.days]
    said += [one.title for one in of.worked] + [one.name for one in of.aims]
    return words(" ".join(said))


@settings(max_examples=25)
@given(material())
def test_every_word_is_a_sources_or_a_templates(of: Material) -> None:
    known = sources(of)
    for one in candidates(of):
        title, text = (_HOLE.sub(" ", said) for said in ANGLES[one.angle][of.language])
        assert words(one.proposal.title) <= known | words(title)
        assert words(one.proposal.angle) <= known | words(text)
        for part in one.proposal.parts:
            if part.said_by == "template":
                assert words(part.text) <= words(text)
            else:
                assert part.said_by in ("quote", "name")
        assert one.proposal.why
        assert len(one.proposal.title) <= 160


@settings(max_examples=15)
@given(material())
def test_no_quiet_day_is_ever_used_and_no_source_follows_itself(of: Material) -> None:
    quiet = {day.observance.name(of.language) for day in of.days if day.observance.quiet}
    found = candidates(of)
    for one in found:
        assert not quiet & {reason.text for reason in one.proposal.why}
    picked = chosen(found, 6, lambda _one: True)
    groups = {one.group for one in found}
    for before, after in pairwise(picked):
        if before.group == after.group:
            left = [one for one in found if one not in picked]
            assert len(groups) == 1 or all(one.group == before.group for one in left)


def test_every_angle_is_in_every_language_with_the_same_holes() -> None:
    for angle, said in ANGLES.items():
        assert set(said) == set(LANGUAGES) == set(MARKS), angle
        holes = [[sorted(_HOLE.findall(part)) for part in said[lang]] for lang in LANGUAGES]
        assert all(one == holes[0] for one in holes), angle


def test_what_is_past_or_far_off_is_left_for_its_time() -> None:
    def ideas(text: str, today: date) -> list[Candidate]:
        quote = Quote(text, text, "a.md, line 1", "a", 1)
        gift = Observance(
            key="g", when="12-05", kind="trade", names=("Gift day",) * 5, topics=("gifts",)
        )
        days = [Day(date(today.year, 12, 5), gift)]
        return candidates(Material("en", today, quotes=[quote], days=days))

    parcel = "Our gift parcel can be ordered until 18 December."
    assert "occasion" in {one.angle for one in ideas(parcel, TODAY)}
    assert ideas(parcel, date(2026, 6, 1)) == []
    early = "Our gift parcel can be ordered until 2 December."
    assert "occasion" not in {one.angle for one in ideas(early, TODAY)}
    assert ideas("The pans were dug in 1911, 14 of them, by hand.", date(2026, 6, 1))


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Wear good boots. The paths are clay.", "Wear good boots."),
        ("There are 14 clay pans, dug in 1911, all by hand.", "There are 14 clay pans, dug in…"),
        ("Flake salt", "Flake salt"),
    ],
)
def test_heads_are_whole_words(text: str, head: str) -> None:
    assert head_of(text) == head


@pytest.mark.parametrize("language", LANGUAGES)
def test_near_duplicates_are_told_from_other_ideas(language: str) -> None:
    for a, b in CASES[language]["same"]:
        assert nearness(Taken.of(a), Taken.of(b)) >= SAME, (a, b)
    for a, b in CASES[language]["other"]:
        assert nearness(Taken.of(a), Taken.of(b)) < SAME, (a, b)


def test_freer_paraphrases_are_found_in_part() -> None:
    """What decision 0025 states: of fifteen, six; a person sees the others."""
    free = [pair for language in LANGUAGES for pair in CASES[language]["free"]]
    found = [pair for pair in free if nearness(Taken.of(pair[0]), Taken.of(pair[1])) >= SAME]
    assert (len(found), len(free)) == (6, 15)


def test_few_posts_may_be_chance() -> None:
    assert may_be_chance(3, 4)
    assert may_be_chance(0, 0)
    assert may_be_chance(6, 10)
    assert not may_be_chance(9, 10)


@settings(max_examples=30)
@given(st.text(min_size=1, max_size=40), st.text(max_size=40))
def test_a_rewritten_angle_is_whole(before: str, after: str) -> None:
    parts = rewritten([Part(before, "quote", "a.md")], after, "person")
    assert "".join(part.text for part in parts) == after
