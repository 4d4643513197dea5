"""Spelling, grammar, readability, tags and language: sure faults are seen, ordinary posts pass."""

import json
from datetime import date
from importlib.resources import files

import pytest

from aboveboard.brand.rules import LANGUAGES
from aboveboard.check.batch import Text, read
from aboveboard.text.correcting.dictionaries import whole

DAY = date(2026, 11, 25)
CODES = {"spelling", "grammar", "readability", "tag", "language", "sameness", "voice"}
HARD = (
    "The organisation's comprehensive sustainability communication methodology necessitates "
    "interdisciplinary collaboration between international representatives, institutional "
    "stakeholders, administrative authorities, environmental consultancies and certification "
    "professionals, notwithstanding considerable organisational heterogeneity. Consequently, "
    "implementation responsibilities concerning documentation requirements, verification "
    "procedures, accountability mechanisms, participatory consultation opportunities and "
    "supplementary evaluation considerations necessarily accumulate throughout interconnected "
    "departmental infrastructures, irrespective of individual qualification characteristics."
)


def said(text: str, lang: str = "en") -> list[tuple[str, str]]:
    found = read(Text(text=text, lang=lang), today=DAY).findings
    return [(one.code, text[one.start : one.end]) for one in found if one.code in CODES]


@pytest.mark.parametrize(
    ("lang", "text", "code", "words"),
    [
        ("en", "We open on Friday with fresh bred and beutiful cakes.", "spelling", "beutiful"),
        ("en", "Open monday to Friday with a hour for lunch in between.", "grammar", "a"),
        ("nl", "Wij zien elkaar morgne in de winkel op het plein.", "spelling", "morgne"),
        ("de", "Wir haben heute leider geschlosen, bis morgen.", "spelling", "geschlosen"),
        ("fr", "La boutique est ouvertte de neuf heures à midi.", "spelling", "ouvertte"),
        ("en", "Come by! #salt #pans #salt", "tag", "#salt"),
        ("en", "Look at this. #thebestofthenewyear", "tag", "#thebestofthenewyear"),
        ("nl", "De eerste aardbeien. #versvanhetveld #aardbei", "tag", "#versvanhetveld"),
        ("fr", "Le marché ouvre. #producteurslocaux", "tag", "#producteurslocaux"),
        ("de", "Am Stand ab sieben. #frischvomfeld", "tag", "#frischvomfeld"),
        ("hu", "Gyertek szombaton! #jóétvágyat", "tag", "#jóétvágyat"),
        ("nl", "Veertig jaar kapsalon Ria! #40 #kapsalon", "tag", "#40"),
        ("en", "New: 𝗯𝗼𝗹𝗱 letters for all of you", "readability", "𝗯𝗼𝗹𝗱"),
    ],
)
def test_sure_faults_are_seen(lang: str, text: str, code: str, words: str) -> None:
    if code in ("spelling", "tag") and not whole(lang):
        pytest.skip("no whole dictionary on this machine")
    assert (code, words) in said(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The colour of our neighbours' harbour is grey, and we realise it. #WeLikeIt"),
        ("en", "Ask @beutiful_bakery or look at beutiful.example/opne for #beutiful things."),
        ("nl", "Onze pompoenrisotto en het kustpad horen bij elkaar."),
        ("de", "Der Frühjahrskatalog und die Kürbiskernbrötchenaktion sind da. #weihnachtsmarkt"),
        ("hu", "Megjelent a magkatalógusunk a kertészeti szakboltokban. #kertbarát"),
        ("nl", "De koninginnen komen. #imkerij #bijenkastcontrole #voorjaarsschoonmaak"),
        ("en", "We're #1 in the league again, says page 12."),
        ("en", "Book the tour at https:/beutiful.example/opne or www.beutiful,example today."),
        ("en", "“Wie niet waagt, die niet wint”, as the Dutch say, and so we bake on Sunday."),
    ],
)
def test_what_is_right_or_in_doubt_is_left(lang: str, text: str) -> None:
    assert said(text, lang) == []


def test_a_text_in_another_language_is_seen() -> None:
    dutch = "Wij zijn vandaag open van negen tot vijf en er is nog brood voor wie het wil hebben."
    assert ("language", dutch) in said(dutch, "en")
    assert said(dutch, "nl") == []


def test_hard_texts_are_seen_and_short_ones_not_judged() -> None:
    assert [code for code, _ in said(HARD)] == ["readability"]
    assert said(HARD[:300]) == []


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_said_of_ordinary_posts(lang: str) -> None:
    clean = files("aboveboard.check").joinpath(f"sets/built/clean.{lang}.jsonl").read_text("utf-8")
    for line in clean.splitlines():
        assert said(json.loads(line)["text"], lang) == []


@pytest.mark.parametrize(
    "text", ["a" * 20_000, "# " * 9_000, "@" * 20_000, "Word, word and " * 1_300]
)
def test_endless_texts_are_read_all_the_same(text: str) -> None:
    read(Text(text=text, lang="en", history=(text,)), today=DAY)
