"""What networks say of their limits is read from the headers of every family."""

import json
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.channels import rates
from aboveboard.channels.rates import note, spent, watched

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
UNIX = str(int(NOW.timestamp()) + 60)
ISO = (NOW + timedelta(seconds=60)).isoformat()


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": ISO}, 60),
        ({"x-rate-limit-remaining": "0", "x-rate-limit-reset": UNIX}, 60),
        ({"ratelimit-remaining": "0", "ratelimit-reset": UNIX}, 60),
        ({"x-ratelimit-remaining": "0.0", "x-ratelimit-reset": "60"}, 60),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset-after": "1.5"}, 1.5),
        ({"x-app-limit-24hour-remaining": "0", "x-app-limit-24hour-reset": UNIX}, 60),
        ({"x-ratelimit-remaining": "1", "x-ratelimit-reset": ISO}, 0),
        ({"x-ratelimit-remaining": "0"}, 0),
        ({"x-ratelimit-remaining": "none", "x-ratelimit-reset": ISO}, 0),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "999999"}, rates.MOST),
        ({"x-app-usage": '{"call_count":100,"total_time":3,"total_cputime":1}'}, 300),
        ({"x-app-usage": '{"call_count":28,"total_time":3,"total_cputime":1}'}, 0),
        (
            {
                "x-business-use-case-usage": json.dumps(
                    {"17": [{"call_count": 99, "estimated_time_to_regain_access": 7}]}
                )
            },
            420,
        ),
        ({"x-app-usage": "not json"}, 0),
        ({"x-app-usage": '{"call_count":"many"}'}, 0),
        ({}, 0),
    ],
)
def test_a_budget_that_is_used_up_says_how_long_to_wait(
    headers: dict[str, str], wait: float
) -> None:
    with time_machine.travel(NOW, tick=False):
        assert spent(headers) == pytest.approx(wait)


def test_who_watches_learns_of_the_longest_wait() -> None:
    note({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "5"})
    with watched() as watch:
        note({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "5"})
        note({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "9"})
        note({})
    note({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "50"})
    assert watch.wait == 9


@given(st.sampled_from(["x-ratelimit", "ratelimit"]), st.text(), st.text(), st.text())
def test_whatever_stands_there_gives_a_wait_of_at_most_a_day(
    family: str, left: str, reset: str, usage: str
) -> None:
    headers = {f"{family}-remaining": left, f"{family}-reset": reset, "x-app-usage": usage}
    assert 0 <= spent(headers) <= rates.MOST
