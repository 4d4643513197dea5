"""Turns a WOFF font file into the TrueType that resvg and `fonts` read, under a name of ours.

In: the bytes of a WOFF 1.0 file. Out: those of a TrueType font whose family is `name` and nothing
else, so that an SVG names exactly one file. https://www.w3.org/TR/WOFF/,
https://learn.microsoft.com/typography/opentype/spec/name
"""

import struct
import zlib

_HEADER, _ENTRY = 44, 20


def truetype(woff: bytes, name: str) -> bytes:
    """The same font as TrueType. Raises ValueError for what is no WOFF 1.0."""
    if woff[:4] != b"wOFF":
        raise ValueError("This is no WOFF 1.0 font.")
    flavour, count = woff[4:8], struct.unpack(">H", woff[12:14])[0]
    tables: list[tuple[bytes, bytes]] = []
    for number in range(count):
        start = _HEADER + _ENTRY * number
        tag, at, packed, length, _sum = struct.unpack(">4sIIII", woff[start : start + _ENTRY])
        data = woff[at : at + packed]
        data = zlib.decompress(data) if packed < length else data
        tables.append((tag, _names(name) if tag == b"name" else data))
    return _assembled(flavour, tables)


def _names(name: str) -> bytes:
    """A name table with the family (1), style (2), full name (4) and PostScript name (6)."""
    texts = [(1, name), (2, "Regular"), (4, name), (6, name)]
    records, strings = b"", b""
    for ident, text in texts:
        said = text.encode("utf-16-be")
        # Windows, Unicode, English (United States).
        records += struct.pack(">HHHHHH", 3, 1, 0x409, ident, len(said), len(strings))
        strings += said
    return struct.pack(">HHH", 0, len(texts), 6 + len(records)) + records + strings


def _assembled(flavour: bytes, tables: list[tuple[bytes, bytes]]) -> bytes:
    steps = len(tables).bit_length() - 1
    search = 16 << steps
    head = flavour + struct.pack(">HHHH", len(tables), search, steps, 16 * len(tables) - search)
    at = len(head) + 16 * len(tables)
    directory, body = b"", b""
    for tag, data in tables:
        padded = data + b"\0" * (-len(data) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
        directory += struct.pack(">4sIII", tag, total, at + len(body), len(data))
        body += padded
    return head + directory + body
