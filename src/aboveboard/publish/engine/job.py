"""A delivery in the hands of a worker, as the claim gives it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery in hand, with all that sending takes.

    `attempt_id` is that of the open attempt, once it is; for a look it and `started_at` are those
    of the unsettled one.
    """

    id: UUID
    channel_id: UUID
    workspace_id: UUID
    payload: str
    digest: str
    at: datetime
    parts: int
    next_step: str
    next_part: int
    tries: int
    looks: int
    absent: int
    settle_after: datetime | None
    progress: dict[str, Any]
    worker: UUID
    attempt_id: UUID | None
    started_at: datetime | None
    network: str
    server: str
    handle: str
    remote_id: str
    sealed: bytes
    rate_key: str
