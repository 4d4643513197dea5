"""Programs add a post once for each key, read where it stands, and go no further."""

import io
import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from PIL import Image
from tests.builders import make_member
from tests.desk import Desk, open_desk

from aboveboard.create.models import Revision
from aboveboard.faces.rest.api import api
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Forbidden, NotFound
from aboveboard.ledger.models import Entry
from aboveboard.people import actions as people
from aboveboard.people import queries
from aboveboard.people.models import Membership, Token
from aboveboard.plan.models import Post
from aboveboard.review import queries as reviews

pytestmark = pytest.mark.django_db


class Program:
    """A program that carries a token."""

    def __init__(self, token: str) -> None:
        self.client = Client(headers={"Authorization": f"Bearer {token}"})

    def get(self, path: str) -> Any:
        return self.client.get(f"/api/v1{path}")

    def add(self, body: Any, key: str = "") -> Any:
        headers = {"Idempotency-Key": key} if key else {}
        return self.client.post(
            "/api/v1/posts", json.dumps(body), content_type="application/json", headers=headers
        )


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def program(desk: Desk) -> Program:
    return Program(people.make_token(desk.actor, "The shop"))


def told(desk: Desk, text: str = "The pans are open.", **more: object) -> dict[str, Any]:
    texts = [{"channel": str(desk.site.id), "text": text}]
    return {"brand": str(desk.brand.id), "texts": texts, **more}


def test_a_post_waits_for_a_person(desk: Desk, program: Program) -> None:
    answer = program.add(told(desk, at="2030-06-01T09:00:00"))
    assert answer.status_code == 201
    made = answer.json()
    assert made["texts"][0]["state"] == "draft"
    assert made["at"] == "2030-06-01T07:00:00Z", "nine by the brand's clock"
    assert program.get(f"/posts/{made['id']}").json() == made
    assert program.get(f"/posts?brand={desk.brand.id}").json() == [made]
    (passage,) = Revision.objects.get(variant__post_id=made["id"]).passages
    assert passage["origin"]["kind"] == "model", "nobody can tell that a person wrote it"
    assert passage["origin"]["by"] == "The shop"


def test_what_was_given_for_it_is_said(desk: Desk, program: Program) -> None:
    made = program.add(told(desk, relationship="affiliate")).json()
    assert made["relationship"] == "affiliate"
    (_variant, content), *_more = reviews.contents(Post.objects.get(pk=made["id"]))
    assert content.parts[0].startswith("Advertisement: we earn a commission if you buy\n")
    wrong = program.add(told(desk, relationship="friends"))
    assert (wrong.status_code, wrong.json()["code"]) == (422, "relationship")


def test_a_key_makes_one_post(desk: Desk, program: Program) -> None:
    answers = [program.add(told(desk), "shop-1") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [201, 200, 200]
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert Post.objects.count() == 1


@pytest.mark.parametrize(
    "other",
    [
        {"text": "Another text."},
        {"title": "Another title"},
        {"at": "2030-06-01T09:00:00Z"},
        {"language": "nl"},
        {"relationship": "gifted"},
    ],
)
def test_a_key_with_other_content_is_refused(
    desk: Desk, program: Program, other: dict[str, str]
) -> None:
    program.add(told(desk), "shop-1")
    answer = program.add(told(desk, **other), "shop-1")
    assert (answer.status_code, answer.json()["code"]) == (409, "key_used")
    assert Post.objects.count() == 1


def test_a_key_is_known_after_its_time_has_passed(desk: Desk, program: Program) -> None:
    body = told(desk, at=(clock.now() + timedelta(hours=1)).isoformat())
    first = program.add(body, "shop-1").json()
    Post.objects.update(at=clock.now() - timedelta(days=1))
    again = program.add(body, "shop-1")
    assert (again.status_code, again.json()["id"]) == (200, first["id"])


def test_without_a_key_each_request_makes_a_post(desk: Desk, program: Program) -> None:
    assert [program.add(told(desk)).status_code for _ in range(2)] == [201, 201]
    assert Post.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_key_at_the_same_moment_makes_one_post(desk: Desk) -> None:
    token = people.make_token(desk.actor, "The shop")
    body = told(desk)

    def add(_number: int) -> tuple[int, str]:
        try:
            answer = Program(token).add(body, "shop-1")
            return answer.status_code, answer.json()["id"]
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(add, range(6)))
    assert sorted(status for status, _ in answers) == [200] * 5 + [201]
    assert len({ident for _, ident in answers}) == 1
    assert (Post.objects.count(), Revision.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"texts": []}, "no_text"),
        ({"at": "2001-01-01T09:00:00Z"}, "past"),
        ({"at": "2030-03-31T02:30:00"}, "skipped_time"),
        ({"at": "2030-10-27T02:30:00"}, "double_time"),
        ({"zone": "Mars/Olympus", "at": "2030-06-01T09:00:00"}, "zone"),
        ({"language": "tlh"}, "language"),
        ({"text": "Misspelt field"}, "not_understood"),
        ({"at": "soon"}, "not_understood"),
    ],
)
def test_what_cannot_be_used_is_refused_with_the_mend(
    desk: Desk, program: Program, change: dict[str, Any], code: str
) -> None:
    answer = program.add(told(desk) | change)
    said = answer.json()
    assert (answer.status_code, said["code"]) == (422, code)
    assert said["message"]
    assert said["mend"]
    assert not Post.objects.exists()


def test_nothing_of_another_workspace_is_there(desk: Desk, program: Program) -> None:
    other = open_desk(name="Elsewhere")
    mine = program.add(told(desk)).json()["id"]
    stranger = Program(people.make_token(other.actor, "Theirs"))
    assert stranger.get(f"/posts/{mine}").status_code == 404
    assert stranger.get(f"/posts?brand={desk.brand.id}").status_code == 404
    assert stranger.get(f"/brands/{desk.brand.id}/channels").status_code == 404
    assert stranger.add(told(desk)).status_code == 404
    assert stranger.add(told(other) | {"texts": told(desk)["texts"]}).status_code == 404
    assert [one["id"] for one in stranger.get("/brands").json()] == [str(other.brand.id)]


def test_a_picture_goes_along(desk: Desk, program: Program) -> None:
    path = f"/api/v1/brands/{desk.brand.id}/assets"
    png = io.BytesIO()
    Image.new("RGB", (8, 6)).save(png, "PNG")
    kept = []
    for _ in range(2):
        file = SimpleUploadedFile("rake.png", png.getvalue())
        kept.append(program.client.post(path, {"file": file, "alt": "A rake."}))
    assert [answer.status_code for answer in kept] == [201, 201]
    asset = kept[0].json()["id"]
    assert kept[1].json()["id"] == asset
    body = told(desk)
    body["texts"][0]["media"] = [{"asset": asset}]
    post = program.add(body).json()["id"]
    (media,) = Revision.objects.get(variant__post_id=post).media
    assert media == {"asset": asset, "alt": "A rake."}
    broken = program.client.post(path, {"file": SimpleUploadedFile("no.png", b"no picture")})
    assert broken.status_code == 422
    assert broken.json()["mend"]


@pytest.mark.parametrize("token", ["", "aboveboard_wrong", "Bearer", "\N{SNOWMAN}"])
def test_without_a_token_nothing_is_told(desk: Desk, token: str) -> None:
    answer = Client().get("/api/v1/brands", HTTP_AUTHORIZATION=f"Bearer {token}")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer.json()["mend"]


def test_a_session_is_no_token(desk: Desk) -> None:
    client = Client()
    client.force_login(desk.house.owner)
    assert client.get("/api/v1/brands").status_code == 401


def test_a_token_ends_by_hand_with_the_membership_and_with_the_account(desk: Desk) -> None:
    def works(secret: str) -> bool:
        return bool(Program(secret).get("/brands").status_code == 200)

    first, second = (people.make_token(desk.actor, name) for name in ("One", "Two"))
    assert works(first)
    people.end_token(desk.actor, Token.objects.get(name="One").id)
    assert not works(first)
    desk.house.owner.is_active = False
    desk.house.owner.save()
    assert not works(second)
    desk.house.owner.is_active = True
    desk.house.owner.save()
    assert works(second)
    Membership.objects.all().delete()
    assert not works(second)
    kinds = Entry.objects.values_list("kind", flat=True)
    assert {"token.made", "token.ended"} <= set(kinds)


def test_only_a_person_makes_and_ends_tokens(desk: Desk) -> None:
    people.make_token(desk.actor, "One")
    agent = desk.house.agent()
    with pytest.raises(Forbidden):
        people.make_token(agent, "More")
    with pytest.raises(NotFound):
        people.end_token(agent, Token.objects.get().id)
    creator = make_member(desk.house, "creator")
    with pytest.raises(NotFound):
        people.end_token(creator, Token.objects.get().id)
    assert not queries.tokens(creator)
    mine = people.make_token(creator, "Mine")
    assert queries.actor_with(mine)
    people.end_token(desk.actor, Token.objects.get(name="Mine").id)
    assert queries.actor_with(mine) is None


def test_a_viewers_program_reads_and_adds_nothing(desk: Desk) -> None:
    viewer = Program(people.make_token(make_member(desk.house, "viewer"), "A screen"))
    assert viewer.get("/brands").status_code == 200
    answer = viewer.add(told(desk))
    assert (answer.status_code, answer.json()["code"]) == (403, "no_right_write")


def test_the_secret_is_kept_nowhere(desk: Desk) -> None:
    secret = people.make_token(desk.actor, "One")
    row = Token.objects.get()
    assert secret not in str(vars(row))
    assert len(row.token_hash) == 64


def test_the_guide_names_every_call() -> None:
    shown = re.sub(r"{\w+}", "{id}", Path("docs/rest.md").read_text())
    paths = {re.sub(r"{\w+}", "{id}", path) for path in api.get_openapi_schema()["paths"]}
    assert [path for path in sorted(paths) if path not in shown] == []


def test_a_token_is_made_on_the_page_and_shown_once(desk: Desk) -> None:
    client = Client()
    client.force_login(desk.house.owner)
    page = client.post("/settings/programs/", {"name": "The shop"})
    secret = page.context["secret"]
    assert secret in page.text
    assert page["Cache-Control"] == "no-store"
    assert Program(secret).get("/brands").status_code == 200
    assert secret not in client.get("/settings/programs/").text
    client.post(f"/settings/programs/{Token.objects.get().id}/end")
    assert Program(secret).get("/brands").status_code == 401
