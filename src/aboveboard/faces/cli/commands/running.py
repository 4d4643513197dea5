"""Commands that run the studio: all of it at once, or its processes one by one."""

import os
import signal
import socket
import subprocess
import sys
import time
from pkgutil import resolve_name
from types import FrameType
from typing import Self

import click
from django.conf import settings
from django.core.management import execute_from_command_line

from aboveboard.faces.cli.commands import starting
from aboveboard.kernel.errors import Conflict, Invalid

STOP_AFTER = 20.0


@click.command()
@click.option("--demo", is_flag=True, help="Load the demo brand.")
def up(demo: bool) -> None:
    """Run the studio: database, pages and worker. Ctrl C stops pages and worker."""
    _port_free(settings.ABOVEBOARD.bind, settings.ABOVEBOARD.port)
    began = time.monotonic()
    _collected()
    # In a process of its own: this one only looks after the others, and stays small for that.
    begin = [sys.executable, "-m", "aboveboard", "begin", *(["--demo"] if demo else [])]
    if failed := subprocess.run(begin, check=False).returncode:
        sys.exit(failed)
    with _Children() as children:
        web_process = children.start("web")
        children.start("worker")
        _answering(settings.ABOVEBOARD.port, web_process)
        click.echo(f"Aboveboard runs on {settings.PUBLIC_URL} ({time.monotonic() - began:.1f} s).")
        children.wait()
    sys.exit(children.status)


@click.command()
def down() -> None:
    """Stop the embedded database."""
    if not settings.ABOVEBOARD_EMBEDDED:
        raise Invalid("DATABASE_URL names another database; it is not ours to stop.", code="down")
    stopped = settings.ABOVEBOARD_EMBEDDED.stop()
    click.echo("The database is stopped." if stopped else "No database was running.")


@click.command()
@click.option("--host", default=None, help="The address to listen on; else ABOVEBOARD_BIND.")
@click.option("--port", type=int, default=None, help="The port; else PORT.")
@click.option("--workers", type=int, default=1, show_default=True, help="Processes that serve.")
def web(host: str | None, port: int | None, workers: int) -> None:
    """Serve the pages."""
    starting.ready()
    _collected()
    os.execv(  # noqa: S606
        sys.executable,
        [
            sys.executable,
            "-m",
            "granian",
            "--interface",
            "asginl",
            "--host",
            host or settings.ABOVEBOARD.bind,
            "--port",
            str(port or settings.ABOVEBOARD.port),
            "--workers",
            str(workers),
            "--no-ws",
            "--log-level",
            "warning",
            "aboveboard.config.asgi:application",
        ],
    )


@click.command()
def worker() -> None:
    """Send what is due and do the jobs. As many as wanted, on any number of machines."""
    starting.ready()
    # Named, not imported: the worker's modules need Django to be set up.
    resolve_name("aboveboard.publish.worker:main")()


@click.command()
def migrate() -> None:
    """Bring the database up to date."""
    starting.ready()
    click.echo("The database is up to date.")


@click.command(
    hidden=True,
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Django's own commands."""
    starting.ready()
    execute_from_command_line(["aboveboard manage", *arguments])


def _collected() -> None:
    """Gather the pages' files when a checkout has none yet; a wheel carries them."""
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        # In a process of its own: this one has settled already on files as they lie.
        subprocess.run([sys.executable, "-m", "aboveboard.config.collect"], check=True)


def _port_free(bind: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((bind, port))
        except OSError:
            raise Conflict(
                f"Port {port} is taken by another program.",
                mend=f"Stop it, or use another: `make up PORT={port + 1}`.",
                code="port",
            )


def _answering(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)


class _Children:
    """Processes of ours that end together: when one ends, or when somebody ends us."""

    def __init__(self) -> None:
        self.processes: list[subprocess.Popen[bytes]] = []
        self.status = 0
        self.is_asked = False

    def __enter__(self) -> Self:
        # Before the first one starts, so that none is left behind.
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, self._asked)
        return self

    def __exit__(self, *_error: object) -> None:
        self._terminate()
        end = time.monotonic() + STOP_AFTER
        for process in self.processes:
            try:
                process.wait(max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
        if not self.is_asked:
            self.status = max(
                (abs(process.returncode or 0) for process in self.processes), default=0
            )

    def start(self, command: str) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen([sys.executable, "-m", "aboveboard", command])
        self.processes.append(process)
        return process

    def wait(self) -> None:
        while not self.is_asked and all(process.poll() is None for process in self.processes):
            time.sleep(0.2)

    def _asked(self, _signal: int, _frame: FrameType | None) -> None:
        self.is_asked = True
        self._terminate()

    def _terminate(self) -> None:
        for process in self.processes:
            if process.poll() is None:
                process.terminate()
