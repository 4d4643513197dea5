"""What is found in one language is found in each of the five."""

import pytest

from aboveboard.brand.rules import LANGUAGES
from aboveboard.check.tests.saying import says

SOLD = {
    "en": "90% of our tickets for the boat trip are already sold.",
    "nl": "90% van onze kaartjes voor de boottocht is al verkocht.",
    "fr": "90 % de nos billets pour la balade en bateau sont déjà vendus.",
    "de": "90 % unserer Karten für die Bootsfahrt sind schon verkauft.",
    "hu": "A hajókirándulásra szóló jegyeink 90%-a már elkelt.",
}
EDITION = {
    "en": "Limited edition of 20 vases.",
    "nl": "Beperkte oplage van 20 vazen.",
    "fr": "Édition limitée à 20 vases.",
    "de": "Limitierte Auflage von 20 Vasen.",
    "hu": "Limitált széria, 20 váza.",
}
PAIRS_SOLD = {
    "en": "We have sold 12,000 pairs of these socks since spring.",
    "nl": "Sinds het voorjaar hebben we 12.000 paar van deze sokken verkocht.",
    "fr": "Depuis le printemps, nous avons vendu 12 000 paires de ces chaussettes.",
    "de": "Seit dem Frühling haben wir 12.000 Paar dieser Socken verkauft.",
    "hu": "Tavasz óta 12 000 pár zoknit adtunk el ebből.",
}
SCORN = {
    "en": "If you skip our wine tasting, you clearly have no taste.",
    "nl": "Als je onze wijnproeverij overslaat, heb je duidelijk geen smaak.",
    "fr": "Si vous ratez notre dégustation de vins, c'est que vous n'avez pas de goût.",
    "de": "Wer unsere Weinprobe auslässt, hat einfach keinen Geschmack.",
    "hu": "Ha kihagyod a borkóstolónkat, akkor egyszerűen nincs ízlésed.",
}
LOST = {
    "en": "Book by Friday or your place is gone.",
    "hu": "Foglalj péntekig, különben a helyed elúszik.",
}
DELETED = {
    "en": "If you do not renew today, we will delete all your photos.",
    "nl": "Als je vandaag niet verlengt, wissen we al je foto's.",
    "fr": "Si vous ne renouvelez pas aujourd'hui, nous supprimerons toutes vos photos.",
    "de": "Wenn Sie heute nicht verlängern, löschen wir alle Ihre Fotos.",
    "hu": "Ha ma nem hosszabbítasz, töröljük az összes fotódat.",
}
KEPT = {
    "en": "Your photos stay yours, even if you cancel the subscription.",
    "nl": "Je foto's blijven van jou, ook als je het abonnement opzegt.",
    "fr": "Vos photos restent à vous, même si vous résiliez l'abonnement.",
    "de": "Ihre Fotos bleiben Ihre, auch wenn Sie das Abo kündigen.",
    "hu": "A fotóid a tieid maradnak, akkor is, ha lemondod az előfizetést.",
}
LAST_PLACES = {
    "en": "Two seats left on the Saturday bread course. Book now.",
    "nl": "Nog twee plaatsen vrij in de broodcursus van zaterdag. Boek nu.",
    "fr": "Deux places restantes pour le cours de pain de samedi. Réservez maintenant.",
    "de": "Noch zwei Plätze frei im Brotbackkurs am Samstag. Jetzt buchen.",
    "hu": "Két hely maradt a szombati kenyérsütő tanfolyamon. Foglalj most.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_manipulation_holds_what_is_sold_against_the_stock(language: str) -> None:
    assert says("manipulation", SOLD[language], language, stock=80)
    assert not says("manipulation", SOLD[language], language, stock=6)
    assert says("manipulation", EDITION[language], language, stock=120)
    assert not says("manipulation", EDITION[language], language, stock=20)


@pytest.mark.parametrize("language", LANGUAGES)
def test_manipulation_reads_a_count_on_file_in_english_too(language: str) -> None:
    text = PAIRS_SOLD[language]
    assert says("manipulation", text, language)
    assert not says("manipulation", text, language, evidence=["sales log: 12,340 pairs sold"])
    assert says("manipulation", text, language, evidence=["sales log: 1,234 pairs sold"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_manipulation_hears_scorn_and_threats(language: str) -> None:
    (scorn,) = says("manipulation", SCORN[language], language)
    assert "shame" in scorn.rule
    (threat,) = says("manipulation", DELETED[language], language)
    assert "no. 12" in threat.rule


@pytest.mark.networks
@pytest.mark.slow
@pytest.mark.parametrize("language", LOST)
def test_manipulation_is_not_ruled_out_where_a_place_is_lost(language: str) -> None:
    assert says("manipulation", LOST[language], language)
    assert not says("manipulation", LOST[language], language, deadline="2026-11-27")


@pytest.mark.networks
@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_manipulation_is_not_ruled_out_beside_a_call_to_buy(language: str) -> None:
    assert says("manipulation", LAST_PLACES[language], language)
    assert not says("manipulation", LAST_PLACES[language], language, stock=2)
    assert not says("manipulation", KEPT[language], language)


TREES_SOLD = {
    "en": "One lamp sold, five trees planted.",
    "nl": "Eén lamp verkocht, vijf bomen geplant.",
    "fr": "Une lampe vendue, cinq arbres plantés.",
    "de": "Eine verkaufte Lampe, fünf gepflanzte Bäume.",
    "hu": "Egy eladott lámpa, öt elültetett fa.",
}
TREES_THERE = {
    "en": "On Saturday we plant three trees in the park.",
    "nl": "Zaterdag planten we drie bomen in het park.",
    "fr": "Samedi, nous plantons trois arbres dans le parc.",
    "de": "Am Samstag pflanzen wir drei Bäume im Park.",
    "hu": "Szombaton három fát ültetünk a parkban.",
}
EMITS_NOTHING = {
    "en": "Our ferry emits nothing.",
    "nl": "Onze veerboot stoot niets uit.",
    "fr": "Notre bac n'émet rien.",
    "de": "Unsere Fähre stößt nichts aus.",
    "hu": "A kompunk semmit sem bocsát ki.",
}
WHOLE_RANGE = {
    "en": "Our whole collection is made of organic cotton.",
    "nl": "Onze hele collectie is van biologisch katoen.",
    "fr": "Toute notre collection est en coton bio.",
    "de": "Unsere gesamte Kollektion ist aus Bio-Baumwolle.",
    "hu": "Az egész kollekciónk biopamutból készül.",
}
OWN_PLANS = {
    "en": "This year I want to live more sustainably and buy less plastic.",
    "nl": "Dit jaar wil ik duurzamer leven en minder plastic kopen.",
    "fr": "Cette année, je veux vivre de façon plus durable et acheter moins de plastique.",
    "de": "Dieses Jahr will ich nachhaltiger leben und weniger Plastik kaufen.",
    "hu": "Idén fenntarthatóbban szeretnék élni, és kevesebb műanyagot venni.",
}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_green_claim_finds_trees_that_are_sold_and_nothing_emitted(language: str) -> None:
    (trees,) = says("green_claim", TREES_SOLD[language], language)
    assert "4c" in trees.rule
    assert not says("green_claim", TREES_THERE[language], language)
    assert says("green_claim", EMITS_NOTHING[language], language)
    assert not says("green_claim", OWN_PLANS[language], language)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_green_claim_wants_a_proof_for_the_whole_range(language: str) -> None:
    some, all_of_it = (
        f"GOTS certificate 55120: {goods}, organic cotton" for goods in ("shirts", "whole range")
    )
    assert says("green_claim", WHOLE_RANGE[language], language, evidence=[some])
    assert not says("green_claim", WHOLE_RANGE[language], language, evidence=[all_of_it])


IN_PLACE_OF_TREATMENT = {
    "en": "Pilates replaces your physiotherapy. Our new course starts on Monday.",
    "nl": "Pilates vervangt je fysiotherapie. Onze nieuwe cursus start maandag.",
    "fr": "Le pilates remplace la physiothérapie. Notre nouveau cours démarre lundi.",
    "de": "Pilates ersetzt die Physiotherapie. Unser neuer Kurs beginnt am Montag.",
    "hu": "A pilates kiváltja a fizioterápiát. Hétfőn indul az új tanfolyamunk.",
}
NOT_IN_PLACE_OF_TREATMENT = {
    "en": "Pilates does not replace your physiotherapy. Our new course starts on Monday.",
    "nl": "Pilates vervangt geen fysiotherapie. Onze nieuwe cursus start maandag.",
    "fr": "Le pilates ne remplace pas la physiothérapie. Notre nouveau cours démarre lundi.",
    "de": "Pilates ersetzt keine Physiotherapie. Unser neuer Kurs beginnt am Montag.",
    "hu": "A pilates nem váltja ki a fizioterápiát. Hétfőn indul az új tanfolyamunk.",
}
ALWAYS_WORTH_IT = {
    "en": "Silver coins never lose their value. Order them from us.",
    "nl": "Zilveren munten verliezen nooit hun waarde. Bestel ze bij ons.",
    "fr": "Les pièces d'argent ne perdent jamais leur valeur. Commandez chez nous.",
    "de": "Silbermünzen verlieren nie an Wert. Bestellt sie bei uns.",
    "hu": "Az ezüstérmék sosem veszítenek az értékükből. Rendeld meg nálunk.",
}
NOT_ALWAYS_WORTH_IT = {
    "en": "Silver does not always keep its value. Our brochure explains the risks.",
    "nl": "Zilver houdt niet altijd zijn waarde. Onze brochure legt de risico's uit.",
    "fr": "L'argent ne garde pas toujours sa valeur. Notre brochure explique les risques.",
    "de": "Silber behält nicht immer seinen Wert. Unsere Broschüre erklärt die Risiken.",
    "hu": "Az ezüst nem mindig őrzi meg az értékét. A füzetünk elmagyarázza a kockázatot.",
}
UNHARMED = {
    "en": "On our mattress your baby can never choke.",
    "nl": "Op onze matras kan je baby nooit stikken.",
    "fr": "Sur notre matelas, votre bébé ne peut pas s'étouffer.",
    "de": "Auf unserer Matratze kann euer Baby nicht ersticken.",
    "hu": "A matracunkon nem fulladhat meg a babád.",
}
SAID_AND_DENIED = {
    "en": "Some say that garlic cures diabetes. That is not true.",
    "nl": "Sommigen zeggen: knoflook geneest diabetes. Dat is niet waar.",
    "fr": "Certains disent que l'ail guérit le diabète. C'est faux.",
    "de": "Manche sagen, Knoblauch heilt Diabetes. Das stimmt nicht.",
    "hu": "Egyesek szerint a fokhagyma gyógyítja a cukorbetegséget. Ez nem igaz.",
}
SAID_AND_UPHELD = {
    "en": "Some say that garlic cures diabetes. That is true.",
    "nl": "Sommigen zeggen: knoflook geneest diabetes. Dat is waar.",
    "fr": "Certains disent que l'ail guérit le diabète. C'est vrai.",
    "de": "Manche sagen, Knoblauch heilt Diabetes. Das stimmt.",
    "hu": "Egyesek szerint a fokhagyma gyógyítja a cukorbetegséget. Ez igaz.",
}


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_unsafe_claim_hears_what_replaces_treatment_and_never_loses(language: str) -> None:
    assert says("unsafe_claim", IN_PLACE_OF_TREATMENT[language], language)
    assert not says("unsafe_claim", NOT_IN_PLACE_OF_TREATMENT[language], language)
    assert says("unsafe_claim", ALWAYS_WORTH_IT[language], language)
    assert not says("unsafe_claim", NOT_ALWAYS_WORTH_IT[language], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_unsafe_claim_takes_unharmed_for_a_promise_not_a_denial(language: str) -> None:
    assert says("unsafe_claim", UNHARMED[language], language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_unsafe_claim_lets_be_what_others_say_and_the_post_denies(language: str) -> None:
    assert not says("unsafe_claim", SAID_AND_DENIED[language], language)
    assert says("unsafe_claim", SAID_AND_UPHELD[language], language)
