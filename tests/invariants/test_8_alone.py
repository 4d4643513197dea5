"""It works with no AI provider, no account at a third party and no network."""

import socket
from datetime import UTC, datetime

import pytest
from django.test import Client

from aboveboard.brand import actions as brands
from aboveboard.check.actions import look
from aboveboard.create import actions as create
from aboveboard.create.models import Provider
from aboveboard.kernel.errors import Invalid
from aboveboard.measure.actions import take_in as begin_to_measure
from aboveboard.publish.intake import take_in
from aboveboard.publish.models import Delivery
from aboveboard.publish.rules import part_key
from aboveboard.publish.tests.running import engine, wait_for
from aboveboard.review import actions as review
from tests.desk import open_desk


@pytest.mark.django_db(transaction=True)
def test_the_whole_way_with_nobody_else_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """From a brief to a public page, while nothing but the database can be reached."""
    reached: list[object] = []

    def refuse(self: socket.socket, address: object) -> None:
        reached.append(address)
        raise ConnectionRefusedError(f"nothing is reached from here: {address}")

    def look_up(host: object, *args: object, **kwargs: object) -> list[object]:
        reached.append(host)
        raise socket.gaierror(socket.EAI_AGAIN, "no network")

    # The database is reached by a library of its own, not by these.
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", look_up)

    desk = open_desk()
    data = b"# Open day\n\nOn 5 December 2026 the pans are open from 10:00 to 16:00.\n"
    brands.add_source(desk.actor, desk.brand.id, name="open-day.md", data=data)
    brief = desk.brief(
        messages=("On 5 December the pans are open, from 10:00 to 16:00.",), ask="Come by!"
    )
    post = create.draft_post(desk.actor, brief.id)
    variant = desk.again(post.variants.get())
    assert look(variant, desk.brand) == []
    create.save_text(desk.actor, variant.id, variant.head.text + " Bring boots.", base=1)  # type: ignore[union-attr]
    review.approve(desk.actor, post.id)
    assert take_in() == 1
    delivery = Delivery.objects.get(variant=variant)
    with engine():
        wait_for(lambda: Delivery.objects.get(pk=delivery.pk).state == "sent")
    begin_to_measure()
    page = Client().get(f"/s/{desk.brand.slug}/{part_key(delivery.pk, 0)}")
    assert "Bring boots." in page.content.decode()
    # What needs a provider says so, and leaves the text as it is.
    assert not Provider.objects.exists()
    with pytest.raises(Invalid, match="No writing model is connected"):
        create.ask_model(desk.actor, desk.variant("Mine.").id)
    assert reached == []
    assert datetime.now(UTC) > delivery.at
