"""What speaks of real harm is kept to people: no model sees it, and each refusal is on record."""

from collections.abc import Callable

import pytest
from asgiref.sync import async_to_sync
from tests.desk import Desk, each_refused

from aboveboard.ai.base import Instruction
from aboveboard.ai.results import Rewrite
from aboveboard.ai.tests.chat_server import ChatServer
from aboveboard.brand import actions as brand_actions
from aboveboard.brand.errors import ModelNotAllowed
from aboveboard.brand.rules import Policy, Task
from aboveboard.create import actions
from aboveboard.create.calls.asking import answered
from aboveboard.create.models import Call, Provider
from aboveboard.create.tests.asking import briefed, fetched
from aboveboard.create.words.adapting import Wish
from aboveboard.create.words.suggesting import suggest
from aboveboard.ledger.queries import entries

HARM = "Our founder Henk passed away on Sunday."
DUTCH = "Onze oprichter Henk is zondag overleden."

WAYS: dict[str, Callable[[Desk], object]] = {
    "brief": lambda desk: actions.ask_model(desk.actor, briefed(desk, messages=(HARM,)).id),
    "wish": lambda desk: actions.ask_model(desk.actor, briefed(desk).id, f"Say that {HARM}"),
    "text": lambda desk: actions.ask_model(desk.actor, desk.variant(HARM).id),
    "text in another language": lambda desk: actions.ask_model(desk.actor, desk.variant(DUTCH).id),
    "shorter": lambda desk: actions.adapt(
        desk.actor, desk.variant(HARM).id, Wish("shorter", by="model")
    ),
    "proofs": lambda desk: actions.ask_proofs(desk.actor, desk.variant(HARM).id),
    "picture": lambda desk: actions.ask_pictures(
        desk.actor, desk.brand.id, instruction="An earthquake with victims."
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_nothing_is_sent_and_the_refusal_stands_in_the_ledger(
    desk: Desk, server: ChatServer, provider: Provider, way: str
) -> None:
    with pytest.raises(ModelNotAllowed, match="sensitive topics to people") as caught:
        WAYS[way](desk)
    assert caught.value.code == "sensitive"
    assert [one.kind for one in entries(desk.actor.workspace_id)][-1] == "model.refused"
    assert server.headers == []
    assert not Call.objects.exists()


def test_it_is_looked_at_once_more_before_sending(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    variant = briefed(desk)
    asked = actions.ask_model(desk.actor, variant.id)
    brief = variant.post.brief
    assert brief
    type(brief).objects.filter(pk=brief.pk).update(messages=[HARM])
    async_to_sync(suggest)(asked.id)
    asked.refresh_from_db()
    assert asked.state == "failed"
    assert "passed away" in asked.why
    sent = Instruction(task="Write.", rules=(), brief=HARM, language="en", limit=200, wants=Rewrite)
    each_refused(ModelNotAllowed, lambda: async_to_sync(answered)(desk.brand.id, Task.DRAFT, sent))
    assert server.headers == []


def test_a_brand_may_let_models_write_of_it(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    brand_actions.set_policy(desk.actor, desk.brand.id, Policy(keep_sensitive=False))
    server.text = HARM
    assert fetched(desk, desk.variant(HARM), "Shorter.").state == "open"


def test_a_figure_of_speech_hinders_nobody(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    text = "This cake is to die for, and the price war is over."
    server.text = text
    assert fetched(desk, desk.variant(text), "Shorter.").state == "open"
