"""Adapting in the editor: what the page offers, shows and takes; where pasted words come from."""

import json
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings
from django.test import Client
from tests.builders import make_member
from tests.desk import Desk, kinds, open_desk

from aboveboard.ai.tests.chat_server import chat_server
from aboveboard.brand.rules import Allowance, Policy, Task
from aboveboard.create import actions, queries
from aboveboard.create.models import Suggestion, Variant
from aboveboard.create.words.suggesting import suggest
from aboveboard.people.models import User

pytestmark = pytest.mark.django_db
TEXT = (
    "On 5 December Marit Veen opens the pans. A tin costs €6.40. Nobody hurries the sea.\n\n"
    "Come when you like."
)


def _client(desk: Desk, role: str = "") -> Client:
    client = Client()
    who = make_member(desk.house, role) if role else desk.actor
    client.force_login(User.objects.get(pk=str(who.user_id)))
    return client


def _page(client: Client, variant: Variant) -> str:
    return client.get(f"/posts/{variant.post_id}/edit?on={variant.pk}").content.decode()


def _adapt(client: Client, variant: Variant, make: str, **told: str) -> Any:
    return client.post(f"/texts/{variant.pk}/adapt", {"make": make, **told})


def test_the_house_arranges_and_the_page_shows_what_would_change() -> None:
    desk = open_desk()
    variant, client = desk.variant(TEXT), _client(desk)
    assert "needs a writing model" in _page(client, variant)
    answer = _adapt(client, variant, "house:shorter")
    made = Suggestion.objects.get()
    assert answer.url.endswith(f"#offer-{made.pk}")
    page = _page(client, variant)
    assert "from your own sentences" in page
    assert "No model was asked." in page
    assert "<del>" in page
    client.post(f"/suggestions/{made.pk}/part", {"change": "1", "base": "2"})
    assert len(desk.again(variant).head.text) < len(TEXT)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("way", "shown"),
    [
        ("carousel", '<ol class="slides">'),
        ("script", "What is seen"),
        ("headlines", "Put it on top"),
        ("newsletter", "Preview line"),
        ("thread", "---"),
    ],
)
def test_what_has_parts_is_shown_as_what_it_is(way: str, shown: str) -> None:
    desk = open_desk()
    variant = desk.variant(TEXT, channel=desk.channel("mastodon"))
    client = _client(desk)
    _adapt(client, variant, f"house:{way}")
    page = _page(client, variant)
    assert shown in page
    made = Suggestion.objects.get()
    if way == "headlines":
        client.post(f"/suggestions/{made.pk}/part", {"change": "2", "base": "2"})
    else:
        client.post(f"/suggestions/{made.pk}/take")
    head = desk.again(variant).head
    assert head is not None
    assert head.model_share == 0
    assert head.number == 3


def test_a_translation_is_marked_and_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk()
    variant, client = desk.variant(TEXT), _client(desk)
    with chat_server() as server:
        monkeypatch.setattr(settings, "ALLOW_HOSTS", frozenset({server.host}))
        actions.add_provider(desk.actor, name="Ours", base_url=server.url, model="small")
        server.text = "Op 5 december opent Marit Veen de pannen. Een blikje kost € 7,40."
        _adapt(client, variant, "model:language", language="nl")
        made = Suggestion.objects.get()
        async_to_sync(suggest)(made.pk)
    page = _page(client, variant)
    assert 'lang="nl"' in page
    assert "“€ 7,40” is not what the sources say: “€6.40”." in page
    client.post(f"/suggestions/{made.pk}/take")
    page = _page(client, variant)
    assert "Translated from English, revision 2." in page
    assert desk.again(variant).language == "nl"


def test_what_a_brand_keeps_to_people_has_no_button(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = open_desk(Policy(ai={Task.TRANSLATE: Allowance.NEVER}))
    variant, client = desk.variant(TEXT), _client(desk)
    actions.add_provider(desk.actor, name="Ours", base_url="http://127.0.0.1:9/v1", model="x")
    page = _page(client, variant)
    assert "model:tone" in page
    assert "model:language" not in page
    assert "keeps translating to people" in page
    assert _adapt(client, variant, "model:language", language="nl").status_code == 403
    assert not Suggestion.objects.exists()


def test_who_only_looks_adapts_nothing() -> None:
    desk = open_desk()
    variant, viewer = desk.variant(TEXT), _client(desk, "viewer")
    assert 'data-opens="adapt"' not in _page(viewer, variant)
    assert _adapt(viewer, variant, "house:shorter").status_code == 403


def test_words_pasted_from_another_text_keep_their_origin() -> None:
    desk = open_desk()
    words = "The wind dries the salt, and the tide brings the next of it."
    elsewhere, here = desk.by_model(words), desk.variant("Look: ")
    client = _client(desk)
    text = f"Look: {words}"

    def save(source: str, base: int) -> None:
        pasted = json.dumps([[6, len(text), source]])
        told = {"text": text, "pasted": pasted, "revision": str(base)}
        assert client.post(f"/texts/{here.pk}/save", told).status_code == 200

    save(f"text:{elsewhere.pk}", 2)
    head = desk.again(here).head
    assert head is not None
    assert kinds(head.written) == [("person", "Look: "), ("model", words)]


def test_where_pasted_words_come_from_is_told_and_can_be_named() -> None:
    desk = open_desk()
    variant, client = desk.variant("Look: "), _client(desk)
    pasted = json.dumps([[6, 40, "https://museum.example/salt"]])
    told = {"text": f"Look: {'salt and sea ' * 3}", "pasted": pasted, "revision": "2"}
    client.post(f"/texts/{variant.pk}/save", told)
    assert "From: https://museum.example/salt." in _page(client, variant)
    head = desk.again(variant).head
    assert head is not None
    origin = next(p.origin for p in head.written if p.origin.kind == "pasted")
    named = {"by": origin.by, "at": origin.at, "was": origin.source, "source": "A leaflet"}
    client.post(f"/texts/{variant.pk}/source", named)
    assert "From: A leaflet." in _page(client, variant)
    after = desk.again(variant).head
    assert after is not None
    assert (after.text, after.pasted_share) == (head.text, head.pasted_share)
    assert client.post(f"/texts/{variant.pk}/source", named).status_code == 404


def test_any_two_revisions_are_compared() -> None:
    desk = open_desk()
    variant, client = desk.variant("One sea."), _client(desk)
    for number, text in ((2, "Two seas."), (3, "Three seas.")):
        actions.save_text(desk.actor, variant.id, text, base=number)
        actions.restore(desk.actor, variant.id, number)
    last = queries.revisions(variant.id)[0].number
    page = client.get(f"/texts/{variant.pk}/revisions?number={last}&against=1").content.decode()
    assert f"Revision {last}, against 1" in page
    turned = client.get(f"/texts/{variant.pk}/revisions?number=1&against={last}").content.decode()
    assert f"Revision 1, against {last}" in turned
    assert "Taken up again" in page
