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


REST = {
    "en": "Six candles are still waiting on the shelf by the till.",
    "nl": "Zes kaarsen wachten nog op de plank naast de kassa.",
    "fr": "Six bougies attendent encore sur l'étagère.",
    "de": "Sechs Kerzen stehen noch im Regal.",
    "hu": "Hat gyertya árválkodik még a polcon.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_count_that_is_the_rest_is_held_against_the_stock(language: str) -> None:
    assert found(REST[language], language, stock=90)
    assert not found(REST[language], language, stock=6)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three colleagues still stand behind the counter."),
        ("nl", "Het bankje heeft drie lades achteraan."),
        ("fr", "Trois collègues sont encore derrière le comptoir."),
        ("de", "Die Bank hat drei Schubladen hinten."),
        ("hu", "Három kolléga áll még a pultban."),
    ],
)
def test_what_is_not_for_sale_is_no_rest(language: str, text: str) -> None:
    assert not found(text, language, stock=90)


# From, to, and a council that says the first stays.
RISES = {
    "en": ("Until Easter the permit is £60, after that £75.", "The permit stays at £60 in 2027"),
    "nl": ("De kaart gaat van 60 naar 75 euro op 1 maart.", "De kaart blijft 60 euro in 2027"),
    "fr": ("La carte passe de 60 à 75 euros le 1er mars.", "La carte reste à 60 euros en 2027"),
    "de": ("Ab 1. März kostet die Karte 75 statt 60 Euro.", "Preisliste 2027: Karte 60 Euro"),
    "hu": ("Húsvétig 6000 forint a bérlet, utána 7500 forint.", "2027: a bérlet 6000 forint"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rise_is_held_against_the_prices_on_file(language: str) -> None:
    text, entry = RISES[language]
    (remark,) = found(text, language, evidence=[entry], deadline=date(2027, 2, 28))
    assert remark.evidence[0].text == entry
    risen = entry.replace("60", "75")
    assert not found(text, language, evidence=[risen], deadline=date(2027, 2, 28))


DEALING = {
    "en": "More than 900 choirs sell their tickets with us.",
    "nl": "Ruim 900 koren verkopen hun kaarten met ons.",
    "fr": "Quelque 900 chorales vendent leurs billets avec nous.",
    "de": "Rund 900 Chöre verkaufen ihre Karten mit uns.",
    "hu": "Vagy 900 kórus árulja velünk a jegyeit.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_organisations_are_counted_like_people(language: str) -> None:
    text = DEALING[language]
    assert found(text, language)
    assert not found(text, language, evidence=["Customer database: 913 choirs"])
    # The year of a price list counts nobody.
    text = text.replace("900", "1240")
    assert found(text, language, evidence=["Sales list, season 2026"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "900 people walked the coast with us on Sunday."),
        ("nl", "900 mensen wandelden zondag met ons langs de kust."),
        ("fr", "Deux clients nous ont apporté des croissants ce matin."),
        ("de", "900 Menschen wanderten am Sonntag mit uns."),
        ("hu", "Két vendég kiflit hozott nekünk ma reggel."),
    ],
)
def test_those_who_walk_along_or_bring_cake_are_no_crowd(language: str, text: str) -> None:
    assert not found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Only two rooms left!” We count how many pages say so for no reason."),
        ("nl", "Vanaf zondag te zien, gratis tot 16 jaar."),
        ("nl", "Zonder abonnement rekenen we het gewone tarief van 48 euro."),
        ("fr", "Un bon pain ne se fait pas en une heure."),
        ("fr", "Aujourd'hui plus que jamais, le jardin demande de l'eau. Graines à 3 €."),
        ("de", "Nächsten Montag hier: warum ein Rabatt kein schlechtes Produkt rettet."),
        ("de", "„Nur noch zwei Zimmer!“ Wir zählen, wie viele Seiten das ohne Grund schreiben."),
        ("hu", "Úgy tűnik, ma nem esik."),
        ("hu", "Csak két dolog kell hozzá: liszt és türelem."),
    ],
)
def test_plain_talk_presses_nobody(language: str, text: str) -> None:
    assert not found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "No dental cover? Responsible looks different."),
        (
            "nl",
            "Wie van zijn kat houdt, heeft ons raamnet al. De rest legt het haar later maar uit.",
        ),
        ("fr", "Pas d'assurance ? Être adulte, c'est autre chose."),
        ("de", "Wer seine Katze liebt, hat unser Netz längst."),
        ("hu", "Nem kell? Majd elmagyarázza neki tíz év múlva."),
    ],
)
def test_whoever_declines_is_not_told_what_they_are(language: str, text: str) -> None:
    assert found(text, language)
