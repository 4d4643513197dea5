"""Running the engine in a worker process: its loops, their supervision, and a graceful stop."""

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.conf import settings

from aboveboard.kernel import clock, http
from aboveboard.kernel.secrets import Vault
from aboveboard.publish.engine.amend import Change, carry_out, claim_changes
from aboveboard.publish.engine.claim import claim, claim_looks, next_due, paused_among
from aboveboard.publish.engine.context import Context
from aboveboard.publish.engine.database import pool
from aboveboard.publish.engine.deliver import deliver
from aboveboard.publish.engine.job import Claimed
from aboveboard.publish.engine.keeping import DATABASE_DOWN, keep
from aboveboard.publish.engine.lanes import Lane, Lanes
from aboveboard.publish.engine.liveness import Liveness
from aboveboard.publish.engine.look import look
from aboveboard.publish.engine.options import Options
from aboveboard.publish.engine.sweep import hold_stranded, sweep
from aboveboard.publish.engine.writer import Writer
from aboveboard.publish.intake import TAKE_IN

log = logging.getLogger(__name__)
_ALL_EVERY = 60  # of how many takings-in one looks at all of history

Job = Callable[[Context, Lane, Claimed], Awaitable[None]]


async def run(stop: asyncio.Event, options: Options | None = None) -> None:
    """Send what is due until `stop` is set; then finish what is under way, give back the rest."""
    options = options or Options()
    connections = pool()
    # Opened in the background: a database that is down for now is waited for.
    await connections.open(wait=False)
    client = http.client(
        allow_hosts=settings.ALLOW_HOSTS,
        connections=options.total_limit,
        unheard=options.request,
    )
    async with client:
        try:
            writer = Writer(
                connections, gather=options.gather, reconnect_most=options.reconnect_most
            )
            lanes = Lanes(limit=options.channel_limit, ready=options.ready, ahead=options.ahead)
            vault = Vault(settings.SECRET_KEYS)
            liveness = Liveness(options)
            await Engine(Context(options, vault, connections, client, writer, liveness, lanes)).run(
                stop
            )
        finally:
            await connections.close(timeout=5)


class Engine:
    """The loops of one worker."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._jobs: set[asyncio.Task[None]] = set()
        # A delivery is either seen as taken by the claim or looked for by the sweep, never both.
        self._taking = asyncio.Lock()
        self._stop = asyncio.Event()
        self._takings = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Run until `stop` is set and what is under way has ended."""
        context, options = self._context, self._context.options
        loops = [
            asyncio.create_task(keep("liveness", context.liveness.run, options)),
            asyncio.create_task(keep("writer", context.writer.run, options)),
            asyncio.create_task(keep("claim", self._claim_loop, options)),
            asyncio.create_task(keep("look", self._look_loop, options)),
            asyncio.create_task(keep("pause", self._pause_loop, options)),
            asyncio.create_task(keep("amend", self._amend_loop, options)),
            asyncio.create_task(keep("sweep", self._sweep_loop, options)),
            asyncio.create_task(keep("take in", self._take_in_loop, options)),
        ]
        try:
            await stop.wait()
            context.stopping = context.liveness.is_leaving = True
            self._stop.set()
            context.wake.set()
            async with self._taking:
                pass
            if self._jobs:
                await asyncio.wait(self._jobs, timeout=options.request + 5)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(10):
                    await context.writer.drain()
            await context.liveness.leave()
        finally:
            for task in (*loops, *self._jobs):
                task.cancel()
            await asyncio.gather(*loops, *self._jobs, return_exceptions=True)

    async def _claim_loop(self) -> None:
        context, options = self._context, self._context.options
        while not context.stopping:
            context.wake.clear()
            taken: Sequence[Claimed] = ()
            rooms = context.lanes.rooms()
            room = options.total_limit * 2 - len(context.in_hand)
            if room > 0 and context.liveness.may_start():
                async with self._taking:
                    async with context.pool.connection() as db:
                        taken = await claim(
                            db,
                            me=context.liveness.id,
                            room=room,
                            rooms=rooms,
                            ahead=options.ahead,
                            gone_after=options.gone_after,
                        )
                    self._start(deliver, taken)
            if len(taken) < room and not _is_any_filled(taken, rooms, options.ahead):
                await asyncio.sleep(options.claim_every)
                await self._pause(await self._until_due())
            elif not any(map(context.lanes.has_room, context.lanes.of(taken))):
                await self._rest(options.poll)

    async def _until_due(self) -> float:
        async with self._context.pool.connection() as db:
            seconds = await next_due(db)
        poll = self._context.options.poll
        return poll if seconds is None else min(max(seconds, 0.002), poll)

    async def _look_loop(self) -> None:
        context, options = self._context, self._context.options
        while not context.stopping:
            room = options.total_limit - len(context.in_hand) // 2
            if room > 0 and context.liveness.may_start():
                async with self._taking:
                    async with context.pool.connection() as db:
                        taken = await claim_looks(
                            db,
                            me=context.liveness.id,
                            room=room,
                            look_lease=2 * options.request + 5,
                        )
                    self._start(look, taken)
            await self._pause(options.poll)

    async def _pause_loop(self) -> None:
        """A pause stops also what is in hand: no request begins after it was seen."""
        lanes = self._context.lanes
        while not self._context.stopping:
            busy, still = lanes.busy(), set[UUID]()
            if busy:
                async with self._context.pool.connection() as db:
                    still = await paused_among(db, busy)
            lanes.pause(still)
            await self._pause(self._context.options.poll)

    async def _amend_loop(self) -> None:
        context, options = self._context, self._context.options
        while not context.stopping:
            taken: Sequence[Change] = ()
            if context.liveness.may_start():
                async with context.pool.connection() as db:
                    taken = await claim_changes(db, room=16, lease=4 * options.request)
            await asyncio.gather(
                *(carry_out(context, context.lanes.lane(one.job.channel_id), one) for one in taken)
            )
            if not taken:
                await self._pause(options.poll)

    async def _sweep_loop(self) -> None:
        context, options = self._context, self._context.options
        while not context.stopping:
            async with self._taking, context.pool.connection() as db:
                await sweep(
                    db,
                    me=context.liveness.id,
                    in_hand=context.in_hand | context.writer.pending(),
                    options=options,
                )
            async with context.pool.connection() as db:
                await hold_stranded(db)
            await self._pause(options.sweep_every)

    async def _take_in_loop(self) -> None:
        options = self._context.options
        while not self._context.stopping:
            look_at_all = self._takings % _ALL_EVERY == 0
            since = None if look_at_all else clock.now() - timedelta(minutes=10)
            async with self._context.pool.connection() as db:
                await db.execute(TAKE_IN, {"since": since, "brand": None, "limit": 1000})
            self._takings += 1
            await self._pause(options.take_in_every)

    def _start(self, job: Job, taken: Sequence[Claimed]) -> None:
        for claimed in taken:
            lane = self._context.lanes.lane(claimed.channel_id)
            lane.rate_key = claimed.rate_key
            lane.in_hand += 1
            self._context.in_hand.add(claimed.id)
            task = asyncio.create_task(self._hand(job, lane, claimed))
            self._jobs.add(task)
            task.add_done_callback(self._jobs.discard)

    async def _hand(self, job: Job, lane: Lane, claimed: Claimed) -> None:
        try:
            await job(self._context, lane, claimed)
        except DATABASE_DOWN as error:
            log.warning("Delivery %s is left to the sweep: %s", claimed.id, error)
        except Exception:
            log.exception("Delivery %s is left to the sweep", claimed.id)
        finally:
            lane.in_hand -= 1
            self._context.in_hand.discard(claimed.id)
            if self._context.lanes.has_room(lane):
                self._context.wake.set()

    async def _rest(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._context.wake.wait()

    async def _pause(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stop.wait()


def _is_any_filled(taken: Sequence[Claimed], rooms: Mapping[UUID, int], ahead: int) -> bool:
    """Whether a channel gave all that was asked for, so that more of it may be due."""
    counts = Counter(job.channel_id for job in taken)
    return any(count >= rooms.get(channel, ahead) for channel, count in counts.items())
