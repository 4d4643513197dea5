"""A whole studio of its own for journeys: database, pages and worker, as processes.

In: a folder. Out: its address, the scene's ids and a way to give it commands. Nothing in the
test's process touches the database, so that a journey goes through the pages alone.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.prepared import prepare
from tests.servers.process import ROOT, free_port

OWNER, PASSWORD = "owner@example.org", "salt takes time"
VIEWER = "viewer@example.org"
STARTS_WITHIN = 60.0


@dataclass(frozen=True)
class Studio:
    """A studio that runs. `ids` are those of `furnish.py`."""

    url: str
    ids: dict[str, Any]
    environment: dict[str, str]
    log: Path

    def command(self, *arguments: str) -> str:
        """What `aboveboard ARGUMENTS` prints here."""
        return _run(["-m", "aboveboard", *arguments], self.environment)

    def post(self, name: str, page: str = "") -> str:
        """The path of a page of a post of the scene."""
        return f"/posts/{self.ids['posts'][name]}/{page}"


@contextmanager
def running_studio(home: Path) -> Iterator[Studio]:
    """Set up, fill and run a studio under `home` while the block lasts."""
    port = free_port()
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("ABOVEBOARD_", "DATABASE_"))}
    environment = kept | {
        "DATABASE_URL": "",
        "ABOVEBOARD_HOME": str(home),
        "PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "aboveboard.config.settings",
        "PYTHONPATH": str(ROOT),
    }
    log = home / "pages.log"
    prepare(home)
    try:
        # Does nothing when the pages' files are gathered as they are; these are what people get.
        _run(["tools/setup.py", "dev"], environment)
        _run(
            ["-m", "aboveboard", "setup", "--owner", OWNER, "--password-stdin"],
            environment,
            given=PASSWORD,
        )
        ids = json.loads(_run(["-m", "tests.journeys.furnish", PASSWORD], environment))
        url = f"http://127.0.0.1:{port}"
        with (
            _process(_pages(port), environment, log),
            _process(["-m", "aboveboard", "worker"], environment, home / "worker.log"),
        ):
            _answering(url, log)
            yield Studio(url, ids, environment, log)
    finally:
        _run(["-m", "aboveboard", "down"], environment)


def _pages(port: int) -> list[str]:
    serve = ["-m", "granian", "--interface", "asginl", "--host", "127.0.0.1", "--port", str(port)]
    return [*serve, "--no-ws", "--log-level", "warning", "aboveboard.config.asgi:application"]


@contextmanager
def _process(arguments: list[str], environment: dict[str, str], log: Path) -> Iterator[None]:
    """A Python process with those it starts, ended with the block."""
    with (
        log.open("wb") as told,
        subprocess.Popen(
            [sys.executable, *arguments],
            env=environment,
            cwd=ROOT,
            stdout=told,
            stderr=told,
            start_new_session=True,
        ) as process,
    ):
        try:
            yield
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def _run(arguments: list[str], environment: dict[str, str], *, given: str = "") -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=ROOT,
        input=given.encode(),
        capture_output=True,
        timeout=120,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{arguments} failed: {done.stderr.decode()[-3_000:]}")
    return done.stdout.decode().strip().splitlines()[-1] if done.stdout.strip() else ""


def _answering(url: str, log: Path) -> None:
    end = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < end:
        try:
            httpx.get(f"{url}/account/login/").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"The pages did not answer: {log.read_text()[-3_000:]}")
