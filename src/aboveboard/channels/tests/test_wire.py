"""What an answer means and when to come back, as the headers of different servers say it."""

from collections.abc import Mapping
from datetime import timedelta
from email.utils import format_datetime

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from aboveboard.channels.bluesky.xrpc import meaning
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.channels.wire import Answer
from aboveboard.kernel import clock


class Named(BaseModel):
    id: str


def answer(
    status: int,
    body: bytes = b"",
    *,
    publishing: bool = True,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    return Answer(status, httpx.Headers(headers), body, publishing)


@pytest.mark.parametrize(
    ("status", "publishing", "reading"),
    [
        (400, Refused, Refused),
        (401, SignInAgain, SignInAgain),
        (403, SignInAgain, SignInAgain),
        (404, Gone, Gone),
        (408, OutcomeUnknown, TryLater),
        (409, OutcomeUnknown, TryLater),
        (410, Gone, Gone),
        (413, Refused, Refused),
        (422, Refused, Refused),
        (429, TryLater, TryLater),
        (301, Refused, Refused),
        (303, OutcomeUnknown, TryLater),
        (308, Refused, Refused),
        (500, OutcomeUnknown, TryLater),
        (502, OutcomeUnknown, TryLater),
        (503, OutcomeUnknown, TryLater),
        (504, OutcomeUnknown, TryLater),
    ],
)
def test_kinds(status: int, publishing: type[ChannelError], reading: type[ChannelError]) -> None:
    assert type(answer(status).error()) is publishing
    assert type(answer(status, publishing=False).error()) is reading


@given(st.integers(300, 599), st.binary(max_size=40))
def test_every_answer_has_a_kind_and_words(status: int, body: bytes) -> None:
    for made in (answer(status, body).error(), meaning(answer(status, body))):
        assert made.why
        assert made.status == status
        if status >= 500:
            assert isinstance(made, OutcomeUnknown)


@given(st.binary(max_size=60))
def test_a_success_that_cannot_be_read_is_unknown(body: bytes) -> None:
    try:
        answer(200, body).read(Named)
    except OutcomeUnknown:
        with pytest.raises(TryLater):
            answer(200, body, publishing=False).read(Named)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ExpiredToken", SignInAgain),
        ("InvalidToken", SignInAgain),
        ("AccountTakedown", Gone),
        ("AccountDeactivated", Gone),
        ("InvalidRequest", Refused),
        ("SomethingNew", Refused),
    ],
)
def test_bluesky_names_its_errors(name: str, kind: type[ChannelError]) -> None:
    body = b'{"error":"%s","message":"Words."}' % name.encode()
    made = meaning(answer(400, body))
    assert type(made) is kind
    assert made.why == f"{name}: Words."


def test_when_to_come_back() -> None:
    soon = clock.now() + timedelta(seconds=30)
    for headers in (
        {"Retry-After": "30"},
        {"Retry-After": format_datetime(soon, usegmt=True)},
        {"X-RateLimit-Reset": soon.isoformat()},
        {"RateLimit-Reset": str(int(soon.timestamp()))},
    ):
        error = answer(429, headers=headers).error()
        assert isinstance(error, TryLater)
        assert error.wait is not None
        assert 27 <= error.wait <= 30
    assert answer(429).wait() is None


@pytest.mark.parametrize(
    ("said", "wait"), [("soon", None), ("nan", None), ("-5", 0), ("9" * 9, 86_400), ("", None)]
)
def test_a_nonsensical_wait_does_no_harm(said: str, wait: float | None) -> None:
    assert answer(429, headers={"Retry-After": said}).wait() == wait
