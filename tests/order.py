"""What takes longest begins first, so that no worker waits for another at the end.

All journeys run on one worker: a studio and a browser are started once.
"""

import pytest
from xdist.scheduler import LoadFileScheduling

JOURNEYS = "tests/journeys"
# By folder or file, the longest first.
FIRST = (
    f"{JOURNEYS}/test_every_page.py",
    "tests/crash/test_chaos.py",
    "tests/cli/test_studio.py",
    JOURNEYS,
    "src/aboveboard/media/tests/test_reading.py",
    "src/aboveboard/media/tests/test_hostile.py",
    "src/aboveboard/media/clips/tests/test_memory.py",
    "tests/cli",
    "src/aboveboard/ai",
    "src/aboveboard/channels",
    "src/aboveboard/check",
)


class ByFile(LoadFileScheduling):  # type: ignore[misc]
    """A file goes to one worker, as do all files of journeys."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return JOURNEYS if file.startswith(f"{JOURNEYS}/") else file


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByFile:
    return ByFile(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keeps the order among the rest: what rolls its rows back, what empties tables, the others."""
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    # Tests that have the database in common keep their order among each other.
    if item.get_closest_marker("django_db"):
        return len(FIRST)
    return next((i for i, name in enumerate(FIRST) if item.nodeid.startswith(name)), len(FIRST) + 1)
