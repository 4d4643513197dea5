"""Reading a channel back: is the part whose answer was lost there or not?

Looks for equal texts go one after another, and a post that belongs to another delivery is never
taken for this one: so of two equal texts each gets its own.
"""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from aboveboard.channels.base import Network, Sent
from aboveboard.channels.errors import ChannelError, SignInAgain, TryLater
from aboveboard.channels.registry import network as network_named
from aboveboard.disclose.content import Content
from aboveboard.kernel import clock
from aboveboard.kernel.errors import AboveboardError
from aboveboard.publish import rules
from aboveboard.publish.engine import accounts, parts
from aboveboard.publish.engine.context import Context, change
from aboveboard.publish.engine.job import Claimed
from aboveboard.publish.engine.lanes import Lane
from aboveboard.publish.engine.writer import Change, Close, Made, Part

log = logging.getLogger(__name__)
_TAKEN = """
SELECT remote_id FROM publish_sentpart WHERE channel_id = %s AND remote_id = ANY(%s)
"""
_PERSON = "Look there and say whether it is out."


async def look(context: Context, lane: Lane, job: Claimed) -> None:
    """Read the channel back for an unknown delivery and write down what that tells."""
    try:
        network = network_named(job.network)
        content = Content.model_validate_json(job.payload)
    except (AboveboardError, ValueError) as error:
        await _give_up(context, job, error)
        return
    async with lane.text_lock(content.parts[job.next_part]), lane.look_slots, lane.slots:
        try:
            step = await _look(context, lane, job, network, content)
        except AboveboardError as error:
            await _give_up(context, job, error)
            return
        await context.writer.write(step)


async def _give_up(context: Context, job: Claimed, error: Exception) -> None:
    step = change(job, "unknown", "unknown")
    step.why = f"{error} {_PERSON}"
    await context.writer.write(step)


async def _look(
    context: Context, lane: Lane, job: Claimed, network: Network, content: Content
) -> Change:
    started = clock.now()
    async with context.pool.connection() as db:
        out = await parts.parts_out(db, job.id)
    if late := out.get(job.next_part):
        return _found(job, network, late, started, "The answer came late.")
    account = lane.account(job, context.vault)
    if not network.reads_back(account):
        step = change(job, "unknown", "unknown")
        step.why = f"{network.title} cannot be read back. {_PERSON}"
        return step
    part = parts.outgoing(job, content, job.next_part, out)
    since = (job.started_at or job.at) - timedelta(seconds=context.options.clock_skew)
    try:
        async with asyncio.timeout(context.options.request):
            shown = await network.find(context.http, account, part, since=since)
    except SignInAgain as error:
        return await _sign_in(context, lane, job, network, started, error)
    except ChannelError as error:
        return _failed(context, job, started, error)
    except TimeoutError:
        return _failed(context, job, started, TryLater("The server did not answer in time."))
    except Exception:
        log.exception("Reading %s back failed", network.name)
        return _failed(context, job, started, TryLater("Its answer could not be understood."))
    free = await _free(context, job, shown)
    if free:
        return _found(job, network, free[0], started, "")
    if not network.capabilities.lists_all:
        return _failed(context, job, started, TryLater(f"{network.title} does not list all."))
    return _absent(context, job, network, started, has_twin=bool(shown))


async def _free(context: Context, job: Claimed, shown: Sequence[Sent]) -> list[Sent]:
    """Those that belong to no delivery yet, the earliest first."""
    if not shown:
        return []
    async with context.pool.connection() as db:
        rows = await db.execute(_TAKEN, [job.channel_id, [sent.remote_id for sent in shown]])
        taken = {row[0] for row in await rows.fetchall()}
    free = [sent for sent in shown if sent.remote_id not in taken]
    return sorted(free, key=lambda sent: (sent.at is None, sent.at or clock.now()))


def _found(job: Claimed, network: Network, sent: Sent, started: datetime, note: str) -> Change:
    now = clock.now()
    is_last = job.next_part + 1 >= job.parts
    step = change(job, "unknown", "sent" if is_last else "waiting")
    at = sent.at or job.started_at or now
    step.part = Part(job.next_part, sent.remote_id, sent.url, sent.handle, at)
    step.made = [Made("look", job.next_part, started, now, "found", answer=note or sent.url)]
    if job.attempt_id:
        step.close = Close(job.attempt_id, "found", now, answer=sent.url)
    step.tries = step.looks = step.absent = 0
    step.settle_after = None
    if is_last:
        step.sent_at = at
    else:
        parts.next_part(step, job, network)
    return step


def _absent(
    context: Context, job: Claimed, network: Network, started: datetime, *, has_twin: bool
) -> Change:
    """It is not there. `has_twin`: an equal one is, which another delivery counts as its own.

    Of two equal posts whose answers were both lost, nobody can tell which one has arrived; it may
    be this one. A server that honours keys would answer a repeat with that very post, so this one
    goes on under another key.
    """
    options, now = context.options, clock.now()
    own_id = network.capabilities.idempotent == "own_id"
    may_believe = own_id or job.settle_after is None or started >= job.settle_after
    absent = job.absent + 1 if may_believe else 0
    made = Made("look", job.next_part, started, now, "absent", answer="It is not there.")
    if not rules.is_absent(absent=absent, own_id=own_id):
        made.next = "Looks once more before it believes that."
        step = _again(context, job, made, why="The channel is being read back.")
        step.absent = absent
        if step.next_at and job.settle_after and not may_believe:
            step.next_at = min(step.next_at, job.settle_after + timedelta(milliseconds=50))
        elif step.next_at:
            step.next_at = now + timedelta(seconds=options.look_again)
        return step
    is_last_try = job.tries + 1 >= options.tries
    step = change(job, "unknown", "held" if is_last_try else "waiting", made=[made])
    if is_last_try:
        step.why = f"Tried {job.tries + 1} times; the answers were lost and it is not there."
    made.next = "A person is needed." if is_last_try else "It did not arrive; it is sent now."
    if job.attempt_id:
        step.close = Close(job.attempt_id, "absent", now, answer="It did not arrive.")
    step.tries, step.looks, step.absent, step.settle_after = job.tries + 1, 0, 0, None
    if has_twin:
        step.progress = parts.under_another_key(job)
    return step


def _failed(context: Context, job: Claimed, started: datetime, error: ChannelError) -> Change:
    made = Made("look", job.next_part, started, clock.now(), "later", error.status, error.why)
    wait = error.wait if isinstance(error, TryLater) else None
    return _again(context, job, made, why=f"It cannot be read back now: {error.why}", wait=wait)


def _again(
    context: Context, job: Claimed, made: Made, *, why: str, wait: float | None = None
) -> Change:
    """Look again later, or, when it was looked often enough, leave it to a person."""
    options = context.options
    step = change(job, "unknown", "unknown", made=[made])
    step.looks = job.looks + 1
    if step.looks >= options.looks:
        made.next = "Only a person can tell."
        step.why = f"{why} {_PERSON}"
        return step
    pause = rules.backoff(job.looks, first=options.look_first, most=options.look_most, spread=0)
    pause = max(pause, wait or 0)
    made.next = made.next or f"Looks again in {pause:.0f} s."
    step.why = why
    step.next_at = clock.now() + timedelta(seconds=pause)
    return step


async def _sign_in(
    context: Context,
    lane: Lane,
    job: Claimed,
    network: Network,
    started: datetime,
    error: SignInAgain,
) -> Change:
    try:
        renewed = await accounts.sign_in_again(context, lane, job, network, error)
    except TryLater as busy:
        return _failed(context, job, started, busy)
    if renewed:
        return _failed(context, job, started, TryLater("Signed in anew.", wait=0))
    made = Made("look", job.next_part, started, clock.now(), "sign_in", error.status, error.why)
    step = change(job, "unknown", "unknown", made=[made])
    step.why = f"The channel must be connected again before it can be read back: {error.why}"
    # Looked at again as soon as the connection works: dead ones are passed over until then.
    step.next_at = clock.now()
    return step
