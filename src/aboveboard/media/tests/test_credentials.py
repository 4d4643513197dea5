"""What is signed is read back whole; what was changed, taken away or made up is told apart."""

import io
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from aboveboard.kernel.errors import Invalid
from aboveboard.media import xmp
from aboveboard.media.credentials import Ingredient, Step, inspect, sign
from aboveboard.media.errors import NotMedia
from aboveboard.media.identity import given_identity, new_identity
from aboveboard.media.sources import BY_MODEL, SOURCES, SourceType, source_of, uri
from aboveboard.media.tests.filming import film

NOW = datetime(2026, 11, 28, tzinfo=UTC)
OURS = new_identity("Brackwater Saltworks", datetime.now(UTC))
KINDS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}


def picture(path: Path, kind: str = "JPEG", size: tuple[int, int] = (64, 48)) -> Path:
    Image.effect_noise(size, 60).convert("RGB").save(path, kind)
    return path


def made(source: Path, mime: str = "image/jpeg", **how: object) -> Path:
    out = source.with_name(f"signed-{source.name}")
    told: dict[str, object] = {
        "mime": mime,
        "identity": OURS,
        "title": "A rake",
        "steps": [Step("c2pa.created", "trainedAlgorithmicMedia", "small-model", "a rake on salt")],
        **how,
    }
    sign(source, out, **told)  # type: ignore[arg-type]
    return out


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_what_is_signed_is_read_back(tmp_path: Path, kind: str) -> None:
    out = made(picture(tmp_path / "rake", kind), KINDS[kind])
    told = inspect(out, KINDS[kind], trusts=[OURS.authority])
    assert (told.state, told.problems, told.manifests) == ("trusted", (), 1)
    assert told.signer == "Media of Brackwater Saltworks"
    assert told.issuer == "Brackwater Saltworks"
    assert told.made_by.startswith("Aboveboard")
    assert told.title == "A rake"
    assert told.steps == (
        Step("c2pa.created", "trainedAlgorithmicMedia", "small-model", "a rake on salt"),
    )
    assert told.says_model
    # Without its authority it is valid, and its signer known to nobody.
    assert inspect(out, KINDS[kind]).state == "valid"
    with Image.open(out) as seen, Image.open(tmp_path / "rake") as before:
        assert seen.tobytes() == before.tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_type_stands_in_xmp_too_and_is_covered_by_the_signature(
    tmp_path: Path, kind: str
) -> None:
    out = made(picture(tmp_path / "rake", kind), KINDS[kind])
    assert inspect(out, KINDS[kind]).xmp == "trainedAlgorithmicMedia"
    before = xmp.packet(out.read_bytes())
    after = before.replace(b"trainedAlgorithmicMedia", b"digitalCapture".ljust(23, b"~"))
    out.write_bytes(out.read_bytes().replace(before, after))
    told = inspect(out, KINDS[kind])
    assert told.state == "invalid"
    assert told.problems == ("assertion.dataHash.mismatch",)


def test_a_video(tmp_path: Path) -> None:
    clip = film(tmp_path / "raking.mp4")
    parent = Ingredient(clip, "video/mp4", "raking.mp4")
    steps = [Step("c2pa.opened"), Step("c2pa.trimmed", why="0:00 to 0:01")]
    out = made(clip, "video/mp4", steps=steps, ingredients=[parent])
    told = inspect(out, "video/mp4", trusts=[OURS.authority])
    assert (told.state, told.ingredients) == ("trusted", ("raking.mp4",))
    assert [step.action for step in told.steps] == ["c2pa.opened", "c2pa.trimmed"]


def test_an_edit_keeps_the_chain(tmp_path: Path) -> None:
    """Whoever crops what a model made cannot lose that a model made it."""
    first = made(picture(tmp_path / "rake.jpg"))
    cropped = tmp_path / "crop.jpg"
    with Image.open(first) as seen:
        seen.crop((0, 0, 32, 32)).save(cropped)
    assert inspect(cropped, "image/jpeg").state == "none"
    out = made(
        cropped,
        steps=[Step("c2pa.opened"), Step("c2pa.cropped", why="1:1")],
        ingredients=[Ingredient(first, "image/jpeg", "rake.jpg")],
        identity=new_identity("Another house", datetime.now(UTC)),
    )
    told = inspect(out, "image/jpeg", trusts=[OURS.authority])
    assert (told.state, told.manifests) == ("valid", 2)
    assert told.ingredients == ("rake.jpg",)
    assert told.says_model


def test_a_card_of_two_pictures(tmp_path: Path) -> None:
    one, two = picture(tmp_path / "one.jpg"), made(picture(tmp_path / "two.jpg"))
    out = made(
        picture(tmp_path / "card.png", "PNG"),
        "image/png",
        steps=[Step("c2pa.created", "composite"), Step("c2pa.placed")],
        ingredients=[
            Ingredient(one, "image/jpeg", "one.jpg", "componentOf"),
            Ingredient(two, "image/jpeg", "two.jpg", "componentOf"),
        ],
    )
    told = inspect(out, "image/png", trusts=[OURS.authority])
    assert (told.state, told.ingredients) == ("trusted", ("one.jpg", "two.jpg"))
    assert set(told.sources) == {"composite", "trainedAlgorithmicMedia"}


def test_nothing_is_said_of_what_says_nothing(tmp_path: Path) -> None:
    told = inspect(picture(tmp_path / "rake.jpg"), "image/jpeg")
    assert (told.state, told.sources, told.says_model, told.signer) == ("none", (), False, "")
    empty = tmp_path / "empty"
    empty.touch()
    assert inspect(empty, "image/jpeg").state == "none"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
def test_a_changed_byte_is_never_trusted(
    tmp_path_factory: pytest.TempPathFactory, at: int, piece: bytes
) -> None:
    folder = tmp_path_factory.mktemp("changed")
    out = made(picture(folder / "rake.jpg", size=(24, 16)))
    data = bytearray(out.read_bytes())
    at %= len(data) - len(piece)
    before = bytes(data)
    data[at : at + len(piece)] = piece
    out.write_bytes(data)
    told = inspect(out, "image/jpeg", trusts=[OURS.authority])
    if told.state == "trusted":
        # Bytes that carry nothing, such as a manifest's padding, may differ.
        with Image.open(io.BytesIO(before)) as a, Image.open(out) as b:
            assert a.tobytes() == b.tobytes()
    shutil.rmtree(folder)


def test_what_cannot_be_signed_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "rake.jpg"
    path.write_bytes(b"not a picture")
    with pytest.raises(NotMedia, match="could not be signed"):
        made(path)
    assert not (tmp_path / "signed-rake.jpg").exists()
    with pytest.raises(NotMedia, match="holds no signature"):
        made(picture(tmp_path / "b.jpg"), "video/webm")


# -- who signs ------------------------------------------------------------------------------------


def test_an_identity_of_our_own() -> None:
    leaf, authority = x509.load_pem_x509_certificates(OURS.chain.encode())
    assert leaf.issuer == authority.subject == authority.issuer
    leaf.verify_directly_issued_by(authority)
    assert OURS.key not in repr(OURS)
    assert given_identity(OURS.chain, OURS.key) == OURS
    other = new_identity("Brackwater Saltworks", NOW)
    assert other.chain != OURS.chain
    odd = new_identity("  \n ", NOW + timedelta(days=1))
    assert (
        "Studio" in x509.load_pem_x509_certificates(odd.chain.encode())[0].subject.rfc4514_string()
    )
    assert new_identity("Sóház " * 40, NOW).chain


@pytest.mark.parametrize(
    ("chain", "key"),
    [("", ""), ("words", OURS.key), (OURS.chain, "words"), (OURS.key, OURS.chain)],
)
def test_what_is_no_certificate(chain: str, key: str) -> None:
    with pytest.raises(Invalid) as refused:
        given_identity(chain, key)
    assert refused.value.mend


def test_a_key_that_does_not_belong() -> None:
    with pytest.raises(Invalid, match="does not belong"):
        given_identity(OURS.chain, new_identity("Other", NOW).key)
    swapped = replace(OURS, chain=OURS.authority)
    with pytest.raises(Invalid, match="does not belong"):
        given_identity(swapped.chain, swapped.key)


# -- IPTC's words, and XMP ------------------------------------------------------------------------


def test_every_type_has_an_address() -> None:
    for source in SOURCES:
        assert source_of(uri(source)) == source_of(uri(source).replace("http:", "https:")) == source
        assert source_of(source) == source
    assert set(SOURCES) >= BY_MODEL
    assert source_of("http://cv.iptc.org/newscodes/digitalsourcetype/digitalArt") is None


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("source", SOURCES)
def test_a_type_is_stated_once_and_can_be_changed(kind: str, source: SourceType) -> None:
    file = io.BytesIO()
    Image.effect_noise((16, 12), 60).convert("RGB").save(file, kind)
    data = xmp.with_source(file.getvalue(), "digitalCapture")
    data = xmp.with_source(data, source)
    assert xmp.source_in(data) == source
    assert data.count(b"DigitalSourceType=") == 1
    with Image.open(io.BytesIO(data)) as seen, Image.open(file) as before:
        assert seen.tobytes() == before.tobytes()
        told = seen.info["xmp" if kind == "JPEG" else "XML:com.adobe.xmp"]
    assert uri(source) in (told if isinstance(told, str) else told.decode())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_what_else_xmp_says_stays(kind: str) -> None:
    before = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
        b'syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b"<dc:creator><rdf:Seq><rdf:li>Marit</rdf:li></rdf:Seq></dc:creator>"
        b"</rdf:Description></rdf:RDF></x:xmpmeta>"
    )
    file, info = io.BytesIO(), PngInfo()
    info.add_itxt("XML:com.adobe.xmp", before.decode(), zip=True)
    how = {"pnginfo": info} if kind == "PNG" else {"xmp": before}
    Image.effect_noise((16, 12), 60).convert("RGB").save(file, kind, **how)
    data = xmp.with_source(file.getvalue(), "humanEdits")
    assert b"<rdf:li>Marit</rdf:li>" in xmp.packet(data)
    assert xmp.source_in(data) == (None if kind == "WEBP" else "humanEdits")


@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"<x:xmpmeta><unclosed></x:xmpmeta>",
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>",
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/">&a;</x:xmpmeta>',
    ],
)
def test_xmp_that_is_none_is_written_anew(words: bytes) -> None:
    written = xmp.packet_with(words, "digitalCreation")
    assert b"root:" not in written
    assert written.count(b"digitalCreation") == 1


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_looked_at(data: bytes) -> None:
    for head in (b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP"):
        xmp.source_in(head + data)
        xmp.with_source(head + data, "print")
