"""Asking a model: over real HTTP, under the fact lock, held to the brand's rules."""

import pytest
from tests.builders import make_member, make_workspace
from tests.desk import Desk, each_refused, kinds

from aboveboard.ai.tests.chat_server import ChatServer
from aboveboard.brand import actions as brand_actions
from aboveboard.brand.models import Fact
from aboveboard.create import actions, queries
from aboveboard.create.models import Provider
from aboveboard.create.tests.asking import (
    ALTERED,
    GROUNDED,
    INVENTED,
    InTurn,
    briefed,
    fetched,
    judged,
)
from aboveboard.kernel.errors import Conflict, Forbidden, Invalid, NotFound
from aboveboard.ledger.queries import entries
from aboveboard.people.actors import Actor

# -- providers ------------------------------------------------------------------------------------


def test_a_key_is_sealed(desk: Desk) -> None:
    made = actions.add_provider(
        desk.actor,
        name=" Our\0 own ",
        base_url="https://m.example/v1",
        model=" x ",
        api_key=" sk-1 ",
    )
    made.refresh_from_db()
    assert (made.name, made.model) == ("Our own", "x")
    assert b"sk-1" not in bytes(made.sealed_key)
    with pytest.raises(Conflict, match="named “Our own”"):
        actions.add_provider(desk.actor, name="Our own", base_url="https://m.example/v1", model="x")


@pytest.mark.parametrize(
    ("name", "url", "model", "key"),
    [
        (" \0", "https://m.example/v1", "x", ""),
        ("n" * 81, "https://m.example/v1", "x", ""),
        ("Ours", "m.example", "x", ""),
        ("Ours", "ftp://m.example", "x", ""),
        ("Ours", "https://user:pw@m.example", "x", ""),
        ("Ours", "https://m.example/" + "x" * 400, "x", ""),
        ("Ours", "https://m.example/v1", "\0", ""),
        ("Ours", "https://m.example/v1", "m" * 161, ""),
        ("Ours", "https://m.example/v1", "x", "kéy"),
        ("Ours", "https://m.example/v1", "x", "a\r\nX-Evil: 1"),
    ],
)
def test_a_provider_that_cannot_be(desk: Desk, name: str, url: str, model: str, key: str) -> None:
    each_refused(
        Invalid,
        lambda: actions.add_provider(desk.actor, name=name, base_url=url, model=model, api_key=key),
    )
    assert not queries.providers(desk.actor.workspace_id).exists()


def test_rights_on_providers(desk: Desk, provider: Provider) -> None:
    def add(who: Actor) -> Provider:
        return actions.add_provider(who, name="X", base_url="https://m.example/v1", model="x")

    creator, agent = make_member(desk.house, "creator"), desk.house.agent()
    stranger = make_workspace().actor
    each_refused(
        Forbidden,
        lambda: add(creator),
        lambda: add(agent),
        lambda: actions.remove_provider(agent, provider.id),
    )
    each_refused(NotFound, lambda: actions.remove_provider(stranger, provider.id))
    assert not queries.providers(stranger.workspace_id).exists()
    actions.remove_provider(desk.actor, provider.id)
    each_refused(NotFound, lambda: actions.remove_provider(desk.actor, provider.id))


# -- asking ---------------------------------------------------------------------------------------


def test_a_model_is_asked_and_a_person_takes_it(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    variant = briefed(desk)
    suggestion = fetched(desk, variant, "Shorter, please.")
    assert (suggestion.state, suggestion.text, suggestion.breaks) == ("open", GROUNDED, [])
    assert (suggestion.tries, suggestion.model) == (1, "small-2026")
    assert judged(desk) == (1, 0)
    # Nothing has changed yet; taken, every word is the model's.
    assert desk.again(variant).head.text == ""  # type: ignore[union-attr]
    head = actions.take_suggestion(desk.actor, suggestion.id)
    assert kinds(head.written) == [("model", GROUNDED)]
    assert (head.model_share, head.written[0].origin.source) == (100, str(suggestion.id))
    each_refused(NotFound, lambda: actions.take_suggestion(desk.actor, suggestion.id))
    told = [e.kind for e in entries(desk.actor.workspace_id)]
    assert told[-3:] == ["model.asked", "model.called", "suggestion.taken"]
    chat = server.chats[0]
    assert "The author asks: Shorter, please." in chat.said("user")
    assert chat.said("user").count("Fine salt, €6.40 a tin.") == 1


@pytest.mark.parametrize("wrong", [INVENTED, ALTERED])
def test_an_answer_that_adds_a_fact_is_refused_and_asked_for_anew(
    desk: Desk, server: ChatServer, provider: Provider, wrong: str
) -> None:
    server.chats = InTurn(server, [wrong, wrong, GROUNDED])
    suggestion = fetched(desk, briefed(desk))
    assert (suggestion.text, suggestion.breaks, suggestion.tries) == (GROUNDED, [], 3)
    assert judged(desk) == (1, 2)
    again = server.chats[1].said("system")
    assert "was refused" in again
    assert "4,000" in again or "7.40" in again


@pytest.mark.parametrize(("wrong", "words"), [(INVENTED, "4,000"), (ALTERED, "€7.40")])
def test_what_stays_invented_is_marked(
    desk: Desk, server: ChatServer, provider: Provider, wrong: str, words: str
) -> None:
    server.text = wrong
    suggestion = fetched(desk, briefed(desk))
    assert (suggestion.state, suggestion.text, suggestion.tries) == ("open", wrong, 3)
    marked = suggestion.breaks[0]
    assert words in suggestion.text[marked["start"] : marked["end"]]
    assert marked["kind"] in {"added", "altered"}
    assert marked["why"]
    assert judged(desk) == (0, 3)


def test_facts_of_the_knowledge_that_was_chosen_may_be_said(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    source = brand_actions.add_source(
        desk.actor, desk.brand.id, name="salt.md", data=b"We harvest 1,200 kg of salt a year.\n"
    )
    fact = Fact.objects.filter(passage__source=source, kind="measure")[0]
    server.text = "Fine salt, €6.40 a tin, of the 1,200 kg that we harvest a year."
    assert fetched(desk, briefed(desk, facts=(fact.id,))).breaks == []
    # Not chosen, not given to the model, so it cannot come from there.
    assert fetched(desk, briefed(desk)).breaks


def test_voice_is_sent_along_and_states_nothing(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    brand_actions.add_voice(
        desk.actor, desk.brand.id, name="old post", text="We sold 900 tins. " + "Slow. " * 2_500
    )
    server.text = "Fine salt, €6.40 a tin. We sold 900 tins."
    suggestion = fetched(desk, briefed(desk))
    assert any("900" in marked["text"] for marked in suggestion.breaks)
    assert "We sold 900 tins." in server.chats[0].said("user")
    assert len(server.chats[0].said("user")) < 5_000


def test_a_rewriting_keeps_a_persons_sentences_theirs(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    variant = desk.variant("The tide leaves the pans at dawn. We rake the salt by hand.")
    server.text = "Good morning! The tide leaves the pans at dawn. We rake it gently by hand."
    head = actions.take_suggestion(desk.actor, fetched(desk, variant).id)
    assert kinds(head.written)[0] == ("model", "Good morning! ")
    assert [text for kind, text in kinds(head.written) if kind == "person"] == [
        "The tide leaves the pans at dawn. We rake "
    ]
    assert 0 < head.model_share < 60


def test_odd_characters_of_a_model_are_cleaned_before_they_are_judged(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    server.text = "\u202eCafe\u0301, 4,000 cups\u202c\ufeff "
    variant = briefed(desk)
    suggestion = fetched(desk, variant)
    assert suggestion.text == "Café, 4,000 cups"
    marked = next(b for b in suggestion.breaks if "4,000" in b["text"])
    assert "4,000" in suggestion.text[marked["start"] : marked["end"]]
    assert actions.take_suggestion(desk.actor, suggestion.id).text == suggestion.text
