"""What no source carries is found, in five languages, and what one does carry is left alone."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.grounding import Index, Source, Ungrounded, ungrounded
from aboveboard.text.languages import LANGUAGES

KNOWN = {
    "en": (
        "Refill tin, 125 g: €6.40",
        "Sack, 2 kg: €38",
        "The shop is open on Saturday 5 December 2026 from 10:00 to 16:00.",
        "Marit Veen founded Brackwater Saltworks in 1987 in Zierikzee.",
        "Our salt contains no additives.",
        "We ship within 48 hours; free delivery from €40.",
        "612 visitors came in 2025; 38 % came by bike.",
        "We are not open on Sundays.",
        "The salt dries for three weeks at 18 °C.",
    ),
    "nl": (
        "Navulblik, 125 g: € 6,40",
        "De winkel is open op zaterdag 5 december 2026 van 10.00 tot 16.00 uur.",
        "Marit Veen begon Brackwater Saltworks in 1987 in Zierikzee.",
        "In ons zout zitten geen toevoegingen.",
        "Wij verzenden binnen 48 uur.",
        "In 2025 kwamen 612 bezoekers, 38 % met de fiets.",
    ),
    "fr": (
        "Recharge de 125 g : 6,40 €",
        "La boutique est ouverte le samedi 5 décembre 2026 de 10 h à 16 h.",
        "Marit Veen a fondé Brackwater Saltworks en 1987 à Zierikzee.",
        "Notre sel est récolté sans additifs.",
        "Nous expédions sous 48 heures.",
        "En 2025, 612 visiteurs sont venus, dont 38 % à vélo.",
    ),
    "de": (
        "Nachfülldose, 125 g: 6,40 €",
        "Der Laden ist am Samstag, 5. Dezember 2026 von 10 bis 16 Uhr offen.",
        "Marit Veen hat Brackwater Saltworks 1987 in Zierikzee gegründet.",
        "Unser Salz enthält keine Zusätze.",
        "Wir versenden innerhalb von 48 Stunden.",
        "2025 kamen 612 Besucher, 38 % mit dem Rad.",
    ),
    "hu": (
        "Utántöltő doboz, 125 g: 6,40 €",
        "A bolt 2026. december 5-én, szombaton 10 és 16 óra között van nyitva.",
        "Marit Veen 1987-ben alapította a Brackwater Saltworks céget Zierikzee városában.",
        "A sónk nem tartalmaz adalékot.",
        "48 órán belül szállítunk.",
        "2025-ben 612 látogató jött, 38 % kerékpárral.",
    ),
}


def sources(lang: str, *more: str) -> list[Source]:
    texts = [*KNOWN[lang], *more]
    return [Source(str(n), text, lang, f"facts.md, line {n}") for n, text in enumerate(texts, 1)]


ENGLISH = Index(sources("en"))


def found(draft: str, lang: str, known: Sequence[Source] | None = None) -> list[tuple[str, str]]:
    results = ungrounded(draft, known if known is not None else sources(lang), lang)
    return [(finding.kind, finding.span.text) for finding in results]


@pytest.mark.parametrize(
    ("lang", "right", "wrong", "finding"),
    [
        ("en", "The refill tin costs €6.40.", "The refill tin costs €7.40.", ("price", "€7.40")),
        ("en", "The refill tin costs six euros 40.", "The refill tin costs eight euros.",
         ("price", "eight euros")),
        ("en", "A tin holds 0.125 kg.", "A tin holds 0.25 kg.", ("measure", "0.25 kg")),
        ("en", "We open on Saturday.", "We open on Friday.", ("weekday", "Friday")),
        ("en", "Open 12/5/2026, 10 am to 4 pm.", "Open 12/5/2026, 11 am to 4 pm.",
         ("time", "11 am")),
        ("en", "Come from ten to four.", "Come from ten to five.", ("number", "five")),
        ("en", "About 600 visitors came.", "About 700 visitors came.", ("number", "700")),
        ("en", "Nearly 40 % came by bike.", "Nearly 50 % came by bike.", ("percent", "50 %")),
        ("en", "Brackwater is Marit Veen’s firm.", "Brackwater is Anna Smit’s firm.",
         ("name", "Anna Smit")),
        ("en", "It was founded in Zierikzee.", "It was founded in Rotterdam.",
         ("name", "Rotterdam")),
        ("en", "We ship within two days.", "We ship within two hours.", ("duration", "two hours")),
        ("en", "Ten tins cost €64.", "Ten tins cost €60.", ("number", "Ten")),
        ("en", "A €45 order ships free.", "A €35 order ships free.", ("price", "€35")),
        ("en", "It dries for 21 days at 64 °F.", "It dries for 28 days at 64 °F.",
         ("duration", "28 days")),
        ("nl", "Het blik kost zes euro veertig.", "Het blik kost acht euro.",
         ("price", "acht euro")),
        ("nl", "Open van tien tot vier.", "Open van half tien tot vier.", ("time", "half tien")),
        ("nl", "Wij verzenden binnen twee dagen.", "Wij verzenden binnen twee uur.",
         ("duration", "twee uur")),
        ("nl", "Bijna 40 % kwam fietsend.", "Bijna 30 % kwam fietsend.", ("percent", "30 %")),
        ("nl", "Marit Veen begon in 1987.", "Marit Veen begon in 1978.", ("date", "1978")),
        ("fr", "La boutique ouvre à dix heures.", "La boutique ouvre à onze heures.",
         ("time", "onze heures")),
        ("fr", "Rendez-vous le 5 décembre.", "Rendez-vous le 6 décembre.", ("date", "6 décembre")),
        ("fr", "Nous expédions sous deux jours.", "Nous expédions sous trois jours.",
         ("duration", "trois jours")),
        ("fr", "Environ 600 visiteurs sont venus.", "Environ 800 visiteurs sont venus.",
         ("number", "800")),
        ("de", "Die Dose kostet 6,40 Euro.", "Die Dose kostet acht Euro.", ("price", "acht Euro")),
        ("de", "Am 5.12. ab 10 Uhr.", "Am 6.12. ab 10 Uhr.", ("date", "6.12.")),
        ("de", "Knapp 40 % kamen mit dem Rad.", "Knapp 35 % kamen mit dem Rad.",
         ("percent", "35 %")),
        ("de", "Versand in zwei Tagen.", "Versand in zwölf Stunden.",
         ("duration", "zwölf Stunden")),
        ("hu", "December 5-én tíztől tizenhatig.", "December 5-én tíztől tizenhétig.",
         ("time", "tizenhétig")),
        ("hu", "A doboz 0,125 kg.", "A doboz 0,25 kg.", ("measure", "0,25 kg")),
        ("hu", "Két napon belül szállítunk.", "Két órán belül szállítunk.",
         ("duration", "Két órán")),
        ("hu", "Marit Veen 1987-ben kezdte.", "Marit Veen 1997-ben kezdte.", ("date", "1997")),
    ],
)  # fmt: skip
def test_pairs(lang: str, right: str, wrong: str, finding: tuple[str, str]) -> None:
    assert found(right, lang) == []
    assert finding in found(wrong, lang)


@pytest.mark.parametrize(
    ("lang", "denied", "stated"),
    [
        ("en", "Our salt contains no additives.", "Our salt contains additives."),
        ("en", "We are not open on Sundays.", "We are open on Sundays."),
        ("nl", "In ons zout zitten geen toevoegingen.", "In ons zout zitten toevoegingen."),
        ("fr", "Notre sel est récolté sans additifs.", "Notre sel est récolté avec additifs."),
        ("de", "Unser Salz enthält keine Zusätze.", "Unser Salz enthält Zusätze."),
        ("hu", "A sónk nem tartalmaz adalékot.", "A sónk tartalmaz adalékot."),
    ],
)
def test_denials(lang: str, denied: str, stated: str) -> None:
    assert found(denied, lang) == []
    assert [kind for kind, _ in found(stated, lang)] == ["negation"]


@pytest.mark.parametrize(
    ("lang", "draft"),
    [
        ("en", "Have you got 5 minutes?"),
        ("en", "Happy 2027!"),
        ("en", "Tag 3 friends who love salt!"),
        ("en", "One tin, one first taste. #100days"),
        ("en", "1. Rinse the tin.\n2. Fill it."),
        ("en", "Salt from the sea, dried slowly, and nothing else to say about it."),
        ("nl", "Heb je 5 minuten?"),
        ("nl", "Een blik om nooit weg te gooien."),
        ("fr", "Partagez avec 3 amis !"),
        ("fr", "Une boîte pour la vie."),
        ("de", "Ein schönes Wochenende mit Freunden, Kaffee und Kuchen am Deich."),
        ("de", "Markiert 3 Freunde!"),
        ("hu", "Jelölj meg 3 barátot!"),
        ("hu", "Egy doboz, amit nem dobsz ki."),
    ],
)
def test_what_states_nothing(lang: str, draft: str) -> None:
    assert found(draft, lang) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_knowledge_of_another_language_counts(lang: str) -> None:
    assert found("\n".join(KNOWN[lang]), lang, sources("en", *KNOWN["nl"])) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_knowledge_carries_itself(lang: str) -> None:
    assert found("\n".join(KNOWN[lang]), lang) == []


def test_a_value_of_something_else_is_no_support() -> None:
    (finding,) = ungrounded("The refill tin costs €38.", sources("en"), "en")
    assert finding.nearest is not None
    assert finding.nearest.source.where == "facts.md, line 1"
    assert finding.nearest.span.text == "€6.40"
    assert finding.why == "€38 stands elsewhere; facts.md, line 1 says €6.40 here."


def test_why_is_a_plain_sentence() -> None:
    (finding,) = ungrounded("We sold 2,000 of them.", sources("en"), "en")
    assert finding == Ungrounded(
        "number",
        finding.span,
        None,
        "The number 2,000 is neither in the brief nor in the knowledge.",
    )
    (other,) = ungrounded("It was 50 % by bike.", sources("en"), "en")
    assert other.why == (
        "50 % is neither in the brief nor in the knowledge; facts.md, line 7 says 38 %."
    )


def test_an_index_is_used_again() -> None:
    index = Index(sources("en"))
    for _ in range(3):
        assert ungrounded("The tin costs €7.", index, "en")
        assert not ungrounded("The tin costs €6.40.", index, "en")


def test_no_sources_at_all() -> None:
    assert found("The tin costs €7.", "en", []) == [("price", "€7")]


@given(st.text(), st.sampled_from(LANGUAGES))
def test_any_draft_is_judged(draft: str, lang: str) -> None:
    for finding in ungrounded(draft, ENGLISH, lang):
        assert draft[finding.span.start : finding.span.end] == finding.span.text
        assert finding.why.endswith((".", "”"))


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_a_text_grounds_its_own_figures(text: str, lang: str) -> None:
    own = [Source("1", text, lang, "the brief")]
    kinds = [kind for kind, _ in found(text, lang, own)]
    assert set(kinds) <= {"negation"}


@pytest.mark.parametrize(
    ("known", "right", "wrong"),
    [
        ("Guest flat: €35 a night.", "Three nights in the guest flat cost €105.",
         "Three nights in the guest flat cost €95."),
        ("Club card: 39 € a month.", "The club card costs 468 € for a year.",
         "The club card costs 418 € for a year."),
        ("Adults €14, children €8.", "Two adults and a child pay €36 altogether.",
         "Two adults and a child pay €32 altogether."),
        ("Starting costs €1, each minute €0.24.",
         "A ride of ten minutes comes to €3.40 altogether.",
         "A ride of ten minutes comes to €3.90 altogether."),
        ("Full head of highlights: €120. Deposit: 25 % of the price.",
         "For highlights we ask for €30 up front.", "For highlights we ask for €45 up front."),
        ("The mirror telescope dates from 1994, the refractor from 1911.",
         "The refractor is 83 years older than the mirror telescope.",
         "The refractor is 73 years older than the mirror telescope."),
        ("Of 86 members 31 are under 18.", "About 36 % of our members are under 18.",
         "About 46 % of our members are under 18."),
        ("The course is on Saturday from 9:00 to 12:00.", "The course takes three hours.",
         "The course takes five hours."),
        ("Bookings are made with 25 % of the price in advance.",
         "For a bill of €200 we ask fifty euros in advance.",
         "For a bill of €200 we ask sixty euros in advance."),
        ("Of the profit 60 % goes to the food bank.",
         "Of ten euros of profit, €6 go to the food bank.",
         "Of ten euros of profit, €7 go to the food bank."),
        ("Children's clothes go by weight, €4 a kilo.",
         "Half a kilo of children's clothes costs two euros.",
         "Half a kilo of children's clothes costs three euros."),
        ("Adults pay €13, children €7.50, a family ticket costs €34.",
         "Two adults and two children save seven euros with the family ticket.",
         "Two adults and two children save nine euros with the family ticket."),
        ("The sauna is open to guests from 16 years.", "She turned 16, so the sauna is hers.",
         "She turned 15, so the sauna is hers."),
        ("A guided tour takes 70 minutes.", "The guided tour takes an hour and ten minutes.",
         "The guided tour takes an hour and twenty minutes."),
        ("Hire: £280 with 80 servings; each further serving £2.60.",
         "Hire with 100 servings comes to £332.", "Hire with 100 servings comes to £352."),
        ("Free within 25 miles, beyond that £1 a mile.", "Forty miles away costs you £15 more.",
         "Forty miles away costs you £25 more."),
        ("A dormitory bed costs £22, half board £25 more.", "Bed and half board make £47.",
         "Bed and half board make £57."),
        ("First prize £1,500, second £500, third £250.", "We give away £2,250 in prizes.",
         "We give away £2,550 in prizes."),
        ("A lesson costs €52. Who fails pays half the price of the next lesson.",
         "Did you fail? The next lesson costs €26.", "Did you fail? The next lesson costs €30."),
        ("Bills over €300 can be paid in three parts.",
         "A bill of €450 can be paid in three parts.",
         "A bill of €250 can be paid in three parts."),
        ("A week with a game: small 900, medium 1500 and large 2200 forints.",
         "A medium game costs 1500 forints.", "A medium game costs 1700 forints."),
    ],
)  # fmt: skip
def test_what_is_reckoned_follows(known: str, right: str, wrong: str) -> None:
    sources = [Source("1", known, "en", "line 1")]
    assert not [one for one in ungrounded(right, sources, "en") if one.kind != "claim"]
    assert [one for one in ungrounded(wrong, sources, "en") if one.kind != "claim"]


def test_a_bare_hour_is_no_number() -> None:
    known = [
        Source("1", "In winter the shop is open from 10:00 to 15:00.", "en", "line 1"),
        Source("2", "The winter tour costs €12, half price for children under 14.", "en", "line 2"),
    ]
    assert not ungrounded("In winter we open at ten.", known, "en")
    assert ungrounded("In winter we open at nine.", known, "en")


def test_in_a_list_nothing_is_reckoned() -> None:
    known = [Source("1", "Guest flat: €35 a night.", "en", "line 1")]
    alone = "Three nights in the guest flat cost €105"
    rest = ", ".join(f"{n} nights €{35 * n}" for n in range(4, 20))
    assert "€105" not in [one.span.text for one in ungrounded(f"{alone}.", known, "en")]
    assert "€105" in [one.span.text for one in ungrounded(f"{alone}, {rest}.", known, "en")]
