"""Keeps the machine's network as it is while a browser looks at pages.

Chromium drops what it is loading when a network interface comes or goes (ERR_NETWORK_CHANGED), and
tests in another process may be making hosts just then.
"""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def network(*, changes: bool) -> Iterator[None]:
    """Many may look at a time; who `changes` it waits for them, and they for that one."""
    with Path(tempfile.gettempdir(), f"aboveboard-network-{os.getuid()}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX if changes else fcntl.LOCK_SH)
        yield
