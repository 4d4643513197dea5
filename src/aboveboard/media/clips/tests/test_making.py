"""Clips made by the real ffmpeg: length, shape, sync, loudness, words, and nothing left behind."""

import itertools
import os
import threading
from pathlib import Path

import pytest

from aboveboard.media.clips import program
from aboveboard.media.clips.encoding import Room
from aboveboard.media.clips.errors import NotMade, Stopped
from aboveboard.media.clips.facts import facts_of
from aboveboard.media.clips.framing import Shape
from aboveboard.media.clips.making import Made, Wanted, make
from aboveboard.media.clips.subtitles import Cue, parse
from aboveboard.media.clips.tests.filming import (
    RATE,
    beeps,
    brightest,
    ffmpeg,
    flashing,
    frames,
    still,
    with_subject,
)
from aboveboard.media.errors import NotMedia
from aboveboard.media.tests.filming import film

# `make check` has no time for it.
pytestmark = pytest.mark.slow

WORDS = (Cue(0.0, 0.9, "Salt"), Cue(1.2, 2.0, "takes time"))


def made(source: Path, tmp_path: Path, wanted: Wanted) -> tuple[Path, Made]:
    out = tmp_path / "clip.mp4"
    told = make(source, out, wanted)
    assert sorted(tmp_path.glob(".*")) == [], "nothing is left beside it"
    return out, told


def in_sync(path: Path) -> int:
    """How many flashes there are; each has its beep within two pictures."""
    bright = [value > 120 for value in frames(path)]
    flashes = [
        number / RATE
        for number, is_bright in enumerate(bright)
        if is_bright and (number == 0 or not bright[number - 1])
    ]
    heard = beeps(path)
    assert len(heard) == len(flashes)
    for flash, beep in zip(flashes, heard, strict=True):
        assert abs(flash - beep) <= 2 / RATE, (flashes, heard)
    return len(flashes)


def test_a_part_is_as_long_as_it_was_asked_for(tmp_path: Path) -> None:
    source = flashing(tmp_path / "source.mp4", 4)
    out, told = made(source, tmp_path, Wanted(start=0.7, end=3.3))
    assert told.seconds == pytest.approx(2.6, abs=1 / RATE)
    assert len(frames(out)) == 26
    assert in_sync(out) == 3


def test_a_length_is_cut_at_scenes_and_stays_in_sync(tmp_path: Path) -> None:
    source = flashing(tmp_path / "source.mp4", 2, 3, 2, 3)
    out, told = made(source, tmp_path, Wanted(length=5))
    assert told.seconds == pytest.approx(5, abs=1 / RATE)
    assert len(told.pieces) > 1
    assert all(min(abs(one.start - edge) for edge in (0, 2, 5, 7)) < 0.11 for one in told.pieces)
    assert in_sync(out) >= 4


def test_what_was_turned_is_as_it_is_shown(tmp_path: Path) -> None:
    flashing(tmp_path / "flat.mp4", 1)
    turned = tmp_path / "turned.mp4"
    ffmpeg("-display_rotation", "90", "-i", str(tmp_path / "flat.mp4"), "-c", "copy", str(turned))
    facts = facts_of(turned)
    assert (facts.width, facts.height) == (48, 64)
    _out, told = made(turned, tmp_path, Wanted(end=0.5))
    assert (told.width, told.height) == (48, 64)


@pytest.mark.parametrize(
    ("shape", "ratio"), [("9:16", 9 / 16), ("1:1", 1), ("4:5", 0.8), ("16:9", 16 / 9)]
)
def test_a_shape_is_exact(tmp_path: Path, shape: Shape, ratio: float) -> None:
    source = flashing(tmp_path / "source.mp4", 0.5, size="320x240")
    _out, told = made(source, tmp_path, Wanted(shape=shape, focus=(0.5, 0.5)))
    assert told.width / told.height == ratio


@pytest.mark.parametrize("x", ["5", "70", "135"])
def test_the_subject_stays_in_the_window(tmp_path: Path, x: str) -> None:
    source = with_subject(tmp_path / "source.mp4", x)
    out, told = made(source, tmp_path, Wanted(shape="9:16"))
    assert not told.moving
    picture = still(out, 0.5, tmp_path / "still.png")
    inner = picture.crop((4, 0, picture.width - 4, picture.height))
    assert brightest(inner) > 180, "the block is in it, and not at its very edge alone"


def test_a_subject_that_goes_far_is_followed(tmp_path: Path) -> None:
    source = with_subject(tmp_path / "source.mp4", "140*t/4", seconds=4)
    out, told = made(source, tmp_path, Wanted(shape="9:16"))
    assert told.moving
    for at in (0.3, 2, 3.7):
        picture = still(out, at, tmp_path / "still.png")
        assert brightest(picture) > 180, f"lost at {at}"


def test_loudness_is_measured_on_what_was_made(tmp_path: Path) -> None:
    source = flashing(tmp_path / "source.mp4", 4)
    out, told = made(source, tmp_path, Wanted(loudness=True))
    assert told.copied, "only the sound was written anew"
    assert told.lufs == pytest.approx(-14, abs=1)
    assert told.peak is not None
    assert told.peak <= -1
    assert in_sync(out) == 4


@pytest.mark.parametrize("sound", ["none", "silent"])
def test_silence_passes(tmp_path: Path, sound: str) -> None:
    source = flashing(tmp_path / "source.mp4", 1, sound=False)
    if sound == "silent":
        mute = tmp_path / "mute.mp4"
        ffmpeg(
            *("-i", str(source), "-f", "lavfi", "-i", "anullsrc", "-shortest"),
            *("-c:v", "copy", "-c:a", "aac", str(mute)),
        )
        source = mute
    _out, told = made(source, tmp_path, Wanted(start=0.2, loudness=True))
    assert told.lufs is None


def test_burnt_words_are_seen_while_they_last(tmp_path: Path) -> None:
    source = flashing(tmp_path / "source.mp4", 3, size="320x180")
    plain, _told = made(source, tmp_path, Wanted(start=0.3))
    before = still(plain, 1.1, tmp_path / "a.png"), still(plain, 0.75, tmp_path / "b.png")
    burnt, _told = made(source, tmp_path, Wanted(start=0.3, cues=WORDS, burn=True))
    shown, gone = still(burnt, 1.1, tmp_path / "a.png"), still(burnt, 0.75, tmp_path / "b.png")
    low = (80, 130, 240, 175)
    assert brightest(shown.crop(low)) > brightest(before[0].crop(low)) + 80
    assert abs(brightest(gone.crop(low)) - brightest(before[1].crop(low))) < 20


def test_attached_words_are_a_track_that_can_be_read(tmp_path: Path) -> None:
    source = flashing(tmp_path / "source.mp4", 3)
    out, told = made(source, tmp_path, Wanted(cues=WORDS, attach=True, language="nl"))
    assert told.copied
    read = parse(ffmpeg("-i", str(out), "-map", "0:s:0", "-f", "srt", "-"))
    assert [(cue.text, round(cue.start, 1)) for cue in read] == [("Salt", 0.0), ("takes time", 1.2)]


def test_commands_in_words_are_words(tmp_path: Path) -> None:
    source = flashing(tmp_path / "source.mp4", 1, size="320x180")
    nasty = (Cue(0.0, 1.0, "{\\p1}m 0 0 l 320 0 320 180 0 180{\\p0}\\N}"),)
    out, _told = made(source, tmp_path, Wanted(cues=nasty, burn=True))
    picture = still(out, 0.5, tmp_path / "a.png")
    assert brightest(picture.crop((150, 0, 300, 40))) < 90, "nothing was drawn up there"


def test_a_sign_that_no_font_has_is_told(tmp_path: Path) -> None:
    source = flashing(tmp_path / "source.mp4", 1)
    with pytest.raises(NotMade, match="\U0010f000"):
        make(
            source,
            tmp_path / "clip.mp4",
            Wanted(cues=(Cue(0, 1, "\U0010f000"),), burn=True),
        )


def test_it_fits_into_what_a_network_takes(tmp_path: Path) -> None:
    source = tmp_path / "noise.mp4"
    noise = "nullsrc=s=320x240:r=10:d=2,geq=random(1)*255:128:128"
    ffmpeg("-f", "lavfi", "-i", noise, "-c:v", "libx264", "-qp", "10", str(source))
    room = Room(bytes=150_000, rate=5)
    assert source.stat().st_size > 3 * 150_000
    out, told = made(source, tmp_path, Wanted(room=room))
    assert out.stat().st_size <= 150_000
    assert len(frames(out)) == 10
    assert told.seconds == pytest.approx(2, abs=0.2)


def test_what_fits_as_it_is_is_copied(tmp_path: Path) -> None:
    source = flashing(tmp_path / "source.mp4", 1)
    _out, told = made(source, tmp_path, Wanted(room=Room(bytes=10_000_000, seconds=60)))
    assert told.copied


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (Wanted(start=5), "no_part"),
        (Wanted(start=0.5, end=0.2), "no_part"),
        (Wanted(length=0.5), "no_part"),
        (Wanted(room=Room(seconds=0.5)), "too_long"),
        (Wanted(end=0.9, room=Room(bytes=5_000)), "too_large"),
    ],
)
def test_what_cannot_be_is_told(tmp_path: Path, wanted: Wanted, code: str) -> None:
    source = flashing(tmp_path / "source.mp4", 1)
    with pytest.raises(NotMade) as told:
        make(source, tmp_path / "clip.mp4", wanted)
    assert told.value.code == code
    assert told.value.mend
    assert [one.name for one in tmp_path.iterdir()] == ["source.mp4"]


def test_a_playlist_that_calls_itself_a_video_is_refused(tmp_path: Path) -> None:
    film(tmp_path / "secret.mp4")
    for text in ("#EXTM3U\n#EXTINF:1,\nsecret.mp4\n", "ffconcat version 1.0\nfile secret.mp4\n"):
        (tmp_path / "list.mp4").write_text(text)
        with pytest.raises(NotMedia):
            make(tmp_path / "list.mp4", tmp_path / "clip.mp4", Wanted())
        assert not (tmp_path / "clip.mp4").exists()


def test_progress_grows_and_ends_with_the_check(tmp_path: Path) -> None:
    source = flashing(tmp_path / "source.mp4", 3, 3)
    heard: list[tuple[str, float]] = []
    wanted = Wanted(length=4, loudness=True)
    make(source, tmp_path / "clip.mp4", wanted, tell=lambda *told: heard.append(told))
    stages = [stage for stage, _same in itertools.groupby(heard, key=lambda told: told[0])]
    assert stages == ["scenes", "measuring", "encoding", "checking"]
    assert [done for _stage, done in heard] == sorted(done for _stage, done in heard)
    assert heard[-1][1] == pytest.approx(1)


def test_stopping_ends_the_program_and_leaves_nothing(tmp_path: Path) -> None:
    source = flashing(tmp_path / "source.mp4", 30, size="640x480")
    before = _children()
    heard: list[float] = []
    with pytest.raises(Stopped):
        make(
            source,
            tmp_path / "clip.mp4",
            Wanted(start=0.1),
            tell=lambda _stage, done: heard.append(done),
            # As soon as something of it is written.
            halt=lambda: any(heard),
        )
    assert 0 < heard[-1] < 1
    assert [one.name for one in tmp_path.iterdir()] == ["source.mp4"]
    assert _children() <= before


def test_what_stands_still_is_ended(tmp_path: Path) -> None:
    begun, before = threading.Event(), _children()
    with pytest.raises(NotMade) as told:
        program.run(
            ["-re", "-f", "lavfi", "-i", "sine=d=60", "-f", "null", "-"],
            folder=tmp_path,
            stalled=0.0,
            tell=lambda _part: begun.set(),
        )
    assert told.value.code == "stalled"
    assert _children() <= before


def _children() -> set[str]:
    """The processes that this one started and that are still there."""
    return set(Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split())
