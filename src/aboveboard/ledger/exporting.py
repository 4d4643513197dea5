"""Writing a workspace's ledger as a record that can be verified without the database."""

from dataclasses import dataclass
from typing import TextIO
from uuid import UUID

from aboveboard.kernel.clock import now
from aboveboard.kernel.errors import Conflict
from aboveboard.ledger.hashing import NOTHING, entry_hash
from aboveboard.ledger.keys import public_hex, signing_key
from aboveboard.ledger.queries import entries_until, state
from aboveboard.ledger.record import EntryLine, Head, Header, fingerprint


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: how many entries, the hash of the last, and who signed."""

    count: int
    head_hash: str
    fingerprint: str


def export(workspace_id: UUID, stream: TextIO) -> Exported:
    """Writes the record up to the present end of the chain, a page in memory at a time.

    Entries added meanwhile are left for the next export. Raises Conflict, leaving the record
    unsigned, when an entry in the database is not what was once entered.
    """
    key = signing_key()
    header = Header(workspace_id=workspace_id, made_at=now(), key=public_hex(key))
    stream.write(f"{header.line()}\n")
    end = state(workspace_id)
    seq, prev = 0, NOTHING
    for entry in entries_until(workspace_id, end.seq):
        fields = entry.fields()
        if (entry.seq, entry.prev_hash, entry.hash) != (seq + 1, prev, entry_hash(fields)):
            raise _broken(seq + 1)
        stream.write(f"{EntryLine.of(fields, stated=entry.hash).line()}\n")
        seq, prev = entry.seq, entry.hash
    if (seq, prev) != (end.seq, end.head_hash):
        raise _broken(seq + 1)
    stream.write(f"{Head.signed(key, header, seq=seq, last_hash=prev).line()}\n")
    return Exported(seq, prev, fingerprint(header.key))


def _broken(seq: int) -> Conflict:
    return Conflict(
        f"The ledger in the database does not hold together at entry {seq}. The record was "
        "written up to there, without a signature.",
        mend="Somebody changed the database past its guards: compare it with your last backup.",
        code="ledger_broken",
    )
