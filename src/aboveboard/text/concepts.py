"""What people ask brands about, in five languages: words of one row mean the same to a search.

Written as beginnings of words; a row's name stands for all of them.
"""

from functools import cache

import regex

from aboveboard.text.found.names import fold
from aboveboard.text.quantity import Kind

# Each row: what it is about, then the beginnings of words in any of the languages.
_ROWS: dict[str, str] = {
    "opening": "open opening openings geopend openingstijd ouvert ouvertur horair offen geoffnet "
    "offnung nyitva nyitvatart nyit",
    "closed": "closed close closing gesloten sluit ferme ferment geschlossen schliesst zarva zar",
    "price": "price cost costs prijs prijzen kost kosten tarief prix cout coute tarif preis preise "
    "kostet ar ara arak kerul mennyib fizet pay",
    "delivery": "lever deliver delivery ship shipping bezorg verzend levering livrais livrer livre "
    "liefer versand versend szallit kiszallit posta",
    "address": "address located location adres gevestigd adresse situe liegt adress cim talalhato",
    "founded": "founded began started since opgericht begonnen sinds fonde fondee depuis cree "
    "gegrundet seit alapitott alapit ota",
    "return": "return refund exchange retour terugstur ruil rembours echang ruckgab umtausch "
    "erstatt visszakuld visszater csere",
    "parking": "park parking parkeer parkeren stationn parken parkplatz parkol",
    "booking": "book booking reserve reserver reservation boek boeken afspraak reserveer reserv "
    "rendez buch buchen termin foglal idopont",
    "contact": "contact phone telephone call email mail contact bel telefoon appel joindre kontakt "
    "anruf telefon hiv elerhet",
    "people": "team staff employee people work medewerker werknemer mensen equipe salarie employe "
    "mitarbeit leute munkatars csapat dolgoz",
    "free": "free gratis gratuit kostenlos ingyen dij",
    "owner": "owner runs founder eigenaar oprichter propriet fondateur inhaber grunder tulajdonos "
    "alapito",
    "guarantee": "guarantee warranty garantie garanti garancia jotallas szavatoss",
    "ingredient": "ingredient contain made ingredi bevat gemaakt contient fait zutat enthalt "
    "gemacht hergestellt osszetev tartalmaz keszul",
    "discount": "discount sale offer korting actie aanbieding reduc remise solde rabatt angebot "
    "kedvezm akcio",
    "child": "child children kid kids kind kinderen enfant kinder gyerek gyermek",
    "dog": "dog dogs hond honden chien chiens hund hunde kutya kutyak",
    "summer": "summer zomer ete sommer nyar nyari",
    "winter": "winter hiver tel teli",
    "salt": "salt zout sel salz so soja",
    "bicycle": "bike bicycle fiets velo bicyclette fahrrad kerekpar bicikli",
    "bread": "bread brood pain brot kenyer",
    "shop": "shop store winkel magasin boutique laden geschaft bolt uzlet",
    "weight": "weigh weight gewicht weegt poids pese gewicht wiegt suly",
    "gift": "gift present cadeau geschenk ajandek voucher bon gutschein utalvany",
    "market": "market markt marche piac",
    "tour": "tour guided rondleiding visite visiter fuhrung besichtig vezetes latogat visit bezoek "
    "besuch",
    "monday": "monday maandag lundi montag hetfo",
    "tuesday": "tuesday dinsdag mardi dienstag kedd",
    "wednesday": "wednesday woensdag mercredi mittwoch szerda",
    "thursday": "thursday donderdag jeudi donnerstag csutortok",
    "friday": "friday vrijdag vendredi freitag pentek",
    "saturday": "saturday zaterdag samedi samstag szombat",
    "sunday": "sunday zondag dimanche sonntag vasarnap",
}
# What a question asks for is stated as one of these.
_ASKED: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (r"how much|what .*\bcosts?|price|hoeveel kost|wat kost|prijs|combien co[uû]te|quel.* prix|"
     r"wie ?viel kostet|was kostet|preis|mennyibe|mennyi az ár", ("price",)),
    (r"^when|what time|hours|wanneer|hoe laat|quand|à quelle heure|horaires?|wann|uhrzeit|mikor|"
     r"hány óra|nyitva", ("time", "date", "weekday", "duration")),
    (r"^who|wie is|wie heeft|^qui\b|^wer\b|^ki\b|^kik\b", ("name",)),
    (r"how many|hoeveel|combien|wie ?viele|hány", ("number", "measure", "duration")),
    (r"how long|hoe lang|combien de temps|wie lange|meddig|mennyi idő", ("duration", "measure")),
    (r"phone|call|telefoon|bellen|téléphone|telefon|anrufen", ("phone",)),
    (r"e-?mail|website|webadres|site web|webseite|honlap", ("email", "url")),
)  # fmt: skip


def concepts(word: str) -> frozenset[str]:
    """What a word is about, told by its beginning."""
    flat = fold(word)
    return frozenset(name for name, starts in _table() if _begins(flat, starts))


def asked_kinds(question: str) -> frozenset[Kind]:
    """What kinds of statement would answer a question; empty when it does not tell."""
    flat = question.casefold().strip()
    return frozenset(
        kind for pattern, kinds in _ASKED if regex.search(pattern, flat) for kind in kinds
    )


def _begins(word: str, starts: frozenset[str]) -> bool:
    if word in starts:
        return True
    return any(len(start) >= 4 and word.startswith(start) for start in starts)


@cache
def _table() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((name, frozenset(said.split())) for name, said in _ROWS.items())
