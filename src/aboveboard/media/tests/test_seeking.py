"""A mark is found wherever it stands, over the edge of a piece too."""

from pathlib import Path

import pytest

from aboveboard.media import seeking
from aboveboard.media.seeking import holds


@pytest.mark.parametrize("at", [0, 5, 97, 98, 99, 100, 101, 195, 295])
def test_it_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
    monkeypatch.setattr(seeking, "_PIECE", 100)
    file = tmp_path / "file"
    file.write_bytes(b"." * at + b"mark" + b"." * (300 - at))
    assert holds(file, [b"no", b"mark"])
    assert not holds(file, [b"marks"])
    assert holds(file, [b"mark"], within=100) == (at <= 96)


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert not holds(file, [b"x"])
