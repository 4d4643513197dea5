"""Becomes another program, within a limit of memory, that ends with the one that asked for it.

Run by its path as `leash.py PARENT MEGABYTES PROGRAM ARGUMENTS…`; imports nothing of ours. What was
killed can end nobody: so the kernel is asked to (prctl(2), PR_SET_PDEATHSIG), where there is that.
"""

import ctypes
import os
import resource
import signal
import sys

_PR_SET_PDEATHSIG = 1


def main() -> None:
    parent, megabytes, program = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    most = megabytes * 1_000_000
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(1)
    os.execv(program, sys.argv[3:])  # noqa: S606


if __name__ == "__main__":
    main()
