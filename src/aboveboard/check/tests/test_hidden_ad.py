"""What is paid for, given or earned by is said plainly, truly, first and in the post's language."""

import pytest

from aboveboard.check.tests.saying import f1, says

BODY = "My Lumo lamp is lovely, I love it."
LUMO = ("Contract with Lumo Lamps",)


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de", "hu"])
def test_it_is_right_on_its_set(language: str) -> None:
    assert f1("hidden_ad", language) >= 0.95


@pytest.mark.parametrize(
    ("opening", "tie", "fires"),
    [
        ("Ad: ", "paid", False),
        ("#ad ", "employee", False),
        ("#one #two #three #ad ", "paid", False),
        ("#one #two #three #four #ad ", "paid", True),
        ("\n#ad ", "paid", False),
        ("\n\n#ad ", "paid", True),
        ("#sp ", "paid", True),
        ("Not an ad. ", "paid", True),
        ("I saw their ad on TV. ", "paid", True),
        ("Lumo sent me this for free. ", "gifted", False),
        ("Lumo sent me this for free. ", "paid", True),
        ("I earn a commission if you buy. ", "affiliate", False),
        ("I earn a commission if you buy. ", "employee", True),
        ("I work at Lumo. ", "employee", False),
        ("Lumo paid me. ", "paid", False),
        ("", "none", False),
    ],
)
def test_the_words_are_plain_true_and_first(opening: str, tie: str, fires: bool) -> None:
    said = says("hidden_ad", opening + BODY, relationship=tie, evidence=LUMO)
    assert bool(said) is fires


def test_the_fold_is_at_125_characters() -> None:
    body = "Lumo lamp, lovely. " + "x" * 98
    assert len(body) == 117
    for gap, fires in ((4, False), (5, False), (6, True)):
        text = body + " " * gap + "#ad"
        assert bool(says("hidden_ad", text, relationship="paid", evidence=LUMO)) is fires


@pytest.mark.parametrize(
    ("language", "text", "evidence"),
    [
        ("nl", "#ad Mijn Lumo is zo fijn.", "Contract met Lumo"),
        ("de", "Unbezahlte Werbung. Meine Lumo ist ein Traum.", "Vertrag mit Lumo"),
        ("hu", "Imádom a Lumómat. #együttműködés", "Szerződés: Lumo"),
        ("fr", "Merci @lumo ! Ma lampe est géniale.", "Contrat avec Lumo"),
    ],
)
def test_other_languages_hide_it_too(language: str, text: str, evidence: str) -> None:
    (said,) = says("hidden_ad", text, language, relationship="paid", evidence=(evidence,))
    assert said.severity == "block"
    assert said.evidence[-1].text == evidence


def test_who_promotes_nothing_owes_nothing() -> None:
    text = "The 8:15 train was late again. Bring a book."
    assert not says("hidden_ad", text, relationship="employee", evidence=("Works at Lumo",))
