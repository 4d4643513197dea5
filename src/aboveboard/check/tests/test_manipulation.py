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


DARED = {
    "en": "A good mother checks the tyres. So what's your excuse?",
    "nl": "Een échte kattenvriend geeft geen restjes. Wat zegt dat over jou?",
    "fr": "Un vrai papa met un casque à ses enfants. C'est quoi, votre excuse ?",
    "de": "Wer seine Katze mag, hat die Klappe. Die anderen sollten sich fragen, wieso.",
    "hu": "Egy igazi gazdi nem maradékot ad. És ez mit mond el rólad?",
}
LAST = {
    "en": "No contract with us? Then your call goes to the back of the queue.",
    "nl": "Geen contract bij ons? Dan sluit je achteraan in de rij.",
    "fr": "Pas de contrat chez nous ? Vous passerez après tout le monde.",
    "de": "Kein Vertrag mit uns? Dann stehst du ganz hinten in der Schlange.",
    "hu": "Nincs nálunk szerződésed? Akkor te kerülsz a sor végére.",
}
CEASING = {
    "en": "6 wreaths still on the shelf. We are not making any more this year.",
    "nl": "Nog 6 kransen in de winkel. Nieuwe binden we niet meer.",
    "fr": "Encore 6 couronnes en boutique. Nous n'en ferons pas d'autres.",
    "de": "Noch 6 Kränze stehen im Laden. Neue binden wir nicht mehr.",
    "hu": "Még 6 koszorú van a boltban. Újat idén már nem kötünk.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_those_who_decline_are_neither_dared_nor_put_last(language: str) -> None:
    assert found(DARED[language], language)
    assert found(LAST[language], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_of_what_is_made_no_more_is_held_against_the_stock(language: str) -> None:
    assert found(CEASING[language], language, stock=90)
    assert not found(CEASING[language], language, stock=6)


def test_a_button_that_is_quoted_to_talk_about_it_presses_nobody() -> None:
    assert found("No thanks, I like being poor.", "en")
    assert not found("“No thanks, I like being poor”: I hate that button.", "en")


def test_a_record_may_name_what_is_counted() -> None:
    text = "Some 350 bakeries in Wales do their payroll with us."
    assert found(text, "en")
    assert not found(text, "en", evidence=["1 November 2026: 352 bakeries, all of Wales"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_built_set(language: str) -> None:
    assert f1("manipulation", language) >= 0.95
