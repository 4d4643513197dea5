"""A person sees what stands on the network beside what was sent, and says which of it is ours."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.builders import (
    House,
    make_approved,
    make_asset,
    make_channel,
    make_member,
    make_workspace,
)
from tests.servers.fixtures import LoopbackMastodon

from aboveboard.brand.models import Brand, Channel
from aboveboard.channels.mastodon.network import Mastodon
from aboveboard.kernel.errors import Forbidden, NotFound
from aboveboard.publish import actions
from aboveboard.publish.beside import beside, chosen
from aboveboard.publish.models import Delivery
from aboveboard.publish.tests.networks import known
from aboveboard.publish.tests.running import engine, wait_for

pytestmark = pytest.mark.django_db(transaction=True)


class Undecided(Mastodon):
    """A network where a worker cannot tell which post is ours, and a person can."""

    name = "undecided"
    capabilities = replace(Mastodon.capabilities, readback="none")


class Mute(Undecided):
    """One that lists nothing."""

    name = "mute"

    async def standing(self, http, account, *, since):  # type: ignore[no-untyped-def]
        return None


@pytest.fixture
def undecided() -> Iterator[None]:
    with known(Undecided()), known(Mute()):
        yield


def unknown(
    house: House, channel: Channel, server: LoopbackMastodon, text: str, **more: object
) -> Delivery:
    """A delivery whose answer was lost after the server had it."""
    server.reset(idempotency=False, script={"publish": ["drop_after", None]})
    make_approved(house, channel, text, **more)  # type: ignore[arg-type]
    with engine():
        wait_for(lambda: Delivery.objects.filter(state="unknown").exists())
    return Delivery.objects.get()


def at(brand: Brand, server: LoopbackMastodon, network: str = "undecided") -> Channel:
    return make_channel(
        brand,
        network=network,
        server=server.url,
        remote_id=server.remote_id,
        secrets={"token": server.token},
    )


def test_what_stands_there_is_chosen_and_the_rest_follows_it(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon, undecided: None
) -> None:
    channel = at(brand, mastodon_server)
    delivery = unknown(
        house,
        channel,
        mastodon_server,
        "First of two.\n---\nSecond of two.",
        assets=[make_asset(brand)],
    )
    told = beside(house.actor, delivery.id)
    assert told.why == ""
    (post,) = told.posts
    assert (post.text, post.pictures) == ("First of two.", 1)
    sent = chosen(house.actor, delivery.id, post.sent.remote_id)
    assert actions.settle(house.actor, delivery.id, reached=True, sent=sent).state == "waiting"
    with engine():
        wait_for(lambda: Delivery.objects.get().state == "sent")
    first, second = mastodon_server.statuses()
    assert second["in_reply_to_id"] == first["id"] == sent.remote_id
    assert [part.url for part in Delivery.objects.get().out.order_by("part")] == [
        first["url"],
        second["url"],
    ]


def test_a_network_that_does_not_say_or_does_not_answer(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon, undecided: None
) -> None:
    delivery = unknown(house, at(brand, mastodon_server, "mute"), mastodon_server, "Words.")
    assert "does not tell programs" in beside(house.actor, delivery.id).why
    Channel.objects.update(network="undecided", server="http://127.0.0.1:9")
    told = beside(house.actor, delivery.id)
    assert (told.posts, "could not be asked" in told.why) == ((), True)
    with pytest.raises(NotFound):
        chosen(house.actor, delivery.id, "1")


def test_who_may_look(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon, undecided: None
) -> None:
    delivery = unknown(house, at(brand, mastodon_server), mastodon_server, "Words.")
    with pytest.raises(Forbidden):
        beside(make_member(house, "creator"), delivery.id)
    with pytest.raises(NotFound):
        beside(make_workspace().actor, delivery.id)
    with pytest.raises(NotFound):
        chosen(house.actor, delivery.id, "not one of those")
