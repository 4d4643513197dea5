"""Adapting without a model: in five languages, within limits, with no fact added or lost."""

from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aboveboard.create.tests.adapted_texts import FACTS, PERSON, TEXTS, brief, room, written
from aboveboard.create.words.adapting import TONES, WAYS, Wish
from aboveboard.create.words.differences import changes, taken
from aboveboard.create.words.ground import Ground
from aboveboard.create.words.house import adapted
from aboveboard.create.words.layout import text_with_places, words_of
from aboveboard.create.words.origins import Origin, Passage, shares, text_of
from aboveboard.create.words.threads import thread_of
from aboveboard.create.words.writer import Room
from aboveboard.kernel.errors import Invalid
from aboveboard.text.languages import LANGUAGES
from aboveboard.text.lock import Lock, facts_to_keep

HOUSE = [way.name for way in WAYS.values() if way.house]
# All that is said stays in these; the tags of a post have no place in some.
WHOLE = ("longer", "thread", "carousel", "script", "newsletter")


def _ground(language: str, name: str = "mastodon", **told: object) -> Ground:
    ground = {"written": written(language), "language": language, "room": room(name)}
    return Ground(**{**ground, "brief": brief(language), **told})  # type: ignore[arg-type]


@pytest.mark.parametrize("way", HOUSE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_fact_is_added_or_altered(language: str, way: str) -> None:
    name = "site" if way == "longer" else "bluesky"
    made = adapted(way, _ground(language, name, seen=["Hands rake salt"]))
    text, places = text_with_places(made.result)
    assert text == text_of(made.passages)
    lock = Lock.of([TEXTS[language], FACTS[language], "Hands rake salt"], language)
    keep = facts_to_keep(TEXTS[language].rpartition("\n\n")[0], language) if way in WHOLE else ()
    assert lock.breaks(text, must_keep=keep) == []
    # Whatever was typed is a person's, what is quoted says from where.
    assert {p.origin.kind for p in made.passages} <= {"person", "import", "template"}
    assert shares(made.passages).model == 0
    said = [(place.role, text[place.start : place.end]) for place in places]
    assert said == words_of(made.result)


@pytest.mark.parametrize("language", LANGUAGES)
def test_limits_are_kept(language: str) -> None:
    said: list[tuple[str, str]] = []
    for name in ("bluesky", "mastodon"):
        to = room(name)
        for way in ("shorter", "longer", "channel", "thread"):
            ground = _ground(language, name)
            with suppress(Invalid):
                made = adapted(way, ground)
                said.append((name, way))
                assert all(to.fits(part) for part in thread_of(text_of(made.passages)))
    # On Bluesky, the text is too long to be made longer but as a thread.
    assert len(said) >= 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_shorter_keeps_the_opening_and_the_link(language: str) -> None:
    text = text_of(adapted("shorter", _ground(language, "site")).passages)
    assert len(text) < 0.85 * len(TEXTS[language])
    assert text.startswith(TEXTS[language][:20])
    assert "https://brackwater.example/open" in text
    # Told alone, a sentence that takes something back would be one that nobody meant.
    assert not text.split("\n\n")[1].startswith(("But ", "Maar ", "Mais ", "De "))


def test_longer_quotes_what_was_not_said_with_its_source() -> None:
    made = adapted("longer", _ground("en", "site"))
    quoted = [p for p in made.passages if p.origin.kind == "import"]
    assert [(p.text.strip(), p.origin.source) for p in quoted] == [
        (FACTS["en"], "open-day.md, line 7")
    ]
    assert text_of(made.passages).index(FACTS["en"]) < text_of(made.passages).index("Book a time")
    with pytest.raises(Invalid, match="said already"):
        adapted("longer", _ground("en", "site", written=made.passages))
    with pytest.raises(Invalid, match="said already"):
        adapted("longer", _ground("en", "site", brief=None))


def test_another_channel_is_named_in_the_links_of_a_template() -> None:
    link = Passage(
        text="\n\nhttps://b.example/?utm_source=mastodon", origin=Origin(kind="template")
    )
    typed = Passage(text="We open. https://a.example/?utm_source=mastodon", origin=PERSON)
    made = adapted(
        "channel",
        Ground((typed, link), "en", room("bluesky"), was=room("mastodon")),
    )
    assert "b.example/?utm_source=bluesky" in text_of(made.passages)
    assert "a.example/?utm_source=mastodon" in text_of(made.passages)


def test_a_script_has_times_and_shows_what_the_pictures_show() -> None:
    made = adapted("script", _ground("en", seen=["Hands rake salt"]))
    text, places = text_with_places(made.result)
    assert text.startswith("Clay pans, wind and patience: that is all there is to it.\n[Hands")
    spoken = [place for place in places if place.role == "spoken"]
    assert all(a.ends == b.begins for a, b in pairwise(spoken))
    assert all(place.ends > place.begins for place in places)
    # A link is seen, not said.
    assert text.endswith("Book a time\n[https://brackwater.example/open]")


@pytest.mark.parametrize(
    ("way", "text", "words"),
    [
        ("shorter", "We open.", "leaving sentences out"),
        ("thread", "We open.", "no thread"),
        ("carousel", "We open.", "two sentences"),
        ("newsletter", "We open.", "two short sentences"),
        ("headlines", "See https://a.example", "short enough"),
        ("script", "#Tag", "script"),
        *((way, " \n", "no words") for way in HOUSE),
    ],
)
def test_what_cannot_be_done_is_said(way: str, text: str, words: str) -> None:
    passages = (Passage(text=text, origin=PERSON),)
    with pytest.raises(Invalid, match=words) as raised:
        adapted(way, Ground(passages, "en", room("mastodon")))
    assert raised.value.mend


def test_a_channel_without_threads_gets_none() -> None:
    to = Room(fits=lambda text: True, limit=500, threads=False, source="x")
    with pytest.raises(Invalid, match="not threads"):
        adapted("thread", _ground("en", room=to))


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"way": "louder"}, "no way to adapt"),
        ({"way": "tone", "by": "model", "tone": "odd"}, "Which tone"),
        ({"way": "language", "by": "model", "language": "la"}, "Into which language"),
        ({"way": "tone", "tone": "warmer"}, "needs a model"),
        ({"way": "language", "language": "nl"}, "“translate”"),
    ],
)
def test_a_wish_that_cannot_be(wish: dict[str, str], words: str) -> None:
    with pytest.raises(Invalid) as raised:
        Wish(**wish)  # type: ignore[arg-type]
    assert words in str(raised.value)


def test_each_way_tells_a_model_what_to_do() -> None:
    for way in WAYS:
        for tone in TONES:
            told = Wish(way=way, by="model", tone=tone, language="hu", instruction="Briefly.")
            assert "{" not in told.told("en")
            assert told.told("en").endswith("The author adds: Briefly.")


_sentence = st.sampled_from(
    ["We open.", "It is free.", "But not now!", "€6.40 a tin.", "#Salt", "https://a.example/b",
     "---", "Dr. Veen says: come.", "é👩‍🦰"]
)  # fmt: skip
_text = st.lists(st.tuples(_sentence, st.sampled_from([" ", "\n", "\n\n"])), max_size=14).map(
    lambda parts: "".join(a + b for a, b in parts)
)


@settings(deadline=None, max_examples=60)
@given(_text, st.sampled_from(HOUSE), st.integers(1, 80), st.sampled_from(LANGUAGES))
def test_no_word_is_made_up(text: str, way: str, limit: int, language: str) -> None:
    fits: Callable[[str], bool] = lambda words: len(words) <= limit + 20  # noqa: E731
    ground = Ground(
        (Passage(text=text, origin=PERSON),) if text else (),
        language,
        Room(fits=fits, limit=limit + 20, threads=True, source="x"),
    )
    made = None
    with suppress(Invalid):
        made = adapted(way, ground)
    if made is None:
        return
    whole = "".join(text.split())
    for passage in made.passages:
        if passage.origin.kind == "person":
            assert all(piece in whole for piece in passage.text.split())
        else:
            assert passage.text.strip() in ("", "[", "]", "---", "]\n\n")
    assert text_with_places(made.result)[0] == text_of(made.passages)


@settings(deadline=None, max_examples=60)
@given(_text, _text, st.sampled_from(LANGUAGES))
def test_all_changes_one_by_one_make_the_other_text(old: str, new: str, language: str) -> None:
    model = Origin(kind="model", by="small")
    before, after = (Passage(text=old, origin=PERSON),), (Passage(text=new, origin=model),)
    found = changes(old, new, language)
    assert "".join(old[c.start : c.end] for c in found) == old
    assert "".join(new[c.at : c.upto] for c in found) == new
    now: tuple[Passage, ...] = before
    for change in sorted(found, key=lambda c: -c.start):
        if change.number:
            now = taken(now, after, change)
    assert text_of(now).split() == new.split()
    assert shares(before).people == 100
