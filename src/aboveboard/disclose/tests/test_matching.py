"""A text is a brand's own word for word, in part, altered, or not known; never more than that."""

from hypothesis import assume, given
from hypothesis import strategies as st

from aboveboard.disclose.looking import Known, seek
from aboveboard.disclose.matching import best_of, compare, digest_of, forms, plain
from aboveboard.media.likeness import Likeness

POST = (
    "The wind dries the salt, and the tide brings the next of it. We rake by hand on Saturday.",
)
FORMS = forms((f"{POST[0]}\n\nMade with AI",), POST)
WORDS = st.lists(st.text("abcdeéőß", min_size=1, max_size=8), min_size=6, max_size=40)


def test_the_same_words_are_exact_whatever_the_white_space() -> None:
    for text in (POST[0], POST[0].replace(" ", "\n "), f"{POST[0]} Made with AI"):
        assert compare(text, FORMS).found == "exact"
        assert digest_of(text) in {digest_of(form) for form in FORMS}


def test_a_part_of_it_is_a_part_of_it() -> None:
    assert compare("and the tide brings the next of it.", FORMS).found == "excerpt"
    assert compare("of it.", FORMS).found == "unknown"


def test_an_altered_text_shows_what_differs() -> None:
    found = compare(POST[0].replace("by hand", "by machine"), FORMS)
    assert found.found == "altered"
    said = [(one.part, one.text) for one in found.differences if one.part != "same"]
    assert said == [("only_published", "hand"), ("only_given", "machine")]


def test_another_text_is_not_known() -> None:
    for text in ("", "Whoever buys now saves half of it today and tomorrow, too.", "salt"):
        assert compare(text, FORMS).found == "unknown"


@given(WORDS, st.integers(0, 39), st.text("xyz", min_size=1, max_size=6))
def test_no_changed_word_passes_for_the_same(words: list[str], at: int, other: str) -> None:
    text = " ".join(words)
    assert compare(text, [text]).found == "exact"
    changed = list(words)
    changed[at % len(words)] = other
    assume(changed != words)
    assert compare(" ".join(changed), [text]).found not in {"exact", "excerpt"}


@given(WORDS, WORDS)
def test_what_differs_gives_both_texts_back(one: list[str], other: list[str]) -> None:
    published, given_ = " ".join(one), " ".join(other)
    found = compare(given_, [published])
    if found.found == "altered":
        for part, text in (("only_given", published), ("only_published", given_)):
            assert " ".join(d.text for d in found.differences if d.part != part) == plain(text)


def test_the_nearest_post_is_named() -> None:
    posts = [("one", ["Something else that was published here some time ago."]), ("two", FORMS)]
    assert best_of(POST[0], posts)[0] == "two"
    assert best_of("Not any of these texts at all, in no way.", posts)[0] is None


def test_looks_are_no_proof_and_never_reach_far() -> None:
    def look(bits: int | None, shade: int = 0) -> Likeness:
        return Likeness(bits, bytes((n * 5 + (shade * n)) % 256 for n in range(48)))

    known = [("post", Known(look(0), approved="o", sent="a"))]
    assert seek("a", None, known) == ("post", "exact")
    assert seek("o", look(0), known) == ("post", "original")
    assert seek("b", look(0b1111), known) == ("post", "looks_like")
    assert seek("b", look((1 << 12) - 1), known) == ("post", "looks_like")
    for other in (look((1 << 13) - 1), look(0b1111, 40), look((1 << 10) - 1, 4), look(None), None):
        assert seek("b", other, known) == (None, "unknown")
