"""`aboveboard ideas` on a real installation: finds, says why, and finds nothing twice."""

import json

import pytest

from tests.cli.running import Studio

pytestmark = pytest.mark.slow
BRAND = ("--brand", "Brackwater Saltworks")


def test_ideas_from_the_command_line(studio: Studio) -> None:
    found = [json.loads(line) for line in studio.does("ideas", *BRAND, "--json").lines]
    assert found
    assert all(idea["why"] and idea["state"] == "new" for idea in found)
    again = [json.loads(line) for line in studio.does("ideas", *BRAND, "--json").lines]
    assert not {idea["title"] for idea in found} & {idea["title"] for idea in again}
    board = studio.does("ideas", *BRAND, "--board")
    assert f"{len(found) + len(again)} ideas." in "\n".join(board.lines)
