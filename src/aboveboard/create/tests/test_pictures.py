"""What is no picture is refused with the reason, before it can cost memory or reach a reader."""

import contextlib
import io
import resource
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.builders import make_member, make_workspace
from tests.desk import Desk, each_refused

from aboveboard.brand import actions as brand_actions
from aboveboard.create import actions, queries
from aboveboard.kernel import clock
from aboveboard.kernel.digest import sha256
from aboveboard.kernel.errors import Forbidden, NotFound
from aboveboard.media.credentials import Step, sign
from aboveboard.media.errors import NotMedia
from aboveboard.media.identity import new_identity
from aboveboard.media.looking import look
from aboveboard.media.pictures import MAX_BYTES
from aboveboard.media.xmp import with_source


def picture(kind: str = "PNG", size: tuple[int, int] = (8, 6), **how: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, "#2F4A52").save(file, kind, **how)
    return file.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds next to nothing."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", head),
            chunk(b"IDAT", zlib.compress(b"\0" * 1000)),
            chunk(b"IEND", b""),
        ]
    )


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("evil.html", "<script>alert(1)</script>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("kind", "mime", "ending"),
    [
        ("PNG", "image/png", ".png"),
        ("JPEG", "image/jpeg", ".jpg"),
        ("WEBP", "image/webp", ".webp"),
        ("GIF", "image/gif", ".gif"),
    ],
)
def test_a_picture_is_what_its_bytes_are(desk: Desk, kind: str, mime: str, ending: str) -> None:
    data = picture(kind)
    asset = actions.add_asset(
        desk.actor, desk.brand.id, name="notes\0.txt", data=data, alt=" A\0lt "
    )
    assert (asset.mime, asset.width, asset.height, asset.size) == (mime, 8, 6, len(data))
    assert (asset.name, asset.alt, asset.digest) == ("notes.txt", "Alt", sha256(data))
    assert asset.file.name
    assert asset.file.name.endswith(ending)
    with asset.file.open("rb") as stored:
        assert stored.read() == data
    # Again it is the same, and no second file is kept.
    again = actions.add_asset(desk.actor, desk.brand.id, name="other.png", data=data)
    assert again == asset
    assert len(default_storage.listdir(asset.file.name.rsplit("/", 1)[0])[1]) >= 1


def test_an_animated_picture_is_kept_as_it_came(desk: Desk) -> None:
    frames = [Image.new("RGB", (8, 6), colour) for colour in ("red", "green", "blue")]
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], duration=50, loop=0)
    asset = actions.add_asset(desk.actor, desk.brand.id, name="a.gif", data=file.getvalue())
    assert (asset.mime, asset.width) == ("image/gif", 8)
    with asset.file.open("rb") as stored, Image.open(stored) as again:
        assert again.n_frames == 3  # type: ignore[attr-defined]


_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_a_picture"),
        (b"Not a picture at all.", "not_a_picture"),
        (_SVG, "not_a_picture"),
        (b"<?xml version='1.0'?>" + _SVG, "not_a_picture"),
        (b"%PDF-1.7\n", "not_a_picture"),
        (zipped(), "not_a_picture"),
        (picture("BMP"), "not_a_picture"),
        (picture("TIFF"), "not_a_picture"),
        (picture("ICO", (16, 16)), "not_a_picture"),
        (picture("JPEG", (400, 300))[:-500], "not_a_picture"),
        (picture("PNG", (400, 300))[:-200], "not_a_picture"),
        (picture("WEBP", (400, 300))[:-100], "not_a_picture"),
        (b"GIF89a" + b"\0" * 20, "not_a_picture"),
        (png_header(100, 100), "not_a_picture"),
        (png_header(0, 10), "not_a_picture"),
        (png_header(10_000, 9_000), "picture_too_large"),
        (png_header(20_000, 10_000), "picture_too_large"),
        (png_header(2**31 - 1, 2**31 - 1), "picture_too_large"),
        (picture("JPEG") + zipped(), "two_in_one"),
        (picture("PNG") + zipped(), "two_in_one"),
        (picture("GIF") + zipped() , "two_in_one"),
        (picture("JPEG", comment=b"<script>alert(1)</script>"), "two_in_one"),
        (picture("JPEG", comment=b"%PDF-1.7 /Pages"), "two_in_one"),
    ],
)  # fmt: skip
def test_what_is_no_picture(desk: Desk, data: bytes, code: str) -> None:
    with pytest.raises(NotMedia, match="holiday") as raised:
        actions.add_asset(desk.actor, desk.brand.id, name="holiday.png", data=data)
    assert raised.value.code == code
    assert raised.value.mend
    assert not queries.assets(desk.brand.id).exists()


def test_the_size_is_said_and_costs_no_memory() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(NotMedia, match=r"pixels; 60 megapixels is the most\. It was not opened"):
        look("big.png", png_header(20_000, 10_000))
    with pytest.raises(NotMedia, match="has 90 megapixels"):
        look("big.png", png_header(10_000, 9_000))
    with pytest.raises(NotMedia, match="70 MB; 60 MB is the most"):
        look("big.png", b"\0" * 70_000_000)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 120_000
    assert MAX_BYTES == 60_000_000


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from([picture(kind, (40, 30)) for kind in ("PNG", "JPEG", "WEBP", "GIF")]),
    st.lists(st.tuples(st.integers(0, 4_000), st.binary(min_size=1, max_size=4)), max_size=6),
    st.integers(0, 4_000),
)
def test_a_damaged_file_is_read_or_refused(
    whole: bytes, damage: list[tuple[int, bytes]], upto: int
) -> None:
    data = bytearray(whole)
    for at, piece in damage:
        data[at % len(data) : at % len(data) + len(piece)] = piece
    seen = bytes(data[: upto or None])
    with contextlib.suppress(NotMedia):
        found = look("x", seen)
        assert found.mime.startswith("image/")
        assert 0 < found.width * found.height <= 60_000_000


def test_a_photo_with_more_behind_it_is_a_photo(desk: Desk) -> None:
    """Telephones put a short film behind a JPEG."""
    data = picture("JPEG") + b"\0\0\0\x18ftypmp42" + b"\0" * 500
    assert (
        actions.add_asset(desk.actor, desk.brand.id, name="m.jpg", data=data).mime == "image/jpeg"
    )


def test_describing(desk: Desk) -> None:
    asset = actions.add_asset(desk.actor, desk.brand.id, name="a.png", data=picture())
    assert actions.describe_asset(desk.actor, asset.id, " Sel\0 marin ").alt == "Sel marin"
    assert len(actions.describe_asset(desk.actor, asset.id, "x" * 1_000_000).alt) == 5_000


def test_rights_and_other_workspaces(desk: Desk) -> None:
    asset = actions.add_asset(desk.actor, desk.brand.id, name="a.png", data=picture())
    viewer, stranger = make_member(desk.house, "viewer"), make_workspace().actor
    each_refused(
        Forbidden,
        lambda: actions.add_asset(viewer, desk.brand.id, name="a", data=picture()),
        lambda: actions.describe_asset(viewer, asset.id, "x"),
    )
    each_refused(
        NotFound,
        lambda: actions.add_asset(stranger, desk.brand.id, name="a", data=picture()),
        lambda: actions.describe_asset(stranger, asset.id, "x"),
    )
    # The same picture may belong to two brands.
    other = brand_actions.create_brand(desk.actor, name="Another")
    theirs = actions.add_asset(desk.actor, other.id, name="a.png", data=picture())
    assert (theirs != asset, theirs.digest == asset.digest) == (True, True)


def test_a_picture_that_says_a_model_made_it_is_called_that(desk: Desk, tmp_path: Path) -> None:
    """Whoever brings it: the label of a post follows from it."""
    plain = tmp_path / "rake.jpg"
    plain.write_bytes(picture("JPEG", (64, 48)))
    signed = tmp_path / "signed.jpg"
    sign(
        plain,
        signed,
        mime="image/jpeg",
        identity=actions.identity_of(desk.house.workspace.id),
        title="A rake",
        steps=[Step("c2pa.created", "trainedAlgorithmicMedia", "small-model")],
    )
    asset = actions.add_asset(desk.actor, desk.brand.id, name="rake.jpg", data=signed)
    assert (asset.origin, asset.credential["state"]) == ("generated", "trusted")
    assert list(asset.credential["sources"]) == ["trainedAlgorithmicMedia"]
    tagged = with_source(plain.read_bytes(), "compositeWithTrainedAlgorithmicMedia")
    asset = actions.add_asset(desk.actor, desk.brand.id, name="b.jpg", data=tagged)
    assert (asset.origin, asset.credential["state"]) == ("generated", "none")
    asset = actions.add_asset(desk.actor, desk.brand.id, name="c.jpg", data=plain)
    assert (asset.origin, asset.credential) == ("person", {})
    # A stranger's signature is valid, and nobody's whom this workspace knows.
    other = signed.with_name("other.jpg")
    sign(
        plain,
        other,
        mime="image/jpeg",
        identity=new_identity("Elsewhere", clock.now()),
        title="A rake",
        steps=[Step("c2pa.created", "digitalCapture", "A camera")],
    )
    asset = actions.add_asset(desk.actor, desk.brand.id, name="d.jpg", data=other)
    assert (asset.origin, asset.credential["state"]) == ("person", "valid")


def test_a_workspace_has_one_signer(desk: Desk) -> None:
    mine = actions.identity_of(desk.house.workspace.id)
    assert actions.identity_of(desk.house.workspace.id) == mine
    assert actions.identity_of(make_workspace().workspace.id) != mine
    given = new_identity("Given by others", clock.now())
    actions.use_certificate(desk.actor, chain=given.chain, key=given.key)
    assert actions.identity_of(desk.house.workspace.id) == given
    assert actions.turn_secrets() == 2
    assert actions.identity_of(desk.house.workspace.id) == given
    actions.forget_certificate(desk.actor)
    assert actions.identity_of(desk.house.workspace.id).chain not in (mine.chain, given.chain)
    each_refused(
        Forbidden,
        lambda: actions.use_certificate(
            make_member(desk.house, "creator"), chain=given.chain, key=given.key
        ),
        lambda: actions.forget_certificate(desk.house.agent()),
    )
