"""`aboveboard check --batch`: one line in, one line out, whatever comes; no database is started."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Studio, brand_folder, write

# Each starts programs of their own.
pytestmark = pytest.mark.slow
KEYS = {"code", "start", "end", "severity", "message", "evidence", "rule"}


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """Settings under which a database could be neither started nor reached."""
    return Studio(tmp_path / "home", {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"})


def test_lines_are_answered_in_their_order(studio: Studio, tmp_path: Path) -> None:
    brand = brand_folder(tmp_path / "brand")
    write(brand / "knowledge" / "hours.md", "The shop is open on Fridays from 9:00.")
    lines: list[str | dict[str, Any]] = [
        {"id": "a", "text": "The shop is open on Fridays from 8:00.", "brand": str(brand)},
        '{"id": "b", "text": "cut off',
        {"id": 3, "text": "Bonjour, le pain est prêt.", "channel": None, "context": None},
        {"id": "d", "text": 5},
        {"id": "e", "text": "Hallo", "lang": "xx"},
        {"id": "f", "text": "Hallo", "brand": str(tmp_path / "nowhere")},
        {"id": "g", "text": "Hello there.", "context": {"stock": -1}},
        [1, 2],  # type: ignore[list-item]
        {"text": "No id is fine."},
        "[" * 5_000,
    ]
    file = write(
        tmp_path / "texts.jsonl",
        "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines) + "\n\n",
    )
    told = [json.loads(line) for line in studio.does("check", "--batch", file).lines]
    assert [one.get("id") for one in told] == ["a", None, 3, "d", "e", "f", "g", None, None, None]
    assert [i for i, one in enumerate(told) if "error" in one] == [1, 3, 4, 5, 6, 7, 9]
    [finding] = told[0]["findings"]
    assert set(finding) == KEYS
    assert (finding["code"], finding["start"], finding["end"]) == ("ungrounded", 33, 37)
    assert finding["evidence"][0]["source"].startswith("hours.md")
    assert told[2] == {"id": 3, "findings": [], "scores": {"voice": None, "sameness": None}}
    again = studio.does("check", "--batch", "-", "--brand", brand, stdin=file.read_text())
    assert json.loads(again.lines[0])["findings"] == [finding]


def test_many_lines_are_read_by_several_processes_as_by_one(studio: Studio, tmp_path: Path) -> None:
    brand = brand_folder(tmp_path / "brand")
    write(brand / "knowledge" / "hours.md", "The shop is open on Fridays from 9:00.")
    kinds = (
        '{"id": %d, "text": "We open on Fridays at %d:00.", "lang": "en"}',
        '{"id": %d, "text": "Nur noch %d Stück, gleich weg!", "lang": "de"}',
        '{"id": %d, "text": "cut off %d',
        '{"id": %d, "text": "Their are %d cakes left on monday."}',
    )
    lines = [kinds[number % 4] % (number, 7 + number % 3) for number in range(90)]
    # The first line cannot be read: nothing is loaded for all, and the others are read.
    file = write(tmp_path / "texts.jsonl", "\n".join(["[", *lines]))
    told = studio.does("check", "--batch", file, "--brand", brand).lines
    assert [json.loads(line).get("id") for line in told[1:]] == [
        None if number % 4 == 2 else number for number in range(90)
    ]
    findings = [one for line in told for one in json.loads(line).get("findings", ())]
    assert {"ungrounded", "grammar"} <= {one["code"] for one in findings}
    whole = write(tmp_path / "whole.jsonl", "\n".join(lines))
    assert studio.does("check", "--batch", whole, "--brand", brand).lines == told[1:]
    alone = studio.does("check", "--batch", whole, "--brand", brand, "--processes", "1").lines
    assert alone == told[1:]
