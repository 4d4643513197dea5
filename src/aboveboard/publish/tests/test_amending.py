"""What is out is changed or taken down by an approved action of its own, never published anew."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest
from django.core import mail
from django.db import DatabaseError, connection, transaction
from tests.builders import (
    House,
    delivery_of,
    make_approved,
    make_asset,
    make_member,
    make_workspace,
)
from tests.servers.fixtures import LoopbackMastodon

from aboveboard.brand.models import Brand, Channel
from aboveboard.brand.rules import Policy
from aboveboard.kernel import clock
from aboveboard.kernel.errors import AboveboardError, Conflict, Forbidden, Invalid, NotFound
from aboveboard.ledger.models import Entry
from aboveboard.publish import actions, amending, queries, telling
from aboveboard.publish.models import Amendment, Attempt, Delivery
from aboveboard.publish.tests.running import engine, wait_for

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sent(house: House, channel: Channel, mastodon_server: LoopbackMastodon) -> Delivery:
    """A thread of two with a picture, out on the server."""
    variant = make_approved(
        house, channel, "Salt from Jnue.\n---\nSee you.", assets=[make_asset(channel.brand)]
    )
    with engine():
        wait_for(lambda: Delivery.objects.filter(state="sent").exists())
    return delivery_of(variant)


def approved(house: House, amendment: Amendment) -> Amendment:
    return actions.approve_amendment(house.actor, amendment.pk, digest=amendment.digest)


def carried_out(state: str = "done") -> None:
    with engine():
        wait_for(lambda: Amendment.objects.filter(state=state).exists())


def words(server: LoopbackMastodon) -> list[str]:
    return [status["content"] for status in server.statuses()]


def test_other_words_take_the_place_of_what_is_out(
    house: House, sent: Delivery, mastodon_server: LoopbackMastodon
) -> None:
    ids = [status["id"] for status in mastodon_server.statuses()]
    asked = actions.ask_edit(house.actor, sent.pk, ["Salt from June.", "See you."], reason="Typo.")
    approved(house, asked)
    carried_out()
    assert words(mastodon_server) == ["<p>Salt from June.</p>", "<p>See you.</p>"]
    assert [status["id"] for status in mastodon_server.statuses()] == ids
    assert len(mastodon_server.statuses()[0]["media_attachments"]) == 1
    assert mastodon_server.publishes() == 2
    assert amending.shown(Delivery.objects.get()).parts == ("Salt from June.", "See you.")
    assert Delivery.objects.get().payload == sent.payload
    assert list(Attempt.objects.filter(step="edit").values_list("part", "outcome")) == [
        (0, "done"),
        (1, "done"),
    ]
    ours = Entry.objects.filter(workspace_id=house.workspace.id)
    kinds = ours.order_by("seq").values_list("kind", flat=True)
    assert list(kinds)[-3:] == [
        "amendment.asked.edit",
        "amendment.approved.edit",
        "delivery.edited",
    ]


def test_a_thread_is_taken_down_from_its_end(
    house: House, sent: Delivery, mastodon_server: LoopbackMastodon
) -> None:
    approved(house, actions.ask_delete(house.actor, sent.pk))
    carried_out()
    assert mastodon_server.statuses() == []
    assert mastodon_server.publishes() == 2
    with pytest.raises(Conflict, match="taken down"):
        actions.ask_edit(house.actor, sent.pk, ["One.", "Two."])


@pytest.mark.parametrize("kind", ["edit", "delete"])
def test_a_lost_answer_is_asked_for_again_and_nothing_is_published(
    kind: str, house: House, sent: Delivery, mastodon_server: LoopbackMastodon
) -> None:
    faults = ["drop_after", "error_before", "half_after", "drop_before"]
    mastodon_server.script(change=faults)
    if kind == "edit":
        approved(house, actions.ask_edit(house.actor, sent.pk, ["New.", "Newer."]))
    else:
        approved(house, actions.ask_delete(house.actor, sent.pk))
    with engine(tries=9):
        wait_for(lambda: Amendment.objects.filter(state="done").exists())
    assert words(mastodon_server) == (["<p>New.</p>", "<p>Newer.</p>"] if kind == "edit" else [])
    assert mastodon_server.publishes() == 2


def test_editing_a_published_post_does_not_publish_it_again(
    house: House, sent: Delivery, mastodon_server: LoopbackMastodon
) -> None:
    """What peers' users report: the guard stood in the page alone, and the edit posted it anew."""
    approved(house, actions.ask_edit(house.actor, sent.pk, ["Other.", "Words."]))
    with engine():
        wait_for(lambda: Amendment.objects.filter(state="done").exists())
        actions.take_in()
    with engine(), transaction.atomic():
        pass
    assert mastodon_server.publishes() == len(mastodon_server.statuses()) == 2
    assert Delivery.objects.get().state == "sent"


def test_what_is_gone_there_cannot_be_changed_any_more(
    house: House, sent: Delivery, mastodon_server: LoopbackMastodon
) -> None:
    mastodon_server.reset()
    approved(house, actions.ask_edit(house.actor, sent.pk, ["Other.", "Words."]))
    carried_out("failed")
    assert "not there" in Amendment.objects.get().why
    assert mastodon_server.publishes() == 0
    brand = sent.channel.brand
    assert [one.delivery for one in queries.failed_changes(brand.pk)] == [sent]
    assert queries.needing_person(brand.pk) == 1
    assert telling.tell_of_stuck() == 1
    assert "its change could not be carried out" in mail.outbox[0].body
    # Asked for anew, it is not in the way any more.
    actions.ask_edit(house.actor, sent.pk, ["Other.", "Words."])
    assert not queries.failed_changes(brand.pk)


def test_an_edit_that_ends_half_way_is_told_as_it_stands_there(
    house: House, sent: Delivery, mastodon_server: LoopbackMastodon
) -> None:
    second = mastodon_server.statuses()[1]["id"]
    key = {"Authorization": f"Bearer {mastodon_server.token}"}
    httpx.delete(f"{mastodon_server.url}/api/v1/statuses/{second}", headers=key)
    approved(house, actions.ask_edit(house.actor, sent.pk, ["Salt from June.", "Bye."]))
    carried_out("failed")
    assert words(mastodon_server) == ["<p>Salt from June.</p>"]
    assert amending.shown(Delivery.objects.get()).parts == ("Salt from June.", "See you.")


def test_a_pause_does_not_keep_a_post_up(
    house: House, sent: Delivery, mastodon_server: LoopbackMastodon
) -> None:
    actions.pause(house.actor)
    approved(house, actions.ask_delete(house.actor, sent.pk))
    carried_out()
    assert mastodon_server.statuses() == []


def test_nothing_happens_without_an_approval(
    house: House, sent: Delivery, mastodon_server: LoopbackMastodon
) -> None:
    asked = actions.ask_delete(house.actor, sent.pk)
    with engine():
        wait_for(lambda: mastodon_server.publishes() == 2)
    assert len(mastodon_server.statuses()) == 2
    actions.withdraw_amendment(house.actor, asked.pk)
    with pytest.raises(Conflict, match="withdrawn"):
        approved(house, asked)


Act = Callable[[House, Delivery], Any]
REFUSED: list[tuple[type[AboveboardError], str, Act]] = [
    (Invalid, "parts", lambda h, d: actions.ask_edit(h.actor, d.pk, ["One."])),
    (Invalid, "parts", lambda h, d: actions.ask_edit(h.actor, d.pk, ["One.", " "])),
    (Invalid, "too long", lambda h, d: actions.ask_edit(h.actor, d.pk, ["x" * 501, "Two."])),
    (
        Conflict,
        "already",
        lambda h, d: actions.ask_edit(h.actor, d.pk, ["Salt from Jnue.", "See you."]),
    ),
    (NotFound, "no such", lambda h, d: actions.ask_delete(make_workspace().actor, d.pk)),
]


@pytest.mark.parametrize(("error", "said", "act"), REFUSED)
def test_what_cannot_be_asked(
    error: type[AboveboardError], said: str, act: Act, house: House, sent: Delivery
) -> None:
    with pytest.raises(error, match=said):
        act(house, sent)
    assert not Amendment.objects.exists()


def test_one_change_at_a_time(house: House, sent: Delivery) -> None:
    actions.ask_delete(house.actor, sent.pk)
    with pytest.raises(Conflict, match="already"):
        actions.ask_edit(house.actor, sent.pk, ["One.", "Two."])


def test_only_people_who_may_approve_decide(house: House, sent: Delivery, brand: Brand) -> None:
    asked = actions.ask_delete(house.actor, sent.pk)
    for actor in (house.agent(), make_member(house, "creator")):
        with pytest.raises(Forbidden):
            actions.approve_amendment(actor, asked.pk, digest=asked.digest)
    with pytest.raises(Conflict, match="shown"):
        actions.approve_amendment(house.actor, asked.pk, digest="0" * 64)
    brand.policy = Policy(own_work=False).model_dump(mode="json")
    brand.save(update_fields=["policy"])
    with pytest.raises(Forbidden, match="second person"):
        approved(house, asked)
    assert Amendment.objects.get().state == "asked"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE publish_amendment SET state = 'approved', approved_at = now()",
        "UPDATE publish_amendment SET state = 'done'",
        "UPDATE publish_amendment SET payload = '{}'",
        "UPDATE publish_amendment SET kind = 'edit'",
        "DELETE FROM publish_amendment",
        "INSERT INTO publish_amendment SELECT (jsonb_populate_record(m, jsonb_build_object('id',"
        " gen_random_uuid(), 'state', 'approved', 'approved_at', now()))).* FROM"
        " publish_amendment m",
    ],
)
def test_the_database_refuses_what_no_person_approved(
    statement: str, house: House, sent: Delivery
) -> None:
    actions.ask_delete(house.actor, sent.pk)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert Amendment.objects.get().state == "asked"


def test_the_database_refuses_another_content_after_the_approval(
    house: House, sent: Delivery
) -> None:
    asked = actions.ask_edit(house.actor, sent.pk, ["One.", "Two."])
    approved(house, asked)
    other = asked.payload.replace("One.", "Won.")
    with pytest.raises(DatabaseError), transaction.atomic():
        Amendment.objects.update(payload=other)
    with pytest.raises(DatabaseError), transaction.atomic():
        Amendment.objects.update(approved_at=clock.now() - timedelta(days=1))
