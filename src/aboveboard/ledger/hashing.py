"""What an entry says and what its hash is (pure).

The text under the hash is a line per field, each field limited to ASCII without line breaks,
so that the database (see the first migration) computes the very same in SQL.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from aboveboard.kernel.errors import Invalid

ENTRY_FORMAT = "aboveboard-entry-1"
NOTHING = "0" * 64  # what stands before the first entry

WORD = r"[a-z][a-z0-9_.]{0,63}"
HASH = r"[0-9a-f]{64}"
_WORD = re.compile(WORD + r"\Z")
_HASH = re.compile(HASH + r"\Z")
ACTOR_KINDS = frozenset({"person", "agent", "house"})


@dataclass(frozen=True, slots=True)
class EntryFields:
    """All that an entry says: who did what to which thing, when, after which entry.

    `digests` maps short names to SHA-256 values in hex; ids and hashes are all there is.
    """

    id: UUID
    workspace_id: UUID
    seq: int
    at: datetime
    kind: str
    actor_kind: str
    actor_id: UUID | None
    subject_kind: str
    subject_id: UUID
    prev_hash: str
    digests: Mapping[str, str] = field(default_factory=dict)


def entry_text(entry: EntryFields) -> str:
    """The text that is hashed: a line per field, the digests last, by name."""
    head = (
        ENTRY_FORMAT,
        str(entry.workspace_id),
        str(entry.seq),
        str(entry.id),
        moment(entry.at),
        entry.kind,
        entry.actor_kind,
        str(entry.actor_id or "-"),
        entry.subject_kind,
        str(entry.subject_id),
        entry.prev_hash,
    )
    digests = (f"{name}={entry.digests[name]}" for name in sorted(entry.digests))
    return "\n".join((*head, *digests))


def entry_hash(entry: EntryFields) -> str:
    """The SHA-256 of an entry's text, in 64 hex digits."""
    return hashlib.sha256(entry_text(entry).encode("ascii")).hexdigest()


def moment(at: datetime) -> str:
    """A moment as the ledger writes it: UTC, microseconds, `2031-05-04T08:00:00.000000Z`."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def check_words(
    kind: str, *, actor_kind: str, subject_kind: str, digests: Mapping[str, str]
) -> None:
    """Raises Invalid for anything that is neither a short name of a kind nor a hash."""
    for word in (kind, subject_kind, *digests):
        if not _WORD.match(word):
            raise Invalid(
                f"“{word[:40]}” cannot stand in the ledger. Nothing was entered.",
                mend="Use lower case letters, digits, dots and underscores, at most 64.",
                code="ledger_word",
            )
    if actor_kind not in ACTOR_KINDS:
        raise Invalid(f"“{actor_kind[:40]}” is no kind of actor. Nothing was entered.")
    for name, value in digests.items():
        if not _HASH.match(value):
            raise Invalid(
                f"The digest “{name}” is not a SHA-256 in hex. Nothing was entered.",
                mend="The ledger holds ids and hashes only.",
                code="ledger_digest",
            )
