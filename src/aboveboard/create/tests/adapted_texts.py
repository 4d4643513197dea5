"""A post in each of the five languages, with facts, a denial, a link and tags; and its brief."""

from aboveboard.channels.registry import network
from aboveboard.create.words.origins import Origin, Passage
from aboveboard.create.words.writer import Material, Room

PERSON = Origin(kind="person", by="marit", at="2026-11-21T09:00+00:00")
TEXTS = {
    "en": (
        "Clay pans, wind and patience: that is all there is to it. Nobody hurries the sea.\n\n"
        "On 5 December you can rake a tray of your own, from 10:00 to 16:00. Wear boots, because "
        "the paths are clay. But dogs are not allowed on the paths.\n\n"
        "A tin of flakes costs €6.40. We fill 1,200 tins a year by hand.\n\n"
        "Book a time: https://brackwater.example/open\n\n#OpenPans #SeaSalt"
    ),
    "nl": (
        "Kleipannen, wind en geduld: meer is het niet. Niemand haast de zee.\n\n"
        "Op 5 december hark je zelf een schaal, van 10:00 tot 16:00 uur. Draag laarzen, want de "
        "paden zijn van klei. Maar honden mogen niet op de paden.\n\n"
        "Een blikje vlokken kost € 6,40. We vullen 1.200 blikjes per jaar met de hand.\n\n"
        "Kies een tijd: https://brackwater.example/open\n\n#OpenPannen #Zeezout"
    ),
    "fr": (
        "Des bassins d'argile, du vent et de la patience. Personne ne presse la mer.\n\n"
        "Le 5 décembre, vous pouvez ratisser votre propre plateau, de 10 h à 16 h. Mettez des "
        "bottes, car les chemins sont en argile. Mais les chiens ne sont pas admis.\n\n"
        "Une boîte de fleur de sel coûte 6,40 €. Nous remplissons 1 200 boîtes par an à la main."
        "\n\nRéservez une heure : https://brackwater.example/open\n\n#SelMarin #Argile"
    ),
    "de": (
        "Lehmpfannen, Wind und Geduld: Mehr braucht es nicht. Niemand treibt das Meer zur Eile."
        "\n\nAm 5. Dezember könnt ihr selbst ein Blech harken, von 10:00 bis 16:00 Uhr. Zieht "
        "Stiefel an, denn die Wege sind aus Lehm. Hunde dürfen aber nicht auf die Wege.\n\n"
        "Eine Dose Flocken kostet 6,40 €. Wir füllen 1.200 Dosen im Jahr von Hand.\n\n"
        "Wählt eine Zeit: https://brackwater.example/open\n\n#Meersalz #Lehm"
    ),
    "hu": (
        "Agyagmedencék, szél és türelem: ennyi az egész. A tengert senki sem sietteti.\n\n"
        "December 5-én bárki kigereblyézhet egy tálcát, 10:00 és 16:00 óra között. Jöjjenek "
        "csizmában, mert az utak agyagosak. De kutyát nem lehet behozni.\n\n"
        "Egy doboz sópehely 6,40 €. Évente 1200 dobozt töltünk meg kézzel.\n\n"
        "Foglaljon időpontot: https://brackwater.example/open\n\n#TengeriSó #Agyag"
    ),
}
FACTS = {
    "en": "Children under 12 come in free.",
    "nl": "Kinderen onder de 12 komen gratis binnen.",
    "fr": "L'entrée est gratuite pour les moins de 12 ans.",
    "de": "Kinder unter 12 haben freien Eintritt.",
    "hu": "12 év alatt ingyenes a belépés.",
}


def written(language: str) -> tuple[Passage, ...]:
    return (Passage(text=TEXTS[language], origin=PERSON),)


def brief(language: str) -> Material:
    return Material(
        messages=[TEXTS[language].split("\n\n")[0]],
        proof=[(FACTS[language], "open-day.md, line 7")],
        ask="",
        link="",
        tags=(),
        campaign="",
        language=language,
        author="marit",
        at="2026-11-21T09:00+00:00",
    )


def room(name: str) -> Room:
    adapter = network(name)
    return Room(
        fits=lambda text: adapter.count(text) <= adapter.limits.text,
        limit=adapter.limits.text,
        threads=adapter.capabilities.threads,
        source=name,
    )
