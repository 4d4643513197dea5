"""A Nostr relay for tests: the real nostr-relay, with SQLite, in a folder of its own."""

import json
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import httpx
import yaml
from websockets.asyncio.server import ServerConnection, serve

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


@asynccontextmanager
async def answering(take: Any, **options: Any) -> AsyncIterator[str]:
    async with serve(take, "127.0.0.1", 0, **options) as server:
        yield f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}"


@asynccontextmanager
async def saying(taken: bool, why: str) -> AsyncIterator[str]:
    """A relay that says the same to every event."""

    async def take(line: ServerConnection) -> None:
        _kind, event = json.loads(await line.recv())
        await line.send(json.dumps(["NOTICE", "hello"]))
        await line.send(json.dumps(["OK", event["id"], taken, why]))

    async with answering(take) as address:
        yield address


async def empty(line: ServerConnection) -> None:
    """A relay that has nothing."""
    async for message in line:
        await line.send(json.dumps(["EOSE", json.loads(message)[1]]))
