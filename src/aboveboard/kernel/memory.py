"""Keeping the collector of circular garbage from halting a process that serves."""

import gc


def settle() -> None:
    """Call once, when everything is loaded: what is there now stays out of every collection.

    A full collection walks all of Django otherwise, a tenth of a second in the middle of a page;
    and sending takes a third less of the processor (tests/bench/publishing.py).
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
