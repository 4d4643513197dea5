"""Every character keeps or gets its origin, and no words become a person's by being moved."""

import time
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.create.words.origins import (
    Kind,
    Origin,
    Passage,
    Pasted,
    from_json,
    merged,
    retype,
    shares,
    text_of,
    to_json,
)
from aboveboard.create.words.recall import RECALL

MODEL = Origin(kind="model", by="small", source="s1", at="2026-05-01T10:00+00:00")
TEMPLATE = Origin(kind="template")
MARIT = Origin(kind="person", by="marit", at="2026-05-01T09:00+00:00")
JONAS = Origin(kind="person", by="jonas", at="2026-05-01T11:00+00:00")
SENTENCE = "The tide leaves the pans at dawn and the wind does the rest of the work."

_text = st.text(st.sampled_from("ab c.\n é́😀👩‍🦰"), max_size=60)
_words = st.lists(
    st.sampled_from(["sea", "salt", "the", "wind", "of", "by", "a", "pan"]), max_size=20
).map(" ".join)
_origin = st.sampled_from([MODEL, TEMPLATE, MARIT, Origin(kind="pasted"), Origin(kind="import")])
_passages = st.lists(st.builds(Passage, text=_text | _words, origin=_origin), max_size=5).map(tuple)


def _kinds(passages: Sequence[Passage]) -> str:
    """A letter for each character."""
    return "".join(passage.origin.kind[0] * len(passage.text) for passage in passages)


def _of(passages: Sequence[Passage], kind: Kind) -> str:
    return "".join(p.text for p in passages if p.origin.kind == kind)


@given(_passages, _text | _words, st.lists(_text, max_size=3), _passages)
def test_the_text_is_what_was_typed(
    before: tuple[Passage, ...], after: str, pasted: list[str], known: tuple[Passage, ...]
) -> None:
    passages = retype(before, after, JONAS, pasted=[*map(Pasted, pasted)], known=known)
    assert text_of(passages) == after
    assert all(passage.text for passage in passages)
    assert merged(passages) == passages
    assert from_json(to_json(passages)) == passages


@given(_passages, st.data())
def test_what_stays_keeps_its_origin(before: tuple[Passage, ...], data: st.DataObject) -> None:
    text = text_of(before)
    at = data.draw(st.integers(0, len(text)))
    put_in = data.draw(_text.filter(lambda t: len(t) < RECALL))
    passages = retype(before, text[:at] + put_in + text[at:], JONAS)
    had, have = (Counter(_origins(one)) for one in (before, passages))
    # All that was there is there, with the same writers; the rest is new.
    assert not had - have
    assert sum((have - had).values()) == len(put_in)


@given(_passages, st.data())
def test_taking_away_makes_nobody_a_writer(
    before: tuple[Passage, ...], data: st.DataObject
) -> None:
    text = text_of(before)
    a, b = sorted([data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))])
    passages = retype(before, text[:a] + text[b:], JONAS)
    assert not Counter(_origins(passages)) - Counter(_origins(before))


def _origins(passages: Sequence[Passage]) -> list[tuple[str, Origin]]:
    return [(char, passage.origin) for passage in passages for char in passage.text]


def test_typing_between_two_edits_keeps_the_words_between() -> None:
    before = (Passage(text="The wind dries the salt on the pans by the sea.", origin=MODEL),)
    passages = retype(before, "A wind dries the salt on all the pans by our sea.", JONAS)
    assert _of(passages, "person") == "Aall our".replace("all our", "all " + "our")
    assert "wind dries the salt on " in _of(passages, "model")


def test_moved_words_of_a_model_stay_the_models() -> None:
    before = (
        Passage(text="We are here. ", origin=MARIT),
        Passage(text=SENTENCE, origin=MODEL),
    )
    passages = retype(before, f"{SENTENCE} We are here. Come by!", JONAS)
    assert _of(passages, "model").strip() == SENTENCE
    assert "Come by!" in _of(passages, "person")


def test_words_put_in_from_a_suggestion_are_the_models() -> None:
    offered = Passage(text=SENTENCE, origin=MODEL)
    passages = retype((), f"Look: {SENTENCE[:50]} yes", JONAS, known=[offered])
    assert _of(passages, "model").strip() == SENTENCE[:50]
    # Even when the page says that they were pasted.
    passages = retype((), SENTENCE, JONAS, known=[offered], pasted=[Pasted(SENTENCE)])
    assert _kinds(passages) == "m" * len(SENTENCE)


@pytest.mark.parametrize("step", [1, 3, 7, 23, 24, 40])
def test_a_suggestion_typed_anew_is_the_models(step: int) -> None:
    """Saved after every few letters, as the editor does."""
    offered = Passage(text=SENTENCE, origin=MODEL)
    passages: tuple[Passage, ...] = ()
    for end in range(step, len(SENTENCE) + step, step):
        passages = retype(passages, SENTENCE[:end], JONAS, known=[offered])
    assert _kinds(passages) == "m" * len(SENTENCE)


def test_a_persons_words_that_a_model_repeats_stay_the_persons() -> None:
    mine = (Passage(text=f"{SENTENCE} Come by!", origin=MARIT),)
    offered = Passage(text=f"Good morning. {SENTENCE} See you!", origin=MODEL)
    # Moved within the text, and touched by hand.
    passages = retype(mine, f"Come by! {SENTENCE}", JONAS, known=[offered])
    assert "model" not in {passage.origin.kind for passage in passages}
    passages = retype(mine, f"{SENTENCE[:-1]}! Come by!", JONAS, known=[offered])
    assert _of(passages, "model") == ""
    # Taken with the suggestion: what the model added is the model's.
    passages = retype(mine, offered.text, MODEL)
    assert _of(passages, "person").startswith(SENTENCE)
    assert "Good morning." in _of(passages, "model")


def test_a_few_shared_words_are_chance() -> None:
    passages = retype(
        (), "At dawn the wind is up.", JONAS, known=[Passage(text=SENTENCE, origin=MODEL)]
    )
    assert _kinds(passages) == "p" * 23


@pytest.mark.parametrize("piece", ["x", "sea", "a longer piece from elsewhere, with words"])
def test_pasted_words(piece: str) -> None:
    before = (Passage(text="We are . Come.", origin=MARIT),)
    passages = retype(before, f"We are {piece}. Come.", JONAS, pasted=[Pasted(piece)])
    assert _of(passages, "pasted") == piece
    assert _of(passages, "person") == "We are . Come."
    assert next(p.origin for p in passages if p.origin.kind == "pasted").by == "jonas"


def test_a_pasted_piece_is_marked_once_and_where_it_is_new() -> None:
    before = (Passage(text="the cat", origin=MARIT),)
    passages = retype(before, "the sea the cat", JONAS, pasted=[Pasted("the sea ")])
    assert _of(passages, "pasted") == "sea"
    assert _of(retype((), "eee", JONAS, pasted=[Pasted("e")]), "pasted") == "e"
    # A piece that was changed after it was pasted.
    piece = "a longer piece from elsewhere, with words"
    passages = retype((), piece.replace("words", "w0rds"), JONAS, pasted=[Pasted(piece)])
    assert _of(passages, "pasted").startswith("a longer piece from elsewhere, with w")


def test_a_moved_person_stays_who_they_are() -> None:
    before = (Passage(text=SENTENCE, origin=MARIT), Passage(text=" End.", origin=JONAS))
    passages = retype(before, f"End. {SENTENCE}", JONAS)
    assert next(p for p in passages if SENTENCE[:20] in p.text).origin.by == "marit"


_counted = st.builds(Passage, text=st.text(max_size=80), origin=_origin)


@settings(max_examples=50, deadline=None)
@given(st.lists(_counted, max_size=6))
def test_shares_add_up(passages: list[Passage]) -> None:
    parts = shares(passages)
    assert parts.people + parts.model + parts.pasted + parts.template == 100
    assert min(parts.people, parts.model, parts.pasted, parts.template) >= 0
    seen = {kind: _of(passages, kind).strip() for kind in ("person", "model", "template")}
    assert (parts.model > 0) == bool("".join(seen["model"].split()))
    if not "".join(text_of(passages).split()):
        assert parts.people == 100


@given(st.integers(1, 5), st.integers(1, 30_000))
def test_one_word_of_a_model_is_seen(of_model: int, of_people: int) -> None:
    parts = shares(
        [
            Passage(text="m" * of_model, origin=MODEL),
            Passage(text="p" * of_people + " " * 500, origin=MARIT),
        ]
    )
    exact = 100 * of_model / (of_model + of_people)
    assert parts.model == pytest.approx(max(1, exact), abs=1)
    # A share of half and more is never told as less than half.
    half = shares(
        [Passage(text="m" * of_people, origin=MODEL), Passage(text="p" * of_people, origin=MARIT)]
    )
    assert half.model == 50


def _hard(size: int) -> list[tuple[str, str, list[str], list[str]]]:
    """Texts that a search of runs finds hard: before, after, pasted, known."""
    words = [f"w{n * 7919 % 3000}" for n in range(size // 6)]
    text = " ".join(words)[:size]
    return [
        ("a" * size, "a" * (size // 2) + "b" + "a" * (size // 2 - 1), [], []),
        ("ab " * (size // 3), "ba " * (size // 3), [], ["ab " * (size // 3)]),
        (text, text[::-1], [], [text[::-1][n : n + size // 2] for n in range(12)]),
        (text, " ".join(reversed(words))[:size], [], [text]),
        ("x", ("a" * (RECALL - 1) + "b") * (size // RECALL), [], ["a" * (size // 3)] * 12),
        ("", "e" * size, ["e"] * 50, []),
        (text, "ef" * (size // 2), ["e" * (size // 2)] * 50, []),
        (
            " ".join(f"a{n} z" for n in range(size // 7)),
            " ".join(f"z a{n} y" for n in range(size // 9)),
            [],
            [],
        ),
    ]  # fmt: skip


def _cost(case: tuple[str, str, list[str], list[str]]) -> float:
    before, after, pasted, known = case
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        retype(
            (Passage(text=before, origin=MODEL),),
            after,
            JONAS,
            pasted=[*map(Pasted, pasted)],
            known=[Passage(text=one, origin=MODEL) for one in known],
        )
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.slow
@pytest.mark.parametrize("number", range(8))
def test_the_work_grows_with_the_text_only(number: int) -> None:
    """Sixteen times the text: a quadratic search does 256 times the work, a linear one 16."""
    small, large = _cost(_hard(5_000)[number]), _cost(_hard(80_000)[number])
    assert large / small < 110


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 30), _text), max_size=12))
def test_an_afternoon_of_typing(edits: list[tuple[int, int, str]]) -> None:
    """However one types, no letter of the model's becomes a person's by itself."""
    passages: tuple[Passage, ...] = (Passage(text=SENTENCE, origin=MODEL),)
    for at, gone, put_in in edits:
        text = text_of(passages)
        at = min(at, len(text))
        before = Counter(_of(passages, "person"))
        passages = retype(passages, text[:at] + put_in + text[at + gone :], JONAS)
        assert not Counter(_of(passages, "person")) - before - Counter(put_in)
