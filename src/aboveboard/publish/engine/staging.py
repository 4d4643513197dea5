"""What has to be there before a part is published: its media, and what its network prepares.

None of it shows anywhere, so it may be repeated. Each step is stored before the next one begins: a
video that is sent in pieces goes on with the next piece, whichever worker takes it up again. While
a network works on something, the delivery waits in its row and nobody waits for it.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from aboveboard.channels.base import Account, Media, Network, Prepared, Uploaded
from aboveboard.channels.errors import ChannelError, OutcomeUnknown, TryLater
from aboveboard.create.errors import StorageAway
from aboveboard.disclose.content import Content
from aboveboard.kernel import clock
from aboveboard.kernel.ids import new_id
from aboveboard.publish.engine import parts
from aboveboard.publish.engine.context import Context, change
from aboveboard.publish.engine.failures import verdict
from aboveboard.publish.engine.giving_back import hold, release
from aboveboard.publish.engine.job import Claimed
from aboveboard.publish.engine.lanes import Lane
from aboveboard.publish.engine.writer import Made

log = logging.getLogger(__name__)
# A line that carries fewer bytes a second than this is too slow for a file in one piece.
_SLOWEST = 500_000

Step = Uploaded | Prepared


async def stage(
    context: Context, lane: Lane, job: Claimed, network: Network, account: Account, content: Content
) -> Claimed | None:
    """Bring a delivery from `upload` or `prepare` to `publish`; None when it stops before."""
    stages = _Stages(context, lane, network, account, content)
    if job.next_step == "upload":
        uploaded = await stages.upload(job)
        if uploaded is None:
            return None
        job = uploaded
    return await stages.prepare(job) if job.next_step == "prepare" else job


class _Stages:
    """The steps of one delivery in hand."""

    def __init__(
        self, context: Context, lane: Lane, network: Network, account: Account, content: Content
    ) -> None:
        self._context = context
        self._lane = lane
        self._network = network
        self._account = account
        self._content = content

    async def upload(self, job: Claimed) -> Claimed | None:
        """Put the missing media there, piece by piece."""
        started = clock.now()
        with ExitStack() as copies:
            try:
                async with self._context.pool.connection() as db:
                    media = await parts.media_of(db, self._content.pictures, copies)
            except parts.NotAsApproved as error:
                await hold(self._context, job, str(error))
                return None
            except StorageAway as error:
                await self._failed(job, "upload", 0, started, TryLater(error.message))
                return None
            return await self._all_of(job, media)

    async def _all_of(self, job: Claimed, media: Sequence[Media]) -> Claimed | None:
        if not media:
            return await self._stored(job, job.progress, None, is_last=True)
        for place, one in enumerate(media):
            done = await self._upload(job, place, one, is_last=place + 1 == len(media))
            if done is None:
                return None
            job = done
        return job

    async def _upload(
        self, job: Claimed, place: int, media: Media, *, is_last: bool
    ) -> Claimed | None:
        known = job.progress.get("media", {}).get(str(place))
        begun = Uploaded(**known) if known else None
        found: Claimed | None = job
        while found and not (begun and begun.done):
            begun, found = await self._step(
                found,
                "upload",
                place,
                partial(self._network.upload, self._context.http, self._account, media, begun),
                is_last=is_last,
                size=media.size,
            )
        if found and is_last and found.next_step == "upload":
            # It was all there already: an upload whose last piece came before a worker died.
            return await self._stored(found, found.progress, None, is_last=True)
        return found

    async def prepare(self, job: Claimed) -> Claimed | None:
        """Have the network make what this part needs before it can be published."""
        async with self._context.pool.connection() as db:
            out = await parts.parts_out(db, job.id) if job.next_part else {}
        part = parts.outgoing(job, self._content, job.next_part, out)
        known = job.progress.get("prepared")
        begun = Prepared(**known) if known else None
        found: Claimed | None = job
        while found and not (begun and begun.done):
            so_far = begun.ref if begun else ""
            ask = partial(self._network.prepare, self._context.http, self._account, part, so_far)
            begun, found = await self._step(found, "prepare", job.next_part, ask, is_last=True)
        if found and found.next_step == "prepare":
            return await self._stored(found, found.progress, None, is_last=True)
        return found

    async def _step(
        self,
        job: Claimed,
        name: str,
        place: int,
        ask: Callable[[], Awaitable[Step]],
        *,
        is_last: bool,
        size: int = 0,
    ) -> tuple[Any, Claimed | None]:
        """One request and its storing: what it gave, and the job, None when it stops here."""
        context = self._context
        if not await context.may_start(self._lane, job):
            release(context, job)
            return None, None
        began = datetime.fromisoformat(job.progress.get("began", clock.now().isoformat()))
        if clock.now() - began > timedelta(seconds=context.options.stage_most):
            await hold(context, job, f"{self._network.title} has been working on it for too long.")
            return None, None
        started = clock.now()
        try:
            async with asyncio.timeout(context.options.upload + size / _SLOWEST):
                made = await ask()
        except (ChannelError, TimeoutError) as error:
            await self._failed(job, name, place, started, error)
            return None, None
        except Exception:
            log.exception("A step (%s) of %s failed", name, self._network.name)
            wrong = TryLater(f"{self._network.title} answered in a way we do not know.")
            await self._failed(job, name, place, started, wrong)
            return None, None
        progress = {**job.progress, "began": began.isoformat(), **_kept(job, name, place, made)}
        if made.done and is_last:
            del progress["began"]
        line = Made(name, place, started, clock.now(), "done") if made.done else None
        stored = await self._stored(job, progress, line, is_last=is_last and made.done)
        if stored and not made.done and await self._waits(stored, made.wait):
            return made, None
        return made, stored

    async def _stored(
        self, job: Claimed, progress: dict[str, Any], made: Made | None, *, is_last: bool
    ) -> Claimed | None:
        """Write down how far it is; after the last of a stage the next one begins."""
        step = change(job, "sending", "sending", made=[made] if made else [])
        step.progress = json.dumps(progress)
        if is_last:
            prepares = job.next_step == "upload" and self._network.capabilities.prepares
            step.next_step = "prepare" if prepares else "publish"
            step.open_attempt = None if prepares else new_id()
        if not await self._context.writer.write(step):
            return None
        return replace(
            job, progress=progress, next_step=step.next_step, attempt_id=step.open_attempt
        )

    async def _waits(self, job: Claimed, seconds: float) -> bool:
        """Sleep where it is short; else leave the delivery to whoever takes it up then."""
        if seconds <= self._context.options.patience:
            await asyncio.sleep(seconds)
            return False
        later = change(job, "sending", "waiting")
        later.why = f"{self._network.title} is working on it."
        later.next_at = clock.now() + timedelta(seconds=seconds)
        await self._context.writer.write(later)
        return True

    async def _failed(
        self,
        job: Claimed,
        name: str,
        place: int,
        started: datetime,
        error: ChannelError | TimeoutError,
    ) -> None:
        """Nothing of this shows anywhere, so an unknown outcome is no more than a failure."""
        if isinstance(error, TimeoutError):
            error = TryLater(f"{self._network.title} took too long.")
        elif isinstance(error, OutcomeUnknown):
            error = TryLater(error.why, status=error.status)
        found = await verdict(self._context, self._lane, job, self._network, error)
        told = found.outcome, error.status, error.why, found.next
        found.change.made = [Made(name, place, started, clock.now(), *told)]
        self._context.writer.put(found.change)


def _kept(job: Claimed, name: str, place: int, made: Step) -> dict[str, Any]:
    if name == "prepare":
        return {"prepared": asdict(made)}
    return {"media": {**job.progress.get("media", {}), str(place): asdict(made)}}
