"""Hands connections on: from an address that other hosts reach to a socket of this machine."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def relay(address: str, target: str) -> Iterator[str]:
    """`host:port` at this address that leads to the target: a path, or `host:port`."""
    loop = asyncio.new_event_loop()
    open_ends: list[asyncio.StreamWriter] = []
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        inner_reader, inner_writer = await _opened(target)
        open_ends.extend((writer, inner_writer))
        ends = [_pump(reader, inner_writer), _pump(inner_reader, writer)]
        with contextlib.suppress(OSError):
            await asyncio.gather(*ends)

    async def close() -> None:
        """Connections too of which the other end is silent for ever."""
        server.close()
        for writer in open_ends:
            writer.transport.abort()
        await asyncio.sleep(0.1)

    server = asyncio.run_coroutine_threadsafe(asyncio.start_server(take, address, 0), loop).result(
        10
    )
    try:
        yield f"{address}:{server.sockets[0].getsockname()[1]}"
    finally:
        asyncio.run_coroutine_threadsafe(close(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


async def _opened(target: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    if target.startswith("/"):
        return await asyncio.open_unix_connection(target)
    host, _, port = target.rpartition(":")
    return await asyncio.open_connection(host, int(port))


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65_536):
            writer.write(data)
            await writer.drain()
    finally:
        writer.close()
