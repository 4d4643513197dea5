"""What the guards say of a picture that does not fit, and how it is mended."""

from pathlib import Path

import pytest
from PIL import Image
from tests.desk import Desk, each_refused, open_desk

from aboveboard.check.actions import look
from aboveboard.check.queries import findings
from aboveboard.check.rules import File
from aboveboard.check.tests.cases import case, said
from aboveboard.create import actions
from aboveboard.create.assets import clips
from aboveboard.create.assets.clipping import ClipFields
from aboveboard.create.models import Asset
from aboveboard.kernel.errors import Conflict
from aboveboard.media.tests.drawing import saved
from aboveboard.media.tests.filming import film

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


def picture(desk: Desk, kind: str, size: tuple[int, int]) -> Asset:
    data = saved(Image.new("RGB", size, "#2F4A52"), kind)
    return actions.add_asset(desk.actor, desk.brand.id, name="wall.png", data=data)


def test_a_text_gets_pictures_that_its_channel_takes(desk: Desk) -> None:
    channel = desk.channel("instagram")
    variant = desk.variant("Salt.", channel=channel)
    wide, fine = picture(desk, "PNG", (1_500, 500)), picture(desk, "JPEG", (1_000, 1_000))
    actions.set_pictures(desk.actor, variant.id, [(wide.pk, "A wall"), (fine.pk, "A face")])
    look(desk.again(variant), desk.brand)
    said = [one.message for one in findings(variant.id) if one.code == "fit"]
    assert said == [
        "Picture 1 is a PNG, which Instagram does not take.",
        "Picture 1 is 1500 × 500, a shape that Instagram does not take.",
    ]
    revision = actions.fit_variant(desk.actor, variant.id)
    one, other = revision.media
    assert (other["asset"], one["alt"], other["alt"]) == (str(fine.pk), "A wall", "A face")
    made = Asset.objects.get(pk=one["asset"])
    assert (made.mime, [*made.parts.all()]) == ("image/jpeg", [wide])
    assert made.width / made.height == pytest.approx(1.91, abs=0.01)
    look(desk.again(variant), desk.brand)
    assert not [one for one in findings(variant.id) if one.code == "fit"]
    each_refused(Conflict, lambda: actions.fit_variant(desk.actor, variant.id), words="fits alr")


def test_each_fault_of_a_picture_is_told() -> None:
    def told(on: str, *files: File) -> list[str]:
        found = case("x", on=on, pictures=["alt"] * len(files), files=files)
        return [one.message for one in said(found, "fit")]

    fine = File(900_000, "image/png", 0.0, 800, 600)
    assert told("bluesky", fine) == []
    assert told("bluesky", File(2_500_000, "image/png")) == [
        "The picture has 2.5 MB; Bluesky takes 1.0 MB."
    ]
    assert told("bluesky", fine, File(1, "image/tiff")) == [
        "Picture 2 is a TIFF, which Bluesky does not take."
    ]
    assert told("mastodon", File(9_000_000, "image/jpeg", 0.0, 8_000, 6_000)) == [
        "The picture has 48.0 megapixels; Mastodon takes 33.2."
    ]
    assert told("youtube", File(9_000_000_000, "image/bmp")) == []
    assert told("bluesky", File(9_000_000, "video/mp4")) == []


def test_what_carries_no_credential_does_not_go_out() -> None:
    def told(*files: File) -> list[str]:
        found = case("x", on="mastodon", pictures=["alt"] * len(files), files=files)
        return [f"{one.severity} {one.message}" for one in said(found, "fit")]

    unsigned = [File(9_000, mime, signed=False) for mime in ("video/webm", "image/png")]
    assert told(*unsigned, File(9_000, "image/png")) == [
        "block The video is a WebM, which cannot carry a content credential; nothing goes out "
        "without one. Make a clip of it, which is an MP4 and signed.",
        "block Picture 2 could not be given a content credential; nothing goes out without one. "
        "Save it anew in another program and add that.",
    ]


def test_a_webm_is_blocked_and_the_clip_of_it_is_not(desk: Desk, tmp_path: Path) -> None:
    path = film(tmp_path / "a.webm", "-c:v", "libvpx", "-c:a", "libopus")
    video = actions.add_asset(desk.actor, desk.brand.id, name="a.webm", data=path)
    variant = desk.variant("Salt.", channel=desk.channel("mastodon"))
    for asset, severities in ((video, ["block"]), (clip_of(desk, video), [])):
        actions.set_pictures(desk.actor, variant.id, [(asset.pk, "A pan")])
        look(desk.again(variant), desk.brand)
        said = [one.severity for one in findings(variant.id) if one.code == "fit"]
        assert said == severities


def clip_of(desk: Desk, video: Asset) -> Asset:
    clip = actions.ask_clip(desk.actor, video.pk, ClipFields())
    clips.make_clip(clip.pk, lambda: False)
    clip.refresh_from_db()
    assert clip.asset, clip.why
    return clip.asset
