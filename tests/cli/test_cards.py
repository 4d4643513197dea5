"""A card drawn to a file, with no database."""

from pathlib import Path

import pytest
from PIL import Image

from tests.cli.running import Studio, brand_folder

# Each starts programs of their own.
pytestmark = pytest.mark.slow


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """Settings under which a database could be neither started nor reached."""
    return Studio(tmp_path / "home", {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"})


def test_a_card_is_drawn_to_a_file(studio: Studio, tmp_path: Path) -> None:
    out, brand = tmp_path / "card.png", brand_folder(tmp_path / "brand")
    words = ("--field", "quote=Salt takes time.", "--field", "who=Ilse Maas")
    studio.does("card", "quote", "--format", "9:16", *words, "--brand", brand, "--out", out)
    with Image.open(out) as picture:
        assert picture.size == (1080, 1920)
    points = ("--field", "headline=Two", "--field", "points=One\\nTwo", "--field", "ending=Come")
    done = studio.does("card", "carousel", *points, "--out", tmp_path / "c.png")
    assert done.out.count("Drawn: ") == 4
    assert (tmp_path / "c-4.png").exists()


def test_what_is_wrong_is_told_and_nothing_is_written(studio: Studio, tmp_path: Path) -> None:
    out = tmp_path / "card.png"
    refused = studio.refuses("card", "quote", "--field", "quote=Salt", "--out", out)
    assert "who: This is empty." in refused
    refused = studio.refuses("card", "nothing", "--out", out)
    assert "There is: announcement, carousel" in refused
    assert not out.exists()


def test_templates_are_listed_a_broken_one_with_its_reason(studio: Studio, tmp_path: Path) -> None:
    folder = tmp_path / "home" / "cards"
    folder.mkdir(parents=True)
    (folder / "bad.svg").write_text("<svg/>")
    done = studio.does("card", "--list")
    assert "quote: What somebody said, and who." in done.out
    assert "bad.svg: This template is not used. There is no TOML file" in done.err
