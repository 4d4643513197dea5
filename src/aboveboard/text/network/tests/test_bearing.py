from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.grounding import Index, Source, judged
from aboveboard.text.network.base import Floats
from aboveboard.text.network.bearing import bearing
from aboveboard.text.network.cuttings import Cuttings, cut

LINES = (
    "Open Tuesday to Saturday, ten to six.",
    "The workshop costs €45, clay and firing included.",
    "Children come with an adult. Dogs stay outside; there is a hook for the lead.",
    "Piet throws the pots, Anna glazes them.",
)
# Said of these lines in other words, and the same with one thing changed.
TWINS = [
    ("en", "The workshop is 45 euros with clay.", "The workshop is 54 euros with clay."),
    ("nl", "Glazuren is het werk van Anna.", "Glazuren is het werk van Piet."),
    ("fr", "Les chiens restent devant la porte.", "Les chiens entrent avec leurs maîtres."),
    ("de", "Der Kurs kostet 45 Euro, mit Ton.", "Der Kurs kostet 45 Euro, mit Mittagessen."),
    ("hu", "A kutyák kint várnak.", "A kutyák is bejöhetnek az üzletbe."),
]


@given(st.lists(st.text(alphabet="ab.!? \n;", max_size=90), max_size=6))
def test_cuttings_hold_every_letter_once_and_in_order(parts: list[str]) -> None:
    text = " ".join(parts)
    places = cut(text)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    said = "".join(text[start:end] for start, end in places)
    assert "".join(said.split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in places)


def test_short_sentences_stay_together_and_long_ones_are_cut_at_commas() -> None:
    days = ", ".join(f"day {n} from ten to six" for n in range(1, 15))
    text = f"One thing. Another thing.\nOpen {days}. Done."
    first, *rest = [text[a:b] for a, b in cut(text)]
    assert first == "One thing. Another thing."
    assert len(rest) > 1
    assert all(len(one) <= 170 and one[-1] in ",." for one in rest)


def test_the_nearest_are_two_by_meaning_and_one_by_words() -> None:
    def vectors(texts: Sequence[str], *, keep: bool) -> list[Floats]:
        return [np.array([text.count("a"), 1.0]) for text in texts]

    cuttings = Cuttings(["a a a.", "a a.", "a.", "none."], vectors)
    found = cuttings.near("a a a a", {(3, 0): 0.4})
    assert found.texts == ("a a a.", "a a.", "none.")
    assert cuttings.near("a a a a", {}).texts == ("a a a.", "a a.", "a.")
    assert Cuttings([], vectors).near("a", {}).texts == ()
    many = Cuttings([f"{'a ' * n}." for n in range(80)], vectors)
    assert many.near("a a", {(5, 0): 0.3, (70, 0): 0.1}).texts == ("a " * 70 + ".", "a " * 5 + ".")


@pytest.mark.slow
@pytest.mark.networks
@pytest.mark.parametrize(("language", "borne_out", "changed"), TWINS)
def test_what_was_changed_is_doubted_more(language: str, borne_out: str, changed: str) -> None:
    index = Index([Source(str(n), line, "en", f"line {n}") for n, line in enumerate(LINES)])
    network = bearing()
    assert network
    assert index.cuttings
    doubts = []
    for text in (borne_out, changed):
        [one] = judged(text, index, language)
        doubts.append(network.doubt(one.question(index.cuttings)))
    assert doubts[0] < doubts[1]
