"""Pressure, in pairs that differ in one thing: what is on file, or one word."""

from datetime import date, timedelta

import pytest

from aboveboard.brand.rules import LANGUAGES
from aboveboard.check.batch import Text, read
from aboveboard.check.context import Context
from aboveboard.check.rules import Remark
from aboveboard.check.tests.saying import f1

TUESDAY = date(2026, 12, 1)
FEW = {
    "en": "Only 4 mugs left in the shop.",
    "nl": "Nog maar 4 mokken op voorraad.",
    "fr": "Il ne reste plus que 4 tasses en boutique.",
    "de": "Nur noch 4 Tassen auf Lager.",
    "hu": "Már csak 4 bögre maradt a boltban.",
}
UNTIL = {
    "en": "20% off all mugs until Friday.",
    "nl": "20% korting op alle mokken, tot vrijdag.",
    "fr": "-20 % sur toutes les tasses jusqu'à vendredi.",
    "de": "20 % Rabatt auf alle Tassen bis Freitag.",
    "hu": "20% kedvezmény minden bögrére péntekig.",
}


def found(text: str, language: str, **known: object) -> list[Remark]:
    context = Context.model_validate(known)
    reading = read(Text(text=text, lang=language, context=context), today=TUESDAY)
    return [one for one in reading.findings if one.code == "manipulation"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_left_is_held_against_the_stock(language: str) -> None:
    text = FEW[language]
    (remark,) = found(text, language)
    assert "4" in text[remark.start : remark.end]
    assert remark.evidence[0].source == "stock"
    assert found(text, language, stock=20)
    assert not found(text, language, stock=4)
    assert not found(text, language, stock=2)


def test_an_old_figure_confirms_nothing_and_says_how_old_it_is() -> None:
    text, days = FEW["en"], timedelta(days=1)
    assert not found(text, "en", stock=4, stock_on=TUESDAY - 14 * days)
    (remark,) = found(text, "en", stock=4, stock_on=TUESDAY - 15 * days)
    assert remark.evidence[0].text == "4, entered on 16 November 2026"
    (remark,) = found(text, "en", stock=40, stock_on=TUESDAY)
    assert remark.evidence[0].text == "40, entered on 01 December 2026"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_limit_is_held_against_the_real_end(language: str) -> None:
    text, friday = UNTIL[language], TUESDAY + timedelta(days=3)
    assert found(text, language)
    assert not found(text, language, deadline=friday)
    assert found(text, language, deadline=friday + timedelta(days=1))


def test_a_count_is_held_against_a_record() -> None:
    text = "12,000 happy customers trust us."
    assert found(text, "en")
    assert found(text, "en", evidence=["Order database: 1,200 customers"])
    assert not found(text, "en", evidence=["Order database: 12,146 customers"])


def test_nearly_sold_out_needs_ten_or_fewer() -> None:
    text = "Our boots are nearly sold out! Shop now."
    assert found(text, "en", stock=11)
    assert not found(text, "en", stock=10)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_built_set(language: str) -> None:
    assert f1("manipulation", language) >= 0.95
