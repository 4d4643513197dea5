"""Work by processes of their own: in order, a little at a time, and no process stays."""

import os
import time
from collections.abc import Iterator

import pytest

from aboveboard.kernel.errors import AboveboardError
from aboveboard.kernel.forked import forked

LOADED: list[int] = []


def _with_its_process(number: int) -> tuple[int, int]:
    # The later ones of a few are done first.
    time.sleep(0.002 * (number % 3 == 0))
    return number, os.getpid()


def _loaded(number: int) -> int:
    return LOADED[0] + number


def _fails(number: int) -> int:
    return 1 // (number - 20)


def _ends(number: int) -> int:
    if number == 20:
        os._exit(1)
    return number


def test_what_is_made_comes_in_order_from_several_processes() -> None:
    made = list(forked(_with_its_process, range(200), 2))
    assert [number for number, _ in made] == list(range(200))
    processes = {process for _, process in made}
    assert len(processes) == 2
    assert os.getpid() not in processes


def test_they_have_what_this_process_has_loaded() -> None:
    LOADED[:] = [1_000]
    assert list(forked(_loaded, range(3), 2)) == [1_000, 1_001, 1_002]


def test_little_is_taken_ahead() -> None:
    taken: list[int] = []

    def given() -> Iterator[int]:
        for number in range(10_000):
            taken.append(number)
            yield number

    made = forked(_with_its_process, given(), 2)
    assert next(made)[0] == 0
    assert len(taken) < 100
    made.close()
    assert len(taken) < 100


def test_an_error_is_raised_where_it_was_met() -> None:
    made = forked(_fails, range(40), 2)
    with pytest.raises(ZeroDivisionError):
        list(made)


def test_a_process_that_is_ended_from_outside_is_told() -> None:
    with pytest.raises(AboveboardError, match="ended from outside"):
        list(forked(_ends, range(400), 2))
