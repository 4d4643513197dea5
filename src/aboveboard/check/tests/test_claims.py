"""Promises and environmental claims: what is said, and whether what is on file supports that."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.brand.rules import LANGUAGES, Severity
from aboveboard.check.batch import Text, read
from aboveboard.check.rules import Remark
from aboveboard.check.support import Claim, speaks_against, support
from aboveboard.check.tests.saying import f1

DAY = date(2026, 11, 25)


def says(code: str, text: str, language: str, context: dict[str, Any]) -> list[Remark]:
    known = Text.model_validate({"text": text, "lang": language, "context": context})
    return [one for one in read(known, today=DAY).findings if one.code == code]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("code", "floor"), [("unsafe_claim", 0.97), ("green_claim", 0.95)])
def test_they_are_right_on_their_sets(code: str, floor: float, language: str) -> None:
    assert f1(code, language) >= floor


@pytest.mark.networks
@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "text", "language"),
    [
        ("unsafe_claim", "We've retired the old app. Users sign in by the browser now.", "en"),
        ("unsafe_claim", "Kater Willi schläft seit Dienstag im Regal mit den Romanen.", "de"),
        ("green_claim", "The sustainability report is online. The tables start on page 3.", "en"),
        ("green_claim", "Unsere Nachhaltigkeitsabteilung zieht in den zweiten Stock.", "de"),
        ("green_claim", "Le rapport de développement durable est en ligne.", "fr"),
        ("green_claim", "Ons duurzaamheidsverslag staat online.", "nl"),
        ("green_claim", "A fenntarthatósági jelentésünk fent van a honlapon.", "hu"),
    ],
)
def test_words_that_promise_elsewhere_are_let_be(code: str, text: str, language: str) -> None:
    assert not says(code, text, language, {})


@pytest.mark.networks
@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "text", "language"),
    [
        ("unsafe_claim", "Retired at 38: our course shows you how, book now.", "en"),
        ("unsafe_claim", "Financial freedom starts here: book the course.", "en"),
        ("unsafe_claim", "Nie wieder Kater: unsere Kapseln, jetzt bestellen.", "de"),
        ("green_claim", "Our bags stand for sustainability.", "en"),
        ("green_claim", "Unsere Taschen stehen für Nachhaltigkeit.", "de"),
    ],
)
def test_and_found_where_they_promise(code: str, text: str, language: str) -> None:
    assert says(code, text, language, {})


def test_an_absolute_promise_blocks_whatever_is_on_file() -> None:
    proof = {"evidence": ["Study: copper bracelet and arthritis, certified"]}
    (found,) = says("unsafe_claim", "Our copper bracelet cures arthritis.", "en", proof)
    assert found.severity is Severity.BLOCK
    assert found.rule.startswith("UCPD")


BOTTLE = "Supplier certificate: bottle body 100 % recycled plastic, cap not included"
COAT = "Certificate: outer fabric 90 % recycled wool; lining and straps not certified"


@pytest.mark.parametrize(
    ("sentence", "language", "entry", "carried"),
    [
        ("Made from 80% recycled plastic.", "en", "Audit: 80 % recycled plastic", True),
        ("Made from 80% recycled plastic.", "en", "Audit: 60 % recycled plastic", False),
        ("Over 80% recycled plastic.", "en", "Audit: 85 % recycled plastic", True),
        ("Aus 80 % recyceltem Plastik.", "de", "Audit: 80 % recycled plastic", True),
        ("Made from 80% recycled plastic.", "en", "Draft audit: 80 % recycled plastic", False),
        ("The bottle body is 100% recycled plastic.", "en", BOTTLE, True),
        ("The bottle is 100% recycled plastic.", "en", BOTTLE, False),
        ("The bottle and its cap are 100% recycled plastic.", "en", BOTTLE, False),
        ("The outer fabric is 90% recycled wool.", "en", COAT, True),
        ("The coat is 90% recycled wool.", "en", COAT, False),
        ("The lining is 90% recycled wool.", "en", COAT, False),
        ("This cream passed ISO 22716.", "en", "Certificate: ISO 22716, toothpaste", False),
        ("This cream passed ISO 22716.", "en", "Zertifikat: Creme, ISO 22716", True),
        ("This cream passed ISO 22716.", "en", "Zertifikat: Creme, ISO 9001", False),
        ("Notre papier porte le FSC C123456.", "fr", "FSC certificate C123456", True),
        ("Notre papier porte le FSC C123456.", "fr", "FSC certificate C654321", False),
    ],
)
def test_what_is_on_file_supports_this_claim(
    sentence: str, language: str, entry: str, carried: bool
) -> None:
    assert bool(support(Claim(sentence, sentence, sentence, language), (entry,), DAY)) is carried


def test_an_entry_that_has_run_out_proves_nothing() -> None:
    assert speaks_against("EN 71 certificate, valid until 2026-11-24", DAY)
    assert not speaks_against("EN 71 certificate, valid until 2026-11-25", DAY)
    assert speaks_against("Kein Gutachten vorhanden", DAY)


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_support_is_one_of_the_entries(sentence: str, entry: str, language: str) -> None:
    assert support(Claim(sentence, sentence, sentence, language), (entry,), DAY) in ("", entry)


@pytest.mark.parametrize(
    ("text", "language", "entries", "flagged"),
    [
        ("Our vest is tested to EN 393-4.", "en", ["EN 393-5 report, vest"], True),
        ("Our vest is tested to EN 393-4.", "en", ["EN 393-4 report, vest"], False),
        ("Our child helmet passed EN 1080.", "en", ["EN 1080 report, adult helmet"], True),
        ("Onze kinderhelm is getest volgens EN 1080.", "nl", ["EN 1080, model Uil"], True),
        ("Unser Sparbrief bringt 2,4 % Zinsen.", "de", ["Aushang: Sparbrief 2,4 %"], False),
        ("Unser Sparbrief bringt 2,4 % Zinsen.", "de", ["Aushang: Sparbrief 1,9 %"], True),
        (
            "Notre lait : 120 mg de calcium, et le calcium contribue à une fonction musculaire "
            "normale.",
            "fr",
            [
                "analyse : 120 mg de calcium",
                "le calcium contribue à une fonction musculaire normale",
            ],
            False,
        ),
        ("Két hét a teánkkal, mínusz négy kiló. Kód: ANNA", "hu", [], True),
        ("Unsere Suppe heilt Kummer und verregnete Montage.", "de", [], False),
        ("Onze druppels smaken naar gras. Laat je pillen er niet voor staan.", "nl", [], False),
        ("Met onze druppels kunnen je pillen rustig de kast in.", "nl", [], True),
        ("Our soap smells of thyme and your back will love the foam.", "en", [], False),
    ],
)
def test_the_very_claim_needs_the_very_proof(
    text: str, language: str, entries: list[str], flagged: bool
) -> None:
    assert bool(says("unsafe_claim", text, language, {"evidence": entries})) is flagged


@pytest.mark.parametrize(
    ("code", "text", "language", "entries", "flagged"),
    [
        # A norm that is named.
        ("unsafe_claim", "Our ski helmet guards your head to EN 1077. £60.", "en", [], True),
        ("unsafe_claim", "Our ski helmet guards your head to EN 1077. £60.", "en",
         ["Certificate EN 1077, ski helmet"], False),
        ("unsafe_claim", "Notre casque suit la norme EN 1077, 60 €.", "fr", ["Facture"], True),
        ("unsafe_claim", "A tanfolyam március 9-én 19 órakor indul, jelentkezz.", "hu", [], False),
        # Belts and trousers, and what is no longer needed.
        ("unsafe_claim", "Onze les: na acht weken een extra gaatje in je riem.", "nl", [], True),
        ("unsafe_claim", "Onze thee: de pillen liggen onaangeroerd in de la.", "nl", [], True),
        ("unsafe_claim", "Our cap fits a size smaller. Order by Easter.", "en", [], False),
        # Nothing can happen.
        ("unsafe_claim", "Bei dieser Behandlung kann nichts schiefgehen.", "de", [], True),
        ("unsafe_claim", "Beim Kuchenbacken kann nichts schiefgehen.", "de", [], False),
        # Denied, and warned of.
        ("unsafe_claim", "An ad swears its tea will melt three kilos. It won't.", "en", [], False),
        ("unsafe_claim", "Le capital investi dans notre fonds peut fondre.", "fr", [], False),
        ("unsafe_claim", "Wer schwanger ist, fragt bitte vorher die Hebamme.", "de", [], False),
        # Figures that are about so much.
        ("unsafe_claim", "Our valve saves you about £50 a year.", "en",
         ["Field trial: valve saves £51 a year"], False),
        ("unsafe_claim", "Our valve saves you about £50 a year.", "en",
         ["Field trial: valve saves £31 a year"], True),
        # A plan is for the same share, published and verified.
        ("green_claim", "Bis 2031 senken wir den CO2-Ausstoß um 40 %.", "de",
         ["Klimafahrplan 2031, -40 %, veröffentlicht, geprüft durch TÜV"], False),
        ("green_claim", "Bis 2031 senken wir den CO2-Ausstoß um 40 %.", "de",
         ["Klimafahrplan 2031, -25 %, veröffentlicht, geprüft durch TÜV"], True),
        ("green_claim", "All four of our vans are electric.", "en",
         ["Log: four of four delivery vans electric"], False),
        ("green_claim", "All four of our vans are electric.", "en",
         ["Log: three of four delivery vans electric"], True),
        # Denied, doubted, or a colour.
        ("green_claim", "Our donation does not undo the flight's emissions.", "en", [], False),
        ("green_claim", "Klimaatneutraal wordt onze koffie daar niet van.", "nl", [], False),
        ("green_claim", "Ze verkopen een eco-trui, wat dat ook betekent.", "nl", [], False),
        ("green_claim", "Noch grüner: unser Nagellack in Moos.", "de", [], False),
        # Nature that does not notice.
        ("green_claim", "Rendelj úgy tőlünk, hogy a bolygó meg se érezze.", "hu", [], True),
        ("green_claim", "Unsere Taschen: die Erde merkt nichts davon.", "de", [], True),
    ],
)  # fmt: skip
def test_classes_of_claims_and_of_what_is_none(
    code: str, text: str, language: str, entries: list[str], flagged: bool
) -> None:
    assert bool(says(code, text, language, {"evidence": entries})) is flagged
