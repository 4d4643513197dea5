"""One delivery in hand: its uploads, then its parts one after another, each step stored."""

import asyncio
import logging
from dataclasses import replace

from aboveboard.channels import rates
from aboveboard.channels.base import Account, Network, Outgoing, Sent
from aboveboard.channels.errors import ChannelError, OutcomeUnknown
from aboveboard.channels.registry import network as network_named
from aboveboard.disclose.content import Content
from aboveboard.kernel import clock
from aboveboard.kernel.errors import AboveboardError
from aboveboard.kernel.ids import new_id
from aboveboard.publish.engine import parts
from aboveboard.publish.engine.accounts import leave_alone
from aboveboard.publish.engine.context import Context, change
from aboveboard.publish.engine.failures import verdict
from aboveboard.publish.engine.giving_back import hold, release
from aboveboard.publish.engine.job import Claimed
from aboveboard.publish.engine.lanes import Lane
from aboveboard.publish.engine.staging import stage
from aboveboard.publish.engine.writer import Change, Close, Part

log = logging.getLogger(__name__)


async def deliver(context: Context, lane: Lane, job: Claimed) -> None:
    """Bring a claimed delivery as far as it goes now, and write down where that is."""
    async with lane.ready:
        try:
            network = network_named(job.network)
            account = lane.account(job, context.vault)
            content = Content.model_validate_json(job.payload)
        except (AboveboardError, ValueError) as error:
            await hold(context, job, str(error))
            return
        if job.next_step == "publish" and parts.is_unprepared(job, network):
            job = replace(job, next_step="prepare")
        if job.next_step == "publish":
            ready = await _opened(context, lane, job)
        else:
            async with lane.slots:
                ready = await stage(context, lane, job, network, account, content)
        if ready is None:
            return
        async with lane.slots:
            await _publish(context, lane, ready, network, account, content)


async def _spare(context: Context, lane: Lane, seconds: float) -> None:
    """The network said with its answer that nothing more may be asked for so long."""
    if seconds:
        await leave_alone(context, lane, seconds)


async def _opened(context: Context, lane: Lane, job: Claimed) -> Claimed | None:
    """The job with its publishing request written down, or None when it is not to be made."""
    if not await context.may_start(lane, job):
        release(context, job)
        return None
    ready = replace(job, attempt_id=new_id())
    return ready if await context.writer.open(ready) else None


async def _publish(
    context: Context, lane: Lane, job: Claimed, network: Network, account: Account, content: Content
) -> None:
    out: dict[int, Sent] = {}
    if job.next_part:
        async with context.pool.connection() as db:
            out = await parts.parts_out(db, job.id)
    while job.attempt_id:
        if not await context.may_start(lane, job):
            release(context, job)
            return
        part = parts.outgoing(job, content, job.next_part, out)
        with rates.watched() as rate:
            try:
                sent = await _request(context, network, account, part)
            except ChannelError as error:
                await _failed(context, lane, job, network, error)
                return
        out[job.next_part] = sent
        step = _sent(job, sent)
        if step.state != "sent":
            parts.next_part(step, job, network)
            step.open_attempt = new_id() if step.next_step == "publish" else None
        if step.state == "sent":
            context.writer.put(step)
            await _spare(context, lane, rate.wait)
            return
        if not await context.writer.write(step):
            return
        await _spare(context, lane, rate.wait)
        job = replace(
            job,
            next_part=step.next_part,
            next_step=step.next_step,
            attempt_id=step.open_attempt,
            progress=parts.without_prepared(job),
            tries=0,
        )
        if job.next_step == "prepare":
            staged = await stage(context, lane, job, network, account, content)
            if staged is None:
                return
            job = staged


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


def _sent(job: Claimed, sent: Sent) -> Change:
    now = clock.now()
    is_last = job.next_part + 1 >= job.parts
    part = Part(job.next_part, sent.remote_id, sent.url, sent.handle, sent.at or now)
    close = Close(job.attempt_id or job.id, "done", now, answer=sent.url)
    step = change(job, "sending", "sent" if is_last else "sending", close=close, part=part)
    step.tries = 0
    if is_last:
        step.sent_at = now
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
