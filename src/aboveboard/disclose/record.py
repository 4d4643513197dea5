"""A brand's public record as a file that anybody can check without a server (pure).

UTF-8, a canonical JSON object per line, each with its number, the hash of the line before it and
its own (SHA-256 of the canonical JSON of all but `hash`). The first line is the header; then the
hashes of the ledger's entries, oldest first; the brand's rules over time; its posts, oldest first;
the last line is the head, whose hash the studio's Ed25519 key (RFC 8032) signs. Posts name entries
of the ledger by number and hash, so that a later record or the ledger's own can be held against it.
It holds no name of a person and no id of one.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Annotated, Any, Literal

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from aboveboard.disclose.rules import Label, LabelKind
from aboveboard.kernel.digest import canonical, sha256
from aboveboard.ledger.hashing import NOTHING
from aboveboard.ledger.record import Fault, fingerprint

FORMAT: Literal["aboveboard-brand-record-1"] = "aboveboard-brand-record-1"
HASHES_PER_LINE = 500
LONGEST_LINE = 2_000_000
FAULTS_TOLD = 20
Hash = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class EntryRef(_Body):
    """An entry of the ledger: its number, kind, moment, what kind of actor, digests and hash."""

    seq: int = Field(ge=1)
    kind: str
    at: AwareDatetime
    by: Literal["person", "agent", "house"]
    digests: dict[str, Hash]
    hash: Hash


class Header(_Body):
    """Whose record this is. `seq` and `ledger_hash` are the end of the ledger it was made at.

    `last_call` is the ledger's last entry of a model's being asked for this brand, None for never.
    """

    format: Literal["aboveboard-brand-record-1"] = FORMAT
    brand: str
    name: str
    slug: str
    demo: bool
    made_at: AwareDatetime
    key: Hash
    seq: int = Field(ge=0)
    ledger_hash: Hash
    last_call: EntryRef | None


class Hashes(_Body):
    """Hashes of the ledger's entries from number `first` on."""

    first: int = Field(ge=1)
    hashes: tuple[Hash, ...]


class Rules(_Body):
    """The brand's policy from a moment on."""

    since: AwareDatetime
    policy: dict[str, Any]


class Use(_Body):
    """A tool that took part, and what for: a `brand.rules.Task`."""

    task: str
    tool: str


class PictureLine(_Body):
    """A picture or clip. `digest` is what a person approved, `sent` the file that goes out.

    They differ where a signature was added. `bits` and `colours` (hex) are its likeness, by which
    it is known again without its credential; `credential` the state of what the file says itself.
    """

    digest: Hash
    sent: Hash
    mime: str
    origin: str
    credential: str
    bits: str = ""
    colours: str = ""


class PostLine(_Body):
    """A post that went out. One that was `taken_away` since keeps its record, not its words.

    When, and whether it was `taken_down` from its network, the file tells by its `entries`.
    """

    id: str
    title: str
    language: str
    network: str
    channel: str
    sent_at: AwareDatetime
    taken_away: bool
    taken_away_at: AwareDatetime | None = Field(default=None, exclude=True)
    taken_down: bool = Field(default=False, exclude=True)
    parts: tuple[str, ...]
    bare: tuple[str, ...]
    texts: tuple[Hash, ...]
    label: Label
    kind: LabelKind
    shares: dict[str, int]
    uses: tuple[Use, ...]
    approved: bool
    approved_at: AwareDatetime
    digest: Hash
    urls: tuple[str, ...]
    pictures: tuple[PictureLine, ...]
    entries: tuple[EntryRef, ...]


class Head(_Body):
    """How many posts and hashes there are."""

    posts: int
    hashes: int


_KINDS: dict[str, type[_Body]] = {
    "header": Header,
    "hashes": Hashes,
    "rules": Rules,
    "post": PostLine,
    "head": Head,
}
# What may follow what.
_ORDER = ("header", "hashes", "rules", "post", "head")
_NAMES: Mapping[type[_Body], str] = {kind: name for name, kind in _KINDS.items()}


class Writer:
    """Writes a record line by line; each line follows from all before it."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key
        self._n, self._prev = 0, NOTHING
        self._posts = self._hashes = 0

    def line(self, body: _Body) -> str:
        """The next line, with its end."""
        if isinstance(body, Hashes):
            self._hashes += len(body.hashes)
        self._posts += isinstance(body, PostLine)
        self._n += 1
        made = _line(self._n, _NAMES[type(body)], body.model_dump(mode="json"), self._prev)
        self._prev = str(made["hash"])
        return f"{canonical(made)}\n"

    def end(self) -> str:
        """The last line, signed."""
        body = Head(posts=self._posts, hashes=self._hashes)
        made = _line(self._n + 1, "head", body.model_dump(mode="json"), self._prev)
        signature = self._key.sign(str(made["hash"]).encode()).hex()
        return f"{canonical({**made, 'signature': signature})}\n"


def _line(n: int, kind: str, body: dict[str, Any], prev: str) -> dict[str, Any]:
    made: dict[str, Any] = {"n": n, "kind": kind, "body": body, "prev": prev}
    return {**made, "hash": sha256(canonical(made))}


@dataclass
class Verdict:
    """What a record turned out to be. `faults` holds the first 20 of `fault_count`."""

    header: Header | None = None
    posts: list[PostLine] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)
    end_hash: str = NOTHING
    is_expected_key: bool | None = None
    faults: list[Fault] = field(default_factory=list)
    fault_count: int = 0

    @property
    def ok(self) -> bool:
        return not self.fault_count

    @property
    def fingerprint(self) -> str:
        return fingerprint(self.header.key) if self.header else ""

    def add(self, line: int, code: str, message: str) -> None:
        self.fault_count += 1
        if len(self.faults) < FAULTS_TOLD:
            self.faults.append(Fault(line, code, message))


def is_brand_record(path: Path) -> bool:
    """Whether a file begins as a brand's record does. Raises OSError."""
    with path.open("rb") as file:
        return FORMAT.encode() in file.readline(4_096)


def verify_file(path: Path, *, expected_key: str | None = None) -> Verdict:
    """`verify` of a file. Raises OSError."""
    with path.open("rb") as file:
        lines = iter(lambda: file.readline(LONGEST_LINE + 2), b"")
        return verify(
            (raw.decode("utf-8", errors="replace") for raw in lines), expected_key=expected_key
        )


def verify(lines: Iterable[str], *, expected_key: str | None = None) -> Verdict:
    """Whether a record is what was exported: each line, their order, the end and the signature.

    `expected_key` is the studio's public key or its fingerprint; without it the fingerprint is
    all that tells whether somebody signed another record anew.
    """
    found = Verdict()
    n, prev, stage, ended = 0, NOTHING, 0, False
    for line in lines:
        n += 1
        read = _read(line)
        if read is None:
            found.add(n, "line", "This line is not as a record writes one.")
            continue
        made, body = read
        if ended:
            found.add(n, "after_head", "Something stands after the signed head.")
            continue
        if made["n"] != n:
            found.add(n, "order", f"Line {made['n']} stands where line {n} belongs.")
        if made["prev"] != prev:
            found.add(n, "broken", "This line does not follow the one before it.")
        prev = made["hash"]
        place = _ORDER.index(made["kind"])
        if place < stage or (n == 1) != (place == 0):
            found.add(n, "order", f"A line of the kind “{made['kind']}” does not belong here.")
        stage = max(stage, place)
        _take(found, n, body, expected_key)
        if isinstance(body, Head):
            ended, found.end_hash = True, prev
            _check_head(found, n, body, made)
    if found.header is None:
        found.add(1, "header", "The first line is not that of a brand's record.")
    if not ended:
        found.add(n, "truncated", "The signed head is missing: the end was cut off.")
    return found


def disagreement(earlier: Verdict, later: Verdict) -> int | None:
    """The first entry of the ledger on which two records of one studio differ; None if none.

    What a ledger once held it holds for ever: the earlier hashes begin the later ones.
    """
    for n, (one, other) in enumerate(zip_longest(earlier.hashes, later.hashes), start=1):
        if one != other and one is not None:
            return n
    return None


def _read(line: str) -> tuple[dict[str, Any], _Body] | None:
    """A line and its meaning; None unless it is written exactly as a `Writer` writes it."""
    if len(line) > LONGEST_LINE or not line.endswith("\n"):
        return None
    try:
        made = _Envelope.model_validate_json(line).model_dump(exclude_none=True)
        body = _KINDS[made["kind"]].model_validate(made["body"], strict=False)
    except (ValidationError, KeyError, RecursionError):
        return None
    kind, text = made["kind"], body.model_dump(mode="json")
    rebuilt = _line(made["n"], kind, text, made["prev"])
    if kind == "head":
        rebuilt["signature"] = made.get("signature", "")
    return (made, body) if f"{canonical(rebuilt)}\n" == line else None


class _Envelope(_Body):
    n: int
    kind: str
    body: dict[str, Any]
    prev: Hash
    hash: Hash
    signature: Annotated[str, StringConstraints(pattern="^[0-9a-f]{128}$")] | None = None


def _take(found: Verdict, n: int, body: _Body, expected_key: str | None) -> None:
    if isinstance(body, Header):
        found.header = body
        if expected_key is not None:
            given = "".join(expected_key.split()).lower()
            found.is_expected_key = given in (body.key, fingerprint(body.key).replace(" ", ""))
            if not found.is_expected_key:
                found.add(n, "key", "The record is signed with another key than the expected one.")
    elif isinstance(body, Hashes):
        if body.first != len(found.hashes) + 1:
            found.add(n, "missing", "Hashes of the ledger are missing here.")
        found.hashes.extend(body.hashes)
    elif isinstance(body, PostLine):
        found.posts.append(body)
        for entry in body.entries:
            _check_entry(found, n, entry)


def _check_entry(found: Verdict, n: int, entry: EntryRef) -> None:
    if entry.seq > len(found.hashes) or found.hashes[entry.seq - 1] != entry.hash:
        found.add(n, "ledger", f"Entry {entry.seq} of the ledger is another one.")


def _check_head(found: Verdict, n: int, head: Head, made: Mapping[str, Any]) -> None:
    header = found.header
    if header is None:
        return
    if header.last_call:
        _check_entry(found, 1, header.last_call)
    end = found.hashes[-1] if found.hashes else NOTHING
    counts = (head.posts, head.hashes, header.seq, header.ledger_hash)
    if counts != (len(found.posts), len(found.hashes), len(found.hashes), end):
        found.add(n, "end", "The signed head tells of another number of posts or entries.")
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(header.key))
        key.verify(bytes.fromhex(str(made.get("signature", ""))), str(made["hash"]).encode())
    except (InvalidSignature, ValueError):
        found.add(n, "signature", "The signature does not fit the head.")


def chunks(hashes: Iterable[str]) -> Iterator[Hashes]:
    """The ledger's hashes as lines of a record."""
    first, kept = 1, []
    for one in hashes:
        kept.append(one)
        if len(kept) == HASHES_PER_LINE:
            yield Hashes(first=first, hashes=tuple(kept))
            first, kept = first + len(kept), []
    if kept:
        yield Hashes(first=first, hashes=tuple(kept))
