"""Media files over HTTP: whole, in part as players ask, and up in pieces."""

import base64
from typing import Any

import pytest
from django.test import Client
from tests.builders import make_asset, make_member
from tests.desk import Desk, open_desk

from aboveboard.create.models import Asset, Upload
from aboveboard.create.tests.test_pictures import picture
from aboveboard.people.models import User

pytestmark = pytest.mark.django_db
DATA = picture("PNG", (300, 200))


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def member(desk: Desk) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=str(desk.actor.user_id)))
    return client


def body(answer: Any) -> bytes:
    return b"".join(answer) if answer.streaming else answer.content


def test_whole_and_again_only_if_it_changed(desk: Desk, member: Client) -> None:
    asset = make_asset(desk.brand)
    answer = member.get(f"/assets/{asset.pk}")
    whole = body(answer)
    assert (answer.status_code, len(whole)) == (200, asset.size)
    assert answer.headers["Content-Length"] == str(asset.size)
    assert answer.headers["Content-Type"] == asset.mime
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    again = member.get(f"/assets/{asset.pk}", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-", 0, None),
        ("bytes=0-0", 0, 0),
        ("bytes=5-9", 5, 9),
        ("bytes=10-", 10, None),
        ("bytes=-4", -4, None),
        ("bytes=7-999999", 7, None),
    ],
)
def test_a_part(desk: Desk, member: Client, asked: str, first: int, last: int | None) -> None:
    asset = make_asset(desk.brand)
    with asset.file.open("rb") as file:
        whole = file.read()
    answer = member.get(f"/assets/{asset.pk}", headers={"Range": asked})
    wanted = whole[first:] if last is None else whole[first : last + 1]
    assert body(answer) == wanted
    start = first % len(whole)
    if wanted != whole:
        assert answer.status_code == 206
        assert answer.headers["Content-Range"] == (
            f"bytes {start}-{start + len(wanted) - 1}/{len(whole)}"
        )


@pytest.mark.parametrize("asked", ["bytes=999999-", "bytes=-0"])
def test_a_part_that_is_not_there(desk: Desk, member: Client, asked: str) -> None:
    asset = make_asset(desk.brand)
    answer = member.get(f"/assets/{asset.pk}", headers={"Range": asked})
    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{asset.size}"


@pytest.mark.parametrize(
    "headers",
    [
        {"Range": "bytes=0-1,4-5"},
        {"Range": "items=0-1"},
        {"Range": "bytes=9-5"},
        {"Range": "bytes=-"},
        {"Range": "bytes=0-3", "If-Range": '"another"'},
    ],
)
def test_what_cannot_be_read_gets_the_whole(
    desk: Desk, member: Client, headers: dict[str, str]
) -> None:
    asset = make_asset(desk.brand)
    answer = member.get(f"/assets/{asset.pk}", headers=headers)
    assert (answer.status_code, len(body(answer))) == (200, asset.size)


def test_a_file_that_is_gone_is_said(desk: Desk, member: Client) -> None:
    asset = make_asset(desk.brand)
    asset.file.storage.delete(str(asset.file.name))
    answer = member.get(f"/assets/{asset.pk}")
    assert answer.status_code == 404
    assert "is not where it was put" in answer.content.decode()


# -- up in pieces ---------------------------------------------------------------------------------


def told(**values: str) -> str:
    return ",".join(f"{k} {base64.b64encode(v.encode()).decode()}" for k, v in values.items())


def begin(member: Client, size: int | str = len(DATA)) -> Any:
    about = {"Upload-Length": str(size), "Upload-Metadata": told(filename="Rechen ő.png", alt="Ö")}
    asks = {"Accept": "application/json", "Tus-Resumable": "1.0.0"}
    return member.post("/assets/uploads", headers={**about, **asks})


def send(member: Client, place: str, data: bytes, offset: int) -> Any:
    return member.patch(
        place,
        data,
        content_type="application/offset+octet-stream",
        headers={"Upload-Offset": str(offset), "Accept": "application/json"},
    )


def test_up_in_pieces(member: Client) -> None:
    answer = begin(member)
    place = answer.headers["Location"]
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, "0")
    answer = send(member, place, DATA[:200], 0)
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, "200")
    answer = member.head(place)
    assert (answer.headers["Upload-Offset"], answer.headers["Upload-Length"]) == (
        "200",
        str(len(DATA)),
    )
    assert "Aboveboard-Asset" not in answer.headers
    answer = send(member, place, DATA[200:], 200)
    asset = Asset.objects.get()
    assert answer.headers["Aboveboard-Asset"] == str(asset.pk)
    assert (asset.name, asset.alt) == ("Rechen ő.png", "Ö")
    # Who did not hear of it asks how far it is.
    assert member.head(place).headers["Aboveboard-Asset"] == str(asset.pk)


def test_refusals_are_told(desk: Desk, member: Client) -> None:
    for size in ("", "x", "-5", "9" * 30):
        answer = begin(member, size)
        assert answer.status_code == 422
        assert answer.json()["said"]
    place = begin(member, size=5).headers["Location"]
    answer = send(member, place, b"abc", 3)
    assert (answer.status_code, answer.json()["code"]) == (409, "offset")
    assert member.patch(place, b"abc", content_type="text/plain").status_code == 415
    answer = send(member, place, b"abcde", 0)
    assert (answer.status_code, answer.json()["code"]) == (422, "not_a_picture")
    assert member.head(place).status_code == 404
    viewer = Client()
    who = make_member(desk.house, "viewer")
    viewer.force_login(User.objects.get(pk=str(who.user_id)))
    assert begin(viewer).status_code == 403


def test_stopped(member: Client) -> None:
    place = begin(member).headers["Location"]
    assert member.delete(place).status_code == 204
    assert not Upload.objects.exists()
    assert member.delete(place, headers={"Accept": "application/json"}).status_code == 404
