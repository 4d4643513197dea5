"""Putting a delivery's pictures on the network, each stored as soon as it is there."""

import asyncio
import json
from dataclasses import replace
from datetime import datetime

from aboveboard.channels.base import Account, Network
from aboveboard.channels.errors import ChannelError, OutcomeUnknown, TryLater
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


async def upload(
    context: Context, lane: Lane, job: Claimed, network: Network, account: Account, content: Content
) -> Claimed | None:
    """Put the missing pictures there; the job as it stands before publishing, or None."""
    try:
        async with context.pool.connection() as db:
            media = await parts.media_of(db, content.pictures)
    except parts.NotAsApproved as error:
        await hold(context, job, str(error))
        return None
    known = job.progress.get("media", {})
    missing = [place for place in range(len(media)) if str(place) not in known]
    for place in missing:
        if not await context.may_start(lane, job):
            release(context, job)
            return None
        started = clock.now()
        try:
            async with asyncio.timeout(context.options.upload):
                picture = await network.upload(context.http, account, media[place])
        except (ChannelError, TimeoutError) as error:
            await _failed(context, lane, job, network, place, started, error)
            return None
        progress = parts.with_upload(job.progress, place, picture)
        is_last = place == missing[-1]
        made = Made("upload", place, started, clock.now(), "done")
        step = change(job, "sending", "sending", made=[made])
        step.progress = json.dumps(progress)
        if is_last:
            step.next_step, step.open_attempt = "publish", new_id()
        if not await context.writer.write(step):
            return None
        job = replace(
            job, progress=progress, next_step=step.next_step, attempt_id=step.open_attempt
        )
    return job


async def _failed(
    context: Context,
    lane: Lane,
    job: Claimed,
    network: Network,
    place: int,
    started: datetime,
    error: ChannelError | TimeoutError,
) -> None:
    """An upload shows nowhere, so an unknown outcome is no more than a failure."""
    if isinstance(error, TimeoutError):
        error = TryLater("The picture could not be uploaded in time.")
    elif isinstance(error, OutcomeUnknown):
        error = TryLater(error.why, status=error.status)
    found = await verdict(context, lane, job, network, error)
    found.change.made = [
        Made(
            "upload",
            place,
            started,
            clock.now(),
            found.outcome,
            error.status,
            error.why,
            found.next,
        )
    ]
    context.writer.put(found.change)
