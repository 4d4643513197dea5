"""What is made here keeps its chain, in the library and in the file itself."""

import io
from pathlib import Path

import pytest
from PIL import Image
from tests.desk import Desk

from aboveboard.create import actions
from aboveboard.create.models import Asset
from aboveboard.media.credentials import Step, inspect
from aboveboard.media.xmp import with_source

pytestmark = pytest.mark.django_db

CROPPED = (Step("c2pa.opened"), Step("c2pa.cropped"))


def photo(desk: Desk, *, origin: str = "person", colour: str = "#2F4A52") -> Asset:
    file = io.BytesIO()
    Image.new("RGB", (80, 60), colour).save(file, "JPEG")
    data = with_source(file.getvalue(), "digitalCapture")
    return actions.add_asset(desk.actor, desk.brand.id, name="pan.jpg", data=data, origin=origin)


def cropped(desk: Desk, tmp_path: Path, *parts: Asset, x: int = 0) -> Asset:
    file = tmp_path / "crop.jpg"
    with Image.open(parts[0].file.path) as opened:
        opened.crop((x, 0, x + 40, 40)).save(file)
    return actions.keep_made(
        desk.actor,
        desk.brand.id,
        name="pan, square.jpg",
        file=file,
        steps=CROPPED,
        recipe={"what": "crop", "box": [x, 0, x + 40, 40]},
        parts=parts,
    )


def test_a_crop_names_its_photo_and_is_still_a_photo(desk: Desk, tmp_path: Path) -> None:
    whole = photo(desk)
    before = Path(whole.file.path).read_bytes()
    made = cropped(desk, tmp_path, whole)
    assert [*made.parts.all()] == [whole]
    assert made.recipe["box"] == [0, 0, 40, 40]
    assert (made.width, made.height, made.origin) == (40, 40, "person")
    told = inspect(Path(made.file.path), made.mime)
    assert told.state == "valid"
    assert told.ingredients == ("pan.jpg",)
    assert told.xmp == "digitalCapture"
    assert Path(whole.file.path).read_bytes() == before


def test_made_twice_in_the_same_way_it_is_there_once(desk: Desk, tmp_path: Path) -> None:
    whole = photo(desk)
    first = cropped(desk, tmp_path, whole)
    assert cropped(desk, tmp_path, whole) == first
    assert Asset.objects.filter(recipe__what="crop").count() == 1


def test_what_has_a_generated_part_is_generated(desk: Desk, tmp_path: Path) -> None:
    whole = photo(desk, origin="generated")
    assert cropped(desk, tmp_path, whole).origin == "generated"
