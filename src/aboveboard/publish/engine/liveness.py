"""Showing that this worker lives: a lock on its number and a row it touches every second.

The lock goes with the process or its connection, the row's time with neither. Who could not
touch the row for `start_within` seconds starts no request, for others may have taken over.
"""

import asyncio
import contextlib
import logging
import random
import secrets
import socket
import time
from uuid import UUID

import psycopg
from psycopg import AsyncConnection

from aboveboard.kernel.ids import new_id
from aboveboard.publish.engine.database import conninfo
from aboveboard.publish.engine.options import Options

log = logging.getLogger(__name__)

# The first half of the advisory locks that workers hold; the second is the worker's number.
LOCKS = 0x4142
_TOUCH = "UPDATE publish_worker SET seen_at = clock_timestamp(), is_leaving = %s WHERE id = %s"
_ENTER = """
INSERT INTO publish_worker (id, number, host, started_at, seen_at)
VALUES (%s, %s, %s, clock_timestamp(), clock_timestamp())
"""


class Liveness:
    """This worker's identity. `id` changes when others had taken it for dead."""

    def __init__(self, options: Options) -> None:
        self._options = options
        self._is_new = True
        self.is_leaving = False
        self._seen = float("-inf")
        self._choose()

    def _choose(self) -> None:
        self.id: UUID = new_id()
        self._number = secrets.randbelow(2**31 - 1) + 1
        self._is_new = True

    def may_start(self) -> bool:
        """Whether a request may be started now."""
        return time.monotonic() - self._seen < self._options.start_within

    async def run(self) -> None:
        """Keep showing it, whatever happens to the connection."""
        wait = 0.1
        while True:
            try:
                db = await AsyncConnection.connect(
                    conninfo(), autocommit=True, application_name="aboveboard liveness"
                )
                async with db:
                    wait = 0.1
                    await self._show(db)
            except (psycopg.Error, TimeoutError) as error:
                log.warning("The worker cannot show that it lives: %s", error)
            await asyncio.sleep(wait * random.uniform(0.5, 1))  # noqa: S311
            wait = min(wait * 2, self._options.reconnect_most)

    async def _show(self, db: AsyncConnection[tuple[object, ...]]) -> None:
        has_lock = False
        while True:
            began = time.monotonic()
            async with asyncio.timeout(self._options.start_within):
                if not has_lock:
                    has_lock = await self._lock(db)
                if self._is_new:
                    host = socket.gethostname()[:200]
                    await db.execute(_ENTER, [self.id, self._number, host])
                    self._is_new = False
                elif (await db.execute(_TOUCH, [self.is_leaving, self.id])).rowcount == 0:
                    log.warning("This worker was taken for dead; it goes on as a new one.")
                    self._choose()
                    return
            self._seen = began
            await asyncio.sleep(self._options.heartbeat)

    async def _lock(self, db: AsyncConnection[tuple[object, ...]]) -> bool:
        """False while a connection that was lost still holds it at the server."""
        row = await (
            await db.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCKS, self._number])
        ).fetchone()
        return bool(row and row[0])

    async def leave(self) -> None:
        """Say that this worker has ended and has nothing in hand."""
        with contextlib.suppress(psycopg.Error, TimeoutError):
            async with asyncio.timeout(5):
                db = await AsyncConnection.connect(conninfo(), autocommit=True)
                async with db:
                    await db.execute(
                        "DELETE FROM publish_worker WHERE id = %s AND NOT EXISTS"
                        " (SELECT 1 FROM publish_delivery WHERE worker = %s AND state = 'sending')",
                        [self.id, self.id],
                    )
