"""How many scans a JPEG and how many frames a GIF has, counted without decoding either."""

import mmap
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# In a scan 0xFF is followed by 0 or a restart marker; anything else ends it (ITU T.81, B.1.1.2).
_MARKER = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]", re.DOTALL)


def jpeg_scans(data: bytes | Path, most: int) -> int:
    """The scans of a JPEG; counting ends above `most`."""
    with _bytes_of(data) as seen:
        at, count = 2, 0
        while count <= most:
            found = _MARKER.search(seen, at)
            if not found or found[0][-1] == 0xD9:
                break
            count += found[0][-1] == 0xDA
            # The segment behind a marker tells its own length: a small picture in it is passed by.
            length = int.from_bytes(seen[found.end() : found.end() + 2], "big")
            at = found.end() + max(length, 2)
        return count


def gif_frames(data: bytes | Path, most: int) -> int:
    """The pictures of a GIF; counting ends above `most` (GIF89a, appendix B)."""
    with _bytes_of(data) as seen:
        at, count = 13 + _table(seen[10:11]), 0
        while count <= most and at < len(seen):
            kind = seen[at]
            if kind == 0x2C:
                count += 1
                at += 10 + _table(seen[at + 9 : at + 10]) + 1
            elif kind == 0x21:
                at += 2
            else:
                break
            while at < len(seen) and seen[at]:
                at += seen[at] + 1
            at += 1
        return max(count, 1)


def _table(flags: bytes) -> int:
    """The bytes of a colour table."""
    return 3 * 2 ** ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


@contextmanager
def _bytes_of(data: bytes | Path) -> Iterator[bytes | mmap.mmap]:
    if isinstance(data, bytes):
        yield data
    else:
        with data.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as seen:
            yield seen
