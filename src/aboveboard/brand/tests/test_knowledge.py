"""Knowledge comes in, is replaced by its name, and keeps what stands there still."""

import pytest
from tests.desk import Desk, at_once, each_refused, open_desk

from aboveboard.brand import actions, queries
from aboveboard.brand.knowledge import read_upload
from aboveboard.brand.models import Fact, Passage, Source, Upload
from aboveboard.kernel.errors import Invalid

OLD = b"tin,price\nfine salt,6.40 EUR\ncoarse salt,5.20 EUR\n"
NEW = b"tin,price\nfine salt,6.40 EUR\nflakes,9.80 EUR\n"


@pytest.fixture
def desk(db: None) -> Desk:
    return open_desk()


def bring(desk: Desk, data: bytes, name: str = "prices.csv") -> Source:
    return actions.add_source(desk.actor, desk.brand.id, name=name, data=data)


def prices(desk: Desk) -> list[str]:
    return [fact.value for fact in queries.facts(desk.brand.id) if fact.kind == "price"]


def test_a_file_becomes_passages_and_facts_with_their_places(desk: Desk) -> None:
    bring(desk, OLD)
    passages = list(queries.passages(desk.brand.id))
    assert [p.where for p in passages] == ["prices.csv, row 2", "prices.csv, row 3"]
    assert prices(desk) == ["6.4", "5.2"]
    source = queries.sources(desk.brand.id).get()
    assert (source.passage_count, source.fact_count >= 2) == (2, True)  # type: ignore[attr-defined]


def test_the_same_name_again_replaces_it(desk: Desk) -> None:
    first = bring(desk, OLD)
    stamp = queries.knowledge_stamp(desk.brand.id)
    again = bring(desk, NEW)
    assert again.digest != first.digest
    assert Source.objects.count() == 1
    assert prices(desk) == ["6.4", "9.8"]
    assert queries.knowledge_stamp(desk.brand.id) != stamp


def test_what_stands_there_still_keeps_its_row(desk: Desk) -> None:
    """A brief has chosen facts; a new price list must not take them out of it."""
    bring(desk, OLD)
    stays, goes = (Fact.objects.get(kind="price", value=value) for value in ("6.4", "5.2"))
    brief = desk.brief(facts=(stays.id, goes.id))
    bring(desk, b"tin,price\nflakes,9.80 EUR\nfine salt,6.40 EUR\n")
    assert list(brief.facts.all()) == [stays]
    stays.refresh_from_db()
    assert stays.passage.where == "prices.csv, row 3"
    # The same bytes again change nothing at all.
    rows = (
        set(Passage.objects.values_list("pk", flat=True)),
        set(Fact.objects.values_list("pk", flat=True)),
    )
    bring(desk, b"tin,price\nflakes,9.80 EUR\nfine salt,6.40 EUR\n")
    assert rows == (
        set(Passage.objects.values_list("pk", flat=True)),
        set(Fact.objects.values_list("pk", flat=True)),
    )
    bring(desk, b"We rake the salt by hand, always.\n", "other.txt")
    assert list(brief.facts.all()) == [stays]


def test_the_same_row_twice(desk: Desk) -> None:
    twice = b"tin,price\nfine salt,6.40 EUR\nfine salt,6.40 EUR\n"
    bring(desk, twice)
    assert prices(desk) == ["6.4", "6.4"]
    bring(desk, OLD)
    assert prices(desk) == ["6.4", "5.2"]
    bring(desk, twice)
    assert prices(desk) == ["6.4", "6.4"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("prices.pdf", b"%PDF-1.7 broken"),
        ("prices.csv", b""),
        ("prices.csv", b"\x89PNG\r\n\x1a\n"),
        ("prices.exe", b"MZ"),
        ("", b"Salt."),
        (" \0", b"Salt."),
        ("notes.txt", b"x" * 20_000_001),
        ("doc.docx", b"PK\x03\x04broken"),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing(desk: Desk, name: str, data: bytes) -> None:
    bring(desk, OLD, "prices.csv")
    each_refused(Invalid, lambda: bring(desk, data, name))
    assert prices(desk) == ["6.4", "5.2"]


def test_odd_names(desk: Desk) -> None:
    assert bring(desk, OLD, "a\0b.csv").name == "ab.csv"
    long = bring(desk, OLD, "x" * 1_000_000 + ".csv")
    assert (len(long.name), long.name[-4:]) == (200, ".csv")


def test_taking_away(desk: Desk) -> None:
    source = bring(desk, OLD)
    actions.remove_source(desk.actor, source.id)
    assert not Passage.objects.exists()
    assert not Fact.objects.exists()


def test_an_upload_replaces_too(desk: Desk) -> None:
    bring(desk, OLD)
    upload = actions.begin_upload(desk.actor, desk.brand.id, name="prices.csv", data=NEW)
    read_upload(desk.actor, upload.id)
    upload.refresh_from_db()
    assert (upload.state, bytes(upload.data)) == ("done", b"")
    assert prices(desk) == ["6.4", "9.8"]
    # Done again it does nothing; stopped before, it changes nothing.
    read_upload(desk.actor, upload.id)
    stopped = actions.begin_upload(desk.actor, desk.brand.id, name="prices.csv", data=OLD)
    actions.stop_upload(desk.actor, stopped.id)
    read_upload(desk.actor, stopped.id)
    broken = actions.begin_upload(desk.actor, desk.brand.id, name="x.pdf", data=b"%PDF-")
    read_upload(desk.actor, broken.id)
    broken.refresh_from_db()
    assert (broken.state, bool(broken.why)) == ("failed", True)
    assert prices(desk) == ["6.4", "9.8"]
    assert Upload.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_one_name_by_two_at_once() -> None:
    desk = open_desk()
    assert at_once(*[lambda: bring(desk, OLD)] * 3) == ["done"] * 3
    assert Source.objects.count() == 1
    assert prices(desk) == ["6.4", "5.2"]
