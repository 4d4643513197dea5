"""Taking due deliveries, fairly, many in one statement.

Every channel with something due gets its share first, brands take turns, and a channel is
served by one worker at a time, which keeps its limits and its order. Workers share the channels:
none takes more of them than its part, and who has more lets some run dry, for the others.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

from aboveboard.channels.registry import networks
from aboveboard.publish.engine.job import Claimed

# Claims of all workers stand in one line, so that each sees what the others have taken.
_CLAIMS = 0x41421
# None of what is put into the statements below comes from outside.
# How many channels one claim looks at; the rest has its turn when these have had theirs.
_CHANNELS = 256
# The networks that ask for no sign-in: the house's own pages.
OWN = [one.name for one in networks().values() if "none" in one.capabilities.auth]


CHANNEL = """
    c.network, c.server, c.handle, c.remote_id, coalesce(k.sealed, '') AS sealed,
    coalesce(k.rate_key, '') AS rate_key
"""

DELIVERY = """
    d.id, d.channel_id, d.payload, d.digest, d.at, d.parts, d.next_step, d.next_part, d.tries,
    d.looks, d.absent, d.settle_after, d.progress, d.worker
"""

# A network that asks for no sign-in has no secrets, and so perhaps no row of its connection.
CONNECTED = """
    (k.state = 'ok' AND (k.not_before IS NULL OR k.not_before <= now())
        OR k.channel_id IS NULL AND c.network = ANY(%(own)s))
"""

_PAUSED = """
    EXISTS (SELECT 1 FROM publish_pause z WHERE z.workspace_id = b.workspace_id
        AND (z.brand_id IS NULL OR z.brand_id = b.id))
"""

# From channel to channel, each with its first time, by the index `delivery_waiting` alone: what is
# scheduled for later, and all that was sent, is never read.
CLAIM = f"""
WITH RECURSIVE busy AS (
    (SELECT channel_id, next_at FROM publish_delivery WHERE state = 'waiting'
        ORDER BY channel_id, next_at LIMIT 1)
    UNION ALL
    SELECT following.channel_id, following.next_at FROM busy CROSS JOIN LATERAL (
        SELECT d.channel_id, d.next_at FROM publish_delivery d
        WHERE d.state = 'waiting' AND d.channel_id > busy.channel_id
        ORDER BY d.channel_id, d.next_at LIMIT 1) AS following
), ready AS (
    SELECT c.id, c.brand_id, b.workspace_id, hand.room, busy.next_at,
        EXISTS (SELECT 1 FROM publish_delivery s JOIN publish_worker w ON w.id = s.worker
            WHERE s.channel_id = c.id AND s.state = 'sending' AND w.id <> %(me)s
                AND w.seen_at > now() - make_interval(secs => %(gone_after)s)) AS is_theirs
    FROM busy
    JOIN brand_channel c ON c.id = busy.channel_id AND c.removed_at IS NULL
    JOIN brand_brand b ON b.id = c.brand_id
    LEFT JOIN publish_connection k ON k.channel_id = c.id
    LEFT JOIN unnest(%(channels)s::uuid[], %(rooms)s::int[]) AS hand(id, room) ON hand.id = c.id
    WHERE busy.next_at <= now() AND {CONNECTED} AND NOT {_PAUSED}
), ranked AS (
    SELECT *, row_number() OVER (ORDER BY room IS NULL, next_at, id) AS place
    FROM ready WHERE NOT is_theirs
), part AS (
    SELECT ceil((SELECT count(*) FROM ready) / greatest(count(*), 1)::float8) AS channels
    FROM publish_worker w WHERE NOT w.is_leaving
        AND w.seen_at > now() - make_interval(secs => %(gone_after)s)
), mine AS (
    SELECT ranked.*, (SELECT array_agg(word)
        FROM publish_delivery u, unnest(publish_keys(u.payload)) word
        WHERE u.channel_id = ranked.id AND u.state = 'unknown') AS unknown
    FROM ranked, part WHERE place <= least(part.channels, {_CHANNELS})
        AND coalesce(room, %(ahead)s) > 0
), offered AS (
    SELECT mine.workspace_id, mine.brand_id, d.* FROM mine CROSS JOIN LATERAL (
        SELECT d.id, d.next_at FROM publish_delivery d
        JOIN review_approval a ON a.id = d.approval_id AND a.voided_at IS NULL
        WHERE d.channel_id = mine.id AND d.state = 'waiting' AND d.next_at <= now()
            AND (mine.unknown IS NULL OR NOT publish_keys(d.payload) && mine.unknown)
        ORDER BY d.next_at, d.id LIMIT coalesce(mine.room, %(ahead)s)
        FOR UPDATE OF d SKIP LOCKED FOR SHARE OF a SKIP LOCKED
    ) AS d
), chosen AS MATERIALIZED (
    SELECT id, workspace_id FROM (SELECT id, workspace_id, next_at,
        row_number() OVER (PARTITION BY brand_id ORDER BY next_at, id) AS turn FROM offered) AS o
    ORDER BY turn, next_at LIMIT %(room)s
), taken AS (
    UPDATE publish_delivery AS d SET state = 'sending', worker = %(me)s, why = ''
    WHERE d.id = ANY(ARRAY(SELECT id FROM chosen)) AND d.state = 'waiting'
    RETURNING d.*
)
SELECT {DELIVERY}, chosen.workspace_id, NULL::uuid AS attempt_id, NULL::timestamptz AS started_at,
    {CHANNEL}
FROM taken AS d
JOIN chosen ON chosen.id = d.id
JOIN brand_channel c ON c.id = d.channel_id
LEFT JOIN publish_connection k ON k.channel_id = d.channel_id
ORDER BY d.next_at, d.id
"""  # noqa: S608

# An equal text on its way on the same channel would be taken for this one: wait for it.
_LOOKS = f"""
WITH due AS (
    SELECT d.id FROM publish_delivery d
    JOIN brand_channel c ON c.id = d.channel_id
    LEFT JOIN publish_connection k ON k.channel_id = c.id
    WHERE d.state = 'unknown' AND d.next_at <= now() AND {CONNECTED}
        AND NOT EXISTS (SELECT 1 FROM publish_delivery s WHERE s.channel_id = d.channel_id
            AND s.state = 'sending' AND publish_keys(s.payload) && publish_keys(d.payload))
    ORDER BY d.next_at LIMIT %(room)s FOR UPDATE OF d SKIP LOCKED
), taken AS (
    UPDATE publish_delivery AS d
    SET worker = %(me)s, next_at = now() + make_interval(secs => %(look_lease)s)
    WHERE d.id = ANY(ARRAY(SELECT id FROM due)) AND d.state = 'unknown'
    RETURNING d.*
)
SELECT {DELIVERY}, b.workspace_id, a.id AS attempt_id, a.started_at, {CHANNEL}
FROM taken AS d
JOIN brand_channel c ON c.id = d.channel_id
JOIN brand_brand b ON b.id = c.brand_id
LEFT JOIN publish_connection k ON k.channel_id = d.channel_id
LEFT JOIN publish_attempt a ON a.delivery_id = d.id AND a.step = 'publish'
    AND a.outcome IN ('', 'unknown')
"""  # noqa: S608

_STILL = f"""
SELECT c.id FROM brand_channel c JOIN brand_brand b ON b.id = c.brand_id
WHERE c.id = ANY(%(channels)s) AND {_PAUSED}
"""  # noqa: S608

NEXT_DUE = """
SELECT extract(epoch FROM min(next_at) - now())::float8 FROM publish_delivery
WHERE state IN ('waiting', 'unknown') AND next_at > now()
"""


async def claim(
    db: AsyncConnection[Any],
    *,
    me: UUID,
    room: int,
    rooms: Mapping[UUID, int],
    ahead: int,
    gone_after: float,
) -> list[Claimed]:
    """Take up to `room` due deliveries; `rooms` says how many more of a channel."""
    async with db.transaction(), db.pipeline():
        await db.execute("SELECT pg_advisory_xact_lock(%s)", [_CLAIMS])
        cursor = db.cursor(row_factory=class_row(Claimed))
        await cursor.execute(
            CLAIM,
            {
                "me": me,
                "room": room,
                "channels": list(rooms),
                "rooms": list(rooms.values()),
                "ahead": ahead,
                "gone_after": gone_after,
                "own": OWN,
            },
        )
        return await cursor.fetchall()


async def claim_looks(
    db: AsyncConnection[Any], *, me: UUID, room: int, look_lease: float
) -> list[Claimed]:
    """Take up to `room` unknown deliveries whose channel is to be read back now.

    They stay unknown; after `look_lease` seconds another worker may look.
    """
    async with db.transaction(), db.pipeline():
        await db.execute("SELECT pg_advisory_xact_lock(%s)", [_CLAIMS])
        cursor = db.cursor(row_factory=class_row(Claimed))
        await cursor.execute(_LOOKS, {"me": me, "room": room, "look_lease": look_lease, "own": OWN})
        return await cursor.fetchall()


async def paused_among(db: AsyncConnection[Any], channels: Sequence[UUID]) -> set[UUID]:
    """Which of these channels stand still because a person paused sending."""
    rows = await (await db.execute(_STILL, {"channels": list(channels)})).fetchall()
    return {row[0] for row in rows}


async def next_due(db: AsyncConnection[Any]) -> float | None:
    """Seconds until the next delivery is due; None when none is."""
    row: Sequence[float | None] | None = await (await db.execute(NEXT_DUE)).fetchone()
    return row[0] if row else None
