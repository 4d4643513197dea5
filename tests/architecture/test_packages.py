"""What we build on: licences that allow it, locks with hashes and without addresses."""

import importlib.metadata
import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
NPM_LOCKS = sorted(
    path for path in ROOT.glob("**/package-lock.json") if "node_modules" not in path.parts
)
COPYLEFT = re.compile(r"(?i)\b(?:A?GPL|GNU (?:Affero )?General Public)")
# LGPL is not matched: using psycopg as a library is what that licence is for.
# Mozilla's triple licence is a choice of one of the three.
TRIPLE = re.compile(r"MPL 1\.1/GPL 2\.0/LGPL 2\.1")


def locked(name: str) -> list[str]:
    """The names of a lock's packages."""
    text = (ROOT / "requirements" / name).read_text()
    return re.findall(r"^([A-Za-z0-9._-]+)==", text, flags=re.MULTILINE)


def licence(package: str) -> str:
    """What an installed package says of its licence."""
    about = importlib.metadata.metadata(package)
    said = [about["License-Expression"] or (about["License"] or "")[:200]]
    said += [line for line in about.get_all("Classifier") or [] if line.startswith("License")]
    return " ".join(said)


def is_copyleft(said: str) -> bool:
    return bool(COPYLEFT.search(TRIPLE.sub("MPL", said)))


def test_nothing_at_run_time_is_under_a_gpl() -> None:
    found, looked = {}, 0
    for package in locked("run.txt"):
        try:
            said = licence(package)
        except importlib.metadata.PackageNotFoundError:
            continue  # for another platform
        looked += 1
        if is_copyleft(said):
            found[package] = said
    assert looked > 40
    assert found == {}


@pytest.mark.parametrize(
    "said",
    ["GPL-3.0-only", "GNU General Public License v2 (GPLv2)", "AGPL-3.0", "MPL 1.1 and GPL 2.0"],
)
def test_the_look_sees_a_gpl(said: str) -> None:
    assert is_copyleft(said)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_locks_hold_hashes_and_no_addresses(path: Path) -> None:
    text = path.read_text()
    assert not re.search(r"https?://|file:|--index|--extra|--find", text)
    blocks = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    assert [block for block in blocks if "==" in block and "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("path", NPM_LOCKS, ids=lambda path: path.parent.name)
def test_npm_locks_hold_hashes_and_no_addresses(path: Path) -> None:
    packages = json.loads(path.read_text())["packages"]
    inner = {name: package for name, package in packages.items() if name}
    assert inner
    assert [name for name, package in inner.items() if "resolved" in package] == []
    assert [name for name, package in inner.items() if "integrity" not in package] == []


def test_the_locks_hold_what_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    named = {re.split(r"[\[<>=~]", line)[0] for line in project["dependencies"]}
    assert named - set(locked("run.txt")) == set()
    assert set(locked("run.txt")) - set(locked("dev.txt")) == set()
