"""Pictures made to fit, the card of a link and rows of a file, by a program; a person decides."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from tests.builders import make_asset
from tests.desk import Desk, open_desk
from tests.servers import site

from aboveboard.create import actions
from aboveboard.create.models import Asset, Revision, Variant
from aboveboard.faces.rest.tests.program import Program
from aboveboard.media.tests.drawing import corners, saved
from aboveboard.plan.models import Post
from aboveboard.review import actions as review
from aboveboard.review.models import Approval

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with site.serve() as address:
        monkeypatch.setattr(settings, "ALLOW_HOSTS", frozenset({address.removeprefix("http://")}))
        yield address


def at(variant: Variant) -> str:
    return f"/posts/{variant.post_id}/texts/{variant.channel_id}"


def test_pictures_are_made_to_fit_and_the_approval_is_void(desk: Desk) -> None:
    program = Program(desk)
    variant = desk.variant("The pans.", channel=desk.channel("instagram"))
    asset = actions.add_asset(
        desk.actor, desk.brand.id, name="a.png", data=saved(corners(), "PNG"), alt="Corners."
    )
    actions.set_pictures(desk.actor, variant.pk, [(asset.pk, "Corners.")])
    made = program.post(f"{at(variant)}/fit")
    assert made.status_code == 200
    (shown,) = made.json()["media"]
    assert (shown["alt"], shown["link"]) == ("Corners.", None)
    assert Asset.objects.get(pk=shown["asset"]).mime == "image/jpeg"
    assert Asset.objects.get(pk=shown["asset"]).parts.get() == asset
    assert program.post(f"{at(variant)}/fit").json()["code"] == "fits"


def test_a_link_gets_its_card_from_its_page_or_in_words(desk: Desk, pages: str) -> None:
    program = Program(desk)
    variant = desk.variant(f"See {pages}/open.", channel=desk.channel("bluesky"))
    (shown,) = program.put(f"{at(variant)}/link", {}).json()["media"]
    assert shown["link"] == {
        "url": f"{pages}/open", "title": "Salt & sun", "description": "Raked in June.",
    }  # fmt: skip
    picture = make_asset(desk.brand, colour="#F3F1EA")
    body = {"title": "Open pans", "description": "On Saturday.", "picture": str(picture.pk)}
    (shown,) = program.put(f"{at(variant)}/link", body).json()["media"]
    assert (shown["asset"], shown["link"]["title"]) == (str(picture.pk), "Open pans")
    answer = program.put(f"{at(variant)}/link", {"title": "Open pans"})
    assert (answer.status_code, answer.json()["code"]) == (422, "card_words")
    plain = desk.variant("No link.", channel=variant.channel)
    assert program.put(f"{at(plain)}/link", {}).json()["code"] == "no_link"


def test_a_change_by_a_program_voids_the_approval(desk: Desk, pages: str) -> None:
    variant = desk.variant(f"See {pages}/open.", channel=desk.channel("bluesky"))
    review.approve(desk.actor, variant.post_id)
    assert Approval.objects.filter(voided_at=None).count() == 1
    assert Program(desk).put(f"{at(variant)}/link", {}).status_code == 200
    assert not Approval.objects.filter(voided_at=None).exists()


def test_rows_of_a_file_are_posts_that_wait_and_a_models(desk: Desk) -> None:
    program, path = Program(desk), f"/brands/{desk.brand.pk}/import"
    rows = f"channel,text,at,key\n{desk.site.name},The pans are open.,,a1\n".encode()
    made = program.send(path, "posts.csv", rows)
    assert (made.status_code, made.json()) == (201, {"new": 1, "known": 0})
    assert program.send(path, "posts.csv", rows).json() == {"new": 0, "known": 1}
    (passage,) = Revision.objects.get(variant__post=Post.objects.get(key="a1")).passages
    assert (passage["origin"]["kind"], passage["origin"]["by"]) == ("model", "The shop")
    assert not Approval.objects.exists()
    wrong = rows + b"nowhere,Words.,,a2\n"
    answer = program.send(path, "posts.csv", wrong)
    assert (answer.status_code, answer.json()["code"]) == (422, "rows")
    pictured = f"channel,text,at,media\n{desk.site.name},Words.,,/etc/passwd\n".encode()
    assert program.send(path, "posts.csv", pictured).status_code == 422
    assert Post.objects.count() == 1


def test_the_texts_and_brands_of_others_are_not_there(desk: Desk) -> None:
    variant = desk.variant("Words.")
    stranger = Program(open_desk(name="Another"))
    assert stranger.post(f"{at(variant)}/fit").status_code == 404
    assert stranger.put(f"{at(variant)}/link", {}).status_code == 404
    rows = b"channel,text,at\nSite,Words.,\n"
    assert stranger.send(f"/brands/{desk.brand.pk}/import", "p.csv", rows).status_code == 404
