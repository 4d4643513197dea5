"""Dutch words in another order, one too few, or another form: "morgen wij zijn", "alle klant"."""

from collections.abc import Iterator

import regex

from aboveboard.text.correcting.agreeing.dutch.clauses import noun_first
from aboveboard.text.correcting.agreeing.dutch.forms import (
    acts,
    is_infinitive,
    known,
    many,
    may_be_many,
    noun_of_many,
    plural,
    single,
)
from aboveboard.text.correcting.agreeing.dutch.words import (
    COMMON,
    COMMON_ENDS,
    NEUTER_ENDS,
    NUMBERS,
    OWNED,
    PEOPLE,
    PERSONS,
    PLAIN,
    PREPOSITIONS,
    inflected,
    plain,
)
from aboveboard.text.correcting.agreeing.row import Line, ending
from aboveboard.text.correcting.agreeing.why import AGREE, OTHER, SLIP
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_SAID = "Dutch says this in other words."
_HUN = "“Hun” is never the subject of a sentence; “zij” or “ze” is."
_FRONT = words("morgen vandaag gisteren vanavond vanmiddag vanochtend overmorgen daarom daarna "
               "vervolgens binnenkort straks tegenwoordig daardoor misschien helaas gelukkig "
               "eindelijk soms hierdoor momenteel")  # fmt: skip
_TIMES = words("week maand jaar weekend zomer winter herfst lente voorjaar najaar maandag dinsdag "
               "woensdag donderdag vrijdag zaterdag zondag dag avond ochtend middag januari "
               "februari maart april juni juli augustus september oktober november december "
               "zondagen zaterdagen seizoen schooljaar kwartaal")  # fmt: skip
_WHO = words("we wij ik jij hij zij ze")
_IS = words("is zijn ben bent heb hebben heeft hebt gaan gaat kunnen willen moeten mogen komen "
            "staan openen organiseren vieren geven maken zoeken starten beginnen verwachten "
            "bakken verkopen sluiten bestaan doen zien was waren hadden")  # fmt: skip
_OPENS = words("die dat als omdat wat hoe waar wie wanneer zodat terwijl welke welk of en hoeveel "
               "waarop waarin waarmee waarom dan voordat nadat geval moment zover keer tijd nu "
               "sinds toen zoals plek manier zodra alles")  # fmt: skip
_UNDER = words("omdat doordat zodat dat hoewel terwijl als wanneer")
_THESE = words("vorige volgende elke komende iedere dit deze vorig volgend elk ieder afgelopen")
_HEADS = PREPOSITIONS | {"tijdens", "gedurende"}
_HELPS = words("ben bent is zijn heb hebt heeft hebben kunnen willen moeten mogen gaan kan wil")
_NOUNED = words("een geen de het onze ons veel weinig genoeg mijn dit deze")
_APART = {
    "aan": words("melden vragen bieden schaffen passen nemen kondigen sluiten trekken leveren "
                 "bellen geven komen"),
    "mee": words("doen nemen brengen helpen gaan lopen zingen spelen denken bakken fietsen eten"),
    "langs": words("komen gaan brengen"), "in": words("schrijven leveren vullen dienen pakken"),
    "op": words("halen sturen geven bellen ruimen nemen eten zoeken hangen"),
    "af": words("halen spreken rekenen melden wachten geven sluiten"),
    "uit": words("proberen nodigen kiezen printen pakken rusten zoeken"),
    "door": words("geven sturen gaan"), "terug": words("sturen komen geven brengen bellen"),
    "binnen": words("lopen komen"), "over": words("maken nemen slaan"), "klaar": words("maken"),
    "deel": words("nemen"), "kennis": words("maken"), "voor": words("bereiden stellen"),
    "toe": words("voegen"), "contact": words("opnemen"),
}  # fmt: skip
_TOGETHER = {part + verb: f"{part} te {verb}" for part, verbs in _APART.items() for verb in verbs}
_PLAIN_VERBS = words("reserveren betalen bestellen inschrijven aanmelden wachten meedoen kopen "
                     "meenemen bellen afspreken kiezen zoeken rijden werken koken")  # fmt: skip
_NO_SUN = words("de volle veel geen meer weinig wat genoeg volop en of zonder lekkere dat die "
                "lekker heerlijke")  # fmt: skip
_PARTS = words("in met voor op bij er altijd ook niet nog al zo samen elke dat het alles")
_LAST = words("hebben kunnen gaan willen doen moeten")
_THINGS = words("fiets winkel taart auto stoel tafel lamp tas mok kaars jurk broek kast boot trui")
_ABOUT = words("hier daar er in op met uit al van voor bij ons elke altijd ook niet nog zo graag "
               "je dit deze onze alles iedereen veertig twintig alle vorig vorige")  # fmt: skip
_COUNTS = words("kaart kind foto boek kamer stoel tafel fiets winkel product workshop vraag hond "
                "kat ticket broodje boek film avond wedstrijd cursus medewerker")  # fmt: skip
_EXTENT = words("week weken maanden dagen jaren uren minuten nachten avonden keren seizoenen "
                "seconden kwartalen")  # fmt: skip
_FILLS = words("nog al ook weer maar alweer slechts heel zo wel vandaag nu morgen gisteren "
               "dit jaar deze week weekend zeker")  # fmt: skip
_LEAD = words("ons onze het de deze dit die een jouw")
_MASS = words("korting keuze taart soep saus salade pizza kwaliteit service training lunch brunch "
              "koffie vakantie dag week avond ochtend middag maand zomer winter")  # fmt: skip
_BEFORE_YOUR = PREPOSITIONS - {"voor"} | words(
    "is zijn dit dat ons en stuur deel laat wat waar maak tag"
)
_SEVERAL = NUMBERS - {"vier"} | words("alle vele meerdere sommige diverse veel")
_CLOCK = words("nummer om tussen tot vanaf rond na sinds kamer")
_ADVERBIAL = words("morgen vandaag weer nu ook niet gesloten open dicht geopend altijd nog al "
                   "vanaf tijdens in op van helaas gewoon klaar zaterdag zondag")  # fmt: skip
_SUBJECTS = words("we wij ze zij jullie er de het onze ons mijn zijn haar hun")
_ARE = {"is": "zijn", "was": "waren", "komt": "komen", "staat": "staan", "ligt": "liggen",
        "hangt": "hangen", "wordt": "worden", "zit": "zitten"}  # fmt: skip
_DIGITS = regex.compile(r"(?!0|1$)\d{1,3}$")


def order(line: Line, at: int) -> Iterator[Correction]:
    """ "Vanaf maandag wij zijn open", "omdat we hebben een nieuwe winkel"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    if not before or low not in _WHO:
        if before and low in _LEAD and _fronted(line, at):
            yield from noun_first(line, at)
        return
    if (after in _IS or is_infinitive(after)) and _fronted(line, at):
        yield line.fault(at, at + 2, f"{line[at + 1].word} {line[at].word}", _SAID)
    elif before in _UNDER and (
        (after in _HELPS and line.low(at + 2) in _NOUNED)
        or (line.low(at + 2) in ("een", "geen") and (is_infinitive(after) or acts(after)))
        or (after in ("vinden", "vindt", "vind") and line.low(at + 2) == "het")
    ):
        stop = line.clause(at)
        rest = [one.low for one in line.tokens[at + 2 : stop]]
        if not set(rest) & _OPENS and 2 <= len(rest) <= 8 and not (before == "dat" and at == 1):
            said = line.text[line[at + 2].start : line[stop - 1].end]
            yield line.fault(at + 1, stop, f"{said} {line[at + 1].word}", _SAID)


def _fronted(line: Line, at: int) -> bool:
    """Whether a time or a place stands before, and nothing else of the sentence."""
    begin = line.begin(at)
    row = [one.low for one in line.tokens[begin:at]]
    joined = all(one.before == " " for one in line.tokens[begin + 1 : at + 1])
    if not joined or not row or set(row) & _OPENS - {"sinds"}:
        return False
    return (
        (len(row) == 1 and row[0] in _FRONT)
        or (len(row) == 2 and row[0] in _THESE and row[1] in _TIMES)
        or (2 <= len(row) <= 5 and row[0] in _HEADS and _place(line, begin, at))
    )


def after_clause(line: Line, at: int) -> Iterator[Correction]:
    """ "Toen we begonnen, we hadden niets": the verb comes first after such a clause."""
    if line[at].low not in _WHO - {"ze", "zij"} or line[at].before != ", ":
        return
    begin, after = line.begin(at), line.low(at + 1)
    commas = sum(one.before != " " for one in line.tokens[begin + 1 : at + 1])
    opens = line[begin].low in ("toen", "omdat", "zodra", "nadat", "voordat") and commas == 1
    if opens and at - begin > 1 and after in _IS and line.low(at + 2):
        yield line.fault(at, at + 2, f"{line[at + 1].word} {line[at].word}", _SAID)


def _place(line: Line, begin: int, at: int) -> bool:
    """Whether after a preposition a time or a place stands, and no verb: "in ons atelier"."""
    row = [one.low for one in line.tokens[begin + 1 : at]]
    last = row[-1]
    if len(row) == 1:
        return last in _TIMES - {"dag", "jaar", "week"}
    if row[0] not in _LEAD | {"komende", "volgende", "afgelopen"}:
        return False
    if last in ("dag", "einde", "begin") or any(one in PREPOSITIONS for one in row[1:]):
        return False
    inner = row[1:-1]
    if any(not one.endswith("e") for one in inner):
        return False
    return last in _TIMES or bool(ending(last, NEUTER_ENDS) or ending(last, COMMON_ENDS))


def few(line: Line, at: int) -> Iterator[Correction]:
    """ "Hoeft niet aan melden", "zon mooie dag", "hoe hun het hebben gedaan"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    if low in ("hoeft", "hoef", "hoeven", "hoefde"):
        yield from _without_te(line, at)
    elif low == "zon" and before and before not in _NO_SUN and line[at].word.islower():
        if before in PREPOSITIONS or before in (
            "nooit",
            "nog",
            "wil",
            "was",
            "is",
            "eens",
            "weer",
            "ook",
            "er",
            "al",
            "heb",
            "hebben",
            "heeft",
        ):
            noun = line.low(at + 2)
            long = after in PLAIN and noun and known(noun) and not may_be_many(noun)
            nouns = long and noun not in PREPOSITIONS and noun not in ("en", "of", "is")
            if nouns or after in COMMON_ENDS | {"dag", "feest", "avond", "weekend"}:
                yield line.fault(at, at + 1, "zo’n", OTHER)
    elif low == "hun" and before in ("hoe", "omdat", "toen", "als", "zodat", "terwijl", "wanneer"):
        stop = line.clause(at)
        acted = after in ("altijd", "ook", "niet", "zo", "samen") and is_infinitive(
            line[stop - 1].low
        )
        if acted or (after in _PARTS and {one.low for one in line.tokens[at + 1 : stop]} & _LAST):
            yield line.fault(at, at + 1, "ze", _HUN)
    elif low in ("zo'n", "zo’n") and (many(after) or (after in PLAIN and many(line.low(at + 2)))):
        yield line.fault(at, at + 1, "zulke", AGREE)
    elif low == "om" and before in ("zin", "tijd", "leuk", "fijn", "kans") and line.ends(at + 1):
        if is_infinitive(after):
            yield line.fault(at + 1, at + 2, f"te {after}", SLIP)
    elif (
        low == before
        and low not in _WHO
        and line[at - 2].first
        and line.prev(at - 1) in ("we", "wij", "ik", "ze")
    ):
        yield line.fault(at - 1, at + 1, low, "This word stands here twice.")
    elif low in ("dat", "die") and not line[at].first:
        yield from _which(line, at)


def _without_te(line: Line, at: int) -> Iterator[Correction]:
    stop = line.clause(at)
    row = [one.low for one in line.tokens[at + 1 : stop]]
    if "te" in row:
        return
    for seen in range(at + 2, min(stop, at + 10)):
        part, verb = line[seen - 1].low, line[seen].low
        if part in _OPENS or part == "om":
            return
        if verb in _APART.get(part, ()):
            yield line.fault(seen - 1, seen + 1, f"{part} te {verb}", SLIP)
            return
        if part in ("niet", "niets", "geen") and verb in _PLAIN_VERBS and line.ends(seen):
            parts = ("in", "aan", "mee", "af")
            apart = next((one for one in parts if verb.startswith(one)), "")
            said = f"{apart} te {verb.removeprefix(apart)}" if apart else f"te {verb}"
            yield line.fault(seen, seen + 1, said, SLIP)
            return


def _which(line: Line, at: int) -> Iterator[Correction]:
    """ "Gerrit, de man dat veertig jaar", "het museum die al jaren"."""
    low, after = line[at].low, line.low(at + 1)
    noun, start = line.prev(at), at - 2
    if not noun or after not in _ABOUT:
        return
    if plain(line.prev(at - 1)) or inflected(line.prev(at - 1)):
        start -= 1
    article = line[start].low if start >= 0 and line[start + 1].before == " " else ""
    opens = line[start].first or line[start].before == ", " or line.prev(start) in ("is", "was")
    if low == "dat" and article in ("de", "een", "onze") and opens:
        if noun in PERSONS or noun in ("man", "vrouw", "jongen", "mensen") or noun in _THINGS:
            yield line.fault(at, at + 1, "die", AGREE)
    elif low == "die" and article in ("het", "ons", "dit") and opens:
        yield from [line.fault(at, at + 1, "dat", AGREE)] if ending(noun, NEUTER_ENDS) else []


def counts(line: Line, at: int) -> Iterator[Correction]:
    """ "Alle deelnemer", "een van de leukste winkel", "er is in de tuin nog drie konijntjes"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    if low in _SEVERAL:
        place = at + 2 if after in PLAIN or after in ("onze", "deze") else at + 1
        noun = line[place]
        person = ending(noun.low, PERSONS)
        if not line.low(place) or noun.hangs or not noun.word.islower() or before in _CLOCK:
            return
        small = noun.low.endswith(("tje", "dje", "kje")) and known(f"{noun.low}s")
        several = bool(person) or ((noun.low in _COUNTS or small) and low not in ("veel", "vele"))
        if several and (instead := plural(noun.low)):
            yield line.fault(place, place + 1, instead, AGREE)
    elif low in ("elke", "elk", "iedere", "ieder") and many(after) and not line[at + 1].hangs:
        if line[at + 1].word.islower() and (one := single(after)):
            yield line.fault(at + 1, at + 2, one, AGREE)
    elif low == "te" and (apart := _TOGETHER.get(after)) and before != "veel":
        yield line.fault(at, at + 2, apart, SLIP)
    elif low in ("is", "was") and before in ("dit", "dat", "hier", "daar", "waar", "wat"):
        yield from _shown(line, at)
    elif low == "zijn" and before == "iedereen" and line[at - 1].first:
        if after in ("welkom", "van", "blij", "uitgenodigd", "er", "klaar"):
            yield line.fault(at, at + 1, "is", AGREE)
    elif low in ("zijn", "worden") and line[at - 1].low != "de":
        yield from _lone(line, at)
    elif low == "van" and before in ("een", "één") and after in ("de", "onze", "deze"):
        noun = line[at + 3]
        best = line.low(at + 2)
        counted = noun.low in COMMON or bool(ending(noun.low, NEUTER_ENDS | PERSONS))
        if best.endswith("ste") and counted and line.low(at + 3) and noun.word.islower():
            instead = "" if noun.hangs or may_be_many(noun.low) else plural(noun.low)
            if instead:
                yield line.fault(at + 3, at + 4, instead, AGREE)
    elif low in _ARE and "er" in (before, after):
        seen = at + 2 if after == "er" else at + 1
        while True:
            while line.low(seen) in _FILLS:
                seen += 1
            if line.low(seen) not in PREPOSITIONS or line.low(seen + 1) not in _LEAD:
                break
            seen += 2
            seen += 1 if line.low(seen).endswith("e") and line.low(seen) in PLAIN else 0
            seen += 1
        if line.low(seen) in NUMBERS or _DIGITS.match(line.low(seen)):
            thing = line.low(seen + 1)
            thing = line.low(seen + 2) if plain(thing) else thing
            if noun_of_many(thing) and thing not in _EXTENT:
                yield line.fault(at, at + 1, _ARE[low], AGREE)
        elif line.low(seen) in ("veel", "genoeg", "meerdere", "enkele") and (
            many(line.low(seen + 1)) and line.low(seen + 1) not in _EXTENT
        ):  # fmt: skip
            yield line.fault(at, at + 1, _ARE[low], AGREE)


def _shown(line: Line, at: int) -> Iterator[Correction]:
    """ "Dit is onze openingstijden", "waar is mijn schoenen"."""
    if line.low(at + 1) not in ("de", "onze", "mijn", "jouw", "je", "jullie", "alle", "deze"):
        return
    place = at + 3 if line.low(at + 2) in PLAIN else at + 2
    noun = line[place]
    if not noun.word.islower() or not line.low(place) or noun.hangs or not many(noun.low):
        return
    if line.ends(place) or line.low(place + 1) in ("van", "voor", "in", "op", "die", "uit"):
        yield line.fault(at, at + 1, _ARE[line[at].low], AGREE)


def _lone(line: Line, at: int) -> Iterator[Correction]:
    """ "De winkel zijn morgen dicht"."""
    begin = line.begin(at)
    if at - begin != 2 or line[begin].low not in ("de", "het", "onze", "ons", "deze", "dit"):
        return
    if line[at - 1].before != " " or not line.prev(at) or not line[at - 1].word.islower():
        return
    noun, stop = line[at - 1].low, line.clause(at)
    rest = line.tokens[at + 1 : stop]
    if (noun not in COMMON and not ending(noun, NEUTER_ENDS)) or may_be_many(noun):
        return
    if line.low(at + 1) in _ADVERBIAL and all(
        one.word.islower() and one.low not in _SUBJECTS and not may_be_many(one.low)
        for one in rest
    ):  # fmt: skip
        one = {"zijn": "is", "worden": "wordt"}[line[at].low]
        yield line.fault(at, at + 1, one, AGREE)


def owners(line: Line, at: int) -> Iterator[Correction]:
    """ "Heeft u u panelen", "jou nieuwe fiets", "van mij moeder", "ons winkel"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    if not after or line[at + 1].hangs or not line[at + 1].word.islower():
        return
    thing = line.low(at + 2) if after in PLAIN or plain(after) else ""
    if low == "u":
        lone = after in OWNED and before in PREPOSITIONS and not line[at - 1].first
        if (before == "u" and (many(after) or after in OWNED)) or (
            lone and after not in ("vakantie", "talent", "kinderen") and before not in
            ("voor", "bij") and line.prev(at - 1) not in ("als", "omdat", "wat")
        ):  # fmt: skip
            yield line.fault(at, at + 1, "uw", OTHER)
    elif low == "uw" and (line.low(at + 1) in ("graag", "niet", "de", "het", "een", "ons")):
        yield line.fault(at, at + 1, "u", OTHER)
    elif low == "jou" and (
        (thing and before != "voor" and not may_be_many(thing) and thing in COMMON | OWNED)
        or (after in COMMON - OWNED - _MASS and before in _BEFORE_YOUR)
    ):  # fmt: skip
        yield line.fault(at, at + 1, "jouw", OTHER)
    elif low == "mij" and after in PEOPLE - {"werk", "man", "fiets"}:
        if line[at].first or before in PREPOSITIONS - {"voor", "bij"}:
            yield line.fault(at, at + 1, "mijn", OTHER)
    elif low == "ons" and line[at].first and (
        many(after) or (ending(after, COMMON_ENDS) and line.low(at + 2))
    ):  # fmt: skip
        yield line.fault(at, at + 1, "onze", AGREE)


ORDER_RULES = (order, after_clause, few, counts, owners)
