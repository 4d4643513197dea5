"""Ages without their years, numbers joined to their unit, hours of which one tells the other."""

import pytest

from aboveboard.text.quantities import quantities


def told(text: str, lang: str) -> list[tuple[str, str, str]]:
    return [(q.kind, q.value, q.hedge) for q in quantities(text, lang) if q.kind != "weekday"]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("de", "Kinder bis 17 zahlen nichts.", [("duration", "204", "max")]),
        ("de", "Wer höchstens 25 ist, spart.", [("duration", "300", "max")]),
        ("de", "Kinder zwischen zwei und zehn", [("duration", "24", ""), ("duration", "120", "")]),
        ("en", "kids under 12 eat free", [("duration", "144", "max")]),
        ("en", "children aged 4 to 7", [("duration", "48", ""), ("duration", "84", "")]),
        ("en", "a child of eight", [("duration", "96", "")]),
        ("nl", "wie zestien is", [("duration", "192", "")]),
        ("nl", "kinderen tot en met 12", [("duration", "144", "max")]),
        ("en", "people from 14 countries", [("number", "14", "min")]),
        ("de", "Schüler von 14 Schulen", [("number", "14", "")]),
        ("de", "Kinder bis 30 kg", [("measure", "30000", "max")]),
        ("en", "If you buy 3, we pay.", [("number", "3", "")]),
        ("nl", "Koop je 3, dan spaar je.", [("number", "3", "")]),
        ("en", "We give members at least 3 books.", [("number", "3", "min")]),
        ("en", "visitors from 30 to 40 countries", [("number", "30", "min"), ("number", "40", "")]),
        ("de", "Wir lesen alle mindestens 12 Bücher.", [("number", "12", "min")]),
        ("de", "Kinder von 9 bis 12 Uhr", [("time", "09:00", ""), ("time", "12:00", "")]),
    ],
)
def test_people_have_ages(lang: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [one for one in told(text, lang) if one[0] not in ("negation", "name")]
    assert found == expected


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("de", "Zwölfjährige dürfen mit.", "144"),
        ("de", "eine zweijährige Garantie", "24"),
        ("de", "14-Jährige dürfen mit.", "168"),
        ("nl", "een twaalfjarige mag mee", "144"),
        ("nl", "een tweedaagse cursus", "172800"),
        ("hu", "hatéves kortól", "72"),
        ("hu", "egy hétéves gyerek", "84"),
        ("hu", "háromnapos út", "259200"),
    ],
)
def test_a_number_is_joined_to_its_unit(lang: str, text: str, value: str) -> None:
    assert [one[:2] for one in told(text, lang)] == [("duration", value)]


@pytest.mark.parametrize(
    ("lang", "text", "kinds"),
    [
        ("hu", "százhetven forint", ["price"]),
        ("hu", "százhetvenöt vendég", ["number"]),
        ("hu", "Vigyél tízórait!", []),
        ("hu", "minden héten", []),
        ("nl", "de Vierdaagse", ["name"]),
    ],
)
def test_what_only_looks_joined(lang: str, text: str, kinds: list[str]) -> None:
    assert [one[0] for one in told(text, lang)] == kinds


@pytest.mark.parametrize(
    ("text", "value"),
    [("hatezren jöttek", "6000"), ("tizenketten ültek", "12"), ("százan voltak", "100")],
)
def test_hungarian_counts_people_by_an_ending(text: str, value: str) -> None:
    assert [one[:2] for one in told(text, "hu")] == [("number", value)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("hu", "délután kettőig", [["14:00"]]),
        ("hu", "este 8-ig", [["20:00"]]),
        ("hu", "9–19 óra", [["09:00"], ["19:00"]]),
        ("de", "9 bis 23 Uhr", [["09:00"], ["23:00"]]),
        ("nl", "van 9 tot 17 uur", [["09:00"], ["17:00"]]),
        ("nl", "van acht tot tien uur 's avonds", [["08:00", "20:00"], ["22:00"]]),
    ],
)
def test_an_hour_past_noon_tells_the_one_before(
    lang: str, text: str, expected: list[list[str]]
) -> None:
    assert [[one.value for one in q.readings] for q in quantities(text, lang)] == expected


def test_bare_hours_past_noon_are_read_alike() -> None:
    hours = [q for q in quantities("Mo-Fr 10-23, Sa 9-17", "de") if q.kind == "number"]
    timed = [[one.value for one in q.readings if one.kind == "time"] for q in hours]
    assert timed == [["10:00"], ["23:00"], ["09:00"], ["17:00"]]
