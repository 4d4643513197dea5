"""Dutch endings and small words: "vers aardbeien", "de vergrootte zaal",
"wij zijn klein bedrijf"."""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.dutch.clauses import finite, noun
from aboveboard.text.correcting.agreeing.dutch.forms import (
    is_infinitive,
    many,
    noun_of_many,
    prolonged,
    superlative,
)
from aboveboard.text.correcting.agreeing.dutch.words import (
    ADVERBS,
    LONG,
    NEUTER,
    NUMBERS,
    PREPOSITIONS,
    inflected,
    plain,
)
from aboveboard.text.correcting.agreeing.row import Line
from aboveboard.text.correcting.agreeing.why import AGREE, FORM, OTHER
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_SAID = "Dutch says this in other words."
# Said of what is done as well: "snel kaarten kopen".
_TOPS = words("meest minst best liefst hoogst laatst eerst")
_CLEAR = words("vers biologisch elektrisch kleurrijk uniek klein oud zwart rood blauw groen geel "
               "vegetarisch ambachtelijk zelfgemaakt romig knapperig sappig traditioneel modern "
               "duurzaam")  # fmt: skip
_SEVERAL = words("de deze die onze alle mijn jouw jullie veel enkele meerdere sommige "
                 "verschillende "
                 "diverse al")  # fmt: skip
_NOT_FLAT = ADVERBS | words("oud groot vast hard vrij lang snel ver alleen zelf")
_HAVE = words("heb hebt heeft hebben had hadden verkopen")
_FILL = words("we wij ik jullie er vandaag nu nog helaas ook meer hier deze week morgen zaterdag")
_MASS = words("vis vlees brood taart melk kaas soep koffie thee bier wijn fruit groente ijs friet "
              "informatie ruimte plek tijd post bloed water")  # fmt: skip
# One is counted, and is hardly ever said without an article.
_COUNT = words("bedrijf team café restaurant winkel boek hotel gezin dorp festival atelier museum "
               "product project kind club vereniging stichting bakkerij boerderij school camping "
               "kapsalon webshop website collega plek evenement initiatief bureau kantoor koor "
               "orkest toernooi gebouw huis vakantiehuis verhaal recept idee stad familiebedrijf "
               "theater workshop cursus tentoonstelling voorstelling locatie medewerker kok "
               "vrijwilliger chauffeur trainer stagiair bakker kapper docent monteur vacature "
               "kans moment cadeau dag avond middag ochtend plan begin start")  # fmt: skip
_WE = words("we wij ik")
_BE = words("zijn ben waren was zoeken zoek hebben heb openen organiseren krijgen")
_NO_ARTICLE = words("veel meer weinig geen goed kans plan")
_PAST = {"wil": "wilde", "kan": "kon", "mag": "mocht", "moet": "moest", "speelt": "speelde",
         "droomt": "droomde", "weet": "wist", "gaat": "ging", "heeft": "had", "is": "was",
         "zingt": "zong", "leest": "las", "tekent": "tekende", "bakt": "bakte"}  # fmt: skip
_LAID = words("boek boeken kaart kaarten tickets folders bestelling bestellingen pakket pakketten "
              "sleutel sleutels brood broodjes taart taarten cadeau cadeaus spullen kleding flyers "
              "krant kranten formulier formulieren jas jassen tas tassen fiets fietsen borden "
              "sneeuw "
              "handdoeken programmaboekjes foto boekje kussens kaartjes appels")  # fmt: skip
_LIES = {"legt": "ligt", "leggen": "liggen", "legde": "lag", "legden": "lagen"}
_SPOT = words("op in bij aan achter onder naast tussen klaar ernaast erop hier daar al")
_KNOWN = words("elkaar hem haar hen jou je jullie mij")
_KNOW = {"kunnen": "kennen", "kan": "ken"}
_UNDER = words("omdat doordat zodat terwijl hoewel nadat voordat")
_VERBS = words("is zijn was waren heeft hebben had hadden wordt worden gaat gaan kan kunnen moet "
               "moeten wil willen regent sneeuwt komt komen")  # fmt: skip
_DAYS = words(
    "morgen vandaag gisteren vanavond vanmiddag vanochtend overmorgen helaas gelukkig dan "
    "daarom daarna daar hier binnenkort straks eindelijk misschien soms momenteel"
)
_MONTHS = words("week maand jaar weekend zomer winter herfst lente seizoen maandag dinsdag "
                "woensdag "
                "donderdag vrijdag zaterdag zondag")  # fmt: skip
_JE = {"kunt": "kun", "kan": "kan", "hebt": "heb", "bent": "ben", "gaat": "ga", "vindt": "vind",
       "moet": "moet", "mag": "mag", "krijgt": "krijg", "wilt": "wil", "ziet": "zie",
       "betaalt": "betaal", "leert": "leer", "proeft": "proef", "koopt": "koop",
       "ontdekt": "ontdek", "maakt": "maak", "hoeft": "hoef", "komt": "kom"}  # fmt: skip


def flat(line: Line, at: int) -> Iterator[Correction]:
    """ "Vers aardbeien", "onze nieuw workshops", "de vergrootte zaal", "een aantal van"."""
    one, low, before, after = line[at], line[at].low, line.prev(at), line.low(at + 1)
    if not after or one.hangs or line[at + 1].hangs or not line[at + 1].word.islower():
        return
    if (long := LONG.get(low) or (low in _CLEAR and inflected(low))) and low not in _NOT_FLAT:
        led = before in _SEVERAL or before in NUMBERS
        if (
            ((led and noun_of_many(after) and not finite(after)) or (low in _CLEAR and many(after)))
            and before not in ("is", "zijn", "was", "zo", "te", "heel", "erg")
            and after != "dagen"
        ):
            yield line.fault(at, at + 1, long, AGREE)
    elif low.endswith("st") and superlative(f"{low}e") and low not in _TOPS:
        named = noun(after) or many(after)
        if before in ("de", "onze", "mijn", "jouw", "het") and named and not finite(after):
            yield line.fault(at, at + 1, f"{low}e", AGREE)
    elif low == "dit" and one.first and many(after) and finite(line.low(at + 2)):
        yield line.fault(at, at + 1, "deze", AGREE)
    elif before in ("de", "een", "onze", "mijn", "jouw", "jullie") and (adj := prolonged(low)):
        yield line.fault(at, at + 1, adj, OTHER)
    elif low == "van" and before in ("aantal", "paar", "tiental", "twintigtal", "honderdtal"):
        if line.prev(at - 1) == "een" and many(after) and after not in PREPOSITIONS:
            yield line.fault(at - 1, at + 1, before, _SAID)
    elif low == "niet" and (place := at + 2 if plain(after) and after.endswith("e") else 0):
        yield from _none(line, at, place)


def _none(line: Line, at: int, place: int) -> Iterator[Correction]:
    """ "We hebben niet verse vis"."""
    seen = at - 1
    while line[seen].low in _FILL and line[seen + 1].before == " ":
        seen -= 1
    there = line[seen].low in ("is", "zijn") and line.low(seen + 1) == "er"
    if line[seen].low not in _HAVE and not there:
        return
    name, then = line.low(place), line[place + 1]
    known = name in _MASS or many(name)
    if (
        known
        and (line.ends(place) or then.low in ("meer", "vandaag"))
        and then.low not in ("maar", "alleen", "wel")
    ):
        yield line.fault(at, at + 1, "geen", OTHER)


def article(line: Line, at: int) -> Iterator[Correction]:
    """ "Wij zijn klein bedrijf", "we zoeken nieuwe collega"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    if low not in _COUNT or not line[at].word.islower() or line[at].hangs:
        return
    adj = plain(before) or inflected(before)
    verb, who = line.prev(at - 1), line.prev(at - 2)
    if not adj or before in _NO_ARTICLE or verb not in _BE or many(low):
        return
    fits = before in LONG if low in NEUTER else before.endswith("e")
    if (
        who in _WE
        and fits
        and after not in ("en", "of", "als")
        and (line.ends(at) or after in PREPOSITIONS | {"die", "dat", "waar"})
    ):
        yield line.fault(at - 1, at, f"een {line[at - 1].word}", _SAID)


def childhood(line: Line, at: int) -> Iterator[Correction]:
    """ "Als kind wil Joris al", "de boeken leggen op tafel", "wij kunnen elkaar al"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    begin = line.begin(at)
    if low in _PAST and before in ("kind", "meisje", "jongen", "kleuter", "tiener", "klein"):
        row = [one.low for one in line.tokens[begin:at]]
        if row in (["als", before], ["als", "klein", before]):
            named = line[at + 1].word.istitle() or after in ("hij", "zij", "ik")
            if named and line.low(at + 2) == "al":
                yield line.fault(at, at + 1, _PAST[low], FORM)
    elif (
        low in _LIES and after in _SPOT and line[begin].low in ("de", "het", "alle", "onze", "jouw")
    ):
        row = [one.low for one in line.tokens[begin:at]]
        rest = {one.low for one in line.tokens[at + 1 : line.clause(at)]}
        if 2 <= len(row) <= 3 and row[-1] in _LAID and not rest & {"uit", "aan", "de", "het"} - (
            {"de", "het"} if after in PREPOSITIONS else set()
        ):  # fmt: skip
            yield line.fault(at, at + 1, _LIES[low], OTHER)
    elif low in _KNOW and after in _KNOWN and (before in ("we", "wij", "ik", "ze", "zij")):
        row = [one.low for one in line.tokens[at + 2 : line.clause(at)]]
        long = bool(row) and (row[0] in ("al", "nog", "sinds", "van", "goed") or row[0] in NUMBERS)
        if long and (low == "kan") == (before == "ik") and not any(
            is_infinitive(one) or one in ("gaan", "staan", "zien", "doen", "zijn") for one in row
        ):  # fmt: skip
            yield line.fault(at, at + 1, _KNOW[low], OTHER)
    elif low == "kunnen" and before == "leren" and (line.ends(at) or after in PREPOSITIONS):
        yield line.fault(at, at + 1, "kennen", OTHER)
    elif low == "ken" and before in ("ik", "je") and after != "ik":
        row = [one.low for one in line.tokens[at + 1 : line.clause(at)]]
        if (
            row
            and is_infinitive(row[-1])
            and not noun_of_many(row[-1])
            and "leren" not in row
            and len(row) > 1
            and "te" not in row
        ):
            yield line.fault(at, at + 1, "kan", OTHER)


def fronted(line: Line, at: int) -> Iterator[Correction]:
    """ "Bij ons je kunt eten", "helaas het is koud", "omdat regent het"."""
    low, after = line[at].low, line.low(at + 1)
    begin = line.begin(at)
    row = [one.low for one in line.tokens[begin:at]]
    if line[at].before != " " or any(one.before != " " for one in line.tokens[begin + 1 : at]):
        return
    if low in _VERBS and row and row[-1] in _UNDER and after in ("het", "er", "we", "wij", "ik"):
        stop = line.clause(at)
        rest = line.tokens[at + 2 : stop]
        if len(rest) < 6 and line.low(at + 2) not in ("dat", "een", "is") and (
            after not in ("het",) or not noun_of_many(line.low(at + 2))
        ):  # fmt: skip
            said = line.text[line[at + 1].start : line[stop - 1].end]
            if not any(finite(one.low) or one.low in NEUTER for one in rest):
                yield line.fault(at, stop, f"{said} {low}", _SAID)
        return
    if not row or line.ends(at + 1) or len(row) > 4:
        return
    front = (
        (len(row) == 1 and row[0] in _DAYS)
        or (len(row) == 2 and row[1] in _MONTHS and row[0] in ("dit", "deze", "elke", "vorige",
            "vorig", "volgende", "komende", "volgend", "elk", "op", "in", "vanaf"))
        or row == ["jammer", "genoeg"]
        or (len(row) > 2 and row[0] == "om" and row[-2] == "te")
        or row in (["bij", "ons"], ["in", "onze", "winkel"], ["op", "onze", "website"],
                   ["in", "de", "zomer"], ["in", "de", "winter"], ["op", "zaterdag"],
                   ["op", "zondag"], ["in", "het", "weekend"], ["in", "ons", "restaurant"],
                   ["met", "deze", "kaart"], ["in", "ons", "atelier"], ["in", "het", "museum"],
                   ["tijdens", "de", "workshop"], ["na", "afloop"], ["op", "de", "markt"])
    )  # fmt: skip
    if not front:
        return
    if low in ("je", "jij") and after in _JE:
        yield line.fault(at, at + 2, f"{_JE[after]} {low}", _SAID)
    elif low in ("er", "het") and after in ("is", "zijn", "was", "waren", "wordt", "komt", "komen"):
        if low == "er" or after in ("is", "was", "wordt"):
            yield line.fault(at, at + 2, f"{after} {low}", _SAID)
    elif (low in ("we", "wij", "ik") and row == ["dan"] and after in _VERBS) or (
        low in ("jullie", "u")
        and after
        in (
            "kunnen",
            "kunt",
            "zijn",
            "bent",
            "hebben",
            "hebt",
            "krijgen",
            "krijgt",
            "mogen",
            "moeten",
            "vindt",
        )
    ):
        yield line.fault(at, at + 2, f"{after} {low}", _SAID)


def together(line: Line, at: int) -> Iterator[Correction]:
    """ "Neem mee je vrienden"."""
    if line[at].low != "mee" or line.low(at + 1) not in ("je", "een", "jullie", "onze", "uw", "de"):
        return
    if line.prev(at) in ("neem", "neemt", "nemen", "breng", "brengt", "brengen"):
        stop = line.clause(at)
        last = line[stop - 1].low
        if stop - at in (3, 4) and (many(last) or noun(last)):
            said = line.text[line[at + 1].start : line[stop - 1].end]
            yield line.fault(at, stop, f"{said} mee", _SAID)


ENDING_RULES = (flat, article, childhood, fronted, together)
