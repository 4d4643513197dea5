"""The pure rules of the ledger, in one place for others: hashes, and whether a record holds."""

from aboveboard.ledger.hashing import NOTHING, EntryFields, check_words, entry_hash, entry_text
from aboveboard.ledger.record import Fault, Verdict, fingerprint, verify_file, verify_lines

__all__ = [
    "NOTHING",
    "EntryFields",
    "Fault",
    "Verdict",
    "check_words",
    "entry_hash",
    "entry_text",
    "fingerprint",
    "verify_file",
    "verify_lines",
]
