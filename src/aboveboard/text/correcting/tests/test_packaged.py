"""The dictionaries that setup brings, for machines that have none."""

import pytest

from aboveboard.text.correcting import dictionaries
from aboveboard.text.correcting.dictionaries import LIST, PACKAGED, dictionary, place, whole
from aboveboard.text.correcting.reading import read
from aboveboard.text.correcting.surely import sure_corrections


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without dictionaries of its own."""
    monkeypatch.setattr(dictionaries, "FOLDERS", (str(PACKAGED),))


def test_each_language_has_one() -> None:
    for lang in ("en", "nl", "fr", "hu"):
        assert whole(lang)
    assert place("de") == LIST
    assert not whole("de")


@pytest.mark.parametrize(
    ("lang", "text", "words", "instead"),
    [
        ("en", "Please bring a seperate bag.", "seperate", "separate"),
        ("nl", "Een interresante lezing over zout.", "interresante", "interessante"),
        ("fr", "Il ne reste deja rien, l’acceuil ferme.", "deja acceuil", "déjà accueil"),
        ("de", "Am nächsten Freitag ist wieder geöfnet.", "geöfnet", "geöffnet"),
        ("hu", "Gyönyörü színek érkeztek.", "Gyönyörü", "Gyönyörű"),
    ],
)
def test_common_slips_are_found(lang: str, text: str, words: str, instead: str) -> None:
    found = sure_corrections(text, lang)
    assert " ".join(one.words for one in found) == words
    assert " ".join(one.instead[0] for one in found) == instead


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("maisons", "st:maison po:nom is:fem is:pl"),
        ("heureuse", "st:heureux po:adj po:nom is:fem is:sg"),
        ("paient", "st:payer po:v is:ipre is:3pl"),
        ("payées", "st:payer po:v is:ppas is:fem is:pl"),
        ("incluse", "st:inclure po:v is:ppas is:fem is:sg"),
        ("sœur", "st:sœur po:nom is:fem"),
        ("rouge", "st:rouge po:nom po:adj is:epi"),
        ("mille", "st:mille po:nb is:epi is:inv"),
    ],
)
def test_the_french_one_tells_what_a_word_is_a_form_of(word: str, told: str) -> None:
    assert told in [one.strip() for one in dictionary(PACKAGED / "fr.dic").analyze(word)]


@pytest.mark.parametrize(
    "word",
    [
        "Straße",
        "größte",
        "geschafft",
        "klingelt",
        "gemahlene",
        "mitgebracht",
        "lächelndes",
        "jedem",
    ],
)
def test_the_german_list_knows_what_it_was_not_given(word: str) -> None:
    assert dictionary(LIST).spell(word)


def test_of_german_only_plain_slips_are_told() -> None:
    """What the list lacks may be right: names, compounds, rare words."""
    text = "Kassenwartin Optometristin Brunnenau vergoren Beizwerkstatt Feinherbes."
    assert sure_corrections(text, "de") == ()
    done = read(f"{text} Wieder geöfnet.", "de", known={"nichts"})
    assert done.missing
    assert [one.words for one in done.corrections if one.kind == "spelling"] == ["geöfnet"]


@pytest.mark.parametrize(
    ("text", "words", "instead"),
    [
        ("Die Werkstat ist zu, die Bezahlunng geht online.", "Bezahlunng", "Bezahlung"),
        ("Unser Rezpet steht auf der Tüte.", "Rezpet", "Rezept"),
        ("Heute gibt es frisches Gemüsse.", "Gemüsse", "Gemüse"),
    ],
)
def test_a_noun_is_told_where_a_common_word_is_meant(text: str, words: str, instead: str) -> None:
    found = {one.words: one.instead[0] for one in sure_corrections(text, "de")}
    assert found.get(words) == instead


def test_names_near_to_common_words_are_let_be() -> None:
    text = "Frau Kress und Herr Maurer backen Krapfen, Hilde Brandl bringt Holler und Parka."
    assert sure_corrections(text, "de") == ()
