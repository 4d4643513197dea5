"""Which source speaks against a sentence, told from the signs of the words that both have."""

import pytest

from aboveboard.text.grounding import judged
from aboveboard.text.knowledge import Index, Source

WELCOME = "Dogs are welcome on Mondays; dogs are not welcome on Sundays."


@pytest.mark.parametrize(
    ("known", "said", "against"),
    [
        ("We deliver on Mondays and Fridays.", "We do not deliver on Mondays.", True),
        ("The studio is warm on Mondays.", "The studio is not warm on Mondays.", True),
        (WELCOME, "Dogs are welcome on Sundays.", True),
        (WELCOME, "Dogs are welcome on Mondays.", False),
    ],
)
def test_a_denial_of_other_days_speaks_against_nothing(
    known: str, said: str, against: bool
) -> None:
    one = next(judged(said, Index([Source("1", known, "en", "line 1")]), "en"))
    assert (one.weighed.against is not None) is against
