"""The writer arranges what people wrote for each channel; it invents and overruns nothing."""

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aboveboard.brand.rules import LANGUAGES
from aboveboard.channels.registry import network, networks
from aboveboard.create.words.origins import Passage, text_of
from aboveboard.create.words.threads import thread_of
from aboveboard.create.words.writer import MOST_PARTS, Material, Room, draft, tagged
from aboveboard.kernel.http import http_url

SAYINGS = {
    "en": "We open the new salt works on Saturday. Come and see the pans at low tide!",
    "nl": "Zaterdag openen we de nieuwe zoutziederij. Kom bij eb naar de pannen kijken!",
    "fr": "Nous ouvrons les nouvelles salines samedi. Venez voir les œillets à marée basse !",
    "de": "Am Samstag öffnen wir die neue Saline. Kommt bei Ebbe die Pfannen ansehen!",
    "hu": "Szombaton megnyitjuk az új sófőzdét. Gyertek apálykor megnézni a medencéket!",
}


def room(name: str, *, limit: int | None = None, threads: bool | None = None) -> Room:
    made = network(name)
    most, most_bytes = limit or made.limits.text, made.limits.text_bytes

    def fits(text: str) -> bool:
        short = made.count(text, made.limits) <= most
        return short and (not most_bytes or len(text.encode()) <= most_bytes)

    has_threads = made.capabilities.threads if threads is None else threads
    return Room(fits=fits, limit=most, threads=has_threads, source=name)


def material(
    *messages: str,
    proof: Sequence[tuple[str, str]] = (),
    ask: str = "",
    link: str = "",
    tags: Sequence[str] = (),
    language: str = "en",
) -> Material:
    return Material(
        messages=messages,
        proof=proof,
        ask=ask,
        link=link,
        tags=tags,
        campaign="summer",
        language=language,
        author="marit",
        at="2026-05-01T09:00+00:00",
    )


def bare(text: str) -> str:
    return "".join(text.split())


_ODD = """
    salt zout só sel Salz the z.B. 6,40 € 24. 👩‍👩‍👧‍👦 🇭🇺 é́ א שלום مِلْح @marit@sea.example --- - … !
    #zout https://sea.example/a?b=c example.org. Dr. “yes” «oui !»
"""
_word = st.one_of(
    st.sampled_from([*_ODD.split(), "\u200f", "\u200d"]),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=8),
    st.just("x" * 700),
)
_saying = st.lists(_word, max_size=60).map(" ".join)
_messages = st.lists(_saying | st.sampled_from(list(SAYINGS.values())), max_size=6)
_materials = st.builds(
    lambda messages, proof, ask, has_link, tags, language: material(
        *messages,
        proof=[(words, "prices.csv, row 2") for words in proof if words.strip()],
        ask=ask,
        link="https://sea.example/visit?day=sat&day=sun#map" if has_link else "",
        tags=tags,
        language=language,
    ),
    _messages,
    st.lists(_saying, max_size=4),
    st.just("") | _saying,
    st.booleans(),
    st.lists(_saying, max_size=6),
    st.sampled_from(LANGUAGES),
)
_rooms = st.builds(
    lambda name, limit: room(name, limit=limit),
    st.sampled_from(sorted(networks())),
    st.none() | st.integers(40, 500),
)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(_materials, _rooms)
@example(material("x" * 12_000), room("site"))
@example(material("😀" * 2_000, ask="Come! " * 80), room("bluesky"))
@example(material(tags=["salt"], ask="---"), room("site"))
def test_every_part_fits_and_nothing_is_invented(given_: Material, channel: Room) -> None:
    passages = draft(given_, channel)
    text = text_of(passages)
    parts = thread_of(text)
    assert all(channel.fits(part) for part in parts)
    assert len(parts) <= (MOST_PARTS if channel.threads else 1)
    _all_from(passages, given_)
    sayings = [*given_.messages, *(words for words, _ in given_.proof), given_.ask, given_.link]
    if any(bare(saying).replace("-", "") for saying in sayings):
        assert text.strip()


def _all_from(passages: Sequence[Passage], given_: Material) -> None:
    """Each passage holds words of its origin only."""
    people = bare(" ".join([*given_.messages, given_.ask]))
    files = bare("".join(f"{words}." for words, _ in given_.proof))
    for passage in passages:
        kind, words = passage.origin.kind, bare(passage.text)
        if kind == "person":
            assert passage.origin.by == "marit"
            # Sentences stand apart; each is one that people wrote.
            assert all(_letters(word) <= _letters(people) for word in passage.text.split())
        elif kind == "import":
            assert _letters(words) <= _letters(files)
            assert passage.origin.source == "prices.csv, row 2"
        else:
            assert kind == "template"
            assert _is_joint(words, given_)


def _letters(text: str) -> set[str]:
    return set(text)


def _is_joint(words: str, given_: Material) -> bool:
    """Whether a template's words are a thread's break, a joint, tags or a piece of the link."""
    for piece in words.replace("---", " ").split():
        piece = piece.removeprefix(":")
        tags = bare(" ".join(given_.tags)).casefold()
        of_tags = all(tag.casefold() in tags or _spelled(tag, tags) for tag in piece.split("#"))
        of_link = piece in tagged(given_.link, "", "summer") or "utm_" in piece
        if not (of_tags or of_link or given_.link[:12] in piece):
            return False
    return True


def _spelled(tag: str, tags: str) -> bool:
    return set(tag.casefold()) <= set(tags)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(networks()))
def test_a_brief_that_fits_is_said_whole(language: str, name: str) -> None:
    passages = draft(
        material(
            SAYINGS[language],
            proof=[("Fine salt: €6.40", "prices.csv, row 2")],
            ask=SAYINGS[language].split("! ")[-1][:20] + "!",
            link="https://sea.example/visit",
            tags=["sea salt", "Brackwater"],
            language=language,
        ),
        room(name),
    )
    text = text_of(passages)
    assert text.startswith(SAYINGS[language])
    assert "Fine salt: €6.40." in text
    link = f"https://sea.example/visit?utm_source={name}&utm_medium=social&utm_campaign=summer"
    assert link in text
    assert text.endswith("#SeaSalt #Brackwater")
    assert [p.origin.kind for p in passages] == ["person", "import", "person", "template"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_little_too_much_is_shortened_and_much_becomes_a_thread(language: str) -> None:
    first, second = SAYINGS[language], " ".join([SAYINGS[language]] * 8)
    narrow = room("bluesky", limit=2 * len(first) + 30)
    short = text_of(draft(material(first, f"{first} {first}", language=language), narrow))
    assert thread_of(short) == (short.strip(),)
    assert short.startswith(first)
    long = text_of(draft(material(first, second, ask="Come!", language=language), room("bluesky")))
    parts = thread_of(long)
    assert len(parts) > 1
    # Nothing of what people wrote is lost, and every part ends with a sentence.
    assert bare("".join(parts)) == bare(first + second + "Come!")
    assert all(part[-1] in ".!" for part in parts)
    # A network without threads gets one text.
    one = text_of(draft(material(first, second, language=language), room("bluesky", threads=False)))
    assert len(thread_of(one)) == 1
    assert one.startswith(first)


def test_the_hook_and_the_call_to_action_are_kept_longest() -> None:
    proof = [(f"Pan {n} holds {n}00 litres of brine", "pans.md, line 3") for n in range(1, 9)]
    made = material(
        "Our pans are full.", "They were empty.", proof=proof, ask="Come and see.", tags=["x"]
    )
    text = text_of(draft(made, room("bluesky", limit=90, threads=False)))
    assert text.startswith("Our pans are full.\n\nThey were empty.")
    assert "Come and see." in text
    assert "Pan 8" not in text


def test_a_fact_that_was_said_is_not_said_twice() -> None:
    fact = ("A tin is €6.40", "prices.csv, row 2")
    text = text_of(draft(material("Good news: a tin is  €6.40!", proof=[fact, fact]), room("site")))
    assert text.count("6.40") == 1
    text = text_of(draft(material("Good news.", proof=[fact, fact]), room("site")))
    assert text.count("6.40") == 1


def test_rules_of_dashes_do_not_cut_a_post() -> None:
    text = text_of(draft(material("One.\n---\nTwo.", "---", ask="Go\n---\nnow"), room("site")))
    assert len(thread_of(text)) == 1
    assert text == "One. Two.\n\nGo\nnow"


def test_a_brief_of_goals_or_facts_only() -> None:
    assert text_of(draft(material("Fill the hall."), room("bluesky"))) == "Fill the hall."
    fact = ("Doors open at 19:00", "hall.md, line 2")
    assert text_of(draft(material("", proof=[fact]), room("bluesky"))) == "Doors open at 19:00."
    assert text_of(
        draft(material(ask="Come!", link="https://sea.example/"), room("site"))
    ).startswith("Come! https://sea.example/?utm_source=site")
    assert draft(material(), room("site")) == ()


@pytest.mark.parametrize(
    ("raw", "tag"),
    [
        ("salt", "#salt"), ("sea salt", "#SeaSalt"), ("sea-salt", "#SeaSalt"), ("#zout", "#zout"),
        ("salt & sea", "#SaltSea"), ("élő víz", "#ÉlőVíz"), ("l’été", "#lété"), ("2026", ""),
        ("salt!", "#salt"), ("—", ""), ("नमक", "#नमक"), ("sea_salt", "#SeaSalt"),
    ],
)  # fmt: skip
def test_tags_are_one_word(raw: str, tag: str) -> None:
    text = text_of(draft(material("Hello.", tags=[raw, raw]), room("site")))
    assert text == f"Hello.\n\n{tag}".strip()


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://a.example", "https://a.example?utm_source=site&utm_medium=social&utm_campaign=spring"),
        ("https://a.example/?q=a&q=b#top",
         "https://a.example/?q=a&q=b&utm_source=site&utm_medium=social&utm_campaign=spring#top"),
        ("https://a.example/?flag", "https://a.example/?flag&utm_source=site&utm_medium=social&utm_campaign=spring"),
        ("https://a.example/?utm_source=mail&x=%2F",
         "https://a.example/?utm_source=mail&x=%2F&utm_medium=social&utm_campaign=spring"),
        ("https://a.example/?u=https://b.example/c?d",
         "https://a.example/?u=https://b.example/c?d&utm_source=site&utm_medium=social&utm_campaign=spring"),
    ],
)  # fmt: skip
def test_a_tagged_link_keeps_what_it_has(link: str, expected: str) -> None:
    assert tagged(link, "site", "spring") == expected
    assert tagged(expected, "site", "spring") == expected


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S")), max_size=40))
def test_any_query_survives(query: str) -> None:
    link = http_url("https://a.example/?" + query.replace("#", ""))
    after = urlsplit(tagged(link, "site", "spring")).query
    before = urlsplit(link).query
    assert after.startswith(before)
    assert parse_qsl(after, keep_blank_values=True)[
        : len(parse_qsl(before, keep_blank_values=True))
    ] == (parse_qsl(before, keep_blank_values=True))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ("",)),
        ("---", ("",)),
        ("One.", ("One.",)),
        ("One.\n---\nTwo.", ("One.", "Two.")),
        ("One.\n ---\t\n\nTwo.\n---", ("One.", "Two.")),
        ("---\nOne.\n---\n---\n\n---\nTwo.", ("One.", "Two.")),
        ("a --- b\n----\n--\n- - -", ("a --- b\n----\n--\n- - -",)),
        ("One.\n\nStill one.", ("One.\n\nStill one.",)),
    ],
)
def test_a_line_of_three_dashes_begins_the_next_post(text: str, parts: tuple[str, ...]) -> None:
    assert thread_of(text) == parts
