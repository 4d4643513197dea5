"""What is surely wrong in a text, read in the process apart that holds the dictionaries."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

from aboveboard.text.correcting.correction import Correction
from aboveboard.text.correcting.reader import READER, Unread

# One waits, since the process is asked by one thread at a time.
_WAITING = ThreadPoolExecutor(1, "proofreading")


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
    """Ask for a text's faults now and be told them later, so that other guards read meanwhile."""
    return _WAITING.submit(faults, text, language, folder).result
