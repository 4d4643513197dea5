"""Guessing a language, and knowing when not to."""

import pytest

from aboveboard.text.languages import guess


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Open on Saturday from ten to four, come by and taste."),
        ("en", "Open on Saturday"),
        ("nl", "Wij zijn open op zaterdag, kom langs en proef."),
        ("nl", "Nieuw in de winkel: de hervulbare blik"),
        ("fr", "Nous ouvrons samedi, venez goûter le sel de mer."),
        ("fr", "Le sel de mer est arrivé"),
        ("de", "Wir öffnen am Samstag, kommt vorbei."),
        ("de", "Neu im Laden: die Nachfülldose"),
        ("hu", "Szombaton nyitva vagyunk, gyere és kóstolj."),
        ("hu", "Új doboz a boltban, már kapható"),
    ],
)
def test_guess(lang: str, text: str) -> None:
    assert guess(text) == lang


@pytest.mark.parametrize(
    "text",
    [
        "",
        "6,40 €",
        "OK",
        "Marit Veen",
        "Смотрите на нас завтра утром",
        "https://open.example/on-the",
        "#salt #sea @marit",
    ],
)
def test_unsure_is_none(text: str) -> None:
    assert guess(text) is None
