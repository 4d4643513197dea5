"""Dutch verbs with "te" or without, and what goes with "hebben" and "zijn"."""

from collections.abc import Iterator

import regex

from aboveboard.text.correcting.agreeing.dutch.forms import (
    is_infinitive,
    known,
    noun_of_many,
    plural,
)
from aboveboard.text.correcting.agreeing.dutch.words import PREPOSITIONS
from aboveboard.text.correcting.agreeing.row import Line
from aboveboard.text.correcting.agreeing.why import OTHER, SLIP
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import listed, words

_MODAL = words("mag mogen kan kun kunt kunnen moet moeten wil wilt willen zal zullen zult")
_PAD = words("gratis graag nu ook hier niet altijd zelf samen direct meteen gewoon nog iedereen je "
             "jij u we wij ze jullie ik hij vandaag morgen daar er makkelijk snel eenvoudig online "
             "weer al zaterdag zondag straks allemaal iemand niemand")  # fmt: skip
_TRY = words("vergeet probeer probeert proberen probeerde probeerden belooft beloven beloofde "
             "beloofden "
             "weigert weigeren besloot besloten hopen hoopt")  # fmt: skip
_OPENS = words("die dat als omdat wat hoe waar wie wanneer zodat terwijl of en maar om want toen "
               "zoals zodra voordat hoeveel welke welk dit")  # fmt: skip
_LIKED = words(
    "leuk fijn zin tijd kans mogelijkheid gelegenheid ruimte belangrijk nodig makkelijk "
    "mogelijk plezier genoeg plek moment manier handig idee uit"
)
_MOVED = words("langs mee binnen vrijwilligers tijd nodig aan in")
_ASKED = words("kom bel mail ga gebruik klik kijk schrijf stuur app reserveer vraag download meld")
_US = words("ons me mij nu even snel gerust")
_THERE = words("er daar waar hier nergens niets niks iets ergens ervoor daarvoor waarvoor")
# What is put before a verb and parted from it by "te".
_PARTED = regex.compile(
    r"(aan|af|uit|op|mee|toe|terug|tegen|neer|weg|los|vast|klaar|open|dicht|binnen|langs|samen|"
    r"deel|plaats|thuis|heen|bij|in|schoon|stil|vrij|kennis)(\p{L}{2,}en|gaan|staan|slaan)$"
)
_WHOLE = words("aanvaarden aanbidden aanschouwen aanhoren")
# Strong verbs and what is done.
_PAIRS = (
    "ontwerpen:ontworpen winnen:gewonnen bezoeken:bezocht maken:gemaakt bakken:gebakken "
    "kopen:gekocht verkopen:verkocht schrijven:geschreven lezen:gelezen zingen:gezongen "
    "drinken:gedronken vinden:gevonden zoeken:gezocht brengen:gebracht denken:gedacht "
    "nemen:genomen geven:gegeven helpen:geholpen doen:gedaan zien:gezien kiezen:gekozen "
    "snijden:gesneden rijden:gereden schilderen:geschilderd bouwen:gebouwd openen:geopend "
    "organiseren:georganiseerd ontvangen:ontvangen spelen:gespeeld vieren:gevierd "
    "verbouwen:verbouwd renoveren:gerenoveerd leren:geleerd werken:gewerkt bedenken:bedacht "
    "beginnen:begonnen sluiten:gesloten aanbieden:aangeboden opnemen:opgenomen lenen:geleend "
    "uitkiezen:uitgekozen ophalen:opgehaald opruimen:opgeruimd genieten:genoten "
    "verzamelen:verzameld plukken:geplukt planten:geplant koken:gekookt bestellen:besteld "
    "repareren:gerepareerd restaureren:gerestaureerd fotograferen:gefotografeerd "
    "tekenen:getekend naaien:genaaid breien:gebreid verzorgen:verzorgd verliezen:verloren "
    "ontdekken:ontdekt vergeten:vergeten trainen:getraind oefenen:geoefend dansen:gedanst "
    "uitnodigen:uitgenodigd meenemen:meegenomen vertellen:verteld"
)
_PAST = {
    one: put for one, put in (pair.split(":") for pair in listed(_PAIRS)) if one != put
}  # fmt: skip
_BE = words("is zijn wordt worden werd werden")
_HAVE = words("heb hebt heeft hebben")
_NO_END = words("eten drinken leven leren werken zien doen maken spelen")
_CAN = {"kennen": "kunnen", "ken": "kan", "kent": "kan"}
_OCCURS = words("opgevallen overkomen bevallen meegevallen tegengevallen ontgaan ontschoten gelukt")
_IS = {"heeft": "is", "hebben": "zijn", "had": "was"}
_FELT = words("genoten gelachen gehad geslapen gewacht getwijfeld gedroomd")
_FEEL = {"zijn": "hebben", "ben": "heb", "waren": "hadden"}


def infinitives(line: Line, at: int) -> Iterator[Correction]:
    """ "Mag te parkeren", "proberen beantwoorden", "te uitzetten", "om koken"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    if low == "te":
        yield from _to(line, at, before, after)
    elif low in _TRY:
        yield from _tried(line, at)
    elif low == "om" and before in _LIKED and after in ("samen", "zelf", "weer", "lekker", "hier"):
        stop = line.clause(at)
        if (
            stop == at + 3
            and is_infinitive(line[at + 2].low)
            and not noun_of_many(line[at + 2].low)
        ):
            yield line.fault(at + 2, at + 3, f"te {line[at + 2].low}", SLIP)
    elif low == "om" and before in _LIKED and after and not line.ends(at + 1):
        if is_infinitive(after) and not noun_of_many(after) and line.low(at + 2) != "te":
            rest = [one.low for one in line.tokens[at + 2 : line.clause(at)]]
            if "te" not in rest and line.low(at + 2) in PREPOSITIONS | {"en", "of", "tijdens"}:
                yield line.fault(at + 1, at + 2, f"te {after}", SLIP)
    elif low == "voor" and after:
        yield from _in_order(line, at, before)


def parted(word: str) -> str:
    """ "Uit te zetten" for "uitzetten"; empty for a verb that stays whole."""
    found = _PARTED.match(word)
    if not found or word in _WHOLE or not known(word) or word.endswith("eren"):
        return ""
    part, verb = found[1], found[2]
    if not is_infinitive(verb) and verb not in ("gaan", "doen", "staan", "zien", "geven"):
        return ""
    return f"{part} te {verb}"


def _to(line: Line, at: int, before: str, after: str) -> Iterator[Correction]:
    if before != "veel" and (said := parted(after)):
        yield line.fault(at, at + 2, said, SLIP)
        return
    if not is_infinitive(after) or noun_of_many(after):
        return
    seen, begin = at - 1, line.begin(at)
    while seen > begin and line[seen].low in _PAD and line[seen + 1].before == " ":
        seen -= 1
    if line[seen].low in _MODAL and line[seen + 1].before == " " and seen - begin < 6:
        row = [one.low for one in line.tokens[begin:seen]]
        free = not set(row) & (_OPENS - {"en", "maar", "want"})
        if free and at - seen > 1 and (line.ends(at + 1) or line.low(at + 2) in PREPOSITIONS):
            yield line.fault(at, at + 2, after, SLIP)


def _tried(line: Line, at: int) -> Iterator[Correction]:
    stop = line.clause(at)
    row = [one.low for one in line.tokens[at + 1 : stop]]
    if len(row) < 2 or set(row) & (_OPENS | _MODAL | {"te"}) or line.prev(at) == "te":
        return
    last = row[-1]
    if any(one in _MODAL or one == "om" for one in line.sentence(at)[: at - line.begin(at)]):
        return
    acted = is_infinitive(last) or parted(last)
    if acted and not noun_of_many(last) and not last.startswith("ge"):
        if last in _TRY | _NO_END or any(
            is_infinitive(one) and not noun_of_many(one) for one in row[:-1] if one not in _TRY
        ):
            return
        if line[at].low not in ("probeer", "probeert", "proberen") and row[0] == "op":
            return
        yield line.fault(stop - 1, stop, parted(last) or f"te {last}", SLIP)


def _in_order(line: Line, at: int, before: str) -> Iterator[Correction]:
    """ "Kom langs voor onze wijnen te proeven", "bel voor te reserveren"."""
    if before == "om":
        return
    stop = min(line.clause(at), at + 8)
    for seen in range(at + 1, stop - 1):
        if line[seen].low in _OPENS or line[seen].low in _MODAL:
            return
        if line[seen].low == "te":
            verb = line[seen + 1].low
            asked = line[line.begin(at)].low in _ASKED or before in _MOVED - {"nodig", "in"}
            direct = seen == at + 1 and asked and not known(f"voor{verb}")
            if set(line.sentence(at)) & _THERE:
                return
            if is_infinitive(verb) and (
                direct or (seen > at + 1 and (before in _MOVED or (asked and before in _US)))
            ):
                yield line.fault(at, at + 1, "om", OTHER)
            return


def _acted(word: str) -> bool:
    return is_infinitive(word) or word in ("zien", "gaan", "staan", "doen")


def participles(line: Line, at: int) -> Iterator[Correction]:
    """ "Is door een student ontwerpen", "we hebben gisteren winnen"."""
    low = line[at].low
    if (past := _PAST.get(low)) and line.ends(at):
        stop, seen = line.begin(at), at - 1
        row: list[str] = []
        while seen >= stop and line[seen + 1].before == " ":
            word = line[seen].low
            if (
                word in _OPENS or word == "te" or word in _MODAL or _acted(word)
            ) and word not in _HAVE | _BE:
                return
            row.append(word)
            if word in _HAVE | _BE:
                break
            seen -= 1
        if not row or row[-1] not in _HAVE | _BE or len(row) < 3:
            return
        if row[-1] in _BE and "door" in row:
            yield line.fault(at, at + 1, past, OTHER)
        elif row[-1] in _HAVE and low not in _NO_END and not noun_of_many(low):
            lead = line[seen].first or line.prev(seen) in ("we", "wij", "ik", "hij", "ze", "zij")
            if lead and row[-2] not in ("we", "wij") and "aan" not in row:
                yield line.fault(at, at + 1, past, OTHER)


def helped(line: Line, at: int) -> Iterator[Correction]:
    """ "Heeft het je opgevallen", "we zijn genoten", "kennen we niet bezorgen"."""
    low, after = line[at].low, line.low(at + 1)
    if low in _IS:
        row = [one.low for one in line.tokens[at + 1 : line.clause(at)]]
        told = next((n for n, one in enumerate(row) if one in _OCCURS), -1)
        if (
            told >= 0
            and not set(row[:told]) & (_OPENS | _HAVE)
            and told < 6
            and not set(row) & {"is", "was", "zijn"}
        ):
            yield line.fault(at, at + 1, _IS[low], OTHER)
    elif low in _FEEL and (line.prev(at) in ("we", "wij", "ik") or after in ("we", "wij", "ik")):
        row = [one.low for one in line.tokens[at + 1 : line.clause(at)]]
        told = next((n for n, one in enumerate(row) if one in _FELT), -1)
        if (
            0 <= told < 6
            and not set(row[:told]) & (_OPENS | {"er", "te"})
            and line.prev(at - 1) not in _OPENS
            and not set(row) & (_HAVE | {"had", "hadden"})
        ):
            yield line.fault(at, at + 1, _FEEL[low], OTHER)
    elif low in ("kennen", "ken") and after in ("we", "wij", "jullie", "je", "jij", "ik"):
        stop = line.clause(at)
        row = [one.low for one in line.tokens[at + 2 : stop]]
        if row and "leren" not in row and not set(row) & (_OPENS | {"te"}):
            free = _acted(row[-1]) and not noun_of_many(row[-1]) and not plural(row[-1])
            if free and len(row) > 1 and (low == "kennen") == (after in ("we", "wij", "jullie")):
                yield line.fault(at, at + 1, _CAN[low], OTHER)


INFINITIVE_RULES = (infinitives, participles, helped)
