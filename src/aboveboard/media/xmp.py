"""XMP in a picture: its Digital Source Type, written into the file without touching a pixel.

ISO 16684-1 (XMP), part 3 for where it stands: a JPEG's APP1 segment, a PNG's iTXt chunk. What else
is said there stays. https://iptc.org/std/photometadata/specification/ (Iptc4xmpExt).
"""

import struct
import zlib

from lxml import etree

from aboveboard.media.sources import SourceType, source_of, uri

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_META = "adobe:ns:meta/"
_PROPERTY = f"{{{_IPTC}}}DigitalSourceType"
_DESCRIPTION = f"{{{_RDF}}}Description"
_APP1 = b"http://ns.adobe.com/xap/1.0/\0"
_KEYWORD = b"XML:com.adobe.xmp"
_PNG = b"\x89PNG\r\n\x1a\n"
# A JPEG segment tells its length in 16 bits, itself included.
_MOST = 65_533
# The longest packet that is read; compressed, a few bytes could become any number.
_PACKET = 4_000_000
_EMPTY = (
    f'<x:xmpmeta xmlns:x="{_META}"><rdf:RDF xmlns:rdf="{_RDF}">'
    f'<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="{_IPTC}"/></rdf:RDF></x:xmpmeta>'
)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def source_in(data: bytes) -> SourceType | None:
    """The Digital Source Type that a picture's XMP states; None where it states none."""
    tree = read(packet(data))
    if tree is None:
        return None
    for node in tree.iter(_DESCRIPTION):
        said = node.get(_PROPERTY) or ""
        inner = node.find(_PROPERTY)
        if inner is not None:
            said = said or inner.get(f"{{{_RDF}}}resource") or inner.text or ""
        if found := source_of(said):
            return found
    return None


def with_source(data: bytes, source: SourceType) -> bytes:
    """The picture with that type stated; as it was where its kind holds no XMP that we write."""
    written = packet_with(packet(data), source)
    if data.startswith(b"\xff\xd8"):
        return _in_jpeg(data, written)
    if data.startswith(_PNG):
        return _in_png(data, written)
    return data


def packet_with(before: bytes, source: SourceType) -> bytes:
    """An XMP packet that states the type, and whatever the one before stated."""
    tree = read(before)
    if tree is None or next(tree.iter(_DESCRIPTION), None) is None:
        tree = etree.fromstring(_EMPTY)
    for node in tree.iter(_DESCRIPTION):
        node.attrib.pop(_PROPERTY, None)
        for inner in node.findall(_PROPERTY):
            node.remove(inner)
    next(tree.iter(_DESCRIPTION)).set(_PROPERTY, uri(source))
    inside: bytes = etree.tostring(tree, encoding="utf-8")
    head = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'.encode()
    return head + inside + b'<?xpacket end="w"?>'


def packet(data: bytes) -> bytes:
    """A picture's XMP packet; empty where there is none."""
    if data.startswith(b"\xff\xd8"):
        found = [data[a + 4 + len(_APP1) : b] for a, b in _segments(data) if _is_xmp(data, a)]
        return found[0] if found else b""
    if data.startswith(_PNG):
        for start, end in _chunks(data):
            if data[start + 4 : start + 8] == b"iTXt" and _is_keyword(data, start):
                rest = data[start + 8 + len(_KEYWORD) + 1 : end - 4]
                compressed, text = rest[:1] == b"\1", rest[2:].split(b"\0", 2)[-1]
                return zlib.decompressobj().decompress(text, _PACKET) if compressed else text
        return b""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        at = data.find(b"XMP ")
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        return data[at + 8 : at + 8 + size] if at > 0 else b""
    return b""


def read(text: bytes) -> etree._Element | None:
    """An XMP packet as a tree; None for none, or one that cannot be read."""
    start, end = text.find(b"<x:xmpmeta"), text.rfind(b"</x:xmpmeta>")
    if start < 0 or end < 0:
        start, end = text.find(b"<rdf:RDF"), text.rfind(b"</rdf:RDF>")
    if start < 0 or end < 0:
        return None
    try:
        return etree.fromstring(text[start : text.index(b">", end) + 1], _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _in_jpeg(data: bytes, written: bytes) -> bytes:
    content = _APP1 + written
    if len(content) > _MOST:
        return data
    segment = b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content
    parts, at = [], 2
    for start, end in _segments(data):
        if _is_xmp(data, start):
            parts.append(data[at:start])
            at = end
    rest = b"".join([*parts, data[at:]])
    # Behind JFIF's and Exif's own segments, which readers want first.
    place = 0
    while rest[place : place + 2] in (b"\xff\xe0", b"\xff\xe1"):
        place += 2 + int.from_bytes(rest[place + 2 : place + 4], "big")
    return data[:2] + rest[:place] + segment + rest[place:]


def _segments(data: bytes) -> list[tuple[int, int]]:
    """The segments before a JPEG's picture, each from its marker to its end."""
    found, at = [], 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] not in (0xDA, 0xD9):
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        found.append((at, end))
        at = end
    return found


def _is_xmp(data: bytes, start: int) -> bool:
    return data[start + 1] == 0xE1 and data[start + 4 : start + 4 + len(_APP1)] == _APP1


def _in_png(data: bytes, written: bytes) -> bytes:
    body = _KEYWORD + b"\0\0\0\0\0" + written
    crc = struct.pack(">I", zlib.crc32(b"iTXt" + body))
    chunk = struct.pack(">I", len(body)) + b"iTXt" + body + crc
    parts = [_PNG]
    for number, (start, end) in enumerate(_chunks(data)):
        if data[start + 4 : start + 8] == b"iTXt" and _is_keyword(data, start):
            continue
        parts.append(data[start:end])
        if number == 0:
            parts.append(chunk)
    return b"".join(parts)


def _chunks(data: bytes) -> list[tuple[int, int]]:
    found, at = [], len(_PNG)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        found.append((at, end))
        at = end
    return found


def _is_keyword(data: bytes, start: int) -> bool:
    return data[start + 8 : start + 9 + len(_KEYWORD)] == _KEYWORD + b"\0"
