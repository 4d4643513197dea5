"""What a picture says of itself is found wherever programs write it, and told as it stands."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from aboveboard.media.describing import described, says_where
from aboveboard.media.tests.drawing import corners, saved

_NS = (
    'xmlns:x="adobe:ns:meta/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    'xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"'
)


def said(tmp_path: Path, data: bytes, language: str = "") -> str:
    file = tmp_path / "a"
    file.write_bytes(data)
    return described(file, language)


def with_xmp(inside: str, **more: Any) -> bytes:
    packet = f'<x:xmpmeta {_NS}><rdf:RDF {_NS}><rdf:Description rdf:about="">{inside}'
    packet += "</rdf:Description></rdf:RDF></x:xmpmeta>"
    return saved(corners(), xmp=packet.encode(), **more)


def alt(name: str, **words: str) -> str:
    items = "".join(f'<rdf:li xml:lang="{at}">{text}</rdf:li>' for at, text in words.items())
    return f"<{name}><rdf:Alt>{items}</rdf:Alt></{name}>"


def test_words_for_those_who_cannot_see_come_first(tmp_path: Path) -> None:
    caption = alt("dc:description", x="A caption")
    data = with_xmp(caption + alt("core:AltTextAccessibility", en="A rake", nl="Een hark"))
    assert said(tmp_path, data, "nl") == "Een hark"
    assert said(tmp_path, data, "hu") == "A rake"
    assert said(tmp_path, with_xmp(caption)) == "A caption"


def test_exif_and_png_say_it_too(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "Salt\n  on a rake"
    assert said(tmp_path, saved(corners(), exif=exif)) == "Salt on a rake"
    info = PngImagePlugin.PngInfo()
    info.add_text("Description", "Pans in low light")
    assert said(tmp_path, saved(corners(), "PNG", pnginfo=info)) == "Pans in low light"


@pytest.mark.parametrize("words", ["OLYMPUS DIGITAL CAMERA", "DSC_0042.JPG", "IMG_1", "  ", "—"])
def test_what_cameras_write_is_no_description(tmp_path: Path, words: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = words
    assert said(tmp_path, saved(corners(), exif=exif)) == ""
    assert said(tmp_path, saved(corners())) == ""


def test_where_it_was_taken(tmp_path: Path) -> None:
    file = tmp_path / "a"
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 0.0)})
    for data, tells in (
        (saved(corners()), False),
        (saved(corners(), exif=exif), True),
        (saved(corners(), "WEBP", exif=exif), True),
        (with_xmp("<exif:GPSLatitude>52,5N</exif:GPSLatitude>"), True),
    ):
        file.write_bytes(data)
        assert says_where(file) is tells
