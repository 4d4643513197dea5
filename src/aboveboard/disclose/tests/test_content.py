"""What goes out is one exact value, which Python and PostgreSQL hash alike."""

import hashlib
import json

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import make_asset
from tests.desk import Desk, open_desk

from aboveboard.brand import actions as brand_actions
from aboveboard.brand.rules import LANGUAGES, Policy
from aboveboard.create import actions
from aboveboard.create.models import Asset
from aboveboard.disclose import queries
from aboveboard.disclose.content import Content, Picture
from aboveboard.disclose.rules import Label
from aboveboard.text.cleaning import clean

_text = st.text(max_size=60).map(clean) | st.sampled_from(
    [
        "\t\n",
        "\\",
        '"',
        "\u2028\u2029",
        "👩‍👩‍👧‍👦",
        "שלום",
        "é\u0301",
        "\x7f",
        "\ue000",
        "\U0010fffd",
    ]
)
_contents = st.builds(
    Content,
    variant=_text,
    channel=_text,
    network=_text,
    language=st.sampled_from(LANGUAGES),
    title=_text,
    at=st.sampled_from(["", "2026-05-01T09:00:00+00:00"]),
    parts=st.lists(_text, min_size=1, max_size=4).map(tuple),
    pictures=st.lists(st.builds(Picture, asset=_text, digest=_text, alt=_text), max_size=3).map(
        tuple
    ),
    label=st.builds(Label, kind=st.just("partly"), text=_text, ai=st.booleans()),
    native=st.dictionaries(_text, st.booleans(), max_size=2),
    revision=_text,
)


@pytest.fixture
def desk(db: None) -> Desk:
    return open_desk()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_contents)
def test_the_database_hashes_and_reads_the_same(db: None, content: Content) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT encode(sha256(convert_to(%s, 'UTF8')), 'hex'), %s::jsonb -> 'parts'",
            [content.canonical, content.canonical],
        )
        digest, parts = cursor.fetchone()
    assert digest == content.digest
    assert tuple(json.loads(parts)) == content.parts
    assert Content.model_validate_json(content.canonical) == content
    assert hashlib.sha256(content.canonical.encode()).hexdigest() == digest


@given(_contents, _contents)
def test_unequal_contents_have_unequal_hashes(one: Content, other: Content) -> None:
    assert (one == other) == (one.digest == other.digest)


def test_all_that_matters_changes_the_hash(desk: Desk) -> None:
    variant = desk.variant("The pans are full.")
    picture = make_asset(desk.brand)

    def now() -> str:
        return queries.content(desk.again(variant), desk.brand).digest

    seen = [now()]
    assert now() == seen[0]
    actions.save_text(desk.actor, variant.id, "The pans are full!", base=2)
    seen.append(now())
    actions.set_pictures(desk.actor, variant.id, [(picture.id, "Salt")])
    seen.append(now())
    actions.set_pictures(desk.actor, variant.id, [(picture.id, "A heap of salt")])
    seen.append(now())
    desk.brand.policy = Policy(label_people=True).model_dump(mode="json")
    seen.append(now())
    assert len(set(seen)) == len(seen)


def test_the_label_reaches_the_words(desk: Desk) -> None:
    variant = desk.by_model("The wind dries the salt.\n---\nCome and taste.")
    content = queries.content(variant, desk.brand)
    # The site has no threads: one text, the label at its end.
    assert content.parts == (
        "The wind dries the salt.\n\nCome and taste.\n\nMade with AI, approved by a person",
    )
    assert (content.label.kind, content.label.ai, content.native) == ("generated", True, {})
    social = desk.by_model(
        "The wind dries the salt.\n---\nCome and taste.", channel=desk.channel("bluesky")
    )
    assert queries.content(social, desk.brand).parts == (
        "The wind dries the salt.\n\nMade with AI, approved by a person",
        "Come and taste.",
    )


def test_a_generated_picture_is_named_whatever_the_policy(desk: Desk) -> None:
    brand = brand_actions.set_policy(desk.actor, desk.brand.id, Policy(label_from=50))
    variant = desk.variant("By hand.")
    picture = make_asset(desk.brand)
    Asset.objects.filter(pk=picture.pk).update(origin="generated")
    actions.set_pictures(desk.actor, variant.id, [(picture.id, "Salt")])
    content = queries.content(desk.again(variant), brand)
    assert content.label == Label(kind="people", text="Picture made with AI", ai=True)
    assert content.parts == ("By hand.\n\nPicture made with AI",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_label_speaks_the_posts_language(desk: Desk, language: str) -> None:
    post = desk.post()
    post.language = language
    post.save()
    variant = desk.by_model("Só, sel, zout.", post=post)
    label = queries.label(variant, desk.brand)
    assert label.text in queries.content(variant, desk.brand).parts[0]
    assert {"en": "AI", "nl": "AI", "fr": "IA", "de": "KI", "hu": "MI"}[language] in label.text


def test_an_empty_variant_has_a_content_too(desk: Desk) -> None:
    variant = desk.variant("")
    variant.head = None
    content = queries.content(variant, desk.brand)
    assert (content.parts, content.pictures, content.revision) == (("",), (), "")


def test_the_card_of_a_link_is_a_picture_with_words(desk: Desk) -> None:
    variant = desk.variant("Come: https://salt.example", channel=desk.channel("bluesky"))
    picture = make_asset(desk.brand)
    words = {"title": "Salt & sun", "description": "Raked."}
    actions.set_card(desk.actor, variant.id, **words, picture_id=picture.id)
    made = queries.content(desk.again(variant), desk.brand)
    assert made.card is not None
    assert made.card.model_dump() == {"url": "https://salt.example", **words}
    assert json.loads(made.canonical)["pictures"][0]["link"]["title"] == "Salt & sun"
    assert Content.model_validate_json(made.canonical) == made
    bare = queries.content(desk.again(desk.variant("Come.")), desk.brand)
    assert bare.card is None
