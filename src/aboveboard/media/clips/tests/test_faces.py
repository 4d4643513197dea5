"""A face stays in the window of a narrow clip, whatever moves behind it."""

from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image

from aboveboard.media.clips.making import Wanted
from aboveboard.media.clips.subject import near_a_face
from aboveboard.media.clips.tests.filming import RATE, ffmpeg
from aboveboard.media.clips.tests.test_making import made
from aboveboard.media.salience import salient
from aboveboard.media.tests.drawing import face

pytestmark = pytest.mark.slow
_SIZE = (150, 195)


def head(kind: str) -> Image.Image:
    """A drawn one; or a photograph of Eileen Collins (NASA, public domain) out of scikit-image."""
    if kind == "drawn":
        return face(_SIZE, (_SIZE[0] // 2, _SIZE[1] // 2 - 20))
    spec = find_spec("skimage")
    if not spec or not spec.submodule_search_locations:
        pytest.skip("scikit-image, which carries the photograph, is not installed")
    folder = Path(spec.submodule_search_locations[0], "data")
    with Image.open(folder / "astronaut.png") as opened:
        return opened.convert("RGB").crop((130, 0, 330, 260)).resize(_SIZE)


@pytest.mark.parametrize("kind", ["drawn", "photographed"])
@pytest.mark.parametrize(("x", "walks"), [("20", False), ("470", False), ("20+110*t", True)])
def test_a_face_is_kept(tmp_path: Path, kind: str, x: str, walks: bool) -> None:
    head(kind).save(tmp_path / "head.png")
    ffmpeg(
        *("-f", "lavfi", "-i", f"mandelbrot=s=640x360:r={RATE}"),
        *("-loop", "1", "-i", str(tmp_path / "head.png"), "-t", "4"),
        *("-filter_complex", f"[0:v][1:v]overlay=x='{x}':y=70:eval=frame"),
        *("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"),
        str(tmp_path / "source.mp4"),
    )
    out, told = made(tmp_path / "source.mp4", tmp_path, Wanted(shape="9:16"))
    assert told.moving is walks
    for at in (0.3, 1.2, 2.4, 3.6):
        still = tmp_path / "still.png"
        ffmpeg("-ss", str(at), "-i", str(out), "-frames:v", "1", "-update", "1", str(still))
        assert salient(still)["by"] == "faces", f"lost at {at}"


def test_what_moves_beside_a_face_that_blinks_is_no_subject() -> None:
    face_at, moves = (0.1, 0.5, 4.0), (0.9, 0.5, 2.0)
    points = [face_at, moves, moves, face_at, *[moves] * 12]
    beside = [number for number in range(len(points)) if near_a_face(points, number)]
    assert beside == list(range(8)), "for a second after it was last seen, and not for ever"
