"""Common Dutch words: nouns with “het” and with “de”, adjectives, verbs."""

from aboveboard.text.tables import listed, words

# Nouns with “het”, none of which is with “de” in another sense. Compounds end with them.
NEUTER = words(
    "balkon orgel raadsel schrift touw mandje parcours pleidooi optreden debuut duet gala "
    "congres symposium seminar webinar interview magazine tijdschrift weblog kanaal domein logo "
    "lettertype icoon model exemplaar stuk deel onderdeel voorbeeld kenmerk detail inzicht "
    "besef vermogen vertrouwen respect overleg akkoord verbond front leger fort gehucht "
    "platteland gebergte ravijn moeras meer eiland strandje weiland erf erfgoed nest kuiken lam "
    "kalf veulen hert insect virus medicijn recept middel laboratorium instituut bureau "
    "agentschap ministerie parlement raadhuis stadhuis gemeentehuis postkantoor warenhuis "
    "winkelcentrum pakhuis magazijn depot perron spoor tramhuis vervoer verblijf arrangement "
    "pension appartement chalet huisje kampeerterrein terrein sportveld voetbalveld speelveld "
    "doelpunt schot record klassement podium decor kostuum masker toneel script boekwerk "
    "hoofdstuk vers citaat woordenboek lint koord kleed tafelkleed servet bestek mes kommetje "
    "fornuis oventje deeg meel zout suikerbrood beslag toetje dessert voorgerecht hoofdgerecht "
    "gerecht buffet proefpakket proefglas wijnglas sap drankje flesje vat fust zakje doosje "
    "etiket merk bureautje kastje rek krukje bankje zadel stuur wiel frame zeil anker roer "
    "kompas jubileum afscheid ontslag salaris loon pensioen spaargeld abonnement lidmaatschap "
    "rijbewijs paspoort certificaat getuigschrift rapport verslag protocol reglement verbod "
    "gebod geschenk souvenir kaartje briefje pakje postpakket bloemstuk kerststuk kerstdiner "
    "paasontbijt vuurwerk carnaval sinterklaasfeest straatfeest buurtfeest zomerfeest tuinfeest "
    "kinderfeest huis kind meisje boek jaar bedrijf brood verhaal gesprek probleem antwoord "
    "seizoen gevoel begin einde restaurant museum strand dorp festival weekend bericht "
    "resultaat feest team café hotel terras gebouw plein park station theater concert programma "
    "kantoor atelier project product schip land dak raam bord bed konijn varken paard schaap "
    "dier ei ijsje glas water vuur hart hoofd lichaam gezicht oog been leven geluk plezier geld "
    "cadeau pakket aanbod voordeel doel plan moment uur kwartier bezoek gebied landschap "
    "toestel gereedschap papier hout metaal goud zilver fruit vlees ontbijt diner gebak menu "
    "bier verkeer vliegtuig ziekenhuis nieuws artikel woord getal bestuur lid publiek orkest "
    "lied album schilderwerk kunstwerk toneelstuk toernooi kampioenschap spel zwembad stadion "
    "veld gras hek centrum loket ticket toilet personeel onderwijs examen diploma onderzoek "
    "bewijs advies voorstel besluit contract budget bedrag tarief formulier document bestand "
    "netwerk systeem apparaat scherm filmpje materiaal hemd pak shirt vest kussen gordijn "
    "meubel behang interieur ontwerp tapijt kasteel klooster monument graf gedicht boeket "
    "assortiment dagboek kookboek dorpshuis buurthuis wijkcentrum strandhuis voorjaar najaar "
    "verlof talent gebruik verschil gevaar geheim gewicht gezin huwelijk eten uitzicht avontuur "
    "evenement servies kopje stukje beetje koor paneel perceel aantal thema onderwerp comité "
    "elftal verzoek tempo lokaal circus concept effect formaat gezelschap initiatief landgoed "
    "niveau ogenblik overzicht signaal spektakel traject volk wachtwoord spreekuur zonnepaneel "
    "dorpsfeest asiel platform bezoekerscentrum zorgcentrum "
    "bloemetje poppentheater schilderij beeld portret plafond hostel ritueel geluid gedrag geduld "
    "gebaar genoegen alarm alternatief archief argument aspect bezit debat decennium dilemma drama "
    "element ensemble fenomeen fragment gazon instrument kapitaal karakter kenteken kruid luik "
    "bestuurslid clublid teamlid gezinslid koorlid "
    "mysterie object oordeel oppervlak paleis plantsoen principe proces profiel refrein ritme "
    "schema sieraad symbool tafereel tegoed teken tekort tijdperk transport uniform verleden "
    "voornemen fonds label adres dashboard gilde spektakel verzorgingshuis "
    "rooster fietspad wandelpad voetpad zebrapad zomerkamp kamp onderhoud blad risico planetarium "
    "horloge halfuur ongeluk speelgoed drukwerk complex filiaal kwartaal overschot stopcontact "
    "keurmerk supplement huishouden kruispunt knooppunt aanspreekpunt meldpunt "
    "trefpunt hoogtepunt dieptepunt startpunt eindpunt vertrekpunt uitgangspunt verzamelpunt "
    "inleverpunt afhaalpunt handvat register syndroom venster pand dieet casino aandeel avondeten "
    "buitenland binnenland paviljoen kruidenrek percentage salarisstrookje hoofdkantoor "
    "bad skelet ensemble kampvuur"
)
# Nouns with “de” of things that are counted, hardly ever said without an article.
COMMON = words(
    "agenda kalender poster sticker ansichtkaart puzzel quiz bingo loterij prijsvraag enquête "
    "petitie campagne missie visie strategie methode techniek theorie praktijk lijst tabel "
    "grafiek kolom rubriek column podcast uitzending opname clip video game app knop link "
    "schijf printer laptop oplader batterij waterkoker oven koelkast vaatwasser "
    "wasmachine stofzuiger bezem emmer dweil spons handdoek deken sprei bedbank eettafel "
    "salontafel kruk wieg box kinderwagen rugzak koffer paraplu sjaal muts handschoen sok "
    "schoen laars riem ketting ring armband oorbel bril kapper schaar kam borstel zeep shampoo "
    "crème geur pleister stroopwafel pannenkoek wafel cake vlaai quiche pizza hamburger "
    "salade soep saus dip kruidenthee cocktail smoothie milkshake picknick brunch proeverij "
    "wijnproeverij kookles danszaal sporthal tennisbaan schaatsbaan kegelbaan golfbaan "
    "atletiekbaan manege stal wei akker kas boomgaard moestuin pluktuin heg schutting poort "
    "oprit stoep goot rotonde halte tramhalte bushalte metro ferry kano roeiboot zeilboot sloep "
    "caravan camper tent luchtballon raket wolk regenbui storm sneeuwpop maan ster planeet "
    "komeet duin kust baai grot kloof waterval olifant giraffe tijger leeuw beer wolf vos "
    "eekhoorn uil specht merel mus duif zwaan eend kikker slang hommel wesp fiets stad winkel "
    "klant prijs straat korting keuze kamer foto zomer winter bakkerij markt vriend vriendin "
    "collega afspraak bestelling boerderij tafel stoel lamp jas trui broek jurk rok tas hoed "
    "auto trein boot bus tuin boom bloem vijver keuken badkamer zolder kelder deur muur vloer "
    "kast spiegel fles mok kaars kaart brief krant folder film serie voorstelling "
    "tentoonstelling expositie rondleiding workshop cursus wandeling lezing vergadering "
    "verbouwing aanbieding actie nieuwsbrief website pagina camera computer telefoon machine "
    "motor molen kerk klas bibliotheek zaal speeltuin camping haven brug dijk rivier zee berg "
    "heuvel route excursie reis vakantie dag week maand avond middag ochtend verjaardag "
    "bruiloft wedstrijd finale competitie ploeg club vereniging oefening opdracht vacature "
    "periode fase verrassing taart appel peer banaan pompoen aardbei maaltijd borrel barbecue "
    "hond kat poes koe geit vogel vlinder egel gitaar piano viool winkelstraat etalage kassa "
    "balie receptie ijssalon kapsalon werkplaats garage studio oplossing beslissing regeling "
    "opkomst sfeer braderie tocht rit show lunch training les plek kans service herinnering bar "
    "uitslag score overwinning bijdrage opbrengst sessie ervaring viering kroeg webshop kraam "
    "optocht kermis bijeenkomst ontmoeting inspanning groet prestatie nieuwigheid belevenis "
    "school kantine plant struik tip stap manier pauze trap lift kachel klok pan pot schaal vork "
    "lepel beker zak doos mand ballon vlag bal trofee medaille race parade "
    "verandering uitdaging gelegenheid mogelijkheid activiteit traditie collectie locatie "
    "kerst organisatie reactie kwaliteit buurt wijk stadswijk regio "
    "bank site lijn schuur ingang uitgang gemeente plank hoek zaak kraan tribune steiger vitrine "
    "helpdesk tram titel première provincie sauna apotheek offerte loods ladder gevel rits factuur "
    "brochure keuring chip kapel toren brouwerij bioscoop kathedraal container brievenbus "
    "catalogus parkeerplaats verkoop opening versie verdieping veiling fontein masterclass musical "
    "disco kleurplaat trampoline glijbaan baan schommel zandbak collecte reünie boottocht finish "
    "speelplaats hut kliniek entree boete bon code app update livestream commissie redactie "
    "brandweer ambulance deur drempel factuur handleiding binnenplaats poort sluis aula wachtlijst "
    "voorstelling bezorging levering woning huiskamer voedselbank toonbank kringloop inloop "
    "inzameling opvang dagopvang kinderopvang schoonmaak uitreiking onthulling doop helft "
    "zomervakantie herfstvakantie achterkant voorkant overkant gracht kade werf"
)
# Other words end with these letters: "kraam", "gepland", "fortuin".
_WHOLE = words(
    "fort roer meer anker leger kleed tabel akker halte emmer planeet stuk deel erf vat mes sap "
    "rek wiel lam kalf meel loon merk vers schot spoor record lint kat kap wei kas kam mus uil "
    "vos beer leeuw eend tent ster maan golf stal hal box sok ring riem bril schaar lijst map "
    "clip game app link storm duin kust baai grot wolf duif slang olie geur oven eten leven "
    "geld raam lied dier veld land hout hotel paard publiek tuin egel appel peer haven woord "
    "poes spel lid bier rit les bar show kans plek lunch score koor volk thema tempo groet kraam "
    "sfeer tocht kruid bezit beeld teken drama label luik pan pot bal mars pauze stap school "
    "tip lift trap zak mand beker plant struik vlag klok kussen rooster kamp blad pand bad bank "
    "site lijn code app "
    "bon chip rits toren deur poort werf kade"
)
NEUTER_ENDS, COMMON_ENDS = NEUTER - _WHOLE, COMMON - _WHOLE
FEMININE_ENDS = (
    "ectie", "entie", "antie", "essie", "issie", "ussie", "elling", "ering", "iging", "heid",
    "atie", "itie", "uctie", "teit", "komst", "deling",
    "ssing", "kking", "nning", "tting", "jving", "lding", "nding", "ening", "tocht",
)  # fmt: skip
# Nouns of things that one has: not said without an article, and one at a time.
OWNED = words(
    "fiets huis moeder vader oma opa kind hond kat baas vriend vriendin mening stem droom "
    "verhaal idee tuin telefoon naam adres auto broer zus team bedrijf hart gezin buurt wijk "
    "school collega buurman buurvrouw kantoor profiel mailadres wens bestelling afspraak vraag "
    "smaak verjaardag huid kamer keuken badkamer tas jas trui winkel agenda website foto "
    "verbouwing bruiloft man vrouw zoon dochter kinderen vrienden dromen ouders wensen ideeën "
    "spullen tanden ogen haren handen voeten gegevens gezicht lichaam vakantie woning carrière "
    "toekomst sleutel knuffel paraplu fietsen plannen talent hobby vragen favoriet straat stad "
    "dorp balkon portemonnee"
)
PEOPLE = words(
    "oma opa moeder ma vader pa mama papa broer zus zusje broertje vrouw vriend vriendin "
    "kinderen zoon dochter baas collega buurman buurvrouw ouders tante oom neef nicht kleinkind "
    "kleinkinderen kleinzoon kleindochter schoonmoeder schoonvader schoonzus hond kat fiets "
    "huis auto telefoon mobiel verjaardag jas schoenen kamer sleutels tas man werk haren tuin "
    "buren vrienden zoontje dochtertje"
)
# As they stand after “een” with “het”, and with an -e.
_ADJECTIVES = (
    "mooi:mooie nieuw:nieuwe leuk:leuke groot:grote klein:kleine oud:oude jong:jonge lang:lange "
    "kort:korte hoog:hoge laag:lage warm:warme koud:koude lekker:lekkere vers:verse "
    "gezellig:gezellige prachtig:prachtige heerlijk:heerlijke bijzonder:bijzondere "
    "speciaal:speciale uniek:unieke fantastisch:fantastische geweldig:geweldige rustig:rustige "
    "druk:drukke vrolijk:vrolijke spannend:spannende goed:goede slecht:slechte snel:snelle "
    "rood:rode blauw:blauwe groen:groene geel:gele wit:witte zwart:zwarte grijs:grijze "
    "bruin:bruine roze:roze zacht:zachte hard:harde licht:lichte donker:donkere zwaar:zware "
    "duur:dure goedkoop:goedkope gratis:gratis sterk:sterke zwak:zwakke breed:brede smal:smalle "
    "dik:dikke dun:dunne rond:ronde schoon:schone vuil:vuile vol:volle leeg:lege open:open "
    "heel:hele half:halve echt:echte eerlijk:eerlijke belangrijk:belangrijke "
    "interessant:interessante handig:handige makkelijk:makkelijke moeilijk:moeilijke "
    "origineel:originele traditioneel:traditionele modern:moderne klassiek:klassieke lief:lieve "
    "braaf:brave gek:gekke raar:rare vreemd:vreemde knus:knusse intiem:intieme ruim:ruime "
    "zonnig:zonnige feestelijk:feestelijke sfeervol:sfeervolle kleurrijk:kleurrijke "
    "smakelijk:smakelijke gezond:gezonde groter:grotere kleiner:kleinere beter:betere "
    "nieuwer:nieuwere mooier:mooiere ouder:oudere langer:langere duurzaam:duurzame "
    "lokaal:lokale gevarieerd:gevarieerde compleet:complete simpel:simpele stevig:stevige "
    "stil:stille volledig:volledige tijdelijk:tijdelijke extra:extra fijn:fijne tof:toffe "
    "gaaf:gave super:super bescheiden:bescheiden zeldzaam:zeldzame historisch:historische "
    "prettig:prettige jaarlijks:jaarlijkse wekelijks:wekelijkse creatief:creatieve "
    "sportief:sportieve exclusief:exclusieve actief:actieve positief:positieve grappig:grappige "
    "stoer:stoere chic:chique vegetarisch:vegetarische persoonlijk:persoonlijke "
    "professioneel:professionele romantisch:romantische enorm:enorme ander:andere "
    "enthousiast:enthousiaste beroemd:beroemde vlot:vlotte zelfgemaakt:zelfgemaakte"
)
PLAIN = {
    long: short for short, long in (one.split(":") for one in listed(_ADJECTIVES)) if short != long
}
LONG = {short: long for long, short in PLAIN.items()}
# Said before another adjective as well: "een heel mooie fiets", "een echt leuke dag".
ADVERBS = words("heel echt goed half vol schoon licht extra super ander")
# Verbs whose stem ends in d, and of which the stem is no other word.
STEMS = words(
    "word vind bied houd meld zend verzend rijd snijd glijd leid begeleid verbind bind treed "
    "laad onderscheid aanbied behoud onthoud ontbind verwoord bevind ontvind vermijd bestrijd "
    "verspreid verbreid overleid vermeld beantwoord besteed raad red duid kleed bekleed "
    "verkleed ontkleed schud bid verhard verleid misleid aanvaard bereid"
)
# Of these the stem is also the participle or a noun.
TWOFOLD = words(
    "beantwoord begeleid verspreid verbreid besteed vermeld bekleed verkleed verhard verleid "
    "misleid aanvaard raad verwoord aanbied red duid kleed bereid"
)
# Weak verbs with a prefix: -t is the present, -d the participle.
_BARE = listed(
    "gebeur verdubbel beloof vertel betaal bestel verhuis verander bedoel beloon bewaar beteken "
    "verbaas verdien verbeter herhaal bestuur behandel verzamel verhuur bezorg verzorg vernieuw "
    "verbouw ontwikkel verleng versier verdeel bewonder behaal bepaal herstel verklaar verdwaal "
    "verwen verleen verveel benoem beoordeel bereken bescherm bespaar bevestig beschadig "
    "bestudeer overleef overtuig onderteken overhandig herinner beheer beweer vertaal verwijder "
    "verneder vergader verspil verwarm bedien bekroon beledig bemiddel benader betover beziel "
    "bezegel ontdooi onthul ontcijfer verkleur verklein vernoem verteer vervel verwonder "
    "verniel verscheur verstevig verstoor vertoon vervoer vervolg verzeker verhoog verlaag "
    "herken"
)
FINITE = {f"{stem}t": f"{stem}d" for stem in _BARE if not stem.endswith("-x")}
PAST = {past: finite for finite, past in FINITE.items()}
COMPARED = words(
    "groter kleiner beter meer minder langer korter sneller goedkoper duurder mooier sterker "
    "liever vaker hoger lager ouder jonger lekkerder verser eerder later leuker lichter "
    "zwaarder warmer kouder rustiger drukker gezelliger zachter harder breder smaller dikker "
    "dunner nieuwer voller slimmer gezonder makkelijker moeilijker groener vroeger dichter "
    "verder slechter spannender vrolijker frisser steviger ruimer donkerder schoner stiller "
    "handiger luchtiger romiger zoeter pittiger feller knapperiger bekender populairder erger "
    "gekker"
)
EQUAL = words(
    "groot goed lekker duur vers mooi snel oud lang veel klein leuk hoog warm koud sterk zwaar "
    "belangrijk gezellig goedkoop druk vaak vroeg laat hard zacht blij trots"
)
# With one of these a participle is right.
AUXILIARIES = words(
    "heb hebt heeft hebben had hadden gehad is ben bent zijn was waren geweest word wordt "
    "worden werd werden geworden krijg krijgt krijgen kreeg kregen gekregen raak raakt raken "
    "blijf blijft blijven bleef voel voelt voelen lijkt lijken komt komen kwam staat staan ligt "
    "liggen zit gaat maakt maken maak kan kunnen moet moeten wil wilt willen mag mogen zal "
    "zullen"
)
COUNTED = words(
    "leerlingen meiden jongens spelers leden buren bewoners gasten medewerkers schapen koeien "
    "prijzen broodjes schilderijen kaarten mensen klanten kinderen vragen plekken plaatsen "
    "bezoekers reacties fietsen tickets kamers stoelen tafels boeken workshops winkels recepten "
    "kraampjes aanmeldingen deelnemers vrijwilligers wandelingen activiteiten foto's foto’s "
    "taarten broden plantjes planten bloemen dingen mogelijkheden soorten redenen manieren "
    "cadeaus tassen vacatures lammetjes kuikens"
)
NUMBERS = words(
    "twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien "
    "zeventien achttien negentien twintig dertig veertig vijftig zestig honderd"
)
# Who one can count; compounds end with them.
PERSONS = words(
    "deelnemer bezoeker klant speler leerling vrijwilliger medewerker bewoner inwoner ondernemer "
    "winnaar wandelaar fietser loper danser zanger kunstenaar student docent leraar collega "
    "supporter sporter lezer luisteraar kijker gebruiker koper verkoper huurder eigenaar bakker "
    "schrijver organisator sponsor cursist artiest muzikant toerist passagier reiziger chauffeur "
    "monteur trainer juriste buurman buurvrouw kandidaat abonnee donateur zwemmer ruiter"
)
PREPOSITIONS = words(
    "van voor met aan bij naar op over door zonder tegen achter naast om in uit onder tussen "
    "tot sinds langs rond per vanaf boven binnen buiten"
)
DETERMINERS = words("de het ons onze mijn jouw je haar hun uw dit dat deze die een elke iedere")
_LONG_ENDS = {
    "ige": "ig", "lijke": "lijk", "bare": "baar", "zame": "zaam", "ische": "isch",
    "loze": "loos", "volle": "vol", "rijke": "rijk", "eerde": "eerd", "achtige": "achtig",
}  # fmt: skip


def plain(word: str) -> str:
    """The adjective without its -e; empty for what is none that is known."""
    if found := PLAIN.get(word):
        return found
    if len(word) > 6:
        if word.startswith("ge") and word.endswith(("te", "de")):
            return word[:-1]
        for end, bare in _LONG_ENDS.items():
            if word.endswith(end):
                return word.removesuffix(end) + bare
    return ""


def inflected(word: str) -> str:
    """The adjective with its -e; empty for what is none that is known."""
    if found := LONG.get(word):
        return found
    if len(word) > 5:
        for end, bare in _LONG_ENDS.items():
            if word.endswith(bare):
                return word.removesuffix(bare) + end
    return ""
