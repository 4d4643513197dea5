"""A Nostr relay for tests: the real nostr-relay, with SQLite, in a folder of its own."""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import yaml

from tests.servers.process import NotStarted, free_port, spawned

_STARTS_WITHIN = 30.0


@contextmanager
def nostr_relay() -> Iterator[str]:
    """Its address (ws://…) for as long as the block lasts. Raises NotStarted."""
    with tempfile.TemporaryDirectory(prefix="aboveboard-nostr-") as name:
        folder, port = Path(name), free_port()
        place = {"host": "127.0.0.1", "port": port, "bind": f"127.0.0.1:{port}", "workers": 1}
        validators = ("is_not_too_large", "is_signed", "is_recent", "is_not_hellthread")
        settings = {
            "relay_name": "test",
            "storage": {
                "sqlalchemy.url": f"sqlite+aiosqlite:///{folder}/nostr.sqlite3",
                "validators": [f"nostr_relay.validators.{one}" for one in validators],
            },
            "gunicorn": place,
            "purple": place,
            "authentication": {"enabled": False},
        }
        (folder / "config.yaml").write_text(yaml.safe_dump(settings))
        program = Path(sys.executable).with_name("nostr-relay")
        command: list[str | Path] = [
            program,
            "-c",
            folder / "config.yaml",
            "serve",
            "--use-uvicorn",
        ]
        with spawned(command, cwd=folder) as process:
            until = time.monotonic() + _STARTS_WITHIN
            while not _answers(f"http://127.0.0.1:{port}"):
                if process.poll() is not None or time.monotonic() > until:
                    raise NotStarted("nostr-relay did not start.")
                time.sleep(0.05)
            yield f"ws://127.0.0.1:{port}"


def _answers(url: str) -> bool:
    headers = {"Accept": "application/nostr+json"}
    try:
        return httpx.get(url, headers=headers, timeout=2).is_success
    except httpx.HTTPError:
        return False
