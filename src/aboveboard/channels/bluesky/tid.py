"""Record keys: a TID that follows from our own id, so that every try names the same record.

Source: atproto.com/specs/tid: 13 characters of base32-sortable, a zero bit, 53 bits of
microseconds since 1970 and 10 bits of a clock id.
"""

import hashlib
from datetime import datetime

_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
# 26 bits of microseconds are 67 seconds: time enough to keep many posts of one second apart.
_LOW_BITS = 26


def record_key(key: str, created_at: datetime) -> str:
    """The TID of a part, within the 135 seconds before `created_at`.

    36 bits come from a hash of `key`: of 1,000 posts made in the same minute two share a
    record key with a chance of about 1 in 140,000.
    """
    hashed = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
    micros = int(created_at.timestamp() * 1_000_000)
    window = max((micros >> _LOW_BITS) - 1, 0)
    stamp = (window << _LOW_BITS) | (hashed >> 10 & (1 << _LOW_BITS) - 1)
    value = stamp << 10 | hashed & 0x3FF
    return "".join(_ALPHABET[value >> shift & 31] for shift in range(60, -1, -5))
