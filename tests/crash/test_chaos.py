"""Fifty dead workers, a database that goes twice, a lossy network: nothing is lost or doubled."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash.chaos import KILLS, POSTS, RESTARTS
from tests.prepared import prepare
from tests.servers.process import ROOT

pytestmark = pytest.mark.slow

SEED = 20261125


def test_two_thousand_deliveries_come_through_a_bad_afternoon(tmp_path: Path) -> None:
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "ABOVEBOARD_HOME": str(tmp_path),
        "ABOVEBOARD_ALLOW_HOSTS": "127.0.0.1",
        "ABOVEBOARD_LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "aboveboard.config.settings",
    }
    tmp_path.chmod(0o755)
    prepare(tmp_path)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "tests.crash.chaos", str(SEED)],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=540,
        )
    finally:
        subprocess.run(
            [sys.executable, "-m", "aboveboard", "down"], env=environment, cwd=ROOT, check=False
        )
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout.splitlines()[-1])
    print(told)
    assert told["posts"] == POSTS
    assert (told["duplicates"], told["missing"], told["wrong_state"]) == (0, 0, 0), told
    assert told["unsettled"] == 0
    # It was a bad afternoon: all of it happened while there was work to do.
    assert (told["kills"], told["restarts"]) == (KILLS, RESTARTS)
    assert told["outcomes"]["found"] > KILLS
    assert told["outcomes"]["absent"] > KILLS
