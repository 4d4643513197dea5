"""What is surely wrong in a text, read in the process apart that holds the dictionaries."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

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
    """`faults`, asked for now and waited for when called: meanwhile the other guards look."""
    return _AHEAD.submit(faults, text, language, folder).result


# The process is asked by one thread at a time.
_AHEAD = ThreadPoolExecutor(1, thread_name_prefix="proofreading")
