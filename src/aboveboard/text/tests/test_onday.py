"""A day of the week is held to what stands on it, and to what is closed on it."""

import pytest

from aboveboard.text.grounding import Source, ungrounded

KNOWN = (
    "Repairs: drop off on Tuesdays, 12 noon – 6 pm.",
    "Installation Monday to Friday in Glasgow.",
    "Shop open Tuesday to Saturday. Closed on Sundays and Mondays.",
)
DUTCH = ("Banenzwemmen: maandag en vrijdag 7.00–9.00 uur; dinsdag 20.30–22.00 uur.",)
FRENCH = ("Boutique ouverte du mardi au samedi, 10 h – 18 h. Fermé le lundi.",)


@pytest.mark.parametrize(
    ("lang", "known", "right", "wrong"),
    [
        ("en", KNOWN, "You can drop off a sign on a Tuesday between noon and six.",
         "You can drop off a sign on a Thursday between noon and six."),
        ("en", KNOWN, "The shop is closed on Sundays and Mondays.",
         "The shop is closed on Sundays and Tuesdays."),
        ("en", KNOWN, "On Tuesdays the shop is open.", "On Mondays the shop is open."),
        ("nl", DUTCH, "Baantjes trek je op maandag en vrijdag vanaf zeven uur 's ochtends.",
         "Baantjes trek je op maandag en dinsdag vanaf zeven uur 's ochtends."),
        ("fr", FRENCH, "Le lundi, la boutique est fermée.", "Le mardi, la boutique est fermée."),
        ("fr", FRENCH, "Le lundi, le magasin est fermé.", "Le jeudi, le magasin est fermé."),
    ],
)  # fmt: skip
def test_another_day(lang: str, known: tuple[str, ...], right: str, wrong: str) -> None:
    sources = [Source(str(n), text, lang, f"line {n}") for n, text in enumerate(known, 1)]
    assert "weekday" not in {one.kind for one in ungrounded(right, sources, lang)}
    assert {"weekday", "negation"} & {one.kind for one in ungrounded(wrong, sources, lang)}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "The shop is open on Tuesdays and closed on Mondays."),
        ("en", "Do not open the parcel before Friday."),
        ("en", "The shop is open on Fridays; signs are dropped off from noon to six."),
        ("en", "On Friday we are open until 17, on Saturday closed from 6."),
        ("fr", "Ouvert le mardi, fermé le lundi."),
    ],
)
def test_days_that_stand_apart(lang: str, said: str) -> None:
    known = KNOWN if lang == "en" else FRENCH
    sources = [Source(str(n), text, lang, f"line {n}") for n, text in enumerate(known, 1)]
    assert "weekday" not in {one.kind for one in ungrounded(said, sources, lang)}


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("Monday to Friday 9:00-17:00; Saturday 10:00-16:00.",
         "Open Monday to Friday 9:00-17:00, Saturday 10:00-16:00."),
        ("Closed on Mondays. Open Tuesday to Sunday.", "Our shop opens Tuesday; Monday we rest."),
        ("Open day: last Saturday of May 2026.", "Our open day is the last Saturday in May."),
        ("Market every first Sunday of the month.", "The first Sunday of May 2026 is market day."),
    ],
)  # fmt: skip
def test_what_is_said_again_in_other_words(known: str, said: str) -> None:
    assert not ungrounded(said, [Source("1", known, "en", "line 1")], "en")


def test_what_closes_at_an_hour_is_open_that_day() -> None:
    known = [Source("1", "Open Monday to Friday 10:00-22:00.", "en", "line 1")]
    assert not ungrounded("On Fridays we close at 22:00.", known, "en")
