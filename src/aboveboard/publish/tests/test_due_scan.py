"""Looking for what is due reads an index, however much is scheduled: the plans are looked at."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from tests.builders import House, make_brand, make_channel

from aboveboard.publish.engine import claim
from aboveboard.publish.models import Delivery

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]

SCHEDULED, CHANNELS = 100_000, 20
# The guards want an approval for each; here it is the reading that counts, not the rows.
_FILL = """
INSERT INTO publish_delivery (id, variant_id, channel_id, approval_id, payload, digest, parts, at,
    state, why, next_at, next_step, next_part, tries, looks, absent, progress, created_at)
SELECT gen_random_uuid(), gen_random_uuid(), (%(channels)s::uuid[])[1 + n %% %(count)s],
    gen_random_uuid(), '{"parts": []}', '', 1, due, 'waiting', '', due, 'publish', 0, 0, 0, 0,
    '{}', now()
FROM generate_series(1, %(scheduled)s) AS n,
    LATERAL (SELECT now() + make_interval(mins => n) AS due) AS d
"""


@pytest.fixture
def calendar(house: House) -> Iterator[None]:
    """100,000 scheduled posts on 20 channels."""
    channels = [make_channel(make_brand(house), network="mastodon").pk for _ in range(CHANNELS)]
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(_FILL, {"channels": channels, "count": CHANNELS, "scheduled": SCHEDULED})
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("VACUUM ANALYZE publish_delivery")
    assert Delivery.objects.count() == SCHEDULED
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE publish_delivery CASCADE")


def planned(statement: str, values: dict[str, Any]) -> dict[str, Any]:
    """The plan of a statement as the engine runs it, carried out and rolled back."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL jit = off")
        cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}", values)
        told = cursor.fetchone()
        cursor.execute("ROLLBACK")
    assert told
    found = told[0] if isinstance(told[0], list) else json.loads(told[0])
    plan: dict[str, Any] = found[0]
    return plan


def reads(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every reading of deliveries in a plan, that was done at all."""
    if plan.get("Relation Name") == "publish_delivery" and plan["Actual Loops"]:
        yield plan
    for inner in plan.get("Plans", ()):
        yield from reads(inner)


CLAIM = {
    "me": uuid4(),
    "room": 128,
    "channels": [],
    "rooms": [],
    "ahead": 64,
    "gone_after": 1.5,
    "own": claim.OWN,
}


@pytest.mark.parametrize(
    ("name", "statement", "values"),
    [("claim", claim.CLAIM, CLAIM), ("next due", claim.NEXT_DUE, {})],
)
def test_the_due_scan_reads_an_index_alone(
    name: str, statement: str, values: dict[str, Any], calendar: None
) -> None:
    plan = planned(statement, values)
    found = list(reads(plan["Plan"]))
    assert found
    for read in found:
        if read.get("Index Name") in ("delivery_waiting", "delivery_due"):
            assert read["Node Type"] == "Index Only Scan", read
            assert read["Actual Rows"] <= 1
        else:
            # What is on its way, and what is taken: of both there is nothing.
            assert read["Node Type"] != "Seq Scan", read
            assert read["Actual Rows"] == 0
    assert any(read["Node Type"] == "Index Only Scan" for read in found)
    print(f"{name}: {plan['Execution Time']:.2f} ms of 5, {SCHEDULED:,} scheduled")
    touched = plan["Plan"]["Shared Hit Blocks"] + plan["Plan"]["Shared Read Blocks"]
    assert touched < 50 * CHANNELS
