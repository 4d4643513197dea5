"""Days by their place in a month, dollars of several lands, degrees below nought, and halves."""

import pytest

from aboveboard.text.quantities import quantities


@pytest.mark.parametrize(
    ("lang", "said", "value"),
    [
        ("en", "on the last Saturday of May 2026", "2026-05-30"),
        ("en", "the first day of June", "--06-01"),
        ("en", "by the last day of February 2028", "2028-02-29"),
        ("nl", "de eerste maandag van maart 2026", "2026-03-02"),
        ("nl", "op de eerste dag van mei", "--05-01"),
        ("fr", "le premier lundi de mars 2026", "2026-03-02"),
        ("de", "am zweiten Samstag im Juni 2026", "2026-06-13"),
        ("hu", "2026 májusának utolsó szombatján", "2026-05-30"),
        ("hu", "május első napján", "--05-01"),
    ],
)
def test_a_day_by_its_place(lang: str, said: str, value: str) -> None:
    (one,) = quantities(said, lang)
    assert (one.kind, one.value) == ("date", value)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "the first Monday of March"),
        ("en", "every last Saturday in May"),
        ("nl", "de laatste dag van februari"),
        ("de", "am ersten Samstag nach Mai 2026"),
    ],
)
def test_days_without_a_year_stay_as_they_are(lang: str, said: str) -> None:
    assert all(q.value.count("-") < 4 for q in quantities(said, lang))


@pytest.mark.parametrize(
    ("lang", "said", "value", "unit"),
    [
        ("en", "eleven Canadian dollars", "11", "CAD"),
        ("en", "CA$11", "11", "CAD"),
        ("en", "NZ$215 a night", "215", "NZD"),
        ("fr", "onze dollars canadiens", "11", "CAD"),
        ("de", "elf kanadische Dollar", "11", "CAD"),
        ("en", "18.5 acres", "74866843814.4", "mm2"),
        ("en", "minus four degrees", "-4", "°C"),
        ("de", "minus vier Grad", "-4", "°C"),
        ("nl", "min vier graden", "-4", "°C"),
        ("fr", "six hectares et demi", "65000000000", "mm2"),
        ("en", "two hours and a half", "9000", "s"),
        ("hu", "tizennégy évesig", "168", "month"),
        ("fr", "deux heures avant la représentation", "7200", "s"),
        ("nl", "tot twee uur voor de les", "7200", "s"),
        ("fr", "au moins 60 °C", "60", "°C"),
        ("en", "min 28 °C", "28", "°C"),
        ("en", "from minus 20 to minus 18 °C", "-20", "°C"),
        ("en", "200 g and a half lemon", "200", "g"),
        ("en", "25 CAD", "25", "CAD"),
        ("nl", "zaterdag vanaf 10 uur voor de kinderen", "6", ""),
    ],
)
def test_figures(lang: str, said: str, value: str, unit: str) -> None:
    one = quantities(said, lang)[0]
    assert (one.value, one.unit) == (value, unit)


def test_bare_dollars_are_whose_the_brand_says() -> None:
    (one,) = quantities("five dollars", "en")
    assert {reading.unit for reading in one.readings} == {"USD", "CAD", "AUD", "NZD"}
