"""The studio's own PostgreSQL: it starts, survives a crash, and stops."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from aboveboard.config.embedded import Embedded
from aboveboard.kernel.errors import Invalid


@pytest.fixture
def home() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="aboveboard pg'"))  # a space and a quote on purpose
    yield folder
    Embedded(folder).stop()
    shutil.rmtree(folder)


def query(server: Embedded, text: str) -> object:
    with psycopg.connect(server.url, autocommit=True) as db:
        row = db.execute(text.encode()).fetchone()
        return row[0] if row else None


@pytest.mark.slow
def test_start_stop_and_start_keep_the_rows(home: Path) -> None:
    server = Embedded(home)
    assert not server.is_running()
    assert not server.stop()
    server.start()
    with psycopg.connect(server.url, autocommit=True) as db:
        db.execute("CREATE TABLE kept AS SELECT 7 AS n")
    assert server.start() == server.url
    assert server.stop()
    assert not server.is_running()
    server.start()
    assert query(server, "SELECT n FROM kept") == 7
    assert query(server, "SHOW fsync") == "on"
    assert query(server, "SHOW listen_addresses") == ""


@pytest.mark.slow
def test_starts_after_a_crash_whose_number_another_program_has_now(home: Path) -> None:
    server = Embedded(home, durable=False)
    server.start()
    pid_file = server.data / "postmaster.pid"
    lines = pid_file.read_text().split("\n")
    os.kill(int(lines[0]), signal.SIGKILL)
    while server.is_running():
        time.sleep(0.05)
    time.sleep(0.5)
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        pid_file.write_text("\n".join([str(other.pid), *lines[1:]]))
        server.start()
        assert server.is_running()
    finally:
        other.communicate()


@pytest.mark.slow
def test_a_long_path_gets_a_short_socket(home: Path) -> None:
    server = Embedded(home / ("deep" * 30), durable=False)
    try:
        server.start()
        assert query(server, "SELECT 1") == 1
    finally:
        server.stop()
        shutil.rmtree(server.socket_dir, ignore_errors=True)


def test_a_database_of_another_version_is_left_alone(tmp_path: Path) -> None:
    data = tmp_path / "pg"
    data.mkdir(mode=0o700)
    (data / "PG_VERSION").write_text("12\n")
    with pytest.raises(Invalid, match="PostgreSQL 12"):
        Embedded(tmp_path).start()
    assert sorted(path.name for path in data.iterdir()) == ["PG_VERSION"]
