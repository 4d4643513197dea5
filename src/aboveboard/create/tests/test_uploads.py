"""A file that comes in pieces is kept piece by piece, once, and for who sends it alone."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from tests.builders import make_member, make_workspace
from tests.desk import Desk, at_once, each_refused

from aboveboard.create import actions, queries
from aboveboard.create.models import Upload
from aboveboard.create.tests.test_pictures import picture
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from aboveboard.media.errors import NotMedia
from aboveboard.media.videos import MAX_BYTES

DATA = picture("PNG", (300, 200))


def begun(desk: Desk, data: bytes = DATA) -> Upload:
    return actions.begin_upload(
        desk.actor, desk.brand.id, name="rake.png", size=len(data), alt="A rake"
    )


def parts() -> list[Path]:
    return list((Path(settings.MEDIA_ROOT) / "uploads").glob("*"))


def test_piece_by_piece_it_becomes_an_asset(desk: Desk) -> None:
    one = begun(desk)
    for at in range(0, len(DATA), 100):
        assert queries.assets(desk.brand.id).count() == 0
        one = actions.add_piece(
            desk.actor, one.pk, at, [DATA[at : at + 60], DATA[at + 60 : at + 100]]
        )
    asset = queries.assets(desk.brand.id).get()
    assert (one.asset_id, asset.alt, asset.name, asset.width) == (
        asset.pk,
        "A rake",
        "rake.png",
        300,
    )
    with asset.file.open("rb") as file:
        assert file.read() == DATA
    assert parts() == []
    # Whoever did not hear of the end asks once more.
    assert actions.add_piece(desk.actor, one.pk, 0, [b"again"]).asset_id == asset.pk
    # The same bytes again are the same asset.
    again = begun(desk)
    assert actions.add_piece(desk.actor, again.pk, 0, [DATA]).asset_id == asset.pk
    assert parts() == []


def test_a_piece_that_breaks_off_is_sent_again(desk: Desk) -> None:
    one = begun(desk)
    actions.add_piece(desk.actor, one.pk, 0, [DATA[:200]])

    def broken() -> Iterator[bytes]:
        yield b"\0" * 50
        raise OSError("the line is gone")

    with pytest.raises(OSError, match="gone"):
        actions.add_piece(desk.actor, one.pk, 200, broken())
    assert actions.upload(desk.actor, one.pk).received == 200
    each_refused(
        Conflict,
        lambda: actions.add_piece(desk.actor, one.pk, 0, [DATA]),
        lambda: actions.add_piece(desk.actor, one.pk, 250, [DATA[250:]]),
        words="The next byte is number 200",
    )
    each_refused(Invalid, lambda: actions.add_piece(desk.actor, one.pk, 200, [DATA]))
    assert actions.add_piece(desk.actor, one.pk, 200, [DATA[200:]]).asset


def test_what_is_none_is_not_kept(desk: Desk) -> None:
    one = begun(desk, b"Not a picture at all.")
    with pytest.raises(NotMedia):
        actions.add_piece(desk.actor, one.pk, 0, [b"Not a picture at all."])
    assert not Upload.objects.exists()
    assert parts() == []
    each_refused(
        Invalid,
        lambda: actions.begin_upload(desk.actor, desk.brand.id, name="a", size=0),
        lambda: actions.begin_upload(desk.actor, desk.brand.id, name="a", size=-1),
        lambda: actions.begin_upload(desk.actor, desk.brand.id, name="a", size=MAX_BYTES + 1),
    )


def test_stopped_and_forgotten(desk: Desk) -> None:
    one, two = begun(desk), begun(desk)
    for upload in (one, two):
        actions.add_piece(desk.actor, upload.pk, 0, [DATA[:10]])
    actions.stop_upload(desk.actor, one.pk)
    assert len(parts()) == 1
    assert actions.forget_old_uploads(clock.now() + timedelta(days=1)) == 0
    assert actions.forget_old_uploads(clock.now() + timedelta(days=3)) == 1
    assert parts() == []
    each_refused(NotFound, lambda: actions.add_piece(desk.actor, two.pk, 10, [DATA[10:]]))


def test_one_person_has_twenty_at_once(desk: Desk) -> None:
    for _ in range(20):
        begun(desk)
    each_refused(Invalid, lambda: begun(desk), words="20 files are on their way")


def test_an_upload_is_its_senders(desk: Desk) -> None:
    one = begun(desk)
    other, stranger = make_member(desk.house, "owner"), make_workspace().actor
    for who in (other, stranger):
        each_refused(
            NotFound,
            lambda w=who: actions.add_piece(w, one.pk, 0, [DATA]),  # type: ignore[misc]
            lambda w=who: actions.stop_upload(w, one.pk),  # type: ignore[misc]
        )
    viewer = make_member(desk.house, "viewer")
    each_refused(
        Forbidden,
        lambda: actions.begin_upload(viewer, desk.brand.id, name="a", size=1),
        lambda: actions.add_piece(viewer, one.pk, 0, [DATA]),
    )
    each_refused(NotFound, lambda: actions.begin_upload(stranger, desk.brand.id, name="a", size=1))


@pytest.mark.django_db(transaction=True)
def test_two_pages_that_send_the_same(desk: Desk) -> None:
    one = begun(desk)

    def send() -> None:
        actions.add_piece(desk.actor, one.pk, 0, [DATA])

    assert "done" in at_once(send, send)
    assert queries.assets(desk.brand.id).count() == 1


def test_what_a_dead_worker_took_along_is_asked_for_again(desk: Desk) -> None:
    one = begun(desk)
    actions.add_piece(desk.actor, one.pk, 0, [DATA[:200]])
    (part,) = parts()
    part.unlink()
    with pytest.raises(NotFound, match="is not there any more"):
        actions.add_piece(desk.actor, one.pk, 200, [DATA[200:]])
    assert parts() == []
    assert not Upload.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_last_piece_sent_twice(desk: Desk) -> None:
    """A client that heard nothing sends it again while the file is being looked at."""
    one = begun(desk)
    actions.add_piece(desk.actor, one.pk, 0, [DATA[:200]])

    def last() -> None:
        assert actions.add_piece(desk.actor, one.pk, 200, [DATA[200:]]).asset

    assert at_once(last, last) == ["done", "done"]
    assert queries.assets(desk.brand.id).count() == 1
