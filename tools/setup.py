"""Sets up what `make` needs, and nothing that is there already.

    python3 tools/setup.py run     what the studio needs to run
    python3 tools/setup.py dev     what its tests need besides

Plain standard library. This file is kept readable by old versions of Python, so that it can say
which version is wanted; the work is in `steps.py`.
"""

import os
import shutil
import sys

WANTED = (3, 11)


def main():
    # type: () -> int
    if sys.version_info < WANTED:
        return other_python()
    from steps import set_up  # noqa: PLC0415  (not readable by the versions refused above)

    return set_up(sys.argv[1:])


def other_python():
    # type: () -> int
    """Go on with a newer Python when this machine has one."""
    which = getattr(shutil, "which", lambda name: None)  # Python 2 has none
    for minor in range(19, WANTED[1] - 1, -1):
        found = which("python3.{}".format(minor))  # noqa: UP032
        if found:
            os.execv(found, [found] + sys.argv)  # noqa: S606, RUF005
    here = ".".join(str(part) for part in sys.version_info[:3])
    sys.stderr.write(
        "Aboveboard needs Python 3.11 or newer; this is {}, and no newer one is on the PATH.\n"  # noqa: UP032
        "To mend it: install one (Debian, Ubuntu: sudo apt install python3.11 python3.11-venv; "
        "macOS: brew install python), then run make again. `make PYTHON=/path/to/python3 up` "
        "names one that is elsewhere.\n".format(here)
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
