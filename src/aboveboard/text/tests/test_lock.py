"""The fact lock: a model may say it otherwise, but it may not say something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.languages import LANGUAGES
from aboveboard.text.lock import Break, Lock

BRIEF = (
    "The refill tin of 125 g costs €6.40.",
    "The shop opens on Saturday 5 December 2026 at 10:00.",
    "Marit Veen makes the salt, without additives. See https://brackwater.example/tin.",
)


def broken(output: str, *keep: str, lang: str | None = None) -> list[tuple[str, str]]:
    lock = Lock.of(BRIEF, "en")
    return [(b.kind, b.text) for b in lock.breaks(output, must_keep=keep, lang=lang)]


@pytest.mark.parametrize(
    ("lang", "output"),
    [
        ("en", "Come on Saturday at ten: the tin is 6.40 euros."),
        ("en", "125 grams of salt for EUR 6.40, made by Marit. No additives in it."),
        ("en", "From 5 December. More: brackwater.example/tin"),
        ("nl", "Zaterdag 5 december om tien uur: het blik van 0,125 kg voor € 6,40."),
        ("fr", "Samedi 5 décembre à 10 h : la boîte de 125 g à 6,40 €."),
        ("de", "Am Samstag, 5. Dezember um zehn Uhr: 125 Gramm für 6,40 Euro, ohne Zusätze."),
        ("hu", "Szombaton, december 5-én 10 órakor: 125 grammos doboz 6,40 euróért."),
    ],
)
def test_other_words_for_the_same_facts(lang: str, output: str) -> None:
    assert broken(output, lang=lang) == []


@pytest.mark.parametrize(
    ("lang", "output", "expected"),
    [
        ("en", "The tin costs €6.90.", ("altered", "€6.90")),
        ("en", "The tin holds 152 g.", ("altered", "152 g")),
        ("en", "Loved by 2,000 cooks.", ("added", "2,000")),
        ("en", "Over 90 % natural.", ("added", "90 %")),
        ("en", "It opens at 11:00.", ("altered", "11:00")),
        ("en", "It opens on Sunday.", ("altered", "Sunday")),
        ("en", "The salt is made by Anna Smit.", ("added", "Anna Smit")),
        ("en", "See https://other.example.", ("altered", "https://other.example")),
        ("en", "Ask @brackwater.", ("added", "@brackwater")),
        ("en", "Marit Veen makes the salt with additives.",
         ("altered", "Marit Veen makes the salt with additives.")),
        ("nl", "Het blik kost zes euro.", ("altered", "zes euro")),
        ("de", "Die Dose kostet 6,04 Euro.", ("altered", "6,04 Euro")),
        ("fr", "La boîte de 250 g.", ("altered", "250 g")),
        ("hu", "December 6-án nyitunk.", ("altered", "December 6-án")),
    ],
)  # fmt: skip
def test_what_is_added_or_altered(lang: str, output: str, expected: tuple[str, str]) -> None:
    assert expected in broken(output, lang=lang)


@pytest.mark.parametrize(
    ("lang", "source", "spoken", "output", "is_right"),
    [
        ("en", "The soap is made without palm oil.", "en", "It holds palm oil.", False),
        ("en", "The soap is made without palm oil.", "en", "Palm oil? There is none in it.", True),
        ("hu", "A lekvár tartósítószer nélkül készül.", "hu", "Tartósítószer is van benne.", False),
        ("de", "Hunde sind nicht erlaubt.", "en", "Dogs are welcome.", False),
        ("de", "Hunde sind nicht erlaubt.", "nl", "Honden zijn verboden.", True),
        ("nl", "De toegang kost niets.", "en", "Entry is free.", True),
        ("en", "The pool is closed on Monday.", "en", "The pool is not open on Monday.", True),
        ("fr", "Le cours coûte 120 francs par personne.", "fr", "120 francs par personne.", True),
        ("fr", "Les chiens sont interdits au café.", "fr", "Les chiens ne sont pas admis.", True),
    ],
)  # fmt: skip
def test_a_denial_may_be_said_otherwise_but_not_be_lost(
    lang: str, source: str, spoken: str, output: str, is_right: bool
) -> None:
    assert (Lock.of([source], lang).breaks(output, lang=spoken) == []) is is_right


@pytest.mark.parametrize(
    ("lang", "source", "spoken", "output"),
    [
        ("hu", "Hétfőn zárva tartunk.", "hu", "Hétfőnként zárva vagyunk."),
        ("hu", "Október elsején indul.", "hu", "Indul október 1-jén."),
        ("hu", "Március huszonharmadikától.", "en", "From 23 March."),
        ("en", "Closed Mon and Tue.", "en", "Closed on Mondays and Tuesdays."),
        ("fr", "L'atelier dure 2 h 30.", "en", "It lasts two and a half hours."),
        ("fr", "Le pain coûte 4,50 €.", "fr", "Quatre euros cinquante la miche."),
        ("fr", "15 000 livres.", "hu", "15 ezer könyv."),
        ("fr", "Tél. +33 4 65 71 22 18.", "fr", "Appelez le 04.65.71.22.18."),
    ],
)
def test_the_same_in_another_form(lang: str, source: str, spoken: str, output: str) -> None:
    assert Lock.of([source], lang).breaks(output, lang=spoken) == []


def test_what_must_stay() -> None:
    output = "Saturday, six euros forty… no: 6.40 euros, says Marit Veen."
    assert broken(output, "€6.40", "Marit Veen") == []
    kept = ("€6.40", "125 g", "10:00", "Marit Veen", "bring a jar")
    assert broken("Come on Saturday. Bring a jar.", *kept) == [
        ("dropped", "€6.40"),
        ("dropped", "125 g"),
        ("dropped", "10:00"),
        ("dropped", "Marit Veen"),
    ]
    assert broken("Come by.", "bring a jar") == [("dropped", "bring a jar")]


def test_breaks_say_where_and_why() -> None:
    (found,) = Lock.of(BRIEF, "en").breaks("Just €7 a tin.")
    assert isinstance(found, Break)
    assert found.span is not None
    assert (found.span.start, found.span.end) == (5, 7)
    assert found.why == "“€7” is not what the sources say: “€6.40”."


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_sources_never_break_their_own_lock(text: str, lang: str) -> None:
    breaks = Lock.of([text], lang).breaks(text, must_keep=[text])
    assert [b for b in breaks if b.kind == "dropped"] == []
    assert [b for b in breaks if b.span and b.text != b.span.text] == []


@given(st.text(), st.text(), st.sampled_from(LANGUAGES))
def test_any_output_is_judged(source: str, output: str, lang: str) -> None:
    for found in Lock.of([source], lang).breaks(output):
        assert found.span is not None
        assert output[found.span.start : found.span.end] == found.span.text
