"""What texts state, in canonical values: the same in every form and language."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.compare import agrees
from aboveboard.text.languages import LANGUAGES
from aboveboard.text.quantities import Quantity, quantities


def only(text: str, lang: str) -> Quantity:
    found = quantities(text, lang)
    assert len(found) == 1, [(q.kind, q.value, q.span.text) for q in found]
    return found[0]


def values(text: str, lang: str, kind: str) -> list[str]:
    return [q.value for q in quantities(text, lang) if q.kind == kind]


@pytest.mark.parametrize(
    ("lang", "text", "kind", "value", "unit"),
    [
        *(("en", f"for {form}", "price", "6.4", "EUR") for form in ("€6.40", "EUR 6.40", "€ 6,40")),
        ("nl", "voor 6,40 euro", "price", "6.4", "EUR"),
        ("nl", "voor € 38,-", "price", "38", "EUR"),
        ("fr", "à 6,40 €", "price", "6.4", "EUR"),
        ("fr", "à 6 € 40", "price", "6.4", "EUR"),
        ("de", "für acht Euro", "price", "8", "EUR"),
        ("de", "für 1.250 €", "price", "1250", "EUR"),
        ("hu", "csak 2500 Ft-ért", "price", "2500", "HUF"),
        ("hu", "csak 12 500 forint", "price", "12500", "HUF"),
        ("hu", "csak 6,40 euróért", "price", "6.4", "EUR"),
        ("en", "for 95 cents", "price", "0.95", "EUR"),
        ("en", "for $2k", "price", "2000", "USD"),
        ("en", "raised €2.5 million", "price", "2500000", "EUR"),
        ("en", "with 2,000 tins", "number", "2000", ""),
        ("nl", "met 2.000 blikken", "number", "2000", ""),
        ("fr", "avec 2 000 boîtes", "number", "2000", ""),
        ("hu", "ezek 2 000 dobozok", "number", "2000", ""),
        ("de", "mit zwölf Dosen", "number", "12", ""),
        ("de", "mit zweiundzwanzig Dosen", "number", "22", ""),
        ("de", "mit zweitausendfünfhundert Dosen", "number", "2500", ""),
        ("nl", "met tweeëntwintig blikken", "number", "22", ""),
        ("nl", "met twaalfhonderd blikken", "number", "1200", ""),
        ("fr", "avec quatre-vingts boîtes", "number", "80", ""),
        ("fr", "avec quatre-vingt-dix-sept boîtes", "number", "97", ""),
        ("fr", "avec soixante et onze boîtes", "number", "71", ""),
        ("fr", "avec nonante-deux boîtes", "number", "92", ""),
        ("fr", "avec deux mille cinq cents boîtes", "number", "2500", ""),
        ("hu", "ez tizenkettő", "number", "12", ""),
        ("hu", "ez kétszázötven doboz", "number", "250", ""),
        ("hu", "ez kétezer-ötszáz doboz", "number", "2500", ""),
        ("hu", "ez 10 ezer doboz", "number", "10000", ""),
        ("en", "with two hundred and fifty-two tins", "number", "252", ""),
        ("en", "with a dozen tins", "number", "12", ""),
        ("en", "a 40 % share", "percent", "40", "%"),
        ("de", "ein Anteil von 40 Prozent", "percent", "40", "%"),
        ("hu", "ez 40 százalékos", "percent", "40", "%"),
        ("fr", "soit quarante pour cent", "percent", "40", "%"),
        ("en", "a 125 g tin", "measure", "125", "g"),
        ("en", "a 0.125 kg tin", "measure", "125", "g"),
        ("de", "die 125-g-Dose", "measure", "125", "g"),
        ("nl", "een blik van 125 gram", "measure", "125", "g"),
        ("hu", "a 125 grammos doboz", "measure", "125", "g"),
        ("hu", "ez másfél kiló", "measure", "1500", "g"),
        ("en", "half a kilo", "measure", "500", "g"),
        ("de", "ein halbes Kilo", "measure", "500", "g"),
        ("en", "at -5 °C", "measure", "-5", "°C"),
        ("en", "lasts 48 hours", "duration", "172800", "s"),
        ("en", "lasts two days", "duration", "172800", "s"),
        ("nl", "binnen 48 uur", "duration", "172800", "s"),
        ("fr", "sous 48 h", "duration", "172800", "s"),
        ("hu", "ez 48 órán belül", "duration", "172800", "s"),
        ("de", "dauert 1 Stunde 30 Minuten", "duration", "5400", "s"),
        ("fr", "dure une demi-heure", "duration", "1800", "s"),
        ("fr", "dure une heure et quart", "duration", "4500", "s"),
        ("en", "takes an hour and a half", "duration", "5400", "s"),
        ("en", "takes an hour and ten minutes", "duration", "4200", "s"),
        ("nl", "duurt een uur en een kwartier", "duration", "4500", "s"),
        ("de", "dauert eine Stunde und zehn Minuten", "duration", "4200", "s"),
        ("hu", "egy óra tíz percig tart", "duration", "4200", "s"),
        ("de", "dauert eine Viertelstunde", "duration", "900", "s"),
        ("en", "within an hour", "duration", "3600", "s"),
        ("en", "takes 2 years", "duration", "24", "month"),
        ("en", "see https://www.Brackwater.example/tin/?utm_source=x", "url",
         "brackwater.example/tin", ""),
        ("en", "ask @Marit@salt.social", "handle", "@marit@salt.social", ""),
        ("en", "mail hello@brackwater.example", "email", "hello@brackwater.example", ""),
        ("en", "call +31 111 123 456", "phone", "111123456", ""),
        ("nl", "bel 0111-123456", "phone", "111123456", ""),
        ("en", "with version 2.1", "version", "2.1", ""),
        ("en", "open 24/7", "number", "24/7", ""),
        ("en", "with ٣٤ tins", "number", "34", ""),
    ],
)  # fmt: skip
def test_one_quantity(lang: str, text: str, kind: str, value: str, unit: str) -> None:
    found = only(text, lang)
    assert (found.kind, found.value, found.unit) == (kind, value, unit)


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "on 5 December 2026", "2026-12-05"),
        ("en", "on December 5th, 2026", "2026-12-05"),
        ("en", "on the 5th of December", "--12-05"),
        ("en", "on Saturday 5 December", "--12-05/6"),
        ("en", "on 2026-12-05", "2026-12-05"),
        ("en", "in December 2026", "2026-12"),
        ("en", "in May", "--05"),
        ("en", "since 1987", "1987"),
        ("nl", "op zaterdag 5 december", "--12-05/6"),
        ("nl", "op 5-12-2026", "2026-12-05"),
        ("nl", "op za 5 dec", "--12-05/6"),
        ("fr", "le samedi 5 décembre 2026", "2026-12-05/6"),
        ("fr", "le 1er mai", "--05-01"),
        ("fr", "le 05/12/2026", "2026-12-05"),
        ("de", "am Samstag, dem 5. Dezember", "--12-05/6"),
        ("de", "am 5.12.2026", "2026-12-05"),
        ("de", "ab 5.12.", "--12-05"),
        ("hu", "2026. december 5-én", "2026-12-05"),
        ("hu", "2026.12.05.", "2026-12-05"),
        ("hu", "december 5-én, szombaton", "--12-05/6"),
        ("hu", "decemberben", "--12"),
        ("hu", "1987-ben", "1987"),
    ],
)
def test_dates(lang: str, text: str, value: str) -> None:
    found = only(text, lang)
    assert (found.kind, found.value) == ("date", value)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "from 10:00–16:00", ["10:00", "16:00"]),
        ("en", "from 10 am to 4 pm", ["10:00", "16:00"]),
        ("en", "from 10-4 pm", ["10:00", "16:00"]),
        ("en", "at half past ten", ["10:30"]),
        ("en", "at a quarter to eleven", ["10:45"]),
        ("en", "at ten o'clock", ["10:00"]),
        ("en", "until 4.30pm", ["16:30"]),
        ("en", "at noon", ["12:00"]),
        ("en", "before seven in the morning", ["07:00"]),
        ("nl", "van 10 tot 16 uur", ["10:00", "16:00"]),
        ("nl", "om half elf", ["10:30"]),
        ("nl", "om tien over half elf", ["10:40"]),
        ("nl", "om kwart voor elf", ["10:45"]),
        ("nl", "om 10.30 uur", ["10:30"]),
        ("nl", "om 8 uur 's avonds", ["20:00"]),
        ("fr", "de 10h à 16h30", ["10:00", "16:30"]),
        ("fr", "à dix heures et demie", ["10:30"]),
        ("fr", "à 11 heures moins le quart", ["10:45"]),
        ("fr", "à 3 heures de l’après-midi", ["15:00"]),
        ("fr", "à midi", ["12:00"]),
        ("de", "von 10–16 Uhr", ["10:00", "16:00"]),
        ("de", "um halb elf", ["10:30"]),
        ("de", "um zehn Uhr dreißig", ["10:30"]),
        ("de", "um Viertel nach zehn", ["10:15"]),
        ("de", "um 8 Uhr abends", ["20:00"]),
        ("hu", "10 órától 16 óráig", ["10:00", "16:00"]),
        ("hu", "tíztől tizenhatig", ["10:00", "16:00"]),
        ("hu", "10-től 16-ig", ["10:00", "16:00"]),
        ("hu", "fél tizenegykor", ["10:30"]),
        ("hu", "háromnegyed tizenegykor", ["10:45"]),
        ("hu", "este 8-kor", ["20:00"]),
    ],
)
def test_times(lang: str, text: str, expected: list[str]) -> None:
    assert values(text, lang, "time") == expected


def test_ranges_share_their_unit() -> None:
    assert values("5–7 kg", "en", "measure") == ["5000", "7000"]
    assert values("from €5–8", "en", "price") == ["5", "8"]
    assert values("20 x 30 cm", "en", "measure") == ["200", "300"]
    assert values("zwei bis drei Tage", "de", "duration") == ["172800", "259200"]
    assert values("5 à 8 euros", "fr", "price") == ["5", "8"]
    assert values("du 5 au 7 décembre", "fr", "date") == ["--12-05", "--12-07"]


def test_a_list_of_prices_shares_its_currency() -> None:
    assert values("Adults 12, children 6 and seniors 8 euros.", "en", "price") == ["12", "6", "8"]
    assert values("kicsi 900, közepes 1500, nagy 2200 forint", "hu", "price") == [
        "900",
        "1500",
        "2200",
    ]
    assert values("We have 12 rooms, and lunch is 8 euros.", "en", "price") == ["8"]
    assert values("It opened in 2019. Lunch is 8 euros.", "en", "price") == ["8"]


@pytest.mark.parametrize(
    ("lang", "text", "hedge"),
    [
        ("en", "about 600 people", "about"),
        ("en", "nearly 40 %", "under"),
        ("en", "more than 600 people", "over"),
        ("en", "at least 5 kg", "min"),
        ("en", "up to 5 kg", "max"),
        ("nl", "bijna 40 %", "under"),
        ("nl", "ruim 600 mensen", "over"),
        ("fr", "environ 600 personnes", "about"),
        ("fr", "un peu plus de 600 personnes", "over"),
        ("fr", "un peu moins de 600 personnes", "under"),
        ("de", "knapp 40 %", "under"),
        ("de", "rund 600 Leute", "about"),
        ("hu", "kb. 600 ember", "about"),
        ("hu", "legalább 600 ember", "min"),
        ("en", "50+ people", "min"),
        ("en", "children older than 12", "over"),
        ("nl", "katten ouder dan 8 maanden", "over"),
        ("de", "ab 12 Jahren", "min"),
        ("de", "12 Jahre und älter", "min"),
        ("de", "jünger als 12 Jahre", "max"),
        ("hu", "16 éves kortól", "min"),
        ("hu", "14 éves kor alatt", "max"),
        ("hu", "65 év felettiek", "over"),
        ("en", "600 people", ""),
    ],
)
def test_hedges(lang: str, text: str, hedge: str) -> None:
    assert [q.hedge for q in quantities(text, lang) if q.kind != "name"] == [hedge]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "We met Marit Veen and Jonas in Rotterdam.", ["marit veen", "jonas", "rotterdam"]),
        ("en", "Marit’s friend Femke’s shop is open.", ["femke"]),
        ("en", "Fresh Salt From The Quiet Coast", []),
        ("en", "Come on Saturday! We love it.", []),
        ("nl", "Wij zien Femke op zaterdag in Zierikzee.", ["femke", "zierikzee"]),
        ("fr", "Nous avons vu Marit Veen à Lille samedi.", ["marit veen", "lille"]),
        ("de", "Die neue Dose mit feinem Salz und einem Rezept von Marit Veen.", ["marit veen"]),
        ("de", "Am Samstag gibt es Kaffee und Kuchen in der Werkstatt.", []),
        ("de", "Bei uns ist Frau Smit.", ["smit"]),
        ("hu", "Szombaton itt lesz Marit Veen is.", ["marit veen"]),
    ],
)
def test_names(lang: str, text: str, found: list[str]) -> None:
    assert values(text, lang, "name") == found


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("en", "It is not open and has no sugar, without salt, and isn't cheap.", 4),
        ("en", "Not only salt. Don't miss it.", 0),
        ("nl", "Wij zijn niet open, geen suiker, zonder zout, suikervrij.", 4),
        ("fr", "Ce n’est pas ouvert, sans sucre.", 2),
        ("de", "Wir haben nicht offen, keinen Zucker, ohne Salz, zuckerfrei.", 4),
        ("hu", "Nem nyitunk ki, nincs cukor, só nélkül, cukormentes.", 4),
    ],
)
def test_denials(lang: str, text: str, count: int) -> None:
    assert len(values(text, lang, "negation")) == count


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "1. Rinse. Now we wait 1️⃣ #100days"),
        ("en", "the 1st and the 2nd step, an A4 page, 2/5"),
        ("nl", "het 3e blik, een mooie dag"),
        ("de", "die 3. Dose, eine schöne Dose"),
        ("fr", "un blé neuf, la 2e boîte"),
        ("hu", "a jövő hét végén egy szép nap"),
        ("en", "that may be and we march on"),
        ("en", "back to the 1990s"),
        ("en", "a digit too new for Python: \U00016130"),
        ("nl", "muziek uit de jaren negentig"),
        ("fr", "comme dans les années 90"),
        ("de", "wie in den 90er Jahren"),
        ("hu", "mint a kilencvenes években"),
    ],
)
def test_what_states_no_figure(lang: str, text: str) -> None:
    assert [q for q in quantities(text, lang) if q.kind not in ("name", "negation")] == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Open Mon-Sat 9am-5:30pm, Sun closed", ["1", "6", "7"]),
        ("de", "Mo–Fr 9–17 Uhr, Sa 10–16 Uhr, So geschlossen", ["1", "5", "6", "7"]),
        ("nl", "ma-vr 9-17 u, za 10-16 u, zo gesloten", ["1", "5", "6", "7"]),
        ("fr", "Lun-ven 9h-17h, sam 10h-16h", ["1", "5", "6"]),
        ("hu", "H–P 9–17, Szo 10–16, V zárva", ["1", "5", "6", "7"]),
        ("nl", "Dat doen we zo, en ma komt ook.", []),
        ("fr", "Le sel de mer et le jeu.", []),
    ],
)
def test_short_weekdays(lang: str, text: str, expected: list[str]) -> None:
    assert values(text, lang, "weekday") == expected


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "Half of our team cycles", "50"),
        ("en", "loved by 4 out of 5 customers", "80"),
        ("nl", "Twee derde van ons team", "66.7"),
        ("fr", "La moitié de notre équipe", "50"),
        ("de", "Ein Drittel unserer Gäste", "33.3"),
        ("hu", "A csapatunk kétharmada", "66.7"),
    ],
)
def test_shares_in_words(lang: str, text: str, value: str) -> None:
    assert values(text, lang, "percent") == [value]


SAME = [
    [("en", "€6.40"), ("nl", "6,40 euro"), ("fr", "6,40 €"), ("hu", "6,40 euró")],
    [("en", "10:00"), ("en", "10 am"), ("fr", "à 10h"), ("de", "10 Uhr"), ("hu", "10 óra")],
    [("en", "half past ten"), ("nl", "half elf"), ("de", "halb elf"), ("hu", "fél tizenegykor")],
    [("en", "5 December 2026"), ("en", "Saturday 5 December"), ("en", "2026-12-05"),
     ("en", "12/5/2026"), ("hu", "2026. december 5.")],
    [("en", "125 g"), ("en", "0.125 kg"), ("hu", "125 gramm")],
    [("en", "twelve"), ("de", "zwölf"), ("hu", "tizenkettő"), ("fr", "douze"), ("nl", "twaalf")],
    [("en", "48 hours"), ("de", "zwei Tage"), ("nl", "twee dagen")],
]  # fmt: skip


@pytest.mark.parametrize("forms", SAME)
def test_forms_of_one_value_agree(forms: list[tuple[str, str]]) -> None:
    found = [only(text, lang) for lang, text in forms]
    for a in found:
        for b in found:
            assert agrees(a, b), (a.span.text, b.span.text)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("€6.40", "€6.50"),
        ("€6.40", "$6.40"),
        ("125 g", "125 ml"),
        ("10:00", "22:00"),
        ("Saturday 6 December 2026", "6 December 2026"),
        ("5 December", "December 2026"),
        ("5 December 2025", "5 December 2026"),
        ("about 600 people", "700 people"),
        ("nearly 40 %", "45 %"),
        ("more than 600 people", "600 people"),
        ("at least 5 kg", "at most 5 kg"),
        ("2 days", "24 hours"),
        ("Sunday", "2026-12-05"),
    ],
)
def test_other_values_do_not_agree(claim: str, evidence: str) -> None:
    assert not agrees(only(claim, "en"), only(evidence, "en"))


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("about 600 people", "612 people"),
        ("nearly 40 %", "38 %"),
        ("more than 600 people", "612 people"),
        ("Saturday", "2026-12-05"),
        ("in December", "5 December 2026"),
        ("64 °F", "18 °C"),
        ("2.2 lb", "1 kg"),
        ("on Tuesday", "Mon–Fri: closed"),
    ],
)
def test_vaguer_claims_agree(claim: str, evidence: str) -> None:
    (known, *_) = quantities(evidence, "en")
    assert agrees(only(claim, "en"), known)


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_text_is_read(text: str, lang: str) -> None:
    found = quantities(text, lang)
    assert all(text[q.span.start : q.span.end] == q.span.text for q in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(agrees(q, q) for q in found if q.kind != "negation" and not q.hedge)


MIX = (
    "10:00 to € 6,40 5 December 2026 half elf zwölf kg – am Uhr óra tíztől négyig % Mon about not "
    "12/5/2026 tot decemberben szombaton 99999999999999999999999 -5 °C @a www.x.nl 24/7 ½ demi h"
)


@given(
    st.lists(st.sampled_from(tuple(MIX.split())), max_size=12),
    st.sampled_from(LANGUAGES),
)
def test_any_mix_of_figures_is_read(pieces: list[str], lang: str) -> None:
    text = " ".join(pieces)
    found = quantities(text, lang)
    assert all(text[q.span.start : q.span.end] == q.span.text for q in found)
