"""Adding to the ledger: one entry or many, within the transaction of what they tell of."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from aboveboard.kernel.clock import now
from aboveboard.kernel.ids import new_id
from aboveboard.ledger.hashing import check_words
from aboveboard.ledger.models import Entry

_ONE = "SELECT * FROM ledger_append(%s, %s, %s, %s, %s, %s, %s::jsonb, %s, %s)"
_MANY = "SELECT * FROM ledger_append_many(%s, %s::jsonb)"


@dataclass(frozen=True, slots=True)
class Line:
    """An entry to be: who did what to which thing. `digests` maps names to SHA-256 in hex."""

    kind: str
    actor_kind: str
    actor_id: UUID | None
    subject_kind: str
    subject_id: UUID
    digests: Mapping[str, str] | None = None


def append(
    workspace_id: UUID,
    kind: str,
    *,
    actor_kind: str,
    actor_id: UUID | None,
    subject_kind: str,
    subject_id: UUID,
    digests: Mapping[str, str] | None = None,
) -> Entry:
    """Adds one entry and returns it. The chain stays locked until the transaction ends.

    Raises Invalid for what is neither a name, an id nor a hash; TransactionManagementError
    outside of a transaction, because an entry without its deed would be a lie.
    """
    _check(Line(kind, actor_kind, actor_id, subject_kind, subject_id, digests))
    packed = json.dumps(dict(digests or {}))
    deed = [kind, actor_kind, actor_id, subject_kind, subject_id, packed]
    return _entries(_ONE, [workspace_id, *deed, new_id(), now()])[0]


def append_many(workspace_id: UUID, lines: Iterable[Line]) -> list[Entry]:
    """Adds entries in their order, in one statement and under one lock. Raises like `append`."""
    wanted = tuple(lines)
    for line in wanted:
        _check(line)
    at = now().isoformat()
    return _entries(_MANY, [workspace_id, json.dumps([_packed(line, at) for line in wanted])])


def _check(line: Line) -> None:
    check_words(
        line.kind,
        actor_kind=line.actor_kind,
        subject_kind=line.subject_kind,
        digests=line.digests or {},
    )


def _packed(line: Line, at: str) -> dict[str, Any]:
    return {
        "id": str(new_id()),
        "at": at,
        "kind": line.kind,
        "actor_kind": line.actor_kind,
        "actor_id": str(line.actor_id) if line.actor_id else None,
        "subject_kind": line.subject_kind,
        "subject_id": str(line.subject_id),
        "digests": dict(line.digests or {}),
    }


def _entries(sql: str, params: list[Any]) -> list[Entry]:
    if not connection.in_atomic_block:
        raise transaction.TransactionManagementError(
            "A ledger entry belongs into the transaction of what it tells of."
        )
    return list(Entry.objects.raw(sql, params))
