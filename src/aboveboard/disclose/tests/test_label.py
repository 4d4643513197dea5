"""The label follows from the record and the policy; no policy weakens it."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.brand.rules import LANGUAGES, Policy
from aboveboard.channels.registry import network
from aboveboard.create.words.origins import Shares
from aboveboard.disclose.content import with_label
from aboveboard.disclose.rules import MOSTLY, Label, in_record, kind_for, label_for
from aboveboard.plan.rules import RELATIONSHIPS

MEDIA = (frozenset[str](), frozenset({"person"}), frozenset({"person", "generated"}))
# What regulators and networks take for a clear statement, by language.
AI_WORDS = {"en": "AI", "nl": "AI", "fr": "IA", "de": "KI", "hu": "MI"}
AD_WORDS = {
    "en": "Advertisement",
    "nl": "Reclame",
    "fr": "Publicité",
    "de": "Werbung",
    "hu": "Hirdetés",
}


def test_the_whole_grid() -> None:
    """Every share, policy, language and picture: labels are there when they are owed."""
    for model, label_from, language, media, people in itertools.product(
        range(101), (1, 20, 50), LANGUAGES, MEDIA, (False, True)
    ):
        policy = Policy(label_from=label_from, label_people=people)
        parts = Shares(people=100 - model, model=model)
        label = label_for(parts, policy, language, media_origins=media)
        generated = "generated" in media
        assert label.ai == (model >= label_from or generated)
        assert not label.ai or AI_WORDS[language] in label.text
        if model >= MOSTLY:
            assert label.kind == "generated"
        elif model >= label_from:
            assert label.kind == "partly"
        elif model:
            assert label.kind == "assisted"
        else:
            assert label.kind == "people"
        if label.kind == "assisted" and not generated:
            assert label.text == ""
        if label.kind == "people" and not generated:
            assert bool(label.text) == people
        assert in_record(label.kind, language)


@given(
    st.integers(50, 100),
    st.integers(-1_000, 1_000),
    st.sampled_from(LANGUAGES),
)
def test_half_a_models_is_always_said(model: int, label_from: int, language: str) -> None:
    policy = Policy.model_construct(label_from=label_from, label_people=False)
    label = label_for(Shares(people=100 - model, model=model), policy, language)
    assert label.ai
    assert label.kind in {"partly", "generated"}
    assert AI_WORDS[language] in label.text


@pytest.mark.parametrize("label_from", [0, -1, 51, 99, 1_000])
def test_a_policy_cannot_be_written_that_hides_more(label_from: int) -> None:
    with pytest.raises(ValueError, match="label_from"):
        Policy(label_from=label_from)
    with pytest.raises(ValueError, match="label_from"):
        Policy.model_validate({"label_from": label_from})


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_in_the_language_of_the_post(language: str) -> None:
    mixed, most = Shares(people=60, model=40), Shares(people=5, model=95)
    generated = frozenset({"generated"})
    texts = {
        label_for(mixed, Policy(), language).text,
        label_for(most, Policy(), language).text,
        label_for(Shares(), Policy(), language, media_origins=generated).text,
        label_for(Shares(), Policy(label_people=True), language).text,
        label_for(mixed, Policy(), language, media_origins=generated).text,
    }
    assert len(texts) == 5
    others = {label_for(mixed, Policy(), other).text for other in LANGUAGES if other != language}
    assert not texts & others
    assert all(0 < len(text) < 120 for text in texts)


def test_templates_and_pastes() -> None:
    assert kind_for(Shares(people=10, template=90), Policy()) == "template"
    assert kind_for(Shares(people=11, template=89), Policy()) == "people"
    assert kind_for(Shares(people=50, pasted=50), Policy()) == "brought"
    assert kind_for(Shares(people=51, pasted=49), Policy()) == "people"
    # Of words that came from elsewhere nobody is told that people wrote them.
    telling = Policy(label_people=True)
    for language in LANGUAGES:
        human = label_for(Shares(), telling, language).text
        for parts in (Shares(people=0, pasted=100), Shares(people=0, pasted=99, model=1)):
            assert human not in label_for(parts, telling, language).text
            assert human not in in_record(kind_for(parts, telling), language)
    # A single word of a model's is in the record, whatever the rest is.
    assert kind_for(Shares(people=0, model=1, template=99), Policy()) == "assisted"
    assert label_for(Shares(people=0, template=100), Policy(), "en").text == ""


def test_equal_policies_have_one_hash() -> None:
    """Sets have no order; their JSON has."""
    given_ = Policy(approvers=frozenset({"owner", "manager", "approver", "client"}))
    assert given_.model_dump(mode="json")["approvers"] == [
        "approver",
        "client",
        "manager",
        "owner",
    ]
    assert Policy.model_validate(given_.model_dump(mode="json")) == given_


def test_where_the_words_stand() -> None:
    label = Label(kind="partly", text="Partly made with AI", ai=True)
    none = Label(kind="people", text="", ai=False)
    parts = ("One.", "Two.")
    assert with_label(parts, label, native=False) == ("One.\n\nPartly made with AI", "Two.")
    assert with_label(("",), label, native=False) == ("Partly made with AI",)
    assert with_label(parts, label, native=True) == parts
    assert with_label(parts, none, native=False) == parts


@pytest.mark.parametrize(
    ("name", "ai", "media", "in_words", "native"),
    [
        ("mastodon", True, True, True, {}),
        ("x", True, False, False, {"made_with_ai": True}),
        ("x", False, False, False, {"made_with_ai": False}),
        ("instagram", True, False, True, {"is_ai_generated": False}),
        ("instagram", True, True, True, {"is_ai_generated": True}),
    ],
)
def test_a_field_for_media_alone_leaves_the_words_their_label(
    name: str, ai: bool, media: bool, in_words: bool, native: dict[str, bool]
) -> None:
    can = network(name).capabilities
    assert can.native(ai=ai, media=media) == native
    label = label_for(Shares(people=0, model=100), Policy(), "en")
    (part,) = with_label(["Words."], label, native=can.says_ai)
    assert part.endswith(label.text) == in_words


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_given_for_a_post_is_said_before_all_else(language: str) -> None:
    said = {
        kind: label_for(Shares(), Policy(), language, relationship=kind).opening
        for kind in RELATIONSHIPS
    }
    assert said.pop("none") == ""
    # An advertisement by its first word, then the very tie, and short enough for every fold.
    assert len(set(said.values())) == len(said) == 4
    assert all(words.startswith(AD_WORDS[language]) for words in said.values())
    assert all(len(AD_WORDS[language]) + 5 < len(words) < 75 for words in said.values())
    label = Label(kind="partly", text="Partly made with AI", ai=True, opening=said["paid"])
    assert with_label(("One.", "Two."), label, native=False) == (
        f"{said['paid']}\nOne.\n\nPartly made with AI",
        "Two.",
    )
    assert with_label(("One.",), label, native=True, native_paid=True) == ("One.",)
    assert with_label(("",), label, native=True) == (said["paid"],)


@pytest.mark.parametrize("name", ["mastodon", "x", "youtube", "tiktok", "instagram_facebook"])
@pytest.mark.parametrize("kind", RELATIONSHIPS)
def test_a_field_for_partners_takes_the_place_of_the_words_for_partners(
    name: str, kind: str
) -> None:
    can = network(name).capabilities
    said = can.native_paid(kind)
    in_field = name != "mastodon" and kind in {"paid", "gifted", "affiliate"}
    assert said == ({can.native_paid_field: True} if in_field else {})
    label = label_for(Shares(), Policy(), "en", relationship=kind)
    (part,) = with_label(["Words."], label, native=True, native_paid=can.says_paid(kind))
    assert (part == "Words.") == (in_field or kind == "none")
