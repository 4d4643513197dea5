"""What a model would correct: only what stands there and keeps the facts and the sense."""

import json

import pytest
from asgiref.sync import async_to_sync
from tests.builders import make_member
from tests.desk import Desk, each_refused, kinds, open_desk

from aboveboard.ai.tests.chat_server import ChatServer
from aboveboard.brand.errors import ModelNotAllowed
from aboveboard.brand.rules import Allowance, Policy, Task
from aboveboard.create import actions
from aboveboard.create.models import Provider
from aboveboard.create.tests.asking import judged
from aboveboard.create.words.correcting import proofs
from aboveboard.create.words.proposing import propose
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid

# No rule sees what is wrong with it.
TEXT = "We wait for interesting visitors at the counter. A tin costs €6.40."
FAULTS = [
    {"words": "interesting", "instead": "interested", "why": "It is they who want to know."},
    {"words": "€6.40", "instead": "€7.40", "why": "Prices rise."},
    {
        "words": "We wait for interesting visitors at the counter.",
        "instead": "Tell us all!",
        "why": "Finer.",
    },
    {"words": "not there", "instead": "there", "why": "It is not."},
]


def test_what_holds_is_proposed_and_taken(
    desk: Desk, provider: Provider, server: ChatServer
) -> None:
    server.raw = json.dumps({"faults": FAULTS})
    variant = desk.variant(TEXT)
    asking = actions.ask_proofs(desk.actor, variant.id)
    each_refused(Conflict, lambda: actions.ask_proofs(desk.actor, variant.id))
    async_to_sync(propose)(variant.id)
    asking.refresh_from_db()
    assert (asking.state, asking.why) == ("answered", "3")
    assert judged(desk) == (0, 1)
    [one] = [p for p in proofs(desk.again(variant), desk.brand).proposed if p.model]
    assert (one.correction.words, one.correction.instead) == ("interesting", ("interested",))
    revision = actions.take_correction(desk.actor, variant.id, one.key)
    assert ("model", "ed") in kinds(revision.written)
    assert revision.model_share > 0
    assert not [p for p in proofs(desk.again(variant), desk.brand).proposed if p.model]


def test_a_left_proposal_stays_left(desk: Desk, provider: Provider, server: ChatServer) -> None:
    server.raw = json.dumps({"faults": FAULTS[:1]})
    variant = desk.variant(TEXT)
    for _ in range(2):
        actions.ask_proofs(desk.actor, variant.id)
        async_to_sync(propose)(variant.id)
        found = proofs(desk.again(variant), desk.brand)
        for one in found.proposed:
            if one.model:
                actions.leave_correction(desk.actor, variant.id, one.key)
    assert found.left == 1
    assert not [p for p in found.proposed if p.model]


def test_a_model_that_fails_is_told(desk: Desk, provider: Provider, server: ChatServer) -> None:
    server.raw = "no JSON at all"
    variant = desk.variant(TEXT)
    asking = actions.ask_proofs(desk.actor, variant.id)
    async_to_sync(propose)(variant.id)
    asking.refresh_from_db()
    assert asking.state == "failed"
    assert asking.why


@pytest.mark.django_db
def test_who_and_when() -> None:
    closed = open_desk(Policy(ai={Task.REWRITE: Allowance.NEVER}))
    each_refused(ModelNotAllowed, lambda: actions.ask_proofs(closed.actor, closed.variant(TEXT).id))
    desk = open_desk(name="Another")
    variant = desk.variant(TEXT)
    each_refused(Invalid, lambda: actions.ask_proofs(desk.actor, variant.id))
    viewer = make_member(desk.house, "viewer")
    each_refused(Forbidden, lambda: actions.ask_proofs(viewer, variant.id))
