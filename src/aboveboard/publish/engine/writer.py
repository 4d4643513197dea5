"""Writing results down: changes from many deliveries in one transaction, none of them lost."""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

import psycopg

from aboveboard.publish.engine import store
from aboveboard.publish.engine.database import Pool
from aboveboard.publish.engine.job import Claimed

log = logging.getLogger(__name__)
_MOST = 256


@dataclass(slots=True)
class Made:
    """An attempt that was made and ended: an upload or a look."""

    step: str
    part: int
    started_at: datetime
    ended_at: datetime
    outcome: str
    status: int | None = None
    answer: str = ""
    next: str = ""


@dataclass(slots=True)
class Close:
    """What became of an attempt to publish."""

    attempt_id: UUID
    outcome: str
    at: datetime
    status: int | None = None
    answer: str = ""
    next: str = ""


@dataclass(slots=True)
class Part:
    """A part that is on the network."""

    part: int
    remote_id: str
    url: str
    handle: str
    at: datetime


@dataclass(slots=True)
class Change:
    """How one delivery goes on. It is applied only while `worker` has it in state `before`.

    `open_attempt`: the id of the attempt that is opened for `next_part`, once applied.
    `next_at` None with a waiting state means at once.
    """

    id: UUID
    channel_id: UUID
    workspace_id: UUID
    digest: str
    worker: UUID
    before: str
    state: str
    next_step: str
    next_part: int
    why: str = ""
    next_at: datetime | None = None
    tries: int = 0
    looks: int = 0
    absent: int = 0
    settle_after: datetime | None = None
    progress: str | None = None
    sent_at: datetime | None = None
    made: list[Made] = field(default_factory=list)
    close: Close | None = None
    part: Part | None = None
    open_attempt: UUID | None = None
    applied: "asyncio.Future[bool] | None" = None


@dataclass(slots=True)
class Open:
    """A publishing request to come; it is made once this is written."""

    attempt_id: UUID
    id: UUID
    part: int
    worker: UUID
    applied: "asyncio.Future[bool]"


class Writer:
    """Gathers changes for `gather` seconds and writes them together; retries until it can.

    One that somebody waits for takes the others along at once.
    """

    def __init__(self, pool: Pool, *, gather: float, reconnect_most: float) -> None:
        self._pool = pool
        self._gather = gather
        self._reconnect_most = reconnect_most
        self._waiting: list[Change | Open] = []
        self._batch: list[Change | Open] = []
        self._some = asyncio.Event()
        self._urgent = asyncio.Event()
        self._done = asyncio.Event()
        self._done.set()

    def put(self, change: Change | Open) -> None:
        """Write this soon; nobody waits for it."""
        self._waiting.append(change)
        self._done.clear()
        self._some.set()

    async def write(self, change: Change) -> bool:
        """Write this and wait. False when the delivery is no longer this worker's."""
        change.applied = asyncio.get_running_loop().create_future()
        self.put(change)
        self._urgent.set()
        return await change.applied

    async def open(self, job: Claimed) -> bool:
        """Write down a publishing request to come; False when it must not be made."""
        if job.attempt_id is None:
            return False
        applied = asyncio.get_running_loop().create_future()
        self.put(Open(job.attempt_id, job.id, job.next_part, job.worker, applied))
        self._urgent.set()
        return bool(await applied)

    def pending(self) -> set[UUID]:
        """The deliveries with changes that are not yet written."""
        return {change.id for change in (*self._waiting, *self._batch)}

    async def drain(self) -> None:
        """Wait until everything is written."""
        await self._done.wait()

    async def run(self) -> None:
        while True:
            await self._some.wait()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._gather):
                    await self._urgent.wait()
            self._urgent.clear()
            self._batch, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
            if not self._waiting:
                self._some.clear()
            await self._until_written(self._batch)
            self._batch = []
            if not self._waiting:
                self._done.set()

    async def _until_written(self, batch: Sequence[Change | Open]) -> None:
        wait = 0.1
        while True:
            try:
                applied = await self._write(batch)
                break
            except (psycopg.OperationalError, psycopg.InterfaceError) as error:
                log.warning("Results wait for the database: %s", error)
                await asyncio.sleep(wait)
                wait = min(wait * 2, self._reconnect_most)
            except psycopg.Error as error:
                if len(batch) > 1:
                    for change in batch:
                        await self._until_written([change])
                    return
                # The sweep finds the delivery and has it looked for.
                log.error("A result of delivery %s was refused: %s", batch[0].id, error)
                applied = set()
                break
        for change in batch:
            if change.applied and not change.applied.done():
                key = change.attempt_id if isinstance(change, Open) else change.id
                change.applied.set_result(key in applied)

    async def _write(self, batch: Sequence[Change | Open]) -> set[UUID]:
        async with self._pool.connection() as db:
            return await store.write(
                db,
                [item for item in batch if isinstance(item, Change)],
                [item for item in batch if isinstance(item, Open)],
            )
