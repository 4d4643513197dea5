"""Through every face that there is: no post with a model's words or picture without its label.

A face is a function that brings a text in as whoever uses that face can and gives its variant; a
further one is a line in FACES. What reaches a person for approval, what the database lets be
approved and what a delivery carries are then held to the record, not to what the face says.
"""

import inspect
import io
import json
import tempfile
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any, get_args

import pytest
from click.testing import CliRunner
from django.conf import settings as studio
from django.db import DatabaseError, connection, transaction
from django.test import Client, override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from aboveboard.brand import actions as brands
from aboveboard.brand.rules import LANGUAGES, Policy
from aboveboard.create import actions as create
from aboveboard.create.models import Asset, Suggestion, Variant
from aboveboard.create.words.origins import WORKS, Shares
from aboveboard.disclose.content import Content
from aboveboard.disclose.queries import content
from aboveboard.disclose.rules import LabelKind, label_for
from aboveboard.faces.cli.main import cli
from aboveboard.faces.mcp import server
from aboveboard.kernel import clock
from aboveboard.kernel.digest import canonical, sha256
from aboveboard.kernel.errors import Invalid
from aboveboard.kernel.ids import new_id
from aboveboard.people.actions import make_token
from aboveboard.review import actions as review
from aboveboard.review.models import Approval, Round
from tests.desk import Desk, open_desk

pytestmark = pytest.mark.django_db

GENERATED = "The wind dries the salt, and the tide brings the next of it."
AI_WORDS = {"en": "AI", "nl": "AI", "fr": "IA", "de": "KI", "hu": "MI"}
Face = Callable[[Desk, str, str], Variant]


@pytest.fixture
def desk(db: None) -> Desk:
    return open_desk()


def _newest() -> Variant:
    return Variant.objects.latest("created_at", "id")


def _asked(desk: Desk, language: str, text: str) -> Variant:
    """A variant for which a model has proposed the text."""
    post = desk.post()
    post.language = language
    post.save()
    variant = desk.variant("", post=post)
    Suggestion.objects.create(
        variant=variant,
        provider="Ours",
        model="small",
        text=text,
        state="open",
        asked_at=clock.now(),
        at=clock.now(),
    )
    return variant


def page(desk: Desk, text: str, language: str) -> Variant:
    """A person copies the suggestion, and says by the form that it is all their own typing."""
    variant = _asked(desk, language, text)
    browser = Client()
    browser.force_login(desk.house.owner, "allauth.account.auth_backends.AuthenticationBackend")
    said = {"text": text, "revision": "1", "pasted": "[]", "label": "people", "origin": "person"}
    assert browser.post(f"/texts/{variant.pk}/save", said).status_code == 200
    return variant


def rest(desk: Desk, text: str, language: str) -> Variant:
    """A program sends the post, with fields that say people wrote it."""
    token = make_token(desk.actor, "program")
    body = {
        "brand": str(desk.brand.id),
        "title": "x",
        "language": language,
        "texts": [{"channel": str(desk.site.id), "text": text}],
    }
    headers = {"Authorization": f"Bearer {token}"}
    lied = {**body, "label": {"kind": "people", "text": "", "ai": False}, "origin": "person"}
    for data in (lied, body):
        answer = Client().post(
            "/api/v1/posts", json.dumps(data), content_type="application/json", headers=headers
        )
        if answer.status_code == 201:
            return _newest()
    raise AssertionError(answer.content)


def command(desk: Desk, text: str, language: str) -> Variant:
    """The machine's own command brings a file in whose words a model has proposed here."""
    variant = _asked(desk, language, text)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "posts.csv"
        file.write_text(f'channel,text,at,lang\nSite,"{text}",,{language}\n', encoding="utf-8")
        done = CliRunner().invoke(cli, ["import", str(file), "--brand", desk.brand.name])
    assert done.exit_code == 0, done.output
    # What came in by a file is nobody's; typed over by a person it is the model's again.
    create.save_text(desk.actor, variant.id, text, base=1)
    return variant


def csv(desk: Desk, text: str, language: str) -> Variant:
    """A program's file; one with columns for a label is refused."""
    agent = desk.house.agent()

    def brought(head: str, row: str) -> None:
        data = f"{head}\n{row}\n".encode()
        create.import_rows(agent, desk.brand.id, data, folder=None, name="x.csv")

    with pytest.raises(Invalid, match="label"):
        brought("channel,text,at,lang,label", f'Site,"{text}",,{language},people')
    brought("channel,text,at,lang", f'Site,"{text}",,{language}')
    return _newest()


def agent(desk: Desk, text: str, language: str) -> Variant:
    """An agent proposes the post; its tool knows no field that could say who wrote it."""
    tool = server.propose_post
    assert not {"label", "origin", "ai"} & set(inspect.signature(tool).parameters)
    known = studio.ABOVEBOARD.model_copy(update={"token": make_token(desk.actor, "agent")})
    with override_settings(ABOVEBOARD=known):
        # The tool itself, without what closes the connection that the test stands in.
        inspect.unwrap(tool)(desk.brand.id, {desk.site.id: text}, lang=language)
    return _newest()


def database(desk: Desk, text: str, language: str) -> Variant:
    """Somebody with SQL tries to have approved that people wrote it."""
    variant = _asked(desk, language, text)
    create.take_suggestion(desk.actor, variant.suggestions.get().id)
    body = content(desk.again(variant), desk.brand).model_dump(mode="json")
    body |= {"label": {"kind": "people", "text": "", "ai": False}, "parts": [text]}
    said = canonical(body)
    given_ = Round.objects.create(post=variant.post, number=1, asked_at=clock.now())
    insert = (
        "INSERT INTO review_approval (id, round_id, variant_id, content, digest, by_id, at, "
        "void_reason) VALUES (%s, %s, %s, %s, %s, %s, %s, '')"
    )
    row: list[Any] = [
        new_id(),
        given_.pk,
        variant.pk,
        said,
        sha256(said),
        desk.house.owner.pk,
        clock.now(),
    ]
    with connection.cursor() as cursor, pytest.raises(DatabaseError), transaction.atomic():
        cursor.execute(insert, row)
    return variant


FACES: dict[str, Face] = {
    "page": page,
    "rest": rest,
    "command line": command,
    "csv": csv,
    "agent": agent,
    "database": database,
}


def owed(variant: Variant, desk: Desk) -> Content:
    """What would go out, seen to carry what the record owes."""
    going = content(variant, desk.brand)
    assert going.label.ai
    assert AI_WORDS[going.language] in going.label.text
    assert going.parts[0].endswith(going.label.text) or any(going.native.values())
    return going


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_face_lets_a_models_words_out_unlabelled(
    desk: Desk, face: str, language: str, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    variant = desk.again(FACES[face](desk, GENERATED, language))
    assert variant.head
    assert GENERATED in variant.head.text
    brand = brands.set_policy(desk.actor, desk.brand.id, Policy(label_from=50))
    going = owed(variant, Desk(desk.house, brand))
    assert going.language == language
    (approval,) = review.approve(desk.actor, variant.post_id)
    assert going.label.text in Content.model_validate_json(approval.content).parts[0]


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    kind=st.sampled_from(get_args(LabelKind)),
    text=st.sampled_from(
        ["", "Written by people", "Picture made with AI", "Made without AI", "Made with AI"]
    )
    | st.text(max_size=20),
    ai=st.booleans(),
    native=st.sampled_from([{}, {"made_with_ai": False}, {"made_with_ai": True}]),
    strips=st.booleans(),
)
def test_the_database_refuses_every_weaker_label(
    desk: Desk, *, kind: str, text: str, ai: bool, native: dict[str, bool], strips: bool
) -> None:
    with transaction.atomic():
        variant = desk.again(_taken(desk))
        body = content(variant, desk.brand).model_dump(mode="json")
        body["label"] = {"kind": kind, "text": text, "ai": ai, "opening": ""}
        body["native"] = native
        body["parts"] = [GENERATED] if strips else [f"{GENERATED}\n\n{text}".strip()]
        said = canonical(body)
        given_ = Round.objects.create(post=variant.post, number=1, asked_at=clock.now())
        with pytest.raises(DatabaseError), transaction.atomic():
            Approval.objects.create(
                round=given_,
                variant=variant,
                content=said,
                digest=sha256(said),
                by=desk.house.owner,
                at=clock.now(),
            )


def _taken(desk: Desk) -> Variant:
    variant = _asked(desk, "en", GENERATED)
    create.take_suggestion(desk.actor, variant.suggestions.get().id)
    return variant


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_database_knows_the_words_of_labels(db: None, language: str) -> None:
    with connection.cursor() as cursor:
        for kind, model, media in (
            ("partly", 50, frozenset[str]()),
            ("generated", 100, frozenset[str]()),
            ("picture", 0, frozenset({"generated"})),
        ):
            label = label_for(
                Shares(people=100 - model, model=model), Policy(), language, media_origins=media
            )
            cursor.execute("SELECT review_words(%s, %s)", [kind, language])
            assert cursor.fetchone() == (label.text,)
        for many in range(len(WORKS) + 1):
            for works in combinations(WORKS, many):
                label = label_for(Shares(people=0, model=100), Policy(), language, works=works)
                cursor.execute("SELECT review_words('generated', %s, %s)", [language, [*works]])
                assert cursor.fetchone() == (label.text,)


@pytest.mark.parametrize("claimed", [("proofreading",), ("drafting", "translation"), ()])
def test_the_database_refuses_a_label_that_names_other_work(
    desk: Desk, claimed: tuple[str, ...]
) -> None:
    variant = _asked(desk, "en", GENERATED)
    variant.suggestions.update(works=["drafting"])
    create.take_suggestion(desk.actor, variant.suggestions.get().id)
    going = content(desk.again(variant), desk.brand)
    assert going.label.text == "Made with AI (drafting), approved by a person"
    label = label_for(Shares(people=0, model=100), Policy(), "en", works=claimed)
    body = going.model_copy(
        update={"label": label, "parts": (f"{GENERATED}\n\n{label.text}",)}
    ).canonical
    given_ = Round.objects.create(post=variant.post, number=1, asked_at=clock.now())
    row = {
        "round": given_,
        "variant": variant,
        "by": desk.house.owner,
        "at": clock.now(),
    }
    with pytest.raises(DatabaseError), transaction.atomic():
        Approval.objects.create(content=body, digest=sha256(body), **row)
    Approval.objects.create(content=going.canonical, digest=going.digest, **row)


def test_a_generated_picture_is_said_through_every_door(
    desk: Desk, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    kept = io.BytesIO()
    Image.new("RGB", (40, 30), "#2F4A52").save(kept, "PNG")
    asset = create.add_asset(desk.actor, desk.brand.id, name="x.png", data=kept.getvalue())
    Asset.objects.filter(pk=asset.pk).update(origin="generated")
    variant = desk.variant("By hand.")
    create.set_pictures(desk.actor, variant.id, [(asset.id, "Salt")])
    owed(desk.again(variant), desk)
    (approval,) = review.approve(desk.actor, variant.post_id)
    assert "Picture made with AI" in approval.content


def test_no_command_takes_a_label() -> None:
    for name, command_ in cli.commands.items():
        options = {str(one.name) for one in command_.params}
        assert not {"label", "shares"} & options, name
