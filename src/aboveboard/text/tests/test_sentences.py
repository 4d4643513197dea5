"""Where sentences end, in five languages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aboveboard.text.languages import LANGUAGES
from aboveboard.text.sentences import sentences


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("en", "We open at 8.30 on Saturday.|Come in!|Bring a jar."),
        ("en", "Heated to 23 °C.|The motor has 250 W.|In the UK it needs none."),
        ("de", "Vom 28.3. bis zum 31.10. Räder leihen.|Los!"),
        ("hu", "2026. 07. 01-jén indul.|Gyere!"),
        ("en", "Dr. Veen and J. Smit weighed it.|It is 3.5 kg, e.g. a bucket."),
        ("en", "Order at https://x.nl/a.b?c.|Now"),
        ("en", "He asked, “Is it dry?” and left.|“Yes.”|Done"),
        ("en", "Well... maybe.|Wait…|Then come."),
        ("en", "We open at 10 a.m. on Saturday.|We close at 4 p.m.|Come early."),
        ("en", "Salt! 🎉 🧂|More salt."),
        ("en", "First line\n|Second line"),
        ("en", "Salt, tins, jars, etc.|Come and see."),
        ("en", "See no. 5 and St. Ives.|Read it here: https://x.nl.|Bye."),
        ("en", "Come by.|https://x.nl"),
        ("nl", "Kom bijv. om 10.00 uur.|Wij zijn er d.w.z. altijd.|Tot 16.30 uur!"),
        ("nl", "Dhr. Jansen is er.|Vragen?|Bel ons a.u.b. vandaag nog."),
        ("nl", "Om 10 u.|Welkom."),
        ("fr", "C’est prêt !|Venez à 10 h 30.|M. Dupont vous attend."),
        ("fr", "Le sel de mer.|Il est là le mer. 12 mai."),
        ("en", "He said no.|See you Sat. 5 December."),
        ("fr", "Il a dit : « Venez ! » et il est parti.|Merci."),
        ("de", "Am 24. Dezember ist zu.|Der 3. Platz geht an uns.|Danke."),
        ("de", "Wir öffnen um 8.30 Uhr, z. B. am 5. Mai.|Kommt vorbei."),
        ("de", "Es waren 24.|Kommt alle."),
        ("de", "Das ist d. h. alles.|Er sagte: „Komm!“|Sie kam."),
        ("hu", "2026. december 5-én nyitunk.|Gyere pl. szombaton."),
        ("hu", "A 3. sor a miénk.|A 20. század szép volt.|Dr. Kovács itt van."),
        ("hu", "Só, doboz, stb.|Várunk!"),
        ("en", "1. Rinse the tin.|2. Fill it."),
        ("de", "1. Dose spülen.|2. Dose füllen."),
    ],
)
def test_sentences(lang: str, marked: str) -> None:
    expected = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "") if "\n" in marked else marked.replace("|", " ")
    assert [span.text for span in sentences(text, lang)] == expected


@given(st.text(), st.sampled_from(LANGUAGES))
def test_sentences_hold_everything_in_order(text: str, lang: str) -> None:
    spans = sentences(text, lang)
    for before, after in pairwise(spans):
        assert before.end <= after.start
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert "".join("".join(span.text.split()) for span in spans) == "".join(text.split())


def test_a_long_line_is_no_trouble() -> None:
    assert len(sentences("We open at 8.30. " * 10_000, "en")) == 10_000
