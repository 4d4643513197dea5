"""The contrast of words in pictures is measured as it was drawn. `-s` prints how far it is off."""

import io
import random
from functools import cache
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from aboveboard.media.cards.contrast import ratio
from aboveboard.media.cards.fonts import FOLDER
from aboveboard.media.lettering import PHONE, Line, measure
from aboveboard.media.reading import lines_in
from aboveboard.media.tests.drawing import saved

BOLD, PLAIN, SERIF = (
    "instrument-sans-latin-700.ttf", "instrument-sans-latin-500.ttf", "newsreader-latin-500.ttf",
)  # fmt: skip
WORDS = "Salt takes time"
Box = list[tuple[float, float]]


@cache
def face(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FOLDER / name), size)


def drawn(
    ink: str, ground: str | Image.Image, *, size: int = 48, name: str = PLAIN, **how: Any
) -> tuple[Image.Image, Box]:
    """A picture of 1080 pixels with words on it, and the box around them with a little room."""
    picture = Image.new("RGB", (1080, 300), ground) if isinstance(ground, str) else ground.copy()
    draw = ImageDraw.Draw(picture)
    draw.text((80, 90), WORDS, font=face(name, size), fill=ink, **how)
    left, top, right, bottom = draw.textbbox((80, 90), WORDS, font=face(name, size))
    room = size * 0.12
    left, top, right, bottom = left - room, top - room, right + room, bottom + room
    return picture, [(left, top), (right, top), (right, bottom), (left, bottom)]


def measured(picture: Image.Image, box: Box, *, quality: int = 0) -> Line:
    if quality:
        picture = Image.open(io.BytesIO(saved(picture, "JPEG", quality=quality))).convert("RGB")
    numpy = pytest.importorskip("numpy")
    return measure(numpy.asarray(picture), numpy.asarray(box), WORDS)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "half", "worst"), [(96, 0.01, 0.08), (48, 0.03, 0.15), (28, 0.08, 0.3)]
)
def test_colours_by_chance(size: int, half: float, worst: float) -> None:
    chance = random.Random(size)
    errors = []
    for number in range(60):
        ground = "#" + "".join(f"{chance.randrange(256):02X}" for _ in range(3))
        ink = ground
        while not 1.4 < ratio(ink, ground) < 12:
            ink = "#" + "".join(f"{chance.randrange(256):02X}" for _ in range(3))
        name, quality = chance.choice((BOLD, PLAIN, SERIF)), chance.choice((0, 90, 75))
        found = measured(*drawn(ink, ground, size=size, name=name), quality=quality).contrast
        assert found, (number, ink, ground)
        errors.append(abs(found / ratio(ink, ground) - 1))
    print(f"{size} px: median {median(errors):.1%}, worst {max(errors):.1%}")
    assert median(errors) < half
    assert max(errors) < worst


def test_large_and_bold_letters_are_told() -> None:
    for size in (48, 64, 96):
        for name in (BOLD, PLAIN):
            line = measured(*drawn("#333333", "#DDDDDD", size=size, name=name))
            assert line.bold is (name == BOLD)
            assert line.size == pytest.approx(size / 1080 * PHONE, rel=0.2)


def test_an_uneven_ground_counts_by_its_worst_quarter() -> None:
    """White letters that run from a dark to a light ground; the whole on average would do."""
    steps = Image.linear_gradient("L").rotate(90).resize((1080, 300))
    picture = Image.merge("RGB", (steps, steps, steps)).crop((0, 0, 520, 300)).resize((1080, 300))
    found = measured(*drawn("#FFFFFF", picture, size=110, name=BOLD), quality=85).contrast
    assert found
    left, right = picture.getpixel((80, 10)), picture.getpixel((900, 10))
    assert isinstance(left, tuple)
    assert isinstance(right, tuple)
    ends = [ratio("#FFFFFF", "#" + f"{one[0]:02X}" * 3) for one in (left, right)]
    assert min(ends) < found < (min(ends) + max(ends)) / 2


def test_an_outline_and_a_noisy_photograph() -> None:
    noise = Image.effect_noise((1080, 300), 45).filter(ImageFilter.GaussianBlur(2))
    ground = Image.merge("RGB", (noise, noise, noise))
    plain = measured(*drawn("#FFFFFF", ground, size=80, name=BOLD), quality=80).contrast
    assert plain == pytest.approx(ratio("#FFFFFF", "#808080"), rel=0.15)
    lined, box = drawn("#FFFFFF", ground, size=80, name=BOLD, stroke_width=4, stroke_fill="black")
    outlined = measured(lined, box, quality=80).contrast
    # At the least it is that of the outline, on which a mid-grey ground is the hardest.
    assert outlined
    assert outlined > 4


def test_nothing_is_made_up_where_nothing_stands() -> None:
    flat = Image.new("RGB", (400, 200), "#336699")
    assert measured(flat, [(10, 10), (300, 10), (300, 60), (10, 60)]).contrast is None
    assert measured(flat, [(10, 10), (14, 10), (14, 12), (10, 12)]).contrast is None


@pytest.mark.slow
def test_words_are_found_and_measured(tmp_path: Path) -> None:
    picture, _box = drawn("#8090C0", "#283C9F", size=60, name=BOLD)
    path = tmp_path / "a.jpg"
    path.write_bytes(saved(picture, "JPEG", quality=80))
    (line,) = lines_in(path)
    assert line.words == WORDS
    assert line.contrast == pytest.approx(ratio("#8090C0", "#283C9F"), rel=0.05)
    clear = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    clear.paste(picture, (0, 0))
    path.write_bytes(saved(clear, "PNG"))
    (line,) = lines_in(path)
    assert (line.words, line.contrast) == (WORDS, None)
