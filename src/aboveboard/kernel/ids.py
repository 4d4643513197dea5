"""Identifiers: UUIDs of version 7 (RFC 9562, section 5.7), so that they sort by time."""

import secrets
import time
from uuid import UUID


def new_id() -> UUID:
    """A new identifier, later ones sorting after earlier ones to the millisecond."""
    millis = time.time_ns() // 1_000_000
    value = (millis & (1 << 48) - 1) << 80
    value |= 0x7 << 76 | secrets.randbits(12) << 64
    value |= 0b10 << 62 | secrets.randbits(62)
    return UUID(int=value)
