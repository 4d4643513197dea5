"""Starting a server in a process of its own and reading the one JSON line it says."""

import json
import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import IO, Any

ROOT = Path(__file__).resolve().parents[2]
# Where install_system_packages.sh puts what it builds.
BUILT = ROOT / "var" / "servers"


def free_port() -> int:
    """A TCP port on loopback that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class NotStarted(Exception):
    """The server ended or stayed silent; the message holds the end of what it wrote."""


@contextmanager
def running(
    command: Sequence[str | Path],
    *,
    wait: float = 60,
    cwd: Path = ROOT,
    environment: Mapping[str, str] | None = None,
) -> Iterator[dict[str, Any]]:
    """Run `command` and yield the first JSON line of its output; end it with its children.

    `wait` is in seconds. Raises NotStarted.
    """
    with (
        tempfile.TemporaryFile() as log,
        spawned(command, cwd=cwd, environment=environment, log=log) as process,
    ):
        yield _first_line(process, log, wait)


@contextmanager
def spawned(
    command: Sequence[str | Path],
    *,
    cwd: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    log: IO[bytes] | None = None,
    user: str | None = None,
) -> Iterator["subprocess.Popen[bytes]"]:
    """Run `command` while the block lasts, as `user` if given; end it with its children.

    With a `log` its errors go there and its output is for the caller to read; without one
    both are thrown away.
    """
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE if log else subprocess.DEVNULL,
        stderr=log or subprocess.DEVNULL,
        start_new_session=True,
        user=user,
    )
    try:
        yield process
    finally:
        _end(process)


def _first_line(process: subprocess.Popen[bytes], log: IO[bytes], wait: float) -> dict[str, Any]:
    assert process.stdout
    lines: Queue[bytes] = Queue()
    Thread(target=_drain, args=(process.stdout, lines), daemon=True).start()
    try:
        while line := lines.get(timeout=wait):
            if line.startswith(b"{"):
                said: dict[str, Any] = json.loads(line)
                return said
    except Empty:
        pass
    log.seek(0)
    raise NotStarted(
        f"{process.args!r} did not start: {log.read()[-2000:].decode(errors='replace')}"
    )


def _drain(stream: Any, lines: "Queue[bytes]") -> None:
    for line in stream:
        lines.put(line)
    lines.put(b"")
    stream.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and those it started: they share its session and so its group."""
    for kind in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, kind)
        except ProcessLookupError:
            break
        try:
            process.wait(timeout=10)
            break
        except subprocess.TimeoutExpired:
            continue
    process.wait()
