"""The file format of an exported record and its verification (pure: no Django, no database).

A record is a text of JSON lines, each in canonical form (sorted keys, no spaces, ASCII):

    {"format":"aboveboard-record-1","key":<Ed25519 public key>,"made_at":…,"workspace_id":…}
    {"actor_id":…,"at":…, … ,"hash":…, … ,"prev_hash":…,"seq":1, …}      an entry per line
    {"count":…,"hash":…,"seq":…,"signature":…}                           the signed head

The signature (Ed25519, RFC 8032, hex) is over the first line and the head's count, hash and seq
together, so that nothing in the file can be changed, left out, moved or added unnoticed. Who
does not hold the instance's key can only sign with another: compare the fingerprint with the
one that the instance shows.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal, Self
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from aboveboard.kernel.digest import canonical
from aboveboard.ledger.hashing import HASH, NOTHING, WORD, EntryFields, entry_hash, moment

LONGEST_LINE = 65_536
FAULTS_TOLD = 20

_Hash = Annotated[str, StringConstraints(pattern=f"^{HASH}$")]
_Word = Annotated[str, StringConstraints(pattern=f"^{WORD}$")]
_Count = Annotated[int, Field(ge=0, lt=1 << 63)]


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def read(cls, line: str) -> Self | None:
        """The line's meaning, None unless it is written exactly as `line()` writes it."""
        try:
            found = cls.model_validate_json(line)
        except ValidationError:
            return None
        return found if found.line() == line else None

    def line(self) -> str:
        plain = self.model_dump(mode="json")
        plain |= {
            name: moment(value)
            for name in type(self).model_fields
            if isinstance(value := getattr(self, name), datetime)
        }
        return canonical(plain)


class Header(_Line):
    """The first line: whose record this is, when it was made, and the key that signs it."""

    format: Literal["aboveboard-record-1"] = "aboveboard-record-1"
    workspace_id: UUID
    made_at: AwareDatetime
    key: _Hash


class EntryLine(_Line):
    """An entry; its workspace is the header's."""

    seq: _Count
    id: UUID
    at: AwareDatetime
    kind: _Word
    actor_kind: Literal["person", "agent", "house"]
    actor_id: UUID | None
    subject_kind: _Word
    subject_id: UUID
    digests: dict[_Word, _Hash]
    prev_hash: _Hash
    hash: _Hash

    @classmethod
    def of(cls, entry: EntryFields, *, stated: str) -> Self:
        """The line of an entry with the hash that is stated for it."""
        return cls(
            seq=entry.seq,
            id=entry.id,
            at=entry.at,
            kind=entry.kind,
            actor_kind=entry.actor_kind,
            actor_id=entry.actor_id,
            subject_kind=entry.subject_kind,
            subject_id=entry.subject_id,
            digests=dict(entry.digests),
            prev_hash=entry.prev_hash,
            hash=stated,
        )

    def computed(self, workspace_id: UUID) -> str:
        """The hash that an entry of this content has."""
        fields = {name: getattr(self, name) for name in type(self).model_fields if name != "hash"}
        return entry_hash(EntryFields(workspace_id=workspace_id, **fields))


class Head(_Line):
    """The last line: where the chain ends, signed together with the header."""

    count: _Count
    seq: _Count
    hash: _Hash
    signature: Annotated[str, StringConstraints(pattern="^[0-9a-f]{128}$")]

    @classmethod
    def signed(cls, key: Ed25519PrivateKey, header: Header, *, seq: int, last_hash: str) -> Self:
        text = _signed_text(header, count=seq, seq=seq, last_hash=last_hash)
        return cls(count=seq, seq=seq, hash=last_hash, signature=key.sign(text).hex())

    def is_signed_for(self, header: Header) -> bool:
        text = _signed_text(header, count=self.count, seq=self.seq, last_hash=self.hash)
        try:
            key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(header.key))
            key.verify(bytes.fromhex(self.signature), text)
        except (InvalidSignature, ValueError):
            return False
        return True


def _signed_text(header: Header, *, count: int, seq: int, last_hash: str) -> bytes:
    head = canonical({"count": count, "hash": last_hash, "seq": seq})
    return f"{header.line()}\n{head}".encode("ascii")


def fingerprint(key: str) -> str:
    """A public key (64 hex digits) as eight groups of four, for people to compare (128 bits)."""
    digits = hashlib.sha256(bytes.fromhex(key)).hexdigest()[:32]
    return " ".join(digits[i : i + 4] for i in range(0, 32, 4))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is amiss on a line (1 is the first). `code` is short and stable, for programs."""

    line: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a record turned out to be. `faults` holds the first 20 of `fault_count`."""

    workspace_id: UUID | None
    made_at: datetime | None
    count: int
    head_hash: str
    fingerprint: str
    is_expected_key: bool | None
    faults: tuple[Fault, ...]
    fault_count: int

    @property
    def ok(self) -> bool:
        """Whole and signed; by whom is for the fingerprint to say, unless a key was expected."""
        return not self.fault_count


def verify_file(path: Path, *, expected_key: str | None = None) -> Verdict:
    """`verify_lines` of a file, a line in memory at a time. Raises OSError."""
    with path.open("rb") as file:
        return verify_lines(
            (
                raw.decode("ascii", errors="replace")
                for raw in iter(lambda: file.readline(LONGEST_LINE + 2), b"")
            ),
            expected_key=expected_key,
        )


def verify_lines(lines: Iterable[str], *, expected_key: str | None = None) -> Verdict:
    """Whether a record is what was exported: each line, their order, the end and the signature.

    `expected_key` is the instance's public key or its fingerprint, spaces as one likes; without
    it, a record that was signed anew with another key passes, and the fingerprint is all that
    tells.
    """
    return _Reader(expected_key).read(iter(lines))


class _Reader:
    def __init__(self, expected_key: str | None) -> None:
        self._expected = expected_key
        self._header: Header | None = None
        self._head: Head | None = None
        self._seq, self._hash, self._count = 0, NOTHING, 0
        self._faults: list[Fault] = []
        self._fault_count = 0
        self._number = 1
        self._is_expected: bool | None = None

    def read(self, lines: Iterator[str]) -> Verdict:
        self._read_header(next(lines, ""))
        if self._header is not None:
            for line in lines:
                self._number += 1
                self._read_line(line.removesuffix("\n"), self._header)
            if self._head is None:
                self._fault("truncated", "The signed head is missing: the end was cut off.")
        return Verdict(
            workspace_id=self._header.workspace_id if self._header else None,
            made_at=self._header.made_at if self._header else None,
            count=self._count,
            head_hash=self._hash,
            fingerprint=fingerprint(self._header.key) if self._header else "",
            is_expected_key=self._is_expected,
            faults=tuple(self._faults),
            fault_count=self._fault_count,
        )

    def _fault(self, code: str, message: str) -> None:
        self._fault_count += 1
        if len(self._faults) < FAULTS_TOLD:
            self._faults.append(Fault(self._number, code, message))

    def _read_header(self, line: str) -> None:
        self._header = Header.read(line.removesuffix("\n")) if _fits(line) else None
        if self._header is None:
            self._fault("header", "The first line is not that of a record of Aboveboard.")
        elif self._expected is not None:
            given = "".join(self._expected.split()).lower()
            own = (self._header.key, fingerprint(self._header.key).replace(" ", ""))
            self._is_expected = given in own
            if not self._is_expected:
                self._fault("key", "The record is signed with another key than the expected one.")

    def _read_line(self, line: str, header: Header) -> None:
        if self._head is not None:
            self._fault("after_head", "Something stands after the signed head.")
        elif line.startswith('{"count":') and _fits(line) and (head := Head.read(line)):
            self._head = head
            self._check_head(head, header)
        elif _fits(line) and (entry := EntryLine.read(line)):
            self._check_entry(entry, header)
        else:
            self._fault("line", "This line is neither an entry nor a signed head.")

    def _check_entry(self, entry: EntryLine, header: Header) -> None:
        wanted = self._seq + 1
        if entry.computed(header.workspace_id) != entry.hash:
            self._fault("changed", f"Entry {entry.seq} has been changed.")
        if entry.seq > wanted:
            self._fault("missing", f"Entries {wanted} to {entry.seq - 1} are missing here.")
        elif entry.seq < wanted:
            self._fault("order", f"Entry {entry.seq} stands where entry {wanted} belongs.")
        elif entry.prev_hash != self._hash:
            self._fault("broken", f"Entry {entry.seq} does not follow the one before it.")
        self._seq, self._hash = entry.seq, entry.hash
        self._count += 1

    def _check_head(self, head: Head, header: Header) -> None:
        if (head.count, head.seq, head.hash) != (self._count, self._seq, self._hash):
            self._fault(
                "end",
                f"The signed head tells of {head.count} entries and another end than the "
                f"{self._count} that are here.",
            )
        if not head.is_signed_for(header):
            self._fault("signature", "The signature does not fit the head and the first line.")


def _fits(line: str) -> bool:
    return line.isascii() and len(line) <= LONGEST_LINE + 1
