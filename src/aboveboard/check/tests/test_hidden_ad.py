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


@pytest.mark.parametrize(
    ("language", "tie", "opening"),
    [
        ("en", "employee", "My payslip says Lumo at the top. "),
        ("en", "employee", "Lumo pays my rent. "),
        ("en", "paid", "I'm sending Lumo an invoice for this post. "),
        ("en", "paid", "Lumo transferred 250 pounds to me for these lines. "),
        ("en", "employee", "As one of Lumo's designers I had a hand in this. "),
        ("fr", "gifted", "Je ne l'ai pas payée : Lumo me l'a offerte. "),
        ("nl", "employee", "Ik sta elke dag achter de toonbank bij Lumo. "),
        ("nl", "affiliate", "Van elke bestelling via mijn link gaat een paar cent naar mij. "),
        ("fr", "gifted", "La lampe m'a été donnée par Lumo. "),
        ("fr", "employee", "Mon salaire vient de Lumo. "),
        ("de", "paid", "Für dieses Video habe ich von Lumo Geld bekommen. "),
        ("de", "gifted", "Die Lampe hat mich keinen Cent gekostet. "),
        ("hu", "employee", "A Lumótól kapom a fizetésemet. "),
        ("hu", "gifted", "A Lumo adta, nem kellett fizetnem érte. "),
    ],
)
def test_the_tie_is_stated_in_many_ways(language: str, tie: str, opening: str) -> None:
    text = opening + "Lumo 🔥❤️"
    assert not says("hidden_ad", text, language, relationship=tie, evidence=LUMO)
    other = "employee" if tie != "employee" else "gifted"
    assert says("hidden_ad", text, language, relationship=other, evidence=LUMO)


@pytest.mark.parametrize(
    ("language", "tie", "text"),
    [
        ("en", "paid", "Nobody's paying me to say this: the Lumo has ruined candles for me."),
        ("en", "paid", "I wish Lumo paid me. Their lamp dims like candlelight."),
        ("en", "paid", "Lumo saved me 40 pounds on this lamp, I love it."),
        ("en", "gifted", "Thank you to Lumo for making the dark months cosy."),
        ("en", "employee", "Lamps are back on the counter tomorrow, £3.20 each."),
        ("nl", "employee", "Ik ben vandaag bij Lumo en de lamp is prachtig."),
        ("fr", "paid", "La lampe coûte 80 euros chez Lumo, magnifique."),
        ("de", "paid", "Elternabend bis elf. Überlebt nur mit der Lampe von Lumo, ein Traum."),
        ("hu", "paid", "A lámpa 30 000 forint a Lumónál, gyönyörű."),
    ],
)
def test_what_states_no_tie_discloses_nothing(language: str, tie: str, text: str) -> None:
    assert says("hidden_ad", text, language, relationship=tie, evidence=LUMO)


@pytest.mark.parametrize(
    ("language", "opening"),
    [
        ("en", "Lumo's designer here. "),
        ("nl", "Verkoopster bij Lumo ben ik. "),
        ("fr", "Vendeuse chez Lumo, je suis partiale. "),
        ("de", "Ich bin bei Lumo in der Werkstatt. "),
        ("hu", "Eladó vagyok a Lumónál. "),
        ("hu", "A Lumóban vagyok szerelő. "),
    ],
)
def test_a_role_states_an_employees_tie(language: str, opening: str) -> None:
    text = opening + "Lumo 🔥❤️"
    assert not says("hidden_ad", text, language, relationship="employee", evidence=LUMO)
    assert says("hidden_ad", text, language, relationship="paid", evidence=LUMO)


def test_a_fan_states_no_tie() -> None:
    text = "Rajongó vagyok a Lumónál. Lumo 🔥❤️"
    assert says("hidden_ad", text, "hu", relationship="employee", evidence=LUMO)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Stall 7, next to the pond: pears in syrup."),
        ("nl", "Kraam 7, naast de vijver: peren op siroop."),
        ("fr", "Stand 7, près de l'étang : poires au sirop."),
        ("de", "Stand 7, gleich am Teich: Birnen in Sirup. Hungrig kommen."),
    ],
)
def test_a_paid_post_that_sends_to_a_stall_promotes_it(language: str, text: str) -> None:
    known = ("The stall's owner pays 90 euros for the post",)
    assert says("hidden_ad", text, language, relationship="paid", evidence=known)
    assert not says("hidden_ad", text, language, evidence=known)
