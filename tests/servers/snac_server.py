"""A snac server for tests: a real, small server with the Mastodon API and its own mind.

It ignores Idempotency-Key and paging, reads a text as Markdown, breaks off some connections:
a good unreliable peer. The binary comes from `snac/build.sh`.
"""

import json
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from aboveboard.channels.base import Account
from tests.servers.process import BUILT, NotStarted, free_port, spawned

NAMED = "ABOVEBOARD_TEST_SNAC"


@dataclass(frozen=True)
class Snac:
    """`account` is the one we publish as, `other` a second one on the same server."""

    url: str
    account: Account
    other: Account


def missing() -> str:
    """Why snac cannot be started, in words for a skipped test; empty when it can."""
    program = _program()
    if os.access(program, os.X_OK):
        return ""
    return f"no snac at {program}: run install_system_packages.sh, or name one in {NAMED}"


def _program() -> str:
    return os.environ.get(NAMED) or str(BUILT / "snac-2.75")


@contextmanager
def snac_server() -> Iterator[Snac]:
    """Start snac on loopback with two people, and end it with the block."""
    binary = _program()
    with tempfile.TemporaryDirectory(prefix="snac-") as folder:
        base = Path(folder) / "data"
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        _run(binary, "init", base, typed=f"127.0.0.1\n{port}\n127.0.0.1:{port}\n\n\n")
        settings = json.loads((base / "server.json").read_text())
        settings |= {"protocol": "http", "disable_email_notifications": True, "num_threads": 16}
        (base / "server.json").write_text(json.dumps(settings))
        passwords = {name: _add(binary, base, name) for name in ("saltworks", "harbour")}
        with spawned([binary, "httpd", base]) as process:
            _wait_for(f"{url}/api/v1/instance", process)
            yield Snac(url, *(_signed_in(url, *pair) for pair in passwords.items()))


def _run(binary: str, *command: object, typed: str = "") -> str:
    words = [binary, *map(str, command)]
    done = subprocess.run(words, input=typed, capture_output=True, text=True, timeout=60)
    if done.returncode:
        raise NotStarted(f"{words} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


def _add(binary: str, base: Path, name: str) -> str:
    """Add a person and tell the password that snac has made."""
    said = _run(binary, "adduser", base, name)
    found = re.search(r"password is (\S+)", said)
    assert found, said
    return found[1]


def _signed_in(url: str, name: str, password: str) -> Account:
    """An account with a token, got from the page that snac has for programs."""
    form = {"login": name, "passwd": password}
    answer = httpx.post(f"{url}/oauth/x-snac-get-token", data=form).raise_for_status()
    token = answer.text.strip()
    assert re.fullmatch(r"\w+", token), token
    return Account(url, name, secrets={"token": token})


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 20
    while time.monotonic() < until and process.poll() is None:
        try:
            if httpx.get(url).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise NotStarted(f"{process.args!r} does not answer at {url}")
