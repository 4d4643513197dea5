"""A function in a process of its own: its answer, its refusal, its limits."""

import pytest

from aboveboard.media.apart import apart
from aboveboard.media.errors import NotMedia

HERE = "aboveboard.media.tests.test_apart"


def doubled(number: int) -> int:
    return number * 2


def refuses() -> None:
    raise NotMedia("No.", mend="Try another.", code="no")


def hoards() -> int:
    return len(bytearray(3_000_000_000))


def test_the_answer_comes_back() -> None:
    assert apart(f"{HERE}:doubled", 21) == 42


def test_a_refusal_comes_back_as_it_was() -> None:
    with pytest.raises(NotMedia) as told:
        apart(f"{HERE}:refuses")
    assert (told.value.message, told.value.mend, told.value.code) == ("No.", "Try another.", "no")


def test_what_takes_too_much_memory_ends_alone() -> None:
    with pytest.raises(NotMedia, match="memory"):
        apart(f"{HERE}:hoards", megabytes=1_000)


def test_what_takes_too_long_is_ended() -> None:
    with pytest.raises(NotMedia, match=r"0\.5 seconds"):
        apart("time:sleep", 30, seconds=0.5)
