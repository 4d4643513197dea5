"""A MariaDB in a folder of its own, reached by a socket alone; Debian's package brings it."""

import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.servers.process import NotStarted, spawned

_STARTS_WITHIN = 60.0
PROGRAMS = ("mariadbd", "mariadb-install-db")


def missing(*programs: str) -> str:
    """Which programs are not here, those of the database included; "" when all are."""
    lacking = [name for name in (*PROGRAMS, *programs) if not program(name)]
    if lacking:
        return f"there is no {', '.join(lacking)}: run install_system_packages.sh"
    return "" if os.getuid() == 0 else "MariaDB's own user can be taken on by root alone"


def program(name: str) -> str:
    """Where a program is; "" when it is not here."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin") or ""


@contextmanager
def database(folder: Path, name: str) -> Iterator[Path]:
    """Run it in `folder` while the block lasts, with one empty database; gives its socket."""
    data, socket = folder / "data", folder / "mariadb.sock"
    folder.chmod(0o755)
    data.mkdir()
    owner = pwd.getpwnam("mysql")
    for place in (folder, data):
        os.chown(place, owner.pw_uid, owner.pw_gid)
    subprocess.run(
        [
            program("mariadb-install-db"),
            "--no-defaults",
            f"--datadir={data}",
            "--auth-root-authentication-method=normal",
            "--skip-test-db",
            "--user=mysql",
        ],
        env=os.environ | {"TMPDIR": str(folder)},  # the usual one may be closed to its user
        check=True,
        capture_output=True,
    )
    command = [
        program("mariadbd"),
        "--no-defaults",
        f"--datadir={data}",
        f"--tmpdir={folder}",
        f"--socket={socket}",
        f"--pid-file={folder}/mariadb.pid",
        "--skip-networking",
        "--user=mysql",
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-buffer-pool-size=64M",
    ]
    with spawned(command, cwd=folder):
        wait_for(socket.exists, "MariaDB")
        ask = ["mariadb", "--no-defaults", f"--socket={socket}", "-u", "root"]
        make = f"CREATE DATABASE {name} CHARACTER SET utf8mb4"
        subprocess.run([*ask, "-e", make], check=True, capture_output=True)
        yield socket


def wait_for(ready: Callable[[], bool], what: str, *, within: float = _STARTS_WITHIN) -> None:
    """Waits until it is ready, for so many seconds. Raises NotStarted."""
    until = time.monotonic() + within
    while True:
        try:
            if ready():
                return
        except httpx.HTTPError:
            pass
        if time.monotonic() > until:
            raise NotStarted(f"{what} did not start.")
        time.sleep(0.1)
