"""Finding what nobody has in hand: deliveries of dead workers, and those that cannot be sent."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

from aboveboard.publish.engine.claim import OWN
from aboveboard.publish.engine.liveness import LOCKS
from aboveboard.publish.engine.options import Options
from aboveboard.publish.engine.store import tell

_DEAD = """
SELECT w.id FROM publish_worker w
WHERE w.id <> %(me)s AND (w.seen_at < now() - make_interval(secs => %(lease)s)
    OR w.seen_at < now() - make_interval(secs => %(gone_after)s) AND NOT EXISTS (
        SELECT 1 FROM pg_locks l
        WHERE l.locktype = 'advisory' AND l.classid = %(locks)s AND l.objid = w.number
            AND l.objsubid = 2 AND l.granted
            AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())))
FOR UPDATE SKIP LOCKED
"""
_STRAYS = """
SELECT d.id FROM publish_delivery d
WHERE d.state = 'sending' AND (d.worker = ANY(%(dead)s)
    OR d.worker = %(me)s AND d.id <> ALL(%(in_hand)s)
    OR NOT EXISTS (SELECT 1 FROM publish_worker w WHERE w.id = d.worker))
ORDER BY d.id FOR UPDATE SKIP LOCKED
"""
# One who lost the connection but lives may have started requests for `start_within` seconds.
_UNKNOWN = """
WITH lost AS (
    UPDATE publish_attempt SET outcome = 'unknown', ended_at = clock_timestamp(),
        answer = 'The worker ended before the answer came.',
        next = 'The channel is read back before anything else.'
    WHERE delivery_id = ANY(%(ids)s) AND step = 'publish' AND outcome = ''
)
UPDATE publish_delivery d SET state = 'unknown', next_at = now(), looks = 0, absent = 0,
    worker = NULL, why = 'The worker ended before the answer came. The channel is being read back.',
    settle_after = coalesce((SELECT seen_at FROM publish_worker w WHERE w.id = d.worker), now())
        + make_interval(secs => %(settle)s)
FROM publish_attempt a, brand_channel c, brand_brand b
WHERE d.id = ANY(%(ids)s) AND a.delivery_id = d.id AND a.step = 'publish'
    AND a.outcome IN ('', 'unknown') AND c.id = d.channel_id AND b.id = c.brand_id
RETURNING b.workspace_id, d.id, d.digest
"""
_AGAIN = """
UPDATE publish_delivery SET state = 'waiting', next_at = now(), worker = NULL
WHERE id = ANY(%s) AND state = 'sending'
"""
_LOOK_NOW = """
UPDATE publish_delivery SET worker = NULL, next_at = now()
WHERE worker = ANY(%s) AND state = 'unknown' AND next_at IS NOT NULL
"""
_STRANDED = """
WITH due AS (
    SELECT d.id, b.workspace_id, CASE
        WHEN c.removed_at IS NOT NULL THEN 'Its channel was taken away.'
        WHEN k.channel_id IS NULL AND c.network <> ALL(%(own)s)
            THEN 'Its channel is not connected. Connect it.'
        WHEN k.state <> 'ok' THEN 'The channel must be connected again: ' || k.why
        ELSE 'No person has approved exactly this. Approve it anew.' END AS why
    FROM publish_delivery d
    JOIN review_approval a ON a.id = d.approval_id
    JOIN brand_channel c ON c.id = d.channel_id
    JOIN brand_brand b ON b.id = c.brand_id
    LEFT JOIN publish_connection k ON k.channel_id = d.channel_id
    WHERE d.state = 'waiting' AND d.next_at <= now()
        AND (c.removed_at IS NOT NULL OR k.state <> 'ok'
            OR k.channel_id IS NULL AND c.network <> ALL(%(own)s)
            OR a.voided_at IS NOT NULL OR a.digest <> d.digest OR a.content <> d.payload)
    ORDER BY d.id LIMIT 500 FOR UPDATE OF d SKIP LOCKED
)
UPDATE publish_delivery d SET state = 'held', next_at = NULL, why = due.why
FROM due WHERE d.id = due.id RETURNING due.workspace_id, d.id, d.digest
"""


async def sweep(
    db: AsyncConnection[Any], *, me: UUID, in_hand: Collection[UUID], options: Options
) -> int:
    """Give back what dead workers, or a mishap of this one, left; returns how many."""
    async with db.transaction():
        found = await db.execute(
            _DEAD,
            {
                "me": me,
                "lease": options.lease,
                "gone_after": options.gone_after,
                "locks": LOCKS,
            },
        )
        dead = [row[0] for row in await found.fetchall()]
        found = await db.execute(_STRAYS, {"dead": dead, "me": me, "in_hand": list(in_hand)})
        strays = [row[0] for row in await found.fetchall()]
        if strays:
            settle = options.start_within + options.request + options.grace
            found = await db.execute(_UNKNOWN, {"ids": strays, "settle": settle})
            lost = await found.fetchall()
            await db.execute(_AGAIN, [strays])
            await tell(db, [(row[0], "unknown", row[1], row[2]) for row in lost])
        if dead:
            await db.execute(_LOOK_NOW, [dead])
            await db.execute("DELETE FROM publish_worker WHERE id = ANY(%s)", [dead])
        return len(strays)


async def hold_stranded(db: AsyncConnection[Any]) -> int:
    """Hold what is due and cannot go, with words for a person; returns how many."""
    async with db.transaction():
        held = await (await db.execute(_STRANDED, {"own": OWN})).fetchall()
        await tell(db, [(row[0], "held", row[1], row[2]) for row in held])
        return len(held)
