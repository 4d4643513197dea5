"""The build copies what is listed, once, and says what is missing."""

import json
from pathlib import Path

import pytest

from aboveboard.faces.web import assets
from aboveboard.faces.web.glyphs import Glyphs, glyphs

SVG = '<!-- @license --><svg viewBox="0 0 24 24"><title>T</title><path d="M1 1"/></svg>'


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """A web/ folder as npm leaves it, with small files in place of the packages."""
    folder = tmp_path / "web"
    modules = folder / "node_modules"
    for source in (assets.FILES | assets.LICENCES).values():
        path = modules / source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
    known = glyphs()
    places = [("lucide", name) for name in known.icons]
    for collection, name in [*places, *known.networks.values(), known.fallback]:
        path = modules / assets.SETS[collection] / f"{name}.svg"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SVG)
    lock = {"packages": {"": {}, "node_modules/a": {"version": "1"}}}
    (folder / "package-lock.json").write_text(json.dumps(lock))
    (modules / ".package-lock.json").write_text(
        json.dumps({"packages": {"node_modules/a": {"version": "1"}}})
    )
    return folder


def test_it_copies_once_and_again_when_a_file_is_gone(web: Path, tmp_path: Path) -> None:
    vendor = tmp_path / "vendor"
    assert assets.build(web, vendor)
    assert not assets.build(web, vendor)
    (vendor / "sortable.js").unlink()
    assert assets.build(web, vendor)
    assert (vendor / "sortable.js").read_text() == assets.FILES["sortable.js"]


def test_a_missing_package_file_is_named(web: Path, tmp_path: Path) -> None:
    (web / "node_modules" / assets.FILES["uplot.js"]).unlink()
    with pytest.raises(assets.AssetsMissing, match="uPlot"):
        assets.build(web, tmp_path / "vendor")


def test_the_sprite_holds_drawings_without_titles(web: Path) -> None:
    wanted = Glyphs(("clock",), {"bluesky": ("simple", "bluesky")}, ("lucide", "globe"))
    sprite = assets.sprite(web / "node_modules", wanted)
    assert [part.split('"')[0] for part in sprite.split('id="')[1:]] == [
        "clock",
        "net-bluesky",
        "net-",
    ]
    assert "<title>" not in sprite
    assert "license" not in sprite
