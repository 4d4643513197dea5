"""Things in a row are held against the passage that lists them."""

import pytest

from aboveboard.text.enumerated import Row, counted_row, row
from aboveboard.text.knowledge import Index, Source
from aboveboard.text.meaning.terms import read
from aboveboard.text.quantities import quantities

KNOWN = {
    "en": "Programme: archery, crafts, a night hike and canoeing. Parking is free.",
    "nl": "Betalen: pinpas, creditcard, iDEAL of cadeaubon. Honden mogen mee.",
    "fr": "Dans le prix : le repas, la terre, les émaux et la cuisson.",
    "de": "Mitbringen: Verordnung, Versichertenkarte und ein großes Handtuch.",
    "hu": "Szaunavilág: finn szauna, infraszauna, gőzkamra.",
}


@pytest.mark.parametrize(
    ("lang", "said", "expected"),
    [
        ("en", "The days hold archery, crafts and canoeing.", Row.WHOLE),
        ("en", "The days hold archery, riding and canoeing.", Row.ONE_STRANGE),
        ("en", "Archery and riding are what we do.", Row.NONE),
        ("nl", "Je betaalt met pinpas, creditcard of iDEAL.", Row.WHOLE),
        ("nl", "Je betaalt met pinpas, bitcoin of iDEAL.", Row.ONE_STRANGE),
        ("nl", "Open van maart tot en met mei, ook met pinpas.", Row.NONE),
        ("fr", "Le repas, la terre et la cuisson sont compris.", Row.WHOLE),
        ("fr", "Le repas, la terre et le tablier sont compris.", Row.ONE_STRANGE),
        ("de", "Dabei sind Verordnung, Handtuch und Hallenschuhe.", Row.ONE_STRANGE),
        ("hu", "Finn szauna, infraszauna, sószoba és gőzkamra vár.", Row.ONE_STRANGE),
    ],
)
def test_rows(lang: str, said: str, expected: Row) -> None:
    index = Index([Source("1", KNOWN[lang], lang, "line 1")])
    one = read(said, lang, quantities(said, lang))[0]
    touched = index.facts.scores([(term, 1.0) for term in one.terms])
    assert row(one, touched, index.facts) is expected


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("We send to two countries: Slovakia and Austria.", True),
        ("We send to three countries: Slovakia and Austria.", False),
        ("We send to two countries, gladly.", False),
    ],
)
def test_a_number_may_count_the_row_behind_it(said: str, counts: bool) -> None:
    number = next(q for q in quantities(said, "en") if q.kind == "number")
    assert counted_row(number, read(said, "en", [number])[0]) is counts
