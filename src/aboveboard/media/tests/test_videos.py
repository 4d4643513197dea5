"""A video is what its bytes are; what only calls itself one is refused, and reads no other file."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
import pytest

from aboveboard.media import videos
from aboveboard.media.errors import NotMedia
from aboveboard.media.looking import Look, look
from aboveboard.media.tests.filming import PLAIN, film

Make = dict[str, Path]


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Make:
    folder = tmp_path_factory.mktemp("films")
    made = {
        "mp4": film(folder / "a.mp4", *PLAIN, "-movflags", "faststart"),
        "mov": film(folder / "a.mov", *PLAIN),
        "webm": film(folder / "a.webm", "-c:v", "libvpx-vp9", "-c:a", "libopus"),
        "mkv": film(folder / "a.mkv", *PLAIN),
        "avi": film(folder / "a.avi", "-c:v", "mpeg4"),
        "sound": film(folder / "sound.m4a", "-vn", "-c:a", "aac", "-f", "mp4"),
    }
    turned = folder / "turned.mp4"
    exe = imageio_ffmpeg.get_ffmpeg_exe()
    command = [exe, "-loglevel", "error", "-display_rotation", "90", "-i", str(made["mp4"])]
    subprocess.run([*command, "-c", "copy", str(turned)], check=True)
    return {**made, "turned": turned}


@pytest.mark.parametrize(
    ("kind", "mime"),
    [("mp4", "video/mp4"), ("mov", "video/quicktime"), ("webm", "video/webm")],
)
def test_what_a_video_is(films: Make, kind: str, mime: str) -> None:
    for data in (films[kind], films[kind].read_bytes()):
        found = look("notes.txt", data)
        assert (found.mime, found.width, found.height) == (mime, 64, 48)
        assert found.seconds == pytest.approx(1.0, abs=0.1)


def test_a_telephones_film_is_as_it_is_shown(films: Make) -> None:
    found = look("upright.mp4", films["turned"])
    assert (found.width, found.height) == (48, 64)


@pytest.mark.parametrize("kind", ["mkv", "avi", "sound"])
def test_other_kinds_are_refused(films: Make, kind: str) -> None:
    with pytest.raises(NotMedia, match="raking") as refused:
        look("raking.mp4", films[kind])
    assert refused.value.mend


def test_what_breaks_off_or_is_damaged(films: Make, tmp_path: Path) -> None:
    whole = films["mov"].read_bytes()
    for number, data in enumerate(
        (whole[:64], whole[: len(whole) // 3], whole[:40] + b"\0" * (len(whole) - 40))
    ):
        path = tmp_path / f"{number}.mp4"
        path.write_bytes(data)
        with pytest.raises(NotMedia, match="is no video that can be played"):
            look("raking.mp4", path)


@pytest.mark.parametrize(
    "words",
    [
        "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n",
        "ffconcat version 1.0\nfile '/etc/passwd'\n",
        "<?xml version='1.0'?><MPD><BaseURL>http://127.0.0.1/</BaseURL></MPD>",
    ],
)
def test_a_list_of_other_files_is_no_video(words: str, tmp_path: Path) -> None:
    path = tmp_path / "list.mp4"
    path.write_text(words)
    with pytest.raises(NotMedia):
        look("list.mp4", path)
    # Nor with the first bytes of one.
    path.write_bytes(b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + words.encode())
    with pytest.raises(NotMedia):
        look("list.mp4", path)


def test_a_picture_of_the_same_family_is_no_video() -> None:
    for brand in (b"heic", b"avif", b"mif1", b"crx ", b"M4A "):
        assert videos.kind_of(b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0") == ""
    assert videos.kind_of(b"\0\0\0\x18ftypisom") == "video/mp4"


def test_two_files_in_one(films: Make, tmp_path: Path) -> None:
    path = tmp_path / "both.mp4"
    archive = b"PK\x05\x06" + b"\0" * 18
    path.write_bytes(films["mp4"].read_bytes() + b"\0\0\0\x1efree" + archive)
    with pytest.raises(NotMedia, match="a video and a ZIP archive in one file"):
        look("both.mp4", path)


def test_what_is_too_large_is_not_opened(
    films: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "long.mp4"
    with path.open("wb") as file:
        file.write(films["mp4"].read_bytes()[:100])
        file.truncate(videos.MAX_BYTES + 1)
    with pytest.raises(NotMedia, match="4000 MB; 4000 MB is the most"):
        look("long.mp4", path)
    monkeypatch.setattr(videos, "MAX_EDGE", 60)
    with pytest.raises(NotMedia, match="64 × 48; 60 pixels a side is the most"):
        look("wide.mp4", films["mp4"])


def test_an_odd_name_is_only_a_name(films: Make, tmp_path: Path) -> None:
    path = tmp_path / "-i %d concat:x|y.mp4"
    path.write_bytes(films["mp4"].read_bytes())
    assert isinstance(look("x", path), Look)
