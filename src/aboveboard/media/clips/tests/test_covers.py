"""A cover: the picture of a moment, or the sharpest near it."""

from pathlib import Path

import pytest
from PIL import Image

from aboveboard.media.clips.covers import cover
from aboveboard.media.clips.errors import NotMade
from aboveboard.media.clips.tests.filming import ffmpeg, flashing


def test_the_sharpest_near_a_moment(tmp_path: Path) -> None:
    source = tmp_path / "source.mp4"
    soft = "gblur=sigma=8:enable='not(between(t,1.15,1.25))'"
    ffmpeg("-f", "lavfi", "-i", f"testsrc2=s=320x180:r=10:d=2,{soft}", str(source))
    out = tmp_path / "cover.jpg"
    assert cover(source, out, 1.0) == pytest.approx(1.2, abs=0.01)
    assert cover(source, out, 1.0, sharpest=False) == pytest.approx(1.0)
    with Image.open(out) as opened:
        assert (opened.format, opened.size) == ("JPEG", (320, 180))


def test_the_last_moment_has_a_picture_and_none_after_it(tmp_path: Path) -> None:
    source = flashing(tmp_path / "source.mp4", 1)
    cover(source, tmp_path / "cover.jpg", 1.0, sharpest=False)
    with pytest.raises(NotMade, match=r"no picture at 1\.50"):
        cover(source, tmp_path / "other.jpg", 1.5)
    assert not (tmp_path / "other.jpg").exists()
