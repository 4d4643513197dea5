"""A proxy on loopback that loses things: the request before its server sees it, or the answer.

async with lossy("http://127.0.0.1:4000", lose="answer", path="/api/v1/statuses") as url: …
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal
from urllib.parse import urlsplit

Lose = Literal["request", "answer", "nothing"]


@asynccontextmanager
async def lossy(server: str, *, lose: Lose, path: str, method: str = "POST") -> AsyncIterator[str]:
    """Stand before `server`; what asks for `path` with this method loses its request or its answer.

    A “*” in the path is any one part of it.
    """
    lost = re.compile(re.escape(f"{method} {path}").replace(r"\*", "[^/ ?]+") + "[ ?]")
    target = urlsplit(server)
    tasks: set[asyncio.Task[None]] = set()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            body = await reader.readexactly(_length(head))
            hit = bool(lost.match(head.decode("latin-1")))
            if not (hit and lose == "request"):
                answer = await _forward(target.hostname or "", target.port or 80, head, body)
                if not (hit and lose == "answer"):
                    writer.write(answer)
                    await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    listener = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}"
    finally:
        listener.close()
        await listener.wait_closed()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _length(head: bytes) -> int:
    for line in head.decode("latin-1").split("\r\n"):
        name, _, value = line.partition(":")
        if name.lower() == "content-length":
            return int(value)
    return 0


async def _forward(host: str, port: int, head: bytes, body: bytes) -> bytes:
    """The whole answer of the server, which is asked to close the connection after it."""
    first, *lines = head.decode("latin-1").strip().split("\r\n")
    kept = [
        line for line in lines if not line.lower().startswith(("connection:", "accept-encoding:"))
    ]
    reader, writer = await asyncio.open_connection(host, port)
    try:
        asked = "\r\n".join([first, *kept, "Connection: close"]) + "\r\n\r\n"
        writer.write(asked.encode("latin-1") + body)
        await writer.drain()
        return await reader.read()
    finally:
        writer.close()
        await writer.wait_closed()
