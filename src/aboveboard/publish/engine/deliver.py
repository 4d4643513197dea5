"""One delivery in hand: its uploads, then its parts one after another, each step stored."""

import asyncio
import json
import logging
from dataclasses import replace
from datetime import datetime, timedelta

from aboveboard.channels.base import Account, Network, Outgoing, Sent
from aboveboard.channels.errors import ChannelError, OutcomeUnknown, TryLater
from aboveboard.channels.registry import network as network_named
from aboveboard.disclose.content import Content
from aboveboard.kernel import clock
from aboveboard.kernel.errors import AboveboardError
from aboveboard.kernel.ids import new_id
from aboveboard.publish.engine import parts
from aboveboard.publish.engine.claim import Claimed
from aboveboard.publish.engine.context import Context, change
from aboveboard.publish.engine.failures import verdict
from aboveboard.publish.engine.lanes import Lane
from aboveboard.publish.engine.writer import Change, Close, Made, Part

log = logging.getLogger(__name__)


async def deliver(context: Context, lane: Lane, job: Claimed) -> None:
    """Bring a claimed delivery as far as it goes now, and write down where that is."""
    async with lane.slots:
        try:
            network = network_named(job.network)
            account = lane.account(job, context.vault)
            content = Content.model_validate_json(job.payload)
        except (AboveboardError, ValueError) as error:
            await _hold(context, job, str(error))
            return
        if job.next_step == "upload":
            ready = await _upload(context, lane, job, network, account, content)
            if ready is None:
                return
            job = ready
        await _publish(context, lane, job, network, account, content)


async def _publish(
    context: Context, lane: Lane, job: Claimed, network: Network, account: Account, content: Content
) -> None:
    out: dict[int, Sent] = {}
    if job.next_part:
        async with context.pool.connection() as db:
            out = await parts.parts_out(db, job.id)
    while job.attempt_id:
        if not await context.may_start(lane, job):
            _release(context, job)
            return
        part = parts.outgoing(job, content, job.next_part, out)
        started = clock.now()
        try:
            sent = await _request(context, network, account, part)
        except ChannelError as error:
            await _failed(context, lane, job, network, error)
            return
        out[job.next_part] = sent
        step = _sent(job, sent, started)
        if step.state == "sent":
            context.writer.put(step)
            return
        step.open_attempt = new_id()
        if not await context.writer.write(step):
            return
        job = replace(job, next_part=step.next_part, attempt_id=step.open_attempt, tries=0)


async def _request(context: Context, network: Network, account: Account, part: Outgoing) -> Sent:
    """One publishing request. Whatever goes wrong comes out as one of the five kinds."""
    try:
        async with asyncio.timeout(context.options.request):
            return await network.publish(context.http, account, part)
    except ChannelError:
        raise
    except TimeoutError:
        seconds = f"{context.options.request:g}"
        raise OutcomeUnknown(f"The server did not answer within {seconds} s.") from None
    except Exception as error:
        log.exception("The adapter of %s failed", network.name)
        raise OutcomeUnknown("The request failed in a way we do not know.") from error


def _sent(job: Claimed, sent: Sent, started: datetime) -> Change:
    now = clock.now()
    is_last = job.next_part + 1 >= job.parts
    part = Part(job.next_part, sent.remote_id, sent.url, sent.handle, sent.at or now)
    close = Close(job.attempt_id or job.id, "done", now, answer=sent.url)
    step = change(job, "sending", "sent" if is_last else "sending", close=close, part=part)
    step.tries = 0
    if is_last:
        step.sent_at = now
    else:
        step.next_part += 1
    return step


async def _failed(
    context: Context, lane: Lane, job: Claimed, network: Network, error: ChannelError
) -> None:
    found = await verdict(context, lane, job, network, error)
    if job.attempt_id:
        found.change.close = Close(
            job.attempt_id, found.outcome, clock.now(), error.status, error.why, found.next
        )
    context.writer.put(found.change)


async def _upload(
    context: Context, lane: Lane, job: Claimed, network: Network, account: Account, content: Content
) -> Claimed | None:
    """Put the missing pictures there; the job as it stands before publishing, or None."""
    try:
        async with context.pool.connection() as db:
            media = await parts.media_of(db, content.pictures)
    except parts.NotAsApproved as error:
        await _hold(context, job, str(error))
        return None
    known = job.progress.get("media", {})
    missing = [place for place in range(len(media)) if str(place) not in known]
    for place in missing:
        if not await context.may_start(lane, job):
            _release(context, job)
            return None
        started = clock.now()
        try:
            async with asyncio.timeout(context.options.upload):
                picture = await network.upload(context.http, account, media[place])
        except (ChannelError, TimeoutError) as error:
            await _upload_failed(context, lane, job, network, place, started, error)
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


async def _upload_failed(
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


def _release(context: Context, job: Claimed) -> None:
    """Give the delivery back: its request was never made."""
    back = change(job, "sending", "waiting")
    back.next_at = clock.now() + timedelta(milliseconds=1)
    if job.attempt_id:
        back.close = Close(job.attempt_id, "unsent", clock.now())
    context.writer.put(back)


async def _hold(context: Context, job: Claimed, why: str) -> None:
    held = change(job, "sending", "held")
    held.why = why
    if job.attempt_id:
        held.close = Close(job.attempt_id, "unsent", clock.now(), next="A person is needed.")
    await context.writer.write(held)
