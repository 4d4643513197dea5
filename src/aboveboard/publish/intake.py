"""Taking in: every valid approval becomes a waiting delivery, however often this is asked."""

from datetime import datetime
from uuid import UUID

from django.db import connection

# `since` spares the worker a look at all of history each second; None looks at all of it.
TAKE_IN = """
WITH given AS (
    SELECT a.id, a.variant_id, a.content, a.digest, a.at, a.content::jsonb AS body, v.channel_id
    FROM review_approval a
    JOIN create_variant v ON v.id = a.variant_id
    JOIN plan_post p ON p.id = v.post_id AND p.removed_at IS NULL
    LEFT JOIN publish_delivery d ON d.variant_id = a.variant_id
    WHERE a.voided_at IS NULL
        AND (%(since)s::timestamptz IS NULL OR a.at >= %(since)s)
        AND (%(brand)s::uuid IS NULL OR p.brand_id = %(brand)s)
        AND (d.id IS NULL OR d.approval_id <> a.id AND d.state IN ('waiting', 'held', 'refused')
            AND NOT EXISTS (SELECT 1 FROM publish_sentpart s WHERE s.delivery_id = d.id))
    ORDER BY a.at, a.id LIMIT %(limit)s
    FOR SHARE OF a SKIP LOCKED
)
INSERT INTO publish_delivery AS d (id, variant_id, channel_id, approval_id, payload, digest,
    parts, at, state, why, next_at, next_step, next_part, tries, looks, absent, progress,
    created_at)
SELECT gen_random_uuid(), variant_id, channel_id, id, content, digest,
    jsonb_array_length(body -> 'parts'), due, 'waiting', '', due,
    CASE WHEN jsonb_array_length(body -> 'pictures') > 0 THEN 'upload' ELSE 'publish' END,
    0, 0, 0, 0, '{}', clock_timestamp()
FROM given, coalesce(nullif(body ->> 'at', '')::timestamptz, at) AS due
ON CONFLICT (variant_id) DO UPDATE SET approval_id = excluded.approval_id,
    payload = excluded.payload, digest = excluded.digest, parts = excluded.parts,
    at = excluded.at, state = 'waiting', why = '', next_at = excluded.next_at,
    next_step = excluded.next_step, next_part = 0, tries = 0, looks = 0, absent = 0,
    settle_after = NULL, worker = NULL, progress = '{}'
WHERE d.approval_id <> excluded.approval_id AND d.state IN ('waiting', 'held', 'refused')
RETURNING id
"""


def take_in(limit: int = 1000, brand_id: UUID | None = None, since: datetime | None = None) -> int:
    """Give every valid approval its delivery; returns how many deliveries began or began anew.

    One whose parts are partly out keeps what it has. May be called as often as one likes.
    """
    with connection.cursor() as cursor:
        cursor.execute(TAKE_IN, {"since": since, "brand": brand_id, "limit": limit})
        return len(cursor.fetchall())
