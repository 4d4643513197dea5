"""The review page offers what may be decided now, and a page from before decides nothing else."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse
from tests.builders import make_member
from tests.desk import Desk, open_desk

from aboveboard.check.models import Finding
from aboveboard.create.models import Variant
from aboveboard.kernel import clock
from aboveboard.people.models import User
from aboveboard.publish.intake import take_in
from aboveboard.review import actions as review
from aboveboard.review.models import Approval

pytestmark = pytest.mark.django_db
BY = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def client(desk: Desk) -> Client:
    return signed_in(desk.house.owner)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, BY)
    return client


def page(client: Client, name: str, variant: Variant) -> BeautifulSoup:
    answer = client.get(reverse(name, args=[variant.post_id]))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def form(found: BeautifulSoup, path: str) -> dict[str, str]:
    """What a form of the page sends."""
    one = found.select_one(f'form[action="{path}"]')
    assert isinstance(one, Tag), path
    return {str(field["name"]): str(field.get("value", "")) for field in one.select("input[name]")}


@pytest.mark.parametrize("end", ["sent back", "taken back"])
def test_a_page_from_before_a_no_approves_nothing(desk: Desk, client: Client, end: str) -> None:
    variant = desk.variant("The pans are full.")
    review.ask(desk.actor, variant.post_id)
    path = reverse("review", args=[variant.post_id])
    old = form(page(client, "review", variant), path)
    if end == "sent back":
        review.send_back(desk.actor, variant.post_id, "No.")
    else:
        review.withdraw(desk.actor, variant.post_id)
    answer = client.post(path, old, headers={"referer": f"http://testserver{path}"}, follow=True)
    assert f"was {end}" in answer.content.decode()
    assert not Approval.objects.exists()
    now = page(client, "review", variant)
    assert now.select(f'form[action="{path}"], [data-opens=approve], [data-key=a]') == []
    (solid,) = now.select(".decide .btn.do")
    assert solid["href"] == reverse("editor", args=[variant.post_id])
    # Asked again, the page from before is still another round's.
    review.ask(desk.actor, variant.post_id)
    client.post(path, old)
    assert not Approval.objects.exists()
    client.post(path, form(page(client, "review", variant), path))
    assert Approval.objects.exists()


def test_an_open_round_can_be_taken_back_on_its_page(desk: Desk, client: Client) -> None:
    variant = desk.variant("The pans are full.")
    back = reverse("withdraw", args=[variant.post_id])
    assert page(client, "review", variant).select(f'form[action="{back}"]') == []
    review.ask(desk.actor, variant.post_id)
    assert page(client, "review", variant).select(f'form[action="{back}"]')
    viewer = User.objects.get(pk=str(make_member(desk.house, "viewer").user_id))
    assert page(signed_in(viewer), "review", variant).select(f'form[action="{back}"]') == []


def test_the_dialog_says_how_many_remarks_are_open(desk: Desk, client: Client) -> None:
    variant = desk.variant("The pans are full.")
    review.ask(desk.actor, variant.post_id)
    assert "have nothing to remark" in str(page(client, "review", variant).select_one("#approve"))
    for mark, severity, state in (
        ("a", "warn", "open"),
        ("b", "warn", "open"),
        ("c", "note", "open"),
        ("d", "warn", "left"),
    ):
        Finding.objects.create(
            variant=variant, mark=mark, code="link", severity=severity, state=state,
            start=0, end=1, found_at=clock.now(),
        )  # fmt: skip
    assert "Two remarks are open." in str(page(client, "review", variant).select_one("#approve"))


def test_the_story_tells_an_asking_only_where_somebody_asked(desk: Desk, client: Client) -> None:
    variant = desk.variant("The pans are full.")
    review.approve(desk.actor, variant.post_id)
    assert "asked for review" not in page(client, "post", variant).get_text()
    review.withdraw(desk.actor, variant.post_id)
    review.ask(desk.actor, variant.post_id)
    review.withdraw(desk.actor, variant.post_id)
    said = page(client, "post", variant).get_text()
    assert said.count("asked for review") == 1
    assert "The request was taken back" in said


def test_a_yes_that_was_taken_back_can_be_asked_for_again(desk: Desk, client: Client) -> None:
    """Also when it waited to go out: the editor and the post's page offer the way."""
    variant = desk.variant("The pans are full.", at=clock.now() + timedelta(days=1))
    review.approve(desk.actor, variant.post_id)
    take_in()
    review.withdraw(desk.actor, variant.post_id)
    ask = reverse("ask", args=[variant.post_id])
    assert page(client, "editor", variant).select(f'form[action="{ask}"]')
    review.ask(desk.actor, variant.post_id)
    (solid,) = page(client, "post", variant).select(".head .btn.do")
    assert solid["href"] == reverse("review", args=[variant.post_id])
