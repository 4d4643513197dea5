"""The repository holds no path of the machine it was made on, and only text that it needs."""

import re
import shutil
import subprocess

import pytest

from tests.architecture.house import ROOT

LOCAL = re.compile(rb"(?<![\w.:/-])/(?:work|root|Users|home|opt)/[\w.-]+")


def tracked() -> list[str]:
    done = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return [name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.skipif(
    not shutil.which("git") or not (ROOT / ".git").exists(), reason="not a checkout"
)
def test_no_file_names_a_path_of_one_machine() -> None:
    names = tracked()
    assert len(names) > 100
    found = []
    for name in names:
        content = (ROOT / name).read_bytes()
        if b"\0" in content[:8000] or name.endswith("test_repository.py"):
            continue
        found += [f"{name}: {match[0].decode()}" for match in LOCAL.finditer(content)]
    assert found == []
