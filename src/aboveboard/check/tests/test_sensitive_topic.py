"""Words about real harm are told of where AI had a hand in them, and only there."""

from datetime import date

import pytest

from aboveboard.brand.rules import LANGUAGES
from aboveboard.check.batch import Text, read
from aboveboard.check.context import Context, Hand
from aboveboard.check.measuring import judged, score
from aboveboard.check.rules import Remark

TODAY = date(2026, 11, 25)
HARM = "Our founder Henk passed away on Sunday. The flood took his house."


def _said(text: str, context: Context) -> list[Remark]:
    text_ = Text(text=text, lang="en", context=context)
    return list(read(text_, today=TODAY, only="sensitive_topic").findings)


@pytest.mark.parametrize(
    ("context", "hand"),
    [
        (Context(ai=Hand(text="assisted")), "AI suggested wording."),
        (Context(ai=Hand(text="generated")), "A model wrote words of it."),
        (Context(author="virtual"), "Its author is a virtual persona."),
    ],
)
def test_it_points_at_the_words_and_says_how_ai_was_at_it(context: Context, hand: str) -> None:
    [remark] = _said(HARM, context)
    assert HARM[remark.start : remark.end].startswith("founder Henk passed")
    assert remark.evidence[0].text == hand


@pytest.mark.parametrize("context", [Context(), Context(ai=Hand(media="generated_realistic"))])
def test_what_people_wrote_is_theirs(context: Context) -> None:
    assert not _said(HARM, context)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_set_is_read_as_well_as_it_was(language: str) -> None:
    cases = judged("sensitive_topic", language, "built")
    assert len(cases) >= 44
    reached = score(cases)
    assert reached.f1
    assert reached.f1.value >= 0.95
