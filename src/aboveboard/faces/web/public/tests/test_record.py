"""The record says what the rows say, names nobody, and speaks five languages."""

from datetime import UTC, datetime, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import transaction
from django.test import Client

from aboveboard.brand.models import PolicyVersion
from aboveboard.brand.rules import Allowance, Policy, Task
from aboveboard.create.models import Call
from aboveboard.disclose.rules import in_record
from aboveboard.faces.web.public.record_pages import HEIGHT, bars
from aboveboard.faces.web.public.tests.conftest import Get, one
from aboveboard.kernel import clock
from aboveboard.kernel.digest import digest
from aboveboard.ledger import actions as ledger
from aboveboard.ledger.queries import State
from aboveboard.measure.tests.making import Place, make_asset, make_channel, make_sent
from aboveboard.people.models import Membership
from aboveboard.publish import record

pytestmark = [pytest.mark.django_db, pytest.mark.urls("aboveboard.faces.web.public.urls")]

PEOPLE = [("Salt takes time, and so do we.", "person")]
HELPED = [("Salt takes time, and so do we all of us here.", "person"), ("Yes.", "model")]
PARTLY = [("Salt takes time. ", "person"), ("So do we, and so does the sea.", "model")]
MADE = [("Salt takes time.", "model")]
FILLED = [("Open from 9 to 5.", "template")]


def at(day: int, month: int = 10, hour: int = 9) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def test_counts_and_months_come_from_what_went_out(place: Place) -> None:
    other = make_channel(place.brand, "mastodon")
    for words, moment in (
        (PEOPLE, at(1)),
        (PEOPLE, at(2)),
        (HELPED, at(3)),
        (PARTLY, at(5, 11)),
        (MADE, at(6, 11)),
        (FILLED, at(7, 11)),
    ):
        make_sent(place, words, sent_at=moment)
    # In Amsterdam this is the first of November already.
    make_sent(place, PEOPLE, sent_at=at(31, 10, 23) + timedelta(minutes=30), channel=other)
    found = record.figures(place.brand, at(20, 1).replace(year=2027))
    assert (found.posts, found.approved, found.channels) == (7, 7, 2)
    assert (found.people, found.model, found.said, found.template) == (3, 3, 2, 1)
    assert [(m.first.month, m.people, m.model, m.template) for m in found.months] == [
        (10, 2, 1, 0),
        (11, 1, 2, 1),
        (12, 0, 0, 0),
        (1, 0, 0, 0),
    ]


def test_twelve_months_at_most_are_drawn(place: Place) -> None:
    make_sent(place, sent_at=at(1).replace(year=2024))
    make_sent(place, sent_at=at(1))
    months = record.figures(place.brand, at(20, 11)).months
    assert len(months) == 12
    assert (months[0].first.isoformat(), months[-1].first.isoformat()) == (
        "2025-12-01",
        "2026-11-01",
    )


def test_bars_stand_on_each_other_to_the_full_height(place: Place) -> None:
    for words in (PEOPLE, PEOPLE, PARTLY, FILLED):
        make_sent(place, words, sent_at=at(1))
    make_sent(place, PEOPLE, sent_at=at(1, 11))
    drawn = bars(record.figures(place.brand, at(20, 11)), "en")
    first = drawn[0]
    assert first.people + first.model + first.template == pytest.approx(HEIGHT)
    assert first.top == pytest.approx(HEIGHT / 2)
    assert first.model_top == pytest.approx(first.top - first.model)
    assert first.template_top == pytest.approx(0)
    assert [bar.name for bar in drawn] == ["Oct", "Nov"]


def test_the_page_shows_each_post_with_its_makers_label_and_approval(
    place: Place, get: Get
) -> None:
    make_sent(place, PARTLY, title="Tins", sent_at=clock.now() - timedelta(hours=2))
    make_sent(
        place,
        "Flockensalz.",
        title="Flocken",
        language="de",
        channel=make_channel(place.brand, "bluesky", name="Sky"),
    )
    page = get(f"/record/{place.brand.slug}/")
    rows = page.select("table.posts tbody tr")
    assert [one(row, ".title").get_text() for row in rows] == ["Flocken", "Tins"]
    first, second = rows
    assert one(first, "[lang=de].title, .title [lang=de]") is not None
    assert "Written by people" in first.get_text()
    assert one(first, ".net svg")["aria-label"] == "Sky"
    assert one(second, ".meter")["aria-label"] == "people 38 %, model 62 %"
    assert "Partly made with AI" in second.get_text()
    assert "By a person" in second.get_text()
    assert "2 of 2" in page.get_text()
    german = get(f"/record/{place.brand.slug}/?lang=de")
    assert "Teilweise mit KI erstellt" in german.get_text()
    address = str(one(second, ".title a")["href"]).replace("lang=en", "lang=de")
    assert one(get(address), ".lead").get_text() == "Teilweise mit KI erstellt"


def test_what_is_said_first_is_true_of_this_brand(place: Place, get: Get) -> None:
    """A brand that lets machines help says that none did, until one does."""
    make_sent(place, PEOPLE)
    page = get(f"/record/{place.brand.slug}/")
    assert "so far it has helped with no post" in one(page, ".lead").get_text()
    assert one(page, ".three p").get_text().startswith("post since ")
    make_sent(place, PARTLY)
    page = get(f"/record/{place.brand.slug}/")
    assert one(page, ".lead").get_text().startswith("A machine sometimes helps us")
    assert one(page, ".three p").get_text().startswith("posts since ")


def test_no_name_of_a_person_is_in_the_record(place: Place, client: Client) -> None:
    delivery = make_sent(place)
    slug = place.brand.slug
    for path in (f"/record/{slug}/", f"/record/{slug}/{delivery.pk}", f"/s/{slug}/feed.json"):
        text = client.get(path).content.decode()
        assert "Marit" not in text
        assert str(place.owner.pk) not in text
        assert place.owner.email not in text


def test_one_posts_record_tells_hash_role_shares_and_entries(place: Place, get: Get) -> None:
    delivery = make_sent(place, PARTLY, title="Tins")
    with transaction.atomic():
        for kind, subject in (
            ("variant.approved", delivery.variant_id),
            ("delivery.sent", delivery.pk),
            ("brand.changed", place.brand.pk),
        ):
            ledger.append(
                place.workspace.pk,
                kind,
                actor_kind="person",
                actor_id=place.owner.pk,
                subject_kind=kind.split(".")[0],
                subject_id=subject,
                digests={"content": delivery.digest},
            )
    page = get(f"/record/{place.brand.slug}/{delivery.pk}")
    text = page.get_text()
    assert delivery.digest in text.replace(" ", "")
    assert "as an owner" in text
    assert "62 % model" in text
    assert "Partly made with AI, approved by a person" in text
    rows = [row.get_text(" ") for row in page.select("tbody tr")]
    assert len(rows) == 2
    assert "Exactly this was approved" in rows[0]
    Membership.objects.filter(user=place.owner).delete()
    assert "not with us any more" in get(f"/record/{place.brand.slug}/{delivery.pk}").get_text()


def test_the_rules_stand_in_words_with_their_earlier_versions(place: Place, get: Get) -> None:
    strict = Policy(ai=dict.fromkeys(Task, Allowance.NEVER), label_from=5, own_work=False)
    values = strict.model_dump(mode="json")
    for days in (3, 2):
        PolicyVersion.objects.create(
            brand=place.brand,
            policy=values,
            digest=digest(values),
            since=clock.now() + timedelta(days=days),
        )
    page = get(f"/record/{place.brand.slug}/")
    rules = page.select_one("dl.rules").get_text(" ")
    assert "people only." in rules
    assert "5 %" in rules
    assert "Never by its author alone." in rules
    assert "No machine writes for us." in page.get_text()
    assert len(page.select("details.earlier h3")) == 1
    assert "a machine may write a draft" in page.select_one("details.earlier").get_text()


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de", "hu"])
def test_it_speaks_five_languages_by_choice(place: Place, get: Get, language: str) -> None:
    delivery = make_sent(place, PARTLY, language=language)
    page = get(f"/record/{place.brand.slug}/?lang={language}")
    assert one(page, "html")["lang"] == language
    assert page.answer["Content-Language"] == language
    assert in_record("partly", language) in page.get_text()
    assert one(page, ".languages [aria-current]")["lang"] == language
    own = get(f"/record/{place.brand.slug}/{delivery.pk}?lang={language}")
    assert in_record("partly", language) in own.get_text()
    assert one(get(f"/record/{place.brand.slug}/?lang=xx"), "html")["lang"] == "en"


def test_an_empty_record_says_so(place: Place, get: Get) -> None:
    page = get(f"/record/{place.brand.slug}/")
    assert "Nothing has gone out yet." in page.get_text()
    assert page.select("table.posts") == []


def test_the_ledgers_head_and_a_ledger_that_does_not_hold(
    place: Place, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    with transaction.atomic():
        entry = ledger.append(
            place.workspace.pk,
            "brand.changed",
            actor_kind="house",
            actor_id=None,
            subject_kind="brand",
            subject_id=place.brand.pk,
        )
    page = get(f"/record/{place.brand.slug}/")
    assert entry.hash in page.select_one(".check.whole").get_text().replace(" ", "")
    assert "aboveboard verify" in page.get_text()
    monkeypatch.setattr(
        "aboveboard.faces.web.public.record_pages.ledger.state",
        lambda workspace: State(1, "0" * 64, False),
    )
    assert "do not rely on this page" in get(f"/record/{place.brand.slug}/").get_text()


def test_what_is_not_there_is_missing_in_kind_words(place: Place, get: Get) -> None:
    own = f"/record/{place.brand.slug}/"
    for path in ("/record/nobody/", f"{own}{place.brand.pk}", f"{own}?page=9", f"{own}?page=x"):
        assert "nothing at this address" in get(path, 404).get_text()


def test_a_page_takes_few_queries(
    place: Place, client: Client, django_assert_max_num_queries: object
) -> None:
    for _ in range(25):
        make_sent(place, PARTLY)
    with django_assert_max_num_queries(17):  # type: ignore[operator]
        answer = client.get(f"/record/{place.brand.slug}/")
    assert len(BeautifulSoup(answer.content, "html.parser").select("table.posts tbody tr")) == 25


def days(number: int) -> datetime:
    return clock.now() + timedelta(days=number)


def ai_free(place: Place, since: datetime) -> None:
    never = Policy(ai=dict.fromkeys(Task, Allowance.NEVER)).model_dump(mode="json")
    PolicyVersion.objects.create(brand=place.brand, policy=never, digest=digest(never), since=since)


def test_a_brand_without_ai_says_so_while_the_rows_do(place: Place, get: Get) -> None:
    soon = days(2)
    assert record.without_ai(place.brand) is None
    make_sent(place, MADE, sent_at=days(1))
    ai_free(place, soon)
    make_sent(place, PEOPLE, sent_at=days(3))
    found = record.without_ai(place.brand)
    assert found == record.WithoutAI(soon, 1, True)
    assert "This brand uses no AI." in get(f"/record/{place.brand.slug}/").get_text()
    # What had been written by a model before went out after: then it is not true.
    make_sent(place, PARTLY, sent_at=days(4))
    assert record.without_ai(place.brand) == record.WithoutAI(soon, 2, False)
    assert "This brand uses no AI." not in get(f"/record/{place.brand.slug}/").get_text()


def test_a_brand_whose_model_was_asked_since_does_not_say_so(place: Place) -> None:
    ai_free(place, days(2))
    Call.objects.create(
        workspace_id=place.brand.workspace_id, brand=place.brand, name="x", model="x",
        task="draft", asked_at=days(3),
    )  # fmt: skip
    found = record.without_ai(place.brand)
    assert found
    assert not found.holds


def test_the_ledger_tells_that_a_model_was_asked(place: Place) -> None:
    ai_free(place, days(-2))
    PolicyVersion.objects.filter(brand=place.brand, since__gte=days(-1)).delete()
    assert record.without_ai(place.brand) == record.WithoutAI(
        record.rules_over_time(place.brand)[0].since, 0, True
    )
    with transaction.atomic():
        ledger.append(
            place.workspace.pk,
            "model.called",
            actor_kind="house",
            actor_id=None,
            subject_kind="brand",
            subject_id=place.brand.pk,
        )
    found = record.without_ai(place.brand)
    assert found
    assert not found.holds


def test_a_models_picture_is_no_post_by_people_alone(place: Place) -> None:
    picture = make_asset(place.brand, b"a picture")
    picture.origin = "generated"
    picture.save()
    make_sent(place, PEOPLE, pictures=[(picture, "Salt")])
    found = record.figures(place.brand, clock.now())
    assert (found.people, found.model, found.said) == (0, 1, 1)
