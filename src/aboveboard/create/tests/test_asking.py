"""The one way to a model: who answers, what it takes, what may go where, what is kept to people."""

import asyncio
from datetime import timedelta
from decimal import Decimal
from threading import Barrier, Thread

import pytest
import time_machine
from asgiref.sync import async_to_sync
from django.conf import settings
from django.db import connection
from tests.builders import make_member
from tests.desk import Desk, each_refused, open_desk

from aboveboard.ai.base import Answer, Instruction
from aboveboard.ai.errors import AIError, Cancelled
from aboveboard.ai.results import Rewrite
from aboveboard.ai.tests.chat_server import ChatServer, chat_server
from aboveboard.brand import actions as brand_actions
from aboveboard.brand.errors import ModelNotAllowed
from aboveboard.brand.rules import Allowance, Policy, Task
from aboveboard.create import actions, queries
from aboveboard.create.actions.providers import Terms
from aboveboard.create.calls import spending
from aboveboard.create.calls.asking import answered
from aboveboard.create.errors import NotAgreed, Spent
from aboveboard.create.models import Call, Provider
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Forbidden, Invalid
from aboveboard.ledger.queries import entries

SALT = Instruction(
    task="Write a post.", rules=(), brief="Salt.", language="en", limit=200, wants=Rewrite
)


def ask(desk: Desk, task: Task = Task.DRAFT, **ways: object) -> Answer[Rewrite]:
    return async_to_sync(answered)(desk.brand.id, task, SALT, **ways)  # type: ignore[arg-type]


@pytest.fixture
def second(desk: Desk, provider: Provider, monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """A second model on a server of its own, after the first."""
    with chat_server() as other:
        monkeypatch.setattr(settings, "ALLOW_HOSTS", settings.ALLOW_HOSTS | {other.host})
        actions.add_provider(desk.actor, name="Theirs", base_url=other.url, model="large")
        yield other


# -- who answers ----------------------------------------------------------------------------------


def test_the_first_answers_and_the_second_is_left_alone(
    desk: Desk, server: ChatServer, second: ChatServer
) -> None:
    answer = ask(desk)
    assert (answer.provider, answer.model) == ("Ours", "small-2026")
    assert (len(server.chats), len(second.chats)) == (1, 0)
    assert ask(desk, provider="Theirs").provider == "Theirs"


@pytest.mark.parametrize("mode", ["401", "429", "500", "404"])
def test_another_stands_in(desk: Desk, server: ChatServer, second: ChatServer, mode: str) -> None:
    server.mode = mode  # type: ignore[assignment]
    assert ask(desk).provider == "Theirs"
    assert (len(server.headers), len(second.headers)) == (1, 1)
    assert [call.state for call in Call.objects.order_by("asked_at")] == ["failed", "answered"]


@pytest.mark.parametrize("mode", ["refusal", "prose", "cut_off", "400"])
def test_nothing_is_sent_to_a_second_one_in_vain(
    desk: Desk, server: ChatServer, second: ChatServer, mode: str
) -> None:
    server.mode = mode  # type: ignore[assignment]
    with pytest.raises(AIError):
        ask(desk)
    assert second.headers == []


def test_the_team_orders_who_is_asked_for_what(
    desk: Desk, server: ChatServer, second: ChatServer
) -> None:
    theirs = queries.providers(desk.actor.workspace_id)[1]
    actions.set_order(desk.actor, {Task.REWRITE: [theirs.pk]})
    assert ask(desk, Task.REWRITE).provider == "Theirs"
    assert ask(desk).provider == "Ours"
    second.mode = "500"
    with pytest.raises(AIError):
        ask(desk, Task.REWRITE)
    actions.move_provider(desk.actor, theirs.pk, by=-1)
    second.mode = "right"
    assert ask(desk).provider == "Theirs"


# -- what it takes --------------------------------------------------------------------------------


def test_a_call_is_counted_without_its_words(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    terms = Terms(price_in=Decimal("3"), price_out=Decimal("15"))
    actions.set_terms(desk.actor, provider.pk, terms)
    answer = ask(desk)
    call = Call.objects.get(pk=answer.call)
    assert (call.state, call.tokens_in, call.tokens_out, call.counted) == ("answered", 11, 5, True)
    assert call.cost == Decimal("0.000108")
    assert (call.task, call.name, call.model) == ("draft", "Ours", "small-2026")
    assert "Salt" not in str(vars(call))


@pytest.mark.parametrize(
    ("mode", "counted"), [("500", True), ("cut_off", False), ("prose", True), ("429", True)]
)
def test_what_a_failure_took(
    desk: Desk, server: ChatServer, provider: Provider, mode: str, counted: bool
) -> None:
    server.mode = mode  # type: ignore[assignment]
    with pytest.raises(AIError):
        ask(desk)
    call = Call.objects.get()
    assert (call.state, call.counted) == ("failed", counted)
    # Where nobody told, the most that it may have taken stays counted.
    tokens = call.tokens_in + call.tokens_out
    assert tokens == {"500": 0, "429": 0, "prose": 32}.get(mode, sum(spending.most(SALT)))


def test_the_month_stops_at_its_limit(desk: Desk, server: ChatServer, provider: Provider) -> None:
    needed = sum(spending.most(SALT))
    actions.set_month(desk.actor, tokens=needed + 20, money=None)
    ask(desk)
    ask(desk)
    with pytest.raises(Spent, match="Nothing was sent") as caught:
        ask(desk)
    assert caught.value.mend
    assert len(server.chats) == 2
    with time_machine.travel(clock.now() + timedelta(days=32)):
        assert ask(desk)


def test_a_provider_stops_at_its_own_limit_and_another_stands_in(
    desk: Desk, server: ChatServer, second: ChatServer, provider: Provider
) -> None:
    actions.set_terms(desk.actor, provider.pk, Terms(monthly_tokens=10))
    assert ask(desk).provider == "Theirs"
    assert server.headers == []


def test_a_limit_in_money_needs_a_price(
    desk: Desk, server: ChatServer, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    actions.set_month(desk.actor, tokens=None, money=Decimal("0.05"))
    # What stays in the house costs nothing unless somebody typed a price.
    assert ask(desk)
    monkeypatch.setattr(queries, "stays_here", lambda row: False)
    actions.agree(desk.actor, desk.brand.id, provider.pk)
    with pytest.raises(Spent, match="no price"):
        ask(desk)
    dear = Terms(price_in=Decimal(100), price_out=Decimal(100))
    actions.set_terms(desk.actor, provider.pk, dear)
    with pytest.raises(Spent, match=r"0\.05"):
        ask(desk)
    assert len(server.chats) == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_do_not_pass_a_limit_together() -> None:
    desk = open_desk()
    provider = actions.add_provider(
        desk.actor, name="Ours", base_url="http://127.0.0.1:9/v1", model="x"
    )
    actions.set_month(desk.actor, tokens=100, money=None)
    barrier, kept = Barrier(4), []

    def take() -> None:
        barrier.wait()
        try:
            tokens = (30, 10)
            kept.append(
                spending.keep_room(desk.brand, provider, "draft", tokens=tokens, is_near=True)
            )
        except Spent:
            pass
        finally:
            connection.close()

    threads = [Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(kept) == 2


def test_rights_and_values(desk: Desk, provider: Provider) -> None:
    creator, agent = make_member(desk.house, "creator"), desk.house.agent()
    for who in (creator, agent):
        each_refused(
            Forbidden,
            lambda w=who: actions.set_month(w, tokens=1, money=None),  # type: ignore[misc]
            lambda w=who: actions.set_terms(w, provider.pk, Terms()),  # type: ignore[misc]
            lambda w=who: actions.set_order(w, {}),  # type: ignore[misc]
            lambda w=who: actions.move_provider(w, provider.pk, by=1),  # type: ignore[misc]
        )
    each_refused(
        Invalid,
        lambda: actions.set_terms(desk.actor, provider.pk, Terms(first_s=9, whole_s=8)),
        lambda: actions.set_terms(desk.actor, provider.pk, Terms(monthly_tokens=-1)),
        lambda: actions.set_month(desk.actor, tokens=None, money=Decimal("NaN")),
        lambda: actions.set_month(desk.actor, tokens=1, money=None, currency="€"),
    )
    each_refused(Forbidden, lambda: actions.agree(agent, desk.brand.id, provider.pk))


# -- stopping -------------------------------------------------------------------------------------


def test_a_stop_ends_the_request_at_once(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    server.mode = "stalls"
    heard: list[str] = []

    async def hears(text: str) -> None:
        heard.append(text)

    async def until_heard() -> None:
        async with asyncio.timeout(5):
            await answered(
                desk.brand.id, Task.DRAFT, SALT, hears=hears, stopped=lambda: bool(heard)
            )

    with pytest.raises(Cancelled):
        async_to_sync(until_heard)()
    assert heard
    call = Call.objects.get()
    assert (call.state, call.counted) == ("stopped", False)


# -- what goes where ------------------------------------------------------------------------------


def test_nothing_leaves_the_house_before_somebody_agreed(
    desk: Desk, server: ChatServer, provider: Provider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "stays_here", lambda row: False)
    with pytest.raises(NotAgreed, match="Nothing was sent") as caught:
        ask(desk)
    assert server.host in caught.value.message
    each_refused(NotAgreed, lambda: actions.ask_model(desk.actor, desk.variant("").id))
    assert server.headers == []
    actions.agree(desk.actor, desk.brand.id, provider.pk)
    actions.agree(desk.actor, desk.brand.id, provider.pk)
    assert ask(desk)
    # Elsewhere is another matter.
    Provider.objects.filter(pk=provider.pk).update(base_url="https://elsewhere.example/v1")
    with pytest.raises(NotAgreed, match=r"elsewhere\.example"):
        ask(desk)
    actions.end_agreement(desk.actor, desk.brand.id, provider.pk)
    told = [entry.kind for entry in entries(desk.actor.workspace_id)]
    assert told.count("model.agreed") == 1
    assert told[-1] == "model.disagreed"


def test_a_stand_in_that_nobody_agreed_to_is_passed_over(
    desk: Desk, server: ChatServer, second: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "stays_here", lambda row: row.name == "Ours")
    server.mode = "500"
    with pytest.raises(AIError, match="status 500"):
        ask(desk)
    assert second.headers == []


# -- what is kept to people -----------------------------------------------------------------------


@pytest.mark.parametrize("task", list(Task))
def test_a_brand_without_ai_calls_no_model_for_anything(
    desk: Desk, server: ChatServer, provider: Provider, task: Task
) -> None:
    never = Policy(ai=dict.fromkeys(Task, Allowance.NEVER))
    brand_actions.set_policy(desk.actor, desk.brand.id, never)
    with pytest.raises(ModelNotAllowed, match="uses no AI"):
        ask(desk, task)
    assert server.headers == []
    assert [one.kind for one in entries(desk.actor.workspace_id)][-1] == "model.refused"
    assert not Call.objects.exists()


@pytest.mark.parametrize("task", [Task.REPLY, Task.STRATEGY])
def test_replies_and_strategy_are_kept_to_people_by_default(
    desk: Desk, server: ChatServer, provider: Provider, task: Task
) -> None:
    with pytest.raises(ModelNotAllowed, match="to people"):
        ask(desk, task)
    assert server.headers == []


def test_a_brand_that_let_a_model_do_nothing_lets_it_do_nothing_new() -> None:
    six = {task: Allowance.NEVER for task in Task if task is not Task.PICTURE}
    assert Policy(ai=six).ai_free
    assert Policy(ai={}).allows(Task.PICTURE) is Allowance.DRAFT
