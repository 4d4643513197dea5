"""A person sees what stands on the network beside what was sent, and says which of it is ours."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.conf import settings
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
from aboveboard.kernel.errors import Conflict, Forbidden, NotFound
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


class Partly(Mastodon):
    """One whose list may leave a post out."""

    name = "partly"
    capabilities = replace(Mastodon.capabilities, lists_all=False)


@pytest.fixture
def undecided() -> Iterator[None]:
    with known(Undecided()), known(Mute()), known(Partly()):
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


def test_a_list_that_may_leave_posts_out_proves_nothing(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon, undecided: None
) -> None:
    mastodon_server.reset(idempotency=False, script={"publish": ["drop_before", None]})
    make_approved(house, at(brand, mastodon_server, "partly"), "Words.")
    with engine(looks=3, look_first=0.05, look_most=0.05):
        wait_for(lambda: Delivery.objects.filter(state="unknown", next_at=None).exists())
    assert mastodon_server.publishes() == 1
    assert "Look there and say whether it is out." in Delivery.objects.get().why
    # What is found in such a list is there, all the same.
    mastodon_server.reset(idempotency=False, script={"publish": ["drop_after", None]})
    make_approved(house, at(brand, mastodon_server, "partly"), "Other words.")
    with engine(looks=3, look_first=0.05, look_most=0.05):
        wait_for(lambda: Delivery.objects.filter(state="sent").exists())
    assert mastodon_server.publishes() == 1


def test_a_post_that_is_another_ones_is_not_offered(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon, undecided: None
) -> None:
    channel = at(brand, mastodon_server)
    delivery = unknown(house, channel, mastodon_server, "First.")
    (post,) = beside(house.actor, delivery.id).posts
    actions.settle(house.actor, delivery.id, reached=True, sent=post.sent)
    make_approved(house, channel, "Second.")
    mastodon_server.reset(idempotency=False, script={"publish": ["drop_before", None]})
    with engine():
        wait_for(lambda: Delivery.objects.filter(state="unknown").exists())
    second = Delivery.objects.get(state="unknown")
    assert beside(house.actor, second.id).posts == ()
    with pytest.raises(Conflict, match="belongs to another post"):
        actions.settle(house.actor, second.id, reached=True, sent=post.sent)


def test_an_adapter_that_breaks_says_so(
    house: House,
    brand: Brand,
    mastodon_server: LoopbackMastodon,
    undecided: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    delivery = unknown(house, at(brand, mastodon_server), mastodon_server, "Words.")

    async def breaks(*_given: object, **_told: object) -> None:
        raise KeyError("data")

    monkeypatch.setattr(Undecided, "standing", breaks)
    assert "could not be understood" in beside(house.actor, delivery.id).why
    monkeypatch.setattr(settings, "SECRET_KEYS", ("another key",))
    assert beside(house.actor, delivery.id).why
