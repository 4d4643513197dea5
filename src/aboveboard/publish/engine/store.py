"""The statements that write results, each for a whole batch of changes."""

import json
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any
from uuid import UUID

from psycopg import AsyncConnection

from aboveboard.kernel.ids import new_id

if TYPE_CHECKING:
    from aboveboard.publish.engine.writer import Change, Close, Made, Open, Part

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
# Moves the deliveries that are still ours, and enters those in the ledger that came to an end.
_MOVE = """
WITH moved AS (
    UPDATE publish_delivery AS d SET state = n.state, why = n.why,
        next_at = coalesce(n.next_at, CASE WHEN n.state = 'waiting' THEN now() END),
        next_step = n.next_step, next_part = n.next_part, tries = n.tries, looks = n.looks,
        absent = n.absent, settle_after = n.settle_after,
        progress = coalesce(n.progress::jsonb, d.progress),
        sent_at = coalesce(n.sent_at, d.sent_at),
        worker = CASE WHEN n.state = 'sending' THEN d.worker END
    FROM unnest(%s::uuid[], %s::uuid[], %s::text[], %s::text[], %s::text[], %s::timestamptz[],
        %s::text[], %s::int[], %s::int[], %s::int[], %s::int[], %s::timestamptz[], %s::text[],
        %s::timestamptz[], %s::int[], %s::uuid[])
        AS n(id, worker, before, state, why, next_at, next_step, next_part, tries, looks, absent,
            settle_after, progress, sent_at, out, workspace)
    WHERE d.id = n.id AND d.worker = n.worker AND d.state = n.before
        AND (n.out IS NULL OR EXISTS (SELECT 1 FROM publish_sentpart p
            WHERE p.delivery_id = d.id AND p.part = n.out))
    RETURNING d.id, d.digest, d.state, n.workspace,
        d.state <> n.before AND d.state IN ('sent', 'unknown', 'refused', 'held') AS is_told
), lines AS (
    SELECT workspace, jsonb_agg(jsonb_build_object('kind', 'delivery.' || state,
        'actor_kind', 'house', 'subject_kind', 'delivery', 'subject_id', id,
        'digests', jsonb_build_object('content', digest))) AS entries
    FROM moved WHERE is_told GROUP BY workspace ORDER BY workspace
), told AS (
    SELECT entry.seq FROM lines, LATERAL ledger_append_many(lines.workspace, lines.entries) AS entry
)
SELECT id, (SELECT count(*) FROM told) FROM moved
"""
_OPEN = """
INSERT INTO publish_attempt (id, delivery_id, step, part, worker, started_at, outcome, answer, next)
SELECT n.id, d.id, 'publish', n.part, d.worker, clock_timestamp(), '', '', ''
FROM unnest(%s::uuid[], %s::uuid[], %s::int[], %s::uuid[]) AS n(id, delivery, part, worker)
JOIN publish_delivery AS d ON d.id = n.delivery AND d.worker = n.worker AND d.state = 'sending'
    AND d.next_step = 'publish' AND d.next_part = n.part
RETURNING id
"""
_LEDGER = "SELECT count(*) FROM ledger_append_many(%s, %s::jsonb)"


def _columns(rows: Sequence[tuple[Any, ...]]) -> list[list[Any]]:
    return [list(column) for column in zip(*rows, strict=True)]


async def write(
    db: AsyncConnection[Any], changes: Sequence["Change"], opens: Sequence["Open"]
) -> set[UUID]:
    """Write a batch in one transaction and one exchange.

    Returns the deliveries that were still ours and the attempts that were opened.
    """
    made = [_made(change, attempt) for change in changes for attempt in change.made]
    parts = [_part(change, change.part) for change in changes if change.part]
    closed = [_closed(change, change.close) for change in changes if change.close]
    # In the order of ids, so that two workers never wait for each other.
    moves = sorted((_move(change) for change in changes), key=lambda row: row[0])
    opened = [(c.open_attempt, c.id, c.next_part, c.worker) for c in changes if c.open_attempt]
    opened += [(o.attempt_id, o.id, o.part, o.worker) for o in opens]
    answers = []
    async with db.transaction(), db.pipeline():
        for statement, rows in ((_MADE, made), (_PARTS, parts), (_CLOSE, closed)):
            if rows:
                await db.execute(statement, _columns(rows))
        for statement, rows in ((_MOVE, moves), (_OPEN, opened)):
            if rows:
                answers.append(await db.execute(statement, _columns(rows)))
        return {row[0] for answer in answers for row in await answer.fetchall()}


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
    out = c.part.part if c.part else None
    rest = c.settle_after, c.progress, c.sent_at, out, c.workspace_id
    return c.id, c.worker, c.before, c.state, c.why, *place, *counts, *rest


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
