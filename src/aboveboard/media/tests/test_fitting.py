"""Pictures made to fit: cut where they were to be, upright, light enough, without their places."""

from pathlib import Path

import pytest
from PIL import Image, ImageCms

from aboveboard.media.cropping import Box, crop, scaled
from aboveboard.media.errors import NotMedia
from aboveboard.media.fitting import Made, Way, fit, make
from aboveboard.media.salience import find, salient
from aboveboard.media.tests.drawing import corners, face, saved
from aboveboard.media.xmp import source_in, with_source

JPEG, PNG, WEBP = "image/jpeg", "image/png", "image/webp"
RED, GREEN, BLUE, YELLOW = (220, 30, 30), (30, 200, 30), (30, 30, 220), (230, 220, 30)


def made(tmp_path: Path, data: bytes, **how: object) -> tuple[Made, Image.Image]:
    """A picture in one way; in this process, as the child's own tests measure it."""
    source, out = tmp_path / "source", tmp_path / "out"
    source.write_bytes(data)
    told = {"box": (0, 0, 600, 400), "width": 300, "height": 200, "mimes": (JPEG,), "most": 10**7}
    (one,) = make(str(source), [{"out": str(out), **told, **how}])
    return Made(**one), _read(out)


def _read(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        picture.load()
    return picture


def near(picture: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place, in parts of the picture, as the nearest of the four."""
    seen = picture.convert("RGB").getpixel((int(x * picture.width), int(y * picture.height)))
    assert isinstance(seen, tuple)
    return min(
        (RED, GREEN, BLUE, YELLOW),
        key=lambda one: sum((a - b) ** 2 for a, b in zip(one, seen, strict=True)),
    )


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_turned_picture_is_cut_as_it_is_shown(tmp_path: Path, turn: int, kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    shown = corners()
    # What a camera that was held this way saves.
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = shown.transpose(Image.Transpose(back[turn])) if turn > 1 else shown
    box = (0, 0, 300, 400)
    one, picture = made(tmp_path, saved(stored, kind, exif=exif), box=box, width=150, height=200)
    assert (one.width, one.height, picture.size) == (150, 200, (150, 200))
    assert (near(picture, 0.5, 0.2), near(picture, 0.5, 0.8)) == (RED, BLUE)
    assert not picture.getexif()


def test_the_place_and_other_words_stay_behind(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 0.0)})
    exif[0x010E] = "Somebody's kitchen"
    data = with_source(saved(corners(), exif=exif, comment=b"private"), "digitalCapture")
    _one, picture = made(tmp_path, data)
    assert not picture.getexif()
    assert "comment" not in picture.info
    whole = (tmp_path / "out").read_bytes()
    assert b"kitchen" not in whole
    # What it is, it is still.
    assert source_in(whole) == "digitalCapture"


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("CMYK", "JPEG"), ("L", "JPEG"), ("P", "PNG"), ("1", "PNG"), ("LA", "PNG"),
        ("RGBA", "PNG"), ("RGBA", "WEBP"), ("P", "GIF"),
    ],
)  # fmt: skip
def test_every_mode_becomes_a_jpeg(tmp_path: Path, mode: str, kind: str) -> None:
    one, picture = made(tmp_path, saved(corners(mode=mode), kind))
    assert (one.mime, picture.format, picture.mode) == (JPEG, "JPEG", "RGB")
    if mode not in ("L", "1", "LA"):
        assert [near(picture, x, y) for x, y in ((0.2, 0.2), (0.8, 0.2))] == [RED, GREEN]


def test_sixteen_bits_of_grey_are_not_white(tmp_path: Path) -> None:
    grey = Image.new("I;16", (600, 400), 32_768)
    _one, picture = made(tmp_path, saved(grey, "PNG"))
    assert picture.getpixel((9, 9)) == (128, 128, 128)


def test_colours_are_those_of_a_screen(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    # One that does not fit its picture changes nothing.
    _one, picture = made(tmp_path, saved(corners(), icc_profile=profile))
    assert near(picture, 0.2, 0.2) == RED
    assert "icc_profile" not in picture.info
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    _one, picture = made(tmp_path, saved(corners(), icc_profile=srgb))
    assert near(picture, 0.8, 0.8) == YELLOW


def test_what_is_clear_stays_clear_or_lies_on_a_ground(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (600, 400), (0, 0, 0, 0))
    data = saved(clear, "PNG")
    one, picture = made(tmp_path, data, mimes=(JPEG, PNG))
    assert (one.mime, one.flattened, picture.mode) == (PNG, False, "RGBA")
    one, picture = made(tmp_path, data, mimes=(JPEG,), ground="#ff0000")
    assert (one.mime, one.flattened) == (JPEG, True)
    assert picture.getpixel((9, 9)) == (254, 0, 0)
    # A solid PNG becomes a JPEG without a word about it.
    one, _picture = made(tmp_path, saved(corners(mode="RGBA"), "PNG"))
    assert not one.flattened


def test_it_becomes_light_enough_or_says_why_not(tmp_path: Path) -> None:
    noise = Image.effect_noise((1_200, 800), 120).convert("RGB")
    whole = {"box": (0, 0, 1_200, 800), "width": 1_200, "height": 800}
    one, picture = made(tmp_path, saved(noise), **whole, most=650_000)
    assert one.size == (tmp_path / "out").stat().st_size <= 650_000
    assert (one.width, one.height) == (1_200, 800), "first it is kept in its size"
    one, picture = made(tmp_path, saved(noise), **whole, most=60_000)
    assert one.size <= 60_000
    assert one.width == picture.width < 1_200
    one, _picture = made(tmp_path, saved(noise), **whole, most=900)
    assert "lighter than 0.0 MB" in one.refused
    assert one.mend
    # A PNG that is too heavy goes as a kind that is lighter, where that is taken.
    one, _picture = made(tmp_path, saved(noise, "PNG"), **whole, most=500_000, mimes=(PNG, JPEG))
    assert (one.mime, one.width) == (JPEG, 1_200)


def test_what_moves_is_not_made_to_stand_still(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (600, 400), colour) for colour in ("red", "green", "blue")]
    for kind in ("GIF", "WEBP", "PNG"):
        data = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=50)
        with pytest.raises(NotMedia, match="moves") as told:
            made(tmp_path, data)
        assert (told.value.code, bool(told.value.mend)) == ("moves", True)


def test_several_at_once_in_a_process_of_its_own(tmp_path: Path) -> None:
    source = tmp_path / "source.jpg"
    source.write_bytes(saved(corners((1_200, 800))))
    before = source.read_bytes()
    ways = [
        Way(str(tmp_path / "a"), (0, 0, 800, 800), 400, 400, (JPEG,), 10**6),
        Way(str(tmp_path / "b"), (600, 0, 1_200, 400), 600, 400, (WEBP,), 10**6),
        Way(str(tmp_path / "c"), (0, 0, 1_200, 800), 1_200, 800, (JPEG,), 10),
    ]
    a, b, c = fit(source, ways)
    assert (a.mime, b.mime, bool(c.refused)) == (JPEG, WEBP, True)
    with Image.open(tmp_path / "b") as picture:
        assert near(picture, 0.5, 0.5) == GREEN
    assert source.read_bytes() == before


def test_faces_are_kept(tmp_path: Path) -> None:
    source = tmp_path / "face.jpg"
    face((1_500, 500), (1_250, 230)).save(source)
    found = salient(source)
    assert found["by"] == "faces"
    head = scaled(found["boxes"][0], 1_500, 500)
    assert head.holds(Box(1_180, 180, 1_320, 320))
    upright = crop(1_500, 500, 9 / 16, [head])
    assert upright.holds(head)


def test_without_faces_it_is_what_draws_the_eye(tmp_path: Path) -> None:
    source = tmp_path / "dot.png"
    plain = Image.new("RGB", (1_200, 400), (238, 238, 236))
    plain.paste(Image.effect_noise((120, 120), 160).convert("RGB"), (1_000, 140))
    plain.paste((230, 40, 30), (1_030, 170, 1_090, 230))
    plain.save(source)
    found = find(str(source))
    assert found["by"] == "eye"
    square = crop(1_200, 400, 1.0, [scaled(found["boxes"][0], 1_200, 400)])
    assert square.holds(Box(1_030, 170, 1_090, 230))


def test_the_smallest_picture_has_a_focus(tmp_path: Path) -> None:
    for size in ((1, 1), (7, 300), (40, 40)):
        source = tmp_path / "small.png"
        Image.new("RGB", size, "red").save(source)
        (box,) = find(str(source))["boxes"]
        assert all(0 <= edge <= 1 for edge in box)
