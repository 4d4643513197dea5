"""Dutch verbs and who does it, in other places: "wat vindt je", "verhuurden mijn opa"."""

from collections.abc import Iterator

from aboveboard.text.correcting.agreeing.dutch.clauses import MORE, ONES, finite
from aboveboard.text.correcting.agreeing.dutch.forms import (
    acts,
    infinitive,
    is_infinitive,
    is_stem,
    known,
    many,
    may_be_many,
    noun_of_many,
    past_many,
    past_one,
    stem_of,
    third,
)
from aboveboard.text.correcting.agreeing.dutch.words import (
    COMMON,
    COMMON_ENDS,
    DETERMINERS,
    NEUTER,
    NEUTER_ENDS,
    NUMBERS,
    PEOPLE,
    PERSONS,
    PREPOSITIONS,
    STEMS,
    inflected,
    plain,
)
from aboveboard.text.correcting.agreeing.row import Line, ending
from aboveboard.text.correcting.agreeing.why import AGREE, FORM, OTHER
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_GROUPS = words("personeel team bestuur publiek gezin orkest koor elftal groep jury politie "
                "gemeente "
                "familie ploeg jeugd redactie directie commissie vereniging club klas school "
                "brandweer bediening leiding crew harmonie fanfare buurt")  # fmt: skip
_ONE = {"zijn": "is", "hebben": "heeft", "gaan": "gaat", "staan": "staat", "komen": "komt",
        "kunnen": "kan", "willen": "wil", "mogen": "mag", "moeten": "moet", "worden": "wordt",
        "zullen": "zal", "waren": "was", "hadden": "had", "doen": "doet", "liggen": "ligt",
        "hangen": "hangt", "beginnen": "begint", "krijgen": "krijgt", "zitten": "zit",
        "kosten": "kost", "sluiten": "sluit", "zoeken": "zoekt", "zorgen": "zorgt",
        "bestaan": "bestaat", "smaken": "smaakt", "kwamen": "kwam", "gingen": "ging",
        "stonden": "stond", "begonnen": "begon", "kochten": "kocht",
        "verkochten": "verkocht", "vonden": "vond", "kregen": "kreeg", "gaven": "gaf",
        "bezochten": "bezocht", "brachten": "bracht", "liepen": "liep", "werden": "werd",
        "vieren": "viert", "blijven": "blijft"}  # fmt: skip
_SEVERAL = {one: more for more, one in _ONE.items()}
_FREE = words("er al ook nog weer niet blij trots klaar open dicht gesloten vandaag morgen "
              "samen nu "
              "altijd een geen zeer heel erg tien twee drie vier vijf super dol gek op in aan bij "
              "naar voor met van uit te door tot vanaf helaas binnenkort zaterdag zondag enorm "
              "volop sinds tijdens druk ontzettend gratis weken")  # fmt: skip
_FRONT = words("morgen vandaag gisteren vanavond vanmiddag vanochtend overmorgen binnenkort straks "
               "zaterdag zondag maandag dinsdag woensdag donderdag vrijdag helaas gelukkig nu "
               "eindelijk daarom hier daar vroeger toen sindsdien momenteel")  # fmt: skip
_TIMED = words("week maand jaar weekend zomer winter herfst lente voorjaar najaar maandag dinsdag "
               "woensdag donderdag vrijdag zaterdag zondag seizoen januari februari maart april "
               "mei "
               "juni juli augustus september oktober november december")  # fmt: skip
_PLENTY = words(
    "aantal deel lijst reeks serie doos ploeg groep team bak mand zak pak krat bord set"
)
_OVER = words("vorige vorig afgelopen deze dit komende volgende volgend elke elk iedere")
_OURS = words("mijn onze ons jouw jullie")
_WHO = words("we wij ik je jij hij zij ze jullie u men")
# A person does this, so that "je" after it is who does it.
_PERSONAL = words("zoekt komt gaat hebt heeft bent woont kookt bakt leest volgt neemt drinkt kent "
                  "wilt kunt zult denkt vindt rijdt houdt weet koopt bestelt reserveert loopt "
                  "fietst "
                  "kijkt wandelt sport organiseert viert droomt twijfelt verkoopt kiest meldt "
                  "biedt "
                  "maakt werkt geniet schrijft bezoekt gelooft geeft krijgt")  # fmt: skip
_STEM = {"hebt": "heb", "heeft": "heb", "bent": "ben", "gaat": "ga", "kunt": "kun", "wilt": "wil",
         "zult": "zul", "doet": "doe", "staat": "sta", "ziet": "zie"}  # fmt: skip
_AFTER_JE = words(
    "een ook graag van nog al wel niet nu wat iets alles vaak liever altijd mee naar op "
    "in bij voor met er ervan zelf ons onze elke geen zin vandaag morgen zaterdag "
    "zondag weleens snel veel hier leuke nieuwe vanavond iemand zo eens aan uit"
)
_ASKED = words("wat hoe waar wanneer waarom en maar dan nu welke hoeveel daarom hier")
_DEED = words("houdt meldt biedt rijdt snijdt zendt verzendt leidt verspreidt bereidt laadt "
              "besteedt "
              "onthoudt raadt brandt vermijdt behoudt")  # fmt: skip
_THERE = words(
    "taart koffie plek plaats brood soep tijd ruimte thee wijn bier kaas ijs hoop korting"
)
_EITHER = words("zij wij we jullie ze")
_FEMALE = words("moeder oma vrouw dochter zus tante vriendin buurvrouw mevrouw schoonmoeder "
                "kleindochter juf collega-juf")  # fmt: skip
_MALE = words("vader opa man zoon broer oom buurman meneer schoonvader kleinzoon")
_WHEN = words(
    "vandaag morgen zaterdag zondag vrijdag deze dit week maand jaar gisteren nu eindelijk"
)
_OWN = words("verjaardag jubileum afscheid diploma pensioen rijbewijs debuut proefschrift")


def _front(line: Line, at: int) -> bool:
    """Whether only a time stands before this word: "in 1950", "vorige week", "morgen"."""
    begin = line.begin(at)
    row = line.tokens[begin:at]
    if not 1 <= len(row) <= 4 or any(one.before != " " for one in line.tokens[begin + 1 : at + 1]):
        return False
    first, last = row[0].low, row[-1].low
    if len(row) == 1:
        return first in _FRONT
    return (first in _OVER or first in ("in", "op", "vanaf", "sinds", "tijdens")) and (
        last in _TIMED or last.isdigit()
    )


def numbers(line: Line, at: int) -> Iterator[Correction]:
    """ "Het personeel zijn", "verhuurden mijn opa", "morgen opent onze winkels"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    begin = line.begin(at)
    if line[at].first or not line[at].word.islower():
        return
    if low in _ONE and at - begin in (2, 3) and after in _FREE and not line.ends(at):
        yield from _lone(line, at)
    elif after in _OURS | {"de", "het"} and _front(line, at):
        place = at + 3 if line.low(at + 2) in ("nieuwe", "eigen", "oude", "lieve") else at + 2
        noun = line[place]
        if not line.low(place) or noun.hangs or not noun.word.islower():
            return
        rest = [one.low for one in line.tokens[place + 1 : line.clause(at)]]
        if set(rest) & (_WHO | {"en"}):
            return
        person = ending(noun.low, PERSONS) or noun.low in PEOPLE
        if person and not may_be_many(noun.low) and after in _OURS:
            one = past_one(low) or _ONE.get(low, "") or (is_infinitive(low) and _third_of(low))
            if one:
                yield line.fault(at, at + 1, one, AGREE)
        elif many(noun.low) and rest and rest[0] not in DETERMINERS:
            more = _SEVERAL.get(low, "") or (infinitive(third(low)) if third(low) else "")
            if more and not any(one.istitle() for one in rest):
                yield line.fault(at, at + 1, more, AGREE)
    elif low in ("zijn", "hebben", "gaan", "komen", "krijgen", "worden") and at - begin in (4, 5):
        row = [one.low for one in line.tokens[begin:at]]
        if row[:2] in (["een", "van"], ["één", "van"]) and row[2] in ("de", "onze", "deze", "mijn"):
            joined = all(one.before == " " for one in line.tokens[begin + 1 : at + 1])
            if joined and noun_of_many(row[-1]) and after not in _WHO and after:
                yield line.fault(at, at + 1, _ONE[low], AGREE)
    elif low in _ONE and before in ("ons", "jullie", "hen") and at - begin == 3:
        if (
            line[begin].low in ("niemand", "iemand", "ieder", "elk", "iedereen", "een", "één")
            and line.prev(at - 1) == "van"
            and after
            and after not in _WHO
        ):
            yield line.fault(at, at + 1, _ONE[low], AGREE)
    elif low in ("zijn", "staan", "liggen", "hangen", "komen", "waren") and before == "er":
        place = at + 2
        while (line.low(place) and plain(line.low(place))) or inflected(line.low(place)):
            place += 1
        if (
            after == "een"
            and (line.low(place) in (COMMON | NEUTER) - _PLENTY)
            and line[place].word.islower()
            and not line[place].hangs
            and line.low(place + 1) != "en"
        ):
            yield line.fault(at, at + 1, _ONE[low], AGREE)
    elif low == "die" and noun_of_many(before) and line.prev(at - 1) in ("de", "alle", "onze"):
        verb = line[at + 1]
        more = _SEVERAL.get(after, "") or (infinitive(third(after)) if third(after) else "")
        if more and line.low(at + 2) not in _WHO | DETERMINERS and verb.word.islower():
            yield line.fault(at + 1, at + 2, more, AGREE)
    elif before in ("we", "wij") and line.prev(at - 1) not in PREPOSITIONS:
        more = past_many(low)
        if not more and is_stem(low) and not low.endswith("t") and after and len(low) > 2:
            more = infinitive(low)
        if more and line[at - 1].first | (line[at - 1].before == ", "):
            yield line.fault(at, at + 1, more, FORM)
    elif (
        before in ("ik", "hij", "iedereen", "niemand", "men")
        and (one := past_one(low))
        and (line[at - 1].first or line[at - 1].before == ", ")
    ):
        yield line.fault(at, at + 1, one, FORM)


def _third_of(verb: str) -> str:
    """What one does, of what several do: "viert" for "vieren"; empty where it is not known."""
    stem = stem_of(verb)
    return f"{stem}t" if stem and not stem.endswith("t") else stem


def _lone(line: Line, at: int) -> Iterator[Correction]:
    begin = line.begin(at)
    noun, lead = line[at - 1], line[begin].low
    if any(one.before != " " for one in line.tokens[begin + 1 : at + 1]) or noun.hangs:
        return
    if lead not in ("de", "het", "ons", "onze", "dit", "deze", "mijn", "ieder", "iedere", "elke"):
        return
    if at - begin == 3 and not line[begin + 1].low.endswith("e"):
        return
    if not noun.word.islower() or may_be_many(noun.low) or noun.low in _TIMED | {"dag", "keer"}:
        return
    group = noun.low in _GROUPS or ending(noun.low, _GROUPS)
    if not (group or noun.low in COMMON | NEUTER or ending(noun.low, PERSONS)) and not ending(
        noun.low, COMMON_ENDS | NEUTER_ENDS
    ):
        return
    rest = [one.low for one in line.tokens[at + 1 : line.clause(at)]]
    who = any(one in _WHO | DETERMINERS - {"een", "het"} or many(one) for one in rest)
    named = any(one.word.istitle() for one in line.tokens[at + 1 : line.clause(at)])
    if not who and not named and "en" not in rest:
        yield line.fault(at, at + 1, _ONE[line[at].low], AGREE)


def you(line: Line, at: int) -> Iterator[Correction]:
    """ "Wat vindt je van", "komt je ook", "houdt onze pagina in de gaten"."""
    low, after = line[at].low, line.low(at + 1)
    opens = line[at].first or line.prev(at) in _ASKED
    if after == "je" and low in _PERSONAL and opens and not line[at + 1].hangs:
        then = line.low(at + 2)
        object_of = line.prev(at) == "wat" and low not in ("vindt", "zoekt", "koopt", "wilt",
        "kunt",
                                                           "denkt", "kiest")  # fmt: skip
        object_of |= low in ("geeft", "houdt", "biedt", "maakt", "krijgt") and not line[at].first
        if object_of or (low == "houdt" and then != "van") or low in ("sport", "geniet", "weet"):
            return
        if low in ("geeft", "maakt", "heeft", "biedt") and then not in ("een", "ook", "graag"):
            return
        if then in _AFTER_JE:
            yield line.fault(at, at + 1, _STEM.get(low, low[:-1]), FORM)
    elif low in _DEED and line[at].first and low[:-1] in STEMS | {"besteed", "brand", "raad"}:
        stop = line.stop(at)
        tail = line[stop].before if stop < len(line.tokens) else line.text[line[stop - 1].end :]
        if after in ("onze", "de", "het", "dit", "deze", "rekening", "ook", "dus", "jullie", "nu"):
            row = [one.low for one in line.tokens[at + 1 : stop]]
            said = set(row) & {"dan", "u", "hij", "zij", "men"}
            if "?" not in tail and not said and not any(map(_acts, row)):
                yield line.fault(at, at + 1, low[:-1], FORM)
    elif (
        line.prev(at) == "jij"
        and line[at - 1].first
        and is_stem(low)
        and len(low) > 2
        and not noun_of_many(low)
        and low
        not in (
            "moet",
            "weet",
            "kan",
            "mag",
            "wil",
            "zal",
            "laat",
        )
        and after
        and not low.endswith("t")
        and after not in ("en", "of")
    ):
        yield line.fault(at, at + 1, f"{low}t", FORM)


def _acts(word: str) -> bool:
    return word in ONES | MORE or acts(word)


def there(line: Line, at: int) -> Iterator[Correction]:
    """ "We hebben nog twintig!", "is nog taart?"."""
    low, after = line[at].low, line.low(at + 1)
    if low == "nog" and line.prev(at) in ("hebben", "zoeken", "verkochten", "heb", "heeft"):
        place = at + 2 if after in ("maar", "slechts", "ruim") else at + 1
        count = line.low(place)
        who = line.prev(at - 1) in ("we", "wij", "ik", "hij", "ze", "zij")
        if who and (count in NUMBERS or count in ("eentje", "een", "één")) and line.ends(place):
            mark = line.text[line[place].end : line[place].end + 1]
            if mark in ("!", ".", "") and count != "een":
                yield line.fault(at, at + 1, "er nog", "Dutch says this in other words.")
    elif low in ("is", "zijn", "was", "waren") and line[at].first and after in ("nog", "ook"):
        noun = line[at + 2]
        several = low in ("zijn", "waren") and noun_of_many(noun.low)
        if (
            (several or (low in ("is", "was") and noun.low in _THERE))
            and line.low(at + 2)
            and not noun.hangs
        ):
            said = f"{line[at].word} er"
            yield line.fault(at, at + 1, said, "Dutch says this in other words.")


def owners(line: Line, at: int) -> Iterator[Correction]:
    """ "Onze vrijwilligster viert zijn verjaardag", "mijn zus en mij", "zijn beide al"."""
    low, before, after = line[at].low, line.prev(at), line.low(at + 1)
    begin = line.begin(at)
    if low in ("zijn", "haar") and 3 <= at - begin <= 6 and line[begin].low in DETERMINERS:
        place = (
            at + 2 if after.endswith("ste") or after.endswith("de") or after == "eigen" else at + 1
        )
        noun, who = line.low(place), line[begin + 1].low
        joined = all(one.before == " " for one in line.tokens[begin + 1 : at + 1])
        verb = begin + 3 if line[begin + 2].word.istitle() else begin + 2
        named = verb < at and all(one.low in _WHEN for one in line.tokens[verb + 1 : at])
        female = who in _FEMALE or (who.endswith(("ster", "trice")) and who not in _MALE)
        if ending(noun, _OWN) and joined and named and _acts(line[verb].low):
            if low == "zijn" and female and who not in ("ster", "zuster", "meester", "minister"):
                yield line.fault(at, at + 1, "haar", AGREE)
            elif low == "haar" and who in _MALE:
                yield line.fault(at, at + 1, "zijn", AGREE)
    elif low in ("mij", "me") and before == "en" and line.prev(at - 1):
        lead = at - 3 if line.prev(at - 2) in _OURS else at - 2
        person = line[at - 2].low in PEOPLE or (lead == at - 2 and line[lead].word.istitle())
        if lead == at - 2 and not line[lead].word.istitle():
            return
        front = line[lead].first and (after in MORE or is_infinitive(after))
        front |= _front(line, lead - 1) and (
            line.prev(lead) in MORE or is_infinitive(line.prev(lead))
        )
        if person and front and (lead < at - 2 or line[lead].first):
            yield line.fault(at, at + 1, "ik", OTHER)
    elif low == "beide" and before in (
        "zijn",
        "waren",
        "hebben",
        "hadden",
        "werken",
        "gaan",
        "komen",
    ):
        row = line.tokens[begin : at - 1]
        pair = len(row) == 3 and row[1].low == "en" and row[0].word.istitle() and (
            row[2].word.istitle() and not known(row[2].low)
        )  # fmt: skip
        we = len(row) == 1 and row[0].low in _EITHER
        if (pair or we) and (
            after in PREPOSITIONS | words("al ook nog niet een heel erg zo lid werkzaam blij trots")
            or after in NUMBERS
        ):
            yield line.fault(at, at + 1, "beiden", OTHER)
    elif low == "mij" and after and line[at + 1].word.islower() and not line[at + 1].hangs:
        owned = after in _MINE or ending(after, _MINE)
        if owned and (line[at].first or before in _BEFORE_MINE or (
            finite(before) and before not in _GIVE and _front(line, at - 1)
        )):  # fmt: skip
            yield line.fault(at, at + 1, "mijn", OTHER)


_MINE = words("eenmanszaak zaak winkel salon praktijk atelier bedrijf website webshop boek "
              "fiets auto "
              "huis tuin studio werkplaats collectie expositie kapsalon bakkerij café restaurant "
              "boerderij nieuwsbrief podcast cursus workshop agenda jas tas hond kat")  # fmt: skip
_BEFORE_MINE = words("in van op naar uit over door tegen achter naast is was vier open opent")
_GIVE = words("geeft kost maakt brengt bezorgt doet vraagt helpt lijkt vertelt biedt stuurt leent "
              "bouwt belooft verkoopt")  # fmt: skip


def whoever(line: Line, at: int) -> Iterator[Correction]:
    """ "Die het eerst komt, wint", "het huis in dat de schrijver woonde"."""
    low, after = line[at].low, line.low(at + 1)
    if low == "die" and line[at].first:
        stop = line.clause(at)
        last, then = line[stop - 1].low, line[stop]
        free = after in ("het", "een", "de", "onze", "zich", "nu", "mee", "als", "vandaag")
        counted = after in NUMBERS and many(line.low(at + 2))
        ones = ONES - {"kost", "begint"}
        if (free or counted) and stop - at > 2 and (last in ones or acts(last)):
            verb = then.before == ", " and (then.low in ones or acts(then.low))
            if verb and not any(map(_acts, [one.low for one in line.tokens[at + 1 : stop - 1]])):
                yield line.fault(at, at + 1, "wie", OTHER)
    elif low == "dat" and line.prev(at) in _WITH and after in _SUBJECT:
        noun = line.prev(at - 1)
        article = line.prev(at - 2)
        thing = article == "de" and noun in COMMON and after != "de"
        if thing or (
            (article in ("het", "een", "dit", "ons") or article.endswith("e"))
            and (noun in NEUTER or ending(noun, NEUTER_ENDS))
        ):
            yield line.fault(at - 1, at + 1, f"waar{_WITH[line.prev(at)]}", OTHER)
    elif low == "wie" and at - line.begin(at) == 1 and noun_of_many(line.prev(at)):
        if after in PREPOSITIONS | words("mee het een de graag niet al zich ook nog"):
            yield line.fault(at, at + 1, "die", OTHER)
    elif low == "die" and line.prev(at) in _WITH and after in _SUBJECT - {"de", "het", "een"}:
        noun = line.prev(at - 1)
        if (
            line.prev(at - 2) in ("de", "een", "deze", "onze")
            and ending(noun, COMMON_ENDS)
            and not ending(noun, PERSONS | PEOPLE)
            and noun not in _GROUPS
        ):
            yield line.fault(at - 1, at + 1, f"waar{_WITH[line.prev(at)]}", OTHER)


_WITH = {"in": "in", "op": "op", "met": "mee", "van": "van", "aan": "aan", "bij": "bij",
         "over": "over", "uit": "uit", "naar": "naar", "voor": "voor",
         "onder": "onder"}  # fmt: skip
_SUBJECT = words("de het een we wij ik je jij hij zij ze jullie onze mijn")

SUBJECT_RULES = (numbers, you, there, owners, whoever)
