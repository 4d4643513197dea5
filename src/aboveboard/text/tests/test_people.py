"""People are called by their names, and have the roles that the sources give them."""

import pytest

from aboveboard.text.knowledge import Index, Source
from aboveboard.text.meaning.terms import read
from aboveboard.text.people import misnamed

KNOWN = (
    ("en", "Owner Nell Hargreave, chemist Dr Tunde Bello."),
    ("nl", "Dokter: Mirjam Hoekstra, naaister, sinds 2008."),
    ("fr", "9 moniteurs, dont 4 femmes. Directrice : Hélène Castaing."),
    ("de", "Uhrenwerkstatt, seit 2011 geführt von Annegret Ziegler."),
    ("hu", "2003-ban nyílt, vezetője Somogyvári Klára."),
    ("en", "Founded by Aoife Brannigan and Luca Ferri. Technical director: Kim Lee."),
    ("nl", "Liesbeth Verhelst is brouwmeester, Wout Verhelst is zaakvoerder."),
    ("de", "Gegründet am 1. Oktober 1964 von Heinrich Stolz; Geschäftsführerin: Anja Vogt."),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index([Source(lang, text, lang, lang) for lang, text in KNOWN])


@pytest.mark.parametrize(
    ("lang", "right", "wrong"),
    [
        ("en", "Our chemist is Tunde Bello.", "Our chemist is Nell Hargreave."),
        ("en", "Nell Hargreave has sold blood for years.", "Nell Hargrove has sold it for years."),
        ("nl", "Mirjam Hoekstra is hier de dokter.", "Marijke Hoekstra is hier de dokter."),
        ("fr", "Hélène Castaing dirige la maison.", "Hélène Castel dirige la maison."),
        ("de", "Annegret Ziegler leitet den Betrieb.", "Hannes Ziegler leitet den Betrieb."),
        ("de", "Frau Ziegler und Familie Ziegler leiten ihn.", "Annegret Zögler leitet ihn."),
        ("de", "Klára Somogyvári leitet die Pension.", "Klára Somogyi leitet die Pension."),
        ("hu", "Somogyvári Klárának köszönjük.", "Somogyvári Katának köszönjük."),
        ("en", "Aoife Brannigan and Luca Ferri founded it.", "Kim Lee founded it."),
        ("en", "Luca Ferri's daughter runs the place.", "Luca Ferri is our technical director."),
        ("nl", "Hier is Liesbeth de brouwmeester.", "Hier is Wout de brouwmeester."),
        (
            "de",
            "Fragt nur Anja, denn hier im Haus ist sie seit Jahren Geschäftsführerin.",
            "Fragt nur Heinrich, denn hier im Haus ist er seit Jahren Geschäftsführer.",
        ),
        ("de", "Anja Vogt steht an der Spitze.", "Heinrich Stolz steht an der Spitze."),
    ],
)
def test_names_and_roles(index: Index, lang: str, right: str, wrong: str) -> None:
    [said] = read(right, lang, [])
    assert not list(misnamed(said, index))
    [said] = read(wrong, lang, [])
    [(name, (passage, known), _moved)] = misnamed(said, index)
    assert name.span.text in wrong
    assert known.span.text in passage.source.text


def test_who_is_unknown_is_nobodys_rival(index: Index) -> None:
    for text in ("Ida Lovell leads the walk.", "On Monday Nell Hargreave is at the fair."):
        [said] = read(text, "en", [])
        assert not list(misnamed(said, index))


def test_a_name_at_a_beginning_may_be_a_word() -> None:
    index = Index([Source("1", "Owner: Sunny Park. Chef: Mark Field.", "en", "line 1")])
    [said] = read("Sunny days, run in the Park.", "en", [])
    assert not list(misnamed(said, index))


def test_who_is_named_behind_by_has_the_role() -> None:
    text = "Otterbank Canoe Hire is run by siblings Jude and Nell Carrow."
    index = Index([Source("1", text, "en", "line 1")])
    [said] = read("The hire is run by Nell Carrow.", "en", [])
    assert not list(misnamed(said, index))
