"""The library in a bucket of S3: a file comes, is worked with, goes out and is deleted again."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from aboveboard.create import actions
from aboveboard.create.actions.cards import Card
from aboveboard.create.assets import clips
from aboveboard.create.assets.clipping import ClipFields
from aboveboard.create.assets.describing import proposals
from aboveboard.create.assets.files import forget_left_copies, local_copy, place_shown
from aboveboard.create.assets.fits import for_shape
from aboveboard.create.errors import StorageAway
from aboveboard.create.models import Asset
from aboveboard.faces.cli.health.files import files as looked_at
from aboveboard.kernel import clock
from aboveboard.media.clips.tests.filming import flashing
from aboveboard.media.credentials import inspect
from aboveboard.media.tests.scenes import jpeg, scene
from aboveboard.people.models import User
from tests.desk import Desk, open_desk
from tests.servers.bucket import bucket

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Any]:
    with bucket(tmp_path / "media") as found:
        yield found


@pytest.fixture
def desk(there: Any) -> Desk:
    return open_desk()


@pytest.fixture
def member(desk: Desk) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=str(desk.actor.user_id)))
    return client


def keys(there: Any) -> set[str]:
    return {one.key for one in there.objects.all()}


def copies(home: Path) -> list[Path]:
    return list((home / "media" / "copies").glob("*"))


def up(member: Client, data: bytes) -> Asset:
    """A file that comes in two pieces over HTTP."""
    asks = {"Accept": "application/json", "Tus-Resumable": "1.0.0"}
    about = {"Upload-Length": str(len(data)), "Upload-Metadata": "filename YS5qcGc="}
    place = member.post("/assets/uploads", headers={**about, **asks}).headers["Location"]
    for first, last in ((0, 100), (100, len(data))):
        answer = member.patch(
            place,
            data[first:last],
            content_type="application/offset+octet-stream",
            headers={"Upload-Offset": str(first), "Accept": "application/json"},
        )
    return Asset.objects.get(pk=answer.headers["Aboveboard-Asset"])


def test_a_picture_from_upload_to_its_end(
    desk: Desk, member: Client, there: Any, tmp_path: Path
) -> None:
    data = jpeg(scene(3, (900, 600)))
    asset = up(member, data)
    assert keys(there) == {str(asset.file.name), str(asset.sent_file.name)}
    assert not list((tmp_path / "media").rglob("*.jpg")), "no original on the disk"
    assert asset.likeness is not None

    (fit,) = actions.fit_asset(desk.actor, asset.pk, [for_shape("1:1")])
    card = Card("announcement", {"headline": "Smoked salt"}, photo=asset.pk)
    (made,) = actions.make_card(desk.actor, desk.brand.id, card, formats=["4:5"])
    assert fit.asset
    for one in (fit.asset, made):
        assert str(one.file.name) in keys(there)
        assert place_shown(one.file) == f"s3://library/{one.file.name}"
        with local_copy(one.file) as path:
            assert hashlib.sha256(path.read_bytes()).hexdigest() == one.digest
            told = inspect(path, one.mime)
        assert (told.state, told.ingredients) == ("valid", ("a.jpg",))
    assert proposals(asset, language="en") == ()

    answer: Any = member.get(f"/assets/{asset.pk}")
    assert b"".join(answer) == data
    answer = member.get(f"/assets/{asset.pk}", headers={"Range": "bytes=10-19"})
    assert (answer.status_code, b"".join(answer)) == (206, data[10:20])
    small: Any = member.get(f"/assets/{asset.pk}/small")
    assert small.headers["Content-Type"] == "image/webp"

    free = actions.add_asset(
        desk.actor, desk.brand.id, name="b.jpg", data=jpeg(scene(9, (400, 300)))
    )
    actions.remove_assets(desk.actor, [free.pk])
    actions.forget_removed_assets(clock.now() + timedelta(days=31))
    assert str(free.file.name) not in keys(there)
    there.Object(str(asset.file.name)).delete()
    assert member.get(f"/assets/{asset.pk}").status_code == 404
    assert copies(tmp_path) == []


def test_a_clip_and_its_cover(desk: Desk, there: Any, tmp_path: Path) -> None:
    film = flashing(tmp_path / "pans.mp4", 2, size="160x90")
    video = actions.add_asset(desk.actor, desk.brand.id, name="pans.mp4", data=film)
    clip = actions.ask_clip(desk.actor, video.id, ClipFields(start=0.5, shape="1:1"))
    clips.make_clip(clip.pk, lambda: False)
    clip.refresh_from_db()
    assert (clip.state, clip.why) == ("done", "")
    assert clip.asset
    cover = actions.keep_cover(desk.actor, video.pk, 1.0)
    kept = {str(one.file.name) for one in (video, clip.asset, cover)}
    assert kept | {str(video.sent_file.name)} == keys(there)
    assert copies(tmp_path) == []


def test_what_cannot_be_reached_is_said(
    desk: Desk, member: Client, there: Any, tmp_path: Path
) -> None:
    asset = up(member, jpeg(scene(4, (400, 300))))
    assert [line.level for line in looked_at()] == ["ok"]
    there.objects.delete()
    there.delete()
    (line,) = looked_at()
    assert line.level == "mend"
    with pytest.raises(FileNotFoundError), local_copy(asset.file):
        pass
    with pytest.raises((StorageAway, FileNotFoundError)):
        actions.add_asset(desk.actor, desk.brand.id, name="b.jpg", data=jpeg(scene(8, (400, 300))))
    assert Asset.objects.count() == 1


def test_a_copy_that_a_killed_process_left_goes(desk: Desk, tmp_path: Path) -> None:
    left = tmp_path / "media" / "copies" / "left.mp4"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"x")
    assert forget_left_copies(clock.now()) == 0
    assert forget_left_copies(clock.now() + timedelta(days=2)) == 1
    assert not left.exists()
