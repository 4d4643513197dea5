"""The statements that write results, each for a whole batch of changes."""

import json
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any
from uuid import UUID

from psycopg import AsyncConnection

from aboveboard.kernel.ids import new_id

if TYPE_CHECKING:
    from aboveboard.publish.engine.writer import Change, Close, Made, Part

_MADE = """
INSERT INTO publish_attempt (id, delivery_id, step, part, worker, started_at, ended_at, outcome,
    status, answer, next)
SELECT * FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::int[], %s::uuid[],
    %s::timestamptz[], %s::timestamptz[], %s::text[], %s::int[], %s::text[], %s::text[])
ON CONFLICT (id) DO NOTHING
"""
# A part counts only when its row is there: with a remote id that is another part's, the attempt
# stays unsettled and the channel is read back.
_CLOSE = """
UPDATE publish_attempt AS a SET outcome = n.outcome, ended_at = n.at, status = n.status,
    answer = n.answer, next = n.next
FROM unnest(%s::uuid[], %s::text[], %s::timestamptz[], %s::int[], %s::text[], %s::text[],
    %s::int[]) AS n(id, outcome, at, status, answer, next, out)
WHERE a.id = n.id
    AND (a.outcome = '' OR a.outcome = 'unknown' AND n.outcome IN ('found', 'absent'))
    AND (n.out IS NULL OR EXISTS (SELECT 1 FROM publish_sentpart p
        WHERE p.delivery_id = a.delivery_id AND p.part = n.out))
"""
_PARTS = """
INSERT INTO publish_sentpart (id, delivery_id, channel_id, part, remote_id, url, handle, at)
SELECT * FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::int[], %s::text[], %s::text[],
    %s::text[], %s::timestamptz[])
ON CONFLICT DO NOTHING
"""
_MOVE = """
UPDATE publish_delivery AS d SET state = n.state, why = n.why,
    next_at = coalesce(n.next_at, CASE WHEN n.state = 'waiting' THEN now() END),
    next_step = n.next_step, next_part = n.next_part, tries = n.tries, looks = n.looks,
    absent = n.absent, settle_after = n.settle_after,
    progress = coalesce(n.progress::jsonb, d.progress), sent_at = coalesce(n.sent_at, d.sent_at),
    worker = CASE WHEN n.state = 'sending' THEN d.worker END
FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::text[], %s::timestamptz[],
    %s::text[], %s::int[], %s::int[], %s::int[], %s::int[], %s::timestamptz[], %s::text[],
    %s::timestamptz[], %s::int[])
    AS n(id, worker, before, state, why, next_at, next_step, next_part, tries, looks, absent,
        settle_after, progress, sent_at, out)
WHERE d.id = n.id AND d.worker = n.worker AND d.state = n.before
    AND (n.out IS NULL OR EXISTS (SELECT 1 FROM publish_sentpart p
        WHERE p.delivery_id = d.id AND p.part = n.out))
RETURNING d.id
"""
_OPEN = """
INSERT INTO publish_attempt (id, delivery_id, step, part, worker, started_at, outcome, answer, next)
SELECT n.id, n.delivery, 'publish', n.part, n.worker, clock_timestamp(), '', '', ''
FROM unnest(%s::uuid[], %s::uuid[], %s::int[], %s::uuid[]) AS n(id, delivery, part, worker)
"""
_LEDGER = "SELECT count(*) FROM ledger_append_many(%s, %s::jsonb)"
_TOLD = frozenset({"sent", "unknown", "refused", "held"})


def _columns(rows: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


async def results(db: AsyncConnection[Any], batch: Sequence["Change"]) -> set[UUID]:
    """Write what happened and move the deliveries. Returns those that were still ours."""
    made = [_made(change, attempt) for change in batch for attempt in change.made]
    parts = [_part(change, change.part) for change in batch if change.part]
    closed = [_closed(change, change.close) for change in batch if change.close]
    # In the order of ids, so that two workers never wait for each other.
    moves = sorted((_move(change) for change in batch), key=lambda row: row[0])
    async with db.pipeline():
        for statement, rows in ((_MADE, made), (_PARTS, parts), (_CLOSE, closed)):
            if rows:
                await db.execute(statement, _columns(rows))
        moved = await db.execute(_MOVE, _columns(moves))
        return {row[0] for row in await moved.fetchall()}


def _made(c: "Change", made: "Made") -> tuple[Any, ...]:
    times = made.started_at, made.ended_at
    said = made.outcome, made.status, made.answer, made.next
    return new_id(), c.id, made.step, made.part, c.worker, *times, *said


def _part(c: "Change", part: "Part") -> tuple[Any, ...]:
    return new_id(), c.id, c.channel_id, part.part, part.remote_id, part.url, part.handle, part.at


def _closed(c: "Change", close: "Close") -> tuple[Any, ...]:
    said = close.outcome, close.at, close.status, close.answer, close.next
    return close.attempt_id, *said, c.part.part if c.part else None


def _move(c: "Change") -> tuple[Any, ...]:
    place = c.next_at, c.next_step, c.next_part
    counts = c.tries, c.looks, c.absent
    rest = c.settle_after, c.progress, c.sent_at, c.part.part if c.part else None
    return c.id, c.worker, c.before, c.state, c.why, *place, *counts, *rest


async def follow_up(db: AsyncConnection[Any], applied: Sequence["Change"]) -> None:
    """Open the next attempts and enter in the ledger what has come to an end."""
    opened = [(c.open_attempt, c.id, c.next_part, c.worker) for c in applied if c.open_attempt]
    async with db.pipeline():
        if opened:
            await db.execute(_OPEN, _columns(opened))
        told = [c for c in applied if c.state in _TOLD and c.state != c.before]
        await tell(db, [(c.workspace_id, c.state, c.id, c.digest) for c in told])


async def tell(db: AsyncConnection[Any], told: Sequence[tuple[UUID, str, UUID, str]]) -> None:
    """Enter states in the ledger: (workspace, state, delivery, digest of its content)."""
    for workspace, lines in groupby(sorted(told), key=lambda line: line[0]):
        entries = [
            {
                "kind": f"delivery.{state}",
                "actor_kind": "house",
                "subject_kind": "delivery",
                "subject_id": str(delivery),
                "digests": {"content": digest},
            }
            for _, state, delivery, digest in lines
        ]
        await db.execute(_LEDGER, [workspace, json.dumps(entries)])
