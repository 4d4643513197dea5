"""More of what Dutch writers get wrong, and right sentences that look like it."""

import pytest

from aboveboard.text.correcting.agreeing.rules import agreement
from aboveboard.text.correcting.correction import taken
from aboveboard.text.correcting.phrases import phrase_corrections
from aboveboard.text.correcting.surely import sure_corrections
from aboveboard.text.correcting.veiled import veiled

WRONG = [
    # The preposition that a word asks for.
    ("Ons menu bestaat van drie gangen.", "bestaat uit"),
    ("We zijn apetrots over ons koor.", "apetrots op"),
    ("Zin voor een ijsje?", "Zin in"),
    ("Abonneer je voor onze nieuwsbrief.", "Abonneer je op"),
    ("Ons hotel beschikt van twee zalen.", "beschikt over"),
    ("Luister onze nieuwe podcast.", "Luister naar"),
    ("De les is zaterdag op 14.00 uur.", "zaterdag om"),
    # As and than, if and whether, and other pairs.
    ("Bakken is makkelijker als je denkt!", "makkelijker dan"),
    ("Drink je liever koffie als thee?", "liever koffie dan"),
    ("De prijs is hetzelfde dan nu.", "hetzelfde als"),
    ("Zowel jong en oud kan meedoen.", "Zowel jong als"),
    ("Niet alleen de soep, en ook het brood is vers.", "maar ook"),
    ("We weten nog niet als het doorgaat.", "weten nog niet of"),
    ("Als wij in 2001 begonnen, was het stil.", "Toen"),
    ("We hebben noch een paar bomen.", "nog"),
    ("Na we verhuisd waren, kwam de sneeuw.", "Nadat"),
    ("Niemand hoeft niet te betalen.", "Niemand hoeft"),
    ("We hebben vandaag niet verse vis.", "geen"),
    # Small words.
    ("Wij zorgen voor dat je tuin klaar is.", "zorgen ervoor dat"),
    ("We verheugen op je komst!", "We verheugen ons"),
    ("We hebben nog twintig!", "er nog"),
    ("Is nog taart?", "Is er"),
    ("Zonder hun was dit niet gelukt.", "Zonder hen"),
    ("Mijn broer en mij runnen de winkel.", "ik"),
    ("Stuur mijn gerust een bericht.", "mij"),
    ("Kom naar mij winkel.", "mijn"),
    ("Zin in iets lekker bij de thee?", "iets lekkers"),
    ("Wij zijn klein bedrijf in Breda.", "een klein"),
    ("Een aantal van vrijwilligers hielp mee.", "aantal"),
    ("De vrouw wie de sleutel vond, belde.", "De vrouw die"),
    ("Die het eerst komt, wint een taart.", "Wie"),
    ("Het huis in dat de schrijver woonde.", "waarin"),
    ("Wij zijn beide al lid.", "beiden"),
    # Nouns and endings.
    ("We hebben vers aardbeien.", "verse"),
    ("Onze nieuw workshops starten in mei.", "nieuwe"),
    ("De vergrootte zaal is open.", "vergrote"),
    ("Wij zoeken een nieuw collega.", "nieuwe"),
    ("Wij bellen iemand voor het receptie van het hotel.", "de"),
    ("Door de mooie weer zit het vol.", "het "),
    ("De lekkerst broodjes van de stad.", "lekkerste"),
    ("Peter's nieuwe fiets is rood.", "Peters"),
    ("Annas bloemenhoek is open.", "Anna’s"),
    ("Proef van Hans beroemde appelgebak.", "Hans’"),
    ("Alle cadeau's zijn ingepakt.", "cadeaus"),
    ("Er staan veel autos op straat.", "auto’s"),
    ("Onze zomer collectie hangt in de winkel.", "zomercollectie"),
    ("We zoeken een keuken tafel voor de zaal.", "keukentafel"),
    # Verbs and who does it.
    ("Wat vindt je van de kaart?", "vind"),
    ("Komt je ook naar het feest?", "Kom"),
    ("Houdt onze pagina in de gaten!", "Houd"),
    ("Wordt vrijwilliger bij ons!", "Word"),
    ("Wees welkom: hun staan al klaar.", "zij"),
    ("Het personeel zijn er klaar voor.", "is"),
    ("In 1950 verhuurden mijn opa hier boten.", "verhuurde"),
    ("Morgen opent onze winkels weer.", "openen"),
    ("Een van onze vrijwilligers zijn jarig.", "is"),
    ("Wij speelde gisteren goed.", "speelden"),
    ("Vorige week melden zich dertig leden.", "meldden"),
    ("Er staat nog drie elektrische fietsen.", "staan"),
    ("Onze vrijwilligster Truus viert zijn jubileum.", "haar"),
    ("Ben er snel bij!", "Wees"),
    ("Wij liggen een nieuwe vloer.", "Wij leggen"),
    ("De boeken leggen op tafel.", "liggen"),
    ("Morgen kennen we niet komen.", "kunnen"),
    ("Kan je onze nieuwe kok al?", "Ken je"),
    ("Heeft het je opgevallen?", "Is"),
    ("We zijn enorm genoten van het concert.", "hebben"),
    ("De muur is door kinderen schilderen.", "geschilderd"),
    # "Te".
    ("Je mag hier gratis te zwemmen.", "zwemmen"),
    ("We proberen elke vraag snel beantwoorden.", "te beantwoorden"),
    ("Vergeet niet je pas te meenemen.", "mee te nemen"),
    ("Vind je het leuk om koken voor een groep?", "te koken"),
    ("Kom langs voor onze wijn te proeven.", "om"),
    # Where the verb and "niet" stand.
    ("Helaas de markt gaat zondag niet door.", "gaat de markt"),
    ("Sinds de verbouwing het museum heeft een café.", "heeft het museum"),
    ("Bij ons je kunt lekker eten.", "kun je"),
    ("Als je nu boekt, je krijgt een drankje.", "krijg je"),
    ("Omdat er wordt aan de weg gewerkt.", "aan de weg gewerkt wordt"),
    ("Omdat we moeten de vloer drogen.", "de vloer moeten drogen"),
    ("We zijn dicht, want de hele ploeg op cursus is.", "omdat"),
    ("Laat ons weten met hoeveel personen komen jullie eten.", "jullie komen eten"),
    ("Het pand waar gaan we in mei openen.", "we in mei gaan openen"),
    ("De les gaat vanavond door niet.", "niet door"),
    ("Vergeet je kaart mee te nemen niet!", "Vergeet niet je kaart mee te nemen"),
    ("We hebben gebakken een taart.", "een taart gebakken"),
]
RIGHT = [
    "Stel je voor dat je thuiskomt in een huis dat fris ruikt.",
    "Vergeet je zwembroek niet en vergeet niet te lachen. Wie niet komt, mist wat.",
    "We zorgen er samen voor dat alles op tijd klaar is. Hetzelfde als nu.",
    "Wat houdt je tegen? Wat maakt je blij? Dat lijkt je misschien gek. Houdt u van taart?",
    "Weet je welk boek je wilt lezen? Laat ons weten hoeveel kaarten je wilt.",
    "Laat weten wie wint het spel. Vertel ons wat je vindt en hoe jullie het doen.",
    "Omdat we gaan verhuizen naar de Dorpsstraat, sluiten we. Het is druk, want de zaal is vol.",
    "Als je nu boekt, krijg je korting. Vandaag de ramen lappen! Helaas de laatste keer.",
    "Die vijf vrienden zijn er altijd. Die taart smaakt goed, zegt oma.",
    "De kamer in dat huis is klein. Niemand wil alleen thuis zitten.",
    "We hebben niet veel tijd en niet alleen verse vis, maar ook mosselen.",
    "Het personeel zijn we dankbaar. De jury hebben we bedankt. Er zijn een paar plekken vrij.",
    "De klanten die hij helpt, de boeken die je zoekt. Alle twintig deelnemers.",
    "Wij hebben vlees noch vis. Geen koffie noch een koekje. Ze is de trots van het dorp.",
    "Geniet een uurtje van de zon. Hier genieten onze gasten van de rust.",
    "Iets leuk vinden is één ding. Vind je iets leuk? Zin in iets lekkers?",
    "Kun je onze nieuwe kok helpen? Kan je het lied al spelen? Hun optreden begint.",
    "Peters fiets, Anna's tas, opa's hoed, foto's, cadeaus, cafés, Hans’ boek.",
    "De zomer begint, de kerstmarkt opent. In de zomer kaarten we buiten. Een doos wafels.",
    "Dat is voor mijn moeder en mij. Mijn moeder en ik gaan mee. Beide zalen zijn vol.",
    "Als kind wil je spelen. Een goed vriend en een groot kunstenaar.",
    "We liggen op de nieuwe vloer en leggen een vloer. Er legt een schip aan.",
    "Er is nog plek. Is nog niet klaar. We hebben nog twintig kaarten.",
    "Later als ik groot ben. Ze werkte eerder als kok. Beter als team.",
    "Je kunt hier veel te weten komen. We willen graag iets te drinken.",
    "Dan hoef je daar niets voor te betalen. Wij weten hoeveel mensen dit lezen.",
    "We hebben ze zien winnen en hebben nog veel te leren. We fietsten naar zee.",
    "Dat geeft mij rust. Bel mij morgen. Mijn een na laatste dag.",
    "Bij het afscheid van de klas. Elke dag beantwoord je vragen. Zet je kom in de oven.",
]


@pytest.mark.parametrize(("text", "instead"), WRONG)
def test_more_dutch_faults_are_found(text: str, instead: str) -> None:
    found = [one for one in sure_corrections(text, "nl") if one.kind in ("agreement", "phrase")]
    assert any(instead in one.instead[0] for one in found)
    assert list(agreement(veiled(taken(text, found)), "nl")) == []


@pytest.mark.parametrize("text", RIGHT)
def test_right_dutch_passes(text: str) -> None:
    assert list(agreement(veiled(text), "nl")) == []
    assert not [one for one in phrase_corrections(text, "nl") if one.sure == "sure"]
