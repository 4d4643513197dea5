"""What a brief says is left and when it ends: on its page, and beside words that press."""

from typing import Any

import pytest
import time_machine
from django.test import Client
from tests.desk import Desk, open_desk

from aboveboard.create import actions as create
from aboveboard.plan.models import Brief

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk() -> Desk:
    return open_desk()


@pytest.fixture
def signed_in(desk: Desk) -> Client:
    client = Client()
    client.force_login(desk.house.owner, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def told(desk: Desk, **more: Any) -> dict[str, Any]:
    return {
        "title": "The last tins",
        "messages": "The harvest is nearly gone.",
        "language": "en",
        "channels": [str(desk.site.pk)],
        **more,
    }


def test_a_brief_keeps_what_is_left_and_its_days(desk: Desk, signed_in: Client) -> None:
    with time_machine.travel("2026-11-25T09:00:00+00:00", tick=False):
        days = {"starts_on": "2026-11-26", "ends_on": "2026-12-04"}
        assert signed_in.post("/briefs/new", told(desk, stock="4", **days)).status_code == 302
    brief = Brief.objects.get()
    assert (brief.stock, str(brief.ends_on)) == (4, "2026-12-04")
    page = signed_in.get(f"/briefs/{brief.pk}/").content.decode()
    assert "What is left was entered on Wednesday, 25 November 2026." in page
    assert 'name="stock" value="4"' in page
    assert 'value="2026-12-04"' in page
    for wrong in ("-1", "2.5", "many"):
        answer = signed_in.post(f"/briefs/{brief.pk}/", told(desk, stock=wrong))
        assert answer.status_code == 200
    brief.refresh_from_db()
    assert brief.stock == 4
    assert signed_in.post(f"/briefs/{brief.pk}/", told(desk, stock="")).status_code == 302
    assert Brief.objects.filter(pk=brief.pk, stock=None, stock_at=None).exists()


def test_a_note_says_what_the_brief_says(desk: Desk, signed_in: Client) -> None:
    with time_machine.travel("2026-11-25T09:00:00+00:00", tick=False):
        signed_in.post("/briefs/new", told(desk, stock="4", ends_on="2026-12-04"))
        variant = Brief.objects.get().posts.get().variants.get()
        text = "Only 2 tins left. 20% off all tins until 1 December."
        create.save_text(desk.actor, variant.pk, text, base=1)
        page = signed_in.get(f"/posts/{variant.post_id}/edit").content.decode()
    assert "Left by the brief: 4, entered on 25 November 2026. Directive 2005/29/EC" in page
    assert "End by the brief: Friday, 4 December 2026. Directive 2005/29/EC" in page
