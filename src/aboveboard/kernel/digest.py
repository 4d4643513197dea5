"""Canonical JSON and its hash: equal content gives equal bytes, whoever computes it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

Json = str | int | float | bool | None | Mapping[str, "Json"] | Sequence["Json"]


def canonical(value: Json) -> str:
    """JSON with sorted keys, no spaces, no escapes beyond the needed (cf. RFC 8785).

    Raises ValueError for a number that JSON has no word for (infinite, not a number).
    """
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
    )


def sha256(data: str | bytes) -> str:
    """The SHA-256 of a text (as UTF-8) or bytes, in 64 hex digits."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def digest(value: Json) -> str:
    """The SHA-256 of a value's canonical JSON."""
    return sha256(canonical(value))


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file of any length, in 64 hex digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
