"""Carrying out approved changes of what is out: other words, or taking a post down.

Both may be repeated without harm, so an answer that was lost is asked for again; nothing here ever
publishes. A pause does not stop it: what a person takes down in a bad hour has to go.
"""

import asyncio
import logging
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import dict_row

from aboveboard.channels.base import Account, Network, Sent
from aboveboard.channels.errors import ChannelError, Gone, Refused, SignInAgain, TryLater
from aboveboard.channels.registry import network as network_named
from aboveboard.disclose.content import Content
from aboveboard.kernel import clock
from aboveboard.kernel.errors import AboveboardError
from aboveboard.kernel.ids import new_id
from aboveboard.publish import rules
from aboveboard.publish.amending import Wanted
from aboveboard.publish.engine import accounts, parts
from aboveboard.publish.engine.claim import CHANNEL, CONNECTED, DELIVERY, OWN
from aboveboard.publish.engine.context import Context
from aboveboard.publish.engine.job import Claimed
from aboveboard.publish.engine.lanes import Lane
from aboveboard.publish.engine.store import tell

log = logging.getLogger(__name__)

_CLAIM = f"""
WITH due AS (
    SELECT m.id FROM publish_amendment m
    JOIN publish_delivery d ON d.id = m.delivery_id
    JOIN brand_channel c ON c.id = d.channel_id AND c.removed_at IS NULL
    LEFT JOIN publish_connection k ON k.channel_id = c.id
    WHERE m.state = 'approved' AND m.next_at <= now() AND {CONNECTED}
    ORDER BY m.next_at LIMIT %(room)s FOR UPDATE OF m SKIP LOCKED
), taken AS (
    UPDATE publish_amendment m SET next_at = now() + make_interval(secs => %(lease)s)
    WHERE m.id = ANY(ARRAY(SELECT id FROM due)) AND m.state = 'approved' RETURNING m.*
)
SELECT m.id AS amendment, m.kind, m.payload AS wanted, m.digest AS wanted_digest,
    m.next_part AS amendment_part, m.tries AS amendment_tries,
    {DELIVERY}, b.workspace_id, NULL::uuid AS attempt_id, NULL::timestamptz AS started_at, {CHANNEL}
FROM taken m
JOIN publish_delivery d ON d.id = m.delivery_id
JOIN brand_channel c ON c.id = d.channel_id
JOIN brand_brand b ON b.id = c.brand_id
LEFT JOIN publish_connection k ON k.channel_id = c.id
"""  # noqa: S608
_WRITE = """
UPDATE publish_amendment SET state = %(state)s, why = %(why)s, next_at = %(next_at)s,
    next_part = %(next_part)s, tries = %(tries)s, done_at = %(done_at)s
WHERE id = %(id)s AND state = 'approved'
"""
_LINE = """
INSERT INTO publish_attempt (id, delivery_id, step, part, started_at, ended_at, outcome, status,
    answer, next)
VALUES (%s, %s, %s, %s, %s, clock_timestamp(), %s, %s, %s, %s)
"""
_FIELDS = frozenset(Claimed.__dataclass_fields__)


@dataclass(frozen=True, slots=True)
class Change:
    """An approved change in hand, with the delivery that it is about."""

    id: UUID
    wanted: Wanted
    digest: str
    next_part: int
    tries: int
    job: Claimed


async def claim_changes(db: AsyncConnection[Any], *, room: int, lease: float) -> list[Change]:
    """Take up to `room` approved changes; after `lease` seconds another worker may."""
    cursor = db.cursor(row_factory=dict_row)
    await cursor.execute(_CLAIM, {"room": room, "lease": lease, "own": OWN})
    return [
        Change(
            id=row["amendment"],
            wanted=Wanted.model_validate_json(row["wanted"]),
            digest=row["wanted_digest"],
            next_part=row["amendment_part"],
            tries=row["amendment_tries"],
            job=Claimed(**{name: value for name, value in row.items() if name in _FIELDS}),
        )
        for row in await cursor.fetchall()
    ]


async def carry_out(context: Context, lane: Lane, change: Change) -> None:
    """Bring a change as far as it goes now, part by part, and write down where that is."""
    job, wanted = change.job, change.wanted
    started = clock.now()
    try:
        network = network_named(job.network)
        account = lane.account(job, context.vault)
        content = Content.model_validate_json(job.payload)
    except (AboveboardError, ValueError) as error:
        await _write(context, change, started, Refused(str(error)))
        return
    async with context.pool.connection() as db:
        out = await parts.parts_out(db, job.id)
    # A thread is taken down from its end.
    order = range(job.parts) if wanted.kind == "edit" else range(job.parts - 1, -1, -1)
    async with lane.slots:
        for place in range(change.next_part, job.parts):
            started = clock.now()
            try:
                async with asyncio.timeout(context.options.request):
                    await _one(context, network, account, change, content, order[place], out)
            except SignInAgain as error:
                await _sign_in(context, lane, change, network, started, error)
                return
            except ChannelError as error:
                await _write(context, change, started, error)
                return
            except TimeoutError:
                await _write(context, change, started, TryLater("It did not answer in time."))
                return
            except Exception:
                log.exception("Changing what is out on %s failed", network.name)
                wrong = TryLater("Its answer could not be understood.")
                await _write(context, change, started, wrong)
                return
            change = replace(change, next_part=place + 1, tries=0)
            await _write(context, change, started, None)


async def _one(
    context: Context,
    network: Network,
    account: Account,
    change: Change,
    content: Content,
    part: int,
    out: Mapping[int, Sent],
) -> None:
    sent = out[part]
    if change.wanted.kind == "delete":
        await network.delete(context.http, account, sent)
        return
    new = replace(parts.outgoing(change.job, content, part, out), text=change.wanted.parts[part])
    await network.edit(context.http, account, sent, new)


async def _sign_in(
    context: Context,
    lane: Lane,
    change: Change,
    network: Network,
    started: datetime,
    error: SignInAgain,
) -> None:
    if not error.refreshable:
        # It may lack the right for this alone: what is to be published finds out for itself.
        await _write(context, change, started, Refused(error.why, status=error.status))
        return
    try:
        renewed = await accounts.sign_in_again(context, lane, change.job, network, error)
    except TryLater as busy:
        await _write(context, change, started, busy)
        return
    why = "Signed in anew." if renewed else f"The channel must be connected again: {error.why}"
    await _write(context, change, started, TryLater(why, wait=0))


async def _write(
    context: Context, change: Change, started: datetime, error: ChannelError | None
) -> None:
    """The state after a step: further, done, later, or failed for good."""
    options, job, kind = context.options, change.job, change.wanted.kind
    state, why, next_at, tries = "approved", "", clock.now(), change.tries
    outcome, told = "done", ""
    if error is None:
        state = "done" if change.next_part >= job.parts else "approved"
    elif isinstance(error, Refused | Gone) or change.tries + 1 >= options.tries:
        state, why, outcome, told = "failed", error.why, "refused", "A person is needed."
    else:
        tries = change.tries + 1
        pause = rules.backoff(
            change.tries,
            first=options.retry_first,
            most=options.retry_most,
            spread=random.random(),  # noqa: S311
        )
        asked = error.wait if isinstance(error, TryLater) else None
        next_at = clock.now() + timedelta(seconds=pause if asked is None else asked)
        why, outcome, told = error.why, "later", "It is asked again; that does no harm."
    values = {
        "id": change.id,
        "state": state,
        "why": why,
        "next_at": next_at if state == "approved" else None,
        "next_part": change.next_part,
        "tries": tries,
        "done_at": clock.now() if state == "done" else None,
    }
    part = change.next_part if error else change.next_part - 1
    status, answer = (error.status, error.why) if error else (None, "")
    async with context.pool.connection() as db, db.transaction():
        await db.execute(_WRITE, values)
        line = [new_id(), job.id, kind, part, started, outcome, status, answer, told]
        await db.execute(_LINE, line)
        if state == "done":
            done = "edited" if kind == "edit" else "taken_down"
            await tell(db, [(job.workspace_id, done, job.id, change.digest)])
