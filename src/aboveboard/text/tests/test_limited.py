"""A figure is held to the limits and ranges that the sources set for it."""

import pytest

from aboveboard.text.grounding import ungrounded
from aboveboard.text.knowledge import Index, Source
from aboveboard.text.limited import Limit, broken, limit
from aboveboard.text.meaning.terms import read
from aboveboard.text.quantities import quantities


@pytest.mark.parametrize(
    ("lang", "known", "said", "expected"),
    [
        ("nl", "Een pakket mag hooguit 25 kg wegen.", "Een doos van 18 kilo mag mee.", Limit.KEPT),
        ("nl", "Een pakket mag hooguit 25 kg wegen.", "Een doos van 28 kilo mag mee.", Limit.SET),
        ("nl", "Minimale helling 35 graden.", "30 graden leggen we niet.", Limit.KEPT),
        ("nl", "Alleen van mei tot en met augustus.", "In oktober is er geen kaas.", Limit.KEPT),
        ("hu", "Buli: 8–16 gyerek.", "Tizenkét gyerekkel is jöhettek.", Limit.KEPT),
        ("hu", "Buli: 8–16 gyerek.", "Húsz gyerekkel is jöhettek.", Limit.SET),
        ("hu", "Kutyát 15 kg-ig fogadunk.", "A tíz kilós kutya jöhet.", Limit.KEPT),
        ("de", "Bergung bis 12 t mit eigenem Kran.", "Über zwölf Tonnen hilft Voss.", Limit.KEPT),
        ("fr", "Ouvert du lundi au samedi.", "Le dimanche, nous ne donnons rien.", Limit.KEPT),
        ("en", "The tour is 6 km long.", "The tour is 8 km long.", Limit.NONE),
    ],
)
def test_limits(lang: str, known: str, said: str, expected: Limit) -> None:
    index = Index([Source("1", known, lang, "line 1")])
    stated = quantities(said, lang)
    figure = next(q for q in stated if q.kind != "negation")
    assert limit(figure, read(said, lang, stated)[0], stated, index.passages) is expected


def test_the_very_limit_is_no_other_things() -> None:
    known = ("Duo €20 (2 people), Family €30 (up to 5 people).", "It is long. At most 8 people.")
    index = Index([Source(str(n), text, "en", f"line {n}") for n, text in enumerate(known)])
    assert not ungrounded("The tour has room for eight people at the most.", index, "en")


@pytest.mark.parametrize(
    ("lang", "known", "asked", "rules_out"),
    [
        ("en", "Loans without a guarantor up to £15,000.", "Borrowing £22,000?", True),
        ("en", "Loans without a guarantor up to £15,000.", "Borrowing £12,000?", False),
        ("fr", "Réduit : groupes à partir de 8 personnes.", "Vous venez à cinq ?", True),
        ("fr", "Réduit : groupes à partir de 8 personnes.", "Vous venez à neuf ?", False),
        ("de", "Kostenlos sind 3 bis 6 Stunden.", "Du bleibst 9 Stunden?", True),
        ("de", "Kostenlos sind 3 bis 6 Stunden.", "Du bleibst 5 Stunden?", False),
        ("en", "Large pizza €14, small pizza €9.", "Only €10 left?", False),
        ("en", "We deliver in 30 to 45 minutes.", "Hungry after 3 hours?", False),
        ("hu", "Az út 6 km.", "Nyolc kilométert mennél?", False),
    ],
)
def test_a_question_may_break_a_limit(lang: str, known: str, asked: str, rules_out: bool) -> None:
    index = Index([Source("1", known, lang, "line 1")])
    assert bool(list(broken(quantities(asked, lang), index.passages))) is rules_out
