"""The machine below: Python, settings, the folder, its room, the pages' files."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from aboveboard import __version__
from aboveboard.faces.cli.health.line import Line

NEEDS = (3, 11)
# Free space in bytes: below the first uploads fail soon, below the second the database stops.
TIGHT, FULL = 2_000_000_000, 200_000_000


def machine() -> Iterator[Line]:
    """What needs no database."""
    version = platform.python_version()
    fits = sys.version_info[:2] >= NEEDS
    yield Line(
        "ok" if fits else "mend",
        "python",
        f"Python {version}, Aboveboard {__version__}.",
        "" if fits else f"Use Python {NEEDS[0]}.{NEEDS[1]} or newer.",
    )
    yield from _settings()
    yield from _home(Path(settings.ABOVEBOARD.home))
    yield _pages_files()


def _settings() -> Iterator[Line]:
    yield Line("ok", "settings", f"Pages on {settings.PUBLIC_URL}.")
    for name, near in settings.UNKNOWN_VARIABLES.items():
        mend = f"Did you mean {near}?" if near else "docs/settings.md lists those there are."
        yield Line("look", "settings", f"{name} is no setting of ours and does nothing.", mend)


def _home(home: Path) -> Iterator[Line]:
    nearest = next(folder for folder in (home, *home.parents) if folder.exists())
    if not os.access(nearest, os.W_OK):
        yield Line(
            "mend",
            "folder",
            f"{nearest} cannot be written to.",
            "Let ABOVEBOARD_HOME name a folder of this user.",
        )
        return
    yield Line("ok", "folder", f"{home} is ours to write to.")
    free = shutil.disk_usage(nearest).free
    said = f"{free / 1e9:.1f} GB are free."
    if free < FULL:
        yield Line("mend", "disk", said, "Make room: the database stops when there is none.")
    elif free < TIGHT:
        yield Line("look", "disk", said, "Make room soon.")
    else:
        yield Line("ok", "disk", said)


def _pages_files() -> Line:
    if (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        return Line("ok", "page files", "Styles and scripts are gathered.")
    return Line(
        "look",
        "page files",
        "Styles and scripts are not gathered yet.",
        "`aboveboard up` and `aboveboard web` do that when they start.",
    )
