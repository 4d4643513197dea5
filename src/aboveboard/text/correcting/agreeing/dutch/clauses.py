"""Where the Dutch verb stands in its clause, and where “niet” does: "helaas de markt is dicht"."""

from collections.abc import Iterator

import regex

from aboveboard.text.correcting.agreeing.dutch.forms import (
    acts,
    is_infinitive,
    is_stem,
    many,
    may_be_many,
    noun_of_many,
    third,
)
from aboveboard.text.correcting.agreeing.dutch.words import (
    COMMON,
    COMMON_ENDS,
    DETERMINERS,
    NEUTER,
    NEUTER_ENDS,
    PEOPLE,
    PERSONS,
    PREPOSITIONS,
    plain,
)
from aboveboard.text.correcting.agreeing.row import Line, ending
from aboveboard.text.correcting.agreeing.why import OTHER
from aboveboard.text.correcting.correction import Correction
from aboveboard.text.tables import words

_SAID = "Dutch says this in other words."
ONES = words("is was heeft had wordt werd kan kon mag mocht moet moest wil wilde zal zou gaat ging "
             "staat stond komt kwam doet deed ziet zit zat weet kost krijgt geeft ligt begint "
             "begon opent start bestaat ontstaat verstaat vergaat")  # fmt: skip
MORE = words("zijn waren hebben hadden worden werden kunnen konden mogen mochten moeten moesten "
             "willen wilden zullen zouden gaan gingen staan stonden komen kwamen doen deden zien "
             "spelen beginnen begonnen starten")  # fmt: skip
_HELPS = words(
    "is zijn ben bent was waren heeft heb hebt hebben had hadden wordt worden werd "
    "werden kan kunnen kunt moet moeten mag mogen wil willen wilt zal zullen gaat gaan"
)
_MODAL = words("kan kunnen kunt moet moeten mag mogen wil willen wilt zal zullen gaat gaan")
_WHO = words("we wij ik je jij hij zij ze jullie u er het")
_OPENS = words("die dat als omdat wat hoe waar wie wanneer zodat terwijl welke welk of en maar "
               "hoeveel dan voordat nadat toen zoals zodra want hoewel om waarom")  # fmt: skip
_NO_VERB = DETERMINERS | PREPOSITIONS | words(
    "niet nog al ook er vandaag morgen weer nu altijd graag geen veel helaas gisteren zelf samen "
    "binnenkort tijdelijk volgende vorige hele"
)  # fmt: skip
_UNDER = words("omdat doordat zodat terwijl hoewel voordat nadat")
_CLAUSES = words("als wanneer indien zodra toen omdat nadat voordat")
_DONE = regex.compile(
    r"(?:(?:aan|af|in|op|uit|om|voor|door|over|mee|toe|terug)?ge|be|ver|her|ont)\p{L}{2,}[dtn]$"
)
_KNOW = words("weten vertel vertellen benieuwd")
_ASKS = words("wat waar wanneer hoe hoeveel wie waarom welke welk")
_MANY_ASKS = words("hoe hoeveel welke welk")
_JE = {"bent": "ben", "hebt": "heb", "kunt": "kun", "wilt": "wil", "zult": "zul", "gaat": "ga",
       "staat": "sta", "doet": "doe", "ziet": "zie", "mag": "mag", "kan": "kan", "moet": "moet",
       "wordt": "word", "vindt": "vind", "houdt": "houd", "slaat": "sla"}  # fmt: skip
_JE_BACK = {short: long for long, short in _JE.items()}
_TIMES = words("week weken maand maanden jaar jaren dag dagen uur uren keer keren avond ochtend "
               "middag weekend zomer winter minuten kilometer hele laatste afgelopen eerste tijd "
               "seizoen vorige")  # fmt: skip
_PARTS = {"door": words("gaat gaan ging gingen"), "open": words("gaat gaan is zijn"),
          "mee": words("doen doe doet gaat gaan ga"), "terug": words("komt komen kom"),
          "langs": words("kom komt komen"), "dicht": words("gaat gaan is zijn")}  # fmt: skip
_WHERE = words("waarom waar waarin waarmee waarop waarvan waaraan waarbij waardoor")


def finite(word: str) -> bool:
    """Whether one or several do this."""
    return word in ONES or word in MORE or acts(word)


def noun(word: str) -> bool:
    listed = word in COMMON | NEUTER or ending(word, COMMON_ENDS | NEUTER_ENDS)
    return bool(listed or ending(word, PERSONS | PEOPLE))


def phrase(line: Line, at: int) -> int:
    """The place of the noun of "onze nieuwe zaal" that begins here; 0 for none."""
    if line[at].low not in DETERMINERS - {"dat", "die", "je"}:
        return 0
    place = at + 1
    while place < at + 3 and plain(line.low(place)) and line.low(place).endswith("e"):
        place += 1
    one = line[place]
    known = noun(one.low) or many(one.low)
    return place if line.low(place) and one.word.islower() and not one.hangs and known else 0


def noun_first(line: Line, at: int) -> Iterator[Correction]:
    """ "Helaas de markt gaat niet door": after what stands in front, the verb comes first."""
    place = phrase(line, at)
    if not place or line[at].low == "een":
        return
    verb, name = line.low(place + 1), line[place].low
    several = many(name)
    if not verb or line.ends(place + 1):
        return
    fits = verb in MORE if several else (verb in ONES or bool(third(verb))) and not (
        may_be_many(name)
    )  # fmt: skip
    if not fits or (line[line.begin(at)].low in ("sinds", "tot", "voor", "na") and any(
        one.before != " " for one in line.tokens[at : line.stop(at)]
    )):  # fmt: skip
        return
    rest = [one.low for one in line.tokens[place + 2 : line.clause(at)]]
    if set(rest) & (ONES | MORE | _OPENS) - {"en", "maar", "om"} or rest[0] in _WHO - {"er"}:
        return
    said = line.text[line[at].start : line[place].end]
    yield line.fault(at, place + 2, f"{verb} {said}", _SAID)


def under(line: Line, at: int) -> Iterator[Correction]:
    """ "Omdat er wordt aan de weg gewerkt", "want de ploeg op cursus is"."""
    low = line[at].low
    if low not in _UNDER and low != "want":
        return
    stop = line.clause(at)
    place = at + 1 if line.low(at + 1) in _WHO else phrase(line, at + 1)
    if not place or stop - place < 4:
        return
    row = [one.low for one in line.tokens[place + 1 : stop]]
    last = row[-1]
    if set(row) & _OPENS:
        return
    if low == "want":
        ends = stop >= len(line.tokens) or line[stop].first
        clear = row[0] in _NO_VERB - {"het"} and not any(
            finite(one) or is_infinitive(one) or is_stem(one) for one in row[:-1]
        )
        if ends and clear and last in ONES | MORE - {"spelen", "starten"}:
            yield line.fault(at, at + 1, "omdat", OTHER)
    elif row[0] in _HELPS and row[1] in _NO_VERB and not any(finite(one) for one in row[1:-1]):
        inner = line.text[line[place + 2].start : line[stop - 2].end]
        if row[0] in _MODAL and is_infinitive(last):
            said = f"{inner} {row[0]} {last}"
        elif row[0] not in _MODAL and _DONE.match(last):
            said = f"{inner} {last} {row[0]}"
        else:
            return
        yield line.fault(place + 1, stop, said, _SAID)


def then(line: Line, at: int) -> Iterator[Correction]:
    """ "Als je nu boekt, je krijgt korting"."""
    if line[at].low not in ("je", "jij") or line[at].before != ", ":
        return
    begin, after = line.begin(at), line.low(at + 1)
    commas = sum(one.before != " " for one in line.tokens[begin + 1 : at + 1])
    if line[begin].low not in _CLAUSES or commas != 1 or at - begin < 3 or line.ends(at + 1):
        return
    verb = _JE.get(after) or third(after)
    if verb and after not in ("weet", "snapt", "begrijpt", "kent"):
        yield line.fault(at, at + 2, f"{verb} {line[at].word}", _SAID)


def asked(line: Line, at: int) -> Iterator[Correction]:
    """ "Laat ons weten met hoeveel komen jullie", "het pand waar gaan we openen"."""
    low, before = line[at].low, line.prev(at)
    begun = line.sentence(at)[: at - line.begin(at)]
    if (before == "niet" and {"weten", "weet"} & set(begun)) or (
        begun in (["weet", "je"], ["weet", "je", "al"], ["weten", "jullie"], ["weet", "jij"])
    ):
        before = "weten"
    if low in _WHERE and before != "vraag" and (noun(before) or before == "reden"):
        places = [at + 1]
    elif low in _ASKS:
        led = line.prev(at - 1) if before in PREPOSITIONS else before
        if led not in _KNOW and not (led in ("ons", "me") and line.prev(at - 1) == "vertel"):
            return
        places = [at + 2, at + 3] if low in _MANY_ASKS else [at + 1]
        if low in ("hoe", "waar", "wanneer", "waarom"):
            verb, stop = line.low(at + 1), line.clause(at)
            place = phrase(line, at + 2)
            lone = line.low(at + 2) == "het" and stop == at + 3
            if (verb in ONES or acts(verb)) and (lone or (place and stop == place + 1)):
                said = line.text[line[at + 2].start : line[stop - 1].end]
                yield line.fault(at + 1, stop, f"{said} {verb}", _SAID)
                return
    else:
        return
    stop = line.clause(at)
    for place in places:
        verb, who = line.low(place), line.low(place + 1)
        if low == "waarom" and noun(before) and before != "reden":
            return
        if who in ("je", "jij"):
            verb = _JE_BACK.get(verb) or (f"{verb}t" if is_stem(verb) else "")
            fits = bool(verb) and not noun(line[place].low)
        else:
            fits = who in ("we", "wij", "jullie") and (verb in MORE or is_infinitive(verb))
            fits = fits and not noun_of_many(verb)
        row = [one.low for one in line.tokens[place + 2 : stop]]
        if not fits or (row and row[-1] in MORE | ONES) or set(row) & _OPENS:
            continue
        said = line.text[line[place + 1].start : line[stop - 1].end]
        row = row or [who]
        if (is_infinitive(row[-1]) and not noun_of_many(row[-1])) or row[-1] in ("eten", "doen"):
            said = f"{said[: -len(row[-1])]}{verb} {row[-1]}"
        else:
            said = f"{said} {verb}"
        yield line.fault(place, stop, said, _SAID)
        return


def nots(line: Line, at: int) -> Iterator[Correction]:
    """ "Gaat door niet", "vergeet je kaart mee te nemen niet", "heb gepost niet veel"."""
    if line[at].low != "niet":
        return
    begin, before, after = line.begin(at), line.prev(at), line.low(at + 1)
    row = [one.low for one in line.tokens[begin:at]]
    joined = all(one.before == " " for one in line.tokens[begin + 1 : at + 1])
    if line.ends(at) and before in _PARTS and set(row) & _PARTS[before]:
        if "of" not in row and len(row) > 2:
            yield line.fault(at - 1, at + 1, f"niet {before}", _SAID)
    elif line.ends(at) and row and row[0] == "vergeet" and "te" in row[-3:] and joined:
        if "niet" not in row and is_infinitive(before) and len(row) > 3:
            said = line.text[line[begin + 1].start : line[at - 1].end]
            yield line.fault(begin, at + 1, f"{line[begin].word} niet {said}", _SAID)
    elif _DONE.match(before) and after in ("veel", "vaak", "lang", "goed", "genoeg"):
        if line.ends(at + 1) and {"heb", "heeft", "hebben", "hebt"} & set(row[:-2]):
            yield line.fault(at - 1, at + 2, f"niet {after} {before}", _SAID)
    elif (
        len(row) == 1
        and row[0] in ("we", "wij", "ik")
        and joined
        and line.low(at + 2)
        and after in (MORE if row[0] != "ik" else ("ben", "heb", "ga", "kan", "wil"))
    ):
        yield line.fault(at, at + 2, f"{after} niet", _SAID)


def done(line: Line, at: int) -> Iterator[Correction]:
    """ "We hebben gebakken een taart": what is done comes last."""
    low, after = line[at].low, line.low(at + 1)
    if after not in ("een", "de", "het", "onze", "ons", "mijn", "veel") or not low.startswith("ge"):
        return
    if not _DONE.match(low) or (low.endswith("en") and is_infinitive(low)):
        return
    begin, stop = line.begin(at), line.clause(at)
    row = [one.low for one in line.tokens[begin:at]]
    rest = [one.low for one in line.tokens[at + 1 : stop]]
    if not 2 <= len(rest) <= 4 or len(row) > 5 or set(rest) & (_TIMES | _OPENS | {"te"}):
        return
    helped = [n for n, one in enumerate(row) if one in ("heb", "hebben", "heeft", "hebt")]
    if len(helped) != 1 or helped[0] > 2 or set(row) & _OPENS or any(map(finite, rest)):
        return
    if all(one.before == " " for one in line.tokens[begin + 1 : at + 1]) and noun(rest[-1]):
        said = line.text[line[at + 1].start : line[stop - 1].end]
        yield line.fault(at, stop, f"{said} {low}", _SAID)


CLAUSE_RULES = (under, then, asked, nots, done)
