"""What a failure means for a delivery: the five kinds of `channels.errors`, nothing else."""

import random
from dataclasses import dataclass
from datetime import timedelta

from aboveboard.channels.base import Network
from aboveboard.channels.errors import (
    ChannelError,
    Gone,
    OutcomeUnknown,
    Refused,
    SignInAgain,
    TryLater,
)
from aboveboard.kernel import clock
from aboveboard.publish import rules
from aboveboard.publish.engine import accounts
from aboveboard.publish.engine.context import Context, change
from aboveboard.publish.engine.job import Claimed
from aboveboard.publish.engine.lanes import Lane
from aboveboard.publish.engine.writer import Change

TOO_MANY = 429


@dataclass(frozen=True)
class Verdict:
    """The outcome of the attempt, what is told of it, and the delivery's change."""

    outcome: str
    next: str
    change: Change


async def verdict(
    context: Context, lane: Lane, job: Claimed, network: Network, error: ChannelError
) -> Verdict:
    """What follows from a failed upload or publishing request of a delivery that is sending."""
    if isinstance(error, OutcomeUnknown):
        return _unknown(context, job, network, error)
    if isinstance(error, SignInAgain):
        return await _sign_in(context, lane, job, network, error)
    if isinstance(error, TryLater):
        if error.status == TOO_MANY:
            return await _too_many(context, lane, job, error)
        found = _later(context, job, error.why, error.wait)
        if error.stale:
            # Media belong to the first part; without any the upload ends at once.
            found.change.next_step = "prepare" if job.next_part else "upload"
            found.change.progress = "{}"
        return found
    if isinstance(error, Refused):
        refused = change(job, "sending", "refused")
        refused.why = error.why
        return Verdict("refused", "The network will not take it. Change it, or try again.", refused)
    why = f"{network.title}: {error.why}"
    return _held(job, "gone" if isinstance(error, Gone) else "refused", why)


def _held(job: Claimed, outcome: str, why: str) -> Verdict:
    held = change(job, "sending", "held")
    held.why = why
    return Verdict(outcome, "A person is needed.", held)


def _later(context: Context, job: Claimed, why: str, wait: float | None) -> Verdict:
    options = context.options
    if job.tries + 1 >= options.tries:
        return _held(job, "later", f"Tried {job.tries + 1} times, the last time: {why}")
    pause = rules.backoff(
        job.tries,
        first=options.retry_first,
        most=options.retry_most,
        spread=random.random(),  # noqa: S311
    )
    pause = max(pause, wait or 0)
    later = change(job, "sending", "waiting")
    later.why, later.tries = why, job.tries + 1
    later.next_at = clock.now() + timedelta(seconds=pause)
    return Verdict("later", f"Tries again in {pause:.0f} s.", later)


async def _too_many(context: Context, lane: Lane, job: Claimed, error: TryLater) -> Verdict:
    """The network counts, so the channel waits (or the app's channels do); no try is used up."""
    wait = context.options.rate_wait if error.wait is None else error.wait
    await accounts.leave_alone(context, lane, wait)
    later = change(job, "sending", "waiting")
    later.why = error.why
    later.next_at = clock.now() + timedelta(seconds=wait)
    return Verdict("later", f"The network asks to wait {wait:.0f} s.", later)


async def _sign_in(
    context: Context, lane: Lane, job: Claimed, network: Network, error: SignInAgain
) -> Verdict:
    if job.next_part and not error.refreshable:
        # The part before went out with the same token, so it lacks the right for this one alone.
        return _held(job, "refused", f"{network.title}: {error.why}")
    try:
        renewed = await accounts.sign_in_again(context, lane, job, network, error)
    except TryLater as busy:
        return _later(context, job, busy.why, busy.wait)
    if not renewed:
        lane.close(context.options.poll)
        return _held(job, "sign_in", f"The channel must be connected again: {error.why}")
    if job.tries + 1 >= context.options.tries:
        return _held(job, "sign_in", f"The network turns us away again and again: {error.why}")
    again = change(job, "sending", "waiting")
    again.why, again.tries = error.why, job.tries + 1
    return Verdict("sign_in", "Signed in anew; tries again at once.", again)


def _unknown(context: Context, job: Claimed, network: Network, error: ChannelError) -> Verdict:
    options, now = context.options, clock.now()
    unknown = change(job, "sending", "unknown")
    unknown.looks = unknown.absent = 0
    unknown.settle_after = now + timedelta(seconds=options.request + options.grace)
    if network.capabilities.readback == "none":
        unknown.why = f"{error.why} {network.title} cannot be read back: look there and say."
        return Verdict("unknown", "Only a person can tell whether it is there.", unknown)
    unknown.why = f"{error.why} The channel is being read back."
    unknown.next_at = now + timedelta(seconds=options.look_first)
    return Verdict("unknown", "The channel is read back before anything else.", unknown)
