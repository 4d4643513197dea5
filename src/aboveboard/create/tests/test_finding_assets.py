"""Assets are found by words in five languages, by likeness and by their rights, among many."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageEnhance
from tests.builders import make_asset
from tests.desk import Desk

from aboveboard.brand.models import Brand
from aboveboard.create import actions
from aboveboard.create.assets import library
from aboveboard.create.assets.found_by import folded
from aboveboard.create.assets.library import Asked
from aboveboard.create.assets.rights import Rights, state_of
from aboveboard.create.models import Asset
from aboveboard.media.tests.filming import film
from aboveboard.media.tests.scenes import jpeg, scene

pytestmark = pytest.mark.django_db

TODAY = date(2026, 5, 1)


def found(desk: Desk, **asked: object) -> list[str]:
    rows = library.assets(desk.brand.id, Asked(today=TODAY, **asked))  # type: ignore[arg-type]
    return [one.name for one in rows]


# What stands with the picture, and questions that find it: as typed, without marks, by beginnings.
WORDS = {
    "en": ("A raker’s well-worn gloves", ("GLOVES rak", "well worn", "raker")),
    "nl": ("Coöperatie bij de zoutpannen, vóór één uur", ("cooperatie", "COÖP zoutp", "voor een")),
    "fr": ("Crème brûlée à la fleur de sel, le cœur", ("creme brulee", "BRÛLÉE fleur", "coeur")),
    "de": ("Große Körbe voll Käse an der Straße", ("grosse korbe", "GRÖSSE", "strasse kas")),
    "hu": ("Őszi sófőző műhely, tűzhely", ("oszi sofozo", "MŰHELY", "tuzh")),
}


@pytest.mark.parametrize("language", WORDS)
def test_words_find_a_picture(desk: Desk, language: str) -> None:
    _alt, questions = WORDS[language]
    for number, (lang, (other, _asked)) in enumerate(WORDS.items()):
        one = make_asset(desk.brand, alt=other, colour=f"#2F4A{number:02d}")
        Asset.objects.filter(pk=one.pk).update(name=f"{lang}.png")
    for question in questions:
        assert found(desk, words=question) == [f"{language}.png"], question
    assert found(desk, words=f"{questions[0]} submarine") == []


def test_a_picture_is_found_by_all_that_is_said_of_it(desk: Desk) -> None:
    asset = make_asset(desk.brand, alt="")
    make_asset(desk.brand, alt="Another", colour="#ffffff")
    actions.rename_asset(desk.actor, asset.pk, "IMG_2034-final.jpg")
    actions.move_assets(desk.actor, [asset.pk], "Autumn/Évora")
    actions.tag_assets(desk.actor, [asset.pk], add=["open day"])
    told = Rights(holder="Studio Noord", source="https://pictures.example/77", note="cropped left")
    actions.set_rights(desk.actor, [asset.pk], told)
    Asset.objects.filter(pk=asset.pk).update(
        recipe={"what": "card", "of": ["zzz"], "texts": {"quote": "Salt takes time"}}
    )
    for words in (
        "2034", "final", "evora", "autumn evo", "open day", "noord", "pictures example 77",
        "cropped", "takes time",
    ):  # fmt: skip
        assert found(desk, words=words) == ["IMG_2034-final.jpg"], words
    assert found(desk, words="zzz") == []
    assert found(desk, words="card") == [], "how it was made is no word of it"


@settings(max_examples=60)
@given(st.text(max_size=30))
@example("'\\:*&|!<->")
@example("ŒUVRE ß ẞ Æ ø Ł Đ İ")
@example("a\u0301 \u00a0 b")
def test_the_database_folds_as_the_question_is_folded(text: str) -> None:
    text = text.replace("\0", "").encode("utf-8", "ignore").decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT create_folded(%s)", [text])
        (said,) = cursor.fetchone()
    # Blanks of other scripts and capitals of others than Latin are each one's own affair.
    assert [w for w in said.lower().split() if w.isascii()] == [
        w for w in folded(text).split() if w.isascii()
    ]
    # Whatever is asked, the database takes it.
    assert library.assets(Brand().pk, Asked(today=TODAY, words=text)).count() == 0


def test_alike_and_the_same(desk: Desk) -> None:
    def keep(name: str, picture: Image.Image) -> Asset:
        return actions.add_asset(desk.actor, desk.brand.id, name=name, data=jpeg(picture))

    picture = scene(1, (320, 240))
    first = keep("first", picture)
    keep("smaller", picture.resize((160, 120)))
    keep("brighter", ImageEnhance.Brightness(picture).enhance(1.12))
    for seed in range(2, 8):
        keep(f"other {seed}", scene(seed, (320, 240)))
    keep("plain", Image.new("RGB", (320, 240), "white"))
    same = [one.asset.name for one in library.alike(first) if one.is_same]
    assert sorted(same) == ["brighter", "smaller"]
    (group,) = library.duplicates(desk.brand.id)
    assert [one.name for one in group] == ["first", "smaller", "brighter"]
    assert library.alike(Asset.objects.get(name="plain")) == []


def test_a_video_is_compared_by_a_still(desk: Desk, tmp_path: Path) -> None:
    clip = film(tmp_path / "film.mp4")
    asset = actions.add_asset(desk.actor, desk.brand.id, name="film.mp4", data=clip)
    assert asset.likeness is not None
    assert asset.colours


STATES = {
    "untold": Rights(),
    "free": Rights(licence="CC0"),
    "dated": Rights(until=TODAY + timedelta(days=15)),
    "ending": Rights(licence="One year", until=TODAY + timedelta(days=14)),
    "ended": Rights(until=TODAY - timedelta(days=1), consent="missing"),
    "no_consent": Rights(until=TODAY, consent="missing"),
}


def test_rights_are_asked_as_they_are_told_of_one(desk: Desk) -> None:
    for number, (state, rights) in enumerate(STATES.items()):
        asset = make_asset(desk.brand, colour=f"#0000{number:02d}")
        actions.set_rights(desk.actor, [asset.pk], rights)
        actions.rename_asset(desk.actor, asset.pk, state)
    for state, told in STATES.items():
        assert found(desk, rights=state) == [state]
        is_now = state_of(licence=told.licence, until=told.until, consent=told.consent, today=TODAY)
        assert is_now == state


def test_kinds_and_origins(desk: Desk) -> None:
    made, generated = make_asset(desk.brand), make_asset(desk.brand, colour="#000001")
    Asset.objects.filter(pk=made.pk).update(name="made", recipe={"what": "crop"})
    Asset.objects.filter(pk=generated.pk).update(name="generated", origin="generated")
    assert found(desk, kind="made") == ["made"]
    assert found(desk, kind="generated") == found(desk, origin="generated") == ["generated"]
    assert sorted(found(desk, kind="picture")) == ["generated", "made"]
    assert found(desk, kind="video") == []
    assert found(desk, tag="none") == []


MANY = 100_000


@pytest.fixture
def crowded(desk: Desk) -> Desk:
    """A hundred thousand assets, written by the database itself."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO create_asset (id, brand_id, name, file, digest, mime, width, height, size,
                seconds, alt, origin, credential, recipe, focus, folder, tags, licence, holder,
                source, consent, note, sent_file, sent_digest, likeness, colours, added_at)
            SELECT gen_random_uuid(), %s, 'IMG ' || n || '.jpg', 'assets/' || n, md5(n::text),
                'image/jpeg', 100, 100, 1000, 0,
                (ARRAY['rake','pan','dike','flake','gull','boat'])[n %% 6 + 1] || ' w' || n %% 5000,
                'person', '{}', '{}', '{}', 'Year/' || n %% 50, ARRAY['t' || n %% 40],
                '', '', '', '', '', '', '',
                ('x' || substr(md5(n::text), 1, 16))::bit(64)::bigint & 9223372036854775807,
                decode(md5(n::text) || md5(n::text) || md5(n::text), 'hex'),
                now() - n * interval '1 minute'
            FROM generate_series(1, %s) AS n
            """,
            [desk.brand.id, MANY],
        )
        cursor.execute("ANALYZE create_asset")
    return desk


def test_a_hundred_thousand_are_not_read_one_by_one(crowded: Desk) -> None:
    def plan(**asked: object) -> str:
        rows = library.assets(crowded.brand.id, Asked(today=TODAY, **asked))  # type: ignore[arg-type]
        return rows[:48].explain()

    assert "asset_words" in plan(words="gull w4711")
    assert "asset_newest" in plan()
    assert "asset_newest" in plan(unused=True)
    for asked in ({"words": "gull w4711"}, {}, {"folder": "Year/7"}, {"tag": "t3"}):
        assert "Seq Scan on create_asset" not in plan(**asked)
    found = library.assets(crowded.brand.id, Asked(today=TODAY, words="w4711 IMG"))
    assert found.count() == MANY / 5000
    one = Asset.objects.filter(brand=crowded.brand).order_by("added_at")[0]
    assert library.alike(one, within=0) == []
    assert len(library.alike(one, within=26)) == library.MOST_LIKE
