"""What is surely wrong in a text, read in the process apart that holds the dictionaries."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import lru_cache
from threading import Lock, Thread

from aboveboard.text.correcting.correction import Correction
from aboveboard.text.correcting.reader import READER, Unread


@lru_cache(maxsize=256)
def faults(text: str, language: str, folder: str = "") -> tuple[Correction, ...]:
    """Sure faults of spelling and grammar; none when the text cannot be read just now."""
    if not text.strip():
        return ()
    try:
        return READER.surely(text, language, folder=folder)
    except Unread:
        return ()


def begun(text: str, language: str, folder: str = "") -> Callable[[], tuple[Correction, ...]]:
    """`faults`, asked for now and waited for when called: meanwhile the other guards look.

    In a thread of its own, not in a pool: a process that is forked later has no pool's threads.
    """
    answer: Future[tuple[Correction, ...]] = Future()

    def ask() -> None:
        try:
            # One at a time, as the process reads: the same words on another channel are known then.
            with _ONCE:
                answer.set_result(faults(text, language, folder))
        except Exception as error:
            answer.set_exception(error)

    Thread(target=ask, name="proofreading", daemon=True).start()
    return answer.result


_ONCE = Lock()
