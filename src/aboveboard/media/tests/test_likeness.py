"""The same picture is known again, and others are not taken for it: with the rates measured."""

from itertools import combinations
from pathlib import Path

import pytest
from PIL import Image

from aboveboard.media.likeness import Likeness, colours_apart, differing, likeness
from aboveboard.media.small import make_small
from aboveboard.media.tests.scenes import anew, scene

# `make check` has no time for it.
pytestmark = pytest.mark.slow

# What `create.library` takes for the same; a test there holds the two together.
SAME_BITS, SAME_COLOURS = 8, 14.0
# 24 pictures make 276 pairs of different ones and 36 of the same. Of 200 pictures (19,900 pairs of
# different ones, 600 of the same: 100 scenes changed in six ways) none was wrong and none missed.
MANY = 24


def seen(picture: Image.Image, folder: Path) -> Likeness:
    picture.save(folder / "original.png")
    make_small(folder / "original.png", folder / "small.webp", "image/png", edge=480)
    return likeness(folder / "small.webp")


def are_same(one: Likeness, other: Likeness) -> bool:
    assert one.bits is not None
    assert other.bits is not None
    near = differing(one.bits, other.bits) <= SAME_BITS
    return near and colours_apart(one.colours, other.colours) <= SAME_COLOURS


def test_the_same_is_known_again_and_others_are_not(tmp_path: Path) -> None:
    scenes = [scene(seed, (320, 240)) for seed in range(MANY)]
    known = [seen(one, tmp_path) for one in scenes]
    missed = [
        (seed, how)
        for seed in range(0, MANY, 4)
        for how, changed in anew(scenes[seed]).items()
        if not are_same(known[seed], seen(changed, tmp_path))
    ]
    taken_wrongly = [
        pair for pair in combinations(range(MANY), 2) if are_same(*(known[n] for n in pair))
    ]
    assert (missed, taken_wrongly) == ([], [])


def test_the_same_shapes_in_other_colours_are_not_the_same(tmp_path: Path) -> None:
    picture = scene(7, (320, 240))
    red, green, blue = picture.split()
    other = Image.merge("RGB", (blue, green, red))
    first, second = seen(picture, tmp_path), seen(other, tmp_path)
    assert colours_apart(first.colours, second.colours) > SAME_COLOURS
    assert not are_same(first, second)


@pytest.mark.parametrize("colour", ["white", "#2F4A52"])
def test_a_plain_area_has_nothing_to_compare(tmp_path: Path, colour: str) -> None:
    assert seen(Image.new("RGB", (300, 200), colour), tmp_path).bits is None


def test_bits_fit_into_a_signed_number_of_the_database(tmp_path: Path) -> None:
    bits = [seen(scene(seed, (160, 120)), tmp_path).bits for seed in range(3)]
    assert all(bits is not None and 0 <= bits < 2**63 for bits in bits)


def test_a_small_picture_is_turned_as_its_file_says(tmp_path: Path) -> None:
    picture = Image.new("RGB", (200, 100), "white")
    picture.paste("black", (0, 0, 100, 100))
    exif = Image.Exif()
    exif[0x0112] = 6
    picture.save(tmp_path / "turned.jpg", exif=exif)
    make_small(tmp_path / "turned.jpg", tmp_path / "small.webp", "image/jpeg", edge=100)
    with Image.open(tmp_path / "small.webp") as small:
        assert small.size == (50, 100)
        assert sum(small.convert("L").crop((0, 0, 50, 40)).tobytes()) / 2000 < 40, "black is above"
