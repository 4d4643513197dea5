"""Which picture or video a file is: by its bytes, whatever it is called.

In: a file's path or its bytes. Out: a `Look`; raises `NotMedia` for what cannot be shown and sent,
is broken, or is something else besides.
"""

import io
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aboveboard.media import pictures, videos
from aboveboard.media.errors import NotMedia
from aboveboard.media.seeking import holds

_HEAD = 4096
# A ZIP archive's own end and the longest comment after it.
_TAIL = 65_557
_SHOWN = 60
# Archives that are found wherever in a file they stand, as far as programs look for one behind
# something else (2 MB for RAR). ZIP's own end is looked for besides.
_SEARCHED = 64_000_000
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c")
# The brands of ISO/IEC 14496-12 files that are pictures, and what others begin with.
_BRANDS = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1"), "a HEIC picture"),
    **dict.fromkeys((b"avif", b"avis"), "an AVIF picture"),
}
_KINDS = {
    b"II*\0": "a TIFF picture",
    b"MM\0*": "a TIFF picture",
    b"BM": "a BMP picture",
    b"8BPS": "a Photoshop file",
}
_FILES = {b"%PDF-": "a PDF", b"PK\x03\x04": "a ZIP archive"}
_PAGES = (b"<html", b"<script", b"<svg", b"<?php", b"<!doctype")
SUFFIXES = {**pictures.SUFFIXES, **videos.SUFFIXES}


@dataclass(frozen=True)
class Look:
    """What a file is. Sizes in pixels as shown, `seconds` of play (0 for a picture)."""

    mime: str
    width: int
    height: int
    seconds: float = 0.0


def look(name: str, data: bytes | Path) -> Look:
    """What a file is. `name` is only used to speak of it. Raises NotMedia."""
    shown = name.strip()[:_SHOWN] or "This file"
    with io.BytesIO(data) if isinstance(data, bytes) else data.open("rb") as file:
        head = file.read(_HEAD)
        size = file.seek(0, io.SEEK_END)
        file.seek(max(size - _TAIL, 0))
        tail = file.read()
    kind = videos.kind_of(head)
    most = videos.MAX_BYTES if kind else pictures.MAX_BYTES
    if size > most:
        raise NotMedia(
            f"{shown} has {size / 1e6:.0f} MB; {most // 1_000_000} MB is the most.",
            mend="Save it smaller and try again.",
            code="picture_too_large",
        )
    if said := _other_kind(shown, head):
        raise NotMedia(said, mend="Save it as a JPEG or PNG and add that.", code="not_a_picture")
    found = _video(shown, data, kind) if kind else Look(*pictures.looked_at(shown, data))
    if other := _also(head, tail, data):
        raise _two_in_one(shown, other, is_video=bool(kind))
    return found


def _two_in_one(shown: str, other: str, *, is_video: bool) -> NotMedia:
    if is_video:
        said = f"{shown} is a video and {other} in one file. It was not kept."
        mend = "Open it in a video program and save it anew."
    else:
        said = f"{shown} is a picture and {other} in one file. It was not kept."
        mend = "Open it in a picture program and save it anew."
    return NotMedia(said, mend=mend, code="two_in_one")


def _video(shown: str, data: bytes | Path, kind: str) -> Look:
    if isinstance(data, Path):
        return Look(kind, *videos.looked_at(shown, data, kind))
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        return Look(kind, *videos.looked_at(shown, Path(file.name), kind))


def _other_kind(shown: str, head: bytes) -> str:
    """That it is a kind which people take for a picture and which is not taken; "" for none."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1024].lower()
    if start.startswith((b"<svg", b"<?xml", b"<!doctype svg")) and b"<svg" in head.lower():
        return (
            f"{shown} is an SVG drawing, which can carry programs and load other files. "
            "It was not kept."
        )
    kind = _BRANDS.get(head[8:12], "") if head[4:8] == b"ftyp" else ""
    kind = kind or next((name for mark, name in _KINDS.items() if head.startswith(mark)), "")
    if kind:
        return f"{shown} is {kind}, which networks do not take. It was not kept."
    other = next((name for mark, name in _FILES.items() if head.startswith(mark)), "")
    return f"{shown} is {other}, not a picture. It was not kept." if other else ""


def _also(head: bytes, tail: bytes, data: bytes | Path) -> str:
    """What else the file would be to a program that reads it otherwise; "" for nothing."""
    head = head[:1024].lower()
    if b"%pdf-" in head:
        return "a PDF"
    if any(tag in head for tag in _PAGES) or b"<?php" in tail or b"<script" in tail.lower():
        return "a web page"
    # Behind the end of a ZIP archive there may be anything; before it is its list of files.
    at = tail.rfind(b"PK\x05\x06")
    if at >= 0 and len(tail) - at >= 22 and (_is_list(tail[at:]) or b"PK\x01\x02" in tail):
        return "a ZIP archive"
    if _holds(data, _ARCHIVES):
        return "an archive"
    return ""


def _is_list(end: bytes) -> bool:
    """Whether nothing but its own comment follows the end of an archive."""
    return 22 + int.from_bytes(end[20:22], "little") == len(end)


def _holds(data: bytes | Path, marks: Sequence[bytes]) -> bool:
    if isinstance(data, bytes):
        return any(mark in data for mark in marks)
    return holds(data, marks, within=_SEARCHED)
