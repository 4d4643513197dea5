"""What every delivery in hand shares: the worker's clients, its writer, and its state."""

import asyncio
from dataclasses import dataclass, field
from uuid import UUID

from aboveboard.kernel.http import Client
from aboveboard.kernel.secrets import Vault
from aboveboard.publish.engine.database import Pool
from aboveboard.publish.engine.job import Claimed
from aboveboard.publish.engine.lanes import Lane, Lanes
from aboveboard.publish.engine.liveness import Liveness
from aboveboard.publish.engine.options import Options
from aboveboard.publish.engine.writer import Change, Close, Made, Part, Writer


@dataclass
class Context:
    """One worker's parts. `wake` is set when there is room for more deliveries."""

    options: Options
    vault: Vault
    pool: Pool
    http: Client
    writer: Writer
    liveness: Liveness
    lanes: Lanes
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    stopping: bool = False
    in_hand: set[UUID] = field(default_factory=set)

    async def may_start(self, lane: Lane, job: Claimed) -> bool:
        """Whether a publishing request may start now; waits for the worker's own sign of life."""
        while not self.liveness.may_start() and job.worker == self.liveness.id:
            if self.stopping:
                return False
            await asyncio.sleep(self.options.heartbeat / 4)
        return not (self.stopping or lane.is_closed or job.worker != self.liveness.id)


def change(
    job: Claimed,
    before: str,
    state: str,
    *,
    made: list[Made] | None = None,
    close: Close | None = None,
    part: Part | None = None,
) -> Change:
    """A change of a delivery in hand that leaves its place and counts as they are."""
    return Change(
        id=job.id,
        channel_id=job.channel_id,
        workspace_id=job.workspace_id,
        digest=job.digest,
        worker=job.worker,
        before=before,
        state=state,
        next_step=job.next_step,
        next_part=job.next_part,
        tries=job.tries,
        looks=job.looks,
        absent=job.absent,
        settle_after=job.settle_after,
        made=made or [],
        close=close,
        part=part,
    )
