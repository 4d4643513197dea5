"""What pages tell of posts that are on their way, and when no worker is there to send them."""

import json
from datetime import timedelta
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.test import AsyncClient, Client
from django.urls import reverse
from tests.builders import (
    House,
    make_approved,
    make_asset,
    make_brand,
    make_channel,
    make_workspace,
)

from aboveboard.kernel import clock
from aboveboard.kernel.ids import new_id
from aboveboard.publish import actions
from aboveboard.publish.models import Attempt, Delivery, Worker
from aboveboard.publish.tests.running import engine, wait_for

pytestmark = pytest.mark.django_db(transaction=True)
BY = "allauth.account.auth_backends.AuthenticationBackend"
NOBODY = "no worker runs to send them"


@pytest.fixture
def house() -> House:
    return make_workspace()


@pytest.fixture
def delivery(house: House) -> Delivery:
    """Approved, due and not sent yet."""
    variant = make_approved(house, make_channel(make_brand(house), network="site"), "Soup at noon.")
    actions.take_in()
    return Delivery.objects.get(variant=variant)


@pytest.fixture
def client(house: House) -> Client:
    client = Client()
    client.force_login(house.owner, BY)
    return client


def told(house: House, url: str) -> list[dict[str, Any]]:
    """The events of an address, until it ends."""

    @async_to_sync
    async def read() -> str:
        client = AsyncClient()
        await client.aforce_login(house.owner, BY)
        answer: Any = await client.get(url)
        return b"".join([part async for part in answer]).decode()

    return [json.loads(line.removeprefix("data: ")) for line in read().split("\n\n") if line]


def test_a_post_on_its_way_says_so_until_it_is_out(
    house: House, delivery: Delivery, client: Client
) -> None:
    page = reverse("post", args=[delivery.variant.post_id])
    events = reverse("sending", args=[delivery.variant.post_id])
    assert events in client.get(page).content.decode()
    with engine():
        news = told(house, events)
    assert (news[-1]["state"], news[-1]["done"], news[-1]["total"]) == ("done", 1, 1)
    assert all(one["state"] == "going" for one in news[:-1])
    shown = client.get(page).content.decode()
    assert events not in shown
    assert "Goes out when it is approved" not in shown
    assert "not told" in shown
    assert "None" not in shown


def test_what_waits_for_nobody_ends_at_once(house: House, delivery: Delivery) -> None:
    actions.hold(house.actor, delivery.pk, "Held by hand")
    news = told(house, reverse("sending", args=[delivery.variant.post_id]))
    assert [one["state"] for one in news] == ["done"]


def test_every_page_says_when_no_worker_sends_what_is_due(
    delivery: Delivery, client: Client
) -> None:
    assert NOBODY not in client.get(reverse("calendar")).content.decode()
    now = clock.now()
    Delivery.objects.filter(pk=delivery.pk).update(next_at=now - timedelta(minutes=2))
    assert NOBODY in client.get(reverse("calendar")).content.decode()
    worker = Worker.objects.create(number=1, host="here", started_at=now, seen_at=now)
    assert NOBODY not in client.get(reverse("calendar")).content.decode()
    worker.delete()
    with engine():
        wait_for(lambda: Delivery.objects.filter(state="sent").exists())
    assert NOBODY not in client.get(reverse("calendar")).content.decode()


def test_who_settles_sees_what_was_sent_beside_where_it_should_be(
    house: House, client: Client
) -> None:
    channel = make_channel(
        make_brand(house),
        network="mastodon",
        server="https://zilt.example",
        handle="salt@zilt.example",
    )
    variant = make_approved(house, channel, "Soup at <noon>.", assets=[make_asset(channel.brand)])
    actions.take_in()
    delivery = Delivery.objects.get(variant=variant)
    Delivery.objects.filter(pk=delivery.pk).update(state="sending")
    Attempt.objects.create(
        id=new_id(), delivery=delivery, step="publish", outcome="unknown", started_at=clock.now()
    )
    Delivery.objects.filter(pk=delivery.pk).update(state="unknown", next_at=None)
    shown = client.get(reverse("post", args=[variant.post_id])).content.decode()
    _, _, both = shown.partition('class="both"')
    both = both.partition("</section>")[0]
    assert "Soup at &lt;noon&gt;." in both
    assert 'alt="A heap of salt"' in both
    assert 'href="https://zilt.example/@salt"' in both
