"""A phrase is tried only where a word that it needs stands, and is found as if always tried."""

from importlib.resources import files

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.check.measuring import ordinary
from aboveboard.check.phrases import Phrases, read
from aboveboard.check.phrases.needed import words_needed

FOLDER = files("aboveboard.check.phrases")
FILES = sorted(one.name for one in FOLDER.iterdir() if one.name.count(".") == 2)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("doctors? … say", {"docto"}),
        ("say goodbye to (your|the) pill~", {"goodbye "}),
        ("the pills", {"pills "}),
        ("(young|old)er women", {"women "}),
        ("cures?", {"cure"}),
        ("(the |all )*women", {"women "}),
        ("wo(man|men)", None),
        ("no~", None),
        ("(mud|clay)slide", {"mud", "clay"}),
        ("don't", {"don "}),
        (r"\d+ to", {"0"}),
        ("link in bio|#ad", {"link ", "#"}),
        ("(sun)?burns?", None),
        ("{other} again", {"again "}),
        ("to {other}", {"pain", "ache"}),
        ("up(?! there) (now|today)", {"now ", "today "}),
        ("(bla){2} bla~", {"bla"}),
        ("(?i:foo) bar", None),
    ],
)
def test_what_a_phrase_needs(phrase: str, words: set[str] | None) -> None:
    found = words_needed(phrase, {"other": frozenset({"pain", "ache"})}.__getitem__)
    assert found == words


def tried_always(known: Phrases, section: str, text: str) -> list[tuple[int, int]]:
    """Where a section's phrases stand when they are all tried together."""
    lines = known.patterns(section)
    whole = "|".join(one.pattern for one in lines)
    found = regex.compile(whole, regex.IGNORECASE | regex.VERSION0).finditer(text)
    return [match.span() for match in found]


TEXT = st.text(
    st.sampled_from("abcdehilmnoprstuy AEIİßéő’'-.,!%€#07\n"), max_size=60
) | st.sampled_from(
    ["The doctor recommends it", "cured!", "burns the pills", "Don’t women", "ten left #ad"]
)
KNOWN = read(
    "[one]\ndoctor~ recommend~\ncures?\n(sun)?burns? (the )?{two}\n#ad\n"
    "don't {two}\n(\\d+|ten) left\n[two]\npills?\nwomen\n"
)


@given(st.lists(TEXT, max_size=5).map(" ".join))
def test_it_is_found_as_if_always_tried(text: str) -> None:
    for section in ("one", "two"):
        found = [(one.start, one.end) for one in KNOWN.find(section, text)]
        assert found == tried_always(KNOWN, section, text)


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_the_guards_phrases_are_found_as_if_always_tried(name: str) -> None:
    _, lang, _ = name.split(".")
    known = read(FOLDER.joinpath(name).read_text(encoding="utf-8"))
    texts = ordinary(lang)[::5]
    assert texts
    for section in known.sections:
        for text in texts:
            found = [(one.start, one.end) for one in known.find(section, text)]
            assert found == tried_always(known, section, text)


@pytest.mark.parametrize(
    "text",
    ["a line", "[one]"]
    + [f"[one]\n{line}" for line in ("{two}", "{one}", "a(?! {two})", "a(b", "a)")],
)
def test_what_cannot_be_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"^\[|line 1"):
        read(text)


def test_what_makes_no_pattern_is_told_when_it_is_tried() -> None:
    with pytest.raises(ValueError, match="one"):
        read("[one]\na\\p{Nope}").has("one", "a")
