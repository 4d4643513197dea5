"""Work done by several processes forked from this one, which share what it has loaded."""

import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

from aboveboard.kernel.errors import AboveboardError

Given = TypeVar("Given")
Made = TypeVar("Made")

# So many at once go to a process, and so many times that wait for each: few are in memory.
_AT_ONCE, _WAITING = 8, 2


def forked(
    work: Callable[[Given], Made], given: Iterable[Given], processes: int
) -> Generator[Made, None, None]:
    """What `work` makes of each, in their order. More than memory holds may be given.

    `work` and what it makes are pickled; no thread of this process may hold a lock. Raises what
    `work` raises, and AboveboardError where a process was ended from outside.
    """
    rest = iter(given)
    pool = ProcessPoolExecutor(processes, get_context("fork"), initializer=_deaf)
    waiting: deque[Future[list[Made]]] = deque()
    try:
        while some := list(islice(rest, _AT_ONCE)):
            waiting.append(pool.submit(partial(_each, work), some))
            if len(waiting) > _WAITING * processes:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise AboveboardError(
            "One of the processes was ended from outside.",
            mend="Memory may have run out: try again with one process.",
            code="process",
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _each(work: Callable[[Given], Made], some: list[Given]) -> list[Made]:
    return [work(one) for one in some]


def _deaf() -> None:
    """Ctrl-C ends the process that asked, and that one ends these."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
