"""Common German words: nouns by gender, adjectives, and what is no adjective."""

from aboveboard.text.correcting.agreeing.german import more_nouns as more
from aboveboard.text.tables import listed, words

# Nouns whose plural is another word than the singular; compounds end with them.
_MASCULINE = listed(
    "Blick Regenschirm Schirm Zaun Bahnhof Fußweg Radweg Wanderweg Honig Senf Essig Kräutertee "
    "Cocktail Sekt Adventskranz Osterhase Lehrgang Kongress Ausschuss Nachwuchs Torwart "
    "Marathon Rekord Krimi Gedichtband Umschlag Paketdienst Lieferdienst Kundendienst Nagel "
    "Traktor Stall Bienenstock Hofladen Dorfladen Bauernhof Ponyhof Käfig Storch Fuchs "
    "Schmetterling Frosch Pfau Gewinn Einsatz Rückblick Ausblick Einblick Überblick Urlaubstag "
    "Turm Kirchturm Bildschirm Zins Lohn Kopf Bauch Arm Fuß Haarschnitt Friseursalon "
    "Lippenstift Nagellack Kamm Föhn Frost Muttertag Vatertag Valentinstag Jahrestag Namenstag "
    "Hochzeitstag Aufwand Einwand Tag Monat Preis Markt Tisch Stuhl Park Platz Hof Raum Saal "
    "Kurs Film Abend Mittag Vormittag Nachmittag Termin Wunsch Gast Freund Hund Baum Ball Zug "
    "Bus Weg Berg Fluss Strand Wald Urlaub Herbst Frühling Besuch Verein Vertrag Plan Rabatt "
    "Gutschein Brief Text Beitrag Shop Workshop Stand Basar Flohmarkt Verkauf Einkauf Auftrag "
    "Vortrag Ausflug Spaziergang Eingang Ausgang Umzug Umbau Anbau Stoff Schal Rock Hut Mantel "
    "Schuh Strumpf Korb Topf Krug Herd Ofen Schrank Teppich Vorhang Balkon Dachboden Rucksack "
    "Ring Stein Stern Mond Wind Sturm Regen Schnee Ort Betrieb Beruf Chef Arzt Koch Sohn Bruder "
    "Opa Geburtstag Feiertag Samstag Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Advent "
    "Empfang Start Anfang Schluss Erfolg Geschmack Duft Salat Saft Wein Tee Kaffee Fisch Apfel "
    "Garten Hafen Vogel Club Chor Proberaum Verlag Roman Katalog Hinweis Tipp Trick Link "
    "Account Kanal Wettbewerb Sieg Pokal Applaus Spaß Grund Moment Augenblick Traum Rhythmus "
    "Zustand"
)
_MASCULINE_SAME = listed(
    "Stiefel Hocker Wasserkocher Mixer Stollen Strudel Schinken Cappuccino Champagner Stürmer "
    "Flyer Aufkleber Hammer Kanister Besen Spaten Mähdrescher Anhänger Acker Igel Esel Tresen "
    "Wegweiser Brunnen Lautsprecher Kopfhörer Rücken Finger Rasierer Himmel Regenbogen Kuchen "
    "Sommer Winter Lehrer Besucher Wagen Roller Teller Becher Keller Koffer Kalender "
    "Adventskalender Newsletter Container Schlüssel Sessel Pullover Computer Drucker Bäcker "
    "Metzger Schreiner Gärtner Trainer Partner Käufer Fahrer Maler Künstler Spieler Fußballer "
    "Käse Laden Stempel Löffel Spiegel Artikel Titel Beutel Deckel Gürtel Rasen Wecker Gipfel "
    "Schlitten Speicher Pegel Wechsel Schatten Zettel Anrufbeantworter Stapel Winkel Hügel Riegel "
    "Kessel Elektriker Hausmeister Kegel Pinsel Körper Onkel Handwerker Händler"
)
_NEUTER = listed(
    "Dankeschön Kanu Wohnmobil Frühstücksbuffet Dessert Croissant Osterei Osternest Feuerwerk "
    "Seminar Brett Fass Tierheim Halsband Aquarium Nest Klavier Schlagzeug Mikrofon Passwort "
    "Bein Duschgel Parfüm Haus Kind Buch Brot Auto Geschäft Angebot Produkt Wochenende Jahr "
    "Team Problem Fest Programm Konzert Spiel Lied Bild Foto Video Rad Fahrrad Boot Schiff "
    "Flugzeug Hotel Restaurant Café Museum Kino Schwimmbad Stadion Dorf Land Tal Meer Feld Gras "
    "Beet Holz Glas Regal Bett Sofa Tuch Kleid Hemd Shirt Paar Stück Paket Geschenk Rezept "
    "Gericht Menü Bier Frühstück Picknick Gespräch Interview Ergebnis Erlebnis Ereignis Projekt "
    "Konzept Thema Motiv Atelier Studio Büro Dach Tor Schloss Denkmal Kunstwerk Handwerk "
    "Werkzeug Gerät Handy Ticket Plakat Logo Magazin Heft Blatt Gedicht Hobby Turnier Netz "
    "Licht Wetter Klima Tier Pferd Schaf Huhn Lamm Kalb Schwein Ei Obst Mehl Öl Salz Gewürz "
    "Herz Gesicht Auge Ohr Gefühl Glück Ziel Recht Gesetz Amt Rathaus Zentrum Dorffest Ehrenamt "
    "Mitglied Publikum Backbuch Weingut Datum Formular Konto Portemonnaie Jubiläum Sortiment "
    "Material Gold Silber"
)
_NEUTER_SAME = listed(
    "Kissen Brötchen Plätzchen Finale Eichhörnchen Pflaster Fenster Zimmer Theater Muster "
    "Messer Orchester Lager Ufer Kloster Feuer Leder Gemüse Gewitter Gebäude Gemälde Eis"
)
_FEMININE = listed(
    "Tombola Umfrage Kampagne Schachtel Krawatte Brille Sonnenbrille Armbanduhr Gabel Ampel "
    "Fähre Vorspeise Nachspeise Beilage Waffel Limonade Saftbar Vortragsreihe Jugend Tabelle "
    "Laufstrecke Medaille Urkunde Kulisse Zeitschrift Broschüre Briefmarke Reparatur Garantie "
    "Werkbank Säge Schraube Schaufel Imkerei Schwalbe Amsel Libelle Kröte Schildkröte Schlange "
    "Spende Zusage Absage Anfrage Stellenanzeige Kantine Filiale Umkleide Kabine Theke "
    "Ladentheke Laterne Glocke Orgel Geige Trommel Trompete Flöte Tastatur Rente Nase Haut "
    "Frisur Massage Creme Seife Bürste Salbe Atmosphäre Aussicht Natur Umwelt Temperatur "
    "Antwort Idee Woche Stadt Innenstadt Altstadt Frage Farbe Sorte Saison Auswahl Werkstatt "
    "Straße Gasse Brücke Kirche Schule Klasse Gruppe Küche Terrasse Wiese Blume Rose Pflanze "
    "Katze Kuh Ziege Henne Biene Tasse Kanne Vase Schale Schüssel Pfanne Flasche Dose Kiste "
    "Tüte Tasche Jacke Hose Bluse Mütze Socke Kette Uhr Lampe Kerze Karte Eintrittskarte "
    "Speisekarte Liste Seite Nachricht E-Mail Adresse Nummer App Webseite Website Tür Wand "
    "Treppe Decke Wohnung Familie Mutter Tochter Schwester Oma Tante Freundin Kundin Kollegin "
    "Chefin Nachbarin Lehrerin Praktikantin Firma Bäckerei Gärtnerei Metzgerei Bücherei "
    "Konditorei Brauerei Buchhandlung Apotheke Praxis Post Halle Bühne Show Tour Reise Fahrt "
    "Rundfahrt Radtour Party Feier Hochzeit Torte Pizza Suppe Soße Marmelade Schokolade Butter "
    "Milch Sahne Wurst Nudel Kartoffel Tomate Gurke Zwiebel Birne Kirsche Erdbeere Traube Ernte "
    "Sonne Wolke Nacht Stunde Minute Sekunde Pause Zeit Jahreszeit Regel Aufgabe Chance "
    "Möglichkeit Gelegenheit Lösung Bestellung Lieferung Ausstellung Führung Veranstaltung "
    "Eröffnung Kollektion Aktion Region Tradition Geschichte Stimme Meinung Vorfreude Stimmung "
    "Überraschung Maschine Druckpresse Mannschaft Liga Trainingseinheit Bahn Mühle Scheune "
    "Weide Messe Börse Premiere Probe Rolle Galerie Kunst Musik Platte Gitarre Serie Folge "
    "Episode Kamera Heizung Dusche Wäsche Nachbarschaft Gemeinde Pfarrei Weinprobe Tafel Insel "
    "Ostsee Nordsee Küste Burg Hütte Kasse Quittung Rechnung Gebühr Ware Größe Form Qualität "
    "Arbeit Stelle Ausbildung Hilfe"
)
FEMININE_ENDS = ("ung", "heit", "keit", "schaft", "tät", "ation", "ition")
NOT_FEMININE = ("sprung", "schwung")
# Said without an article as well.
MASS = words(
    "honig senf essig sekt advent frost natur jugend kräutertee champagner nachwuchs garantie "
    "himmel konfetti neuigkeit umwelt creme seife kredit feierabend spaß kaffee tee wein käse "
    "fisch saft salat stoff regen schnee wind urlaub applaus platz geschmack erfolg bier eis "
    "brot obst gemüse mehl öl salz holz glas gold silber leder glück licht recht feuer handwerk "
    "training wetter musik kunst milch butter sahne schokolade zeit arbeit hilfe post ware geld "
    "wurst marmelade sonne fahrt freude stimmung vorfreude werbung ordnung nachricht suppe "
    "pizza pause gras material ehrenamt paar stück oma opa mutter schwester bruder ruhe energie "
    "hoffnung bildung erfahrung teil grund start schluss anfang farbe"
)
WEAK = words(
    "praktikant student kollege kunde nachbar junge held mensch tourist polizist dozent patient "
    "elefant bär löwe hase affe experte zeuge neffe fotograf pianist gitarrist assistent "
    "präsident lieferant musikant journalist spezialist artist violinist cellist florist bote "
    "genosse kamerad laie pate rabe riese soldat astronaut architekt philosoph biologe "
    "name gedanke buchstabe prinz graf automat planet magnet hirte kandidat diplomat therapeut "
    "athlet poet interpret chirurg geologe veteran bassist solist organist optimist doktorand "
    "konfirmand mandant konsument abonnent agent interessent ministrant "
    "psychologe pädagoge referent produzent absolvent klient konkurrent passant demonstrant"
)
_PLURAL = listed(
    "Karten Kinder Bücher Tassen Plätze Tickets Bilder Fotos Gäste Kunden Termine Kurse "
    "Produkte Blumen Pflanzen Torten Brote Kerzen Lampen Taschen Jacken Schuhe Häuser Räume "
    "Preise Angebote Geschenke Gutscheine Bestellungen Anmeldungen Öffnungszeiten Erdbeeren "
    "Äpfel Tomaten Kartoffeln Eier Hühner Schafe Ziegen Lämmer Vorbereitungen Bauarbeiten "
    "Ergebnisse Proben Konzerte Workshops Einladungen Freunde Leute Eltern Mitglieder Vereine "
    "Ideen Fragen Wochen Tage Jahre Ferien Menschen Frauen Männer Tiere Stühle Tische Lieder "
    "Spiele Rezepte Sorten Farben Einnahmen Spenden Mitarbeiter Helfer Gewinner"
)
# Plurals that take an -n in the dative.
TO_N = words(
    "kinder bücher plätze bilder gäste termine kurse produkte brote schuhe häuser räume preise "
    "angebote geschenke gutscheine äpfel eier hühner schafe lämmer ergebnisse konzerte freunde "
    "leute mitglieder vereine tage jahre männer tiere stühle tische lieder spiele rezepte bäume "
    "hunde länder felder gläser töpfe wünsche briefe texte monate abende feste boote besucher "
    "lehrer helfer schüler spieler nachbarskinder enkelkinder bäcker künstler sportler "
    "teilnehmer grüße anwohner fenster zimmer äste blätter kräuter weine säfte "
    "vögel mütter väter töchter söhne brüder ärzte schränke körbe pläne züge filme orte "
    "wälder berge stücke geräte punkte schritte werke pferde räder kleider kränze plakate pakete "
    "regale projekte programme getränke gerichte märkte füße hände wände nächte städte kräfte "
    "wörter dörfer schlösser tücher löcher dächer sterne steine stifte zelte zweige fische "
    "mitarbeiter händler gärtner bewohner verkäufer leser nutzer läufer tänzer bewerber spender "
    "partner gewinner sänger zuschauer trainer kilometer"
)
_ADJECTIVES = (
    "froh begrenzt fleißig optimal neu alt groß klein schön gut toll lang kurz jung warm kalt "
    "heiß frisch besonder ganz halb hell dunkl bunt rot blau grün gelb weiß schwarz grau braun "
    "rein wunderbar herrlich gemütlich köstlich süß einfach schwer leicht ruhig laut still "
    "stark schwach breit schmal dick dünn rund frei voll leer teur günstig billig wichtig "
    "spannend lustig fröhlich traurig glücklich lieb nett freundlich herzlich klassisch modern "
    "traditionell regional lokal eigen erst zweit dritt nächst letzt best größt kleinst schönst "
    "beliebt bekannt berühmt einzig riesig winzig fein fertig handgemacht hausgemacht "
    "selbstgemacht nachhaltig gesund krank richtig falsch tief hoh nass sonnig feierlich "
    "festlich weihnachtlich sommerlich herbstlich winterlich jährlich monatlich wöchentlich "
    "täglich aktuell speziell kreativ großartig fantastisch genial perfekt ideal passend "
    "vergangen kommend folgend gesamt heutig gestrig morgig historisch romantisch gemeinsam "
    "öffentlich privat professionell digital kostenlos zusätzlich ehemalig damalig geplant "
    "deutsch französisch italienisch saftig knusprig zart cremig würzig schnell langsam früh "
    "spät weit nah wild sanft klar streng ehrlich echt wahr alljährlich diesjährig letztjährig "
    "verkaufsoffen abwechslungsreich stimmungsvoll legendär"
)
ADJECTIVES = words(_ADJECTIVES)
# Words before a noun with the same letters at the end as adjectives have.
NO_ADJECTIVE = words(
    "gegen wegen neben zwischen morgen oben unten hinten außen innen sieben zusammen drüben "
    "eben einen keinen meinen deinen seinen ihren unseren euren diesen jeden jenen allen "
    "welchen haben machen werden können sollen wollen müssen dürfen lassen gehen kommen bringen "
    "geben extrem bequem allem vielem diesem jedem einem keinem meinem deinem seinem ihrem "
    "unserem eurem jenem welchem manchem trotzdem außerdem indem seitdem zudem nachdem vordem "
    "dem"
)


def _small(nouns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(one.lower() for one in nouns)


MASCULINE, NEUTER, FEMININE = _small(_MASCULINE), _small(_NEUTER), _small(_FEMININE)
SAME = _small(_MASCULINE_SAME + _NEUTER_SAME) | more.NEUTER_SAME
PLURAL = _small(_PLURAL)
GENDERS = {
    **dict.fromkeys(MASCULINE | _small(_MASCULINE_SAME), "m"),
    **dict.fromkeys(NEUTER | _small(_NEUTER_SAME), "n"),
    **dict.fromkeys(FEMININE, "f"),
}
# Of these one looks like many.
AGENTS = words(
    "besucher lehrer helfer schüler spieler bäcker künstler sportler teilnehmer anwohner "
    "fenster zimmer mitarbeiter händler gärtner bewohner verkäufer leser nutzer läufer tänzer "
    "bewerber spender partner gewinner sänger zuschauer trainer kilometer"
)
NUMBERS = words(
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig fünfzig hundert"
)
# Other words end with these letters: "Abfahrtsläufer", "Pflicht", "Aufwand".
_WHOLE = words(
    "ufer licht messer tier artikel wand ring stein bier insel hilfe lager silber herz ware "
    "lamm post rose auge decke schale form koch feuer start rock hut burg stadt land berg wald "
    "hof hafen"
)
GENDER_ENDS = {noun: gender for noun, gender in GENDERS.items() if noun not in _WHOLE}
_MORE = {
    **dict.fromkeys(more.MASCULINE, "m"),
    **dict.fromkeys(more.NEUTER | more.NEUTER_SAME, "n"),
    **dict.fromkeys(more.FEMININE, "f"),
}
GENDERS.update({noun: gender for noun, gender in _MORE.items() if noun not in GENDERS})
# Of these a short one may be how another word ends by chance.
GENDER_ENDS.update({noun: GENDERS[noun] for noun in _MORE if len(noun) > 5})
# How long or when, and no thing that somebody has or gets.
TIMES = words(
    "tag tage tagen woche wochen monat monate jahr jahre abend morgen mittag vormittag nachmittag "
    "nacht stunde stunden minute minuten mal moment montag dienstag mittwoch donnerstag freitag "
    "samstag sonntag sommer winter herbst frühling wochenende runde januar februar märz april mai "
    "juni juli august september oktober november dezember weg"
)
