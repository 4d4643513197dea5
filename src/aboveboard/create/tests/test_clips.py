"""Clips asked for in a workspace: made by a job, kept with their chain, stopped, taken up again."""

import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from tests.builders import make_member
from tests.desk import Desk, each_refused, open_desk

from aboveboard.create import actions
from aboveboard.create.actions.clips import SILENT, clips_to_take_up
from aboveboard.create.assets import clips
from aboveboard.create.assets.clipping import ClipFields, room_on
from aboveboard.create.models import Asset, Clip
from aboveboard.create.tasks import begin_making, make_clip
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Forbidden, Invalid, NotFound
from aboveboard.ledger.models import Entry
from aboveboard.media.clips.tests.filming import flashing
from aboveboard.media.credentials import inspect
from aboveboard.media.tests.filming import film

pytestmark = pytest.mark.django_db

WORDS = "1\n00:00:00,200 --> 00:00:01,000\nSalt\n"


@pytest.fixture
def video(desk: Desk, tmp_path: Path) -> Asset:
    path = flashing(tmp_path / "pans.mp4", 2, size="160x90")
    return actions.add_asset(desk.actor, desk.brand.id, name="pans.mp4", data=path, alt="Pans")


def never() -> bool:
    return False


def asked(desk: Desk, video: Asset, **told: object) -> Clip:
    return actions.ask_clip(desk.actor, video.id, ClipFields(**told))  # type: ignore[arg-type]


def folders() -> list[Path]:
    return list((Path(settings.MEDIA_ROOT) / "clips").glob("*"))


def test_a_clip_knows_its_video_and_how_it_was_made(desk: Desk, video: Asset) -> None:
    before = Path(video.file.path).read_bytes()
    clip = asked(desk, video, start=0.5, shape="9:16", loudness=True, subtitles=WORDS, attach=True)
    clips.make_clip(clip.pk, never)
    clip.refresh_from_db()
    assert (clip.state, clip.done, clip.why) == ("done", 100, "")
    made = clip.asset
    assert made
    assert made.mime == "video/mp4"
    assert made.width / made.height == 9 / 16
    assert made.seconds == pytest.approx(1.5, abs=0.1)
    assert made.alt == "Pans"
    assert [*made.parts.all()] == [video]
    assert made.recipe["what"] == "clip"
    assert made.recipe["shape"] == "9:16"
    told = inspect(Path(made.file.path), made.mime)
    assert told.state == "valid"
    assert told.ingredients == ("pans.mp4",)
    assert [step.action for step in told.steps][:3] == [
        "c2pa.opened",
        "c2pa.trimmed",
        "c2pa.cropped",
    ]
    assert clip.made["lufs"] == pytest.approx(-14, abs=1)
    assert Path(video.file.path).read_bytes() == before
    assert folders() == []
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert {"clip.asked", "asset.made"} <= kinds


def test_of_a_kind_that_holds_no_credentials_it_is_signed_still(desk: Desk, tmp_path: Path) -> None:
    path = film(tmp_path / "a.webm", "-c:v", "libvpx", "-c:a", "libopus")
    video = actions.add_asset(desk.actor, desk.brand.id, name="a.webm", data=path)
    clip = asked(desk, video, end=0.5)
    clips.make_clip(clip.pk, never)
    clip.refresh_from_db()
    assert clip.asset, clip.why
    assert inspect(Path(clip.asset.file.path), "video/mp4").state == "valid"


def test_what_a_model_made_stays_a_models(desk: Desk, tmp_path: Path) -> None:
    path = flashing(tmp_path / "a.mp4", 1)
    video = actions.add_asset(
        desk.actor, desk.brand.id, name="a.mp4", data=path, origin="generated"
    )
    clip = asked(desk, video, end=0.5)
    clips.make_clip(clip.pk, never)
    clip.refresh_from_db()
    assert clip.asset
    assert clip.asset.origin == "generated"


def test_who_may_not_write_asks_for_none(desk: Desk, video: Asset) -> None:
    viewer = make_member(desk.house, "viewer")
    clip = asked(desk, video)
    each_refused(
        Forbidden,
        lambda: actions.ask_clip(viewer, video.id, ClipFields()),
        lambda: actions.stop_clip(viewer, clip.pk),
        lambda: actions.keep_cover(viewer, video.id, 0.5),
    )


def test_another_workspace_finds_nothing(desk: Desk, video: Asset, tmp_path: Path) -> None:
    other_desk = open_desk(name="Elsewhere")
    clip = asked(desk, video)
    stranger = other_desk.actor
    each_refused(
        NotFound,
        lambda: actions.ask_clip(stranger, video.id, ClipFields()),
        lambda: actions.stop_clip(stranger, clip.pk),
        lambda: actions.keep_cover(stranger, video.id, 0.5),
        lambda: asked(desk, video, channels=(str(other_desk.site.pk),)),
    )


def test_what_cannot_be_made_is_told_when_it_is_asked_for(desk: Desk, video: Asset) -> None:
    mute = desk.channel("newsletter")
    each_refused(
        Invalid,
        lambda: asked(desk, video, start=3.0),
        lambda: asked(desk, video, start=float("nan")),
        lambda: asked(desk, video, focus=(0.5, 1.5)),
        lambda: asked(desk, video, shape="2:1"),
        lambda: asked(desk, video, burn=True),
        lambda: asked(desk, video, subtitles="hello\nworld"),
        lambda: asked(desk, video, language="xx"),
        lambda: asked(desk, video, channels=(str(mute.pk),)),
    )
    assert not Clip.objects.exists()


def test_stopped_while_it_is_made_nothing_is_left(desk: Desk, video: Asset) -> None:
    clip = asked(desk, video, shape="1:1")
    looks = 0

    def halfway() -> bool:
        nonlocal looks
        looks += 1
        if looks == 3:
            actions.stop_clip(desk.actor, clip.pk)
            time.sleep(1)
        return False

    clips.make_clip(clip.pk, halfway)
    clip.refresh_from_db()
    assert clip.state == "stopped"
    assert Asset.objects.count() == 1
    assert folders() == []


def test_a_worker_that_ends_gives_it_back(desk: Desk, video: Asset) -> None:
    clip = asked(desk, video)
    halt = threading.Event()
    halt.set()
    clips.make_clip(clip.pk, halt.is_set)
    clip.refresh_from_db()
    assert (clip.state, clip.done) == ("asked", 0)
    clips.make_clip(clip.pk, never)
    clip.refresh_from_db()
    assert clip.state == "done"


def test_a_killed_workers_clip_is_begun_anew_three_times_at_most(desk: Desk, video: Asset) -> None:
    clip = asked(desk, video)
    for number in range(1, 5):
        Clip.objects.filter(pk=clip.pk).update(
            state="running", tries=number, at=clock.now() - SILENT * 2
        )
        again = clips_to_take_up(clock.now())
        assert again == ([clip.pk] if number < 3 else [])
    clip.refresh_from_db()
    assert clip.state == "failed"
    assert "three times" in clip.why


def test_one_that_gives_signs_is_left_alone(desk: Desk, video: Asset) -> None:
    clip = asked(desk, video)
    Clip.objects.filter(pk=clip.pk).update(state="running", at=clock.now() - timedelta(seconds=5))
    assert clips_to_take_up(clock.now()) == []


def test_a_file_that_is_gone_is_told(desk: Desk, video: Asset) -> None:
    clip = asked(desk, video)
    Path(video.file.path).unlink()
    clips.make_clip(clip.pk, never)
    clip.refresh_from_db()
    assert clip.state == "failed"
    assert "not where it was put" in clip.why


def test_it_stands_in_line_once(desk: Desk, video: Asset) -> None:
    clip = asked(desk, video)
    begin_making(clip.pk)
    begin_making(clip.pk)
    assert make_clip.queue == "clips"


def test_a_cover_is_a_picture_of_the_video(desk: Desk, video: Asset) -> None:
    cover = actions.keep_cover(desk.actor, video.id, 1.0)
    assert (cover.mime, cover.width, cover.height) == ("image/jpeg", 160, 90)
    assert [*cover.parts.all()] == [video]
    assert inspect(Path(cover.file.path), cover.mime).ingredients == ("pans.mp4",)


def test_several_networks_leave_the_least_room() -> None:
    room = room_on(["instagram", "x"])
    assert (room.seconds, room.bytes) == (140, 300_000_000)
    with pytest.raises(Invalid, match="takes no videos"):
        room_on(["newsletter"])
