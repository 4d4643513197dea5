"""What was said before is seen in another order; shapes are seen by their measured rates."""

import json
from datetime import date
from importlib.resources import files

import pytest

from aboveboard.brand.rules import LANGUAGES
from aboveboard.check.batch import Text, read
from aboveboard.check.shapes import MANY, manner

DAY = date(2026, 11, 25)
OLD = "We rake by hand, with wooden rakes, before seven in the morning. The pans are cold then."
MANNERED = {
    "en": "It's not just coffee — it's a community. Whether you're an early bird or a night owl, "
    "we've got you covered. The best part? You're always welcome. Let us know in the comments!",
    "nl": "Het is niet alleen koffie, maar een gevoel. Of je nu vroeg opstaat of laat: je bent "
    "welkom. Het mooiste? Iedereen hoort erbij. Wat vind jij? Laat het ons weten in de reacties!",
    "fr": "Ce n'est pas seulement un café, c'est une émotion. Que vous soyez lève-tôt ou "
    "couche-tard, nous vous attendons. Le meilleur ? Tout est maison. Qu'en pensez-vous ?",
    "de": "Es geht nicht nur um Kaffee, sondern um Gemeinschaft. Ob Frühaufsteher oder "
    "Nachteule: alle sind da. Das Beste? Alles frisch. Was meint ihr? Schreibt es in die "
    "Kommentare!",
    "hu": "Ez nem csak kávé, hanem élmény. Akár korán kelsz, akár későn, itt a helyed. A legjobb? "
    "Minden friss. Te mit gondolsz? Írd meg kommentben!",
}


def said(text: str, *history: str, lang: str = "en") -> tuple[list[str], float]:
    reading = read(Text(text=text, lang=lang, history=history), today=DAY)
    found = [one.message for one in reading.findings if one.code == "sameness"]
    return found, reading.scores.sameness or 0.0


@pytest.mark.parametrize(
    "text",
    [
        OLD,
        "The pans are cold then. Before seven in the morning we rake by hand with wooden rakes.",
        OLD + " Come and look on Friday, bring boots, and mind the dog at the gate of the yard.",
    ],
)
def test_the_same_again_is_seen(text: str) -> None:
    messages, score = said(text, "Smoked flakes are back.", OLD)
    assert len(messages) == 1
    assert "nearly the same" in messages[0]
    assert score > 0.57


def test_another_thought_on_the_same_matter_is_not() -> None:
    messages, score = said("The new rakes are of ash; the old ones go to the museum.", OLD)
    assert (messages, score < 0.5) == ([], True)
    assert read(Text(text="…"), today=DAY).scores.sameness is None


def test_a_habit_of_opening() -> None:
    history = [
        f"Good morning everyone, {what}." for what in ("bread", "tea and cake", "rain today")
    ]
    messages, _ = said("Good morning everyone, the sluice is open again after a week.", *history)
    assert messages == ["3 of the last 3 posts begin with these words. Begin otherwise."]
    assert said("Good morning everyone, the sluice is open.", *history[:2])[0] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_many_shapes_are_a_manner_and_ordinary_posts_have_none(lang: str) -> None:
    assert len(said(MANNERED[lang], lang=lang)[0]) == 1
    clean = files("aboveboard.check").joinpath(f"sets/built/clean.{lang}.jsonl").read_text("utf-8")
    for line in clean.splitlines():
        assert manner(json.loads(line)["text"], lang).rarity < MANY


def test_one_shape_alone_is_no_manner() -> None:
    assert said("Not only salt but also sand, that is what the wind brought us this week.")[0] == []
