"""Words for pictures that are none are told as what they are; others are left, short ones too."""

import pytest

from aboveboard.text.alternatives import no_alternative


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        (" ", "no words"),
        ("🎉🎉", "signs that say nothing"),
        ("…", "signs that say nothing"),
        ("IMG_2031.jpg", "the name of a file"),
        ("DSC00021", "the name of a file"),
        ("harbour_wide", "the name of a file"),
        ("spring-sale-v2", "the name of a file"),
        ("Summer menu final.png", "the name of a file"),
        ("Screenshot 2026-03-01 at 10.22", "the name of a file"),
        ("Schermafbeelding 2026-03-01 om 10.22.14", "the name of a file"),
        ("Bildschirmfoto 2026-03-01 um 10.22.14", "the name of a file"),
        ("https://salt.nl/a.jpg", "an address"),
        ("9f86d081884c7d65", "letters that say nothing"),
        ("asdfasdf", "letters that say nothing"),
        ("picture 1", "a placeholder"),
        ("Foto 3 van 4", "a placeholder"),
        ("Texte alternatif à compléter", "a placeholder"),
        ("Bild", "a placeholder"),
        ("Kép ide jön", "a placeholder"),
        ("TODO", "a placeholder"),
        ("7", "a number"),
    ],
)
def test_what_is_no_alternative(words: str, instead: str) -> None:
    assert no_alternative(words) == instead


@pytest.mark.parametrize(
    "words",
    [
        "Our logo",
        "Anna at the oven",
        "Sourdough loaf",
        "Sunset",
        "Photo of the market square at dusk",
        "Picture 3: two gulls on the pier",
        "The file menu.pdf open on a laptop",
        "Chart: sales by month, highest in May",
        "A Boeing 747-400",
        "Zonsondergang",
        "Plan du festival 2026",
        "Ein Bild der Nordsee",
        "Fénykép a piacról",
        "IMG_2031: the new oven",
        "Wi-Fi",
        "Sam 7",
        "A table",
        "Our banner",
        "COVID-19",
        "iPhone15",
        "120x80cm",
        "LGBTQ",
        "2026",
        "-20%",
        "€ 25",
        "img1" + "-1" * 10_000 + "!",
        "E5",
    ],
)
def test_what_may_be_one(words: str) -> None:
    assert no_alternative(words) == ""
