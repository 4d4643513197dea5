"""Which picture or video a file is: by its bytes, whatever it is called.

In: a file's path or its bytes. Out: a `Look`; raises `NotMedia` for what cannot be shown and sent,
is broken, or is something else besides.
"""

import io
import tempfile
from dataclasses import dataclass
from pathlib import Path

from aboveboard.media import pictures, videos
from aboveboard.media.errors import NotMedia

_HEAD = 4096
# A ZIP archive's own end and the longest comment after it.
_TAIL = 65_557
_SHOWN = 60
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
    found = _video(shown, data, kind) if kind else Look(*pictures.looked_at(shown, data))
    if other := _also(head, tail):
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


def _also(head: bytes, tail: bytes) -> str:
    """What else the file would be to a program that reads it otherwise; "" for nothing."""
    head = head[:1024].lower()
    if b"%pdf-" in head:
        return "a PDF"
    if any(tag in head for tag in (b"<html", b"<script", b"<svg", b"<?php", b"<!doctype")):
        return "a web page"
    # The end of a ZIP archive tells how long the comment after it is.
    at = tail.rfind(b"PK\x05\x06")
    if at >= 0 and len(tail) - at >= 22:
        comment = int.from_bytes(tail[at + 20 : at + 22], "little")
        if at + 22 + comment == len(tail):
            return "a ZIP archive"
    return ""
