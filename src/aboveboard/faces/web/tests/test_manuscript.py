"""Runs keep the text whole and never lose a mark, whatever the borders."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from aboveboard.faces.web.manuscript import KINDS, paragraphs, runs


@dataclass(frozen=True)
class Origin:
    kind: str


@dataclass(frozen=True)
class Passage:
    text: str
    origin: Origin


@dataclass(frozen=True)
class Mark:
    start: int
    end: int
    level: str
    ref: str


def passage(text: str, kind: str = "person") -> Passage:
    return Passage(text, Origin(kind))


texts = st.lists(
    st.builds(passage, st.text("ab \n😀", min_size=1, max_size=6), st.sampled_from(KINDS)),
    max_size=6,
)
spans = st.lists(
    st.tuples(st.integers(0, 20), st.integers(1, 10), st.sampled_from(["stop", "warn", "look"])),
    max_size=4,
)


@given(texts, spans)
def test_runs_join_to_the_text_and_marks_cover_what_they_say(
    pieces: list[Passage], spots: list[tuple[int, int, str]]
) -> None:
    whole = "".join(piece.text for piece in pieces)
    marks = [
        Mark(start, min(start + length, len(whole)), level, str(number))
        for number, (start, length, level) in enumerate(spots)
        if start < len(whole)
    ]
    found = runs(pieces, marks)
    assert "".join(run.text for run in found) == whole
    place = 0
    for run in found:
        covered = {m.level for m in marks if m.start < place + len(run.text) and place < m.end}
        assert (run.level in covered) if covered else run.level == ""
        place += len(run.text)
    assert sorted(ref for run in found for ref, _ in run.refs) == sorted(m.ref for m in marks)


def test_the_graver_mark_wins() -> None:
    found = runs([passage("about 600")], [Mark(0, 9, "look", "a"), Mark(6, 9, "stop", "1")])
    assert [(run.text, run.level) for run in found] == [("about ", "look"), ("600", "stop")]
    assert found[1].refs == (("a", "look"), ("1", "stop"))


def test_a_kind_nobody_knows_is_unknown() -> None:
    assert runs([passage("x", "oracle")])[0].kind == "unknown"


def test_paragraphs_part_at_blank_lines_and_keep_single_breaks() -> None:
    parted = paragraphs(runs([passage("One\ntwo\n\n"), passage("three", "model")]))
    assert [[run.text for run in one] for one in parted] == [["One\ntwo"], ["three"]]
