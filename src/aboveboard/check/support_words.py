"""What claims and proofs are about, in five languages: words of one row mean the same.

Written as beginnings of words, without accents; those of six letters or more count inside
compounds too.
"""

from functools import cache

import regex

# What a thing is: a proof for one is none for another.
THINGS = {
    "cream": "cream creme krem zalf salbe balsem balsam balm baume lotion serum szerum pommade",
    "sunscreen": "sunscreen zonnebrand zonnecreme sonnencreme sonnenschutz solaire naptej spf lsf",
    "toothpaste": "toothpaste tandpasta zahnpasta zahncreme dentifrice fogkrem",
    "mouthwash": "mouthwash mondwater mundspul szajviz",
    "tea": "tea teas thee tee tisane herbata infusion teat teank teaja",
    "capsule": "capsul kapsel kapszul gelule tablet tabletta comprime pills pillen supplement "
    "complement nahrungserganz etrend praparat",
    "mattress": "mattress matras matratze matelas matrac",
    "pillow": "pillow kussen kissen oreiller parna",
    "helmet": "helmet helm helms casque sisak fietshelm fahrradhelm",
    "seat": "autostoel kindersitz autositz kinderzitje siege-auto autosules gyerekules carseat",
    "lock": "fietsslot fahrradschloss antivol lakat hangslot padlock",
    "detector": "detector melder rauchmelder rookmelder detecteur erzekelo jelzo alarm",
    "toy": "toy toys speelgoed spielzeug jouet jatek rattle rammelaar rassel hochet csorgo",
    "savings": "savings spaar tagesgeld sparkonto livret epargne megtakaritas festgeld deposito "
    "deposit",
    "fund": "fund funds fonds fund etf index befektetesi alapunk bond obligat anleihe kotveny",
    "course": "course cursus kurs formation tanfolyam coaching training trening masterclass",
    "soap": "soap zeep seife savon szappan",
    "shampoo": "shampoo shampoing shampooing sampon",
    "detergent": "detergent wasmiddel waschmittel lessive mososzer afwasmiddel spulmittel",
    "shirt": "shirt tshirt t-shirt polo pulo pulover trui pull pullover jumper sweater",
    "jeans": "jeans spijkerbroek farmernadrag denim jean broek hose trousers pantalon nadrag",
    "shoe": "shoe shoes sneaker schoen schuh chaussure basket cipo boots laarzen stiefel",
    "coffee": "coffee koffie kaffee cafe kave",
    "paper": "paper papier papir notebook notitie notizbuch cahier fuzet",
    "furniture": "table tafel tisch asztal chair stoel stuhl chaise szek bank meubel mobel butor",
    "car": "car cars auto autos voiture suv",
    "candle": "candle kaars kerze bougie gyertya",
    "mug": "mug mugs mok mokken becher tasse bogre cup cups beker gobelet pohar",
}  # fmt: skip

# A part of a thing: a proof about it says nothing about the whole.
PARTS = {
    "bottle": "bottle fles flessen flasche bouteille flacon flakon palack uveg",
    "cap": "cap caps lid lids dop deksel deckel verschluss bouchon couvercle kupak fedel",
    "packaging": "packag verpakk verpack emballage csomagol",
    "box": "box boxes doos dozen karton schachtel boite carton doboz",
    "label": "etiket etikett etiquette cimke",
    "sole": "sole soles zool zolen sohle semelle talp",
    "outer": "outer aussenstoff aussenmaterial oberstoff obermaterial buitenstof bovenstof",
    "filling": "filling vulling fullung rembourrage garniture toltet",
    "lining": "lining voering futter doublure beles",
    "sleeve": "sleeve huls hulle banderole",
    "strap": "strap straps band riem riemen gurt sangle bretelle pant heveder",
    "handle": "handle handvat greep griff manche poignee nyel fogantyu",
    "cover": "cover hoes bezug housse huzat",
    "bag": "pouch zak zakje beutel sachet tasak",
    "shop": "shop shops winkel laden boutique magasin bolt office kantoor buro bureau iroda "
    "bakery roaster branderij rosterei bakkerij boulanger backerei pekseg bruleri torrefac "
    "porkolo oven ovens ofen factory fabriek fabrik usine gyar",
    "delivery": "deliver bezorg liefer livrais szallit shipping verzend versand",
    "legs": "legs poten beine pieds labak",
    "wick": "wick lont docht meche kanoc",
    "tailpipe": "tailpipe exhaust uitlaat auspuff echappement kipufogo",
    "frame": "frame gestell chassis armature acelvaz femvaz favaz kerekparvaz",
}  # fmt: skip

# Whom it is for: a proof for grown-ups is none for children.
AUDIENCES = {
    "adult": "adult adults adulte erwachsen volwassen felnott",
    "child": "child children kids toddler junior juniors youth kind kinder kinderen kinderhelm "
    "peuter enfant enfants bebe gyerek gyermek baby babies babi newborn saugling",
}

# What is said of it.
SAYINGS = {
    "recycled": "recycled rpet gerecycl recycelt recycle ujrahasznositott rezyklat recyclat upcycl "
    "oceaanplastic post-consumer",
    "recyclable": "recyclable recyclebaar recyclebare recycelbar recyclingfahig "
    "ujrahasznosithato",
    "organic": "organic biolog bio biokatoen biobaumwoll okologi gots organikus biopamut biobol",
    "renewable": "renewable hernieuw erneuerbar renouvel megujulo solar zonne sonnen solaire "
    "szel szelbol "
    "napelem napenergi szelenerg windenerg windkraft windstrom wind okostrom "
    "groene zoldaram eolien",
    "biodegradable": "biodegrad afbreekba abbaubar lebomlo lebomlik lebonthat",
    "compostable": "compost kompost",
    "carbon": "co2 carbon koolstof kohlenstoff carbone karbon szen-dioxid klima climat emission "
    "uitstoot ausstoss kibocsat footprint voetafdruk fussabdruck empreinte labnyom",
    "water": "water wasser viz vizet vize vizzel eau",
    "energy": "energ stroom strom aram electric elektric elektr "
    "gas gaz gazt gasverbr gazfogyaszt",
    "plastic": "plastic plastik plastique muanyag kunststof pet",
    "waste": "waste afval abfall mull dechet hulladek",
    "wood": "wood wooden hout holz bois fa fabol fsc pefc timber paper papier papir",
    "wool": "wool wol wolle laine gyapju",
    "cotton": "cotton katoen baumwoll coton pamut",
    "caries": "cavit caries gaatjes karies carie szuvasod decay",
    "gums": "gum gums tandvlees zahnfleisch gencive foginy",
    "sleep": "sleep slept slaap slapen sliep schlaf sommeil dorm endor alvas alud alsz",
    "pain": "pain pains ache aches pijn schmerz douleur maux fajdal fajas",
    "headache": "headache hoofdpijn kopfschmerz migrain fejfajas migren cephal",
    "joints": "joint gewricht gelenk articul izulet arthr artros arthros knee knie genou terd",
    "back": "back rug rugpijn rucken dos hat hatfaj lumba",
    "skin": "eczem ekzem ekcem psorias neurodermit acne akne pikkelysomor pattanas",
    "dry": "dry skin droge trocken seche szaraz",
    "wrinkle": "wrinkle rimpel falten rides ranc rancok",
    "weight": "weight gewicht poids suly kilo kg pounds abnehm afvall maigri fogy fogyas",
    "immune": "immun weerstand abwehr ellenallo afweer cold colds verkoud erkalt rhume megfaz",
    "heart": "heart hart herz coeur sziv cholesterol cholesterin koleszterin",
    "pressure": "blood-pressure blutdruck bloeddruk tension vernyom hypertens",
    "sugar": "diabet blutzucker bloedsuiker glycem vercukor",
    "bones": "bone bones bot botten knochen os csont",
    "fatigue": "tired fatigue vermoeid moe mude mudigkeit faradt",
    "stress": "stress anxiety angst anxiete szorong",
    "gut": "gut digest darm verdau spijsvert intestin belflor emeszt",
    "germs": "bacteri bakteri germ germs virus viren keime kiemen microbe",
    "hair": "hair haar haare cheveu haj hajad",
    "uv": "uv spf lsf ip sun zon sonne soleil nap factor faktor",
    "return": "return returns yield rendement rente rendite zins interet interest hozam kamat "
    "taux",
    "income": "earn earned income verdien inkomen einkommen revenu gagn kereset keres jovedelem "
    "pay salary salaries wage wages loon salaris startloon lohn gehalt einstiegsgehalt salaire "
    "fizetes kezdober ber job jobs baan stelle emploi allast munkat",
    "value": "value double verdubbel verdopp doubl duplaz",
    "fire": "fire flame brand vlam flamm feu ignif tuz lang inflamm",
    "break-in": "burglar inbraak einbruch effraction betores theft diebstahl",
    "child": "baby babies babi child children kind kinder kinderen enfant bebe gyerek gyermek baba "
    "toddler peuter newborn kids dreumes",
    "hypoallergenic": "hypoallergen hipoallergen",
    "nontoxic": "non-toxic nontoxic ungiftig gifvrij toxique merg schadstoff",
    "crash": "crash impact botsing aufprall choc utkozes utes aufprallschutz",
    "tested": "dermatolog",
    "memory": "memory geheugen gedachtnis memoire memoria concentrat konzentrat koncentr focus",
    "white": "whiten whiter witter weisser blanch fehered",
    "vitamin": "vitamin",
    "muscle": "muscle muscul muskel spier spieren izom izmok izmai",
    "thyroid": "thyroid schildklier schilddruse pajzsmirigy",
    "pesticide": "pesticid pestizid bestrijdings novenyvedo",
}  # fmt: skip

PROOF = (
    "study studies trial trials report certif licence test tests tested audit verif efsa "
    "authoris authoriz approved log "
    "records register registre nyilvantart no. nr licens onderzoek studie rapport getest gekeurd "
    "gecertif erkend "
    "toegelaten licentie vergunning gutachten bericht prufung gepruft zertifik zugelassen etude "
    "essai rapport certif autoris agree homolog vizsgal tanulmany tanusit jelentes igazol "
    "engedely jegyzok hitelesit bevizsgal meres measure messung mesure meting invoice rechnung "
    "factuur facture szamla contract contrat vertrag szerzod lca terms prospekt "
    "prospectus confirm bevestig "
    "bestatig attest bizonyit laboratori labor declar dossier data sheet"
)

# Entries that speak against the claim, or that are no proof (yet).
VOID = (
    r"\b(no|without|not|never|none|lacks?|missing|pending|draft|expired|withdrawn|rejected|"
    r"refused|applied for|unverified|planned|inconclusive|supplier says|not yet|cancelled|"
    r"revoked|lapsed|competitor|"
    r"geen|niet|nooit|ontbreekt|concept|verlopen|ingetrokken|afgewezen|aangevraagd|gepland|"
    r"lopend|"
    r"kein|keine|keinen|keinerlei|nicht|nie|fehlt|entwurf|abgelaufen|zuruckgezogen|abgelehnt|"
    r"beantragt|ausstehend|geplant|"
    r"aucun|aucune|pas|jamais|manque|brouillon|expire|expiree|retire|refuse|demande en cours|"
    r"en attente|prevu|"
    r"nincs|nincsen|nem|soha|hianyzik|tervezet|lejart|visszavont\w*|elutasit\w*|folyamatban|"
    r"tervezett|benyujtott|fuggoben)\b"
)
# What a proof leaves out is not the same as a proof that says no.
EXCEPT = (
    r"\b((?:no|zero|without|geen|zonder|kein\w*|ohne|aucune?|sans|pas d') ?(?:\w+ )?(?:irrit\w+|"
    r"adverse|reacti\w+|reizung\w*|reakti\w+|incident\w*|vorfall\w*|defect\w*)|"
    r"(?:irritacio|reakcio|panasz) (?:nem volt|nelkul|nem jelentkezett)|"
    r"(?:not|niet|nicht|non|pas|nem)(?: \w+)? (?:calculated|counted|assessed|considered|covered|"
    r"berekend|meegerekend|meegeteld|inbegrepen|berechnet|eingerechnet|berucksichtigt|enthalten|"
    r"calcule\w*|compte\w*|compris\w*|pris\w* en compte|szamol\w*|szamit\w*|vett\w*)|"
    r"no (?=\d|[a-z]{1,3}[ -]?\d)|no\. ?|not include\w*|excluding|not (the|its)|"
    r"without (the|"
    r"cap|lid)|no others?|geen andere\w*|aucune? autre\w*|keine (?:weiteren|anderen)|"
    r"mas \w+ nincs|nincs mas\w*|not part|no offsets?|"
    r"zonder compensatie|ohne kompensation|sans compensation)"
)
WHOLE = (
    r"\b(whole|entire|complete|all parts|incl\w*|total|all (materials|components)|gehele|hele|"
    r"volledige?|alle onderdelen|inclusief|ganze[rsn]?|gesamte?[rsn]?|komplett\w*|alle teile|"
    r"einschliesslich|entier\w*|ensemble|toutes les|y compris|complet\w*|teljes|egesz|minden|"
    r"beleertve)\b"
)


@cache
def _pattern(beginnings: str) -> regex.Pattern[str]:
    stems = sorted(beginnings.split(), key=len, reverse=True)
    long = [regex.escape(stem) for stem in stems if len(stem) >= 6]
    middle = [regex.escape(stem) for stem in stems if 4 <= len(stem) < 6]
    short = [regex.escape(stem) for stem in stems if len(stem) < 4]
    parts = []
    if long:
        parts.append(f"(?:{'|'.join(long)})")
    if middle:
        parts.append(rf"\b(?:{'|'.join(middle)})")
    if short:
        parts.append(rf"\b(?:{'|'.join(short)})\b")
    return regex.compile("|".join(parts))


def about(text: str, table: dict[str, str]) -> frozenset[str]:
    """The rows of a table whose words stand in a text that is bare and in lower case."""
    return frozenset(name for name, stems in table.items() if _pattern(stems).search(text))


def proves(text: str) -> bool:
    """Whether a bare, lower-case entry is of a kind that can prove something."""
    return bool(_pattern(PROOF).search(text))
