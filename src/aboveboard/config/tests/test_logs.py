"""What is logged holds no secret, whatever was put into it."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.config.logs import Formatter, strike

LETTERS = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789_-"
TOKEN = st.text(LETTERS, min_size=16, max_size=64)
SHAPES = [
    "GET /page?token={} HTTP/1.1",
    "Authorization: Bearer {}",
    "{{'Authorization': 'Bearer {}'}}",
    '{{"accessJwt": "{}"}}',
    "password={}&next=/",
    "api_key: {}",
    "postgresql://user:{}@host/db failed",
    "/account/password/reset/key/{}/",
    "/welcome/{}",
]


@pytest.mark.parametrize("shape", SHAPES)
@given(token=TOKEN)
def test_a_secret_is_struck(shape: str, token: str) -> None:
    assert token not in strike(shape.format(token))


@pytest.mark.parametrize(
    "line",
    [
        "Published 3 posts in 1.2 s",
        "The token of the channel died; sign in again",
        "GET /campaigns/0192f0c1-0000-7000-8000-000000000000 200",
        "https://example.org/a/b?page=2 does not answer",
    ],
)
def test_what_is_no_secret_stays(line: str) -> None:
    assert strike(line) == line


def test_traces_are_struck_too() -> None:
    try:
        raise ValueError("the server said password=correct-horse-battery")
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
    record = logging.LogRecord("x", logging.ERROR, __file__, 1, "It failed", None, info)
    text = Formatter().format(record)
    assert "ValueError" in text
    assert "correct-horse-battery" not in text
