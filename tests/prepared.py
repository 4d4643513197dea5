"""A PostgreSQL with all tables, made once per run; who needs one of its own takes a copy."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

from aboveboard.config.embedded import DATABASE, Embedded

__all__ = ["DATABASE", "prepare"]


def prepare(home: Path) -> None:
    """Puts the files of a database with all tables under `home`, unless it has one.

    The steps that make the tables take seconds; installations that tests set up begin behind them.
    """
    run = Path(os.environ["ABOVEBOARD_TEST_HOME"])
    with (run / "prepared.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        made = Embedded(run / "prepared", durable=False)
        if not made.data.exists():
            _make(made)
        wanted = Embedded(home)
        if not wanted.data.exists():
            # With owners and rights: the server may run as a user of its own.
            subprocess.run(["cp", "-a", str(made.data), str(wanted.data)], check=True)


def _make(server: Embedded) -> None:
    environment = {**os.environ, "DATABASE_URL": server.start()}
    try:
        subprocess.run(
            [sys.executable, "-m", "django", "migrate", "--verbosity", "0"],
            env={**environment, "ABOVEBOARD_HOME": str(server.home)},
            check=True,
        )
    finally:
        server.stop()
