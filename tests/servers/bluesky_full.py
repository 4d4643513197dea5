"""The whole Bluesky network for tests: its AppView stands on a Redis and a PostgreSQL over TCP.

Both come from the system's packages (`install_system_packages.sh`), run on private ports with
their data in a folder that goes with the block, and keep nothing safe for the sake of speed.
"""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg
from psycopg import OperationalError

from tests.servers import bluesky_setup
from tests.servers.bluesky_network import BlueskyNetwork, bluesky_network
from tests.servers.process import BUILT, NotStarted, free_port, spawned

ASKED_FOR = "ABOVEBOARD_TEST_BLUESKY_FULL"
# PostgreSQL refuses to run as root; Debian's package brings this user.
POSTGRES_USER = "postgres"


def missing() -> str:
    """Why the network cannot be started, in words for a skipped test; empty when it can."""
    if os.environ.get(ASKED_FOR) != "1" and not (BUILT / "bluesky_full").exists():
        return f"not asked for: run install_system_packages.sh or set {ASKED_FOR}=1"
    if not shutil.which("redis-server"):
        return "redis-server is not installed"
    if _postgres_programs() is None:
        return "PostgreSQL's server is not installed"
    return bluesky_setup.missing()


@contextmanager
def whole_bluesky() -> Iterator[BlueskyNetwork]:
    """PLC, PDS and AppView, for as long as the block lasts."""
    with ExitStack() as stack:
        postgres, redis = stack.enter_context(_postgres()), stack.enter_context(_redis())
        around = {"DB_POSTGRES_URL": postgres, "REDIS_HOST": redis}
        yield stack.enter_context(bluesky_network(full=True, environment=around))


def _postgres_programs() -> Path | None:
    """The folder of initdb and postgres: on the PATH, or where Debian puts the newest."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])
    )
    return folders[-1].parent if folders else None


@contextmanager
def _postgres() -> Iterator[str]:
    programs = _postgres_programs()
    assert programs
    user = POSTGRES_USER if os.getuid() == 0 else None
    # TMPDIR may lie in a folder that only root may enter.
    parent = "/tmp" if user else None
    with tempfile.TemporaryDirectory(prefix="bluesky-postgres-", dir=parent) as folder:
        data, port = Path(folder, "data"), free_port()
        if user:
            os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
        made = subprocess.run(
            [programs / "initdb", "-D", data, "-U", "bluesky", "-A", "trust", "-N", "-E", "UTF8"],
            user=user,
            cwd=folder,
            capture_output=True,
            text=True,
        )
        if made.returncode:
            raise NotStarted(made.stderr)
        command: list[str | Path] = [programs / "postgres", "-D", data, "-p", str(port)]
        command += ["-c", "fsync=off"]
        command += ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]
        url = f"postgresql://bluesky@127.0.0.1:{port}/postgres"
        with spawned(command, cwd=Path(folder), user=user) as process:
            _until(lambda: _connects(url), process)
            yield url


def _connects(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except OperationalError:
        return False
    return True


@contextmanager
def _redis() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="bluesky-redis-") as folder:
        port = free_port()
        command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
        with spawned([*command, "--dir", folder], cwd=Path(folder)) as process:
            _until(lambda: _answers(port), process)
            yield f"127.0.0.1:{port}"


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2) as line:
            line.sendall(b"PING\r\n")
            return line.recv(16).startswith(b"+PONG")
    except OSError:
        return False


def _until(is_ready: Callable[[], bool], process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        if is_ready():
            return
        time.sleep(0.05)
    raise NotStarted(f"{process.args!r} does not answer")
