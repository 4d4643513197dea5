"""Reading the ledger: the entries about a thing, and whether the chain holds."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Max, Min, QuerySet

from aboveboard.ledger.hashing import NOTHING, entry_hash
from aboveboard.ledger.models import Chain, Entry

PAGE = 1000


class State(NamedTuple):
    """Where a chain ends. `ok` is False when the end and the last entry do not agree."""

    seq: int
    head_hash: str
    ok: bool


def entries(
    workspace_id: UUID, *, subject_id: UUID | None = None, kind: str | None = None
) -> QuerySet[Entry]:
    """The entries of a workspace, oldest first; of one thing or one kind when asked."""
    found = Entry.objects.filter(workspace_id=workspace_id).order_by("seq")
    if subject_id is not None:
        found = found.filter(subject_id=subject_id)
    if kind is not None:
        found = found.filter(kind=kind)
    return found


def state(workspace_id: UUID) -> State:
    """The end of the chain, checked against the last entry only: cheap enough for each page."""
    chain = Chain.objects.filter(workspace_id=workspace_id).first()
    seq, head = (chain.seq, chain.head_hash) if chain else (0, NOTHING)
    # The chain is read first: entries added since then come after its end.
    last = entries(workspace_id).filter(seq__lte=seq).last()
    if last is None:
        return State(seq, head, seq == 0 and head == NOTHING)
    holds = (last.seq, last.hash) == (seq, head) and entry_hash(last.fields()) == head
    return State(seq, head, holds)


def broken_at(workspace_id: UUID) -> int | None:
    """The number of the first entry that does not hold, recomputing every hash; None if all do.

    An end of the chain that is not there counts as the entry after the last.
    """
    now_at = state(workspace_id)
    seq, prev = 0, NOTHING
    for entry in entries_until(workspace_id, now_at.seq):
        wanted = (seq + 1, prev, entry_hash(entry.fields()))
        if (entry.seq, entry.prev_hash, entry.hash) != wanted:
            return seq + 1
        seq, prev = entry.seq, entry.hash
    return None if (seq, prev) == (now_at.seq, now_at.head_hash) else seq + 1


def entries_until(workspace_id: UUID, seq: int) -> Iterator[Entry]:
    """The entries up to and with number `seq`, in order, a page in memory at a time."""
    after = 0
    while True:
        page = list(entries(workspace_id).filter(seq__gt=after, seq__lte=seq)[:PAGE])
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1].seq


def hashes_until(workspace_id: UUID, seq: int) -> Iterator[str]:
    """The hashes of the entries up to and with number `seq`, in order."""
    rows = entries(workspace_id).filter(seq__lte=seq)
    yield from rows.values_list("hash", flat=True).iterator(PAGE)


class About(NamedTuple):
    """How many entries there are about some things, and the numbers of the first and last."""

    number: int
    first: int
    last: int


def about(workspace_id: UUID, subject_ids: Iterable[UUID]) -> About:
    """The entries about some things, counted."""
    told = Entry.objects.filter(
        workspace_id=workspace_id, subject_id__in=list(subject_ids)
    ).aggregate(Count("id"), Min("seq"), Max("seq"))
    return About(told["id__count"], told["seq__min"] or 0, told["seq__max"] or 0)
