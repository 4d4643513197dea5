"""Adapting through the actions: proposed by the house or a model, decided on by a person."""

import json
from collections.abc import Sequence
from contextlib import suppress

import pytest
from asgiref.sync import async_to_sync
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import make_member, make_workspace
from tests.desk import Desk, each_refused, kinds, open_desk

from aboveboard.ai.tests.chat_server import ChatServer
from aboveboard.brand.errors import ModelNotAllowed
from aboveboard.brand.rules import Allowance, Policy, Task
from aboveboard.create import actions, queries
from aboveboard.create.errors import Outrun
from aboveboard.create.models import Provider, Suggestion, Variant
from aboveboard.create.tests.asking import judged
from aboveboard.create.words.adapting import Wish
from aboveboard.create.words.origins import Pasted, shares, text_of
from aboveboard.create.words.suggesting import suggest
from aboveboard.kernel import clock
from aboveboard.kernel.errors import Forbidden, Invalid, NotFound
from aboveboard.ledger.queries import entries

TEXT = (
    "On 5 December Marit Veen opens the pans. A tin costs €6.40. Dogs are not allowed.\n\n"
    "https://brackwater.example/open"
)
DUTCH = (
    "Op 5 december opent Marit Veen de pannen. Een blikje kost € 6,40. Honden zijn niet "
    "toegestaan.\n\nhttps://brackwater.example/open"
)


def _fetched(desk: Desk, variant: Variant, wish: Wish) -> Suggestion:
    asked = actions.adapt(desk.actor, variant.id, wish)
    async_to_sync(suggest)(asked.id)
    return queries.suggestion(desk.actor, asked.id)


def test_the_house_proposes_and_a_person_takes_it(desk: Desk) -> None:
    variant = desk.variant(TEXT)
    offered = actions.adapt(desk.actor, variant.id, Wish("shorter"))
    assert (offered.state, offered.by_house, offered.model) == ("open", True, "")
    assert desk.again(variant).head.text == TEXT  # type: ignore[union-attr]
    head = actions.take_suggestion(desk.actor, offered.id)
    assert len(head.text) < len(TEXT)
    # Every word was typed by a person, and still is.
    assert {kind for kind, _text in kinds(head.written)} == {"person"}
    assert head.what == "adapted"
    told = [e.kind for e in entries(desk.actor.workspace_id)]
    assert told[-2:] == ["text.adapted", "suggestion.taken"]
    assert actions.restore(desk.actor, variant.id, head.number - 1).text == TEXT


@pytest.mark.django_db
def test_nobody_needs_a_model_for_what_the_house_does() -> None:
    free = open_desk(Policy(ai=dict.fromkeys(Task, Allowance.NEVER)))
    variant = free.variant(TEXT)
    assert actions.adapt(free.actor, variant.id, Wish("headlines")).result["headlines"]
    wish = Wish("language", by="model", language="nl")
    error = each_refused(ModelNotAllowed, lambda: actions.adapt(free.actor, variant.id, wish))[0]
    assert "uses no AI" in error.message
    kept = open_desk(Policy(ai={Task.TRANSLATE: Allowance.NEVER}), name="Sluice House")
    text = kept.variant(TEXT).id
    error = each_refused(ModelNotAllowed, lambda: actions.adapt(kept.actor, text, wish))[0]
    assert "translating" in error.message


def test_a_translation_keeps_every_fact_and_says_where_it_comes_from(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    variant = desk.variant(TEXT)
    server.text = DUTCH
    made = _fetched(desk, variant, Wish("language", by="model", language="nl"))
    assert (made.state, made.breaks, made.task) == ("open", [], "translate")
    assert "Translate the text from English into Dutch" in server.chats[0].said("user")
    assert "in Dutch" in server.chats[0].said("system")
    head = actions.take_suggestion(desk.actor, made.id)
    assert desk.again(variant).language == "nl"
    assert head.model_share == 100
    origin = head.written[0].origin
    assert (origin.translated, origin.of, origin.by) == (
        "en",
        str(made.source_id),
        "small-2026",
    )
    assert origin.asked == "language nl"


@pytest.mark.parametrize(
    ("wrong", "kind", "words"),
    [
        (DUTCH.replace("6,40", "7,40"), "altered", "7,40"),
        (DUTCH.replace(" Een blikje kost € 6,40.", ""), "dropped", "€6.40"),
        (DUTCH.replace("5 december", "6 december"), "altered", "6 december"),
        (DUTCH.replace("niet toegestaan", "toegestaan"), "altered", "toegestaan"),
        (DUTCH.replace("Marit Veen", "zij"), "dropped", "Marit Veen"),
        (DUTCH.replace("https://brackwater.example/open", ""), "dropped", "brackwater"),
        (DUTCH + " Volg @pekel.", "added", "@pekel"),
    ],
)
def test_a_translation_that_changes_a_fact_is_refused_and_counted(
    desk: Desk, server: ChatServer, provider: Provider, wrong: str, kind: str, words: str
) -> None:
    server.text = wrong
    made = _fetched(desk, desk.variant(TEXT), Wish("language", by="model", language="nl"))
    assert [one["kind"] for one in made.breaks if words in one["text"]] == [kind]
    assert (judged(desk), made.tries) == ((0, 3), 3)


@pytest.mark.parametrize(
    ("wish", "answer", "text"),
    [
        (
            Wish("carousel", by="model"),
            {"slides": [{"headline": "€6.40 a tin", "lines": ["Marit Veen opens the pans."]},
                        {"headline": "5 December", "lines": ["Dogs are not allowed.",
                         "https://brackwater.example/open"]}]},
            "€6.40 a tin\nMarit Veen opens the pans.\n\n5 December\nDogs are not allowed.\n"
            "https://brackwater.example/open",
        ),
        (
            Wish("headlines", by="model"),
            {"headlines": ["€6.40 a tin", "Open on 5 December", "No dogs, not one"]},
            "€6.40 a tin\n\nOpen on 5 December\n\nNo dogs, not one",
        ),
        (
            Wish("script", by="model"),
            {"beats": [{"spoken": TEXT.partition("\n")[0], "seen": "The pans"},
                       {"spoken": "Come by.", "seen": "https://brackwater.example/open"}]},
            TEXT.partition("\n")[0]
            + "\n[The pans]\n\nCome by.\n[https://brackwater.example/open]",
        ),
        (
            Wish("newsletter", by="model"),
            {"subject": "Open on 5 December", "preview": "€6.40 a tin", "body": TEXT},
            f"Open on 5 December\n\n€6.40 a tin\n\n{TEXT}",
        ),
    ],
)  # fmt: skip
def test_what_has_parts_comes_as_a_typed_result(
    desk: Desk,
    server: ChatServer,
    provider: Provider,
    wish: Wish,
    answer: dict[str, object],
    text: str,
) -> None:
    server.json = json.dumps(answer)
    made = _fetched(desk, desk.variant(TEXT), wish)
    assert (made.state, made.why, made.result, made.text) == ("open", "", answer, text)
    assert made.breaks == []
    server.json = json.dumps({"slides": "none"})
    failed = _fetched(desk, desk.variant(TEXT), wish)
    assert (failed.state, failed.text) == ("failed", "")


def test_sentences_that_a_model_kept_stay_their_writers(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    server.text = TEXT.replace("Dogs are not allowed.", "We do not let dogs in.")
    made = _fetched(desk, desk.variant(TEXT), Wish("tone", by="model", tone="warmer"))
    assert made.breaks == []
    head = actions.take_suggestion(desk.actor, made.id)
    assert [kind for kind, _words in kinds(head.written)] == ["person", "model", "person"]
    assert "more formal" not in server.chats[0].said("user")
    assert head.written[1].origin.asked == "tone warmer"


def test_a_part_is_taken_and_the_rest_waits(
    desk: Desk, server: ChatServer, provider: Provider
) -> None:
    variant = desk.variant(TEXT)
    server.text = TEXT.replace("A tin costs €6.40.", "At €6.40, a tin is yours.").replace(
        "Dogs are not allowed.", "Sorry, not even one dog."
    )
    made = _fetched(desk, variant, Wish("tone", by="model", tone="livelier"))
    base = desk.again(variant).head.number  # type: ignore[union-attr]
    each_refused(NotFound, lambda: actions.take_change(desk.actor, made.id, 7, base=base))
    each_refused(Outrun, lambda: actions.take_change(desk.actor, made.id, 1, base=base - 1))
    head = actions.take_change(desk.actor, made.id, 1, base=base)
    assert "At €6.40, a tin is yours." in head.text
    assert queries.suggestion(desk.actor, made.id).state in {"open", "taken"}
    assert head.people_share > 0
    assert head.model_share > 0


def test_a_headline_goes_on_top(desk: Desk) -> None:
    variant = desk.variant(TEXT)
    made = actions.adapt(desk.actor, variant.id, Wish("headlines"))
    first = made.result["headlines"][1]
    head = actions.take_change(desk.actor, made.id, 2, base=2)
    assert head.text == f"{first}\n\n{TEXT}"
    assert head.people_share == 100
    assert queries.suggestion(desk.actor, made.id).state == "taken"


def test_another_text_is_the_source(desk: Desk, server: ChatServer, provider: Provider) -> None:
    post = desk.post()
    source = desk.variant(TEXT, post=post)
    other = desk.variant("", post=post, channel=desk.channel("bluesky"))
    made = actions.adapt(desk.actor, other.id, Wish("channel"), source_id=source.id)
    head = actions.take_suggestion(desk.actor, made.id)
    assert (head.text, head.people_share) == (TEXT, 100)
    stranger = open_desk(name="Elsewhere").variant(TEXT)
    each_refused(
        NotFound,
        lambda: actions.adapt(desk.actor, other.id, Wish("channel"), source_id=stranger.id),
    )


def test_the_dutch_one_of_a_post(desk: Desk, server: ChatServer, provider: Provider) -> None:
    post = desk.post(title="Open pans")
    desk.variant(TEXT, post=post)
    desk.variant(TEXT, post=post, channel=desk.channel("bluesky"))
    server.text = DUTCH
    other, asked = actions.translate_post(desk.actor, post.id, "nl")
    assert (other.language, len(asked)) == ("nl", 2)
    for one in asked:
        async_to_sync(suggest)(one.id)
        actions.take_suggestion(desk.actor, one.id)
    texts = [v.head.text for v in queries.variants(other.id) if v.head]
    assert texts == [DUTCH, DUTCH]
    each_refused(Invalid, lambda: actions.translate_post(desk.actor, post.id, "en"))


def _of_everyone(desk: Desk, variant: Variant) -> Sequence[Wish]:
    return [Wish("shorter"), Wish("language", by="model", language="nl")]


def test_who_may_propose_and_who_decides(desk: Desk, provider: Provider) -> None:
    variant = desk.variant(TEXT)
    agent = desk.house.agent()
    for wish in _of_everyone(desk, variant):
        each_refused(
            Forbidden,
            *[
                lambda r=role, w=wish: actions.adapt(make_member(desk.house, r), variant.id, w)
                for role in ("viewer", "approver", "client")
            ],
        )
        each_refused(
            NotFound,
            lambda w=wish: actions.adapt(make_workspace().actor, variant.id, w),  # type: ignore[misc]
        )
    # A program proposes; that a proposal takes the place of the text, a person decides.
    made = actions.adapt(agent, variant.id, Wish("shorter"))
    each_refused(
        Forbidden,
        lambda: actions.take_suggestion(agent, made.id),
        lambda: actions.take_change(agent, made.id, 1, base=2),
        lambda: actions.refuse_suggestion(agent, made.id),
    )
    assert actions.take_suggestion(desk.actor, made.id).people_share == 100


def test_what_cannot_be_adapted(desk: Desk) -> None:
    empty, short = desk.variant(""), desk.variant("We open.")
    each_refused(
        Invalid,
        lambda: actions.adapt(desk.actor, empty.id, Wish("shorter")),
        lambda: actions.adapt(desk.actor, short.id, Wish("channel")),
        lambda: actions.adapt(desk.actor, short.id, Wish("language", by="model", language="en")),
        lambda: actions.adapt(desk.actor, short.id, Wish("tone", by="model", tone="calmer")),
    )
    assert not Suggestion.objects.exists()


SENTENCES = (
    "The wind dries the salt, and the tide brings the next of it.",
    "Nobody hurries the sea at Brackwater, and nobody ever did.",
    "Come on 5 December and rake a tray of your own.",
    "A tin of flakes costs €6.40 at the gate.",
)
_STEP = st.tuples(
    st.sampled_from(["type", "paste", "take", "translate", "restore", "adapt"]),
    st.integers(0, len(SENTENCES) - 1),
)


@settings(
    deadline=None,
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(_STEP, min_size=1, max_size=6))
def test_the_share_of_people_is_what_they_typed_through_every_operation(
    desk: Desk, steps: list[tuple[str, int]]
) -> None:
    """Each sentence belongs to whoever brought it first; nothing that is done later changes it."""
    variant = desk.variant("")
    owner: dict[str, str] = {}
    for act, number in steps:
        sentence = SENTENCES[number]
        head = desk.again(variant).head
        assert head is not None
        longer = f"{head.text} {sentence}".strip()
        if act in ("type", "paste"):
            kind = "person" if act == "type" else "pasted"
            owner.setdefault(sentence, kind)
            pasted = [Pasted(sentence, "a leaflet")] if act == "paste" else []
            actions.save_text(desk.actor, variant.id, longer, base=head.number, pasted=pasted)
        elif act in ("take", "translate"):
            into = "nl" if act == "translate" else variant.language
            text = sentence if act == "translate" else longer
            owner.setdefault(sentence, "model")
            made = _waiting(variant, text, into)
            actions.take_suggestion(desk.actor, made.id)
            if act == "translate":
                # What a model put over is the model's, whatever it says.
                owner[sentence] = "model"
        elif act == "restore":
            actions.restore(desk.actor, variant.id, 1 + number % head.number)
        else:
            with suppress(Invalid):
                made = actions.adapt(desk.actor, variant.id, Wish("shorter"))
                actions.take_suggestion(desk.actor, made.id)
        head = desk.again(variant).head
        assert head is not None
        assert text_of(head.written) == head.text
        parts = shares(head.written)
        assert parts.people + parts.model + parts.pasted + parts.template == 100
        assert (head.people_share, head.model_share) == (parts.people, parts.model)
        for passage in head.written:
            if passage.origin.kind == "person":
                typed = [one for one, who in owner.items() if who == "person"]
                assert all(any(word in one for one in typed) for word in passage.text.split()), (
                    passage,
                    owner,
                )


def _waiting(variant: Variant, text: str, language: str) -> Suggestion:
    return Suggestion.objects.create(
        variant=variant,
        provider="Ours",
        model="small",
        text=text,
        state="open",
        language=language,
        from_language="en" if language != "en" else "",
        asked_at=clock.now(),
        at=clock.now(),
    )
