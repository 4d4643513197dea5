"""What nobody lived is not told as lived; what a program can say of itself may be said."""

import pytest

from aboveboard.check.tests.saying import f1, says

LIVED = {
    "en": ("Woke up with sore legs.", "My skin feels soft.", "I've never slept better."),
    "nl": (
        "Wakker geworden met spierpijn.",
        "Mijn huid voelt zacht.",
        "Nooit zo goed geslapen.",
    ),
    "fr": ("Réveillée avec les jambes lourdes.", "Ma peau est douce.", "J'ai adoré ce concert."),
    "de": ("Mit schweren Beinen aufgewacht.", "Meine Haut ist weich.", "Ich habe so gelacht."),
    "hu": ("Izomlázzal ébredtem.", "A bőröm puha lett.", "Soha nem aludtam ilyen jól."),
}
NOT_LIVED = {
    "en": (
        "Sore legs are common.",
        "Does your skin feel soft?",
        "I have no skin to feel it.",
    ),
    "nl": ("Zware benen zijn normaal.", "Voelt je huid zacht?", "Ik heb zelf geen huid."),
    "fr": ("Imaginez une peau douce.", "Votre peau est douce ?", "Je n'ai pas de peau."),
    "de": ("Stell dir weiche Haut vor.", "Ist deine Haut weich?", "Ich habe keine Haut."),
    "hu": ("Képzeld el, milyen puha.", "Puha a bőröd?", "Nincs bőröm, ezért másokat kérdeztem."),
}


# Told without "I".
TAUGHT = {
    "en": ("Thirty harvests, years in the rows in all weather: that trains the eye.",),
    "nl": ("Jaren achter een kraam in weer en wind: dat scherpt het oog.",),
    "fr": ("Vingt ans de marchés, de pluie et de vent : ça forge le regard.",),
    "de": ("Jahre hinter der Werkbank haben mich gelehrt, genau zu messen.",),
    "hu": ("Húsz év a műhelyben megtanított pontosan mérni.",),
}
# Said of oneself, and nothing lived: what is lacked, known, counted, regretted, decided.
LACKED = {
    "en": (
        "I have neither hands nor oven, I only know the recipe.",
        "My condolences to the crew.",
        "Our museum stays closed today.",
        "If I had feet, I could not say it better: the path is steep.",
    ),
    "nl": (
        "Zelf heb ik hand noch oven, ik ken alleen het recept.",
        "Mijn medeleven aan de ploeg.",
        "Ons museum blijft vandaag gesloten.",
        "Wel weet ik dat het pad steil is.",
    ),
    "fr": (
        "Je n'ai ni mains ni four, je connais seulement la recette.",
        "Mes condoléances à l'équipage.",
        "Notre musée reste fermé aujourd'hui.",
    ),
    "de": (
        "Ich habe weder Hände noch Ofen, ich kenne nur das Rezept.",
        "Mein Beileid der Mannschaft.",
        "Unser Museum bleibt heute geschlossen.",
    ),
    "hu": (
        "Se kezem, se sütőm, csak a receptet ismerem.",
        "Részvétem a legénységnek.",
        "A múzeumunk ma zárva marad.",
    ),
}


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de", "hu"])
def test_it_is_right_on_its_set(language: str) -> None:
    assert f1("ai_testimony", language) >= 0.95


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "nl", "fr", "de", "hu"])
def test_what_is_lived(language: str) -> None:
    for text in LIVED[language]:
        assert says("ai_testimony", text, language, author="virtual"), text
        assert says("ai_testimony", text, language, ai={"text": "generated"}), text
        assert not says("ai_testimony", text, language, ai={"text": "assisted"}), text
    for text in NOT_LIVED[language]:
        assert not says("ai_testimony", text, language, author="virtual"), text


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de", "hu"])
def test_what_is_told_without_i_and_what_a_program_lacks(language: str) -> None:
    for text in TAUGHT[language]:
        assert says("ai_testimony", text, language, author="virtual"), text
        assert not says("ai_testimony", text, language), text
    for text in LACKED[language]:
        assert not says("ai_testimony", text, language, author="virtual"), text


def test_a_quote_needs_consent_of_its_own_speaker() -> None:
    text = "“I slept like a stone on this,” says Agnes Bell."
    for entry, fires in (
        ("Consent of Agnes Bell on file", False),
        ("Consent of Tom Vale on file", True),
        ("Agnes Bell has not given consent", True),
        ("A contract", True),
    ):
        assert bool(says("ai_testimony", text, author="virtual", evidence=(entry,))) is fires
