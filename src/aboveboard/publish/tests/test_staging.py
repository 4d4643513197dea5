"""What comes before a post: media in pieces, containers that are polled, and what goes stale."""

from datetime import timedelta

import pytest
from tests.builders import (
    House,
    approve,
    delivery_of,
    make_approved,
    make_asset,
    make_channel,
    make_post,
    make_variant,
)
from tests.servers.fixtures import LoopbackMastodon

from aboveboard.brand.models import Brand, Channel
from aboveboard.channels.base import Card
from aboveboard.create.actions import set_card
from aboveboard.kernel import clock
from aboveboard.publish.models import Attempt, Delivery
from aboveboard.publish.tests.networks import Broken, Carding, Stepwise, known
from aboveboard.publish.tests.running import engine, wait_for

pytestmark = pytest.mark.django_db(transaction=True)


def stepwise(brand: Brand, server: LoopbackMastodon) -> Channel:
    return server_channel(brand, server, "stepwise")


def server_channel(brand: Brand, server: LoopbackMastodon, network: str) -> Channel:
    return make_channel(
        brand,
        network=network,
        server=server.url,
        remote_id=server.remote_id,
        secrets={"token": server.token},
    )


def lines() -> list[tuple[str, str]]:
    return list(Attempt.objects.order_by("started_at").values_list("step", "outcome"))


def test_each_step_is_made_once_and_in_its_order(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    network = Stepwise()
    variant = make_approved(
        house, stepwise(brand, mastodon_server), "One.\n---\nTwo.", assets=[make_asset(brand)]
    )
    with known(network), engine():
        wait_for(lambda: Delivery.objects.filter(state="sent").exists())
    assert network.asked == [
        "piece 1",
        "piece 2",
        "piece 3",
        "prepare One.",
        "prepare One., polled",
        "publish One.",
        "prepare Two.",
        "prepare Two., polled",
        "publish Two.",
    ]
    assert lines() == [
        ("upload", "done"),
        ("prepare", "done"),
        ("publish", "done"),
        ("prepare", "done"),
        ("publish", "done"),
    ]
    assert len(mastodon_server.statuses()) == 2
    assert delivery_of(variant).out.count() == 2


def test_a_network_that_is_at_work_is_waited_for_in_the_row(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    network = Stepwise(wait=0.3)
    make_approved(house, stepwise(brand, mastodon_server), "Slow.", assets=[make_asset(brand)])
    with known(network), engine(patience=0.1):
        wait_for(lambda: len(network.asked) == 1)
        wait_for(lambda: Delivery.objects.filter(state="waiting", why__contains="working").exists())
        wait_for(lambda: Delivery.objects.filter(state="sent").exists())
    assert network.asked.count("piece 1") == network.asked.count("piece 2") == 1


def test_another_worker_goes_on_with_the_next_piece(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    network = Stepwise(pieces=6, wait=0.2)
    make_approved(house, stepwise(brand, mastodon_server), "Handed on.", assets=[make_asset(brand)])
    with known(network):
        for number in range(3):
            with engine(patience=0.1):
                wait_for(lambda number=number: len(network.asked) > number)  # type: ignore[misc]
        with engine(patience=0.1):
            wait_for(lambda: Delivery.objects.filter(state="sent").exists())
    assert network.asked[:6] == [f"piece {number}" for number in range(1, 7)]


def test_what_went_stale_is_made_anew(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    network = Stepwise(pieces=1, stale=1)
    make_approved(house, stepwise(brand, mastodon_server), "Again.", assets=[make_asset(brand)])
    with known(network), engine():
        wait_for(lambda: Delivery.objects.filter(state="sent").exists())
    half = ["piece 1", "prepare Again.", "prepare Again., polled", "publish Again."]
    assert network.asked == half * 2
    assert len(mastodon_server.statuses()) == 1


def test_what_takes_for_ever_is_held_with_words(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    network = Stepwise(pieces=10_000, wait=0.05)
    make_approved(house, stepwise(brand, mastodon_server), "Endless.", assets=[make_asset(brand)])
    with known(network), engine(stage_most=0.3):
        wait_for(lambda: Delivery.objects.filter(state="held").exists())
    assert "for too long" in Delivery.objects.get().why
    assert mastodon_server.publishes() == 0


def test_one_that_is_resumed_begins_its_uploads_anew(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    network = Stepwise(pieces=2)
    channel = stepwise(brand, mastodon_server)
    variant = make_approved(
        house, channel, "Later.", assets=[make_asset(brand)], at=clock.now() + timedelta(seconds=1)
    )
    with known(network), engine():
        wait_for(lambda: Delivery.objects.filter(state="sent").exists())
    assert delivery_of(variant).progress["prepared"]["done"]


def test_a_post_of_words_alone_is_prepared_too(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    network = Stepwise()
    make_approved(house, stepwise(brand, mastodon_server), "Words alone.")
    with known(network), engine():
        wait_for(lambda: Delivery.objects.filter(state="sent").exists())
    assert network.asked == [
        "prepare Words alone.",
        "prepare Words alone., polled",
        "publish Words alone.",
    ]
    assert lines() == [("prepare", "done"), ("publish", "done")]


def test_the_card_of_a_link_goes_out_with_the_first_part(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    network, text = Carding(), "Come: https://salt.example/open\n---\nSee you there."
    with known(network):
        variant = make_variant(
            make_post(house, brand), server_channel(brand, mastodon_server, "carding"), text
        )
        picture = make_asset(brand).id
        words = {"title": "Salt & sun", "description": "Raked."}
        set_card(house.actor, variant.id, **words, picture_id=picture)
        variant.refresh_from_db()
        approve(house, variant)
        with engine():
            wait_for(lambda: Delivery.objects.filter(state="sent").exists())
    card = Card("https://salt.example/open", "Salt & sun", "Raked.")
    assert network.cards == [(card, 1), (None, 0)]


@pytest.mark.parametrize("assets", [0, 1])
def test_what_has_gone_stale_is_made_anew_with_media_and_without(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon, assets: int
) -> None:
    network = Stepwise(pieces=1, stale=1)
    pictures = [make_asset(brand) for _ in range(assets)]
    make_approved(house, stepwise(brand, mastodon_server), "Stale.", assets=pictures)
    with known(network), engine():
        wait_for(lambda: Delivery.objects.filter(state="sent").exists())
    assert network.asked.count("publish Stale.") == 2
    assert network.asked.count("prepare Stale.") == 2
    assert len(mastodon_server.statuses()) == 1


@pytest.mark.parametrize("step", ["upload", "prepare"])
def test_an_adapter_that_breaks_before_the_post_is_not_asked_for_ever(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon, step: str
) -> None:
    """Each try counts, has a line of its own, and after the last one a person is asked."""
    network = Broken(step)
    make_approved(house, stepwise(brand, mastodon_server), "Broken.", assets=[make_asset(brand)])
    with known(network), engine(tries=3):
        wait_for(lambda: Delivery.objects.filter(state="held").exists())
    assert Delivery.objects.get().why.startswith("Tried 3 times")
    assert [line for line in lines() if line[0] == step] == [(step, "later")] * 3
    assert mastodon_server.publishes() == 0
