"""A card is kept with its chain, in the brand's look, by who may, and never unreadable."""

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.builders import make_workspace
from tests.desk import Desk, each_refused

from aboveboard.brand import actions as brands
from aboveboard.brand.rules import Look
from aboveboard.create import actions
from aboveboard.create.actions.cards import Card
from aboveboard.create.models import Asset
from aboveboard.kernel.errors import Forbidden, Invalid, NotFound
from aboveboard.media.cards.errors import NotDrawn
from aboveboard.media.credentials import inspect
from aboveboard.media.salience import salient
from aboveboard.media.tests.drawing import face, saved
from aboveboard.people.actors import Actor
from aboveboard.people.rules import Role

pytestmark = pytest.mark.django_db

QUOTE = Card("quote", {"quote": "Salt takes time.", "who": "Ilse Maas"})


def photo(desk: Desk, *, origin: str = "person", colour: str = "#C0522A") -> Asset:
    file = io.BytesIO()
    Image.new("RGB", (800, 600), colour).save(file, "JPEG")
    return actions.add_asset(
        desk.actor, desk.brand.id, name="pan.jpg", data=file.getvalue(), origin=origin
    )


def with_look(desk: Desk, **look: Any) -> None:
    brands.change_brand(
        desk.actor, desk.brand.id, name=desk.brand.name, about="", language="en",
        zone=desk.brand.zone, look=Look(**look),
    )  # fmt: skip


def test_a_card_is_kept_in_each_format_signed_and_described(desk: Desk) -> None:
    square, wide = actions.make_card(desk.actor, desk.brand.id, QUOTE, formats=["1:1", "16:9"])
    assert [(one.width, one.height) for one in (square, wide)] == [(1080, 1080), (1920, 1080)]
    assert (square.alt, square.origin) == ("Salt takes time. Ilse Maas.", "person")
    assert square.recipe["what"] == "card"
    told = inspect(Path(square.file.path), square.mime)
    assert (told.state, told.xmp) == ("valid", "digitalCreation")
    again = actions.make_card(desk.actor, desk.brand.id, QUOTE, formats=["1:1"])
    assert again == [square]


def test_a_photo_and_the_logo_stand_in_it_as_its_parts(desk: Desk) -> None:
    logo, pan = photo(desk, colour="#000000"), photo(desk)
    with_look(desk, logo=logo.pk)
    card = Card("announcement", {"headline": "Smoked salt"}, photo=pan.pk)
    (made,) = actions.make_card(desk.actor, desk.brand.id, card, formats=["4:5"])
    assert {*made.parts.all()} == {logo, pan}
    told = inspect(Path(made.file.path), made.mime)
    assert (made.mime, told.xmp, told.ingredients) == ("image/jpeg", "composite", ("pan.jpg",) * 2)
    with Image.open(made.file.path) as seen:
        red, _green, blue = seen.convert("RGB").getpixel((540, 300))  # type: ignore[misc]
    assert red > 150 > blue


def test_a_generated_photo_makes_a_generated_card(desk: Desk) -> None:
    pan = photo(desk, origin="generated")
    card = Card("event", {"headline": "A", "when": "B", "where": "C"}, photo=pan.pk)
    (made,) = actions.make_card(desk.actor, desk.brand.id, card, formats=["1:1"])
    told = inspect(Path(made.file.path), made.mime)
    assert (made.origin, told.xmp) == ("generated", "compositeWithTrainedAlgorithmicMedia")


def test_a_models_words_stay_a_models_on_a_card(desk: Desk) -> None:
    words = "It is raked at dusk by people who know the wind."
    desk.by_model(words)
    card = Card("quote", {"quote": words, "who": "Ilse Maas"})
    (made,) = actions.make_card(desk.actor, desk.brand.id, card, formats=["1:1"])
    assert made.origin == "generated"
    assert made.credential["xmp"] == "compositeWithTrainedAlgorithmicMedia"


def test_a_programs_words_count_as_a_models(desk: Desk) -> None:
    program = Actor("agent", desk.actor.workspace_id, desk.actor.user_id, desk.actor.role, "app")
    (made,) = actions.make_card(program, desk.brand.id, QUOTE, formats=["1:1"])
    assert made.origin == "generated"


def test_a_chart_says_that_it_comes_from_data(desk: Desk) -> None:
    card = Card("chart", {"headline": "Kilos", "numbers": "Mon: 12\nTue: 18", "unit": "kg"})
    (made,) = actions.make_card(desk.actor, desk.brand.id, card, formats=["1:1"])
    assert made.credential["xmp"] == "dataDrivenMedia"
    assert made.alt == "Kilos. Mon: 12\u00a0kg, Tue: 18\u00a0kg."


def test_a_carousel_is_kept_slide_by_slide(desk: Desk) -> None:
    card = Card("carousel", {"headline": "Three", "points": "One\nTwo", "ending": "Come"})
    made = actions.make_card(desk.actor, desk.brand.id, card, formats=["4:5"])
    assert [one.alt for one in made] == ["Three.", "One.", "Two.", "Come."]
    assert [one.name for one in made] == [f"Three {n}, 4:5" for n in (1, 2, 3, 4)]
    card = Card("carousel", {"headline": "A", "points": "a\n" * 30, "ending": "b"})
    with pytest.raises(NotDrawn, match="32 slides"):
        actions.make_card(desk.actor, desk.brand.id, card, formats=["4:5"])


def test_colours_that_cannot_be_read_are_refused_or_give_way(desk: Desk) -> None:
    with_look(desk, colour="#777777", on_colour="#888888", accent="#707070")
    with pytest.raises(NotDrawn, match="contrast"):
        actions.make_card(desk.actor, desk.brand.id, QUOTE, formats=["1:1"])
    assert not Asset.objects.exists()
    card = Card("quote", QUOTE.fields, mends=True)
    (made,) = actions.make_card(desk.actor, desk.brand.id, card, formats=["1:1"])
    assert set(made.recipe["changed"]) == {"ink", "accent"}


def test_what_is_wrong_in_any_format_keeps_nothing(desk: Desk) -> None:
    long = Card("quote", {"quote": "salt and wind " * 60, "who": "Ilse"})
    with pytest.raises(NotDrawn, match="characters too long") as raised:
        actions.make_card(desk.actor, desk.brand.id, long, formats=["9:16", "1.91:1"])
    assert {one.field for one in raised.value.problems} == {"quote"}
    assert not Asset.objects.exists()
    each_refused(
        Invalid,
        lambda: actions.make_card(desk.actor, desk.brand.id, QUOTE, formats=[]),
        lambda: actions.make_card(desk.actor, desk.brand.id, QUOTE, formats=["7:1"]),
        lambda: actions.draw_card(desk.actor, desk.brand.id, Card("quote", {"x": "y"}), "1:1"),
    )


def test_who_may_not_does_not(desk: Desk) -> None:
    viewer = Actor("person", desk.actor.workspace_id, None, Role.viewer, "V")
    with pytest.raises(Forbidden):
        actions.make_card(viewer, desk.brand.id, QUOTE, formats=["1:1"])
    stranger = make_workspace().actor
    pan = photo(desk)
    each_refused(
        NotFound,
        lambda: actions.make_card(stranger, desk.brand.id, QUOTE, formats=["1:1"]),
        lambda: actions.draw_card(stranger, desk.brand.id, QUOTE, "1:1"),
    )
    other = brands.create_brand(desk.actor, name="Another")
    card = Card("event", {"headline": "A", "when": "B", "where": "C"}, photo=pan.pk)
    with pytest.raises(NotFound):
        actions.make_card(desk.actor, other.id, card, formats=["1:1"])


def test_a_designers_template_makes_cards(desk: Desk, tmp_path: Path, settings: Any) -> None:
    settings.ABOVEBOARD = settings.ABOVEBOARD.model_copy(update={"home": tmp_path})
    folder = tmp_path / "cards"
    folder.mkdir()
    (folder / "mine.toml").write_text('title = "Mine"\n[fields.line]\n')
    (folder / "mine.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><rect width="100%" height="100%" '
        'fill="{ground}"/><rect data-text="line" x="8%" y="8%" width="84%" height="84%" '
        'data-colour="{ink}" data-on="{ground}"/></svg>'
    )
    (folder / "bad.svg").write_text("<svg/>")
    found, broken = actions.card_templates()
    assert "mine" in found
    assert [one.name for one in broken] == ["bad.svg"]
    card = Card("mine", {"line": "Árvíztűrő"})
    (made,) = actions.make_card(desk.actor, desk.brand.id, card, formats=["2:3"])
    assert (made.width, made.height) == (1000, 1500)


def test_a_face_at_the_edge_of_a_photo_is_kept(desk: Desk) -> None:
    data = saved(face((1_800, 500), (1_500, 230)), "JPEG")
    wide = actions.add_asset(desk.actor, desk.brand.id, name="wall.jpg", data=data)
    card = Card("announcement", {"headline": "Smoked salt"}, photo=wide.pk)
    (made,) = actions.make_card(desk.actor, desk.brand.id, card, formats=["4:5"])
    wide.refresh_from_db()
    assert wide.focus["by"] == "faces"
    assert salient(Path(made.file.path))["by"] == "faces"
