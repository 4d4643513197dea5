"""Groups of people: what is said of them, and the same words rejected or said of oneself."""

from datetime import date

import pytest

from aboveboard.brand.rules import LANGUAGES
from aboveboard.check.batch import Text, read
from aboveboard.check.context import Context
from aboveboard.check.tests.saying import f1

FOLK = {
    "en": ("The Cornish never hurry. They're all like that.", "Cornish family in Truro"),
    "nl": ("De Fries zegt drie woorden per dag. Zo zijn ze allemaal!", "familie, Friezen"),
    "fr": ("Le Breton dit trois mots par jour. Tous pareils !", "famille bretonne"),
    "de": ("Der Ostfriese sagt drei Wörter. So sind sie alle!", "Familie, Ostfriesen"),
    "hu": ("A debreceni három szót mond. Mind ilyen!", "tősgyökeres debreceniek"),
}
SAID = {
    "en": ("Women can't park.", "“Women can't park” is nonsense.", "As a woman I can't park."),
    "nl": (
        "Vrouwen kunnen niet inparkeren.",
        "“Vrouwen kunnen niet inparkeren” is onzin.",
        "Als vrouw kan ik niet inparkeren.",
    ),
    "fr": (
        "Les femmes ne savent pas se garer.",
        "« Les femmes ne savent pas se garer » est un cliché.",
        "Je suis une femme et je ne sais pas me garer.",
    ),
    "de": (
        "Frauen können nicht einparken.",
        "„Frauen können nicht einparken“ ist Unsinn.",
        "Als Frau kann ich nicht einparken.",
    ),
    "hu": (
        "A nők nem tudnak parkolni.",
        "„A nők nem tudnak parkolni” – ez butaság.",
        "Nő vagyok, és nem tudok parkolni.",
    ),
}


def found(text: str, language: str) -> list[str]:
    reading = read(Text(text=text, lang=language), today=date(2026, 12, 1))
    return [text[one.start : one.end] for one in reading.findings if one.code == "stereotype"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_view_is_told_from_its_rejection_and_from_oneself(language: str) -> None:
    said, rejected, own = SAID[language]
    assert len(found(said, language)) == 1
    assert not found(rejected, language)
    assert not found(own, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A chink of light over the dyke at six, then faggots and peas."),
        ("nl", "Een pot thee naast het tuig van het paard."),
        ("fr", "Les Mongols montent à cheval, dit le guide de l'exposition."),
        ("hu", "Oláh Mara képei mellett egy köcsög méz áll."),
    ],
)
def test_a_word_that_is_a_slur_elsewhere_is_let_be(language: str, text: str) -> None:
    assert not found(text, language)


def test_what_is_quoted_counts_when_it_is_called_right() -> None:
    text = "Grandpa said: “Women can't park.”"
    assert not found(text, "en")
    assert found(f"{text} He was right.", "en")


def test_doors_that_are_too_narrow_are_no_fault_of_those_outside() -> None:
    assert not found("Wheelchair users can't enter our shop yet: there are stairs.", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_joke_on_ones_own_people_is_let_be_where_the_file_says_so(language: str) -> None:
    text, own = FOLK[language]
    for entry, fires in ((own, False), ("Profile: Londoners", True)):
        context = Context(evidence=(entry,))
        reading = read(Text(text=text, lang=language, context=context), today=date(2026, 12, 1))
        assert ("stereotype" in [one.code for one in reading.findings]) == fires


def test_what_is_said_of_a_group_may_stand_in_the_next_sentence() -> None:
    assert found("Roma by the gate? Count your bikes.", "en")
    assert not found("Tips for travellers: lock your bags.", "en")
    assert found("A deaf waiter? Sweet, but they can't do the work.", "en")
    assert not found("Belgians? They get free delivery too.", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_built_set(language: str) -> None:
    assert f1("stereotype", language) >= 0.94


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The neighbours are Dutch. Haggling runs in their blood."),
        ("en", "We don't hire anyone over fifty: they sleep by three o'clock."),
        ("en", "“Women and maps, eh?” said my driving instructor. There's some truth in it."),
        ("nl", "Heren, ook jullie kunnen dit kastje in elkaar zetten."),
        ("nl", "Met ploegen uit Oost-Europa betaal je twee keer: eerst het werk, dan het herstel."),
        ("fr", "Pas de fils à papa sur le bateau : ils n'ont jamais tenu un balai."),
        ("fr", "On n'embauche plus personne de plus de cinquante ans."),
        ("de", "Feilschen liegt im türkischen Blut."),
        (
            "de",
            "„Frauen und Landkarten, tja“, sagte mein Fahrlehrer. Da ist schon was Wahres dran.",
        ),
        ("hu", "Ötven fölötti embert nem veszünk fel, délután már alszanak."),
        ("hu", "Uraim, még önöknek is menni fog, csak hat csavar."),
    ],
)
def test_a_trait_by_birth_and_a_saying_called_right_are_found(language: str, text: str) -> None:
    assert found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Women and maps, eh?” said my instructor. Complete rubbish: Ana won the cup."),
        ("en", "Two girls from our U12 saw no ball all autumn. Glasses are on order."),
        ("en", "Cheap tyres from abroad: you pay twice, once for the rubber, once for the tow."),
        ("nl", "Dames en heren, lees even mee: de wachttijd is acht minuten."),
        ("nl", "Drie meisjes van onze ploeg zagen de hele avond geen goal."),
        ("fr", "Mesdames et messieurs, lisez avec nous, ça devient technique."),
        ("fr", "Deux filles de notre équipe n'ont plus vu le ballon de l'automne."),
        ("de", "Jugendliche, die noch nie einen Pinsel gehalten haben, lernen es hier."),
        ("de", "KI-generiertes Bild, mehr nicht."),
        ("hu", "Két lány a csapatunkból egész ősszel nem látott labdát."),
        ("hu", "MI-vel készült kép, semmi több."),
    ],
)
def test_some_of_ones_own_and_an_audience_are_no_group(language: str, text: str) -> None:
    assert not found(text, language)
