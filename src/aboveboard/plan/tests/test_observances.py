"""Days of the calendar of observances against dates that were looked up, and its file's form."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.plan.observances import (
    Observance,
    between,
    easter,
    observances,
    topics,
    usual,
)

BY_KEY = {one.key: one for one in observances()}


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [
        (2024, 3, 31),
        (2025, 4, 20),
        (2026, 4, 5),
        (2027, 3, 28),
        (2028, 4, 16),
        (2029, 4, 1),
        (2030, 4, 21),
        (2038, 4, 25),
        (1818, 3, 22),
    ],
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@given(st.integers(1900, 2200))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    found = easter(year)
    assert found.weekday() == 6
    assert date(year, 3, 22) <= found <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("key", "on"),
    [
        # Mother's Day: Belgium to the US; Hungary; Britain; France, which avoids Pentecost.
        ("mothers-day", "2024-05-12"),
        ("mothers-day", "2026-05-10"),
        ("mothers-day-hungary", "2026-05-03"),
        ("mothering-sunday", "2026-03-15"),
        ("mothering-sunday", "2025-03-30"),
        ("mothers-day-france", "2026-05-31"),
        ("mothers-day-france", "2025-05-25"),
        ("mothers-day-france", "2023-06-04"),
        ("fathers-day", "2026-06-21"),
        ("fathers-day-belgium", "2026-06-14"),
        ("fathers-day-switzerland", "2026-06-07"),
        ("fathers-day-germany", "2026-05-14"),
        ("kings-day", "2026-04-27"),
        ("kings-day", "2025-04-26"),
        ("good-friday", "2026-04-03"),
        ("ascension", "2026-05-14"),
        ("whit-monday", "2026-05-25"),
        ("corpus-christi", "2026-06-04"),
        ("thanksgiving", "2026-11-26"),
        ("black-friday", "2026-11-27"),
        ("black-friday", "2024-11-29"),
        ("giving-tuesday", "2026-12-01"),
        ("advent", "2026-11-29"),
        ("advent", "2023-12-03"),
        ("volkstrauertag", "2026-11-15"),
        ("totensonntag", "2026-11-22"),
        ("remembrance-sunday", "2026-11-08"),
        ("clocks-forward", "2026-03-29"),
        ("clocks-back", "2026-10-25"),
        ("memorial-day", "2026-05-25"),
        ("labor-day-us", "2026-09-07"),
        ("early-may-bank-holiday", "2026-05-04"),
        ("summer-bank-holiday", "2026-08-31"),
        ("small-business-saturday", "2026-12-05"),
        ("martin-luther-king-day", "2026-01-19"),
    ],
)
def test_a_known_date(key: str, on: str) -> None:
    day = date.fromisoformat(on)
    assert BY_KEY[key].on(day.year) == day


def test_every_entry_is_whole() -> None:
    assert len(BY_KEY) >= 80
    for one in observances():
        assert one.source, one.key
        assert all(name.strip() == name and name for name in one.names), one.key
        assert all(topic in topics() for topic in one.topics), one.key
        for year in range(2024, 2045):
            assert (one.on(year) or date.min).year == year, one.key
        if one.quiet:
            assert not one.topics, f"{one.key}: nothing is promoted on a day of remembrance"
    assert all(set(words) == {"en", "nl", "fr", "de", "hu"} for words in topics().values())


def test_a_brand_begins_with_the_days_of_its_country() -> None:
    assert {"kings-day", "water-day"} <= usual("Europe/Amsterdam")
    assert "kings-day" not in usual("Europe/Vienna")
    assert "corpus-christi" in usual("Europe/Vienna")
    assert usual("Asia/Tokyo") == {one.key for one in observances() if not one.countries}


def test_a_span_may_cross_the_year() -> None:
    found = between(observances(), date(2026, 12, 20), date(2027, 1, 3))
    assert [day.observance.key for day in found] == [
        "christmas-eve",
        "christmas",
        "second-christmas-day",
        "new-years-eve",
        "new-year",
    ]


def test_topics_are_met_by_beginnings_and_short_words_whole() -> None:
    tea = BY_KEY["tea-day"]
    assert tea.concern("We pour tea at four.", "en")
    assert not tea.concern("Our team pours.", "en")
    assert BY_KEY["soil-day"].concern("The clay is mended.", "en")
    assert BY_KEY["water-day"].concern("A víz lassan folyik.", "hu")


def test_a_leap_day_comes_in_leap_years_only() -> None:
    own = Observance(key="x", when="02-29", kind="own", names=("Leap",) * 5)
    assert own.on(2028) == date(2028, 2, 29)
    assert own.on(2027) is None
    assert between([own], date(2027, 1, 1), date(2027, 12, 31)) == []
    once = own.model_copy(update={"when": "07-01", "year": 2026})
    assert between([once], date(2025, 1, 1), date(2028, 1, 1)) == between(
        [once], date(2026, 7, 1), date(2026, 7, 1) + timedelta(days=1)
    )
