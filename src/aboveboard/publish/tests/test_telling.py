"""“Stuck” is told: by mail once for each reason, and in Today."""

import pytest
from django.core import mail
from tests.builders import House, delivery_of, make_approved, make_channel, make_member

from aboveboard.brand.models import Brand
from aboveboard.people import mailing
from aboveboard.publish import actions, telling
from aboveboard.publish.models import Delivery

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def stuck(house: House, brand: Brand) -> Delivery:
    variant = make_approved(house, make_channel(brand), "Words.")
    actions.take_in()
    one = delivery_of(variant)
    Delivery.objects.filter(pk=one.pk).update(state="held", next_at=None, why="Tried 6 times.")
    one.refresh_from_db()
    return one


def test_it_is_told_once_for_each_reason(house: House, stuck: Delivery) -> None:
    make_member(house, "viewer")
    assert telling.tell_of_stuck() == 1
    (letter,) = mail.outbox
    assert letter.to == [house.owner.email]
    assert "One post needs somebody" in letter.subject
    assert "Tried 6 times." in letter.body
    assert f"/posts/{stuck.variant.post_id}/" in letter.body
    assert telling.tell_of_stuck() == 0
    Delivery.objects.filter(pk=stuck.pk).update(why="The network refused it.")
    assert telling.tell_of_stuck() == 1
    assert len(mail.outbox) == 2


def test_who_holds_it_knows(house: House, brand: Brand) -> None:
    variant = make_approved(house, make_channel(brand), "Words.")
    actions.take_in()
    actions.hold(house.actor, delivery_of(variant).pk)
    assert telling.tell_of_stuck() == 0
    assert mail.outbox == []


def test_a_mail_that_did_not_go_is_tried_again(
    stuck: Delivery, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_given: object) -> None:
        raise OSError("no line")

    with monkeypatch.context() as broken:
        broken.setattr(mailing, "send_mail", fails)
        assert telling.tell_of_stuck() == 0
    assert telling.tell_of_stuck() == 1
