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


def test_a_quote_needs_consent_of_its_own_speaker() -> None:
    text = "“I slept like a stone on this,” says Agnes Bell."
    for entry, fires in (
        ("Consent of Agnes Bell on file", False),
        ("Consent of Tom Vale on file", True),
        ("Agnes Bell has not given consent", True),
        ("A contract", True),
    ):
        assert bool(says("ai_testimony", text, author="virtual", evidence=(entry,))) is fires
