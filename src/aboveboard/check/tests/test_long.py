"""Every guard answers on texts as long as a network takes, odd ones among them."""

from datetime import date

import pytest

from aboveboard.brand.rules import LANGUAGES
from aboveboard.check.batch import Text, read
from aboveboard.check.context import Context, Hand
from aboveboard.text.correcting.surely import MOST, PIECE, sure_corrections

pytestmark = pytest.mark.slow
# The most characters that a network takes.
LONGEST = 63_206
TEXTS = ("salt ", "a", "3 4 5 % € ", "We open on Friday and bake bread. ", "#salt ")
_KNOWN = Context(relationship="paid", author="virtual", ai=Hand(text="generated"))


@pytest.mark.parametrize(("language", "unit"), [*zip(LANGUAGES, TEXTS, strict=True)])
def test_long_texts_are_read(language: str, unit: str) -> None:
    long = (unit * LONGEST)[:LONGEST]
    text = Text(text="", lang=language, context=_KNOWN).model_copy(update={"text": long})
    found = read(text, today=date(2026, 11, 25)).findings
    assert any(one.code == "length" for one in found)
    assert len(found) <= LONGEST / 2
    assert all(0 <= one.start <= one.end <= LONGEST for one in found)


def test_faults_are_found_where_they_stand_in_any_piece() -> None:
    text = "The salt dries in the sun and the wind. " * 100 + "We rake the the pans."
    assert PIECE < len(text) < MOST
    (fault,) = sure_corrections(text, "en")
    assert text[fault.start : fault.end].strip() == "the"
    assert fault.start > 4_000
