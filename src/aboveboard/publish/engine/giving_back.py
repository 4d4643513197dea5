"""Giving a delivery back without having made its request."""

from datetime import timedelta

from aboveboard.kernel import clock
from aboveboard.publish.engine.context import Context, change
from aboveboard.publish.engine.job import Claimed
from aboveboard.publish.engine.writer import Close


def release(context: Context, job: Claimed) -> None:
    """Give the delivery back: its request was never made."""
    back = change(job, "sending", "waiting")
    back.next_at = clock.now() + timedelta(milliseconds=1)
    if job.attempt_id:
        back.close = Close(job.attempt_id, "unsent", clock.now())
    context.writer.put(back)


async def hold(context: Context, job: Claimed, why: str) -> None:
    """Leave it to a person, with the reason."""
    held = change(job, "sending", "held")
    held.why = why
    if job.attempt_id:
        held.close = Close(job.attempt_id, "unsent", clock.now(), next="A person is needed.")
    await context.writer.write(held)
