"""Dutch verbs that do not fit who does it, or when: "wie heb", "Tom vind", "heeft gegroeid"."""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.dutch.forms import (
    adjective,
    finite_of,
    infinitive,
    is_stem,
    known,
    many,
    noun_of_many,
    past_many,
    past_of_many,
    third,
)
from aboveboard.text.correcting.agreeing.dutch.words import (
    AUXILIARIES,
    DETERMINERS,
    NUMBERS,
    PERSONS,
    PREPOSITIONS,
    STEMS,
    TWOFOLD,
    plain,
)
from aboveboard.text.correcting.agreeing.row import Line, ending
from aboveboard.text.correcting.agreeing.why import AGREE, FORM, OTHER
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_YOU = words("u je jij jou jullie ge gij uw jouw")
_ONE = words("wie hij niemand iemand iedereen men")
_YOURS = {"wilt": "wil", "kunt": "kan", "zult": "zal", "hebt": "heeft", "bent": "is"}
_STEMS = words(
    "werk maak zoek kom ga sta zie geef neem krijg loop denk doe heb ben speel bel help zorg volg "
    "vraag breng koop leer hoor voel ken deel haal kijk leef lees schrijf blijf begrijp vertel "
    "betaal bestel geniet verdien bezoek gebruik gebeur slaap drink kook bak fiets hou hoop ga"
)
_THIRD = {"heb": "heeft", "ben": "is"}
_AFTER = words("je jij ik u jullie we wij")
_OPENS = words("die dat als omdat wat hoe waar wie wanneer zodat terwijl welke welk of")
_KNOWN = words("dat het je dit alles men er iedereen")
_ALL = {"hebben": "heeft", "komen": "komt", "gaan": "gaat", "kunnen": "kan", "willen": "wil",
        "mogen": "mag", "moeten": "moet"}  # fmt: skip
_PLAINLY = words("zoek verkoop maak krijg neem geef schrijf lees betaal bestel vertel "
                 "organiseer serveer")  # fmt: skip
_CALLED = words("moed vol wakker lid vast vrijwilliger donateur even eens toch")
_IT = words("ze zij het dit dat")
_DONE = words("beantwoord verspreid besteed vermeld bekleed aanvaard begeleid")
_FINAL = STEMS - TWOFOLD - words("behoud onderscheid bid red laad")
_OBJECTS = words("het de een ons onze je jullie jouw u uw elke iedere veel alle geen graag mij "
                 "iedereen meer altijd")  # fmt: skip
_WITH = _OBJECTS | words(
    "alleen nieuwe al nog ook weer samen vandaag morgen met om op in vanaf"
)  # fmt: skip
_DAYS = words("vandaag morgen zaterdag zondag maandag dinsdag woensdag donderdag vrijdag vanavond")
_ANSWERS = words("op binnen u je jullie snel graag altijd meteen direct persoonlijk zelf ook")
_STRICT = words("heb hebt heeft hebben had hadden is ben bent zijn was waren word wordt worden "
                "werd werden krijg krijgt krijgen kreeg kregen")  # fmt: skip
_GONE = words("gegroeid gebeurd gebleven gekomen geworden gestorven overleden verschenen verdwenen "
              "ontstaan geslaagd aangekomen gestegen gedaald gegaan vertrokken opgegroeid "
              "teruggekomen langsgekomen uitgegroeid gelukt mislukt teruggekeerd binnengekomen "
              "thuisgekomen geweest begonnen gestopt opgestaan gearriveerd meegekomen "
              "geland gestrand afgestudeerd toegenomen ingestort omgevallen doorgegaan meegegaan "
              "teruggegaan opengegaan gescheiden verdwaald gezakt bezweken ontsnapt")  # fmt: skip
_WENT = words("gefietst gelopen gereden gewandeld gevlogen gezwommen gereisd gevaren gerend")
_LESS = words("geweest begonnen gestopt")
_AFTER_GONE = words("van naar tot in uit met op door sinds tijdens dit deze en bij voor dankzij "
                    "voordat toen omdat nadat maar want als")  # fmt: skip
_BE = {"heeft": "is", "heb": "ben", "hebt": "bent", "hebben": "zijn", "had": "was",
       "hadden": "waren"}  # fmt: skip
_PASTS = {
    "starten": "startten", "wachten": "wachtten", "planten": "plantten", "testen": "testten",
    "praten": "praatten", "ontmoeten": "ontmoetten", "feesten": "feestten", "posten": "postten",
    "melden": "meldden", "landen": "landden", "openen": "openden", "vieren": "vierden",
    "bezoeken": "bezochten", "winnen": "wonnen", "organiseren": "organiseerden",
    "verhuizen": "verhuisden", "start": "startte", "wacht": "wachtte", "plant": "plantte",
    "ontmoet": "ontmoette", "opent": "opende", "viert": "vierde", "wint": "won",
    "bezoekt": "bezocht", "begint": "begon", "beginnen": "begonnen", "krijgen": "kregen",
    "komen": "kwamen", "gaan": "gingen", "doen": "deden", "nemen": "namen", "geven": "gaven",
    "zien": "zagen", "vinden": "vonden", "staan": "stonden", "zitten": "zaten", "lopen": "liepen",
    "eten": "aten", "drinken": "dronken", "schrijven": "schreven", "zingen": "zongen",
    "helpen": "hielpen", "komt": "kwam", "gaat": "ging", "krijgt": "kreeg", "vindt": "vond",
    "staat": "stond", "geeft": "gaf", "ontvangen": "ontvingen", "sluiten": "sloten",
    "maken": "maakten", "bakken": "bakten", "verkopen": "verkochten", "spelen": "speelden",
}  # fmt: skip
_TIMES = words("week maand jaar weekend zomer winter herfst lente voorjaar najaar maandag dinsdag "
               "woensdag donderdag vrijdag zaterdag zondag seizoen")  # fmt: skip
_DOERS = words("we wij ze zij ik hij de het ons onze mijn jullie er zich")
_MANY = words("de onze alle deze die veel sommige mijn jullie vele beide")
_NO_SUBJECT = words("u je jij hij ze zij men iedereen niemand iemand we wij ik de het ons onze "
                    "mijn wie deze dit die dat er")  # fmt: skip
_ALSO = words("laten komen gaan doen maken worden krijgen halen kopen vinden zien kijken eten "
              "bestellen reserveren proeven zijn leren spelen niet ook hier wel")  # fmt: skip
_ONES = {"vergeet": "vergeten", "weet": "weten", "zit": "zitten", "eet": "eten", "kan": "kunnen",
         "moet": "moeten", "wil": "willen", "mag": "mogen", "zal": "zullen", "heeft": "hebben",
         "is": "zijn", "was": "waren", "komt": "komen", "gaat": "gaan", "staat": "staan",
         "doet": "doen",
         "ziet": "zien", "kost": "kosten", "had": "hadden", "ging": "gingen"}  # fmt: skip
_OWED = words("is was staat wacht gaat kan moet mag zal lukt overkomt ontbreekt bevalt wordt kost "
              "doet had ging past wil ziet")  # fmt: skip
_SAID_OF = words(
    "uitverkocht gesloten geopend verkrijgbaar beschikbaar gratis duurzaam biologisch "
    "gezond lekker mooi leuk nieuw vers open klaar blij trots naar weer welkom vijf tien twee drie"
)
_WE_OPEN = words("als wie wat hoe zoals wanneer omdat terwijl zodra indien wel waar sinds nu of "
                 "die dat")  # fmt: skip


def singular(line: Line, at: int) -> bool:
    """Whether a sentence begins with one who does it, and nothing else stands before the verb."""
    begin = line.begin(at)
    size = at - begin
    if not 1 <= size <= 4 or any(one.before != " " for one in line.tokens[begin + 1 : at + 1]):
        return False
    row = line.tokens[begin:at]
    named = [one.word.istitle() for one in row]
    if row[0].low in DETERMINERS:
        inner = [one for one in row[1:] if not one.word.istitle()]
        names = len(row) - 1 - len(inner)
        if not 1 <= len(inner) <= 2 or (names and not all(named[-names:])):
            return False
        if any(one.low in PREPOSITIONS or one.low in NUMBERS for one in inner):
            return False
        if len(inner) == 2 and not inner[0].low.endswith("e"):
            return False
        return not inner[-1].low.endswith(("en", "’s", "'s")) and not many(inner[-1].low)
    if size == 1:
        return row[0].word.istitle() and len(row[0].word) > 2 and not known(row[0].low)
    return size == 2 and all(named) and row[0].low not in PREPOSITIONS


def verbs(line: Line, at: int) -> Iterator[Correction]:
    """Who does it and the verb, next to each other or at the two ends of a clause."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    if not line[at].word.islower() and not line[at].first:
        return
    if low == "wie" or before in _ONE:
        yield from _one(line, at)
    if low in _YOURS and not line[at].first and before not in _ONE:
        begin = line.begin(at)
        closed = not begin or line[begin].before.strip(" ")[:1] in (".", "!", "?")
        if closed and not _YOU & set(line.sentence(at)) and len(line.sentence(at)) > 2:
            yield line.fault(at, at + 1, _YOURS[low], FORM)
    elif (low in STEMS - TWOFOLD and after not in _AFTER | _CALLED and singular(line, at)) or (
        low in _PLAINLY
        and after in _WITH - _AFTER
        and line[at].word.islower()
        and at > 1
        and (is_stem(low) and line[line.begin(at)].low in DETERMINERS and singular(line, at))
    ):
        yield line.fault(at, at + 1, f"{low}t", FORM)
    elif low == "ken" and before in _KNOWN and after not in _AFTER and after:
        yield from _can(line, at)
    elif low == "antwoord" and after in _ANSWERS and singular(line, at):
        row = line.tokens[line.begin(at) : at]
        named = row[-1].word.istitle() or row[0].low not in DETERMINERS
        if named or ending(row[-1].low, PERSONS):
            yield line.fault(at, at + 1, "antwoordt", FORM)
    elif low in _FINAL and line.ends(at):
        yield from _final(line, at)
    elif before in _IT and low in _FINAL and after not in _AFTER and _opened(line, at - 1):
        yield line.fault(at, at + 1, f"{low}t", FORM)
    elif (finite := _doing(low)) and not line[at].first:
        yield from _done(line, at, finite)
    elif after == "jij" and before not in ("hij", "zij", "ze") and (stem := third(low)):
        yield line.fault(at, at + 1, stem, FORM)
    elif before == "ik" and line.prev(at - 1) == "en" and 3 <= at - line.begin(at) <= 4:
        stem = third(low)
        ones = low in ("gaat", "heeft", "is", "staat", "doet", "ziet")
        if verb := _ONES[low] if ones else stem and infinitive(stem):
            yield line.fault(at, at + 1, verb, FORM)
    elif before == "ik" and line.prev(at - 1) not in ("dan", "als", "en", "zoals", "of", "denk"):
        if stem := third(low):
            yield line.fault(at, at + 1, stem, FORM)
    elif (
        before in ("we", "wij")
        and line.prev(at - 1) not in PREPOSITIONS | {"als", "dan"}
        and (stem := third(low))
    ):
        if verb := infinitive(stem):
            yield line.fault(at, at + 1, verb, FORM)
    elif (
        after in ("we", "wij")
        and line[at].word.islower()
        and (stem := third(low) or _ONES.get(low, "") or past_many(low))
    ):
        begin = line.begin(at)
        lone = all(one.before == " " for one in line.tokens[begin + 1 : at + 1])
        said = {one.low for one in line.tokens[begin:at]}
        if (
            lone
            and at - begin <= 3
            and not said & _WE_OPEN
            and (verb := _ONES.get(low) or past_many(low) or infinitive(stem))
        ):
            yield line.fault(at, at + 1, verb, FORM)
    elif low == "ken" and before not in ("en", "of", "", "leer") and after in _ALSO:
        yield from _can(line, at)


def _can(line: Line, at: int) -> Iterator[Correction]:
    if "ik" not in line.sentence(at):
        yield line.fault(at, at + 1, "kan", OTHER)


def _opened(line: Line, at: int) -> bool:
    one = line[at]
    return one.first or one.before == ", " or line.prev(at) in ("en", "maar", "want", "dat")


def _doing(past: str) -> str:
    return f"{past}t" if past in _DONE else finite_of(past)


def _one(line: Line, at: int) -> Iterator[Correction]:
    """ "Wie wilt", "hij loop", "iedereen kunt"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    if before not in _ONE or after in _AFTER or after in ("ge", "gij"):
        return
    if low in _YOURS:
        yield line.fault(at, at + 1, _YOURS[low], FORM)
    elif low in _STEMS and is_stem(low) and "ik" not in line.sentence(at):
        opens = line[at - 1].first or line[at - 1].before == ", "
        if opens or (before == "wie" and line.prev(at - 1) not in PREPOSITIONS):
            yield line.fault(at, at + 1, _THIRD.get(low, f"{low}t"), FORM)
    elif before == "iedereen" and line[at - 1].first and low in _ALL and after not in _YOU:
        yield line.fault(at, at + 1, _ALL[low], FORM)


def _final(line: Line, at: int) -> Iterator[Correction]:
    """ "Die het leuk vind.": the verb ends the clause, and nobody says "ik"."""
    seen = at - 1
    while seen >= 0 and line[seen + 1].before == " ":
        low = line[seen].low
        if low == "ik" or low in ("u", "en"):
            return
        if low in _OPENS and at - seen > 1:
            if line[seen].first and low in ("wat", "die", "dat") and at - seen < 3:
                return
            said = line.tokens[line.begin(at) : at]
            if not any(one.low == "ik" for one in said):
                yield line.fault(at, at + 1, f"{line[at].low}t", FORM)
            return
        seen -= 1


def _done(line: Line, at: int, finite: str) -> Iterator[Correction]:
    """ "Het weerbericht beloofd veel", "een etiket dat alles vermeld"."""
    after = line.low(at + 1)
    if after in _DAYS and line.low(at + 2) in _OBJECTS and singular(line, at):
        if not {one.low for one in line.tokens[at : line.clause(at)]} & (AUXILIARIES | {"door"}):
            yield line.fault(at, at + 1, finite, FORM)
        return
    long = after in ("al", "ruim", "bijna") and (
        line.low(at + 2) in NUMBERS | {"jaren", "jarenlang"} or line.low(at + 2).isdigit()
    )
    timed = line.prev(at) in _TIMES | {"dag", "avond", "ochtend", "middag"}
    if (after in _OBJECTS or long) and not timed and singular(line, at):
        # Until the clause ends: "belooft veel, zondag is het warm".
        rest = {one.low for one in line.tokens[at : line.clause(at)]}
        if not rest & (AUXILIARIES - {"zijn"}) and "door" not in rest:
            yield line.fault(at, at + 1, finite, FORM)
    elif line.ends(at):
        seen = at - 1
        while seen >= 0 and line[at].low == "gebeurd" and line[seen].low not in _STRICT:
            if line[seen].low in ("wat", "dat", "hoe", "wanneer") and at - seen > 1:
                if not {one.low for one in line.tokens[line.begin(at) : at]} & _STRICT:
                    yield line.fault(at, at + 1, finite, FORM)
                return
            seen -= 1 if line[seen].before == " " else len(line.tokens)
        while seen > 0 and line[seen + 1].before == " " and line[seen].low not in _STRICT:
            if line[seen].low == "dat":
                said = {one.low for one in line.tokens[line.begin(at) : at]}
                noun = line.prev(seen - 1) in ("een", "het", "ons") and at - seen > 1
                if noun and not said & _STRICT:
                    yield line.fault(at, at + 1, finite, FORM)
                return
            if line[seen].low in _OPENS or line[seen].low in ("en", "maar", "om"):
                return
            seen -= 1


def moved(line: Line, at: int) -> Iterator[Correction]:
    """ "Heeft gegroeid": what becomes of itself, or comes and goes, does it with "zijn"."""
    low = line[at].low
    if low not in _GONE | _WENT:
        return
    if (
        low not in _WENT
        and (helper := _BE.get(line.low(at + 1)))
        and low not in _LESS
        and line.ends(at + 1)
    ):
        yield line.fault(at + 1, at + 2, helper, OTHER)
        return
    after = line.low(at + 1)
    if low in _WENT and "naar" not in {one.low for one in line.tokens[max(0, at - 6) : at]}:
        return
    if (after not in _AFTER_GONE and after) or (low in ("begonnen", "gestopt") and after != "met"):
        return
    rest = {one.low for one in line.tokens[at + 1 : line.clause(at)]}
    if rest & {"zijn", "is", "was", "waren", "hebben", "worden", "kunnen"}:
        return
    seen = at - 1
    while seen >= 0 and line[seen + 1].before == " " and not line[seen + 1].first:
        word = line[seen].low
        if word in _BE:
            yield line.fault(seen, seen + 1, _BE[word], OTHER)
            return
        if word in AUXILIARIES or word in _OPENS or word in ("en", "maar", "om", "te", "hoeveel"):
            return
        seen -= 1


def tense(line: Line, at: int) -> Iterator[Correction]:
    """ "Vorige week starten wij": the day is over, and the verb says that it is not."""
    low, before = line[at].low, line.prev(at)
    if line.low(at + 1) not in _DOERS or not before:
        return
    past = _PASTS.get(low) or past_of_many(low)
    if not past:
        return
    begin = line.begin(at)
    first = line[begin].low
    over = (
        (at - begin == 1 and first in ("gisteren", "eergisteren", "gisteravond"))
        or (at - begin == 2 and first in ("vorige", "vorig", "afgelopen") and before in _TIMES)
        or (before == "geleden" and "tt" in past)
    )
    if over:
        yield line.fault(at, at + 1, past, FORM)


def several(line: Line, at: int) -> Iterator[Correction]:
    """ "De bezoekers krijgt een kaart", "er is in ons asiel nog drie konijntjes"."""
    stem = third(line[at].low) or _ONES.get(line[at].low, "")
    begin = line.begin(at)
    if not stem or not 2 <= at - begin <= 3 or line[begin].low not in _MANY | NUMBERS:
        return
    if any(one.before != " " for one in line.tokens[begin + 1 : at + 1]):
        return
    if line[begin].low in NUMBERS and line[at].low in ("is", "was", "kan", "kost"):
        return
    thing = line[at - 1].low
    if not (many(thing) or (line[begin].low in ("de", "onze", "alle") and noun_of_many(thing))):
        return
    if not line[at - 1].word.islower() or line.ends(at):
        return
    if (
        at - begin == 3
        and not (adjective(line[begin + 1].low) or plain(line[begin + 1].low))
        and not line[begin + 1].low.endswith("ste")
    ):
        return
    after = line[at + 1]
    priced = line[at].low == "kost" and (after.low in NUMBERS or after.low[:1].isdigit())
    if line[at].low in _OWED and after.low not in _SAID_OF and not priced:
        # "De bezoekers wacht een prijs", "de ouders is verteld": there something else does it.
        return
    rest = {one.low for one in line.tokens[at + 1 : line.clause(at)]}
    if after.low in _NO_SUBJECT or rest & {"je", "u", "we", "wij", "hij", "ze", "jij", "men"}:
        return
    tail = line.tokens[at + 1 : line.clause(at)]
    verb = _ONES.get(line[at].low) or infinitive(stem)
    if verb and all(one.word.islower() or one.word[0].isdigit() for one in tail):
        yield line.fault(at, at + 1, verb, AGREE)


VERB_RULES = (verbs, moved, tense, several)
