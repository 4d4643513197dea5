"""Files that are made to harm are refused with the reason, before they cost memory or time."""

import io
import resource
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from PIL import Image

from aboveboard.media.errors import NotMedia
from aboveboard.media.insides import gif_frames, jpeg_scans
from aboveboard.media.looking import look
from aboveboard.media.pictures import MAX_FRAMES
from aboveboard.media.tests.drawing import corners, saved
from aboveboard.media.xmp import packet

_LINKED = (
    b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://a.example/x.png"/>&x;</svg>'
)


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_with(*chunks: bytes, late: bool = False) -> bytes:
    data = saved(corners(), "PNG")
    at = len(data) - 12 if late else 33
    return data[:at] + b"".join(chunks) + data[at:]


def gif_of(frames: int, size: tuple[int, int] = (8, 8)) -> bytes:
    """The least that a GIF of so many pictures takes."""
    head = b"GIF89a" + struct.pack("<HH", *size) + b"\x80\0\0" + b"\0\0\0\xff\xff\xff"
    one = b"\x2c" + struct.pack("<HHHH", 0, 0, 1, 1) + b"\0\x02\x02\x44\x01\0"
    return head + one * frames + b"\x3b"


def refused(data: bytes, code: str, words: str) -> NotMedia:
    with pytest.raises(NotMedia, match=words) as told:
        look("holiday.png", data)
    assert (told.value.code, bool(told.value.mend)) == (code, True)
    return told.value


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (_LINKED, "is an SVG drawing, which can carry programs and load other files"),
        (b"\xef\xbb\xbf  " + _LINKED[21:].replace(b"<!DOCTYPE", b"<!doctype"), "SVG"),
        (b"<svg onload=alert(1)>", "SVG"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 64, "is a HEIC picture"),
        (b"\0\0\0\x18ftypavif" + b"\0" * 64, "is an AVIF picture"),
        (saved(corners(), "TIFF"), "is a TIFF picture"),
        (saved(corners(), "BMP"), "is a BMP picture"),
        (b"8BPS\0\1" + b"\0" * 64, "is a Photoshop file"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"PK\x03\x04" + b"\0" * 64, "is a ZIP archive"),
    ],
)  # fmt: skip
def test_other_kinds_are_named(data: bytes, words: str) -> None:
    refused(data, "not_a_picture", words)


def test_a_picture_that_is_an_archive_too() -> None:
    photo = saved(corners())
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("evil.html", "<script>alert(1)</script>")
    for data in (
        photo + file.getvalue() + b"what unzip passes over",
        photo + b"Rar!\x1a\x07\x01\0" + b"\0" * 900,
        saved(corners(), "PNG") + b"7z\xbc\xaf\x27\x1c" + b"\0" * 90_000,
        photo + b"<?php system($_GET['x']); ?>",
    ):
        refused(data, "two_in_one", "in one file")


@pytest.mark.slow
def test_text_that_unpacks_to_any_length() -> None:
    bomb = zlib.compress(b"\0" * 200_000_000)
    xmp = b"XML:com.adobe.xmp\0\1\0\0\0" + bomb
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for data in (
        png_with(chunk(b"iTXt", xmp)),
        png_with(chunk(b"zTXt", b"Comment\0\0" + bomb)),
        png_with(chunk(b"iCCP", b"icc\0\0" + bomb)),
    ):
        began = time.monotonic()
        refused(data, "not_a_picture", "that can be read")
        assert time.monotonic() - began < 5
    # Behind the picture it is passed by, and never unpacked whole.
    late = png_with(chunk(b"iTXt", xmp), late=True)
    assert len(packet(late)) <= 4_000_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000


def test_pictures_that_move_without_end() -> None:
    assert gif_frames(gif_of(7), 100) == 7
    assert look("a.gif", gif_of(MAX_FRAMES)).mime == "image/gif"
    began = time.monotonic()
    refused(gif_of(2_000_000), "picture_too_large", "more frames than a picture should")
    refused(gif_of(1_500, (4_000, 3_000)), "picture_too_large", "more frames")
    assert time.monotonic() - began < 5
    frames = [Image.new("L", (4, 4), n % 2 * 255) for n in range(MAX_FRAMES + 1)]
    for kind in ("WEBP", "PNG"):
        data = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=20)
        refused(data, "picture_too_large", "more frames")


def test_a_jpeg_of_a_thousand_scans() -> None:
    data = saved(corners(), progressive=True)
    at = data.rindex(b"\xff\xda")
    many = data[:at] + data[at:-2] * 1_000 + data[-2:]
    assert jpeg_scans(data, 64) < 20
    assert jpeg_scans(saved(corners()), 64) == 1
    refused(many, "picture_too_large", "takes too much memory")


def test_several_pictures_in_one_jpeg_are_shown_as_the_first(tmp_path: Path) -> None:
    file = tmp_path / "a.mpo"
    corners().save(file, "MPO", save_all=True, append_images=[corners((30, 20))])
    assert look("a.jpg", file) == look("a.jpg", saved(corners()))


def test_a_turned_picture_has_its_size_as_shown() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    seen = look("a.jpg", saved(corners(), exif=exif))
    assert (seen.width, seen.height) == (400, 600)


_MEASURED = """
import re, resource, sys
from pathlib import Path
from aboveboard.media.fitting import Way, fit
from aboveboard.media.looking import look
from aboveboard.media.salience import salient
from aboveboard.media.describing import says_where
file, out = Path(sys.argv[1]), sys.argv[2]
seen = look(file.name, file)
salient(file), says_where(file)
ways = [
    Way(out, (0, 0, seen.width, seen.height), 2048, 1536, ("image/jpeg",), 2_000_000),
    Way(out, (4000, 4000, 8000, 7000), 4000, 3000, ("image/jpeg",), 9_000_000),
]
made = fit(file, ways)
assert not any(one.refused for one in made), made
# Its own most, not that of the process it was forked from.
status = Path("/proc/self/status").read_text()
print(int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) // 1024)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""
_LARGE = """
import sys
from PIL import Image
picture = Image.linear_gradient("L").resize((11_600, 8_700))
picture = Image.merge("RGB", (picture, picture.transpose(0), picture.transpose(1)))
picture.save(sys.argv[1], sys.argv[2], **eval(sys.argv[3]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("how", ["{}", "{'progressive': True}", "{'subsampling': 0}"])
def test_a_hundred_megapixels_take_less_than_600_mb(tmp_path: Path, how: str) -> None:
    file = tmp_path / "large.jpg"
    subprocess.run([sys.executable, "-c", _LARGE, file, "JPEG", how], check=True)
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, file, tmp_path / "out"],
        check=True,
        capture_output=True,
        text=True,
    )
    itself, apart = map(int, done.stdout.split())
    # Of the studio's own process nearly nothing: the decoder keeps a line of a picture at a time.
    assert itself < 450
    assert apart < 600


@pytest.mark.slow
def test_one_that_would_take_more_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "large.jpg"
    how = "{'progressive': True, 'subsampling': 0}"
    subprocess.run([sys.executable, "-c", _LARGE, file, "JPEG", how], check=True)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    refused(file.read_bytes(), "picture_too_large", "takes too much memory")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 150_000
