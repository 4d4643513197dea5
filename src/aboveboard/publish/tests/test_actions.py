"""What people do with deliveries and channels, through the actions, and who may."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.builders import (
    House,
    delivery_of,
    edit,
    make_approved,
    make_channel,
    make_member,
    make_workspace,
)
from tests.servers.fixtures import LoopbackMastodon

from aboveboard.brand.models import Brand, Channel
from aboveboard.channels import registry
from aboveboard.channels.base import Account
from aboveboard.channels.errors import SignInAgain
from aboveboard.channels.mastodon.network import Mastodon
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Conflict, Forbidden, NotFound
from aboveboard.ledger.models import Entry
from aboveboard.publish import actions, queries
from aboveboard.publish.engine import deliver
from aboveboard.publish.errors import NotConnected, NotInThisState
from aboveboard.publish.models import Attempt, Connection, Delivery
from aboveboard.publish.tests.networks import SideError
from aboveboard.publish.tests.running import engine, mastodon_channel, wait_for

pytestmark = pytest.mark.django_db(transaction=True)


class Silent(Mastodon):
    """A network that cannot be read back."""

    name = "silent"
    capabilities = replace(Mastodon.capabilities, readback="none")


class Renewing(Mastodon):
    """A network whose tokens run out and can be renewed without a person, once."""

    name = "renewing"

    def __init__(self, fresh: str) -> None:
        super().__init__()
        self.fresh = fresh
        self.asked = 0

    async def publish(self, http, account, part):  # type: ignore[no-untyped-def]
        try:
            return await super().publish(http, account, part)
        except SignInAgain as error:
            raise SignInAgain(error.why, refreshable=True, status=error.status) from error

    async def refresh(self, http, account: Account) -> Account:  # type: ignore[no-untyped-def]
        self.asked += 1
        return replace(account, secrets={"token": self.fresh})


def add(monkeypatch: pytest.MonkeyPatch, network: Mastodon) -> None:
    monkeypatch.setitem(registry._NETWORKS, network.name, network)


def waiting(house: House, channel: Channel, text: str = "Words.") -> Delivery:
    variant = make_approved(house, channel, text)
    actions.take_in()
    return delivery_of(variant)


def silent_channel(brand: Brand, server: LoopbackMastodon) -> Channel:
    return make_channel(brand, network="silent", server=server.url, secrets={"token": server.token})


def kinds(house: House) -> list[str]:
    rows = Entry.objects.filter(workspace_id=house.workspace.id).order_by("seq")
    return list(rows.values_list("kind", flat=True))


def test_holding_keeps_it_and_letting_go_sends_it(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    delivery = waiting(house, channel)
    actions.hold(house.actor, delivery.id, "The price is not settled.")
    with engine():
        wait_for(lambda: Delivery.objects.get().state == "held")
        assert queries.needing_person(channel.brand_id) == 1
        assert mastodon_server.publishes() == 0
        actions.resume(house.actor, delivery.id)
        wait_for(lambda: Delivery.objects.get().state == "sent")
    assert kinds(house) == ["delivery.held", "delivery.resumed", "delivery.sent"]


def test_letting_go_at_another_time_only_where_none_was_approved(
    house: House, channel: Channel
) -> None:
    later = clock.now() + timedelta(hours=3)
    free = waiting(house, channel)
    actions.hold(house.actor, free.id)
    assert actions.resume(house.actor, free.id, later).next_at == later
    variant = make_approved(house, channel, "At two.", at=later)
    actions.take_in()
    bound = delivery_of(variant)
    actions.hold(house.actor, bound.id)
    with pytest.raises(Conflict, match="another time"):
        actions.resume(house.actor, bound.id, later + timedelta(hours=1))


@pytest.mark.parametrize("role", ["viewer", "creator", "client"])
def test_who_may_not_publish_changes_nothing(role: str, house: House, channel: Channel) -> None:
    delivery = waiting(house, channel)
    actor = make_member(house, role)
    with pytest.raises(Forbidden):
        actions.hold(actor, delivery.id)
    with pytest.raises(Forbidden):
        actions.pause(actor, channel.brand_id)
    assert delivery_of(delivery.variant).state == "waiting"


def test_a_program_never_publishes(house: House, channel: Channel) -> None:
    delivery = waiting(house, channel)
    agent = house.agent()
    for attempt in (
        lambda: actions.hold(agent, delivery.id),
        lambda: actions.resume(agent, delivery.id),
        lambda: actions.retry(agent, delivery.id),
        lambda: actions.settle(agent, delivery.id, reached=True),
        lambda: actions.pause(agent),
        lambda: actions.unpause(agent),
        lambda: actions.connect(agent, channel.id, secret="x"),
        lambda: actions.add_channel(agent, channel.brand_id, network="site", name="Another"),
    ):
        with pytest.raises(Forbidden):
            attempt()
    assert kinds(house) == []


def test_another_workspace_finds_nothing(house: House, channel: Channel) -> None:
    delivery = waiting(house, channel)
    with pytest.raises(NotFound):
        actions.hold(make_workspace().actor, delivery.id)


def test_a_pause_of_the_brand_and_of_the_workspace(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    actions.pause(house.actor, channel.brand_id, reason="The sea is high.")
    actions.pause(house.actor)
    actions.pause(house.actor)
    waiting(house, channel)
    with engine():
        actions.unpause(house.actor, channel.brand_id)
        wait_for(lambda: queries.due_count() == 1)
        assert mastodon_server.publishes() == 0
        actions.unpause(house.actor)
        wait_for(lambda: Delivery.objects.get().state == "sent")
    assert kinds(house)[:4] == ["sending.paused"] * 2 + ["sending.resumed"] * 2


def test_trying_again_what_was_refused(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(max_characters=3)
    delivery = waiting(house, channel)
    with engine():
        wait_for(lambda: Delivery.objects.get().state == "refused")
        with pytest.raises(NotInThisState):
            actions.resume(house.actor, delivery.id)
        mastodon_server.reset()
        actions.retry(house.actor, delivery.id)
        wait_for(lambda: Delivery.objects.get().state == "sent")
    with pytest.raises(NotInThisState):
        actions.retry(house.actor, delivery.id)


def test_a_person_settles_what_cannot_be_read_back(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(monkeypatch, Silent())
    mastodon_server.reset(
        idempotency=False, script={"publish": ["drop_after", "drop_before", None]}
    )
    channel = make_channel(
        brand,
        network="silent",
        server=mastodon_server.url,
        secrets={"token": mastodon_server.token},
    )
    arrived = waiting(house, channel, "Arrived.")
    with engine():
        wait_for(lambda: Delivery.objects.get().state == "unknown")
        lost = waiting(house, channel, "Lost.")
        wait_for(lambda: Delivery.objects.filter(state="unknown").count() == 2)
        assert len(queries.needs_person(house.workspace.id)) == 2
        with pytest.raises(NotInThisState):
            actions.hold(house.actor, arrived.id)
        actions.settle(house.actor, arrived.id, reached=True, url="https://example.org/1")
        actions.settle(house.actor, lost.id, reached=False)
        wait_for(lambda: Delivery.objects.filter(state="sent").count() == 2)
    assert mastodon_server.publishes() == 3
    assert [line.outcome for line in queries.story(lost.id)] == [
        "it is not there",
        "it is not there",
        "done",
    ]
    assert kinds(house).count("delivery.settled") == 2


def test_not_there_waits_until_a_slow_server_could_have_taken_it(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(monkeypatch, Silent())
    mastodon_server.reset(script={"publish": ["drop_after"]})
    channel = make_channel(
        brand,
        network="silent",
        server=mastodon_server.url,
        secrets={"token": mastodon_server.token},
    )
    delivery = waiting(house, channel)
    with engine(grace=600):
        wait_for(lambda: Delivery.objects.get().state == "unknown")
        settled = actions.settle(house.actor, delivery.id, reached=False)
        assert settled.state == "waiting"
        assert settled.next_at
        assert settled.next_at > clock.now() + timedelta(minutes=9)
    assert mastodon_server.publishes() == 1


def test_what_is_settled_as_absent_is_not_sent_without_its_approval(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(monkeypatch, Silent())
    mastodon_server.reset(script={"publish": ["drop_before"]})
    channel = make_channel(
        brand,
        network="silent",
        server=mastodon_server.url,
        secrets={"token": mastodon_server.token},
    )
    delivery = waiting(house, channel)
    with engine():
        wait_for(lambda: Delivery.objects.get().state == "unknown")
        delivery.approval.voided_at, delivery.approval.void_reason = clock.now(), "withdrawn"
        delivery.approval.save(update_fields=["voided_at", "void_reason"])
        assert actions.settle(house.actor, delivery.id, reached=False).state == "held"
    assert mastodon_server.publishes() == 1
    with pytest.raises(Conflict, match="void"):
        actions.resume(house.actor, delivery.id)


def test_a_token_that_ran_out_is_renewed_once_and_stored(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Renewing(mastodon_server.token)
    add(monkeypatch, network)
    channel = make_channel(
        brand, network="renewing", server=mastodon_server.url, secrets={"token": "old"}
    )
    for number in range(12):
        make_approved(house, channel, f"Post {number}.")
    before = bytes(Connection.objects.get(channel=channel).sealed)
    with engine():
        wait_for(lambda: Delivery.objects.filter(state="sent").count() == 12)
    connection = Connection.objects.get(channel=channel)
    assert network.asked == 1
    assert connection.state == "ok"
    assert bytes(connection.sealed) != before
    assert len(mastodon_server.statuses()) == 12


def test_a_renewal_that_does_not_help_ends_it(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Renewing("not any better")
    add(monkeypatch, network)
    channel = make_channel(
        brand, network="renewing", server=mastodon_server.url, secrets={"token": "old"}
    )
    delivery = waiting(house, channel)
    with engine():
        wait_for(lambda: Delivery.objects.get().state == "held")
    assert network.asked == 1
    assert Connection.objects.get(channel=channel).state == "dead"
    assert "connected again" in delivery_of(delivery.variant).why


def test_connecting_asks_the_network_first(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    def add_channel(secret: str) -> Channel:
        url = mastodon_server.url
        return actions.add_channel(
            house.actor, brand.id, network="mastodon", name="Salt", server=url, secret=secret
        )

    with pytest.raises(NotConnected):
        add_channel("wrong")
    assert not Channel.objects.filter(brand=brand).exists()
    channel = add_channel(mastodon_server.token)
    assert channel.remote_id == mastodon_server.remote_id
    assert channel.limits["text"] == 500
    connection = Connection.objects.get(channel=channel)
    assert mastodon_server.token.encode() not in bytes(connection.sealed)
    waiting(house, channel)
    with engine():
        wait_for(lambda: Delivery.objects.get().state == "sent")


def test_a_dead_channel_goes_on_when_it_is_connected_again(
    house: House, brand: Brand, mastodon_server: LoopbackMastodon
) -> None:
    channel = mastodon_channel(brand, mastodon_server, token="gone")
    delivery = waiting(house, channel)
    with engine():
        wait_for(lambda: Delivery.objects.get().state == "held")
        assert queries.needs_person(house.workspace.id).dead
        with pytest.raises(NotConnected):
            actions.connect(house.actor, channel.id, secret="wrong")
        actions.connect(house.actor, channel.id, secret=mastodon_server.token)
        assert not queries.needs_person(house.workspace.id).dead
        actions.retry(house.actor, delivery.id)
        wait_for(lambda: Delivery.objects.get().state == "sent")


def test_the_story_is_readable_and_leaves_out_what_never_happened(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset(idempotency=False, script={"publish": ["drop_after"]})
    delivery = waiting(house, channel)
    now = clock.now()
    with engine():
        wait_for(lambda: Delivery.objects.get().state == "sent")
    Attempt.objects.create(
        delivery=delivery, step="publish", started_at=now, ended_at=now, outcome="unsent"
    )
    lines = queries.story(delivery.id)
    assert [(line.what, line.outcome) for line in lines] == [
        ("Sent to the network", "it is there"),
        ("Looked whether it is there", "it is there"),
    ]


def test_an_adapter_that_breaks_leaves_it_unknown_and_it_is_settled(
    house: House,
    channel: Channel,
    mastodon_server: LoopbackMastodon,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(registry._NETWORKS, "mastodon", SideError())
    monkeypatch.setattr(deliver.log, "exception", lambda *_: None)
    waiting(house, channel)
    with engine():
        wait_for(lambda: Delivery.objects.get().state == "sent")
    assert mastodon_server.publishes() == 1


def test_an_edit_before_it_goes_stops_it(
    house: House, channel: Channel, mastodon_server: LoopbackMastodon
) -> None:
    variant = make_approved(house, channel, "Old.", at=clock.now() + timedelta(seconds=1))
    actions.take_in()
    edit(variant, "New.")
    with engine():
        wait_for(lambda: clock.now() > delivery_of(variant).at + timedelta(seconds=0.5))
    assert delivery_of(variant).state == "held"
    assert mastodon_server.publishes() == 0
    assert queries.needing_person(channel.brand_id) == 0
