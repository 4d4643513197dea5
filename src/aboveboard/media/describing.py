"""What a picture says about itself in words: what it shows, and whether it says where it was taken.

Words of whoever made the file, kept in it by IPTC, XMP, Exif or PNG. They are data: a person reads
them before they stand for the picture.
"""

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from lxml import etree

from aboveboard.media.xmp import packet, read

_MOST = 2_000
_READ = 60_000_000
_GPS, _DESCRIPTION = 0x8825, 0x010E
# Caption/Abstract of IPTC-IIM 4.2.
_CAPTION = (2, 120)
_DC = "http://purl.org/dc/elements/1.1/"
_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_EXIF = "http://ns.adobe.com/exif/1.0/"
_ALT = f"{{{_CORE}}}AltTextAccessibility"
_LI = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# What cameras and programs write where words should be.
_NO_WORDS = re.compile(r"[\W_]*|[A-Z]{3,}[_\s]?(DIGITAL CAMERA|IMAGE)?|(DSC|IMG|PXL)[\W_]?\d+.*")


def described(path: Path, language: str = "") -> str:
    """What a picture says that it shows; "" where it says nothing.

    Words for those who cannot see it come before captions, a `language` before others.
    """
    for words in _words(path, language):
        words = " ".join(words.split())[:_MOST]
        if words and not _NO_WORDS.fullmatch(words):
            return words
    return ""


def says_where(path: Path) -> bool:
    """Whether the file says where it was taken."""
    with _header(path) as picture:
        if picture.getexif().get_ifd(_GPS):
            return True
    tree = _xmp(path)
    return tree is not None and any(
        name.startswith(f"{{{_EXIF}}}GPS") for node in tree.iter() for name in _names(node)
    )


def _words(path: Path, language: str) -> Iterator[str]:
    tree = _xmp(path)
    if tree is not None:
        yield _said(tree, _ALT, language)
        yield _said(tree, f"{{{_DC}}}description", language)
    with _header(path) as picture:
        caption = resolve_name("PIL.IptcImagePlugin").getiptcinfo(picture) or {}
        yield _decoded(caption.get(_CAPTION, b""))
        yield _decoded(picture.getexif().get(_DESCRIPTION, ""))
        yield _decoded(picture.info.get("Description", ""))


def _said(tree: Any, name: str, language: str) -> str:
    """A text in the language, else the default one, else the first."""
    said: dict[str, str] = {}
    for node in tree.iter(name):
        for one in node.iter(_LI):
            said.setdefault(one.get(_LANG, "").lower().partition("-")[0], one.text or "")
        if not said and node.text and node.text.strip():
            said[""] = node.text
    return said.get(language) or said.get("x") or next(iter(said.values()), "")


def _names(node: Any) -> Iterator[str]:
    if isinstance(node.tag, str):
        yield node.tag
        yield from node.attrib


def _xmp(path: Path) -> "etree._Element | None":
    if path.stat().st_size > _READ:
        return None
    return read(packet(path.read_bytes()))


def _header(path: Path) -> Any:
    """The picture, not decoded. Its file was looked at when it came."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return resolve_name("PIL.Image").open(path, formats=("JPEG", "PNG", "WEBP", "GIF"))


def _decoded(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
