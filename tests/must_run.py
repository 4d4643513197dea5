"""`--must-run MARKER`: where a real server has to be there, a skipped test is a failed one."""

from collections.abc import Generator
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--must-run",
        action="append",
        default=[],
        metavar="MARKER",
        help="fail tests with this marker that would be skipped, and fail when there are none",
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[Any]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    markers = [
        name for name in item.config.getoption("--must-run") if item.get_closest_marker(name)
    ]
    if report.skipped and markers:
        why = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longreprtext
        report.outcome = "failed"
        report.longrepr = f"Tests marked {', '.join(markers)} must run here. {why}"
    return report


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for name in config.getoption("--must-run"):
        if not any(item.get_closest_marker(name) for item in items):
            raise pytest.UsageError(f"--must-run {name}: no test has that marker.")
