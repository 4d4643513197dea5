"""The page of clips: what it asks for, what it tells, and how the editor leads to it."""

import json
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from tests.builders import make_member
from tests.desk import Desk, open_desk

from aboveboard.check import actions as check
from aboveboard.create import actions
from aboveboard.create.assets import clips
from aboveboard.create.models import Asset, Clip
from aboveboard.faces.web.clips.forms import Moment, clock
from aboveboard.faces.web.tests.test_rights import signed_in
from aboveboard.media.clips.tests.filming import flashing
from aboveboard.media.tests.filming import film

pytestmark = pytest.mark.django_db

WORDS = "1\n00:00:00,200 --> 00:00:01,000\nSalt\n"
PLAIN = {"take": "spread", "language": "en"}


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def video(desk: Desk, tmp_path: Path) -> Asset:
    path = flashing(tmp_path / "pans.mp4", 2)
    return actions.add_asset(desk.actor, desk.brand.id, name="pans.mp4", data=path)


@pytest.fixture
def client(desk: Desk) -> Client:
    return signed_in(desk.actor.user_id)


def test_what_is_asked_for_on_the_page_is_made(client: Client, video: Asset) -> None:
    wanted = {
        **PLAIN,
        "start": "0:00.5",
        "shape": "1:1",
        "focus": "0.2,0.5",
        "subtitles": WORDS,
        "words": "burn",
    }
    answer = client.post(reverse("clip", args=[video.pk]), wanted)
    assert answer.status_code == 302, answer.content
    clip = Clip.objects.get()
    assert (clip.state, clip.wanted["start"], clip.wanted["focus"]) == ("asked", 0.5, [0.2, 0.5])
    clips.make_clip(clip.pk, lambda: False)
    page = client.get(reverse("clip", args=[video.pk])).content.decode()
    assert "pans, 1×1, 2 s.mp4" in page
    assert 'value="0.5"' in page, "the next one begins with the wishes of the last"
    answer = client.get(reverse("clip_subtitles", args=[clip.pk, "vtt"]))
    assert answer.content.decode().startswith("WEBVTT\n\n00:00:00.000 --> 00:00:00.500\nSalt")


def test_what_is_wrong_is_told_in_the_form_and_nothing_typed_is_lost(
    client: Client, video: Asset
) -> None:
    where = reverse("clip", args=[video.pk])
    for told, said in (
        ({"start": "soon"}, "This is no time."),
        ({"start": "7"}, "The clip would end before it begins."),
        ({"subtitles": "Salt\ntakes"}, "Line 1 of the subtitles is wrong."),
    ):
        answer = client.post(where, {**PLAIN, **told})
        assert answer.status_code == 200
        assert said in answer.content.decode()
        assert next(iter(told.values())) in answer.content.decode()
    assert not Clip.objects.exists()


def test_subtitles_are_looked_at_as_they_are_typed(client: Client, video: Asset) -> None:
    where = reverse("check_subtitles", args=[video.pk])
    told = json.loads(client.post(where, {"text": WORDS}).content)
    assert told["cues"] == [{"start": 0.2, "end": 1.0, "text": "Salt"}]
    assert told["wrong"] == ""
    told = json.loads(client.post(where, {"text": "1\nnow --> then\nSalt"}).content)
    assert told["wrong"].startswith("Line 2")


def test_who_reads_sees_the_clips_and_may_ask_for_none(
    desk: Desk, client: Client, video: Asset
) -> None:
    client.post(reverse("clip", args=[video.pk]), PLAIN)
    viewer = signed_in(make_member(desk.house, "viewer").user_id)
    page = viewer.get(reverse("clip", args=[video.pk])).content.decode()
    assert "data-progress=" in page
    assert "data-progress-stop" not in page
    assert viewer.post(reverse("clip", args=[video.pk]), PLAIN).status_code == 403
    assert Clip.objects.count() == 1


def test_a_clip_is_stopped_from_its_page(client: Client, video: Asset) -> None:
    client.post(reverse("clip", args=[video.pk]), PLAIN)
    clip = Clip.objects.get()
    assert client.post(reverse("stop_clip", args=[clip.pk])).status_code == 302
    clip.refresh_from_db()
    assert clip.state == "stopped"
    assert (
        "Stopped. Nothing was kept"
        in client.get(reverse("clips", args=[video.pk])).content.decode()
    )


def test_a_cover_is_kept_from_its_page(client: Client, video: Asset) -> None:
    client.post(reverse("cover", args=[video.pk]), {"at": "0:01", "exact": "on"})
    assert Asset.objects.filter(mime="image/jpeg", parts=video).exists()


def test_the_editor_leads_from_a_video_that_is_too_long_to_a_clip(
    desk: Desk, client: Client, video: Asset
) -> None:
    Asset.objects.filter(pk=video.pk).update(seconds=200.0)
    channel = desk.channel("x")
    variant = desk.variant("Salt takes time.", channel=channel)
    actions.set_pictures(desk.actor, variant.pk, [(video.pk, "Pans")])
    check.look(desk.again(variant), desk.brand)
    page = client.get(f"{reverse('editor', args=[variant.post_id])}?on={variant.pk}")
    where = f"{reverse('clip', args=[video.pk])}?for={channel.pk}"
    assert where in page.content.decode()
    chosen = client.get(where).content.decode()
    assert f'value="{channel.pk}" checked' in chosen
    assert "The video is too long for it" in chosen


def test_the_editor_leads_from_a_webm_to_a_clip(desk: Desk, client: Client, tmp_path: Path) -> None:
    path = film(tmp_path / "a.webm", "-c:v", "libvpx", "-c:a", "libopus")
    video = actions.add_asset(desk.actor, desk.brand.id, name="a.webm", data=path)
    variant = desk.variant("Salt takes time.", channel=desk.channel("mastodon"))
    actions.set_pictures(desk.actor, variant.pk, [(video.pk, "Pans")])
    check.look(desk.again(variant), desk.brand)
    page = client.get(f"{reverse('editor', args=[variant.post_id])}?on={variant.pk}")
    assert f"{reverse('clip', args=[video.pk])}?for={variant.channel_id}" in page.content.decode()
    assert reverse("fit_pictures", args=[variant.pk]) not in page.content.decode()


@pytest.mark.parametrize(
    ("told", "seconds"), [("7.5", 7.5), ("1:15,5", 75.5), ("1:00:01", 3601.0), ("", None)]
)
def test_times_are_read_as_people_write_them(told: str, seconds: float | None) -> None:
    assert Moment(required=False).clean(told) == seconds
    if seconds is not None:
        assert Moment(required=False).clean(clock(seconds)) == seconds
